"""Prints the lowest version of every library that pyproject.toml allows, as constraints for pip."""

import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

print("\n".join(need.replace(">=", "==") for need in PROJECT["dependencies"]))
