"""Any edits of any compact in any layout: the result reads as wanted, and no other line is another."""

import re
from copy import deepcopy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.files.layouts import compacts, edits, layouts

from compactctl.files.editing import Edit, NotLaidOut, edited
from compactctl.files.reading import Blank, decode, parse
from compactctl.files.source import KeyPath

NAME = "compacts/hampshire.yaml"
Value = Any


@given(st.data(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]), st.integers(0, 1))
def test_a_result_reads_as_wanted_and_all_other_lines_stay(
    data: st.DataObject, line_end: str, mark: str, last_line_ends: int
) -> None:
    value: Value = data.draw(compacts)
    layout = data.draw(layouts(value))
    drawn = data.draw(edits(value))
    old = mark + line_end.join(line.text for line in layout.lines) + line_end * last_line_ends
    assert plain(parse(decode(NAME, old.encode()))) == plain(value)
    wanted = applied(value, drawn)
    assume(bool(wanted))
    try:
        done = edited(NAME, old.encode(), [edit for edit, _ in drawn])
    except NotLaidOut:
        assert layout.has_flow
        return
    new = done.data.decode()
    assert plain(parse(decode(NAME, new.encode()))) == plain(wanted)
    assert new.startswith("\ufeff") == old.startswith("\ufeff")
    assert not set(new.replace(line_end, "")) & {"\r", "\n"}
    lost = [comment.text for comment in done.lost]
    assert [layout.lines[comment.line - 1].comment for comment in done.lost] == lost
    for comment in filter(None, (line.comment for line in layout.lines)):
        assert new.count(comment) + lost.count(comment) == 1
    paths = [edit.path for edit, _ in drawn]
    others = [line for line in layout.lines if line.comment not in lost and not is_edited(line.path, paths, value)]
    lines = iter([without_dash(line) for line in new.removeprefix("\ufeff").split(line_end)])
    for line in others:
        assert without_dash(line.text) in lines, line


def is_edited(path: KeyPath, edited_paths: list[KeyPath], value: Value) -> bool:
    """Return whether a value is edited, or is an empty list that has entries now."""
    for step in path:
        value = value[step]
    return any(path[: len(other)] == other or (not value and path == other[:-1]) for other in edited_paths)


def without_dash(line: str) -> str:
    """Return a line with blanks for the dashes before it: its first name may come to stand behind one."""
    return re.sub(r"^[ -]+", lambda match: " " * len(match[0]), line).rstrip(" ")


def applied(value: Value, drawn: list[tuple[Edit, Value]]) -> Value:
    """Return a value with edits, but for those inside of others."""
    value = deepcopy(value)
    paths = {edit.path for edit, _ in drawn}
    live = [pair for pair in drawn if not any(pair[0].path[:length] in paths for length in range(len(pair[0].path)))]
    for edit, new in sorted(live, key=lambda pair: (pair[0].lines is None, str(pair[0].path))):
        around, step = inside(value, edit.path), edit.path[-1]
        if edit.lines is not None and isinstance(step, int) and step >= len(around):
            around.append(new)
        elif edit.lines is not None:
            around[step] = new
    for edit, _ in sorted(live, key=lambda pair: str(pair[0].path), reverse=True):
        if edit.lines is None:
            del inside(value, edit.path)[edit.path[-1]]
    return value


def inside(value: Value, path: KeyPath) -> Value:
    for step in path[:-1]:
        value = value[step]
    return value


def plain(value: Value) -> Value:
    """Return a value as a document means it: trimmed, and nothing where there is no entry."""
    if isinstance(value, dict):
        return {step: plain(inner) for step, inner in value.items()} or None
    if isinstance(value, list):
        return [plain(inner) for inner in value] or None
    return None if value is Blank.NOTHING else value.strip()
