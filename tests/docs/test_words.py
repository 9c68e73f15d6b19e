"""What the tool says is said in words that an officer knows: every sentence in the code that is for people."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.docs.blocks import ROOT

UNKNOWN = re.compile(
    r"\b(arguments?|bytes?|(?<!Tab )keys?(?! stage)|maps?|nodes?|parsers?|scalars?|slugs?|"
    r"anchors?|alias(es)?|mappings?|sequences?|regex|tuples?|booleans?)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"'[a-z_]*'")
"""A name as it stands in a file, or a command."""
SAID_BY_YAML = re.compile(
    "did not find expected |mapping values are|maximum nesting|block (mapping|sequence)|scanning an "
)
NOT_SAID = frozenset(("core_schemas.py", "samples.py", "usual_words.py"))
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
        if isinstance(node.value, str) and " " in node.value and not SAID_BY_YAML.match(node.value):
            yield node.lineno, node.value


def test_no_sentence_has_a_word_that_no_officer_knows() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        if path.name not in NOT_SAID
        for line, text in sentences(path)
        if UNKNOWN.search(QUOTED.sub("", text))
    ]
    assert found == []
