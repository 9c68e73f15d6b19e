"""What stands in the boxes of a returned form, however Word and others keep it."""

from collections.abc import Callable

import pytest
from tests.forms.building import VALUES, form
from tests.forms.editing import Editor, paragraph, run, w

from compactctl.forms.boxes import EMPTY, HINTS, field_of, label_of
from compactctl.forms.reading import read_form
from compactctl.forms.returned import ReturnedBox, ReturnedForm
from compactctl.word.not_readable import NotReadable

WHY = "priority/1/why"
LIST = "priority/1/authority"
FORM = form()


def edited(editor: Editor) -> ReturnedForm:
    """Return a form as it is read, against which nothing is to be said."""
    returned = read_form(editor.saved())
    assert returned.objections == ()
    return returned


def test_a_form_that_nobody_touched_holds_what_it_was_drawn_with() -> None:
    returned = read_form(FORM)
    assert (returned.authority, returned.year) == ("hampshire", "2004/05")
    assert (returned.comments, returned.objections) == (0, ())
    chosen = {"priority/1/area": "b, Key stage 2", "priority/1/term": "short"}
    assert {tag: box.texts for tag, box in returned.boxes.items()} == {
        tag: (chosen[tag],) if tag in chosen else value for tag, value in VALUES.items()
    }
    assert list(returned.digests) == list(VALUES)


def test_a_drop_down_says_which_item_was_chosen() -> None:
    boxes = read_form(FORM).boxes
    assert boxes["priority/1/area"].choice == "ks2"
    assert boxes["priority/1/term"].choice == "short"
    assert boxes[WHY].choice is None


@pytest.mark.parametrize("words", ["a", "A", "(a)", "area a"])
def test_the_letter_of_an_area_says_which_item_of_the_form_it_is(words: str) -> None:
    box = edited(Editor(FORM).write("priority/1/area", words)).boxes["priority/1/area"]
    assert box == ReturnedBox((words,), "early-years")


def test_another_text_than_those_of_its_items_is_no_choice() -> None:
    box = edited(Editor(FORM).write("priority/1/area", "ks3")).boxes["priority/1/area"]
    assert box == ReturnedBox(("ks3",), None)
    assert edited(Editor(FORM).write("priority/1/area", "ks2")).boxes["priority/1/area"].choice == "ks2"


@pytest.mark.parametrize(
    "text", ["New", "  blanks around\n", "two\nlines", "a\ttab", "‘£5’ – ŵ ŷ €", "a & b < c > d", "\N{GRINNING FACE}"]
)
def test_what_is_written_is_read(text: str) -> None:
    assert edited(Editor(FORM).write(WHY, text)).boxes[WHY].texts == (text.strip(),)


def test_in_a_list_each_paragraph_is_an_entry_and_empty_ones_are_none() -> None:
    editor = Editor(FORM).write(LIST, "One", "", "  ", "Two,\nin two lines ")
    assert edited(editor).boxes[LIST].texts == ("One", "Two,\nin two lines")


def test_what_is_written_below_the_first_entry_of_a_list_is_one_too() -> None:
    first, *others = VALUES[LIST]
    editor = Editor(FORM).enter_in_first(LIST, "Lend them books")
    assert edited(editor).boxes[LIST].texts == (first, "Lend them books", *others)


def test_in_other_boxes_paragraphs_are_lines_of_one_text() -> None:
    editor = Editor(FORM).as_paragraphs(WHY, "", "One", "", "Two", " ")
    assert edited(editor).boxes[WHY].texts == ("One\n\nTwo",)


@pytest.mark.parametrize(
    "change",
    [Editor.split_runs, Editor.remember_place, Editor.link, Editor.nest, Editor.around_cell, Editor.change_looks],
    ids=lambda change: change.__name__,
)
@pytest.mark.parametrize("tag", [WHY, LIST])
def test_what_word_does_to_a_file_changes_no_text(change: Callable[[Editor, str], Editor], tag: str) -> None:
    assert edited(change(Editor(FORM), tag)).boxes == read_form(FORM).boxes


HERE = "the link behind 'See here' in the box 'Why' of priority 1 is not kept: write its address, {}, into the text"


@pytest.mark.parametrize("address", ["https://example.org/plan", "../plan.docx", "mailto:jane@example.org"])
def test_a_link_whose_address_stands_nowhere_is_remarked(address: str) -> None:
    returned = edited(Editor(FORM).write(WHY, "See here").link(WHY, address))
    assert (returned.boxes[WHY].texts, returned.remarks) == (("See here",), (HERE.format(address),))


@pytest.mark.parametrize("text", ["See www.Example.org", "See https://www.example.org/", "http://www.example.org"])
def test_a_link_whose_address_is_read_is_no_matter(text: str) -> None:
    assert edited(Editor(FORM).write(WHY, text).link(WHY, "http://www.example.org/")).remarks == ()
    assert edited(Editor(FORM).write(WHY, text).link(WHY)).remarks == ()


