"""Any text that is typed into any place of a form is kept as it was typed, or told: never another one in silence."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.changes.making import MemoryTree
from tests.drafts.memory import texts

from compactctl.documents.texts import running
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks
from compactctl.rules.samples import BASE, COMPACT
from compactctl.rules.settings import Selection
from compactctl.workspace.document_files import read_compact
from compactctl.workspace.loading import read_workspace

FORM = """\
authority: hampshire
note: «
sources:
  - «
ended:
  date: 2004-01-10
  text: «
  source: «
editions:
  - year: 2003/04
    note: «
    review:
      date: 2004-01-08
      text: «
    priorities:
      - area: local-issues
        issue: «
        term: short
        why: «
        contributions:
          authority:
            - «
            - The second thing
          department:
            - «
    asks:
      - text: «
        area: local-issues
        answer:
          date: 2004-01-06
          text: «
          source: «
    signatures:
      - party: authority
        name: «
        role: «
        date: 2003-12-01
"""
PLACES = FORM.count("«")
PLAIN = "A text like any other"
IS_NOTE = re.compile(r"#($|[\s#!]|- |\w+:( |$))|[>|][-+0-9]*(\s*#(\s.*)?)?$")
"""A line of its own that begins like this is a note, whoever wrote it, or says that the text stands below."""
LINES = (
    st.tuples(texts, texts)
    .filter(lambda pair: not any(IS_NOTE.match(running(line)) for line in pair))
    .map(lambda pair: "\n              ".join(running(line) for line in pair))
)


def typed(place: int, text: str) -> str:
    """Return the form with a text in one of its places, and plain ones in the others."""
    pieces = FORM.split("«")
    return pieces[0] + "".join((text if index == place else PLAIN) + piece for index, piece in enumerate(pieces[1:]))


def leaves(value: object) -> Iterator[object]:
    """Yield all single values of a document."""
    if isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif (by_key := getattr(value, "by_key", None)) is not None:
        for inner in by_key().values():
            yield from leaves(inner)
    else:
        yield value.strip() if isinstance(value, str) else value


def read(text: str) -> list[object]:
    document = read_compact(MemoryTree({COMPACT: text}), "hampshire").document
    assert document is not None
    return list(leaves(document.content))


def is_told(text: str) -> bool:
    """Tell whether there is any finding in the compact, but that it counts more than it should."""
    workspace = read_workspace(MemoryTree({**BASE, COMPACT: text}), "data")
    findings = check(Checks(workspace, date(2004, 1, 15)), Selection())
    return any(item.place.file == COMPACT for item in findings)


def is_quoted(text: str) -> bool:
    """Tell whether the text begins with a quote: where YAML takes it, the quotes are YAML's, and a note may follow."""
    return text[0] in "'\""


@pytest.mark.parametrize("place", range(PLACES))
def test_the_form_itself_has_nothing_to_tell(place: int) -> None:
    assert not is_told(typed(place, PLAIN))
    assert read(typed(place, "Another")) != read(typed(place, PLAIN))


@given(place=st.integers(0, PLACES - 1), text=texts.map(running) | LINES)
@example(place=7, text="Ranked #3 to #9")
@example(place=7, text="Ranked\n              #3 to #9")
@example(place=7, text="#3 of all\n              and more")
@example(place=7, text="TODO")
@example(place=7, text="> #1 in the county")
def test_kept_or_told(place: int, text: str) -> None:
    written = typed(place, text)
    if is_told(written) or is_quoted(text):
        return
    expected = [running(text) if value == "Mark" else value for value in read(typed(place, "Mark"))]
    assert [running(value) if isinstance(value, str) else value for value in read(written)] == expected
