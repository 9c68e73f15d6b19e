"""What readers are told of a revision: a line a document, and in it what came, went or changed."""

import re
from collections.abc import Iterator
from typing import Final

from tests.changes.making import Files, annex, area, compact, edition, files, since
from tests.formats.changes.sample import PROVENANCE

from compactctl.formats.changes.revision import describe_revision
from compactctl.formats.readable import terminal
from compactctl.formats.readable.document import Folded, text_of

ANNEXES: Final = [annex(year, area("reading"), area("sport")) for year in ("2003/04", "2004/05")]
SIGNED: Final = [{"party": "authority", "role": "Leader", "date": "2003-12-01"}]
FIRST: Final = compact("hampshire", edition("2003/04", "reading", "sport", signatures=SIGNED))
BOTH: Final = compact("hampshire", *FIRST["editions"], edition("2004/05", "sport"))


def lines(old: Files, new: Files) -> dict[str, tuple[str, str]]:
    """Return of each document what became of it, and its line."""
    return {fold.heading: (fold.badge, text_of(fold.line)) for fold in _folded(old, new)}


def _folded(old: Files, new: Files) -> Iterator[Folded]:
    sections = describe_revision(since(old, new), PROVENANCE).sections
    return (block for section in sections for block in section.blocks if isinstance(block, Folded))


def told(old: Files, new: Files) -> str:
    text = terminal.draw(describe_revision(since(old, new), PROVENANCE), full=True)
    return " ".join(text.replace("- ", "").split())


def test_a_document_that_comes_is_one_line_with_its_status_and_areas() -> None:
    old, new = files(ANNEXES[:1]), files(ANNEXES, [FIRST])
    assert lines(old, new) == {
        "The annex of 2004/05": ("added", "2004/05 draft (data/annex/2004-05.yaml)"),
        "Hampshire": ("added", "2003/04 proposed (data/compacts/hampshire.yaml)"),
    }
    assert "2003/04: proposed: Title of reading, Title of sport" in told(old, new)
    assert "2004/05: draft: Title of reading, Title of sport" in told(old, new)


def test_a_document_that_goes_is_told_as_it_was() -> None:
    old, new = files(ANNEXES, [BOTH]), files(ANNEXES)
    assert lines(old, new)["Hampshire"] == ("removed", "2003/04 proposed, 2004/05 draft (data/compacts/hampshire.yaml)")


def test_an_edition_that_comes_or_goes_is_told_with_its_status_and_areas() -> None:
    first, both = files(ANNEXES, [FIRST]), files(ANNEXES, [BOTH])
    assert lines(first, both)["Hampshire"] == ("changed", "1 edition put in (data/compacts/hampshire.yaml)")
    assert re.search(r"new edition 2004/05 \(line \d+\) draft: Title of sport Taking", told(first, both))
    assert re.search(r"edition gone 2004/05 \(was line \d+\) draft: Title of sport Taking", told(both, first))


def test_a_second_edition_of_a_year_is_told_as_such() -> None:
    twice = files(ANNEXES, [compact("hampshire", *FIRST["editions"], edition("2003/04", "sport"))])
    assert "new edition 2003/04, a second one (line" in told(files(ANNEXES, [FIRST]), twice)


def test_a_document_without_years_is_told_by_its_file() -> None:
    old, new = files(ANNEXES), {**files(ANNEXES), "config.yaml": {"levels": {"one-sided": "error"}}}
    assert lines(old, new) == {"The settings": ("added", "data/config.yaml")}


def test_days_are_written_as_people_write_them() -> None:
    later = [{**SIGNED[0], "date": "2004-01-12"}]
    edited = compact("hampshire", {**FIRST["editions"][0], "review_by": "2004-12-31", "signatures": later})
    story = told(files(ANNEXES, [FIRST]), files(ANNEXES, [edited]))
    assert "none, now 31 December 2004" in story
    assert "12 January 2004" in story
    assert "2004-12-31" not in story
