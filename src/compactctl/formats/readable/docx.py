"""A readable document for Word: paper for a meeting, on which people may comment, and edit what is theirs.

What it is an example or a draft of stands at the head of every page, where it comes from at the foot. What is no text,
as maps and links, is left out.
"""

import sys
from collections.abc import Iterator
from typing import Final, NamedTuple

from docx.document import Document

from compactctl.formats.readable.document import ReadableDocument, plain, text_of
from compactctl.formats.readable.docx_blocks import BlockDrawer
from compactctl.formats.readable.docx_tables import paragraph_of
from compactctl.formats.safe import for_word
from compactctl.word.document import new_document
from compactctl.word.margins import foot_pages, head_pages
from compactctl.word.markup import Markup, put_first
from compactctl.word.measuring import fits
from compactctl.word.saving import saved


class _Density(NamedTuple):
    """How close a document is set: the points of its letters, and how many letters of a list stand in a line."""

    letters: float
    in_a_line: int = 0


_A_LINE: Final = 120
_ANY: Final = sys.maxsize
_USUAL: Final = _Density(8.5)
_DENSITIES: Final = (
    *(_Density(letters) for letters in (9.5, 9, 8.5, 8)),
    *(_Density(letters, in_a_line=_A_LINE) for letters in (8.5, 8, 7.5, 7)),
    *(_Density(letters, in_a_line=_ANY) for letters in (7.5, 7)),
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
    head_pages(word, for_word(document.running), map(for_word, document.marks))
    foot_pages(word, *(for_word(text_of(line)) for line in document.ending))
    put_first(word, *_body(document, BlockDrawer(density.in_a_line)))
    return word


def _body(document: ReadableDocument, drawer: BlockDrawer) -> Iterator[Markup]:
    yield paragraph_of("Title", plain(document.title))
    for entry in (*document.alerts, *document.notices):
        yield from drawer.warning(entry)
    for line in document.lead:
        yield paragraph_of("Lead", line)
    yield from drawer.facts(document.facts)
    yield from drawer.blocks(section for section in document.sections if not section.is_for_screens)
