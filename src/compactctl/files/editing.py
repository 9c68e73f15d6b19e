"""Some values of a YAML file written anew in place: all other lines keep their bytes, their layout and their comments.

The places are found in the parsed tree, whole lines are exchanged, and the result is read back and compared with what
was wanted. YAML is never printed anew, and nothing is written here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import yaml

from compactctl.errors import Refused
from compactctl.files.layout import Comment, Entry, Layout, Row
from compactctl.files.reading import BYTE_ORDER_MARK, Blank, Broken, Value, decode, parse, trimmed
from compactctl.files.source import KeyPath
from compactctl.files.targets import check_size
from compactctl.words import quoted

_NO_ENTRY: Final = re.compile(r"\[\s*\]|")
"""How a list without an entry is written: in brackets, or not at all."""


class Edit(NamedTuple):
    """One value that is to be another.

    Attributes:
        path: Names and positions to the value, as the file is before; a position past the end adds an entry, and
            the list's name where there is none.
        lines: How it is written, from its name or its dash on, without indent; `None` takes it out.
        order: The names around it in their usual order: a new one comes after the last of those before it, and at
            the end where it is none of them.
    """

    path: KeyPath
    lines: tuple[str, ...] | None
    order: tuple[str, ...] = ()


class LostComment(NamedTuple):
    """A comment that could not stay, from its '#' on, and the line on which it stood."""

    line: int
    text: str


class Edited(NamedTuple):
    """The bytes of a file after edits, and the comments that went with what was replaced or taken out."""

    data: bytes
    lost: tuple[LostComment, ...]


_Edits = dict[str | int, "_Edits | Edit"]
"""Edits by the steps of their paths."""


class NotLaidOut(Refused):
    """What is around a value stands in flow style, or is nothing that holds others."""

    def __init__(self, name: str, around: yaml.Node | None) -> None:
        line = around.start_mark.line + 1 if around else 1
        message = f"in {quoted(name)} what stands on line {line} is not laid out one below the other"
        hint = f"write what stands on line {line} on lines of its own, each entry of a list after a '-'"
        super().__init__(f"{message}, so that no part of it can be changed", hint)


class _Change(NamedTuple):
    """Rows that give way to others; changes before the same row come in the order of these, the inner ones first."""

    first: int
    past: int
    outwards: int
    rank: int
    texts: Sequence[str]
    lost: Sequence[Comment] = ()


def edited(name: str, data: bytes, edits: Sequence[Edit]) -> Edited:
    """Return a file that could be read with edits, which may come in any order.

    What is new takes on the indent of what stands there, and the line ends around it. A comment stays beside a text
    that is replaced. An edit of a value makes those inside it void. A list whose entries are all taken out keeps its
    name, with nothing after it.

    Args:
        name: The file's name, for messages.
        data: Its bytes.
        edits: What is to be changed.

    Raises:
        Refused: What is around a changed value stands in flow style or holds no others, or the result would be too
            large, or not read as wanted.
    """
    if not edits:
        return Edited(data, ())
    source, steps = decode(name, data), _by_steps(edits)
    before = parse(source)
    layout = Layout(source, [edit.path for edit in edits])
    changes = [*_Places(name, layout).changes(layout.root, steps)]
    after = _changed(name, data, layout, changes)
    if not _reads_as(name, after, before, steps):
        changes += _swallowed(name, layout, changes)
        after = _changed(name, data, layout, changes)
        if not _reads_as(name, after, before, steps):
            message = f"{quoted(name)} is laid out in a way in which nothing can be changed safely"
            raise Refused(message, "lay it out like the files that this tool writes, or make the change by hand")
    lost = sorted(comment for change in changes for comment in change.lost)
    return Edited(after, tuple(LostComment(layout.line_number(comment), comment.text) for comment in lost))


def _changed(name: str, data: bytes, layout: Layout, changes: Sequence[_Change]) -> bytes:
    text = "".join(layout.pieces(_exchanged(layout, changes)))
    after = (BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b"") + text.encode("utf-8")
    check_size(name, after)
    return after


def _reads_as(name: str, after: bytes, before: Value, edits: _Edits) -> bool:
    """Return whether a result reads as what was before, with edits; raises `Refused` where it is too much to read."""
    try:
        return bool(trimmed(parse(decode(name, after))) == trimmed(_applied(name, before, edits)))
    except Broken as broken:
        if broken.findings[0].rule == "yaml-limit":
            raise Refused(f"{quoted(name)} could not be read with one more: {broken.findings[0].message}") from broken
        return False


def _swallowed(name: str, layout: Layout, changes: Sequence[_Change]) -> Iterator[_Change]:
    """Yield changes that take out the comments which a text above them, now below a `>-`, would make its own."""
    for row in layout.no_longer_comments(name, _exchanged(layout, changes)):
        yield _Change(row, row + 1, 0, 0, (), layout.comments(row, row + 1))


def _by_steps(edits: Sequence[Edit]) -> _Edits:
    """Return edits by their steps, those of outer values first and entries of a list in their order."""
    root: _Edits = {}
    for edit in sorted(edits, key=_outer_first):
        around: _Edits | Edit = root
        for step in edit.path[:-1]:
            around = around if isinstance(around, Edit) else around.setdefault(step, {})
        if not isinstance(around, Edit):
            around[edit.path[-1]] = edit
    return root


def _outer_first(edit: Edit) -> tuple[int, int]:
    last = edit.path[-1]
    return len(edit.path), last if isinstance(last, int) else 0


def _exchanged(layout: Layout, changes: Sequence[_Change]) -> list[Row]:
    """Return the rows of a file with changes, those that stay together in as few as can be."""
    after: list[Row] = []
    place = 0
    for change in sorted(changes, key=lambda change: change[:4]):
        is_insertion = change.first == change.past
        line_end = layout.line_end(max(change.first - is_insertion, 0))
        after += [*layout.rows(place, change.first), *(Row(text, line_end) for text in change.texts)]
        place = change.past
    return after + layout.rows(place, layout.count)


class _Places(NamedTuple):
    """Where in a layout edits change what."""

    name: str
    layout: Layout

    def changes(self, node: yaml.Node | None, edits: _Edits) -> Iterator[_Change]:
        """Yield the changes that edits make inside a list or map."""
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not _may_hold(node, edits):
            raise NotLaidOut(self.name, node)
        entries, column = self.layout.entries(node), node.start_mark.column
        for step, edit in edits.items():
            entry = entries.get(step)
            if isinstance(edit, Edit):
                yield self._exchange(entry, edit, column) if entry else _insertion(entries, edit, column)
            elif entry is None:
                yield _insertion(entries, self._new_list(node, edit), column)
            elif self._is_without_entries(entry.value):
                yield from self._begun(entry.value, edit, column)
            else:
                yield from self.changes(entry.value, edit)

    def _exchange(self, entry: Entry, edit: Edit, column: int) -> _Change:
        """Return the change of a value that is there."""
        comments = self.layout.comments(entry.first, entry.past)
        lines = edit.lines or ()
        beside = next((comment for comment in comments if lines and _is_beside(comment, entry.value)), None)
        if beside:
            lines = (f"{lines[0]}{beside.gap}{beside.text}", *lines[1:])
        lost = [comment for comment in comments if comment != beside]
        return _Change(entry.first, entry.past, 0, 0, _indented(lines, column), lost)

    def _begun(self, value: yaml.Node, edits: _Edits, column: int) -> Iterator[_Change]:
        """Yield the change by which a list has its first entries, below its name; brackets go, their line stays."""
        new = [edit for edit in edits.values() if isinstance(edit, Edit)]
        if len(new) < len(edits):
            raise NotLaidOut(self.name, value)
        if lines := _lines_of(new):
            start, end = value.start_mark, value.end_mark
            first, last = self.layout.row(start.index), self.layout.row(end.index)
            name = self.layout.row_text(first)[: start.column].rstrip(" \t")
            rest = self.layout.row_text(last)[end.column :]
            yield _Change(first, last + 1, 0, 0, [name + rest, *_indented(lines, column + 2)])

    def _new_list(self, around: yaml.Node, edits: _Edits) -> Edit:
        """Return the edit that puts in a list which is not there, with its first entries."""
        new = [edit for step, edit in edits.items() if isinstance(edit, Edit) and isinstance(step, int)]
        path = new[0].path[:-1] if len(new) == len(edits) else ()
        if not path or not isinstance(path[-1], str):
            raise NotLaidOut(self.name, around)
        return Edit(path, (f"{path[-1]}:", *_indented(_lines_of(new), 2)))

    def _is_without_entries(self, value: yaml.Node) -> bool:
        return bool(_NO_ENTRY.fullmatch(self.layout.text, value.start_mark.index, value.end_mark.index))


def _lines_of(entries: Sequence[Edit]) -> list[str]:
    """Return the lines of new entries of a list, one below the other."""
    return [line for entry in sorted(entries, key=_rank) for line in entry.lines or ()]


def _may_hold(node: yaml.CollectionNode, edits: _Edits) -> bool:
    """Return whether a map is to have names, a list positions."""
    kind = str if isinstance(node, yaml.MappingNode) else int
    return all(isinstance(step, kind) for step in edits)


def _insertion(entries: dict[str | int, Entry], edit: Edit, column: int) -> _Change:
    """Return the change that puts in what is not there yet."""
    step, texts = edit.path[-1], _indented(edit.lines or (), column)
    earlier = edit.order[: edit.order.index(step)] if step in edit.order else entries
    above = [entry for name, entry in entries.items() if name in earlier]
    place = above[-1].after if above else next(iter(entries.values())).first
    return _Change(place, place, -len(edit.path), _rank(edit), texts)


def _rank(edit: Edit) -> int:
    """Return where something new comes among others at the same place."""
    step = edit.path[-1]
    if isinstance(step, int):
        return step
    return edit.order.index(step) if step in edit.order else len(edit.order)


def _is_beside(comment: Comment, value: yaml.Node) -> bool:
    """Return whether a comment stands beside a value, not inside of it, and can do so when the value is another."""
    if not comment.gap or not isinstance(value, yaml.CollectionNode):
        return bool(comment.gap)
    is_behind = value.flow_style and comment.start >= value.end_mark.index
    return bool(is_behind or comment.start < value.start_mark.index)


def _indented(lines: Sequence[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _applied(name: str, value: Value, edits: _Edits) -> Value:
    """Return a plain value with edits."""
    inner: dict[str | int, Value] = dict(value if isinstance(value, dict) else enumerate(_entries(value)))
    for step, edit in edits.items():
        if isinstance(edit, dict):
            inner[step] = _applied(name, inner.get(step), edit)
        elif edit.lines is None:
            inner.pop(step, None)
        else:
            written = parse(decode(name, "\n".join(edit.lines).encode("utf-8")))
            inner[step] = written[step if isinstance(step, str) else 0]
    if not inner:
        return Blank.NOTHING if _entries(value) else value
    return inner if isinstance(next(iter(inner)), str) else [*inner.values()]


def _entries(value: Value) -> list[Value]:
    return [*value] if isinstance(value, list | dict) else []
