"""Whether a document fits a page, as far as that can be told without drawing it: its letters' widths are Arial's.

A document is filled without knowing where a page will end. Whoever wants one page measures it, and fills another.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple, Self, TypeVar

from docx.document import Document
from docx.shared import Length
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from compactctl.word.blocks import TEXT_WIDTH

T = TypeVar("T")

_LETTERS: Final = (
    (191, "'"),
    (222, "ijl‘’"),
    (260, "|"),
    (278, " !,./:;I[\\]ft"),
    (333, "()-`r“”"),
    (334, "{}"),
    (355, '"'),
    (389, "*"),
    (469, "^"),
    (500, "Jcksvxyz"),
    (556, "#$0123456789?L_abdeghnopqu£–é"),
    (584, "+<=>~"),
    (611, "FTZ"),
    (667, "&ABEKPSVXY"),
    (722, "CDHNRUw"),
    (778, "GOQ"),
    (833, "Mm"),
    (889, "%"),
    (944, "W"),
    (1015, "@"),
)
"""Letters by their width, in thousandths of their size, in Arial and in what stands in for it."""
_WIDTHS: Final = {letter: width for width, letters in _LETTERS for letter in letters}
_BLANK: Final = _WIDTHS[" "]
_OTHER_WIDTH: Final = 1000
"""Of any other letter no more is known than that few are wider."""
_BOLD: Final = 1.08
"""So much wider are bold letters."""
_LINE: Final = 1.15
"""A line is so much higher than its letters."""
_BORDER: Final = 2.5
"""Points that a row of a table takes for its border and what is kept free above and below."""
_BESIDE: Final = 8.5
"""Points that are kept free beside what stands in a cell."""
_USUAL: Final = "Normal"
"""The style of a paragraph that names none."""
_SURE: Final = 0.97
"""Of a page: what draws it may do so a little otherwise."""


def fits(document: Document, pages: int) -> bool:
    """Tell whether what stands between the head and the foot of a document takes no more than so many pages."""
    section, measure = document.sections[0], _Measure.of(document)
    page = _points(section.page_height)
    head = measure.height(section.header.iter_inner_content(), TEXT_WIDTH.pt, page) + _points(section.header_distance)
    foot = measure.height(section.footer.iter_inner_content(), TEXT_WIDTH.pt, page) + _points(section.footer_distance)
    room = page - max(head, _points(section.top_margin)) - max(foot, _points(section.bottom_margin))
    enough = pages * room * _SURE
    return measure.height(document.iter_inner_content(), TEXT_WIDTH.pt, enough) <= enough


class _Shape(NamedTuple):
    """What a style gives to a paragraph, in points: how high its letters and its lines are, what is left free."""

    letters: float
    line: float
    above: float
    below: float
    indent: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class _Measure:
    """Measures what stands in a document; what its styles give is looked up once for each of them."""

    shape_of: Callable[[str | None], _Shape]
    is_bold: Callable[[str | None], bool | None]

    @classmethod
    def of(cls, document: Document) -> Self:
        styles = {style.style_id: style for style in document.styles}
        return cls(
            cache(lambda style_id: _shape(styles[style_id or _USUAL])),
            cache(lambda style_id: styles[style_id].font.bold if style_id else None),
        )

    def height(self, blocks: Iterable[Paragraph | Table], width: float, enough: float) -> float:
        """Return how many points high some blocks are in a place so wide; past what is enough, no more is measured."""
        return _summed((self._block(block, width, enough) for block in blocks), enough)

    def _block(self, block: Paragraph | Table, width: float, enough: float) -> float:
        if isinstance(block, Paragraph):
            return self._paragraph(block, width)
        return _summed((self._row(row, enough) for row in block.rows), enough)

    def _row(self, row: _Row, enough: float) -> float:
        cells = (self.height(cell.iter_inner_content(), _points(cell.width) - _BESIDE, enough) for cell in row.cells)
        return max(*cells, _points(row.height)) + _BORDER

    def _paragraph(self, paragraph: Paragraph, width: float) -> float:
        shape = self.shape_of(paragraph._p.style)
        room = width - shape.indent
        lines, used = 1, 0.0
        for word in self._words(paragraph, shape):
            if used and used + word > room:
                lines, used = lines + 1, 0
            lines += int(word // room)
            used += word % room
        return shape.above + lines * shape.line + shape.below

    def _words(self, paragraph: Paragraph, shape: _Shape) -> Iterator[float]:
        """Yield how wide each word is, with the blank behind it; of a line with a tab those that stand behind that."""
        wide = 0.0
        for run in paragraph.runs:
            is_bold = self.is_bold(run._r.style)
            size = shape.letters / 1000 * (_BOLD if (shape.is_bold if is_bold is None else is_bold) else 1)
            *words, last = run.text.rpartition("\t")[2].split(" ")
            for word in words:
                yield wide + (_width(word) + _BLANK) * size
                wide = 0
            wide += _width(last) * size
        yield wide


def _summed(heights: Iterable[float], enough: float) -> float:
    total = 0.0
    for height in heights:
        total += height
        if total > enough:
            break
    return total


@lru_cache(maxsize=4096)  # the same words stand in a text again and again, and it is measured in several sizes
def _width(word: str) -> int:
    """Return how wide a word is, in thousandths of the size of its letters."""
    return sum(_WIDTHS.get(letter, _OTHER_WIDTH) for letter in word)


def _shape(style: BaseStyle | None) -> _Shape:
    letters = _points(_given(style, lambda style: style.font.size))
    spacing = _given(style, lambda style: style.paragraph_format.line_spacing)
    return _Shape(
        letters=letters,
        line=spacing.pt if isinstance(spacing, Length) else letters * _LINE * (spacing or 1),
        above=_points(_given(style, lambda style: style.paragraph_format.space_before)),
        below=_points(_given(style, lambda style: style.paragraph_format.space_after)),
        indent=_points(_given(style, lambda style: style.paragraph_format.left_indent)),
        is_bold=bool(_given(style, lambda style: style.font.bold)),
    )


def _given(style: BaseStyle | None, value_of: Callable[[ParagraphStyle], T | None]) -> T | None:
    """Return what a style gives, or the nearest of those that it is based on."""
    while isinstance(style, ParagraphStyle):
        if (value := value_of(style)) is not None:
            return value
        style = style.base_style
    return None


def _points(length: Length | None) -> float:
    return length.pt if length else 0
