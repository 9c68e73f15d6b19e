"""What readers are told of two years: totals first, the agenda, then authority by authority, in their own words."""

from collections.abc import Iterable
from typing import Any, Final, TypeVar

import pytest
from tests.changes.making import Files, Values, annex, area, between, compact, edition, files, priority
from tests.formats.changes.sample import PROVENANCE, year_changes

from compactctl.formats.changes.years import describe_years
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable import terminal
from compactctl.formats.readable.document import (
    Bar,
    Block,
    Folded,
    Line,
    Links,
    Paragraph,
    ReadableDocument,
    Section,
    Sparkline,
    Table,
    TableCell,
    text_of,
)

B = TypeVar("B", bound=Block)

YEARS: Final = ("2003/04", "2004/05")
ANNEXES: Final = [
    annex("2003/04", area("reading"), area("choices"), area("sport")),
    annex("2004/05", area("reading"), {**area("pathways"), "from": ["choices"]}, area("music"), retired=["sport"]),
]
ANSWER: Final = {"date": "2004-06-01", "text": "It will be looked at"}


def compared(*compacts: Values, years: tuple[str, str] = YEARS, authority: str | None = None) -> ReadableDocument:
    return describe_years(between(files(ANNEXES, compacts), *years, authority), PROVENANCE)


def lead(document: ReadableDocument) -> str:
    return " ".join(map(text_of, document.lead))


def text(document: ReadableDocument) -> str:
    return " ".join(terminal.draw(document, full=True).split())


def renewed(slug: str, first: list[Values | str], second: list[Values | str], **keys: Any) -> Values:  # noqa: ANN401
    return compact(slug, edition("2003/04", *first), edition("2004/05", *second, **keys))


def blocks(sections: Iterable[Section], kind: type[B]) -> list[B]:
    """Return the blocks of a kind, in sections and those within them, in their order."""
    inner = [block for section in sections for block in section.blocks]
    of_kind = [block for block in inner if isinstance(block, kind)]
    nested = [block for block in inner if isinstance(block, Section)]
    return [*of_kind, *(blocks(nested, kind) if nested else ())]


def line_of(cell: TableCell) -> Line:
    return cell if isinstance(cell, tuple) and not isinstance(cell, Bar | Sparkline) else ()


def rows(document: ReadableDocument) -> list[tuple[TableCell, ...]]:
    [table] = blocks(document.sections, Table)
    return [tuple(text_of(line_of(cell)) or cell for cell in row) for row in table.rows]


THREE: Final = (
    renewed("hampshire", ["reading", "choices", "sport"], ["reading", "pathways", "music"]),
    compact("norfolk", edition("2003/04", "reading", "sport")),
    compact("surrey", edition("2004/05", "reading")),
)


def test_the_totals_come_first_and_are_of_those_that_renewed() -> None:
    document = compared(*THREE)
    assert lead(document) == (
        "Of 3 priorities of the one that renewed: 1 kept, 1 carried to another area, 1 dropped; 1 taken up anew. "
        "1 has not renewed yet, 1 has an edition of 2004/05 and had none of 2003/04."
    )


def test_the_parts_stand_in_the_order_in_which_readers_ask() -> None:
    agenda, authorities = compared(*THREE).sections
    assert (agenda.title, authorities.title) == ("The agenda", "The authorities")
    titles = [section.title for section in blocks([authorities], Section)]
    assert titles == ["Renewed (1)", "New (1)", "Not renewed yet (1)"]


def test_each_authority_has_a_heading_a_stable_name_and_a_line() -> None:
    told = {
        fold.anchor: (fold.heading, text_of(fold.line))
        for fold in blocks(compared(*THREE).sections, Folded)
        if fold.heading
    }
    assert told == {
        "hampshire": ("Hampshire", "draft in both years; 1 kept, 1 carried, 1 dropped, 1 taken up anew"),
        "norfolk": ("Norfolk", "draft in 2003/04; 2 priorities"),
        "surrey": ("Surrey", "draft in 2004/05; 1 priority"),
    }


def test_the_names_lead_to_the_authorities_from_a_to_z() -> None:
    [names] = blocks(compared(*THREE).sections, Links)
    assert names.can_be_searched
    assert [(name.text, name.link) for name in names.links] == [
        ("Hampshire", "#hampshire"),
        ("Norfolk", "#norfolk"),
        ("Surrey", "#surrey"),
    ]


