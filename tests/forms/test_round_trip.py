"""Any edition as a form in Word and back: untouched it changes nothing, and what was written into it is what comes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafts.memory import workspace
from tests.forms.drawn import FIRST, drawn
from tests.forms.editing import Editor
from tests.forms.generating import AGENDA, boxes, editions, labelled, laid_out
from tests.forms.sending import record, taken_in

from compactctl.forms.boxes import Value, digest, values_of
from compactctl.forms.groups import grouped
from compactctl.forms.reading import read_form
from compactctl.forms.taking_in import Outcome

pytestmark = pytest.mark.slow

NAME = "compacts/hampshire.yaml"
AS_PEOPLE_SEE_IT = {f"{area['id']}": f"{area['letter']}, {area['title']}" for area in AGENDA["groups"][0]["areas"]}


@settings(max_examples=50)  # each takes a twentieth of a second
@given(editions())
def test_a_form_that_nobody_touched_says_what_the_edition_says_and_changes_nothing(edition: dict[str, object]) -> None:
    space = workspace({"annex/2003-04.yaml": AGENDA, NAME: laid_out(edition)})
    form = read_form(drawn(space, "hampshire", FIRST))
    assert form.objections == ()
    read = labelled({tag: box.texts for tag, box in form.boxes.items()})
    values = values_of(record(space, "hampshire", "2003/04").edition.content)
    assert {tag: value for tag, value in read.items() if value} == {
        tag: value for tag, value in values.items() if value
    }
    assert {tag: digest(value) for tag, value in read.items()} == form.digests
    assert taken_in(space, form).outcome is Outcome.UNCHANGED


@settings(max_examples=50)
@given(st.data())
def test_what_was_written_in_word_is_what_the_edition_says(data: st.DataObject) -> None:
    space = workspace({"annex/2003-04.yaml": AGENDA, NAME: laid_out(data.draw(editions()))})
    sent = drawn(space, "hampshire", FIRST)
    written = data.draw(boxes([*read_form(sent).digests]))
    editor = Editor(sent)
    for tag, value in written.items():
        _write(editor, tag, value)
    form = read_form(editor.saved())
    assert form.objections == ()
    result = taken_in(space, form)
    if result.outcome is Outcome.IMPORTED:
        after = workspace({"annex/2003-04.yaml": AGENDA, NAME: result.new.decode()})
        holds = {tag: box.texts for tag, box in read_form(sent).boxes.items()} | written
        said = {tag: value for tag, value in holds.items() if set(value) != {"TODO"}}
        edition = record(after, "hampshire", "2003/04").edition.content
        assert grouped(labelled(values_of(edition))).said == grouped(labelled(said)).said
        assert taken_in(after, form).outcome is Outcome.UNCHANGED
    elif result.outcome is Outcome.REFUSED:
        assert any(words in result.reasons[0] for words in ("names no area", "make one of the two")), result


def _write(editor: Editor, tag: str, value: Value) -> None:
    if not value:
        editor.empty(tag)
    elif tag.endswith(("authority", "department")):
        editor.as_paragraphs(tag, *value)
    else:
        editor.write(tag, *(AS_PEOPLE_SEE_IT.get(text, text) for text in value))
