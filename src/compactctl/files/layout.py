"""A file's text as rows that can be exchanged: on each begins at most one name or one entry of a list.

Around a value that is to be changed a line such as `- area: x` becomes two rows, `- ` and `  area: x`, which mean the
same, so that the first name of an entry is changed like any other; afterwards they are one line again. Nothing here
knows what is changed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

import yaml

from compactctl.files.source import LINE_END, KeyPath, Source

_COMMENT: Final = re.compile(r"([ \t]*)(#[^\r\n]*)")
_WITHOUT_BLANKS: Final = re.compile(r"[|>]\d?-")
"""The sign of a text to which no blank lines below it belong."""


class Row(NamedTuple):
    """A line, or a part of it; `leads` says that the next row stood on the same line, `old` which row it was."""

    text: str
    end: str
    leads: bool = False
    old: int | None = None


class Comment(NamedTuple):
    """Where a comment begins in the text, the comment from its '#' on, and the blanks after what it stands beside."""

    start: int
    text: str
    gap: str


class Entry(NamedTuple):
    """A name with its value, or an entry of a list: its rows, and the row before which comes what is new after it."""

    first: int
    past: int
    after: int
    value: yaml.Node


class Layout:
    """The rows of a file that could be read, and where in them the values around some paths stand."""

    def __init__(self, source: Source, paths: Iterable[KeyPath] = ()) -> None:
        self.text = source.text
        self.root = source.node(())
        around = (source.node(path[:length]) for path in paths for length in range(len(path)))
        self._breaks = {node.start_mark.index for node in around if node and self._begins_within_line(node)}
        self._lines = [0, *(match.end() for match in LINE_END.finditer(self.text))]
        self._starts = sorted({*self._lines, *self._breaks})
        self._bounds = [*self._starts, len(self.text)]

    @cached_property
    def rows(self) -> Sequence[Row]:
        """All rows; each has a line end, even if the last line of the file has none."""
        usual = (LINE_END.findall(self.text) or ["\n"])[-1]
        rows: list[Row] = []
        line = 0
        for begin, past in pairwise(self._bounds):
            line = line if begin in self._breaks else begin
            whole = self.text[begin:past]
            words = whole.rstrip("\r\n")
            if whole:
                text, end = " " * (begin - line) + words, whole[len(words) :] or usual
                rows.append(Row(text, end, past in self._breaks, len(rows)))
        return rows

    def pieces(self, rows: Sequence[Row]) -> list[str]:
        """Return rows as text, those on one line that stood on one; a file without a last line end stays so."""
        pieces: list[str] = []
        width = 0
        for row, below in pairwise([*rows, Row("", "")]):
            words = row.text[width:]
            width = len(row.text) if row.leads and _fits_beside(row.text, below.text) else 0
            pieces.append(words if width else (words.rstrip(" \t") if row.leads else words) + row.end)
        if rows and not self.text.endswith(("\r", "\n")):
            pieces[-1] = pieces[-1].removesuffix(rows[-1].end)
        return pieces

    def no_longer_comments(self, name: str, rows: Sequence[Row]) -> list[int]:
        """Return which rows were comments and are lines of a text when these rows are read."""
        pieces = self.pieces(rows)
        try:
            comment_lines = Layout(Source(name, "".join(pieces))).comment_lines
        except yaml.YAMLError:
            return []
        lines = accumulate((piece.endswith(("\r", "\n")) for piece in pieces), initial=1)
        olds = [row.old for row, line in zip(rows, lines, strict=False) if line not in comment_lines]
        return [old for old in olds if old is not None and self.comments(old, old + 1)]

    def entries(self, node: yaml.CollectionNode) -> dict[str | int, Entry]:
        """Return what stands in a map or list in block style, by name or position."""
        column = node.start_mark.column
        if isinstance(node, yaml.MappingNode):
            return {key.value: self._entry(self.row(key.start_mark), value, column) for key, value in node.value}
        entries: dict[str | int, Entry] = {}
        first = self.row(node.start_mark)
        for index, value in enumerate(node.value):
            while not self.rows[first].text.strip() or _COMMENT.match(self.rows[first].text):
                first += 1
            entries[index] = self._entry(first, value, column)
            first = entries[index].past
        return entries

    def row(self, mark: yaml.Mark) -> int:
        """Return the row on which a place of the text stands."""
        return bisect_right(self._starts, mark.index) - 1

    def comments(self, first: int, past: int) -> list[Comment]:
        """Return the comments that begin on some rows, in their order."""
        stretch = (self._bounds[first], self._bounds[past])
        matches = _COMMENT.finditer(self._without_texts, *stretch)
        return [Comment(match.start(2), match[2], "" if self._begins_line(match) else match[1]) for match in matches]

    @cached_property
    def comment_lines(self) -> frozenset[int]:
        """The numbers of the lines on which a comment stands."""
        return frozenset(map(self.line_number, self.comments(0, len(self.rows))))

    def line_number(self, comment: Comment) -> int:
        """Return the number of the line on which a comment begins."""
        return bisect_right(self._lines, comment.start)

    def _begins_line(self, comment: re.Match[str]) -> bool:
        return self._lines[bisect_right(self._lines, comment.start()) - 1] == comment.start()

    @cached_property
    def _without_texts(self) -> str:
        """The text of the file, of the same length, where a '#' is one of a comment."""
        pieces, place = [], 0
        for node in _nodes(self.root):
            if not isinstance(node, yaml.CollectionNode):
                begin, end = node.start_mark.index, node.end_mark.index
                if _is_below_sign(node):
                    begin = self._bounds[self.row(node.start_mark) + 1]
                pieces += [self.text[place:begin], self.text[begin:end].replace("#", "-")]
                place = end
        return "".join([*pieces, self.text[place:]])

    def _begins_within_line(self, node: yaml.Node) -> bool:
        """Return whether this is a list or map with something before it on its line, such as a dash."""
        start = node.start_mark
        is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        return is_block and bool(self.text[start.index - start.column : start.index].strip())

    def _entry(self, first: int, value: yaml.Node, column: int) -> Entry:
        """Return an entry of the list or map at a column.

        The end of a list or map is of no use: the parser puts it behind all comments that follow.
        """
        last = _last(value)
        end = self.row(last.end_mark) + (last.end_mark.column > 0)
        past = self._without_blanks(end)
        has_blanks = _is_below_sign(last) and not _WITHOUT_BLANKS.match(self.text, last.start_mark.index)
        after = end if has_blanks else past
        return Entry(first, past, self._after_comments(after, column), value)

    def _without_blanks(self, past: int) -> int:
        while not self.rows[past - 1].text.strip():
            past -= 1
        return past

    def _after_comments(self, place: int, column: int) -> int:
        """Return the row after the comments that stand further in, and so belong to what is above them."""
        for row in range(place, len(self.rows)):
            text = self.rows[row].text
            if _COMMENT.match(text) and len(text) - len(text.lstrip()) > column:
                place = row + 1
            elif text.strip():
                break
        return place


def _nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield what was parsed, in the order of the text."""
    if node is not None:
        yield node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield from _nodes(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _nodes(value)


def _last(node: yaml.Node) -> yaml.Node:
    """Return the last value of a list or map: a text, or a whole list or map in flow style."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    return node


def _is_below_sign(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def _fits_beside(lead: str, below: str) -> bool:
    """Return whether a row can stand on the line of what leads to it, as its first name or entry."""
    width = len(lead)
    return not below[:width].strip() and below[width : width + 1].strip() not in ("", "#")