def test_in_a_site_areas_and_authorities_lead_to_their_pages() -> None:
    document = describe_years(between(files(ANNEXES, THREE), *YEARS), PROVENANCE, LinkTargets("../"))
    paragraphs = [block for fold in blocks(document.sections, Folded) for block in fold.blocks]
    lines = [block.line for block in paragraphs if isinstance(block, Paragraph)]
    assert [words.link for line in lines for words in line] == [
        *("../authorities/hampshire.html", "../authorities/surrey.html", "../authorities/norfolk.html"),
    ]
    [table] = blocks(document.sections, Table)
    cells = [
        cell for row in table.rows for cell in row if isinstance(cell, tuple) and not isinstance(cell, Bar | Sparkline)
    ]
    links = [words.link for line in cells for words in line if words.link]
    assert links == [f"../areas/{area}.html" for area in ("reading", "choices", "pathways", "music", "sport")]


def test_the_agenda_is_told_as_it_was_and_as_it_is() -> None:
    assert rows(compared(*THREE)) == [
        ("a, Title of reading", "as it was", 2, 2),
        ("b, Title of choices", "b, Title of pathways (replaced)", 1, 1),
        ("new", "c, Title of music", None, 1),
        ("c, Title of sport", "retired", 2, None),
    ]


def test_a_letter_of_an_old_year_says_so() -> None:
    told = text(compared(*THREE))
    assert "carried Title of choices (b in 2003/04) → b, Title of pathways" in told
    assert "dropped Title of sport (c in 2003/04)" in told


def test_one_authority_comes_first_and_of_the_agenda_only_what_touches_it() -> None:
    document = compared(*THREE, authority="norfolk")
    first, second = document.sections
    assert (first.title, first.anchor) == ("The compact", "norfolk")
    assert second.title == "The agenda, as far as it touches Norfolk"
    assert lead(document) == "Draft in 2003/04. 2 priorities."
    assert rows(document) == [("a, Title of reading", "as it was"), ("c, Title of sport", "retired")]


def test_what_each_edition_has_of_its_own_is_no_line() -> None:
    """Title, signatures, note and days of review are another each year; the status that follows is told."""
    signature = {"party": "authority", "role": "Leader", "date": "2003-12-01"}
    review = {"date": "2004-07-01", "text": "All went well"}
    own = {"signatures": [signature], "note": "A note", "review_by": "2004-12-31", "review": review}
    annexes = [
        annex("2003/04", area("reading"), note="A first note", signatures=[{**signature, "party": "department"}]),
        annex("2004/05", area("reading"), title="Another title"),
    ]
    contents = files(
        annexes, [compact("hampshire", edition("2003/04", "reading", **own), edition("2004/05", "reading"))]
    )
    document = describe_years(between(contents, *YEARS), PROVENANCE)
    told = text(document)
    assert not [word for word in ("Leader", "note:", "A note", "review", "31 December", "Another") if word in told]
    assert "proposed in 2003/04; draft in 2004/05; 1 kept" in told
    assert "Nothing differs but what the documents of each year have of their own" in told


def test_without_any_difference_nothing_is_said_to_differ() -> None:
    same = [annex(year, area("reading")) for year in YEARS]
    contents = files(same, [compact("hampshire", *(edition(year, "reading") for year in YEARS))])
    assert lead(describe_years(between(contents, *YEARS), PROVENANCE)) == "No change."


# --- what cannot be told


BROKEN: Final = pytest.mark.parametrize(
    "broken",
    [priority("sport", term="soon"), priority("sprot"), "not a map"],
    ids=["schema", "rule", "no map"],
)


@BROKEN
def test_a_priority_that_may_go_on_in_one_that_is_broken_is_not_said_to_be_dropped(broken: Values | str) -> None:
    second = {**edition("2004/05", "reading"), "priorities": [priority("reading"), broken]}
    document = compared(compact("hampshire", edition("2003/04", "reading", "sport"), second))
    assert lead(document).startswith(
        "Of 2 priorities of the one that renewed: 1 kept, 0 carried to another area, 0 dropped, 1 cannot be told"
    )
    assert "cannot be told Title of sport (c in 2003/04)" in text(document)


@BROKEN
def test_a_priority_that_may_have_been_one_that_is_broken_is_not_said_to_be_taken_up_anew(
    broken: Values | str,
) -> None:
    first = {**edition("2003/04", "reading"), "priorities": [priority("reading"), broken]}
    document = compared(compact("hampshire", first, edition("2004/05", "reading", "music")))
    assert lead(document) == (
        "Of 1 priority of the one that renewed: 1 kept, 0 carried to another area, 0 dropped; "
        "0 taken up anew, 1 cannot be told."
    )
    assert "1 kept, 1 cannot be told" in text(document)
    assert "cannot be told c, Title of music" in text(document)


def test_an_ask_that_may_go_on_in_one_that_is_broken_is_not_said_to_be_gone() -> None:
    asks = [{"text": "Ask us less"}], [{"text": "Ask us less", "answered": ANSWER}]
    editions = [edition(year, "reading", asks=of_year) for year, of_year in zip(YEARS, asks, strict=True)]
    told = text(compared(compact("hampshire", *editions)))
    assert "asks: 1 cannot be told" in told
    assert "no longer asked" not in told