def test_a_control_may_stand_around_a_row() -> None:
    assert edited(Editor(FORM).around_row_without_label(WHY)).boxes == read_form(FORM).boxes


def test_a_control_around_a_row_takes_in_no_label() -> None:
    editor = Editor(FORM).around_row(WHY)
    assert edited(editor).boxes == read_form(FORM).boxes
    label = next(editor.content(WHY).iter(w("tc")))
    label.append(paragraph(run("Ask Jane")))
    assert read_form(editor.saved()).objections == (
        "'Ask Jane' stands outside of the boxes: move it into one, or delete it",
    )


def test_boxes_in_a_box_are_each_their_own() -> None:
    editor = Editor(FORM)
    editor.content(LIST).append(editor.control(WHY).getparent())  # type: ignore[arg-type] # it stands in a paragraph
    assert edited(editor).boxes == read_form(FORM).boxes


def test_comments_are_counted_and_left_out() -> None:
    returned = edited(Editor(FORM).comment(WHY, "Is that so?", "It is."))
    assert returned.comments == 2
    assert returned.boxes == read_form(FORM).boxes


@pytest.mark.parametrize("tag", [WHY, LIST, "priority/1/term", "review_by"])
@pytest.mark.parametrize("style", ["PlaceholderText", "Platzhaltertext", "placeholder-text"])
def test_a_box_that_shows_what_to_write_is_empty_whatever_its_style_is_called(tag: str, style: str) -> None:
    assert edited(Editor(FORM).empty(tag, style=style)).boxes[tag] == ReturnedBox(EMPTY)
    assert edited(Editor(FORM).empty(tag, HINTS[field_of(tag)], style)).boxes[tag] == ReturnedBox(EMPTY)


@pytest.mark.parametrize("tag", [WHY, LIST])
def test_a_text_in_the_look_of_a_hint_is_never_lost(tag: str) -> None:
    [objection] = read_form(Editor(FORM).empty(tag, "We will not agree").saved()).objections
    assert objection == f"{label_of(tag)} shows 'We will not agree' as its hint: type it anew, or empty the box"


@pytest.mark.parametrize(
    "text", [HINTS["why"], HINTS["why"].replace(" ", "  "), "Choose an item.", "Choose\u00a0an item."]
)
@pytest.mark.parametrize("change", [Editor, lambda data: Editor(data).as_libreoffice()], ids=["tags", "bookmarks"])
def test_an_untouched_box_reads_as_it_was_sent_though_it_reads_like_a_hint(
    text: str, change: Callable[[bytes], Editor]
) -> None:
    entries = (HINTS["authority"], "Another")
    boxes = edited(change(form({**VALUES, WHY: (text,), LIST: entries}))).boxes
    assert (boxes[WHY].texts, boxes[LIST].texts) == ((text,), entries)


@pytest.mark.parametrize("shown", ["Click or tap here to enter text.", "Choose  an\u00a0item.", ""])
def test_a_box_with_a_prompt_of_word_is_empty_without_the_style_too(shown: str) -> None:
    assert edited(Editor(FORM).empty(WHY, shown, None)).boxes[WHY].texts == EMPTY


def test_a_box_that_says_to_be_empty_and_is_not_holds_its_text() -> None:
    assert edited(Editor(FORM).empty(WHY, "Because", None)).boxes[WHY].texts == ("Because",)


def test_a_prompt_in_a_box_that_does_not_say_to_be_empty_is_its_text() -> None:
    assert edited(Editor(FORM).write(WHY, "Choose an item.")).boxes[WHY].texts == ("Choose an item.",)


def test_a_hint_is_no_text_whatever_the_box_says() -> None:
    editor = Editor(FORM).write(WHY, HINTS["why"].replace(" ", "  ")).write(LIST, HINTS["authority"], "A line")
    boxes = edited(editor).boxes
    assert boxes[WHY].texts == EMPTY
    assert boxes[LIST].texts == ("A line",)


def test_a_box_that_was_deleted_is_not_there() -> None:
    assert WHY not in edited(Editor(FORM).delete(WHY)).boxes


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"compactctl form": ""}, "no form that 'compactctl form' made"),
        ({"compactctl form": "x"}, "no form that 'compactctl form' made"),
        ({"authority": ""}, "no form that 'compactctl form' made"),
        ({"year": " "}, "no form that 'compactctl form' made"),
        ({"compactctl form": "2"}, "a newer version of compactctl"),
    ],
)
def test_what_form_did_not_make_is_no_form(properties: dict[str, str], message: str) -> None:
    with pytest.raises(NotReadable, match=message):
        read_form(form(properties=properties))
