"""What the department contributes to each area: kept of each page while it is read, shown by area.

A report of thousands of compacts keeps no more of their texts than that.
"""

from collections.abc import Iterator
from typing import NamedTuple

from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage
from compactctl.documents.values import is_unfinished
from compactctl.formats.coverage.layout import Items, Prose
from compactctl.words import marked


class Promise(NamedTuple):
    """What the department contributes to an area: its id, and in one text to whom, with the mark of an example."""

    area: str
    text: str


Promises = tuple[Promise, ...]


def promises_of(page: CompactPage) -> Promises:
    """Keep of a page what the department contributes, but for what is still to be written."""
    who = marked(page.label, is_example=page.is_example)
    return tuple(
        Promise(priority.area, f"{who}: {text}")
        for priority in page.priorities
        for text in priority.department
        if not is_unfinished(text)
    )


def lists_of_promises(result: Coverage[Promises]) -> Iterator[Prose]:
    """Yield the contributions of the department by area, where there are any."""
    by_area: dict[str, list[str]] = {}
    for promise in (promise for promises in result.compacts for promise in promises):
        by_area.setdefault(promise.area, []).append(promise.text)
    if by_area:
        lists = (Items(area.label, tuple(by_area[area.id])) for area in result.areas if area.id in by_area)
        yield Prose("What the department contributes, by area", None, tuple(lists))
