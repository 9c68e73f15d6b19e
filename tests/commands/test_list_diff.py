"""Which entries of a list `diff` takes for reworded: those that share half of their words, among a few that differ."""

from pathlib import Path

import pytest
from tests.changes.making import annex, area, compact, edition, files, priority, write
from tests.running import run


def difference(folder: Path, old: list[str], new: list[str]) -> list[str]:
    """Return how the authority's contributions of two years differ, an entry a line."""
    editions = [
        edition(year, priority("reading", contributions={"authority": texts, "department": ["They do that"]}))
        for year, texts in (("2003/04", old), ("2004/05", new))
    ]
    annexes = [annex("2003/04", area("reading")), annex("2004/05", area("reading"))]
    write(folder, files(annexes, [compact("hampshire", *editions)]))
    lines = run(folder, "diff", "2003/04", "2004/05", "--format", "markdown").stdout.splitlines()
    start = next(index for index, line in enumerate(lines) if line.strip().startswith("- the authority contributes:"))
    if first := lines[start].partition("contributes: ")[2]:
        return [first]
    below = lines[start + 1 :]
    return [line.strip().removeprefix("- ") for line in below[: below.index("")]]


def entries(count: int, word: str) -> list[str]:
    return [f"Help {number} with {word} words" for number in range(count)]


@pytest.mark.parametrize(("old", "new"), [(1, 1), (5, 6), (20, 20), (400, 1), (1, 400)])
def test_among_a_few_each_reworded_entry_stands_beside_what_it_was(old: int, new: int, tmp_path: Path) -> None:
    shown = difference(tmp_path, entries(old, "many"), entries(new, "some"))
    reworded = [f"Help {number} with ~~many~~ <ins>some</ins> words" for number in range(min(old, new))]
    assert [line for line in shown if "~~" in line and "<ins>" in line] == reworded
    assert len(shown) == max(old, new)


@pytest.mark.parametrize(("old", "new"), [(21, 20), (20, 21), (401, 1), (500, 500)])
def test_among_many_each_was_taken_out_or_put_in(old: int, new: int, tmp_path: Path) -> None:
    shown = difference(tmp_path, entries(old, "many"), entries(new, "some"))
    assert shown == [f"<ins>{text}</ins>" for text in entries(new, "some")] + [
        f"~~{text}~~" for text in entries(old, "many")
    ]


def test_what_stayed_does_not_count_among_them(tmp_path: Path) -> None:
    same = entries(500, "the same")
    assert difference(tmp_path, [*same, "Two visits a year"], ["Two visits a term", *same]) == [
        "Two visits a ~~year~~ <ins>term</ins>"
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one two three four", "one two seven eight", ["one two ~~three four~~ <ins>seven eight</ins>"]),
        ("one two three four", "one six seven eight", ["<ins>one six seven eight</ins>", "~~one two three four~~"]),
        ("One TWO three four", "one two seven eight", ["~~One TWO three four~~ <ins>one two seven eight</ins>"]),
    ],
    ids=["half", "less", "in capitals"],
)
def test_half_of_the_words_make_two_entries_one(old: str, new: str, shown: list[str], tmp_path: Path) -> None:
    assert difference(tmp_path, [old], [new]) == shown
