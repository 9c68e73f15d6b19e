"""Forms whose boxes are known by their bookmarks, since a program has dropped the tags: LibreOffice does."""

import re
from copy import deepcopy

import pytest
from tests.forms.building import VALUES, form, paragraph, run
from tests.forms.editing import Editor, Element, element, w
from tests.forms.editing import paragraph as made_paragraph
from tests.forms.editing import run as made_run

from compactctl.forms.reading import read_form

WHY = "priority/1/why"
LIST = "priority/1/authority"
FORM = form(after=paragraph(run("On what terms")))


def cell_of(editor: Editor, bookmark: str) -> Element:
    """Return the cell in which a bookmark begins."""
    start = next(item for item in editor.root.iter(w("bookmarkStart")) if item.get(w("name")) == bookmark)
    return next(start.iterancestors(w("tc")))


def test_a_form_without_tags_is_read_by_its_bookmarks() -> None:
    returned = read_form(Editor(FORM).as_libreoffice().saved())
    assert returned.boxes == read_form(FORM).boxes
    assert returned.objections == ()


@pytest.mark.parametrize("tag", [WHY, LIST, "priority/1/area"])
def test_a_box_that_alone_has_lost_its_tag_is_known_by_its_bookmark(tag: str) -> None:
    editor = Editor(FORM)
    named = editor.properties(tag).find(w("tag"))
    assert named is not None
    editor.properties(tag).remove(named)
    assert read_form(editor.saved()) == read_form(FORM)


def test_a_bookmark_is_of_no_box_that_is_known_by_its_tag() -> None:
    editor = Editor(FORM)
    start = next(item for item in editor.root.iter(w("bookmarkStart")) if item.get(w("name")) == "priority_1_why")
    editor.content(LIST)[0].insert(0, start)
    assert read_form(editor.saved()) == read_form(FORM)


def test_a_box_of_which_only_the_bookmark_is_left_is_gone_and_not_empty() -> None:
    editor = Editor(FORM)
    cell = cell_of(editor, "priority_1_why")
    cell[:] = [made_paragraph(*cell.iter(w("bookmarkStart"), w("bookmarkEnd")))]
    assert WHY not in read_form(editor.saved()).boxes


def test_what_is_written_beside_a_bookmark_in_its_cell_is_in_the_box() -> None:
    editor = Editor(FORM).as_libreoffice()
    cell = cell_of(editor, "priority_1_why")
    cell[0].insert(0, made_run("Since: "))
    cell[0].append(made_run(" That is so."))
    cell.append(made_paragraph(made_run("And more.")))
    cell_of(editor, "priority_1_authority").append(made_paragraph(made_run("A third line")))
    returned = read_form(editor.saved())
    assert returned.boxes[WHY].texts == ("Since: Too few children read well at eleven. That is so.\nAnd more.",)
    assert returned.boxes[LIST].texts == (*VALUES[LIST], "A third line")
    assert returned.objections == ()


def test_a_hint_that_was_left_beside_a_text_is_no_entry() -> None:
    editor = Editor(FORM).as_libreoffice()
    cell_of(editor, "priority_1_department").append(made_paragraph(made_run("Pay for the training")))
    assert read_form(editor.saved()).boxes["priority/1/department"].texts == ("Pay for the training",)


def test_a_prompt_of_word_is_no_text_where_the_flags_are_lost() -> None:
    editor = Editor(FORM).empty(LIST).as_libreoffice()
    assert read_form(editor.saved()).boxes[LIST].texts == ()


def test_what_is_written_in_the_look_of_a_hint_is_a_text_all_the_same() -> None:
    editor = Editor(FORM).as_libreoffice()
    cell = cell_of(editor, "priority_1_department")
    cell[:] = [made_paragraph(*cell.iter(w("bookmarkStart")), made_run("Pay for it", "PlaceholderText"))]
    cell_of(editor, "priority_1_authority").append(made_paragraph(made_run("And more", "PlaceholderText")))
    boxes = read_form(editor.saved()).boxes
    assert boxes["priority/1/department"].texts == ("Pay for it",)
    assert boxes[LIST].texts == (*VALUES[LIST], "And more")


