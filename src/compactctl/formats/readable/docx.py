"""A readable document for Word: paper for a meeting, on which people may comment, and edit what is theirs.

What it is an example or a draft of stands at the head of every page, where it comes from at the foot. What is no text,
as maps and links, is left out.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from docx.blkcntnr import BlockItemContainer
from docx.document import Document

from compactctl.formats.readable.document import Line, ReadableDocument, plain, text_of
from compactctl.formats.readable.docx_blocks import BlockDrawer
from compactctl.formats.readable.docx_tables import paragraph_of
from compactctl.formats.safe import for_word
from compactctl.word.document import new_document
from compactctl.word.markup import Markup, put_first
from compactctl.word.measuring import fits
from compactctl.word.saving import saved
from compactctl.word.texts import add_field, add_text


class _Density(NamedTuple):
    """How close a document is set: the points of its letters, and whether short lists stand in a line."""

    letters: float
    is_dense: bool = False


_USUAL: Final = _Density(8.5)
_DENSITIES: Final = (
    *(_Density(letters) for letters in (9.5, 9, 8.5, 8)),
    *(_Density(letters, is_dense=True) for letters in (8.5, 8, 7.5, 7)),
)
"""From what is read best to what holds most."""
_TOO_MANY: Final = 4
"""Pages of the usual letters: what takes more no smaller ones bring on to one."""


def draw(document: ReadableDocument) -> bytes:
    """Return a document as the bytes of a Word file; the same document is the same bytes.

    Where one page is asked for, its letters are as large as there is room for; of more than that no page is cut.
    """
    usual = _drawn(document, _USUAL)
    if document.is_one_page and fits(usual, _TOO_MANY):
        for density in _DENSITIES:
            word = _drawn(document, density)
            if fits(word, 1):
                return saved(word)
    return saved(usual)


def _drawn(document: ReadableDocument, density: _Density) -> Document:
    word = new_document(for_word(document.title), density.letters)
    _head_pages(word.sections[0].header, document)
    _foot_pages(word.sections[0].footer, document.ending)
    put_first(word, *_body(document, BlockDrawer(is_dense=density.is_dense)))
    return word


def _head_pages(header: BlockItemContainer, document: ReadableDocument) -> None:
    """Say at the head of every page what the document is, and what is made up or not agreed in it."""
    header.paragraphs[0].style = "Header"
    add_text(header.paragraphs[0], for_word(document.running))
    if document.marks:
        add_text(header.add_paragraph(style="Mark"), for_word(" · ".join(document.marks)))


def _foot_pages(footer: BlockItemContainer, ending: Sequence[Line]) -> None:
    """Say at the foot of every page which of how many it is, and where the document comes from."""
    number = footer.paragraphs[0]
    number.style = "Footer"
    add_text(number, for_word(text_of(ending[0]) if ending else ""))
    add_text(number, "\tPage ")
    add_field(number, "PAGE")
    add_text(number, " of ")
    add_field(number, "NUMPAGES")
    for line in ending[1:]:
        add_text(footer.add_paragraph(style="Footer End"), for_word(text_of(line)))


def _body(document: ReadableDocument, drawer: BlockDrawer) -> Iterator[Markup]:
    yield paragraph_of("Title", plain(document.title))
    for entry in (*document.alerts, *document.notices):
        yield from drawer.warning(entry)
    for line in document.lead:
        yield paragraph_of("Lead", line)
    yield from drawer.facts(document.facts)
    yield from drawer.blocks(section for section in document.sections if not section.is_for_screens)
