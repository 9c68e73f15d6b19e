"""Files that ask for much: each run ends soon, stays small, and says little, whatever one file holds."""

from pathlib import Path
from typing import Final

import pytest
from tests.hostile.bombs import ANNEX, COMPACT, CONFIG, MEANING, REGISTER, STATEMENT, SYNTAX
from tests.hostile.limited import OUTPUT, ends_well, limited, small_workspace, within
from tests.hostile.mistyped import MISTYPED
from tests.hostile.pairs import LONG_NAMES, PAIRS
from tests.running import COMMAND

from compactctl.cli.commands.validate import FORMATS
from compactctl.files.limits import MAXIMUM_BYTES
from compactctl.rules.samples import BASE

MANY: Final = {name: MEANING[name] for name in ("unknown-keys", "same-priorities", "exemptions", "register-same-rows")}
SIGNATURE: Final = ("--party", "authority", "--role", "Leader", "--date", "2003-12-01")
OF_ANY_KIND: Final = ("brackets", "merges", "hidden-in-many-lines", "scalar", "empty-lines")


@pytest.mark.parametrize("name", SYNTAX)
def test_no_compact_takes_long_or_much(name: str, tmp_path: Path) -> None:
    small_workspace(tmp_path, **{COMPACT: SYNTAX[name]()})
    answer = limited(tmp_path, "validate")
    assert ends_well(answer)
    assert answer.returncode == 1
    assert len(answer.stdout) <= OUTPUT


@pytest.mark.parametrize("name", MEANING)
def test_nothing_that_breaks_a_rule_thousands_of_times_takes_long_or_much(name: str, tmp_path: Path) -> None:
    file, text = MEANING[name]
    small_workspace(tmp_path, **{file: text()})
    answer = limited(tmp_path, "validate", "--as-of", "2004-01-15")
    assert ends_well(answer)
    assert answer.returncode == 1
    assert len(answer.stdout) <= OUTPUT


@pytest.mark.parametrize("words", [("validate",), ("fix", "--dry-run")], ids=lambda words: words[0])
@pytest.mark.parametrize("name", MISTYPED)
def test_nothing_that_is_mistyped_thousands_of_times_takes_long_or_much(
    name: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    small_workspace(tmp_path, **{COMPACT: MISTYPED[name]()})
    answer = limited(tmp_path, *words)
    assert ends_well(answer)
    assert answer.returncode == 1
    assert len(answer.stdout) <= OUTPUT


@pytest.mark.parametrize("file", [ANNEX, STATEMENT, CONFIG, REGISTER])
@pytest.mark.parametrize("name", OF_ANY_KIND)
def test_no_other_document_does_either(name: str, file: str, tmp_path: Path) -> None:
    small_workspace(tmp_path, **{file: SYNTAX[name]()})
    answer = limited(tmp_path, "validate", "--format", "concise")
    assert ends_well(answer)
    assert f"data/{file}".encode() in answer.stdout


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", MANY)
def test_every_format_stays_small(name: str, format_: str, tmp_path: Path) -> None:
    file, text = MANY[name]
    small_workspace(tmp_path, **{file: text()})
    answer = limited(tmp_path, "validate", "--format", format_)
    assert ends_well(answer)
    assert 0 < len(answer.stdout) <= OUTPUT


@pytest.mark.parametrize("name", PAIRS)
def test_no_files_that_are_held_against_each_other_take_long_or_much(name: str, tmp_path: Path) -> None:
    files = PAIRS[name]()
    small_workspace(tmp_path, **files)
    # Each takes two seconds at most, and what was quadratic in some took fifteen.
    answer = within(tmp_path, (*COMMAND, "validate", "--as-of", "2007-01-15"), seconds=3)
    assert ends_well(answer)
    assert answer.returncode == 1
    assert len(answer.stdout) <= OUTPUT * len(files)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_stays_small_whatever_things_are_called(format_: str, tmp_path: Path) -> None:
    small_workspace(tmp_path, **LONG_NAMES)
    answer = limited(tmp_path, "validate", "--format", format_)
    assert ends_well(answer)
    assert answer.returncode == 1
    assert 0 < len(answer.stdout) <= OUTPUT


@pytest.mark.parametrize(
    "words", [("renew", "hampshire"), ("sign", "hampshire", *SIGNATURE)], ids=lambda words: words[0]
)
@pytest.mark.parametrize("line", ["\n", "#\r\n", "  # x\n"], ids=["blank", "comment", "further-in"])
def test_what_is_added_to_a_long_file_is_all_that_is_shown(line: str, words: tuple[str, ...], tmp_path: Path) -> None:
    text = BASE[COMPACT] + line * ((MAXIMUM_BYTES - 5_000) // len(line))
    small_workspace(tmp_path, **{"annex/2004-05.yaml": BASE[ANNEX].replace("2003/04", "2004/05"), COMPACT: text})
    answer = limited(tmp_path, *words, "--dry-run")
    assert answer.returncode == 0
    assert len(answer.stdout) < 5_000


@pytest.mark.parametrize(
    "words",
    [
        ("report", "--format", "json"),
        ("renew", "hampshire"),
        ("sign", "hampshire", "--party", "authority", "--role", "Leader"),
        ("diff", "2003/04", "2004/05"),
    ],
)
@pytest.mark.parametrize("name", ["merges", "brackets", "scalar"])
def test_no_other_command_takes_long_or_much(words: tuple[str, ...], name: str, tmp_path: Path) -> None:
    small_workspace(tmp_path, **{COMPACT: SYNTAX[name]()})
    assert ends_well(limited(tmp_path, *words))


def test_a_file_over_a_mebibyte_is_refused_unread(tmp_path: Path) -> None:
    data = small_workspace(tmp_path)
    with (data / COMPACT).open("wb") as file:
        file.truncate(10 * 1024**4)  # holes: no disk holds them
    answer = limited(tmp_path, "validate", "--format", "concise")
    assert answer.returncode == 1
    assert b"data/compacts/hampshire.yaml: error[unreadable]" in answer.stdout


def test_a_file_of_a_mebibyte_is_read(tmp_path: Path) -> None:
    data = small_workspace(tmp_path)
    with (data / COMPACT).open("ab") as file:
        file.write(b"#" * (1024**2 - file.tell() - 1) + b"\n")
    answer = limited(tmp_path, "validate")
    assert (answer.returncode, answer.stderr) == (0, b"")
