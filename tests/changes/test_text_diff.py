"""Words that stay, go and come, and lists of texts side by side."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compactctl.changes.text_diff import RunKind, list_diff, word_diff

ROWS: Final = {
    ("A good start", "A good start"): "A good start",
    ("places to learn", "places to play"): "places to -learn +play",
    ("one two three four", "one two and three four"): "one two +and three four",
    ("one two three four", "one four"): "one -two three four",
    ("a b c d x e f g h", "a b c d e f y g h"): "a b c d -x e f +y g h",
    ("the cat x P the cat w", "y the cat P the cat z"): "+y the cat -x P the cat -w +z",
    ("one the two", "three the four"): "-one the two +three the four",
    ("alpha beta gamma", "delta epsilon zeta"): "-alpha beta gamma +delta epsilon zeta",
    ("", "all new"): "+all new",
    ("one  two\nthree", "one two three"): "one two three",
}
SIGNS: Final = {RunKind.KEPT: "", RunKind.REMOVED: "-", RunKind.ADDED: "+"}

texts = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]), max_size=40).map(" ".join)


@pytest.mark.parametrize("pair", ROWS)
def test_runs_of_words(pair: tuple[str, str]) -> None:
    assert " ".join(f"{SIGNS[stay]}{words}" for stay, words in word_diff(*pair)) == ROWS[pair]


@given(texts, texts)
def test_either_text_can_be_read_from_the_runs(old: str, new: str) -> None:
    runs = word_diff(old, new)
    assert " ".join(words for stay, words in runs if stay is not RunKind.ADDED) == old
    assert " ".join(words for stay, words in runs if stay is not RunKind.REMOVED) == new


@given(texts)
def test_a_text_against_itself_stays(text: str) -> None:
    assert all(stay is RunKind.KEPT for stay, _ in word_diff(text, text))


@given(st.permutations(range(9)))
def test_of_words_that_come_once_as_many_stay_as_can(order: list[int]) -> None:
    old, new = (" ".join(f"a{number} b{number}" for number in numbers) for numbers in (range(9), order))
    longest = [1] * 9
    for index, number in enumerate(order):
        longest[index] += max((longest[before] for before in range(index) if order[before] < number), default=0)
    kept = sum(len(words.split()) for stay, words in word_diff(old, new) if stay is RunKind.KEPT)
    assert kept == (2 * max(longest) if max(longest) >= 4 else 0)


PAIRS: Final = {
    (("One", "Two"), ("Two", "One")): [],
    (("One",), ("One", "Two")): [(None, "Two")],
    (("One", "One"), ("One",)): [("One", None)],
    (("A yearly review with each school",), ("A yearly review with every school",)): [
        ("A yearly review with each school", "A yearly review with every school")
    ],
    (("Nothing alike",), ("Some other words",)): [(None, "Some other words"), ("Nothing alike", None)],
}


@pytest.mark.parametrize("pair", PAIRS)
def test_entries_side_by_side(pair: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert list_diff(*pair) == PAIRS[pair]


@given(st.lists(texts.filter(bool), max_size=8), st.lists(texts.filter(bool), max_size=8))
def test_every_entry_that_differs_is_told_once(old: list[str], new: list[str]) -> None:
    pairs = list_diff(old, new)
    left, right = (
        sorted(text for text, _ in pairs if text is not None),
        sorted(text for _, text in pairs if text is not None),
    )
    for text in left:
        old.remove(text)
    for text in right:
        new.remove(text)
    assert sorted(old) == sorted(new)


def test_long_lists_are_not_compared_each_with_each() -> None:
    old, new = (
        [f"entry {number} of the old" for number in range(500)],
        [f"entry {number} of all" for number in range(500)],
    )
    assert len(list_diff(old, new)) == 1000
