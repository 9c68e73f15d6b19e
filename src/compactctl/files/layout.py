"""A file's text as rows that can be exchanged: on each begins at most one name or one entry of a list.

Around a value that is to be changed a line such as `- area: x` becomes two rows, `- ` and `  area: x`, which mean the
same, so that the first name of an entry is changed like any other; afterwards they are one line again. Nothing here
knows what is changed.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

import yaml

from compactctl.files.source import LINE_END, KeyPath, Source

_COMMENT: Final = re.compile(r"([ \t]*)(#[^\r\n]*)")
_LAST_LINE_END: Final = re.compile(rf"(?:{LINE_END.pattern})\Z")
_NOT_BLANK: Final = re.compile(r"[^ \t\r\n]")
_WITHOUT_BLANKS: Final = re.compile(r"[|>]\d?-")
"""The sign of a text to which no blank lines below it belong."""


class Row(NamedTuple):
    """A line, a part of one, or several lines that stay together.

    Attributes:
        text: What stands on it, without its line end.
        end: Its line end.
        leads: Whether the next row stood on the same line.
        old: Which rows of the file it was.
    """

    text: str
    end: str
    leads: bool = False
    old: range = range(0)


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
        # A file may have a million lines, and a list of as many numbers takes 40 MB.
        ends = array("L", (match.end() for match in LINE_END.finditer(self.text)))
        self._lines = array("L", [0]) + ends
        self._starts = array("L", merge(self._lines, sorted(self._breaks)))
        self._bounds = self._starts + array("L", [len(self.text)])

    @cached_property
    def count(self) -> int:
        """The number of rows."""
        return bisect_left(self._bounds, len(self.text))

    def rows(self, first: int, past: int) -> list[Row]:
        """Return a stretch of rows as one that has them all, but those at its end that lead to the next stand alone.

        Each has a line end, even if the last line of the file has none.
        """
        lone = past
        while lone > first and self._bounds[lone] in self._breaks:
            lone -= 1
        joined = [self._joined(first, lone)] if first < lone else []
        return [*joined, *(self._joined(row, row + 1) for row in range(lone, past))]

    def row_text(self, row: int) -> str:
        """Return what stands on a row."""
        return self._joined(row, row + 1).text

    def line_end(self, row: int) -> str:
        """Return the line end of a row."""
        return self._joined(row, row + 1).end

    def _joined(self, first: int, past: int) -> Row:
        """Return some rows as one, at whose beginning blanks stand for what the line has before it."""
        begin, end = self._bounds[first], self._bounds[past]
        indent = " " * (begin - self._lines[self._line(begin)]) if begin in self._breaks else ""
        line_end = self._line_end_of(begin, end)
        text = indent + self.text[begin : end - len(line_end)]
        return Row(text, line_end or self._usual_end, end in self._breaks, range(first, past))

    def _line_end_of(self, begin: int, end: int) -> str:
        """Return the line end in which a stretch of the text ends, nothing where it does not."""
        match = _LAST_LINE_END.search(self.text, max(begin, end - 2), end)
        return match[0] if match else ""

    @cached_property
    def _usual_end(self) -> str:
        """The last line end of the file, for what has none."""
        return self._line_end_of(0, self._lines[-1]) or "\n"

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
        begins = accumulate((sum(1 for _ in LINE_END.finditer(piece)) for piece in pieces), initial=1)
        gone: list[int] = []
        for row, begin in zip(rows, begins, strict=False):
            comments = self.comments(row.old.start, row.old.stop)
            further = begin - 1 - self._line(self._bounds[row.old.start])
            gone += [
                self.row(comment.start)
                for comment in comments
                if self.line_number(comment) + further not in comment_lines
            ]
        return gone

    def entries(self, node: yaml.CollectionNode) -> dict[str | int, Entry]:
        """Return what stands in a map or list in block style, by name or position."""
        column = node.start_mark.column
        if isinstance(node, yaml.MappingNode):
            return {key.value: self._entry(self.row(key.start_mark.index), value, column) for key, value in node.value}
        entries: dict[str | int, Entry] = {}
        first = self.row(node.start_mark.index)
        for index, value in enumerate(node.value):
            while not self.row_text(first).strip() or _COMMENT.match(self.row_text(first)):
                first += 1
            entries[index] = self._entry(first, value, column)
            first = entries[index].past
        return entries

    def row(self, place: int) -> int:
        """Return the row on which a place of the text stands."""
        return bisect_right(self._starts, place) - 1

    def comments(self, first: int, past: int) -> list[Comment]:
        """Return the comments that begin on some rows, in their order."""
        stretch = (self._bounds[first], self._bounds[past])
        matches = _COMMENT.finditer(self._without_texts, *stretch)
        return [Comment(match.start(2), match[2], "" if self._begins_line(match) else match[1]) for match in matches]

    @cached_property
    def comment_lines(self) -> frozenset[int]:
        """The numbers of the lines on which a comment stands."""
        return frozenset(map(self.line_number, self.comments(0, self.count)))

    def line_number(self, comment: Comment) -> int:
        """Return the number of the line on which a comment begins."""
        return self._line(comment.start) + 1

    def _line(self, place: int) -> int:
        """Return the position, from 0, of the line on which a place of the text stands."""
        return bisect_right(self._lines, place) - 1

    def _begins_line(self, comment: re.Match[str]) -> bool:
        return self._lines[self._line(comment.start())] == comment.start()

    @cached_property
    def _without_texts(self) -> str:
        """The text of the file, of the same length, where a '#' is one of a comment."""
        pieces, place = [], 0
        for node in _nodes(self.root):
            if not isinstance(node, yaml.CollectionNode):
                begin, end = node.start_mark.index, node.end_mark.index
                if _is_below_sign(node):
                    begin = self._bounds[self.row(node.start_mark.index) + 1]
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
        end = self.row(last.end_mark.index) + (last.end_mark.column > 0)
        past = self._without_blanks(end)
        has_blanks = _is_below_sign(last) and not _WITHOUT_BLANKS.match(self.text, last.start_mark.index)
        after = end if has_blanks else past
        return Entry(first, past, self._after_comments(after, column), value)

    def _without_blanks(self, past: int) -> int:
        while not self.row_text(past - 1).strip():
            past -= 1
        return past

    def _after_comments(self, place: int, column: int) -> int:
        """Return the row after the comments that stand further in, and so belong to what is above them."""
        next_row = place
        while found := _NOT_BLANK.search(self.text, self._bounds[next_row]):
            row = self.row(found.start())
            text = self.row_text(row)
            if not _COMMENT.match(text):
                break
            next_row = row + 1
            place = next_row if len(text) - len(text.lstrip()) > column else place
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
    return bool(re.match(rf"[ \t]{{{len(lead)}}}[^\s#]", below))
