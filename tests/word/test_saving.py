"""A Word document as a file: of nobody and no day, in British English, the same bytes whenever it is saved."""

import io
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from tests.word.papers import opened, parts

from compactctl.word.blocks import line
from compactctl.word.document import new_document
from compactctl.word.margins import head_pages
from compactctl.word.markup import put_first
from compactctl.word.saving import saved

SMALLEST: Final = 14
"""Half points."""


def test_the_same_document_is_the_same_bytes() -> None:
    assert saved(new_document("Title")) == saved(new_document("Title"))


def test_no_part_has_a_day_a_place_or_another_look_by_system() -> None:
    with ZipFile(io.BytesIO(saved(new_document("Title")))) as packed:
        first, *_ = packed.infolist()
        assert first.filename == "[Content_Types].xml"
        assert {(entry.date_time, entry.compress_type, entry.create_system) for entry in packed.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), ZIP_DEFLATED, 0)
        }


def test_it_is_of_nobody_and_no_day() -> None:
    properties = opened(saved(new_document("Title"))).core_properties
    assert (properties.title, properties.author, properties.language) == ("Title", "compactctl", "en-GB")
    assert (properties.created, properties.modified, properties.last_modified_by) == (None, None, "")


@pytest.mark.parametrize("title", ["x" * 1000, "\x1b\x00\ud800", ""])
def test_any_title_is_taken(title: str) -> None:
    assert len(opened(saved(new_document(title))).core_properties.title) <= 255


def test_it_is_a4_and_in_british_english() -> None:
    document = opened(saved(new_document("Title")))
    section = document.sections[0]
    size = [round(length.mm) for length in (section.page_width, section.page_height) if length]
    assert size == [210, 297]
    assert {language.get(qn("w:val")) for language in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert (section.left_margin or 0) >= Mm(12)


@pytest.mark.parametrize("letters", [12, 8.5, 7, 4])
def test_no_style_has_letters_that_nobody_reads(letters: float) -> None:
    sizes = [int(size.get(qn("w:val"))) for size in new_document("Title", letters).styles.element.iter(qn("w:sz"))]
    assert len(sizes) > 5
    assert min(sizes) >= SMALLEST


def test_its_headings_are_those_that_word_knows() -> None:
    styles = new_document("Title").styles
    levels = [styles[f"Heading {level}"].element.find(f".//{qn('w:outlineLvl')}") for level in (1, 2, 3)]
    assert [level.get(qn("w:val")) for level in levels] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\nb\tc", "a\nb\tc"),
        (" two  blanks ", " two  blanks "),
        ("<w:t>&amp;</w:t>", "<w:t>&amp;</w:t>"),
        ("\x1b]0;x\x07", "\\x1b]0;x\\x07"),
        ("\ud800\uffff", "\\ud800\\uffff"),
        ("£ – é 漢字 🙂", "£ – é 漢字 🙂"),
    ],
)
def test_any_text_is_read_back_as_it_is_shown(text: str, read: str) -> None:
    document = new_document("Title")
    put_first(document, line("Normal", text))
    head_pages(document, text, ())
    back = opened(saved(document))
    assert [place.paragraphs[0].text for place in (back, back.sections[0].header)] == [read, read]


def test_every_style_that_is_based_on_another_or_numbered_finds_it() -> None:
    document = opened(saved(new_document("Title")))
    names = {style.style_id for style in document.styles}
    for tag in ("w:basedOn", "w:next"):
        assert {element.get(qn("w:val")) for element in document.styles.element.iter(qn(tag))} <= names
    numbering = parts(saved(new_document("Title")))["word/numbering.xml"].decode()
    for element in document.styles.element.iter(qn("w:numId")):
        assert f'w:num w:numId="{element.get(qn("w:val"))}"' in numbering
