"""Any text, put into any place of a form as somebody would type it, is kept, or repaired to that text, or told.

It stands behind its name or its dash, or below a `>-`, and goes on over lines, each as far in as anybody may begin it.
Two texts are equal where they differ in nothing but blanks and the ends of lines; and a text between quotes, which may
be the typist's or YAML's, is also what stands between them. A line that is a note, an entry or a sign for YAML is no
text, and neither is one that begins with a name and its colon: only the first line may be anything.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.drafts.memory import texts
from tests.slips.forms import FORMS
from tests.slips.judging import PLAIN_DRESS, told_lines, values_in, workspace_of
from tests.slips.slip import SLOTS

from compactctl.documents.texts import running
from compactctl.workspace.repairing import repairs_in

BELOW: Final = (
    ("scaffold", "Minutes of the full council"),
    ("scaffold", "An adviser for each cluster of schools"),
    ("scaffold", "Figures of similar schools elsewhere"),
    ("scaffold", "Transport to small schools"),
    ("scaffold", "Journeys take an hour in the west"),
    ("scaffold", "A bus for three villages"),
    ("scaffold", "Let grants be carried over"),
)
"""Places of a text that stands below a `>-`."""
PLACES: Final = (*SLOTS, *BELOW)
DEEPEST: Final = 18

_NAMES = (
    "area", "asks", "authority", "contributions", "date", "department", "due", "editions", "focuses", "id", "issue",
    "note", "party", "priorities", "review_by", "role", "signatures", "source", "sources", "summary", "term", "text",
    "title", "vision", "why", "year",
)  # fmt: skip
_WORDS = (
    *_NAMES, "Two consultants", "the county's", "Results", "2003/04", "1 March 2004", "short", "DfES", ": ", ":", " #3",
    "# ", "- ", "• ", "– ", "* ", "'", '"', "“", "”", "’", "%", "> ", ">-", "[draft]", "{x}", "@", "&", "!", "|", "`",
    ",", ".", "…", "...", "---", "\\", " ", "\t", "\u00a0", "£", "é", "reason:", "Note: ", "a) ", "1. ",
)  # fmt: skip
_words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map("".join)
_NOTE_OR_SIGN: Final = r"#($|[\s#!]|- |\w+:( |$))|[>|][-+0-9]*(\s*#.*)?$"
_ENTRY_OR_NAME: Final = rf"[-–—•*·\uf0b7?:]|(?i:{'|'.join(_NAMES)})\s*[:\uff1a]|[<>=|]{{7}}|\.{{3}}(\s|$)"
_NO_TEXT: Final = re.compile(f"#|{_NOTE_OR_SIGN}|{_ENTRY_OR_NAME}")
lines_of_text: Final = (
    (texts | _words)
    .map(running)
    .filter(lambda line: line and not _NO_TEXT.match(line) and not re.search(r"\s#(\s|$)", line))
)
first_lines: Final = (texts | _words).map(running).filter(lambda line: line and not re.match(_NOTE_OR_SIGN, line))


class Typed(NamedTuple):
    """A text that is typed in lines: its first, and those that follow, with the blanks before each."""

    first: str
    others: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        return running(" ".join([self.first, *(line for _, line in self.others)]))

    @property
    def readings(self) -> Iterator[str]:
        """Yield the text, and what stands in it between quotes where these are around it."""
        yield self.text
        quote = self.text[0]
        if quote in "'\"":
            if len(self.text) > 1 and self.text[-1] == quote:
                inside = self.text[1:-1]
                yield running(inside)
                yield running(inside.replace(f"\\{quote}", quote).replace(quote * 2, quote))
            yield from map(running, _as_yaml_has_it(self.text))


def _as_yaml_has_it(text: str) -> Iterator[str]:
    """Yield what YAML reads, where it takes a text that begins with a quote for one in quotes."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    if isinstance(node, yaml.ScalarNode):
        yield node.value


typed_texts: Final = st.builds(
    Typed,
    first_lines,
    st.lists(st.tuples(st.integers(0, DEEPEST), lines_of_text), max_size=2).map(tuple) | st.just(()),
)


class InForm(NamedTuple):
    """A form with a text typed into it: its lines, and those of them that are the text's, the one of its `>-` too."""

    form: str
    lines: list[str]
    of_text: range

    @property
    def data(self) -> bytes:
        return PLAIN_DRESS.bytes_of(self.lines, "utf-8")


def in_form(place: int, depth: int, typed: Typed) -> InForm:
    """Type a text into its place; below a `>-` its first line begins at the depth too."""
    form, old = PLACES[place]
    lines = FORMS[form].text.split("\n")
    number = next(number for number, line in enumerate(lines) if line.endswith(old))
    before = " " * depth if PLACES[place] in BELOW else lines[number].removesuffix(old)
    new = [before + typed.first, *(" " * blanks + line for blanks, line in typed.others)]
    first = number - 1 if PLACES[place] in BELOW else number
    return InForm(form, lines[:number] + new + lines[number + 1 :], range(first, number + len(new)))


def meant_in(place: int, text: str) -> object:
    """Return the values of a form with a text in its place."""
    form, old = PLACES[place]
    return _exchanged(values_in(form, FORMS[form].text.encode()), old, text)


def _exchanged(value: object, old: str, new: str) -> object:
    if isinstance(value, dict):
        return {key: _exchanged(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [_exchanged(inner, old, new) for inner in value]
    return new if value == old else value


@given(place=st.integers(0, len(PLACES) - 1), depth=st.integers(0, DEEPEST), typed=typed_texts)
@example(place=0, depth=0, typed=Typed("Ranked", ((10, "#3 of nine"),)))
@example(place=0, depth=0, typed=Typed("Ranked", ((8, "#3 of nine"),)))
@example(place=1, depth=0, typed=Typed("Two", ((12, "of these: consultants"),)))
@example(place=1, depth=0, typed=Typed('"Two', ((14, 'consultants"'),)))
@example(place=0, depth=0, typed=Typed("Results differ", ((8, "area by area"),)))
@example(place=34, depth=0, typed=Typed("reason:"))
@example(place=34, depth=4, typed=Typed("Results: the gap"))
@example(place=33, depth=2, typed=Typed("Minutes", ((4, "of the council"),)))
@example(place=37, depth=8, typed=Typed("#3 of nine", ((10, "in the west"),)))
def test_kept_repaired_or_told(place: int, depth: int, typed: Typed) -> None:
    assume(place < len(SLOTS) or not _NO_TEXT.match(typed.first))
    form = in_form(place, depth, typed)
    workspace = workspace_of(form.form, form.data)
    meant = [meant_in(place, text) for text in typed.readings]
    is_told = not told_lines(form.form, workspace).isdisjoint(form.of_text)
    assert is_told or values_in(form.form, form.data) in meant
    fixed = repairs_in(workspace, FORMS[form.form].name)
    if fixed.new != form.data:
        assert values_in(form.form, fixed.new) in [None, *meant]
        again = repairs_in(workspace_of(form.form, fixed.new), FORMS[form.form].name)
        assert again.new == fixed.new


@given(place=st.integers(0, len(PLACES) - 1), depth=st.integers(0, DEEPEST), typed=typed_texts)
def test_nothing_else_changes(place: int, depth: int, typed: Typed) -> None:
    form = in_form(place, depth, typed)
    before, after = max(0, form.of_text.start - 1), len(form.lines) - form.of_text.stop
    new = repairs_in(workspace_of(form.form, form.data), FORMS[form.form].name).new.decode().split("\n")
    assert new[:before] == form.lines[:before]
    assert new[len(new) - after :] == form.lines[form.of_text.stop :]
