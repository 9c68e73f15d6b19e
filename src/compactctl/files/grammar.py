"""What may stand where in a document, for reading it by lines: handed in from above, since files know no document.

A text is free where it may be said in any words, and then it may go on over lines. All else has a form.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple


def as_it_stands(text: str) -> str | None:
    """Return how a text of no form is written: as it stands."""
    return text


class TextGrammar(NamedTuple):
    """A text. `written` returns how what was typed is written in its form; None where that cannot be told."""

    is_free: bool
    written: Callable[[str], str | None] = as_it_stands


class ListGrammar(NamedTuple):
    """A list, and what its entries are."""

    entry: "Grammar"


class NamesGrammar(NamedTuple):
    """Names with a colon, and what stands after each; `any_name` is what stands after names that are not known."""

    names: Mapping[str, "Grammar"]
    any_name: "Grammar | None" = None


Grammar = TextGrammar | ListGrammar | NamesGrammar


def names_in(grammar: Grammar) -> Iterator[str]:
    """Yield all names that may stand somewhere in a part of a document."""
    if isinstance(grammar, ListGrammar):
        yield from names_in(grammar.entry)
    elif isinstance(grammar, NamesGrammar):
        for name, value in grammar.names.items():
            yield name
            yield from names_in(value)
