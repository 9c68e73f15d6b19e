"""From bytes to plain values: any bytes end in a value or in findings, no text is changed, places follow the lines."""

from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from compactctl.documents import kinds
from compactctl.documents.document import read_document
from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.files.reading import BYTE_ORDER_MARK, Blank, Broken, decode, parse
from compactctl.finding import Finding, Level
from compactctl.rules.names import rule_names
from compactctl.rules.samples import BASE, COMPACT

NOTHING: Final = ""
PIECES: Final = st.sampled_from(
    [
        *"-:?[]{},#&*!|>'\"%@`~ \t\n\r\\",
        "\r\n",
        "---",
        "...",
        "<<",
        "null",
        "key",
        "é",
        "\x85",
        "\u200b",
        "\ufeff",
        "\0",
        "👩‍🏫",
    ]
)
YAML_LIKE: Final = st.lists(PIECES, max_size=40).map("".join)


def read(data: bytes) -> tuple[Any, list[Finding]]:
    """Return the value in the bytes and nothing, or nothing and what was found."""
    try:
        return parse(decode("file.yaml", data)), []
    except Broken as broken:
        return NOTHING, broken.findings


def is_plain(value: Any) -> bool:  # noqa: ANN401 - a value of any kind
    if isinstance(value, dict):
        return all(type(key) is str and is_plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(is_plain, value))
    return type(value) is str or value in (Blank.NOTHING, Blank.NULL)


@given(st.binary(max_size=300) | YAML_LIKE.map(str.encode))
@example(b"[" * 100_000)
@example(b"- " * 100_000)
@example(b"? " * 100_000)
@example(b"&a [*a, *a]")
@example(b"!!python/object/apply:os.system [id]")
def test_any_bytes_are_a_value_or_findings_of_one_rule_on_files(data: bytes) -> None:
    value, findings = read(data)
    assert is_plain(value)
    assert len({item.rule for item in findings}) <= 1
    assert len(findings) <= MAXIMUM_FINDINGS + 1
    for item in findings:
        assert rule_names()[item.rule] == "files"
        assert item.level is Level.ERROR
        span = item.place.span
        assert span is not None
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | YAML_LIKE)
def test_a_plain_text_is_refused_or_comes_back_as_it_stands(text: str) -> None:
    value, findings = read(f"why: {text}\n".encode())
    text = text.strip(" \t")
    if not text.startswith(("'", '"', "[", "{", "|", ">")) and not any(sign in text for sign in "#\r\n"):
        blank = {"": Blank.NOTHING, "~": Blank.NULL, "null": Blank.NULL}
        assert findings or value == {"why": blank.get(text, text)}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | YAML_LIKE)
def test_a_text_in_single_quotes_is_refused_or_comes_back_equal(text: str) -> None:
    value, findings = read("why: '{}'\n".format(text.replace("'", "''")).encode())
    assert findings or "\n" in text or "\r" in text or value == {"why": text}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_text_in_escapes_is_refused_or_comes_back_equal(text: str) -> None:
    escaped = "".join(f"\\U{ord(character):08x}" for character in text)
    value, findings = read(f'why: "{escaped}"\n'.encode())
    assert {item.rule for item in findings} == {"hidden-character"} or value == {"why": text}


@pytest.mark.parametrize(
    "text", ["NO", "010", "12:30", "2003/04", "1.10", "1_000", "0x1f", ".inf", "true", "2004-01-31"]
)
def test_a_scalar_is_the_text_that_stands_there(text: str) -> None:
    assert read(f"why: {text}\n".encode()) == ({"why": text}, [])


BROKEN: Final = {
    "not-utf-8": b"a: \xff\n",
    "hidden-character": "a: b\nc: \u200b\u202e\n".encode(),
    "yaml-syntax": b"a: b: c\n",
    "yaml-feature": b"a: &x [b]\nc: *x\n",
    "yaml-limit": b"a:\n  " + b"[" * 21 + b"]" * 21,
    "duplicate-key": b"a: b\nc: d\na: e\n",
}
SCHEMA: Final = BASE[COMPACT].replace("term: short", "term: soon").replace("why:", "reason:").encode()


def places(data: bytes) -> list[tuple[str, int, int, int, int]]:
    """Return rule and span of all that a file breaks, in files and in the schema of a compact."""
    try:
        source = decode("file.yaml", data)
        findings = list(read_document(kinds.COMPACT, source, parse(source)).findings)
    except Broken as broken:
        findings = broken.findings
    spans = [(item.rule, item.place.span) for item in findings]
    return [(rule, span.line, span.column, span.end_line, span.end_column) for rule, span in spans if span]


@given(
    st.sampled_from([*BROKEN.values(), SCHEMA]),
    st.integers(0, 40),
    st.sampled_from([b"\n", b"\r\n", b"\r"]),
    st.sampled_from([b"", b"# a comment", "  # é 👩‍🏫".encode()]),
    st.sampled_from([b"", BYTE_ORDER_MARK]),
)
def test_lines_added_above_move_every_finding_and_nothing_else(
    data: bytes, count: int, line_end: bytes, line: bytes, mark: bytes
) -> None:
    expected = [(rule, top + count, left, end + count, right) for rule, top, left, end, right in places(data)]
    assert expected
    assert places(mark + (line + line_end) * count + data.replace(b"\n", line_end)) == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("more", ["", "# Überblick, Świdwin, Ж\n" * 100])
def test_a_file_in_utf_16_is_told_once(more: str, encoding: str) -> None:
    [finding] = read((BASE[COMPACT] + more).encode(encoding))[1]
    assert finding.rule == "not-utf-8"
    assert finding.message.startswith("this file is not saved as UTF-8, but probably as UTF-16; save it as UTF-8")
    assert finding.place.span == (1, 1, 1, 2)


def test_the_escapes_of_a_text_are_told_once() -> None:
    _, findings = read(b'why: "' + rb"\u202e" * 5000 + b'"\nnote: "' + rb"\u200b" + b'"\n')
    assert [item.message.partition(",")[0] for item in findings] == [
        "a right-to-left override (U+202E) is written here as an escape",
        "a zero-width space (U+200B) is written here as an escape",
    ]
    assert "and 4,999 more in this text" in findings[0].message
    assert "more" not in findings[1].message
