"""Compacts as people lay them out, each line with the path of the value that it shows, and edits of them."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from hypothesis import strategies as st

from compactctl.drafts.lines import entry, free, indented, item, keyed
from compactctl.files.editing import Edit
from compactctl.files.source import KeyPath

Value = Any

_PLAIN: Final = re.compile(r"[a-zé中][a-zé中 ]*")
_ORDERS: Final = (
    ("authority", "note", "editions"),
    ("year", "note", "priorities", "asks"),
    ("area", "issue", "term", "why", "contributions"),
    ("text", "area", "answer"),
    ("authority", "department"),
)
"""The names of each map in their usual order."""

texts: Final = st.sampled_from(
    ["old", "some words", "it's # no comment", "a: b", "- one", "[x", "é 中", "'", "one\ntwo", "a  b", "x #"]
)
text_lists: Final = st.lists(texts, min_size=1, max_size=3)
contributions: Final = st.fixed_dictionaries({"authority": text_lists}, optional={"department": text_lists})
priorities: Final = st.fixed_dictionaries(
    {"area": texts, "why": texts}, optional={"issue": texts, "term": texts, "contributions": contributions}
)
asks: Final = st.fixed_dictionaries({"text": texts}, optional={"area": texts})
editions: Final = st.fixed_dictionaries(
    {"year": texts, "priorities": st.lists(priorities, max_size=2)}, optional={"asks": st.lists(asks, max_size=2)}
)
compacts: Final = st.fixed_dictionaries(
    {"authority": texts, "editions": st.lists(editions, min_size=1, max_size=2)}, optional={"note": texts}
)
_ENTRIES: Final = {"editions": editions, "priorities": priorities, "asks": asks}


@dataclass(frozen=True)
class Line:
    """A line with the path of the value that it shows, or around it, and its comment."""

    text: str
    path: KeyPath
    comment: str = ""


@dataclass
class Layout:
    """The lines of a value in a layout that is drawn."""

    draw: st.DrawFn
    lines: list[Line] = field(default_factory=list)
    has_flow: bool = False
    is_below_sign: bool = False
    comments: int = 0

    def write(self, path: KeyPath, value: Value, column: int, lead: str = "") -> None:
        """Add the lines of a list or map; `lead` is what the first of them stands behind."""
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if not lead:
                self._gap(path, column)
            head = (lead or " " * column) + (f"{self._name(step)}:" if isinstance(step, str) else "-")
            self._value((*path, step), inner, column, head)
            lead = ""

    def _name(self, name: str) -> str:
        return self.draw(st.sampled_from([name, name, f"'{name}'", f'"{name}" ']))

    def _value(self, path: KeyPath, value: Value, column: int, head: str) -> None:
        if isinstance(value, str):
            self._text(path, value, column, head)
        elif not value:
            self._line(self.draw(st.sampled_from([head, f"{head} []", f"{head}  [ ]"])), path)
        elif self.draw(st.integers(0, 9)) == 0:
            self.has_flow = True
            self._line(f"{head} {json.dumps(value, ensure_ascii=False)}", path)
        elif isinstance(path[-1], int) and self.draw(st.booleans()):
            lead = head + self.draw(st.sampled_from([" ", "   "]))
            self.write(path, value, len(lead), lead)
        else:
            self._line(head, path)
            deeper = [0, 2, 4] if isinstance(value, list) else [1, 2, 4]
            self.write(path, value, column + self.draw(st.sampled_from(deeper)))

    def _text(self, path: KeyPath, text: str, column: int, head: str) -> None:
        signs = ["|", "|-", "|+"] if "\n" in text else ["|", "|-", "|+", ">", ">-"]
        quoted = [json.dumps(text, ensure_ascii=False)] * 2
        quoted += [] if "\n" in text else ["'" + text.replace("'", "''") + "'"]
        style = self.draw(st.sampled_from([*signs, *quoted, *[text] * (2 * bool(_PLAIN.fullmatch(text)))]))
        below = " " * (column + self.draw(st.sampled_from([1, 2, 4])))
        if style in signs:
            self._line(f"{head} {style}", path)
            self.lines += (Line(below + line, path) for line in text.split("\n"))
            self.lines += [Line("", path[:-1])] * self.draw(st.integers(0, 2))
            self.is_below_sign = True
        elif style == text == " ".join(text.split()) and " " in text and self.draw(st.booleans()):
            first, rest = style.split(" ", 1)
            self.lines.append(Line(f"{head} {first}", path))
            self._line(f"{below}{rest}", path)
        else:
            self._line(f"{head} {style}", path)

    def _line(self, text: str, path: KeyPath) -> None:
        """Add a line that may end with a comment."""
        comment = self._comment() if self.draw(st.integers(0, 3)) == 0 else ""
        self.lines.append(Line(f"{text}  {comment}" if comment else text, path, comment))
        self.is_below_sign = False

    def _gap(self, path: KeyPath, column: int) -> None:
        """Add what may stand between values: comments, and lines without anything."""
        for kind in self.draw(st.lists(st.sampled_from(["blank", "begin", "in line", "deeper"]), max_size=2)):
            if kind == "blank":
                self.lines.append(Line("", path))
            elif kind != "deeper" or not self.is_below_sign:
                comment = self._comment()
                indent = {"begin": 0, "in line": column, "deeper": column + 3}[kind]
                self.lines.append(Line(" " * indent + comment, path, comment))
                self.is_below_sign = False

    def _comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}."


@st.composite
def layouts(draw: st.DrawFn, value: Value) -> Layout:
    """Draw a layout of a value, which may be followed by something that is none."""
    layout = Layout(draw)
    layout.write((), value, 0)
    layout.lines += [Line(text, ()) for text in draw(st.sampled_from([[], [], [""], ["..."], ["# end"]]))]
    return layout


@st.composite
def edits(draw: st.DrawFn, value: Value) -> list[tuple[Edit, Value]]:
    """Draw edits of a value, each with the value that is new."""
    places = draw(st.lists(st.sampled_from([*_places((), value)]), min_size=1, max_size=5, unique=True))
    drawn = []
    for path, is_new, order in places:
        if not is_new and draw(st.booleans()):
            drawn.append((Edit(path, None, order), None))
        else:
            new = draw(_shape(path))
            drawn.append((Edit(path, tuple(_named(path[-1], new)), order), new))
    return drawn


def _places(path: KeyPath, value: Value) -> Iterator[tuple[KeyPath, bool, tuple[str, ...]]]:
    """Yield the paths of what is in a value and of what may be new in it, with whether it is new."""
    if isinstance(value, dict):
        order = next(order for order in _ORDERS if {*value} <= {*order} and (order != _ORDERS[0] or not path))
        yield from (((*path, step), step not in value, order) for step in order)
    elif isinstance(value, list):
        yield from (((*path, index), index >= len(value), ()) for index in range(len(value) + 2))
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else [])
    ):
        yield from _places((*path, step), inner)


def _shape(path: KeyPath) -> st.SearchStrategy[Value]:
    """Return what may stand at a path."""
    name, last = ("", *path)[-2:]
    if last in _ENTRIES:
        return st.lists(_ENTRIES[str(last)], max_size=2)
    if isinstance(last, int):
        return _ENTRIES.get(str(name), texts)
    if name == "contributions":
        return text_lists
    return contributions if last == "contributions" else texts


def _named(step: str | int, value: Value) -> list[str]:
    """Return a value as a draft writes it, behind its name or its dash."""
    if isinstance(step, int):
        return item(value) if isinstance(value, str) else entry(_inside(value))
    if isinstance(value, str):
        return free(step, value) if len(value) % 2 else keyed(step, value)
    return [f"{step}:", *indented(_inside(value))] if value else [f"{step}: []"]


def _inside(value: Value) -> Iterable[str]:
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    return [line for step, inner in steps for line in _named(step, inner)]
