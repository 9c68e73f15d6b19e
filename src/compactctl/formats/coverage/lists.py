"""The lists of a year: what nobody took up, what is asked and given, who has no edition, what is left out."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from compactctl.coverage.results import AuthorityRow, CommitmentRow, Coverage
from compactctl.documents.texts import says_nothing
from compactctl.formats.coverage import words
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable.document import (
    Block,
    Entry,
    Facts,
    Folded,
    Line,
    Listing,
    Paragraph,
    Section,
    Words,
    joined,
    listed_texts,
    plain,
)
from compactctl.words import number, region_in_words
from compactctl.workspace.compacts import LeftOut

MOST_UNFOLDED: Final = 40
"""Entries by area, more of which would be a page of their own."""


def sections_of_gaps(result: Coverage[object]) -> Iterator[Section]:
    """Yield the areas that nobody took up, where there are any."""
    nobody = [
        *(area.label for area in result.gaps),
        *(f"{area.label} ({words.of_open_to_none(result.filters)})" for area in result.open_to_nobody),
    ]
    if nobody and result.with_edition:
        title = f"Areas that nobody took up{words.of_looking(result.filters)}"
        yield Section(title, (listed_texts(nobody),), anchor="nobody", is_brief=True)


def sections_of_open_contributions(result: Coverage[object]) -> Iterator[Section]:
    """Yield the areas in which somebody's contribution is still open, where there are any."""
    if areas := result.with_open_contributions:
        texts = [f"{area.label}: {words.of_open_contributions(area)}" for area in areas]
        quiet = Paragraph(plain("Counted in priorities."), "quiet")
        yield Section("Contributions still open", (listed_texts(texts), quiet), anchor="open")


def sections_of_asks(result: Coverage[object]) -> Iterator[Section]:
    """Yield what the authorities ask for, by area, each ask with its answer, where there are any."""
    written = [(row, [ask for ask in row.asks if not says_nothing(ask.text)]) for row in result.asks]
    if asks := [ask for _, of_area in written for ask in of_area]:
        answered = sum(ask.answer is not None for ask in asks)
        count = Paragraph(plain(f"{number(len(asks), 'ask')}, {answered or 'none'} answered."))
        by_area = [(words.of_asked_area(row), tuple(map(words.of_ask, of_area))) for row, of_area in written]
        yield Section("Asks and answers, by area", (count, *listed_by_area(by_area, "ask")), anchor="asks")


def listed_by_area(by_area: Iterable[tuple[str, tuple[Entry, ...]]], noun: str) -> Iterator[Block]:
    """Yield the entries of each area as a list of its own; where there are many, folded below how many they are."""
    lists = [(label, entries) for label, entries in by_area if entries]
    are_many = sum(len(entries) for _, entries in lists) > MOST_UNFOLDED
    for label, entries in lists:
        if are_many:
            yield Folded(label, plain(number(len(entries), noun)), (Listing(entries),))
        else:
            yield Listing(entries, label)


def sections_of_commitments(commitments: Iterable[CommitmentRow]) -> Iterator[Section]:
    """Yield what the department undertook for the whole country, where the statement says so."""
    if entries := tuple(map(words.of_commitment, commitments)):
        title = "What the department undertook nationally, and what came of it"
        yield Section(title, (Listing(entries),), anchor="nationally")


def sections_of_not_renewed(result: Coverage[object], targets: LinkTargets) -> Iterator[Section]:
    """Yield who had an edition before and has none of this year, by region, where there are any."""
    title = f"Who had {words.of_an_edition(result.filters)} before and has not renewed it"
    yield from _absent(title, result.not_renewed, targets, "not-renewed", is_brief=True)


def sections_of_absent(result: Coverage[object], targets: LinkTargets) -> Iterator[Section]:
    """Yield whose compact has ended, who never had an edition, and of whom that cannot be told."""
    edition = words.of_an_edition(result.filters)
    yield from _absent("Whose compact has ended", result.ended, targets, "ended")
    yield from _absent(f"Who never had {edition} up to {result.year}", result.never, targets, "never")
    broken = "Whose compact is broken where that would be told"
    yield from _absent(broken, result.of_unknown_past, targets, "broken")


def _absent(
    title: str, rows: Iterable[AuthorityRow], targets: LinkTargets, anchor: str, *, is_brief: bool = False
) -> Iterator[Section]:
    if pairs := tuple(_by_region(rows, targets)):
        yield Section(f"{title}, by region", (Facts(pairs),), anchor=anchor, is_brief=is_brief)


def _by_region(rows: Iterable[AuthorityRow], targets: LinkTargets) -> Iterator[tuple[str, Line]]:
    """Yield the authorities of each region; a register need not give any."""
    for region, of_region in groupby(sorted(rows, key=lambda row: row.region), key=lambda row: row.region):
        names = ((Words(words.of_absentee(row), link=targets.authority(row.slug)),) for row in of_region)
        yield region_in_words(region) or "No region", joined(names, ", ")


def sections_of_left_out(parts: Iterable[LeftOut]) -> Iterator[Section]:
    """Yield what counts nowhere, where there is any."""
    if texts := tuple(map(words.of_left_out, parts)):
        yield Section("Left out, because it breaks a rule", (listed_texts(texts),), anchor="left-out")


def sections_of_conditions(conditions: tuple[str, ...]) -> Iterator[Section]:
    """Yield on what terms the partners work together, where the statement says so."""
    if conditions:
        yield Section("On what terms", (listed_texts(conditions),), anchor="conditions")
