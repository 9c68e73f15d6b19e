"""One more entry in a list of a YAML file: all bytes that stood there stay, one block of text comes between them.

The place is found in the parsed tree, the text is spliced in, and the result is read back and compared with what was
wanted. YAML is never printed anew, and nothing is written here.
"""

import re
from typing import Final

import yaml

from compactctl.errors import Refused
from compactctl.files.reading import BYTE_ORDER_MARK, Broken, Value, decode, parse
from compactctl.words import quoted

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_COMMENT: Final = re.compile(r"[ \t]*#")


def append_entry(name: str, data: bytes, key: str, entry: str) -> bytes:
    """Return the bytes of a file with one more entry at the end of the list under a key of its outermost map.

    The file is one that could be read. The entry begins with '- ', its lines end with LF and are not indented; it
    takes on the list's indent and the file's line ends. Raises `Refused` where the list stands in flow style, or where
    the result would not read as wanted.
    """
    source = decode(name, data)
    before = parse(source)
    entries = _list_node(source.text, key)
    if entries is None or entries.flow_style:
        message = f"in {quoted(name)} the {key} do not stand one below the other, so that nothing can be added there"
        raise Refused(message, f"write '{key}:' on a line of its own, and below it each entry after a '-'")
    place = _place_after(source.text, entries)
    text = source.text[:place] + _block(source.text[:place], entries, entry) + source.text[place:]
    after = (BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b"") + text.encode("utf-8")
    try:
        wanted = {**before, key: [*before[key], *parse(decode(name, entry.encode("utf-8")))]}
        is_as_wanted = _trimmed(parse(decode(name, after))) == _trimmed(wanted)
    except Broken as broken:
        if broken.findings[0].rule == "yaml-limit":
            raise Refused(f"{quoted(name)} could not be read with one more: {broken.findings[0].message}") from broken
        is_as_wanted = False
    if not is_as_wanted:
        message = f"{quoted(name)} is laid out in a way in which nothing can be added safely"
        raise Refused(message, f"lay the last of the {key} out like the others, or write the new one by hand")
    return after


def _list_node(text: str, key: str) -> yaml.SequenceNode | None:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key and isinstance(value, yaml.SequenceNode)), None)


def _place_after(text: str, entries: yaml.SequenceNode) -> int:
    """Return where the line ends on which the list's last value stands, or the comments that belong to its last entry.

    The list's own end is of no use: the parser puts it behind all comments that follow.
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
    return place


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


def _block(before: str, entries: yaml.SequenceNode, entry: str) -> str:
    """Return the entry as it stands after the text before it; a file without a last line end stays without one."""
    line_end = str((_LINE_END.findall(before) or ["\n"])[-1])
    indent = " " * entries.start_mark.column
    block = line_end.join(indent + line if line else "" for line in entry.removesuffix("\n").split("\n"))
    return block + line_end if _begins_line(before, len(before)) else line_end + block


def _trimmed(value: Value) -> Value:
    """Return values with each text trimmed, as every document's schema does."""
    if isinstance(value, dict):
        return {key: _trimmed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_trimmed(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value
