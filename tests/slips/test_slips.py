"""Slips of typing are told on their lines in one run, and repaired as they were meant, or left: never to another text.

The slips are data, one file a sort of them (`cases.py` names them all). What is asked of each is in `judging.py`.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import pytest
from tests.slips.cases import KINDS, SLIPS
from tests.slips.forms import FORMS, workspace_with
from tests.slips.judging import AS_OF, DRESSES, PLAIN_DRESS, Became, Verdict, judge, lines_with, values_in, workspace_of
from tests.slips.slip import Outcome, Slip

from compactctl.files.characters import find_hidden
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection
from compactctl.workspace.repairing import repairs_in

GROUPS: Final = 30
TOGETHER: Final = 8
MOST_LINES: Final = 5
"""Of a slip that stands in a group: a longer one leaves no room for others."""
HIDING_KINDS: Final = ("a name and its colon", "an entry", "a line that does not belong")
"""What stands below such a line is not known, where it is not repaired."""
MOVING_KINDS: Final = ("a line off its neighbours", "two blanks behind a dash", "other blanks")
"""Two of them in one entry may agree, and the line between them is off then."""
LINES_OF_ENTRY: Final = 12
SHARE: Final = 0.9
"""Of the slips of the kinds in the table, so many are repaired as they were meant."""


@cache
def verdict_on(slip: Slip) -> Verdict:
    return judge(slip.form, [slip])


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_sound(form: str) -> None:
    data = FORMS[form].text.encode()
    assert check(Checks(workspace_of(form, data), AS_OF), Selection()) == []
    assert workspace_with(form, data)[FORMS[form].name] == data


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_meant_can_be_typed(kind: str) -> None:
    wrong = []
    for slip in (slip for slip in SLIPS if slip.kind == kind):
        good = values_in(slip.form, PLAIN_DRESS.bytes_of(lines_with(slip.form, [slip], [])[0], "utf-8"))
        typed = values_in(slip.form, PLAIN_DRESS.bytes_of(lines_with(slip.form, [slip], [slip])[0], slip.encoding))
        if good is None or (typed == good) != (slip.outcome is Outcome.KEPT):
            wrong.append((slip.typed, slip.meant, good is None))
    assert not wrong


@pytest.mark.parametrize("kind", KINDS)
def test_alone(kind: str) -> None:
    assert not [fault for slip in SLIPS if slip.kind == kind for fault in verdict_on(slip).faults]


@pytest.mark.parametrize("number", range(len(DRESSES)))
def test_saved_otherwise(number: int) -> None:
    short = [slip for slip in SLIPS if slip.encoding == "utf-8" and len(slip.old) <= MOST_LINES]
    at_the_edge = [slip for slip in short if not slip.line or slip.end == FORMS[slip.form].text.count("\n")]
    slips = [*at_the_edge[number :: len(DRESSES)], *short[number :: 4 * len(DRESSES)]]
    assert not [fault for slip in slips for fault in judge(slip.form, [slip], DRESSES[number]).faults]


def test_each_line_keeps_its_end() -> None:
    slip = next(slip for slip in SLIPS if slip.outcome is Outcome.REPAIRED and slip.form == "plain")
    lines = lines_with("plain", [slip], [slip])[0]
    text = "".join(line + ("\r\n", "\n")[number % 2] for number, line in enumerate(lines[:-1]))
    fixed = repairs_in(workspace_of("plain", text.encode()), FORMS["plain"].name)
    assert [item.line for item in fixed.repairs] == [slip.line + 1]
    old, new = (data.decode().splitlines(keepends=True) for data in (fixed.old, fixed.new))
    assert len(old) == len(new)
    assert [number for number in range(len(old)) if old[number] != new[number]] == [slip.line]
    assert new[slip.line].endswith("\r\n") == old[slip.line].endswith("\r\n")


def test_slips_in_a_file_of_two_encodings_wait() -> None:
    (mixed,) = (slip for slip in SLIPS if slip.kind == "two encodings in a file" and slip.form == "statement")
    others = [slip for slip in SLIPS if slip.form == "statement" and slip.outcome is Outcome.REPAIRED]
    for slip in others:
        if may_stand_together(slip, mixed, 1) and slip.encoding == "utf-8":
            data = PLAIN_DRESS.bytes_of(lines_with("statement", [slip, mixed], [slip, mixed])[0], "utf-8")
            assert repairs_in(workspace_of("statement", data), FORMS["statement"].name).new == data


def groups(*outcomes: Outcome, lines_between: int = 1) -> Iterator[Sequence[Slip]]:
    """Yield slips of one form, with so many sound lines at least between any two of them."""
    chance = random.Random(17)  # noqa: S311 - the same groups every time
    short = [slip for slip in SLIPS if slip.outcome in outcomes and len(slip.old) <= MOST_LINES and hides_none(slip)]
    of_forms = {form: [slip for slip in short if slip.form == form] for form in FORMS}
    forms = [form for form in FORMS if len(of_forms[form]) > 3 * TOGETHER]
    for number in range(GROUPS):
        form = forms[number % len(forms)] if number % 2 else "plain"
        group: list[Slip] = []
        for slip in chance.sample(of_forms[form], len(of_forms[form])):
            if len(group) < TOGETHER and all(may_stand_together(slip, other, lines_between) for other in group):
                group.append(slip)
        if len(group) == TOGETHER:
            yield group


def hides_none(slip: Slip) -> bool:
    """Tell whether a slip leaves all others to be told: no hidden sign, no year or name in doubt, no line lost."""
    decides = any(word in line.lower() for line in slip.typed for word in ("year:", "party:", "date: 1 december"))
    is_clear = slip.kind not in HIDING_KINDS and not decides
    return not any(find_hidden("\n".join(slip.typed))) and (slip.outcome is Outcome.REPAIRED or is_clear)


def may_stand_together(slip: Slip, other: Slip, lines_between: int) -> bool:
    """Tell whether two slips are so many lines apart, and one file can hold them both."""
    is_apart = slip.end + lines_between <= other.line or other.end + lines_between <= slip.line
    may_agree = slip.kind in MOVING_KINDS and other.kind in MOVING_KINDS
    is_swallowed = any(
        one.kind == "a line that the text above swallows" and two.end == one.line
        for one, two in ((slip, other), (other, slip))
    )  # together with what is wrong with that text it is told once
    is_apart = is_apart and not is_swallowed and not (may_agree and abs(slip.line - other.line) < LINES_OF_ENTRY)
    return is_apart and all(
        one.encoding in ("utf-8", "utf-16") or (two.encoding == "utf-8" and all(map(str.isascii, two.typed)))
        for one, two in ((slip, other), (other, slip))
    )


EIGHT: Final = {
    "of the table": tuple(groups(Outcome.REPAIRED)),
    "of all sorts": tuple(groups(*Outcome)),
    "side by side": tuple(groups(Outcome.REPAIRED, lines_between=0)),
}


@pytest.mark.parametrize("which", EIGHT)
def test_eight_at_a_time(which: str) -> None:
    faults = []
    for number, group in enumerate(EIGHT[which]):
        faults += [f"group {number}: {fault}" for fault in judge(group[0].form, group).faults]
    assert not faults


def test_nine_in_ten_are_repaired() -> None:
    of_table = [slip for slip in SLIPS if slip.outcome is Outcome.REPAIRED]
    as_meant = [slip for slip in of_table if verdict_on(slip).became[slip] is Became.REPAIRED]
    all_of, good_of = (Counter(slip.kind for slip in slips) for slips in (of_table, as_meant))
    for kind, count in all_of.items():
        print(f"{good_of[kind]:4} of {count:3}  {kind}")  # noqa: T201 - shown where the test fails
    assert len(as_meant) >= SHARE * len(of_table)
