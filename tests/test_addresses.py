"""Where the project is said to be on the web, by a version that was released and by one on the way to it."""

import re
from pathlib import Path
from typing import Final

import pytest

from compactctl.addresses import HOME, SCHEMAS, pages, requirement

ROOT: Final = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("version", "installed", "revision"),
    [
        ("1.4.2", "compactctl~=1.4.2", "v1.4.2"),
        ("1.5.0.dev0", f"git+{HOME}", "main"),
    ],
)
def test_what_belongs_to_a_version(version: str, installed: str, revision: str) -> None:
    assert (requirement(version), pages(version)) == (installed, f"{HOME}/blob/{revision}/docs")


def test_every_schema_that_a_file_names_is_there() -> None:
    files = [*ROOT.glob("src/**/*.yaml"), *ROOT.glob("src/**/*.json"), *ROOT.glob("docs/*.md")]
    named = re.findall(r"raw\.\S+/schemas\S*?\.json", "".join(file.read_text(encoding="utf-8") for file in files))
    assert len(named) >= 7
    for address in named:
        before, _, name = f"https://{address}".rpartition("/")
        assert (before, (ROOT / "schemas" / name).exists()) == (SCHEMAS, True), address
