"""The lock of the development set-up has all that pyproject.toml asks for, and says nothing of where to get it."""

import re
import tomllib
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parents[1]
LOCK: Final = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
ENTRY: Final = re.compile(
    r"^(?P<name>\S+)==(?P<version>\S+)(?: ; (?P<marker>.+?))?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n", re.MULTILINE
)


class Entry(NamedTuple):
    """A library in the version that is installed, and the machines that it is for."""

    name: str
    version: str
    marker: Marker | None


ENTRIES: Final = [
    Entry(canonicalize_name(match["name"]), match["version"], Marker(match["marker"]) if match["marker"] else None)
    for match in ENTRY.finditer(LOCK)
]


def wanted() -> list[Requirement]:
    """Return what the package runs with, is built with and is developed with."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    needs = (*project["dependencies"], *project["optional-dependencies"]["dev"], *settings["build-system"]["requires"])
    return [*dict.fromkeys(map(Requirement, needs))]  # hatchling stands in two places


def test_all_of_it_is_versions_with_hashes_and_comments() -> None:
    rest = ENTRY.sub("", LOCK)
    assert [line for line in rest.splitlines() if not line.lstrip().startswith("#")] == []
    assert len(ENTRIES) > len(wanted())


def test_it_names_no_place_to_get_anything_from() -> None:
    assert re.findall(r".*(?:://|--index|--find|file:).*", LOCK) == []


@pytest.mark.parametrize("need", wanted(), ids=str)
def test_it_has_what_is_wanted_in_a_version_that_is_allowed(need: Requirement) -> None:
    versions = [entry.version for entry in ENTRIES if entry.name == canonicalize_name(need.name)]
    assert versions
    assert [version for version in versions if version not in need.specifier] == []


@pytest.mark.parametrize("python", ["3.11.0", "3.11.7", "3.12.1", "3.13.0"])
def test_a_library_has_one_version_on_one_machine(python: str) -> None:
    machine = {
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_python_implementation": "CPython",
    }
    names = [entry.name for entry in ENTRIES if entry.marker is None or entry.marker.evaluate(machine)]
    assert sorted(set(names)) == sorted(names)
    assert {canonicalize_name(need.name) for need in wanted()} <= set(names)
