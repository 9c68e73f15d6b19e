import re
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from compactctl.errors import Refused
from compactctl.files.inserting import append_entry
from compactctl.files.reading import Broken, decode, parse, trimmed

NAME = "compacts/hampshire.yaml"
ENTRY = (
    "- year: 2004/05\n  # a comment\n  priorities:\n\n    - area: ict\n      why: |-\n        TODO one\n        two\n"
)
ADDED = {"year": "2004/05", "priorities": [{"area": "ict", "why": "TODO one\ntwo"}]}
SIGNATURE = "- party: authority\n  role: 'Leader: council'\n"
SIGNED = {"party": "authority", "role": "Leader: council"}
BYTE_ORDER_MARK = "\ufeff"


def added(text: str, entry: str = ENTRY) -> str:
    return append_entry(NAME, text.encode(), ("editions",), entry).decode()


def read(text: str) -> Any:  # noqa: ANN401 - plain values of any kind
    return parse(decode(NAME, text.encode()))


@pytest.mark.parametrize(
    ("before", "block", "after"),
    [
        ("editions:\n  - a: 1\n", "  - b: 2\n", ""),
        ("editions:\n- a: 1\n", "- b: 2\n", ""),
        ("editions:\r\n  - a: 1\r\n", "  - b: 2\r\n", ""),
        ("editions:\r  - a: 1\r", "  - b: 2\r", ""),
        ("\ufeffeditions:\n  - a: 1\n", "  - b: 2\n", ""),
        ("editions:\n  - a: 1", "\n  - b: 2", ""),
        ("editions:\r\n  - a: 1", "\r\n  - b: 2", ""),
        ("editions:\n  - a: 1\n", "  - b: 2\n", "...\n"),
        ("---\neditions:\n  - a: 1  \t\n", "  - b: 2\n", "...  # over\n"),
        ("editions:\n  - a: 1 # said\n", "  - b: 2\n", "\n# of the file\n"),
        ("editions:\n  - a:\n    # - of the entry\n\n    # too\n", "  - b: 2\n", "\n  # of the list\n# of the file\n"),
        ("editions:\n- a: 1\n  # of the entry\n", "- b: 2\n", "# of the file\n"),
        ("editions:\n  - a: 1\n    # of the entry", "\n  - b: 2", ""),
        ("editions:\n  - a: 1\n", "  - b: 2\n", "note: x\nsources: []\n"),
        ("editions:\n  - a: |\n      x\n\n\n", "  - b: 2\n", "# of the file\n"),
        ("editions:\n  - a: |+\n      x\n\n\n", "  - b: 2\n", "note: x\n"),
        ("editions:\n  - a: |\n      x # no comment\n      # none either\n", "  - b: 2\n", "  # one\n"),
        ("editions:\n  - a: >-\n      x", "\n  - b: 2", ""),
        ("editions:\n  - a: [x,\n      y]\n", "  - b: 2\n", ""),
        ("editions:\n  - {a: 1, c: {d: [ ]}} # said\n", "  - b: 2\n", ""),
        ("editions:\n  - a: 'it\n      goes on'\n", "  - b: 2\n", ""),
        ("editions:\n  - a: it\n      goes on\n", "  - b: 2\n", "\n\n"),
        ("'editions':\n  -   a: 1\n      c: 2\n", "  - b: 2\n", ""),
        ("? editions\n: - a: 1\n", "  - b: 2\n", ""),
        ("  editions:\n    -\n      a: 1\n", "    - b: 2\n", ""),
        ("editions:\n  - a: é👩‍👧\n", "  - b: 2\n", "x: ü\n"),
    ],
)
def test_puts_the_entry_after_the_last_and_leaves_all_else(before: str, block: str, after: str) -> None:
    assert added(before + after, "- b: 2\n") == before + block + after


@pytest.mark.parametrize(
    "text",
    [
        "editions: [{a: 1}]\n",
        "editions: [\n  {a: 1}\n  ]\n",
        "{editions: [{a: 1}]}",
        "editions: ~\n",
        "editions: [  # nothing\n  ]\n",
        "editions: x\n",
        "{}\n",
        "- x\n",
    ],
)
def test_refuses_a_list_in_flow_style_and_what_is_no_list(text: str) -> None:
    with pytest.raises(Refused, match="do not stand one below the other"):
        added(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  s: []\n", "  s:\n    - b: 2\n      c: 3\n"),
        ("  s:   [ ]  # said\n", "  s:  # said\n    - b: 2\n      c: 3\n"),
        ("  s: [\n  ]\n", "  s:\n    - b: 2\n      c: 3\n"),
        ("  s: []", "  s:\n    - b: 2\n      c: 3"),
        ("  s: []\r\n", "  s:\r\n    - b: 2\r\n      c: 3\r\n"),
        ("  s:\n    # - b: 1\n", "  s:\n    - b: 2\n      c: 3\n    # - b: 1\n"),
        ("  s: # said", "  s: # said\n    - b: 2\n      c: 3"),
        ("  s:\n  x: 1\n", "  s:\n    - b: 2\n      c: 3\n  x: 1\n"),
        ("  s:\n  - b: 1\n\n  x: 1\n", "  s:\n  - b: 1\n  - b: 2\n    c: 3\n\n  x: 1\n"),
        ("  x: 1\n    # of x\n  # of e\n", "  x: 1\n    # of x\n  s:\n    - b: 2\n      c: 3\n  # of e\n"),
        ("  x: [1]", "  x: [1]\n  s:\n    - b: 2\n      c: 3"),
        ("  x:\n", "  x:\n  s:\n    - b: 2\n      c: 3\n"),
    ],
)
@pytest.mark.parametrize("end", ["", "f: 1\n", "...\n", "\n# of the file\n"])
def test_an_empty_list_gives_way_and_one_that_is_not_there_is_begun(before: str, after: str, end: str) -> None:
    if end and not before.endswith("\n"):
        before, after = f"{before}\n", f"{after}\n"
    new = append_entry(NAME, f"e:\n{before}{end}".encode(), ("e", "s"), "- b: 2\n  c: 3\n")
    assert new.decode() == f"e:\n{after}{end}"