def test_an_ask_that_may_have_been_one_that_is_broken_is_not_said_to_be_new() -> None:
    asks = [{"text": "Ask us less", "answered": ANSWER}], [{"text": "Ask us less"}]
    editions = [edition(year, "reading", asks=of_year) for year, of_year in zip(YEARS, asks, strict=True)]
    told = text(compared(compact("hampshire", *editions)))
    assert "asks: 1 cannot be told" in told
    assert "cannot be told Ask us less" in told


@pytest.mark.parametrize("years", [YEARS, YEARS[::-1]], ids=["forward", "backward"])
def test_where_an_area_may_come_from_another_nothing_is_said_to_be_new_or_dropped(years: tuple[str, str]) -> None:
    annexes = [ANNEXES[0], annex("2004/05", area("reading"), {**area("pathways"), "form": ["choices"]})]
    document = describe_years(
        between(files(annexes, [renewed("hampshire", ["reading", "choices"], ["reading", "pathways"])]), *years),
        PROVENANCE,
    )
    told = lead(document)
    assert "1 kept, 0 carried to another area, 0 dropped, 1 cannot be told; 0 taken up anew, 1 cannot be told." in told
    assert "1 as it was, 3 cannot be told" in text(document)
    assert "(new)" not in text(document)


def test_an_area_that_is_retired_for_sure_is_told_as_such_beside_one_that_may_come_from_any() -> None:
    second = annex("2004/05", area("reading"), {**area("pathways"), "form": ["choices"]}, retired=["sport"])
    assert "1 as it was, 1 retired, 2 cannot be told" in text(
        describe_years(between(files([ANNEXES[0], second]), *YEARS), PROVENANCE)
    )


def test_where_it_cannot_be_read_whether_an_area_is_named_locally_its_issues_are_not_dropped() -> None:
    annexes = [
        annex("2003/04", area("local", named_locally="true")),
        annex("2004/05", area("local", named_localy="true")),
    ]
    ferries = priority("local", issue="Ferries")
    document = describe_years(between(files(annexes, [renewed("hampshire", [ferries], [ferries])]), *YEARS), PROVENANCE)
    assert "0 dropped, 1 cannot be told; 0 taken up anew, 1 cannot be told" in lead(document)


def test_a_compact_whose_end_cannot_be_read_did_not_end_for_sure() -> None:
    ended = {"date": "soon", "text": "By agreement"}
    document = compared(compact("hampshire", edition("2003/04", "reading"), ended=ended))
    assert lead(document) == "1 may have ended (the day cannot be read)."
    assert "Not renewed yet" not in text(document)


AGENDAS: Final = [annex(year, area("reading", title=f"Reading in {year}")) for year in YEARS]
BROKEN_YEARS: Final = pytest.mark.parametrize("broken", [{"year": "2004-5"}, {}, {"yaer": "2004/05"}], ids=str)


def of_broken_year(broken: Values, *areas: Values | str) -> Values:
    return {**broken, "priorities": edition("2004/05", *areas)["priorities"]}


@BROKEN_YEARS
@pytest.mark.parametrize("years", [YEARS, YEARS[::-1]], ids=["forward", "backward"])
def test_an_edition_that_may_be_of_a_year_that_cannot_be_read_is_not_said_to_be_missing(
    broken: Values, years: tuple[str, str]
) -> None:
    old, new = years
    norfolk = compact("norfolk", edition(old, "reading"), of_broken_year(broken, "reading"))
    result = between(files(AGENDAS, [norfolk, compact("surrey", edition(old, "reading"))]), *years)
    assert result.not_renewed == ("surrey",)
    assert [part.not_moved for part in result.annex] == [("surrey",)]
    assert (result.totals.lost, result.totals.old_priorities) == (2, 2)
    document = describe_years(result, PROVENANCE)
    last = "1 may have an edition of both years (the year of one cannot be read)."
    assert lead(document).endswith(f"1 {'had no edition' if new < old else 'has not renewed'} yet, {last}")
    told = text(document)
    assert "May have an edition of both years (1) Norfolk" in told
    assert f"whether it has an edition of {new} cannot be told: the year of one cannot be read; 1 priority" in told
    assert text_of(document.notices[0].entries[0].line) == "data/compacts/norfolk.yaml"


@BROKEN_YEARS
def test_nor_is_all_new_where_an_edition_of_the_old_year_may_be_there(broken: Values) -> None:
    now = edition("2004/05", "reading", asks=[{"text": "Ask us less"}])
    document = compared(compact("surrey", of_broken_year(broken, "reading"), now))
    assert lead(document) == "1 may have an edition of both years (the year of one cannot be read)."
    told = text(document)
    assert "whether it has an edition of 2003/04 cannot be told" in told
    assert "cannot be told a, Title of reading" in told
    assert "cannot be told Ask us less" in told
    assert "new ask" not in told
    assert "New (1)" not in told


