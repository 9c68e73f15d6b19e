"""How every output that people read says that a document is made up: no example ever passes for a real document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.words import EXAMPLE_ANNEX, EXAMPLE_COMPACT, agreeing, listed, marked

_TWO: Final = 2
COMPACT: Final = EXAMPLE_COMPACT
WITH_EXAMPLES: Final = "with examples that are not real"
"""What the head of each sheet of paper has room for."""


def of_editions(examples: int, counted: int, *, noun: str = "edition", which: str = "") -> Iterator[str]:
    """Say how many of the editions are examples, where any is; `which` may say which editions: ' of 2003/04'."""
    are = agreeing(examples, "is an example, not a real compact", "are examples, not real compacts")
    if examples == counted == 1:
        yield f"The one {noun}{which} {are}"
    elif examples:
        yield f"{_how_many(examples, counted)} {noun}s{which} {are}"


def of_annexes(years: Sequence[AcademicYear]) -> Iterator[str]:
    """Say which annexes are examples, where any is."""
    if len(years) == 1:
        yield f"{EXAMPLE_ANNEX}: that of {years[0]}"
    elif years:
        yield f"Examples, not real annexes: those of {', '.join(map(str, years))}"


def of_all(editions: Mapping[str, tuple[int, int]], annexes: Sequence[AcademicYear]) -> Iterator[str]:
    """Say in one sentence what is made up, where anything is.

    `editions` has how many are examples and how many there are, by what says which editions they are.
    """
    parts = [f"{how_many(*counts)}{which}" for which, counts in editions.items() if counts[0]]
    parts += [f"the annex{'es' * (len(annexes) > 1)} of {listed(map(str, annexes))}"] if annexes else []
    if parts:
        yield f"Examples, not real: {listed(parts)}"


def marked_status(status: Status | None, *, is_example: bool) -> str:
    """Return how far an edition is, with the mark of one made up: 'agreed (example)'."""
    return marked(status or "of unknown status", is_example=is_example)


def how_many(counted: int, editions: int) -> str:
    """Return 'the one edition', 'all 7 editions' or '3 of the 7 editions'."""
    if counted == editions == 1:
        return "the one edition"
    return f"{_how_many(counted, editions).lower()} editions"


def among(examples: int, counted: int) -> str:
    """Return what to add to a count of so many editions: how many of these are examples, where any is."""
    if not examples:
        return ""
    if examples == counted == 1:
        return "; that one is an example"
    how_many = _how_many(examples, counted).lower()
    return f"; {how_many} {agreeing(examples, 'is an example', 'are examples')}"


def _how_many(examples: int, counted: int) -> str:
    if examples == counted:
        return "Both" if counted == _TWO else f"All {counted:,}"
    return f"{examples:,} of the {counted:,}"
