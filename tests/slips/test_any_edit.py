"""Whatever is done to a form, letters taken out, put in or doubled, it is read, repaired, and repaired again the same.

What was meant cannot be known here. But a repair that is made is told, in the line where it is made; and a file in
which nothing is told reads as it did before.
"""

from typing import Final, NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st
from tests.slips.forms import FORMS
from tests.slips.judging import findings_in, values_in, workspace_of

from compactctl.workspace.repairing import repairs_in

PIECES: Final = (
    "", "\t", "\u00a0", " ", "  ", "-", "- ", ": ", ":", "#", "# ", " #3", "'", '"', "[", "]", "{", "}", "&", "*", "!",
    "|", ">", ">-", "%", "@", "`", ",", "\n", "\n\n", "\r\n", "\r", "…", "“", "”", "•", "–", "\uf0b7", "：", "\ufeff",
    "\u200b", "\x00", "\x85", "\u2028", "é", "area", "why: ", "note:", "- area: x", "<<<<<<< HEAD\n", "---", "...",
    "~", "null", "\\", "'s", "2004-1-1", "1 March 2004", " " * 30,
)  # fmt: skip


class Edit(NamedTuple):
    """Letters of a text, from one place on so many, that become a piece; or are there twice, where `piece` is None."""

    at: int
    letters: int
    piece: str | None

    def made_in(self, text: str) -> str:
        at = self.at % (len(text) + 1)
        taken = text[at : at + self.letters]
        return text[:at] + (taken * 2 if self.piece is None else self.piece) + text[at + self.letters :]


edits: Final = st.builds(
    Edit, st.integers(0, 5_000), st.sampled_from((0, 0, 1, 2, 5, 20, 60)), st.none() | st.sampled_from(PIECES)
)


@given(
    form=st.sampled_from(sorted(FORMS)),
    made=st.lists(edits, min_size=1, max_size=8),
    encoding=st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")),
)
@example(form="annex", made=[Edit(len(FORMS["annex"].text) - 15, 15, "")], encoding="utf-8")
@example(form="statement", made=[Edit(200, 1, "\u200b")], encoding="utf-16")
@example(form="signed-annex", made=[Edit(0, 0, "–"), Edit(60, 0, "\t")], encoding="cp1252")
@example(form="plain", made=[Edit(184, 0, " ")], encoding="utf-8")
def test_read_and_repaired(form: str, made: list[Edit], encoding: str) -> None:
    text = FORMS[form].text
    for edit in made:
        text = edit.made_in(text)
    data = text.encode(encoding, "replace")
    name = FORMS[form].name
    workspace = workspace_of(form, data)
    findings = findings_in(form, workspace)
    fixed = repairs_in(workspace, name)
    assert fixed.old == data
    assert (fixed.new == data) == (not fixed.repairs)
    offered = {item.repair.line for item in findings if item.repair}
    assert {item.line for item in fixed.repairs} <= offered
    assert repairs_in(workspace_of(form, fixed.new), name).new == fixed.new
    if not findings and values_in(form, data) is not None:
        assert values_in(form, fixed.new) == values_in(form, data)
