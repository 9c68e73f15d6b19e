"""Whatever the bytes are, they are a form that was returned, or are refused in words; nothing else comes of them."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import given
from hypothesis import strategies as st
from tests.forms.building import VALUES, form, packed, paragraph, run, unpacked
from tests.forms.editing import Editor

from compactctl.forms.boxes import LISTS, TAG, Value, field_of
from compactctl.forms.properties import FormProperties, Lines, line_digest
from compactctl.forms.reading import read_form
from compactctl.forms.returned import ReturnedForm
from compactctl.word.not_readable import NotReadable

FORM = form(after=paragraph(run("On what terms")), parts={"header": paragraph(run("Draft")), "comments": ""})
TAGS = [tag for tag in VALUES if field_of(tag) in (*LISTS, "issue", "why", "text")]
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\t")
TEXTS = st.text(LETTERS, max_size=40)


def read(data: bytes) -> ReturnedForm | None:
    """Return the form, or nothing where it was refused in words."""
    returned, refusal = None, None
    try:
        returned = read_form(data)
    except NotReadable as refused:
        refusal = refused
    if returned is None:
        assert refusal is not None
        assert refusal.message
        assert refusal.hint
        return None
    assert all(TAG.fullmatch(tag) for tag in returned.boxes)
    assert all(text == text.strip() != "" for box in returned.boxes.values() for text in box.texts)
    return returned


@given(st.binary() | st.binary().map(lambda data: b"PK\x03\x04" + data))
def test_any_bytes(data: bytes) -> None:
    assert read(data) is None


@given(st.data())
def test_any_change_of_a_packed_file(data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(FORM) - 1))
    end = data.draw(st.integers(begin, min(begin + 8, len(FORM))))
    read(FORM[:begin] + data.draw(st.binary(max_size=8)) + FORM[end:])


@given(st.data())
def test_any_change_of_a_part(data: st.DataObject) -> None:
    parts = unpacked(FORM)
    name = data.draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    begin = data.draw(st.integers(0, len(part) - 1))
    end = data.draw(st.integers(begin, min(begin + 40, len(part))))
    new = data.draw(st.binary(max_size=8) | st.sampled_from(part.split(b">")).map(lambda piece: piece + b">"))
    read(packed({**parts, name: part[:begin] + new + part[end:]}))


@given(st.data())
def test_any_part_in_the_place_of_another(data: st.DataObject) -> None:
    parts = unpacked(FORM)
    names = st.sampled_from(sorted(parts))
    changed = {**parts, data.draw(names): parts[data.draw(names)]}
    del changed[data.draw(names)]
    read(packed(changed))


@given(st.dictionaries(st.sampled_from(TAGS), st.lists(TEXTS, min_size=1, max_size=4)))
def test_any_text_that_is_written_is_read(written: dict[str, list[str]]) -> None:
    editor = Editor(FORM)
    for tag, texts in written.items():
        editor.write(tag, *(texts if field_of(tag) in LISTS else texts[:1])).split_runs(tag)
    returned = read(editor.saved())
    assert returned is not None
    assert returned.objections == ()
    for tag, texts in written.items():
        many = texts if field_of(tag) in LISTS else texts[:1]
        assert returned.boxes[tag].texts == tuple(text.strip() for text in many if text.strip())


LINES = st.builds(Lines, st.lists(st.text()), st.lists(st.text()))


@given(st.dictionaries(st.sampled_from(list(VALUES)), st.lists(st.text(), max_size=3).map(tuple)), LINES)
def test_properties_that_were_written_are_read(values: dict[str, Value], lines: Lines) -> None:
    properties = FormProperties.of("hampshire", "2004/05", values, lines)
    named = properties.named()
    assert FormProperties.read(named) == properties
    assert all(len(value) <= 240 for value in named.values())
    assert properties.lines.keys() == {line_digest(line) for line in (*lines.body, *lines.margins)}
    assert sum(count or 0 for count in properties.lines.values()) == len(lines.body)


def test_the_lines_of_a_long_form_stand_in_properties_that_word_keeps_whole() -> None:
    lines = [f"Line {number}" for number in range(200)]
    named = FormProperties.of("hampshire", "2004/05", VALUES, Lines([*lines, *lines[:20]], lines[:9])).named()
    packed_lines = [value for name, value in named.items() if name.startswith("lines ")]
    assert all(200 < len(value) <= 240 for value in packed_lines[:-1])
    expected = {line_digest(line): 2 if number < 20 else 1 for number, line in enumerate(lines)}
    assert FormProperties.read(named).lines == expected


@given(st.binary(max_size=200))
def test_any_bytes_as_a_part_more(data: bytes) -> None:
    file = io.BytesIO(FORM)
    with ZipFile(file, "a", ZIP_DEFLATED) as target:
        target.writestr("word/media/image1.emf", data)
    assert read(file.getvalue()) == read_form(FORM)