@pytest.mark.parametrize("text", ["a_x000D_b", "_x0041_x0042_ __X005F__", "_x00g0_"])
def test_what_libreoffice_makes_of_codes_of_letters_is_undone(text: str) -> None:
    data = form({**VALUES, WHY: (text,)})
    saved = re.sub("_(?=[xX][0-9A-F]{4}_)", "_x005F_", text).replace("_x005F_x0041_x005F_", "_x005F_x0041_")
    assert read_form(Editor(data).write(WHY, saved).saved()).boxes[WHY].texts == (text,)
    for_any = Editor(FORM).write(WHY, saved)
    assert read_form(for_any.saved()).boxes[WHY].texts == (saved,)
    assert read_form(for_any.as_libreoffice().saved()).boxes[WHY].texts == (text,)
    as_sent = Editor(form({**VALUES, WHY: (saved,)})).as_libreoffice()
    assert read_form(as_sent.saved()).boxes[WHY].texts == (saved,)


def test_what_stands_outside_is_told_all_the_same() -> None:
    editor = Editor(FORM).as_libreoffice().write_outside("Stray")
    assert read_form(editor.saved()).objections == (
        "'Stray' stands outside of the boxes: move it into one, or delete it",
    )


def test_a_bookmark_that_is_in_no_cell_holds_what_is_between_its_ends() -> None:
    start, end = element("bookmarkStart", id="77", name="ask_2_text"), element("bookmarkEnd", id="77")
    editor = Editor(FORM).as_libreoffice()
    editor.body.append(made_paragraph(made_run("Before"), start, made_run("One")))
    editor.body.append(made_paragraph(made_run("Two"), end, made_run("After")))
    returned = read_form(editor.saved())
    assert returned.boxes["ask/2/text"].texts == ("One\nTwo",)
    assert [objection.partition(" stands")[0] for objection in returned.objections] == ["'Before'", "'After'"]


def test_a_control_that_is_in_no_cell_holds_what_is_in_it() -> None:
    start = element("bookmarkStart", id="77", name="ask_2_text")
    control = element("sdt", element("sdtPr"), element("sdtContent", start, made_run("One")))
    editor = Editor(FORM).as_libreoffice()
    editor.body.append(made_paragraph(control))
    assert read_form(editor.saved()).boxes["ask/2/text"].texts == ("One",)


def test_a_bookmark_in_two_cells_is_told() -> None:
    editor = Editor(FORM).as_libreoffice()
    cell_of(editor, "priority_1_issue")[0].append(element("bookmarkStart", id="78", name="priority_1_why"))
    assert "the box 'Why' of priority 1 is there 2 times: keep one" in read_form(editor.saved()).objections


COMMENT = element("r", element("commentReference", id="0"))
BREAK = element("r", element("br"))
FIELD = element("r", element("fldChar", fldCharType="begin"))


def loosely(*inside: Element) -> Editor:
    """Return a form that LibreOffice saved, in which this is the text of a box, in no control."""
    editor = Editor(FORM).as_libreoffice()
    cell = cell_of(editor, "priority_1_why")
    cell[:] = [made_paragraph(*cell.iter(w("bookmarkStart")), *map(deepcopy, inside))]
    return editor


def within(text: str) -> Element:
    return element("sdt", element("sdtPr"), element("sdtContent", made_run(text)))


@pytest.mark.parametrize(
    "inside",
    [
        (COMMENT,),
        (COMMENT, made_run(" after")),
        (element("r", element("footnoteReference", id="2")), made_run(" after")),
        (element("r", element("endnoteReference", id="2")),),
        (BREAK, within("First onestill one")),
        (FIELD, within('See HYPERLINK "http://www.norfolk.gov.uk/"the plan')),
    ],
    ids=["comment", "comment-within", "footnote", "endnote", "line-break", "link"],
)
def test_what_libreoffice_leaves_where_it_lost_words_is_told(inside: tuple[Element, ...]) -> None:
    assert (
        "a text from which LibreOffice may have dropped words, at a comment, a note, a link or a line break, stands in "
        "the box 'Why' of priority 1: send the form as it was before, or delete all of it and type it anew"
    ) in read_form(loosely(*inside).saved()).objections


@pytest.mark.parametrize(
    "inside",
    [
        (element("commentRangeStart", id="0"), made_run("Yes"), element("commentRangeEnd", id="0"), COMMENT),
        (made_run("Yes"), COMMENT),
        (within("Yes"), COMMENT),
        (BREAK, made_run("Yes")),
        (made_run("Yes"), BREAK, within("")),
    ],
    ids=["comment", "comment-behind", "comment-behind-control", "line-break", "line-break-behind"],
)
def test_comments_and_line_breaks_where_no_word_is_lost_are_no_matter(inside: tuple[Element, ...]) -> None:
    returned = read_form(loosely(*inside).saved())
    assert (returned.boxes[WHY].texts, returned.objections) == (("Yes",), ())
