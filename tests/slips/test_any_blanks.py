"""Blanks typed in any wrong way, on some lines of a form at once, never make another document of it in silence.

A line begins anywhere; a tab or a no-break space stands where a blank belongs, or none does; a text goes on in another
line. Not a letter of it differs, so that there is one thing that can have been meant: the form as it was. Whatever is
typed like this reads as the form does, or is told on one of its lines or beside it; and what is repaired reads as the
form does, or is told again.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st
from tests.slips.forms import FORMS
from tests.slips.judging import PLAIN_DRESS, told_lines, values_in, workspace_of

from compactctl.workspace.repairing import repairs_in

TOGETHER: Final = 8
_LINE: Final = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<name>[a-z_]+:(?: |$))?(?P<text>.*)")


class Typed(NamedTuple):
    """How a line is typed: what stands before it, behind its dash and its colon, and where it is broken in two.

    None leaves a place as it is. `broken` says at which of its blanks a text is broken, and what begins the next line.
    """

    line: int
    indent: str | None = None
    after_dash: str | None = None
    after_colon: str | None = None
    broken: tuple[int, str] | None = None

    def lines(self, line: str) -> list[str]:
        """Return a line of the form as it is typed."""
        match = _LINE.fullmatch(line)
        if not match or not line.strip() or line.lstrip().startswith("#"):
            return [line]
        indent, dash, name, text = (match[part] or "" for part in ("indent", "dash", "name", "text"))
        rest = ""
        blanks = [found.start() for found in re.finditer(" ", text)]
        if self.broken and blanks and text[0] not in "[>":
            at = blanks[self.broken[0] % len(blanks)]
            text, rest = text[:at], f"\n{self.broken[1]}{text[at + 1 :]}"
        if dash and self.after_dash is not None and (text or name):
            dash = f"-{self.after_dash}"
        if name.endswith(" ") and self.after_colon is not None:
            name = f"{name[:-1]}{self.after_colon}"
        typed = f"{indent if self.indent is None else self.indent}{dash}{name}{text}{rest}"
        return typed.split("\n")


_blanks = st.integers(0, 18).map(" ".__mul__)
_indents = _blanks | st.lists(st.sampled_from(("\t", "  ", " ", "\u00a0", "\u3000")), max_size=6).map("".join)
_behind = st.sampled_from((" ", "", "  ", "\t", "\u00a0", " \u00a0", "\u2009"))


def typed_lines(most: int) -> st.SearchStrategy[list[Typed]]:
    return st.lists(
        st.builds(
            Typed,
            st.integers(0, 80),
            st.none() | _indents,
            st.none() | _behind,
            st.none() | _behind,
            st.none() | st.tuples(st.integers(0, 9), _blanks),
        ),
        min_size=1,
        max_size=most,
        unique_by=lambda typed: typed.line,
    )


def in_form(form: str, typed: Sequence[Typed]) -> tuple[bytes, frozenset[int]]:
    """Return a form with some of its lines typed otherwise, and the numbers of these, counted from 0."""
    lines: list[str] = []
    touched: set[int] = set()
    by_line = {item.line: item for item in typed}
    for number, line in enumerate(FORMS[form].text.split("\n")):
        now = by_line[number].lines(line) if number in by_line else [line]
        if now != [line]:
            touched |= set(range(len(lines), len(lines) + len(now)))
        lines += now
    return PLAIN_DRESS.bytes_of(lines, "utf-8"), frozenset(touched)


@given(form=st.sampled_from(sorted(FORMS)), typed=st.one_of(typed_lines(1), typed_lines(3), typed_lines(TOGETHER)))
@example(form="plain", typed=[Typed(17, indent=" " * 14)])
@example(form="plain", typed=[Typed(17, indent=" " * 14, after_dash="")])
@example(form="plain", typed=[Typed(45, indent="", after_colon="")])
@example(form="statement", typed=[Typed(1, indent=" ", after_colon="")])
@example(form="plain", typed=[Typed(46, indent=" " * 12, after_dash="")])
@example(form="annex", typed=[Typed(28, indent="", after_colon="")])
@example(form="scaffold", typed=[Typed(57, indent=" " * 18)])
@example(form="scaffold", typed=[Typed(34, indent=" " * 17, after_dash="")])
@example(form="plain", typed=[Typed(13, broken=(0, " " * 12))])
def test_kept_repaired_or_told(form: str, typed: list[Typed]) -> None:
    data, touched = in_form(form, typed)
    meant = values_in(form, FORMS[form].text.encode())
    workspace = workspace_of(form, data)
    if values_in(form, data) != meant:
        beside = {line + by for line in touched for by in (-1, 0, 1)}
        assert not told_lines(form, workspace).isdisjoint(beside)
    fixed = repairs_in(workspace, FORMS[form].name)
    repaired = workspace_of(form, fixed.new)
    if fixed.new != data and values_in(form, fixed.new) != meant:
        assert told_lines(form, repaired)
    assert repairs_in(repaired, FORMS[form].name).new == fixed.new
