"""What is said of all years: what happened on each line, and at the head what nobody has agreed yet."""

import pytest
from tests.changes.making import Values, annex, area, come, compact, edition, files, workspace

from compactctl.coverage.trend import trend
from compactctl.formats.coverage.trend import describe_trend
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import ReadableDocument, Table

YEARS = ("2003/04", "2004/05", "2005/06")


def described(annexes: list[Values], compacts: list[Values] | None = None) -> ReadableDocument:
    return describe_trend(trend(workspace(files(annexes, compacts or []))), Provenance("1.0", "0123456789ab"))


def table(document: ReadableDocument, anchor: str) -> Table:
    """Return the first table of a section."""
    [section] = [section for section in document.sections if section.anchor == anchor]
    return next(block for block in section.blocks if isinstance(block, Table))


@pytest.mark.parametrize(
    ("agendas", "happened"),
    [
        (
            [
                [area("reading")],
                [come("books", "reading"), come("poems", "reading")],
                [come("texts", "books", "poems")],
            ],
            "a became 2 areas in 2004/05; a and b became one in 2005/06",
        ),
        (
            [
                [area("reading"), area("sums"), area("shapes")],
                [area("reading"), come("numbers", "sums", "shapes")],
                [come("basics", "reading", "numbers")],
            ],
            "a, b and c became 2 areas in 2004/05; a and b became one in 2005/06",
        ),
        (
            [[area("reading")], [come("books", "reading"), come("poems", "reading")], [come("texts", "books")]],
            "part of a until 2003/04; renamed in 2005/06",
        ),
        ([[area("reading")], [come("books", "reading")]], "renamed in 2004/05"),
        ([[], [area("reading")]], "new in 2004/05"),
    ],
)
def test_what_happened_on_a_line_is_told_year_by_year(agendas: list[list[Values]], happened: str) -> None:
    document = described([annex(year, *areas) for year, areas in zip(YEARS, agendas, strict=False)])
    [row, *_] = table(document, "areas").rows
    assert row[-1] == happened


def test_what_nobody_has_agreed_yet_stands_at_the_head_whatever_else_does() -> None:
    signed = [{"party": "department", "role": "Minister", "date": "2004-07-01"}]
    agendas = [annex(year, area("reading"), signatures=signed) for year in YEARS]
    document = described([*agendas[:2], annex(YEARS[2], area("reading"))], [compact("kent", edition(YEARS[0]))])
    drafts = "The annex of 2005/06 is a draft, and not agreed"
    proposed = "The annexes of 2003/04 and 2004/05 are proposed, and not agreed"
    assert document.marks == ("The one edition is a draft: nobody has signed it", drafts, proposed)
    assert document.running == f"Coverage from 2003/04 to 2005/06 · {drafts} · {proposed} · revision 0123456789ab"


@pytest.mark.parametrize(
    ("slugs", "mark"),
    [
        (("kent", "norfolk"), "Both editions are drafts: nobody has signed them"),
        (("kent", "norfolk", "surrey"), "All 3 editions are drafts: nobody has signed them"),
    ],
)
def test_drafts_are_counted_as_examples_are(slugs: tuple[str, ...], mark: str) -> None:
    compacts = [compact(slug, edition(YEARS[0])) for slug in slugs]
    assert described([annex(YEARS[0], area("reading"))], compacts).marks[0] == mark


def test_what_was_retired_says_when_and_why_and_has_no_column_without_a_case() -> None:
    first = annex(YEARS[0], area("reading"), area("numbers"), area("shapes"))
    document = described([first, annex(YEARS[1], area("reading"), retired=["numbers"])])
    retired = table(document, "retired")
    assert [column.title for column in retired.columns][2:] == [
        *("2003/04 to 2004/05", "in 2003/04", "with an edition", "what happened"),
    ]
    assert [row[-1] for row in retired.rows] == ["retired in 2004/05: Why numbers went", "retired in 2004/05"]
    assert "what happened" not in [column.title for column in table(document, "areas").columns]


def described_around(
    oldest: list[Values], newest: list[Values], *, lost: bool
) -> tuple[ReadableDocument, list[object]]:
    """Return what is said of two years, and of each area what happened; an annex between them is lost, or none."""
    between = {"annex/2004-05.yaml": "x: ["} if lost else {}
    record = files([annex("2003/04", *oldest), annex("2005/06", *newest)], [], **between)
    document = describe_trend(trend(workspace(record)), Provenance("1.0", "0123456789ab"))
    return document, [row[-1] for row in table(document, "areas").rows]


@pytest.mark.parametrize(("lost", "happened"), [(False, "renamed in 2005/06"), (True, "renamed by 2005/06")])
def test_the_year_of_another_name_is_not_told_where_it_may_be_a_lost_one(*, lost: bool, happened: str) -> None:
    newest = {**area("reading"), "title": "Books"}
    assert described_around([area("reading")], [newest], lost=lost)[1] == [happened]


@pytest.mark.parametrize("lost", [False, True])
def test_where_it_cannot_be_told_what_an_area_was_that_is_said(*, lost: bool) -> None:
    newest = [area("reading"), come("books", "poems") if lost else area("books", **{"from": "reading"})]
    document, happened = described_around([area("reading"), area("sums")], newest, lost=lost)
    assert happened == ["", "what it was before 2005/06 cannot be told"]
    assert all(section.anchor != "retired" for section in document.sections)