@pytest.mark.parametrize("text", ["e: {s: []}\n", "e: {}\n", "e: x\n", "e:\n  s: [{b: 1}]\n"])
def test_refuses_to_add_within_flow_style(text: str) -> None:
    with pytest.raises(Refused, match="the s do not stand one below the other"):
        append_entry(NAME, text.encode(), ("e", "s"), "- b: 2\n")


def test_refuses_more_than_can_be_read() -> None:
    with pytest.raises(Refused, match="could not be read with one more: there are more than 50,000"):
        added("editions:\n" + "  - a\n" * 49_996)


@dataclass(frozen=True)
class Layout:
    """A compact's text in pieces: what may stand before the new block, and what after it."""

    text: str
    line_end: str


INDENTS = st.integers(0, 4)
BLANK_OR_COMMENT = st.sampled_from(
    ["", " ", "\t", "# a comment", "      # deep", "#", "   #\ttabs\t", "# a: b", "# - x"]
)
TRAILING = st.sampled_from(["", " ", "  # said", "\t# said", "   "])
LAST = st.sampled_from(
    [
        ["signatures: []"],
        ["signatures:"],
        ["signatures: [ ]"],
        ["'signatures': []"],
        ['"signatures":   []'],
        ["signatures:", "  - party: department", "    date: 2004-01-31"],
        ["signatures:", "- party: department", "  date: 2004-01-31"],
        ["signatures: [{party: department,", "  date: 2004-01-31}]"],
        ["note: |", "  kept", "    as it", "", "  stands"],
        ["note: >-", "  folded", "  text"],
        ["note: |+", "  with what follows", "", ""],
        ["note: 'quoted: # text'"],
        ['note: "double \\"quoted\\" ', '  text"'],
        ["note: plain", "  text", "  goes on"],
        ["note: é 中 👩‍👧"],
    ],
)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    line_end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    dash, gap = " " * draw(INDENTS), " " * draw(st.integers(1, 3))
    inner = dash + " " + gap
    lines = draw(st.sampled_from([[], ["---"], ["# of the file", "", "---"]]))
    lines = [*lines, "authority: hampshire" + draw(TRAILING), *draw(st.lists(BLANK_OR_COMMENT, max_size=2))]
    lines.append(draw(st.sampled_from(["editions:", "'editions':", '"editions" :'])) + draw(TRAILING))
    for year in ("2003/04", "2004/05")[: draw(st.integers(1, 2))]:
        lines += [f"{dash}-{gap}year: {year}{draw(TRAILING)}", *draw(st.lists(BLANK_OR_COMMENT, max_size=2))]
        lines += [inner + line if line else "" for line in draw(LAST)]
        lines += draw(st.lists(BLANK_OR_COMMENT, max_size=4))
    lines += draw(st.sampled_from([[], ["sources: []"], ["sources:", "- x"], ["..."], ["...", "# after it"]]))
    lines += draw(st.lists(BLANK_OR_COMMENT, max_size=2))
    text = line_end.join(lines) + draw(st.sampled_from(["", line_end]))
    return Layout(draw(st.sampled_from(["", BYTE_ORDER_MARK])) + text, line_end)


@given(layouts())
def test_new_bytes_are_old_bytes_and_one_block(layout: Layout) -> None:
    old = layout.text
    try:
        before = read(old)
    except Broken:
        reject()
    new = added(old)
    length = len(new) - len(old)
    assert any(new[:place] + new[place + length :] == old for place in range(len(old) + 1))
    assert not set(new.replace(layout.line_end, "")) & {"\r", "\n"}
    assert new.endswith(layout.line_end) == old.endswith(layout.line_end)
    assert trimmed(read(new)) == trimmed({**before, "editions": [*before["editions"], ADDED]})


@given(layouts(), st.integers(0, 1))
def test_a_signature_is_one_block_and_all_other_lines_stay(layout: Layout, index: int) -> None:
    try:
        before = read(layout.text)
        edition = before["editions"][index]
        new = append_entry(NAME, layout.text.encode(), ("editions", index, "signatures"), SIGNATURE).decode()
    except (Broken, Refused, IndexError):
        reject()
    old_lines, new_lines = (text.split(layout.line_end) for text in (layout.text, new))
    length = len(new_lines) - len(old_lines)
    assert length == 2 + ("signatures" not in edition)
    rests = [[*new_lines[:at], *new_lines[at + length :]] for at in range(len(old_lines) + 1)]
    assert any(all(map(stays, old_lines, rest)) and sum(map(str.__ne__, old_lines, rest)) <= 1 for rest in rests)
    assert new.endswith(layout.line_end) == layout.text.endswith(layout.line_end)
    signed = edition.get("signatures")
    edition["signatures"] = [*(signed if isinstance(signed, list) else []), SIGNED]
    assert trimmed(read(new)) == trimmed(before)


def stays(old: str, new: str) -> bool:
    return new in (old, re.sub(r"[ \t]*\[ ?\]", "", old, count=1))
