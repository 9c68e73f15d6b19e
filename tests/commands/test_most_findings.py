"""Of one file 500 findings are shown and a line says that there are more, whoever listed them: the reader or a rule."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from tests.commands.validating import AS_OF, COLUMNS, CONFIG, REGISTER, Files, changed, workspace
from tests.running import run

from compactctl.rules.samples import ANNEX, BASE, COMPACT

MOST: Final = 500
HAMPSHIRE: Final = "850,hampshire,Hampshire,,london,county,,,\n"


def lines(line: str, count: int) -> str:
    """Return a line many times, each with its number in the place of `{}`."""
    return "".join(line.format(number) for number in range(count))


BROKEN: Final[dict[str, Callable[[int], Files]]] = {
    "anchors": lambda count: {COMPACT: lines("- &a x\n", count)},
    "tags": lambda count: {COMPACT: lines("- !a x\n", count)},
    "hidden characters": lambda count: {COMPACT: lines("- x\u200b\n", count)},
    "names that stand twice": lambda count: {COMPACT: lines("a: x\n", count + 1)},
    "unknown names": lambda count: {COMPACT: BASE[COMPACT] + lines("zz{}: x\n", count)},
    "wrong values": lambda count: changed(ANNEX, ("[primary]", f"[{'A, ' * count}primary]")),
    "unknown focuses": lambda count: changed(ANNEX, ("[primary]", f"[{lines('focus-{}, ', count)}primary]")),
    "texts to be written": lambda count: changed(
        COMPACT, ("            - Two consultants\n", lines("            - TODO {}\n", count))
    ),
    "unknown levels": lambda count: {CONFIG: "levels:\n" + lines("  zz{}: off\n", count)},
    "rows of the register": lambda count: {
        REGISTER: COLUMNS
        + "850,hampshire,Hampshire,,london,county,,,\n"
        + lines("{0},A{0},A,,london,county,,,\n", count)
    },
}


def shown(folder: Path) -> list[str]:
    return run(folder, "validate", "--format", "concise", *AS_OF).stdout.splitlines()


@pytest.mark.parametrize("cause", BROKEN)
def test_as_many_as_there_is_room_for_are_shown_without_a_word(cause: str, tmp_path: Path) -> None:
    listed = shown(workspace(tmp_path, BROKEN[cause](MOST)))
    assert len(listed) == MOST
    assert not [line for line in listed if "there are more findings" in line]


@pytest.mark.parametrize("count", [MOST + 1, MOST + 200])
@pytest.mark.parametrize("cause", BROKEN)
def test_of_more_the_last_line_says_so(cause: str, count: int, tmp_path: Path) -> None:
    listed = shown(workspace(tmp_path, BROKEN[cause](count)))
    [more] = [line for line in listed if "there are more findings" in line]
    assert len(listed) == MOST + 1
    assert more.endswith(f"there are more findings in this file than the {MOST} that are shown; mend these first")


def test_the_last_that_is_shown_is_told_as_well_as_the_first(tmp_path: Path) -> None:
    unknown = lines("        zz{}: x\n", MOST - 1) + "        isue: x\n        term:"
    listed = shown(workspace(tmp_path, changed(COMPACT, ("        term:", unknown))))
    assert len(listed) == MOST
    assert listed[-1].endswith("a priority has no line 'isue'; did you mean 'issue'?")
