"""The grammar of each kind says of every place of a document what may stand there, as its schema does."""

from typing import Any

import pytest
from tests.running import DATA

from compactctl.documents.grammar import grammar_of
from compactctl.documents.kinds import ANNEX, COMPACT, CONFIG, KINDS, STATEMENT, DocumentKind
from compactctl.files.grammar import Grammar, ListGrammar, NamesGrammar, TextGrammar
from compactctl.files.reading import Value, decode, parse
from compactctl.files.source import KeyPath

RECORD = {
    STATEMENT: DATA / "statement.yaml",
    ANNEX: DATA / "annex/2004-05.yaml",
    COMPACT: DATA / "compacts/hampshire.yaml",
}
FREE = [
    (STATEMENT, ("title",)),
    (STATEMENT, ("vision", 0)),
    (STATEMENT, ("commitments", 0, "follow_up", 0, "source")),
    (STATEMENT, ("signatures", 0, "role")),
    (ANNEX, ("groups", 0, "areas", 0, "summary")),
    (ANNEX, ("retired", 0, "why")),
    (COMPACT, ("sources", 0)),
    (COMPACT, ("editions", 0, "priorities", 0, "issue")),
    (COMPACT, ("editions", 0, "priorities", 0, "contributions", "authority", 0)),
    (COMPACT, ("editions", 0, "asks", 0, "answer", "text")),
    (CONFIG, ("exemptions", 0, "reason")),
]
OF_A_FORM = [
    (STATEMENT, ("format",)),
    (STATEMENT, ("focuses", 0, "id")),
    (STATEMENT, ("signatures", 0, "party")),
    (ANNEX, ("at_most",)),
    (ANNEX, ("groups", 0, "areas", 0, "focuses", 0)),
    (ANNEX, ("groups", 0, "areas", 0, "from", 0)),
    (ANNEX, ("groups", 0, "areas", 0, "open_to", "regions", 0)),
    (ANNEX, ("retired", 0, "id")),
    (COMPACT, ("authority",)),
    (COMPACT, ("editions", 0, "review_by")),
    (COMPACT, ("editions", 0, "priorities", 0, "area")),
    (COMPACT, ("editions", 0, "priorities", 0, "term")),
    (COMPACT, ("editions", 0, "asks", 0, "area")),
    (CONFIG, ("levels", "one-sided")),
    (CONFIG, ("exemptions", 0, "rule")),
    (CONFIG, ("exemptions", 0, "file")),
]
YEAR = (COMPACT, ("editions", 0, "year"))
DATE = (COMPACT, ("editions", 0, "signatures", 0, "date"))
DUE = (STATEMENT, ("commitments", 0, "due"))
TERM = (COMPACT, ("editions", 0, "priorities", 0, "term"))
PARTY = (ANNEX, ("signatures", 0, "party"))
LEVEL = (CONFIG, ("levels", "one-sided"))
TRUTH = (ANNEX, ("groups", 0, "areas", 0, "named_locally"))
LETTER = (ANNEX, ("groups", 0, "areas", 0, "letter"))
ID = (ANNEX, ("groups", 0, "id"))
AREA = (COMPACT, ("editions", 0, "priorities", 0, "area"))
WHY = (COMPACT, ("editions", 0, "priorities", 0, "why"))

Where = tuple[DocumentKind[Any], KeyPath]


def grammar_at(kind: DocumentKind[Any], path: KeyPath) -> Grammar:
    grammar = grammar_of(kind)
    for step in path:
        if isinstance(grammar, ListGrammar):
            grammar = grammar.entry
        else:
            assert isinstance(grammar, NamesGrammar)
            below = grammar.names.get(str(step), grammar.any_name)
            assert below, step
            grammar = below
    return grammar


def text_at(where: Where) -> TextGrammar:
    grammar = grammar_at(*where)
    assert isinstance(grammar, TextGrammar)
    return grammar


def check_allows(grammar: Grammar, value: Value) -> None:
    """Whatever stands in a document that is right has its place in the grammar, and is written as it stands."""
    if isinstance(value, dict):
        assert isinstance(grammar, NamesGrammar)
        for name, inner in value.items():
            check_allows(grammar.names[name], inner)
    elif isinstance(value, list):
        assert isinstance(grammar, ListGrammar)
        for entry in value:
            check_allows(grammar.entry, entry)
    else:
        assert isinstance(grammar, TextGrammar)
        assert grammar.written(value) == value


@pytest.mark.parametrize("kind", RECORD, ids=lambda kind: kind.name)
def test_the_record_is_written_by_the_grammar(kind: DocumentKind[Any]) -> None:
    path = RECORD[kind]
    check_allows(grammar_of(kind), parse(decode(path.name, path.read_bytes())))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_is_made_once(kind: DocumentKind[Any]) -> None:
    assert grammar_of(kind) is grammar_of(kind)


@pytest.mark.parametrize("where", FREE)
def test_what_is_said_in_any_words_is_free(where: Where) -> None:
    assert text_at(where).is_free
    assert text_at(where).written("SHORT: 3/4/2004") == "SHORT: 3/4/2004"


@pytest.mark.parametrize("where", OF_A_FORM)
def test_what_has_a_form_or_is_looked_up_is_not(where: Where) -> None:
    assert not text_at(where).is_free


@pytest.mark.parametrize(
    ("where", "typed", "written"),
    [
        (YEAR, "2003/04", "2003/04"),
        (YEAR, "2003-04", "2003/04"),
        (YEAR, "2003–4", "2003/04"),
        (YEAR, "2003/2004", "2003/04"),
        (DATE, "2004-03-01", "2004-03-01"),
        (DATE, "1 March 2004", "2004-03-01"),
        (DATE, "29.10.2004", "2004-10-29"),
        (DUE, "2006", "2006"),
        (DUE, "2006-12-31", "2006-12-31"),
        (DUE, "31 December 2006", "2006-12-31"),
        (TERM, "short", "short"),
        (TERM, "Short term", "short"),
        (TERM, "MEDIUM", "medium"),
        (TERM, "TODO short or medium", "TODO short or medium"),
        (PARTY, "department", "department"),
        (PARTY, "Association", "association"),
        (LEVEL, "warning", "warning"),
        (LEVEL, "Error", "error"),
        (TRUTH, "true", "true"),
        (TRUTH, "FALSE", "false"),
        (LETTER, "b", "b"),
        (LETTER, "AA", "aa"),
        (LETTER, "b)", "b)"),
        (ID, "Key Stage 2", "Key Stage 2"),
        (AREA, "B", "B"),
        (WHY, "Short term", "Short term"),
    ],
)
def test_what_has_a_form_is_written_in_it(where: Where, typed: str, written: str) -> None:
    assert text_at(where).written(typed) == written


@pytest.mark.parametrize(
    ("where", "typed"),
    [
        (YEAR, "2003"),
        (YEAR, "2003-05"),
        (DATE, "3/4/2004"),
        (DATE, "29.10.04"),
        (DATE, "spring 2004"),
        (DUE, "06"),
        (DUE, "3/4/2006"),
        (TERM, "long"),
        (TERM, "short or medium"),
        (PARTY, "DfES"),
        (PARTY, "council"),
        (LEVEL, "fatal"),
        (TRUTH, "yes"),
    ],
)
def test_what_cannot_be_told_is_nothing(where: Where, typed: str) -> None:
    assert text_at(where).written(typed) is None
