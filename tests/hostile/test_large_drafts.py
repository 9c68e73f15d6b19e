"""Editions that come to more than a file may hold: refused before they are put together, shown or not."""

from pathlib import Path
from typing import Final

import pytest
from tests.hostile.bombs import ANNEX, COMPACT
from tests.hostile.limited import limited, small_workspace
from tests.hostile.test_large_reports import LATER, annex

from compactctl.files.limits import MAXIMUM_BYTES

PRIORITY: Final = "      - {area: area-0, term: short, why: x}\n"


def _compact(priorities: str) -> str:
    return f"authority: hampshire\neditions:\n  - year: 2003/04\n    priorities:\n{priorities}"


TEXTS: Final = "".join(f"          - {number:0500}\n" for number in range(900))
SPLITS: Final = {
    "one priority with much to say": _compact(
        f"      - area: area-0\n        term: short\n        contributions:\n          authority:\n{TEXTS}"
    ),
    "many priorities": _compact(990 * PRIORITY),
    "many issues": _compact("".join(f"      - {{area: area-0, issue: i{number}}}\n" for number in range(990))),
}


@pytest.mark.parametrize("options", [(), ("--dry-run",)], ids=["written", "shown"])
@pytest.mark.parametrize("name", SPLITS)
def test_what_splits_into_very_much_is_not_renewed(name: str, options: tuple[str, ...], tmp_path: Path) -> None:
    local = ", named_locally: true" if name == "many issues" else ""
    first = annex("2003/04", 1, f"title: T, summary: S{local}")
    second = annex("2004/05", 2800, f"title: T, summary: S, from: [area-0]{local}").replace("id: area-", "id: new-")
    data = small_workspace(tmp_path, **{ANNEX: first, LATER: second, COMPACT: SPLITS[name]})
    answer = limited(tmp_path, "renew", "hampshire", *options)
    assert (answer.returncode, answer.stdout) == (1, b"")
    assert answer.stderr.decode().splitlines() == [
        "compactctl: the edition of 2004/05 would be larger than 1 MiB, which no file may be; nothing was changed",
        "  hint: too much may come of the last one's priorities; write it by hand, with what matters most",
    ]
    assert (data / COMPACT).read_text() == SPLITS[name]


@pytest.mark.parametrize("options", [(), ("--dry-run",)], ids=["written", "shown"])
def test_what_would_not_fit_is_not_shown_as_if_it_did(options: tuple[str, ...], tmp_path: Path) -> None:
    data = small_workspace(tmp_path)
    path = data / COMPACT
    whole = path.read_bytes().partition(b"    signatures:")[0]
    path.write_bytes(whole + b"#" * (MAXIMUM_BYTES - len(whole) - 1) + b"\n")
    words = ("sign", "hampshire", "--party", "authority", "--role", "Leader", "--as-of", "2004-01-15")
    answer = limited(tmp_path, *words, *options)
    assert (answer.returncode, answer.stdout) == (1, b"")
    assert b"would be larger than 1 MiB" in answer.stderr
