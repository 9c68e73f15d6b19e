from collections.abc import Iterable

import pytest
from hypothesis import given
from tests.drafts.memory import texts

from compactctl.drafts.lines import comment, commented, document, entry, flow_list, indented, item, keyed, schema_line
from compactctl.files.reading import Value, decode, parse


def read(lines: Iterable[str]) -> Value:
    return parse(decode("draft.yaml", document(lines).encode()))


@given(texts)
def test_every_text_reads_back_as_it_was(text: str) -> None:
    lines = [
        schema_line("compact"),
        *comment(text),
        *keyed("key", text),
        "list:",
        *indented(
            [*comment(text), *item(text), *commented(item(text)), *entry([*keyed("inner", text), *comment(text)])]
        ),
        f"flow: {flow_list([text, text])}",
    ]
    assert read(lines) == {"key": text, "list": [text, {"inner": text}], "flow": [text, text]}


@given(texts)
def test_a_comment_says_what_it_held_once_its_sign_is_taken_away(text: str) -> None:
    lines = commented([*comment(text), *keyed("key", text)])
    assert read(line.removeprefix("#").removeprefix(" ") for line in lines) == {"key": text}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Literacy and numeracy", "key: Literacy and numeracy"),
        ("14-19-opportunities", "key: 14-19-opportunities"),
        ("C# in schools", "key: C# in schools"),
        ("12:30 at school", "key: 12:30 at school"),
        ("Reading: the first years", "key: 'Reading: the first years'"),
        ("Pupils' records: late", "key: 'Pupils'' records: late'"),
        ("- a dash", "key: '- a dash'"),
        ("no", "key: 'no'"),
        ("1.10", "key: '1.10'"),
        ("2004-01-31", "key: '2004-01-31'"),
        ("a\rb", r'key: "a\rb"'),
    ],
)
def test_a_text_stands_plain_where_it_can_and_quoted_where_it_must(text: str, line: str) -> None:
    assert keyed("key", text) == [line]


def test_long_texts_are_folded_and_lines_kept() -> None:
    long = "word " * 40 + "end"
    assert keyed("key", long)[0] == "key: >-"
    assert max(map(len, keyed("key", long))) < 100
    just = "word " * 18 + "ab"
    assert keyed("key", just) == [f"key: {just}"]
    assert keyed("key", f"{just}c") == ["key: >-", *(f"  {line}" for line in ("word " * 17 + "word", "abc"))]
    assert keyed("key", "one\n  two") == ["key: |-", "  one", "    two"]
