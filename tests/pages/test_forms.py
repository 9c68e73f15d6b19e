"""Forms that LibreOffice opened and saved or printed: the officers who use it lose nothing."""

import re
from pathlib import Path
from typing import Final

import pytest
from tests.drafts.memory import annex, area, compact, priority, workspace
from tests.forms.building import VALUES, paragraph, run
from tests.forms.building import form as made_form
from tests.forms.drawn import SECOND, drawn, record, said
from tests.forms.editing import Editor, element
from tests.pages.libreoffice import converted, office
from tests.running import DATA

from compactctl.forms.boxes import REVIEW_BY, label_of, priority_tag, values_of
from compactctl.forms.reading import read_form
from compactctl.workspace.loading import open_workspace

pytestmark = office

TEXT = 'One  line\n\nand\tanother – £5, ‘so’ "so" _x000D_ € ŵ ŷ 中文 👩‍👧'
A4 = b"/MediaBox[0 0 595"
WHY: Final = "priority/1/why"
FIRST: Final = "priority/1/authority"


@pytest.mark.parametrize("slug", ["hampshire", "rutland", "bexley"])
def test_a_form_that_was_saved_anew_says_the_same(tmp_path: Path, slug: str) -> None:
    form = drawn(open_workspace(DATA), slug)
    before, after = read_form(form), read_form(converted(tmp_path, form, "docx"))
    assert after.objections == ()
    assert (after.authority, after.year, after.digests) == (before.authority, before.year, before.digests)
    assert said(after) == said(before)


ODD: Final = ("Two\nlines", "שלום עולם", "Arabic مرحبا 31 بكم", "日本語の文章と English", "हिन्दी", "한국어", "ελληνικά")


def test_odd_texts_stay_as_they_are(tmp_path: Path) -> None:
    entries = {"authority": [TEXT, "Two", TEXT, *ODD], "department": [*reversed(ODD), "Two"]}
    ours = compact(
        *("bexley", "2004/05", priority("issues", issue=TEXT, why=TEXT, contributions=entries), priority("gone")),
        asks=[{"text": TEXT}],
        review_by="2004-12-31",
    )
    areas = (area("a", "issues", named_locally=True), area("b", "reading"))
    space = workspace({"annex/2004-05.yaml": annex("2004/05", *areas), "compacts/bexley.yaml": ours})
    returned = read_form(converted(tmp_path, drawn(space, "bexley"), "docx"))
    values = values_of(record(space, "bexley", SECOND).edition.content)
    assert returned.objections == ()
    assert {tag: value for tag, value in said(returned).items() if tag in values} == {
        **values,
        REVIEW_BY: ("31 December 2004",),
    }


def test_of_a_first_entry_with_a_comment_a_link_or_a_line_break_nothing_is_lost(tmp_path: Path) -> None:
    editor = Editor(drawn(open_workspace(DATA), "norfolk")).comment(FIRST, "Is that so?")
    editor.link("priority/1/department", "https://example.org/plan")
    broken = editor.runs("priority/2/authority")[0]
    broken.append(element("br"))
    broken.append(element("t"))
    broken[-1].text = "and so on"
    before, after = read_form(editor.saved()), read_form(converted(tmp_path, editor.saved(), "docx"))
    assert (said(after), after.comments, after.objections) == (said(before), 1, ())
    assert after.remarks == before.remarks != ()


def test_what_it_loses_of_a_control_around_paragraphs_is_told(tmp_path: Path) -> None:
    """As where a list was typed over, or Enter pressed in another box; where nothing is lost, all is taken."""
    editor = Editor(drawn(open_workspace(DATA), "norfolk"))
    editor.as_paragraphs(WHY, "One", "Two").comment(WHY, "Is that so?")
    editor.write(FIRST, "First one\nstill one", "Two")
    editor.write("priority/2/authority", "See www.norfolk.gov.uk", "Two").link("priority/2/authority")
    editor.as_paragraphs("priority/2/why", "One", "Two").write("priority/2/department", "One", "Two")
    editor.enter_in_first("priority/3/authority", "Two").insert_tracked("priority/3/why")
    before, after = read_form(editor.saved()), read_form(converted(tmp_path, editor.saved(), "docx"))
    told = [objection for objection in after.objections if objection.startswith("a text from which LibreOffice")]
    assert [objection for objection in after.objections if objection not in told] == list(before.objections)
    boxes = (WHY, FIRST, "priority/2/authority")
    assert [label_of(tag) in objection for tag, objection in zip(boxes, told, strict=True)] == [True] * 3
    assert {tag: value for tag, value in said(after).items() if tag not in boxes} == {
        tag: value for tag, value in said(before).items() if tag not in boxes
    }


def test_it_prints_on_a_few_pages_of_a4(tmp_path: Path) -> None:
    pages = converted(tmp_path, drawn(open_workspace(DATA), "rutland"), "pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", pages)) == 4
    assert A4 in pages


@pytest.mark.parametrize(
    "values",
    [
        VALUES,
        dict.fromkeys(VALUES, ()),
        {**VALUES, WHY: ("‘Two’ – £5\nlines\nŵ",), FIRST: tuple(f"Line {number}" for number in range(1, 11))},
        {priority_tag(number, "why"): (f"Reason {number}",) for number in range(1, 5)},
    ],
    ids=["filled", "empty", "odd", "several"],
)
def test_a_form_that_libreoffice_saved_is_read_as_it_was(values: dict[str, tuple[str, ...]], tmp_path: Path) -> None:
    data = made_form(values, after=paragraph(run("On what terms")), parts={"footer": paragraph(run("Page "))})
    returned = read_form(converted(tmp_path, data, "docx"))
    assert returned.boxes == read_form(data).boxes
    assert returned.digests == read_form(data).digests
    assert returned.objections == ()
