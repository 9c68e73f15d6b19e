"""What the tool says is said in words that an officer knows: every sentence in the code that is for people."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.docs.blocks import ROOT

UNKNOWN = re.compile(
    r"\b(arguments?|bytes?|(?<!Tab )keys?(?! stage)|(?<!on the )maps?(?! of upper-tier)|nodes?|parsers?|scalars?|"
    r"slugs?|anchors?|alias(es)?|mappings?|sequences?|regex|tuples?|booleans?)\b",
    re.IGNORECASE,
)
UNSAID = re.compile(r"\blost\b|\boffer(s|ed) nothing\b|\bnon-compliant\b", re.IGNORECASE)
"""What is never said of anybody, in whatever words it may be meant."""
QUOTED = re.compile(r"'[a-z_]*'")
"""A name as it stands in a file, or a command."""
SAID_BY_LIBRARIES = re.compile(
    "did not find expected |Missing argument |Got unexpected |Option |mapping values are|maximum nesting|"
    "block (mapping|sequence)|scanning an "
)
CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""What of a page's template nobody reads."""
SINGLE = re.compile(r"(?::|-) +'(?!\.\.\.)[^'\n]*'[ \t]*$", re.MULTILINE)
"""A text of a document in single quotes, in which an apostrophe ends it."""
SHOWN = (
    *(
        "README.md",
        "data/README.md",
        "docs/editors.md",
        "docs/tutorial.md",
        "docs/rules.md",
        "docs/reference/format.md",
    ),
    *("src/compactctl/drafts/starter/README.md", "src/compactctl/drafts/starter/statement.yaml"),
    "src/compactctl/drafts/starter/annex-2003-04.yaml",
)
MISTAKES = re.compile(r"^(?:error|warning|info)\[[a-z0-9-]+\]: (.*)$", re.MULTILINE)
MENDING = re.compile(r"(write|like) '|'id: ")
NOT_SAID = frozenset(("samples.py", "usual_words.py"))
HELP = frozenset(("help", "metavar"))


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of what stands in a module with a space in it and is no docstring, help or comment."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    silent = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    silent |= {id(node.value) for node in nodes if isinstance(node, ast.keyword) and node.arg in HELP}
    silent |= {id(node.annotation) for node in nodes if isinstance(node, ast.AnnAssign)}
    texts = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in silent]
    for node in texts:
        if isinstance(node.value, str) and " " in node.value and not SAID_BY_LIBRARIES.match(node.value):
            yield node.lineno, node.value


def said() -> Iterator[tuple[str, str]]:
    """Yield place and text of each sentence in the code, and of what the pages say beside what they work out."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        if path.name not in NOT_SAID:
            yield from ((f"{path.relative_to(ROOT)}:{line}", text) for line, text in sentences(path))
    for path in sorted((ROOT / "src/compactctl/formats").rglob("*.html")):
        for line, text in enumerate(CODE.sub(blank, path.read_text(encoding="utf-8")).split("\n"), 1):
            yield f"{path.relative_to(ROOT)}:{line}", text


def blank(match: re.Match[str]) -> str:
    """Return as many ends of lines as stand in what is left out."""
    return "\n" * match[0].count("\n") or " "


def test_no_sentence_has_a_word_that_no_officer_knows() -> None:
    assert [(place, text) for place, text in said() if UNKNOWN.search(QUOTED.sub("", text))] == []


def test_nobody_is_said_to_have_lost_or_to_offer_nothing() -> None:
    assert [(place, text) for place, text in said() if UNSAID.search(QUOTED.sub("", text))] == []


def mistakes() -> list[str]:
    """Return the message of one of every kind of mistake."""
    return MISTAKES.findall((ROOT / "tests/golden/mistakes.txt").read_text(encoding="utf-8"))


def test_no_message_that_is_shown_has_such_a_word() -> None:
    assert len(mistakes()) > 40
    assert [text for text in mistakes() if UNKNOWN.search(QUOTED.sub("", text))] == []


def test_an_id_comes_with_the_id_to_write() -> None:
    ids = [text for text in mistakes() if re.search(r"\bids?\b", QUOTED.sub("", text))]
    assert ids
    assert [text for text in ids if not MENDING.search(text)] == []


def test_single_quotes_are_never_taught() -> None:
    assert [(place, text) for place, text in said() if "single quote" in text] == []
    for page in SHOWN:
        text = (ROOT / page).read_text(encoding="utf-8")
        assert "single quote" not in text, page
        assert [match[0] for match in SINGLE.finditer(text) if "compactctl" not in match[0]] == [], page