@BROKEN_YEARS
def test_where_both_editions_are_there_another_without_a_year_changes_nothing(broken: Values) -> None:
    editions = [edition(year, "reading") for year in YEARS]
    documents = [compared(compact("surrey", *more, *editions)) for more in ([], [of_broken_year(broken, "reading")])]
    assert lead(documents[0]) == lead(documents[1])
    assert blocks(documents[0].sections, Folded) == blocks(documents[1].sections, Folded)


def test_where_the_authority_was_not_there_yet_no_edition_can_be_missing() -> None:
    years = ("2007/08", "2009/10")
    annexes = [annex(year, area("reading")) for year in years]
    bedford = compact("bedford", of_broken_year({"year": "soon"}, "reading"), edition("2009/10", "reading"))
    document = describe_years(between(files(annexes, [bedford]), *years), PROVENANCE)
    assert lead(document) == "1 has an edition of 2009/10 and had none of 2007/08."


# --- asks


def test_an_answer_that_is_another_is_told() -> None:
    answers = [ANSWER, {**ANSWER, "text": "It will not be looked at"}]
    editions = [
        edition(year, "reading", asks=[{"text": "Ask us less", "answer": answer}])
        for year, answer in zip(YEARS, answers, strict=True)
    ]
    told = text(compared(compact("hampshire", *editions)))
    assert "asks: 1 with another answer" in told
    assert "1 June 2004: It will {+not+} be looked at" in told
    told = text(compared(compact("hampshire", *editions), years=("2004/05", "2003/04")))
    assert "It will [-not-] be looked at" in told


@pytest.mark.parametrize(
    ("areas", "told_as"),
    [
        (("reading", "music"), "reading, now music"),
        ((None, "reading"), "none, now reading"),
        (("choices", "pathways"), None),
    ],
)
def test_an_ask_of_another_area_is_told_unless_its_own_became_that(
    areas: tuple[str | None, str], told_as: str | None
) -> None:
    asks = [[{"text": "Ask us less", **({"area": name} if name else {})}] for name in areas]
    editions = [edition(year, asks=of_year) for year, of_year in zip(YEARS, asks, strict=True)]
    told = text(compared(compact("hampshire", *editions)))
    assert ("asks: 1 of another area" in told) is (told_as is not None)
    if told_as:
        assert f"area Ask us less - area: {told_as}" in told


def test_where_nobody_has_an_edition_of_either_year_that_is_said() -> None:
    assert lead(compared()).endswith("No authority has an edition of 2003/04 or 2004/05.")


@pytest.mark.parametrize(
    "editions", ["none yet", [of_broken_year({"year": "2004-5"}, "reading")]], ids=["none", "year"]
)
def test_where_no_edition_can_be_read_that_is_said_of_what_can_be_read(editions: object) -> None:
    document = compared({"authority": "norfolk", "editions": editions})
    assert lead(document).endswith("No authority has an edition of 2003/04 or 2004/05 in what can be read.")
    assert text_of(document.notices[0].entries[0].line) == "data/compacts/norfolk.yaml"


def test_an_ask_that_nobody_has_written_yet_is_no_text_to_read() -> None:
    told = text(compared(renewed("hampshire", ["reading"], ["reading"], asks=[{"text": "TODO what is asked"}])))
    assert "new ask an ask still to be written" in told
    assert "TODO" not in told


# --- what must not be missed


def test_drafts_and_examples_stand_at_the_head_and_on_each_sheet_of_paper() -> None:
    document = describe_years(year_changes(), PROVENANCE)
    assert document.marks == (
        "2 of the 7 editions of 2007/08 are examples, not real compacts",
        "1 of the 4 editions of 2009/10 is an example, not a real compact",
        "Example, not a real annex: that of 2009/10",
        "The annex of 2007/08 is a draft, and not agreed",
    )
    assert document.running == (
        "From 2007/08 to 2009/10 · with examples that are not real · The annex of 2007/08 is a draft, and not agreed"
        " · revision 0123456789ab"
    )


def test_the_end_says_where_it_comes_from_and_that_nobody_is_ranked() -> None:
    ending = " ".join(map(text_of, describe_years(year_changes(), PROVENANCE).ending))
    assert "What is not renewed yet is not dropped." in ending
    assert "nobody is ranked" in ending
    assert "compactctl 1.2.3 from the record alone, revision 0123456789ab" in ending


def test_files_that_cannot_be_read_are_named_before_all_else() -> None:
    contents: Files = {**files(ANNEXES, THREE), "compacts/rutland.yaml": "a: &b c"}
    document = describe_years(between(contents, *YEARS), PROVENANCE)
    [notice] = document.notices
    assert text_of(notice.entries[0].line) == "data/compacts/rutland.yaml"
