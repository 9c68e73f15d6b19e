"""One file's text, and where in it a value, a key or a stretch stands.

Places are looked up only when something is to be shown: reading a clean file never asks for one.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import yaml

from compactctl.files.limits import EXCERPT_WIDTH
from compactctl.finding import Place, Span

KeyPath = tuple[str | int, ...]
"""Keys and positions from the root of a document to a value."""


_BLOCK = ("|", ">")
"""The signs below which a text stands on lines of its own."""


class Written(NamedTuple):
    """How a text stands in its file: its style, `""` for one without quotes, and where it begins and ends."""

    style: str
    span: Span

    @property
    def is_block(self) -> bool:
        """Whether it stands below a `>` or `|`, where everything belongs to it."""
        return self.style in _BLOCK


_ALL_AS_TYPED: Final[Mapping[int, str]] = MappingProxyType({})
LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Source:
    """The text of one file, by its name within the data folder.

    Where it was understood otherwise than it was typed, the text is what was understood, and `typed` has the lines that
    differ, by number: a place in one of these is the whole line as it was typed.
    """

    __slots__ = ("__dict__", "name", "text", "typed")

    def __init__(self, name: str, text: str, typed: Mapping[int, str] = _ALL_AS_TYPED) -> None:
        self.name = name
        self.text = text
        self.typed = typed

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines of the text, without their ends."""
        return LINE_END.split(self.text)

    @cached_property
    def _entries(self) -> dict[int, dict[str, tuple[yaml.Node, yaml.Node]]]:
        """The names and values of the maps that were looked into, by the map's identity: its nodes live as long."""
        return {}

    @cached_property
    def _root(self) -> yaml.Node | None:
        return yaml.compose(self.text, Loader=yaml.CSafeLoader)

    @cached_property
    def lines_within_texts(self) -> frozenset[int]:
        """The lines of texts over several lines, but for the one on which each begins."""
        within: set[int] = set()
        nodes = [self._root]
        for node in nodes:  # which grow on the way
            if isinstance(node, yaml.ScalarNode):
                within.update(range(node.start_mark.line + 2, node.end_mark.line + 2))
            elif isinstance(node, yaml.MappingNode):
                nodes += (part for pair in node.value for part in pair)
            elif isinstance(node, yaml.SequenceNode):
                nodes += node.value
        return frozenset(within)

    def place(self, span: Span | None) -> Place:
        """Return the place with the line on which the span begins, or the part of that line around it."""
        if span is None:
            return Place(self.name)
        line = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        if span.line in self.typed:
            line = self.typed[span.line]
            span = _all_of(span.line, line)
        if len(line) <= EXCERPT_WIDTH:
            return Place(self.name, span, line)
        start = max(0, min(span.column - 1 - EXCERPT_WIDTH // 4, len(line) - EXCERPT_WIDTH))
        return Place(self.name, span, line[start : start + EXCERPT_WIDTH], start + 1)

    def whole(self) -> Place:
        """Return the place that is the whole file."""
        return Place(self.name)

    def value(self, path: KeyPath) -> Place:
        """Return where the value at the path stands; a list, a map or nothing at all is shown at its key.

        A text below a `>` or `|` is shown where its words begin, not at the sign.
        """
        key, node = self._find(path)
        shown = node if key is None or (isinstance(node, yaml.ScalarNode) and _written(node)) else key
        first = _first(shown)
        is_below = isinstance(first, yaml.ScalarNode) and first.style in _BLOCK and bool(first.value.strip())
        return self.place(self._words(span_of(first)) if is_below else span_of(first))

    def _words(self, span: Span) -> Span:
        """Return the first line of the words of a text that stands below a sign."""
        number = next(number for number in range(span.line + 1, span.end_line + 1) if self.lines[number - 1].strip())
        line = self.lines[number - 1]
        words = line.strip()
        column = line.index(words) + 1
        return Span(number, column, number, column + len(words))

    def key(self, path: KeyPath) -> Place:
        """Return where the key that the path ends in stands."""
        key, node = self._find(path)
        return self.place(span_of(key or _first(node)))

    def name_of(self, path: KeyPath) -> Span | None:
        """Return where the name stands that the path ends in, if it stands there."""
        inside = self._step_into(self._find(path[:-1])[1], path[-1])
        return span_of(inside[0]) if inside else None

    def first_key(self, path: KeyPath) -> Place:
        """Return the first key of the map at the path; of an empty map its own key, or where it begins."""
        key, node = self._find(path)
        if isinstance(node, yaml.MappingNode) and not node.value:
            return self.place(span_of(key or node))
        return self.place(span_of(_first(node)))

    def written(self, path: KeyPath) -> Written:
        """Return how the text at the path is written."""
        node = self._find(path)[1]
        return Written(getattr(node, "style", None) or "", span_of(node))

    def line(self, path: KeyPath) -> int:
        """Return the line on which the item at the path begins."""
        return int(self._find(path)[1].start_mark.line) + 1

    def node(self, path: KeyPath) -> yaml.Node | None:
        """Return what the path leads to, as it was parsed, if it leads to anything."""
        node = self._root
        for step in path:
            inside = step_into(node, step)
            node = inside[1] if inside else None
        return node

    def is_in_brackets(self, path: KeyPath) -> bool:
        """Tell whether the list or map at the path stands in brackets or braces, as `[a, b]`, and not line by line."""
        node = self.node(path)
        return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)

    def _find(self, path: KeyPath) -> tuple[yaml.Node | None, yaml.Node]:
        """Return the key (none for an entry of a list) and the value at the path, or the last that is there."""
        key, node = None, self._root
        for step in path:
            inside = self._step_into(node, step)
            if inside is None:
                break
            key, node = inside
        if node is None:
            raise LookupError(self.name)
        return key, node

    def _step_into(self, node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        """Do as `step_into`, which looks through all names of a map, however many are looked up there."""
        if not isinstance(node, yaml.MappingNode):
            return step_into(node, step)
        known = self._entries.get(id(node))
        if known is None:
            known = self._entries[id(node)] = {key.value: (key, value) for key, value in reversed(node.value)}
        return known.get(step) if isinstance(step, str) else None


def _all_of(number: int, line: str) -> Span:
    """Return the stretch of what stands on a line."""
    begin = len(line) - len(line.lstrip()) + 1
    return Span(number, begin, number, max(len(line.rstrip()), begin) + 1)


def step_into(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    """Return the key (none for an entry of a list) and the value one step further in, if there is one."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _first(node: yaml.Node) -> yaml.Node:
    """Return the first text in a map or list: what one points at when one points at the whole."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        first = node.value[0]
        node = first[0] if isinstance(node, yaml.MappingNode) else first
    return node


def _written(node: yaml.ScalarNode) -> bool:
    return bool(node.start_mark.index < node.end_mark.index)


def span_of(marked: Any) -> Span:  # noqa: ANN401 - a node or an event, which PyYAML does not type this far
    """Return the stretch of what was parsed."""
    start, end = marked.start_mark, marked.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
