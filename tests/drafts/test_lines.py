from collections.abc import Iterable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafts.memory import texts

from compactctl.documents.kinds import COMPACT
from compactctl.documents.reading import read_document
from compactctl.drafts.lines import (
    comment,
    commented,
    document,
    entry,
    flow_list,
    free,
    indented,
    item,
    keyed,
    schema_line,
)
from compactctl.files.reading import Value, decode, parse

WORDS: Final = (
    *(
        "the",
        "Schools",
        "of",
        "a",
        "county",
        "term",
        "why",
        "area",
        "asks",
        "note",
        "answer",
        "review_by",
        "text",
        "authority",
    ),
    *(
        "-",
        "–",
        "•",
        "*",
        "&",
        "#1",
        "#",
        "years:",
        "department:",
        "all;",
        "(but)",
        "'so'",
        "a/b",
        "£5",
        "2003",
        "date",
    ),
    "https://www.example.org/a-long-address-of-a-page-about-schools-and-what-they-do-in-2004-and-after.html",
)
"""What texts are made of, and what a line of them may be taken for something else by."""


def read(lines: Iterable[str]) -> Value:
    return parse(decode("draft.yaml", document(lines).encode()))


@given(texts)
def test_every_text_reads_back_as_it_was(text: str) -> None:
    lines = [
        schema_line("compact"),
        *comment(text),
        *keyed("key", text),
        *free("text", text),
        "list:",
        *indented(
            [*comment(text), *item(text), *commented(item(text)), *entry([*free("inner", text), *comment(text)])]
        ),
        f"flow: {flow_list([text, text])}",
    ]
    assert read(lines) == {"key": text, "text": text, "list": [text, {"inner": text}], "flow": [text, text]}


@given(texts)
def test_a_comment_says_what_it_held_once_its_sign_is_taken_away(text: str) -> None:
    lines = commented([*comment(text), *free("key", text)])
    assert read(line.removeprefix("#").removeprefix(" ") for line in lines) == {"key": text}


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("14-19-opportunities", "key: 14-19-opportunities"),
        ("14-19", "key: 14-19"),
        ("no", 'key: "no"'),
        ("2004-01-31", 'key: "2004-01-31"'),
        ("1e5", 'key: "1e5"'),
        ("0x1f", 'key: "0x1f"'),
        ("-", 'key: "-"'),
        ("Reading: the first years", 'key: "Reading: the first years"'),
    ],
)
def test_an_id_stands_plain_where_it_can_and_all_else_in_double_quotes(value: str, line: str) -> None:
    assert keyed("key", value) == [line]
    assert flow_list([value, value]) == f"[{line[5:]}, {line[5:]}]"


@pytest.mark.parametrize(
    "text",
    ["Literacy", "Reading: the first years", "- a dash", "#3 of all", "'Pupils' records", "no", "2004-01-31", "> 5"],
)
def test_a_text_stands_below_its_name_and_its_dash_without_quotes(text: str) -> None:
    assert free("key", text) == ["key: >-", f"  {text}"]
    assert item(text) == ["- >-", f"  {text}"]


@pytest.mark.parametrize("sign", ["- the", "* the", "– the", "#3 the", "why: the", "area", "(the"])
def test_no_folded_line_begins_like_anything_but_a_text(sign: str) -> None:
    for before in range(15, 20):
        text = f"{'word ' * before}{sign} end"
        assert free("key", f"{'x' * 120} {sign} end") == ["key: >-", f"  {'x' * 120} {sign} end"]
        first, *rest = free("key", text)[1:]
        assert " ".join(line.strip() for line in (first, *rest)) == text
        assert all(line.startswith("  word ") for line in rest)


def test_long_texts_are_folded_and_lines_kept() -> None:
    long = "word " * 40 + "end"
    assert max(map(len, free("key", long))) < 100
    just = "word " * 18 + "ab"
    assert free("key", just) == ["key: >-", f"  {just}"]
    assert free("key", f"{just}c") == ["key: >-", *(f"  {line}" for line in ("word " * 15 + "word", "word word abc"))]
    assert free("key", "one  two " * 20 + "end") == ["key: >-", f"  {'one  two ' * 20}end"]
    assert free("key", "one\n  two\n\nthree") == ["key: |-", "  one", "    two", "", "  three"]
    assert free("key", "a\rb") == [r'key: "a\rb"']
    assert free("key", "why: for the county") == ['key: "why: for the county"']
    assert item("->") == ['- "->"']


@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=60).map(" ".join))
def test_what_is_written_is_read_as_it_was_and_nobody_objects(text: str) -> None:
    priority = ["area: b", *free("why", text), "contributions:", *indented(["authority:", *indented(item(text))])]
    edition = [
        "year: 2003/04",
        "priorities:",
        *indented(entry(priority)),
        "asks:",
        *indented(entry(free("text", text))),
    ]
    lines = ["authority: kent", *free("note", text), "editions:", *indented(entry(edition))]
    compact = read_document(COMPACT, "compacts/kent.yaml", document(lines).encode())
    assert compact.findings == ()
    assert compact.document is not None
    (edition_read,) = compact.document.content.editions
    (priority_read,) = edition_read.priorities
    assert {priority_read.why, *priority_read.contributions.authority, edition_read.asks[0].text} == {text}
