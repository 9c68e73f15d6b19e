"""What keeps a file from being read is told in an officer's words, with the line as it should read where it is known."""

import pytest

from compactctl.files.reading import Broken, decode, parse
from compactctl.files.source import Source

EDITION = "authority: hampshire\neditions:\n  - year: 2003/04\n"
PRIORITY = f"{EDITION}    priorities:\n      - area: ks2\n"
ENTRY = f"{PRIORITY}        contributions:\n          authority:\n"
SYNTAX = "this is not YAML: "
SECOND = "stands here a second time; keep one of the two lines"
QUOTES = "put the text in double quotes"


def messages(text: str) -> list[str]:
    with pytest.raises(Broken) as broken:
        parse(Source("compacts/hampshire.yaml", text))
    return [finding.message for finding in broken.value.findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{PRIORITY}        why: A: b\n", f'{SYNTAX}a text that holds \': \' needs quotes; write why: "A: b"'),
        (f"{ENTRY}            - A: b: c\n", f'{SYNTAX}a text that holds \': \' needs quotes; write - "A: b: c"'),
        (f"{PRIORITY}        why: 'A's'\n", f'{SYNTAX}the quotes close before the text ends; write why: "A\'s"'),
        (f"{ENTRY}            - 'A' b\n", f"{SYNTAX}the quotes close before the text ends; write - \"'A' b\""),
        (f"{PRIORITY}        why: @a\n", f"{SYNTAX}a text cannot begin with '@'; {QUOTES}: \"@a\""),
        (f"{PRIORITY}        why: *a* b\n", f"a text cannot begin with '*'; {QUOTES}: \"*a* b\""),
        (f"{PRIORITY}        why: * a\n", f"a text cannot begin with '*'; {QUOTES}: \"* a\""),
        (f"{PRIORITY}        why: &a b\n", f"a text cannot begin with '&'; {QUOTES}: \"&a b\""),
        (f"{PRIORITY}        why: !a b\n", f"a text cannot begin with '!'; {QUOTES}: \"!a b\""),
        (f"{PRIORITY}        why: *a # b\n", f"a text cannot begin with '*'; {QUOTES}"),
        (f"{PRIORITY}        why: [a, *b]\n", f"a text cannot begin with '*'; {QUOTES}"),
        (f"{PRIORITY}        why: - a\n", f"{SYNTAX}a list cannot begin here: put each '-' on a line of its own; if it is one text, {QUOTES}: \"- a\""),
        *((f'{PRIORITY}        why: "{text}"\n', f"{SYNTAX}in double quotes a backslash is written as two; write '\\\\' here") for text in ("S:\\data", "\\x", "\\uD800")),
        (f"{PRIORITY}\twhy: a\n", f"{SYNTAX}a tab stands where spaces belong; indent with spaces"),
        (f"{PRIORITY}        why a\n", f"{SYNTAX}this line has no name with a colon: write 'why: …', or indent the line if it goes on from the one above"),
        (f"{PRIORITY}        <<: a\n", "'<<' is not used here; write out what it stands for"),
        (f"{PRIORITY}        why: a\n        why: b\n", f"'why' {SECOND}"),
        (f"{PRIORITY}        area: b\n", f"'area' {SECOND}"),
        (f"a: {'[' * 30}", "this stands more than 20 levels deep; put it further out, or in double quotes if it is a text"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_what_to_write(text: str, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"{PRIORITY}        term: short\n        why: a\n        area: b\n        term: short\n        why: c\n",
            "a new priority begins with '- ', like the one above; write '- area: b'",
        ),
        (
            f"{PRIORITY}        term: short\n        area: \u00a0b\n        term: short\n",
            "a new priority begins with '- ', like the one above; write '- area: b'",
        ),
        (
            f"{EDITION}    asks:\n      - text: a\n        area: b\n        text: c\n        area: d\n",
            "a new ask begins with '- ', like the one above; write '- text: c'",
        ),
        (
            f"{EDITION}    signatures:\n      - party: authority\n        role: a\n        party: department\n        role: b\n",
            "a new signature begins with '- ', like the one above; write '- party: department'",
        ),
        (f"{EDITION}    asks: [{{text: a, area: b, text: c, area: d}}]\n", "a new ask begins with '- ', like the one above"),
    ],
)  # fmt: skip
def test_an_entry_that_begins_without_its_dash_is_one_finding(text: str, message: str) -> None:
    assert messages(text) == [message]


def test_names_that_stand_twice_in_other_entries_are_told_each() -> None:
    text = f"{PRIORITY}        area: b\n      - area: c\n        why: d\n        why: e\n"
    assert messages(text) == [f"'area' {SECOND}", f"'why' {SECOND}"]


@pytest.mark.parametrize(
    ("data", "sign"), [(b"caf\xe9", "the sign here, probably 'é',"), (b"caf\x81", "the sign here")]
)
def test_a_sign_that_is_no_utf_8_is_named_as_it_probably_was(data: bytes, sign: str) -> None:
    with pytest.raises(Broken) as broken:
        decode("statement.yaml", data)
    (finding,) = broken.value.findings
    hint = "save the file as UTF-8 (in Notepad: File, Save As, Encoding: UTF-8)"
    assert finding.message == f"{sign} is not saved as UTF-8; {hint}"
