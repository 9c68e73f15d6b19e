"""One more entry in a list of a YAML file: all bytes that stood there stay, one block of text comes between them.

The place is found in the parsed tree, the text is spliced in, and the result is read back and compared with what was
wanted. YAML is never printed anew, and nothing is written here.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import yaml

from compactctl.errors import Refused
from compactctl.files.reading import BYTE_ORDER_MARK, Broken, Value, decode, parse, trimmed
from compactctl.files.source import KeyPath, Source, step_into
from compactctl.files.targets import check_size
from compactctl.words import quoted

_LAST_LINE_END: Final = re.compile(r"(\r\n|\r|\n)[^\r\n]*\Z")
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_COMMENT: Final = re.compile(r"[ \t]*#")
_NO_ENTRY: Final = re.compile(r"\[\s*\]|")
"""How a list without an entry is written: in brackets, or not at all."""


class _Gap(NamedTuple):
    """A text parted where something is to come: what stands before and after, and how far in the new lines begin."""

    before: str
    after: str
    indent: int


def append_entry(name: str, data: bytes, path: KeyPath, entry: str) -> bytes:
    """Return the bytes of a file with one more entry at the end of the list at a path, which ends in a key.

    The file is one that could be read. The entry begins with '- ', its lines end with LF and are not indented; it
    takes on the list's indent and the file's line ends. It comes in the place of `[]`, and where the list is not there
    at all, its key comes too, at the end of its map. Raises `Refused` where entries or what is around them stand in
    flow style, or where the result would be too large, or not read as wanted.
    """
    source = decode(name, data)
    before = parse(source)
    text = _with_entry(source, path, entry)
    if text is None:
        message = (
            f"in {quoted(name)} the {path[-1]} do not stand one below the other, so that nothing can be added there"
        )
        raise Refused(message, f"write '{path[-1]}:' on a line of its own, and below it each entry after a '-'")
    after = (BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b"") + text.encode("utf-8")
    check_size(name, after)
    try:
        wanted = _extended(before, path, parse(decode(name, entry.encode("utf-8"))))
        is_as_wanted = trimmed(parse(decode(name, after))) == trimmed(wanted)
    except Broken as broken:
        if broken.findings[0].rule == "yaml-limit":
            raise Refused(f"{quoted(name)} could not be read with one more: {broken.findings[0].message}") from broken
        is_as_wanted = False
    if not is_as_wanted:
        message = f"{quoted(name)} is laid out in a way in which nothing can be added safely"
        raise Refused(message, f"lay the last of the {path[-1]} out like the others, or write the new one by hand")
    return after


def _with_entry(source: Source, path: KeyPath, entry: str) -> str | None:
    """Return the text with the entry, None where there is no place for it."""
    around, key = source.node(path[:-1]), path[-1]
    if not isinstance(around, yaml.MappingNode) or around.flow_style:
        return None
    existing = step_into(around, key)
    lines = entry.removesuffix("\n").split("\n")
    if existing is None:
        gap = _gap_after(source.text, around)
        lines = [f"{key}:", *(f"  {line}" if line else "" for line in lines)]
    elif isinstance(entries := existing[1], yaml.SequenceNode) and not entries.flow_style:
        gap = _gap_after(source.text, entries)
    elif _NO_ENTRY.fullmatch(source.text, entries.start_mark.index, entries.end_mark.index):
        gap = _gap_in_place_of(source.text, entries, around.start_mark.column + 2)
    else:
        return None
    return gap.before + _block(gap, lines) + gap.after


def _gap_after(text: str, entries: yaml.CollectionNode) -> _Gap:
    """Return the gap after the line on which the last value stands, or the comments that belong to the last entry.

    The end of the list or map is of no use: the parser puts it behind all comments that follow.
    """
    end = _last(entries).end_mark.index
    place = end if _begins_line(text, end) else _end_of_line(text, end)
    look = place
    while look < len(text) and _begins_line(text, look):
        line_end = _end_of_line(text, look)
        line = text[look:line_end]
        if _COMMENT.match(line) and len(line) - len(line.lstrip()) > entries.start_mark.column:
            place = line_end
        elif line.strip():
            break
        look = line_end
    return _Gap(text[:place], text[place:], entries.start_mark.column)


def _gap_in_place_of(text: str, empty: yaml.Node, indent: int) -> _Gap:
    """Return the gap below a list without an entry, whose brackets go; the rest of their line stays."""
    end = empty.end_mark.index
    line_end = _end_of_line(text, end)
    return _Gap(text[: empty.start_mark.index].rstrip(" \t") + text[end:line_end], text[line_end:], indent)


def _last(node: yaml.Node) -> yaml.Node:
    """Return the last value of a list or map: a scalar, or a whole list or map in flow style."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    return node


def _begins_line(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in "\r\n"


def _end_of_line(text: str, place: int) -> int:
    match = _LINE.match(text, place)
    return match.end() if match else place


def _block(gap: _Gap, lines: Sequence[str]) -> str:
    """Return the lines as they stand in a gap; a file without a last line end stays without one."""
    last = _LAST_LINE_END.search(gap.before)
    line_end = last[1] if last else "\n"
    block = line_end.join(" " * gap.indent + line if line else "" for line in lines)
    return block + line_end if _begins_line(gap.before, len(gap.before)) else line_end + block


def _extended(value: Value, path: KeyPath, entries: Value) -> Value:
    """Return a value with more entries in the list at a path."""
    if not path:
        return [*(value if isinstance(value, list) else []), *(entries if isinstance(entries, list) else [])]
    step, rest = path[0], path[1:]
    if isinstance(value, dict) and isinstance(step, str):
        return {**value, step: _extended(value.get(step), rest, entries)}
    if isinstance(value, list):
        return [_extended(inner, rest, entries) if index == step else inner for index, inner in enumerate(value)]
    return value
