"""Forms as they are drawn, edited box by box as Word does: each box is read, and none loses its text to another."""

from collections.abc import Callable

import pytest
from tests.drafts.memory import annex, area, compact, priority, workspace
from tests.forms.drawn import drawn
from tests.forms.editing import Editor
from tests.forms.sending import taken_in
from tests.running import DATA

from compactctl.forms.boxes import HINTS
from compactctl.forms.reading import read_form
from compactctl.forms.taking_in import Outcome
from compactctl.workspace.loading import open_workspace

FORM = drawn(open_workspace(DATA), "hampshire")
BOXES = read_form(FORM).boxes
LEFT_ALONE = (
    *(Editor.split_runs, Editor.remember_place, Editor.link, Editor.nest),
    *(Editor.around_cell, Editor.around_row, Editor.around_row_without_label, Editor.change_looks),
)


@pytest.mark.parametrize("change", LEFT_ALONE, ids=lambda change: change.__name__)
def test_what_word_does_to_every_box_changes_no_text(change: Callable[[Editor, str], Editor]) -> None:
    editor = Editor(FORM)
    for tag in BOXES:
        change(editor, tag)
    returned = read_form(editor.saved())
    assert (returned.boxes, returned.objections) == (BOXES, ())


def test_all_that_is_emptied_is_empty() -> None:
    editor = Editor(FORM)
    for tag in BOXES:
        editor.empty(tag)
    returned = read_form(editor.saved())
    assert [tag for tag, box in returned.boxes.items() if box.texts] == []
    assert returned.objections == ()


def test_what_is_deleted_is_gone_and_nothing_else() -> None:
    gone = [tag for tag in BOXES if tag.startswith("priority/2/")]
    editor = Editor(FORM)
    for tag in gone:
        editor.delete(tag)
    returned = read_form(editor.saved())
    assert returned.boxes == {tag: box for tag, box in BOXES.items() if tag not in gone}
    assert returned.objections == ()


def test_all_that_is_written_is_read() -> None:
    editor = Editor(FORM)
    for tag in BOXES:
        editor.write(tag, f"In {tag}")
    returned = read_form(editor.saved())
    assert {tag: box.texts for tag, box in returned.boxes.items()} == {tag: (f"In {tag}",) for tag in BOXES}
    assert returned.objections == ()


def test_a_text_that_is_what_its_box_shows_while_it_is_empty_stays_in_the_record() -> None:
    contributions = {side: [HINTS[side]] for side in ("authority", "department")}
    own = priority("issues", issue=HINTS["issue"], why=HINTS["why"], contributions=contributions)
    space = workspace(
        {
            "annex/2004-05.yaml": annex("2004/05", area("a", "issues", named_locally=True)),
            "compacts/bexley.yaml": compact("bexley", "2004/05", own, asks=[{"text": HINTS["text"]}]),
        }
    )
    form = read_form(drawn(space, "bexley"))
    assert taken_in(space, form).outcome is Outcome.UNCHANGED
