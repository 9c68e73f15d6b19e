"""A form as it is drawn: what stands in its boxes, and what Word, LibreOffice and a screen reader need of it."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafts.memory import annex, area, compact, priority, texts, workspace
from tests.forms.drawn import FIRST, SECOND, controls, drawn, found, name, part, record, said, text_of, value
from tests.running import DATA

from compactctl.documents.years import AcademicYear
from compactctl.forms.boxes import FIELDS, HINTS, LISTS, REVIEW_BY, TAG, bookmark_of, digest, field_of, values_of
from compactctl.forms.reading import fixed_lines, read_form
from compactctl.word.package import Package
from compactctl.words import WHAT_A_COMPACT_IS
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.workspace import Workspace

SPACE = open_workspace(DATA)
EVERY = [(slug, year) for slug in SPACE.compact_slugs for year in (FIRST, SECOND)]
EVERY.remove(("northamptonshire", FIRST))
ORDER = ("alias", "tag", "id", "lock", "showingPlcHdr", "richText", "dropDownList", "date", "group")
"""Of the properties of a control, as the schema has it."""


MORE = (
    "More priorities or asks than there are boxes? Send this form back, and ask for a new one, which has more of them."
)


def space_of(*priorities: dict[str, Any], areas: tuple[dict[str, Any], ...] = (), **more: object) -> Workspace:
    """Return a workspace with one edition, of Bexley in 2004/05."""
    areas = areas or (area("a", "reading"), area("b", "writing"), area("c", "issues", named_locally=True))
    return workspace(
        {
            "annex/2004-05.yaml": annex("2004/05", *areas),
            "compacts/bexley.yaml": compact("bexley", "2004/05", *priorities, **more),
        }
    )


@pytest.mark.parametrize(("slug", "year"), EVERY)
def test_every_edition_of_the_record_is_read_back_as_it_stands(slug: str, year: AcademicYear) -> None:
    form = read_form(drawn(SPACE, slug, year))
    values = values_of(record(SPACE, slug, year).edition.content)
    assert (form.authority, form.year, form.objections, form.comments) == (slug, str(year), (), 0)
    assert {tag: box for tag, box in said(form).items() if box and tag != REVIEW_BY} == {
        tag: box for tag, box in values.items() if box and tag != REVIEW_BY
    }
    assert {tag: given for tag, given in form.digests.items() if tag in values} == {
        tag: digest(box) for tag, box in values.items()
    }


@settings(max_examples=50)
@given(st.lists(texts, min_size=1, max_size=4), texts, texts)
def test_any_text_is_read_back_as_it_stands(entries: list[str], why: str, ask: str) -> None:
    space = space_of(
        priority("reading", why=why, contributions={"authority": entries, "department": []}), asks=[{"text": ask}]
    )
    form = drawn(space, "bexley")
    values = values_of(record(space, "bexley", SECOND).edition.content)
    returned = read_form(form)
    assert returned.objections == ()
    assert {tag: box for tag, box in said(returned).items() if tag in values} == values
    assert form == drawn(space, "bexley")


def test_the_boxes_are_those_of_the_edition_and_some_empty_ones() -> None:
    form = drawn(SPACE, "hampshire", FIRST)
    tags = list(controls(form))
    priorities = [int(tag.split("/")[1]) for tag in tags if tag.endswith("/area")]
    assert priorities == [1, 2, 3, 4, 5, 6]  # five that are taken up, and half of thirteen open areas is six
    assert tags == [
        *(f"priority/{number}/{field}" for number in priorities for field in FIELDS),
        *(f"ask/{number}/text" for number in range(1, 7)),
        REVIEW_BY,
    ]


@pytest.mark.parametrize(
    ("at_most", "open_areas", "taken", "empty"),
    [(None, 40, 1, 6), (None, 10, 1, 4), (None, 10, 9, 1), (3, 10, 1, 2), (9, 10, 3, 6), (None, 3, 1, 2)],
)
def test_as_many_empty_priorities_as_may_still_matter_most(
    at_most: int | None, open_areas: int, taken: int, empty: int
) -> None:
    areas = [area("abcdefghijklmnopqrstuvwxyz"[number % 26], f"area-{number}") for number in range(open_areas)]
    more = {"at_most": at_most} if at_most else {}
    space = workspace(
        {
            "annex/2004-05.yaml": annex("2004/05", *areas, **more),
            "compacts/bexley.yaml": compact(
                "bexley", "2004/05", *(priority(f"area-{number}") for number in range(taken))
            ),
        }
    )
    tags = [tag for tag in controls(drawn(space, "bexley")) if tag.endswith("/area")]
    assert len(tags) == taken + empty


def test_an_empty_box_shows_its_hint_and_says_so() -> None:
    form = drawn(space_of(priority("reading", why="TODO", term="TODO")), "bexley")
    returned = read_form(form)
    for tag, control in controls(form).items():
        is_empty = returned.boxes[tag].texts == ()
        assert bool(found(control, "./w:sdtPr/w:showingPlcHdr")) == is_empty
        assert bool(found(control, ".//w:rStyle[@w:val='PlaceholderText']")) == is_empty
        assert (text_of(control) == HINTS[field_of(tag)]) == is_empty
    assert returned.boxes["priority/1/why"].texts == returned.boxes["priority/1/term"].texts == ()


def test_an_area_is_one_of_those_open_to_the_authority_or_what_stands_there() -> None:
    space = space_of(
        priority("reading"),
        priority("closed"),
        priority("nowhere"),
        areas=(
            area("a", "reading", title="Reading"),
            area("b", "closed", title="Reading", open_to={"regions": ["north-east"]}),
            area("c", "writing", title=" Writing\n at  school"),
        ),
    )
    form = controls(drawn(space, "bexley"))

    def choices(number: int) -> list[tuple[str, str]]:
        items = found(form[f"priority/{number}/area"], "./w:sdtPr/w:dropDownList/w:listItem")
        return [(value(item, "displayText"), value(item, "value")) for item in items]

    usual = [("Choose an area", ""), ("a, Reading", "reading"), ("c, Writing at school", "writing")]
    assert choices(1) == choices(4) == usual
    assert choices(2) == [*usual, ("b, Reading", "closed")]
    assert choices(3) == [*usual, ("nowhere", "nowhere")]
    assert [text_of(form[f"priority/{number}/area"]) for number in (1, 2, 3, 4)] == [
        *("a, Reading", "b, Reading", "nowhere", "Choose an area")
    ]


def test_two_areas_that_look_alike_are_told_apart_by_their_ids() -> None:
    areas = (area("a", "reading", title="Words"), area("a", "writing", title="Words"))
    space = space_of(priority("writing"), areas=areas)
    assert said(read_form(drawn(space, "bexley")))["priority/1/area"] == ("writing",)


@pytest.mark.parametrize("words", ["no \"such\" <area> & 'so'", "two\nlines", "a\ttab", "x" * 400, "a, About reading"])
def test_an_area_that_is_none_stays_as_it_was_written(words: str) -> None:
    returned = read_form(drawn(space_of(priority(words), priority("reading")), "bexley"))
    assert said(returned)["priority/1/area"] == (words,)
    assert said(returned)["priority/2/area"] == ("reading",)


def test_a_term_that_is_still_to_be_looked_at_stays_among_the_choices() -> None:
    form = drawn(space_of(priority("reading", term="TODO still true? short")), "bexley")
    items = found(controls(form)["priority/1/term"], ".//w:listItem")
    assert [value(item, "value") for item in items] == ["", "short", "medium", "TODO still true? short"]
    assert said(read_form(form))["priority/1/term"] == ("TODO still true? short",)


def test_the_day_of_the_review_is_shown_as_people_write_it() -> None:
    box = controls(drawn(SPACE, "hampshire", FIRST))[REVIEW_BY]
    [day] = found(box, "./w:sdtPr/w:date")
    assert (text_of(box), value(day, "fullDate")) == ("31 December 2004", "2004-12-31T00:00:00Z")
    assert [(name(child), value(child)) for child in day] == [
        ("dateFormat", "d MMMM yyyy"),
        ("lid", "en-GB"),
        ("storeMappedDataAs", "dateTime"),
        ("calendar", "gregorian"),
    ]
    [empty] = found(controls(drawn(SPACE, "bexley"))[REVIEW_BY], "./w:sdtPr/w:date")
    assert value(empty, "fullDate") == "None"


def test_line_breaks_tabs_and_blanks_stay() -> None:
    text = "One  line\n\nand\tanother"
    form = drawn(space_of(priority("reading", why=text, contributions={"authority": [text, text]})), "bexley")
    for tag, count in (("priority/1/why", 1), ("priority/1/authority", 2)):
        box = controls(form)[tag]
        assert (len(found(box, ".//w:br")), len(found(box, ".//w:tab"))) == (2 * count, count)
        assert read_form(form).boxes[tag].texts == (text,) * count


@pytest.mark.parametrize(("slug", "year"), EVERY[::5])
def test_controls_keep_to_the_schema_and_have_names_of_their_own(slug: str, year: AcademicYear) -> None:
    form = drawn(SPACE, slug, year)
    document = part(form)
    properties = [[name(child) for child in item] for item in found(document, "//w:sdtPr")]
    assert all(names == sorted(names, key=ORDER.index) for names in properties)
    numbers = [int(value(item)) for item in found(document, "//w:sdtPr/w:id")]
    assert len(set(numbers)) == len(numbers) == len(controls(form)) + 1
    assert all(0 < number < 2**31 for number in numbers)
    titles = [value(item) for item in found(document, "//w:sdtPr/w:alias")]
    assert len(set(titles)) == len(titles) == len(controls(form))
    assert titles[3] == "Priority 1: why"
    assert {"Ask 1", "Review by"} <= set(titles)
    assert all(TAG.fullmatch(tag) for tag in controls(form))


def test_everything_but_the_boxes_is_locked_and_the_document_is_not_protected() -> None:
    form = drawn(SPACE, "hampshire")
    [body] = found(part(form), "/w:document/w:body")
    assert [name(child) for child in body] == ["sdt", "sectPr"]
    [lock] = found(body, "./w:sdt/w:sdtPr[w:group]/w:lock")
    assert value(lock) == "contentLocked"
    locks = [value(item) for control in controls(form).values() for item in found(control, "./w:sdtPr/w:lock")]
    assert locks == ["sdtLocked"] * len(controls(form))
    assert found(part(form, "word/settings.xml"), "//w:documentProtection") == []


def test_a_box_stands_alone_in_its_cell_and_in_a_bookmark() -> None:
    document = part(drawn(SPACE, "hampshire"))
    for tag, control in controls(document).items():
        [cell] = found(control, "ancestor::w:tc[1]")
        assert text_of(cell) == text_of(control)
        [start] = found(document, f"//w:bookmarkStart[@w:name='{bookmark_of(tag)}']")
        [end] = found(document, f"//w:bookmarkEnd[@w:id='{value(start, 'id')}']")
        assert start in found(cell, ".//*")
        assert end in found(cell, ".//*")
        paragraphs = found(cell, ".//w:p")
        assert (start.getparent(), end.getparent()) == (paragraphs[0], paragraphs[-1])
        assert bool(found(control, "./w:sdtContent/w:p")) == (field_of(tag) in LISTS)


def test_a_screen_reader_finds_its_way() -> None:
    form = drawn(SPACE, "hampshire", FIRST)
    document, styles = part(form), part(form, "word/styles.xml")
    known = {value(style, "styleId") for style in found(styles, "//w:style")}
    used = [value(item) for item in found(document, "//w:pStyle | //w:rStyle | //w:tblStyle")]
    assert set(used) <= known
    assert found(document, "//w:rPr/*[not(self::w:rStyle)]") == []
    tables = found(document, "//w:tbl")
    for table in tables:
        assert found(table, "./w:tr[1]/w:trPr/w:tblHeader")
        assert found(table, "./w:tblPr/w:tblCaption[@w:val!='']")
        assert found(table, "./w:tblPr/w:tblDescription[@w:val!='']")
        widths = {len(found(line, "./w:tc")) for line in found(table, "./w:tr")}
        assert widths == {len(found(table, "./w:tblGrid/w:gridCol"))}
    assert len(tables) == 10  # six priorities, asks, review, signatures, areas
    headings = [style for style in used if style in ("Title", "Heading1", "Heading2", "FormAppendix")]
    assert headings[:4] == ["Title", "Heading1", "Heading1", "Heading2"]
    assert value(found(styles, "//w:docDefaults//w:lang")[0]) == "en-GB"
    assert value(found(document, "//w:pgSz")[0], "w") == "11906"
    with ZipFile(BytesIO(form)) as file:
        core = file.read("docProps/core.xml").decode()
    assert "<dc:title>Hampshire: form for the compact of 2003/04</dc:title>" in core
    assert not re.search(r"dcterms:(created|modified)|lastModifiedBy", core)


@pytest.mark.parametrize(("letters", "stays"), [(100, True), (2_000, False)])
def test_a_priority_stays_on_a_page_where_its_texts_are_short(letters: int, *, stays: bool) -> None:
    form = drawn(space_of(priority("reading", why="x" * letters)), "bexley")
    labels = found(part(form), "//w:tbl[1]/w:tr[position()>1]/w:tc[1]/w:p[1]/w:pPr/w:pStyle")
    [style] = {value(label) for label in labels}
    kept = found(part(form, "word/styles.xml"), f"//w:style[@w:styleId='{style}']/w:pPr/w:keepNext")
    assert (len(labels), [value(item) != "0" for item in kept]) == (len(FIELDS), [stays])


def test_what_it_is_made_up_of_or_not_agreed_yet_stands_on_every_page() -> None:
    head = text_of(part(drawn(SPACE, "rutland"), "word/header1.xml"))
    marks = "Example, not a real compact · Example, not a real annex: that of 2004/05 · Draft, not agreed yet"
    assert head == f"Rutland: form for the compact of 2004/05{marks}"
    assert text_of(part(drawn(SPACE, "hampshire", FIRST), "word/header1.xml")).endswith("Draft, not agreed yet")
    assert text_of(part(drawn(SPACE, "hampshire"), "word/header1.xml")).endswith("Proposed, not agreed yet")


def lines_of(space: Workspace, slug: str, year: AcademicYear = SECOND) -> list[str]:
    """Return the lines of a form that stand outside of its boxes."""
    return list(fixed_lines(Package(drawn(space, slug, year))).body)


def test_it_says_what_a_compact_is_on_what_terms_and_how_it_is_filled_in() -> None:
    lines = lines_of(SPACE, "rutland")
    assert lines[1] == WHAT_A_COMPACT_IS
    assert lines[2].startswith("On what terms: Taking part is voluntary, and no requirement of law. What is agreed is ")
    assert lines[2].endswith(" and each who signed agrees its revision.")
    assert lines[3:8] == [
        "How to fill it in",
        "Write in the boxes. All other words are fixed, and stay as they are.",
        "Leave empty what is not known yet, and what you do not need. To drop a priority, empty all of its boxes.",
        MORE,
        "Tracked changes and comments are welcome while the form goes round.",
    ]
    assert lines[8] == "Accept or reject every change before you send it back."
    assert lines[9].startswith("'TODO still true?' stands before each text")
    assert "What each is about: 'The areas of 2004/05', at the end." in lines
    assert "The areas of 2004/05" in lines
    assert "Short or medium, as both sides agree." in lines
    assert "Not open to Rutland." in lines
    assert not any("TODO" in line for line in lines_of(SPACE, "hampshire", FIRST))


@pytest.mark.parametrize(("at_most", "says"), [(4, "4 areas"), (1, "1 area"), (None, None)])
def test_it_says_how_many_areas_the_agenda_asks_for(at_most: int | None, says: str | None) -> None:
    more = {"at_most": at_most} if at_most else {}
    space = workspace({"annex/2004-05.yaml": annex("2004/05", area("a", "reading"), **more)})
    said_of_it = [line for line in lines_of(space, "bexley") if line.startswith("This agenda asks for")]
    assert said_of_it == ([f"This agenda asks for {says} at most."] if says else [])


@pytest.mark.parametrize(
    ("local", "says"),
    [
        ([], "Leave it empty: none of the areas that you can choose has local issues."),
        (["b"], "Only if the area is b, About bb: name the issue in your own words."),
        (["a", "b"], "Only if the area is a, About aa or b, About bb: name the issue in your own words."),
        (["c"], "Leave it empty: none of the areas that you can choose has local issues."),
    ],
)
def test_it_says_for_which_areas_a_local_issue_is_named(local: list[str], says: str) -> None:
    closed: dict[str, Any] = {"c": {"open_to": {"regions": ["north-east"]}}}
    areas = [area(key, key * 2, named_locally=key in local, **closed.get(key, {})) for key in "abc"]
    lines = lines_of(workspace({"annex/2004-05.yaml": annex("2004/05", *areas)}), "bexley")
    count = len([line for line in lines if line.startswith("Priority ") and ":" not in line])
    assert count == len([line for line in lines if line == says])


def test_the_form_of_a_signed_edition_is_for_reading_and_no_form_signs() -> None:
    lines = lines_of(SPACE, "hampshire")
    assert lines[1] == (
        "For reading only: this edition was signed for the authority on 22 November 2004 (Executive member for "
        "education), and it stays as it was signed."
    )
    assert "How to fill it in" not in lines
    assert not any("what to write" in line or line.startswith("Only if the area is") for line in lines)
    signing = lines[lines.index("Signatures") :][:8]
    assert signing[2:] == ["For", "Name", "Office", "Signature", "Date", "The department"]
    assert not any(line.startswith("For reading") for line in lines_of(SPACE, "rutland"))


def test_what_both_sides_signed_has_no_line_to_sign_on_and_nothing_that_is_not_there() -> None:
    signed = [
        {"party": "authority", "name": "A. Name", "role": "Leader", "date": "2004-11-30"},
        {"party": "department", "role": "Minister", "date": "2004-12-01"},
    ]
    lines = lines_of(space_of(signatures=signed), "bexley")
    assert lines[1] == (
        "For reading only: this edition was signed for the authority on 30 November 2004 (A. Name, Leader) and for the "
        "department on 1 December 2004 (Minister), and it stays as it was signed."
    )
    assert not {"Signatures", "How to fill it in"} & set(lines)


def test_the_same_record_is_the_same_bytes() -> None:
    assert drawn(SPACE, "hampshire") == drawn(open_workspace(DATA), "hampshire")
