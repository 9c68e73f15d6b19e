"""The small words of messages: what a mistyped word was meant to be, lists, long texts, regions."""

from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compactctl.words import cut, did_you_mean, listed, region_in_words

NAMES: Final = ("early-education", "ks2-literacy", "local-issues", "london-challenge", "targets")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("early", "early-education"),
        ("Early Education", "early-education"),
        ("early_eduction", "early-education"),
        ("ealry-educatoin", "early-education"),
        ("ks2-literracy", "ks2-literacy"),
        ("tarkets", "targets"),
        ("ks2", "ks2-literacy"),
        ("ks", None),
        ("lo", None),
        ("dargets", None),
        ("tacktes", None),
        ("tarkots", None),
        ("", None),
        ("finance", None),
    ],
)
def test_a_word_is_taken_for_what_is_really_like_it(word: str, meant: str | None) -> None:
    assert did_you_mean(word, NAMES) == meant


def slips(word: str, other: str) -> int:
    """Count letters left out, added, mistyped or swapped, as the books do it."""
    table = [[max(row, column) for column in range(len(other) + 1)] for row in range(len(word) + 1)]
    for row, column in product(range(1, len(word) + 1), range(1, len(other) + 1)):
        is_same = word[row - 1] == other[column - 1]
        table[row][column] = min(
            table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (not is_same)
        )
        if row > 1 and column > 1 and word[row - 2 : row] == other[column - 2 : column][::-1]:
            table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
    return table[-1][-1]


WORDS: Final = st.text("abc", min_size=4, max_size=16).map("a".__add__)


@given(WORDS, WORDS)
def test_slips_are_counted_as_the_books_do_it(word: str, name: str) -> None:
    most = min(3, len(word) // 4, len(name) // 4)
    is_alike = name.startswith(word) or slips(word, name) <= most
    assert (did_you_mean(word, [name]) == name) == is_alike


def test_among_very_many_names_that_begin_alike_none_stands_out() -> None:
    names = ["area-" + "".join(letters) for letters in product("abcdefgh", repeat=2)]
    assert did_you_mean("area-ab", names) == "area-ab"
    assert did_you_mean("area-az", names[:20]) is not None
    assert did_you_mean("area-az", names) is None


def test_one_among_very_many_is_found_by_its_first_letters() -> None:
    names = [f"a{second}{third}-borough" for second, third in product("abcdefgh", repeat=2)]
    assert did_you_mean("abc-borouhg", names) == "abc-borough"


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a and b"),
        ("abc", "a, b and c"),
        ("abcdefgh", "a, b, c, d, e, f, g and h"),
        ("abcdefghi", "a, b, c, d, e, f, g and 2 more"),
    ],
)
def test_a_list_in_words(items: str, words: str) -> None:
    assert listed(items) == words


@pytest.mark.parametrize(("length", "shown"), [(79, "x" * 79), (80, "x" * 80), (81, f"{'x' * 79}…")])
def test_a_long_text_is_cut(length: int, shown: str) -> None:
    assert cut("x" * length) == shown


@pytest.mark.parametrize(
    ("region", "words"), [("london", "London"), ("yorkshire-and-the-humber", "Yorkshire and the Humber")]
)
def test_a_region_in_words(region: str, words: str) -> None:
    assert region_in_words(region) == words
