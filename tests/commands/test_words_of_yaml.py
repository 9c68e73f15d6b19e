"""What is drafted reads back as texts in whatever reads YAML, though an id may be a word that some take for a truth."""

from pathlib import Path
from typing import Final

import pytest
import yaml
from tests.changes.making import annex, area, files, write
from tests.running import run

TRUTHS: Final = ("yes", "no", "on", "off", "true", "false", "null")
NUMBERS: Final = ("12", "007", "1e3", "0x1f", "0b1", "0o17")
DAYS: Final = ("2004-01-31", "2004-1-3")
WORDS: Final = (*TRUTHS, *NUMBERS, *DAYS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    areas = [area(word, focuses=[word]) for word in WORDS]
    focuses = "".join(f'  - id: "{word}"\n    title: T\n' for word in WORDS)
    statement = f"title: T\nvision: [A]\nfocuses:\n{focuses}"
    write(tmp_path, {**files([annex("2003/04", *areas)]), "statement.yaml": statement})
    return tmp_path


@pytest.mark.parametrize("word", WORDS)
def test_in_a_new_compact(word: str, folder: Path) -> None:
    done = run(folder, "new", "hampshire", "--area", word, "--term", f"{word}=short")
    assert done.returncode == 0, done.stderr
    text = (folder / "data/compacts/hampshire.yaml").read_text(encoding="utf-8")
    [priority] = yaml.safe_load(text)["editions"][0]["priorities"]
    assert priority["area"] == word
    assert run(folder, "validate", "--format", "concise").returncode == 0


@pytest.mark.parametrize("word", WORDS)
def test_in_what_is_offered_beside_it(word: str, folder: Path) -> None:
    """Every area is offered as a comment; without its sign it is a text."""
    other = WORDS[WORDS.index(word) - 1]
    assert run(folder, "new", "hampshire", "--area", other).returncode == 0
    text = (folder / "data/compacts/hampshire.yaml").read_text(encoding="utf-8")
    [line] = [line for line in text.splitlines() if line.strip().removeprefix("# - area: ").strip('"') == word]
    assert yaml.safe_load(line.strip().removeprefix("# ")) == [{"area": word}]


def test_in_the_next_annex(folder: Path) -> None:
    assert run(folder, "revise", "2004/05").returncode == 0
    drafted = yaml.safe_load((folder / "data/annex/2004-05.yaml").read_text(encoding="utf-8"))
    areas = drafted["groups"][0]["areas"]
    assert [item["id"] for item in areas] == [*WORDS]
    assert [item["focuses"] for item in areas] == [[word] for word in WORDS]
