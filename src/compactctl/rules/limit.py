"""How many findings of a file are shown: no more than a reader, and the format that needs most room, can take."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from compactctl.files.limits import MAXIMUM_FINDINGS, MAXIMUM_SHOWN_BYTES
from compactctl.finding import Finding, Place
from compactctl.rules.names import page_of

_LONGER: Final = '&<>%":\\'
"""What is written as several signs somewhere: '&' as '&amp;'."""


def within_limit(findings: list[Finding]) -> Iterator[Finding]:
    """Yield findings in order, of each file as many as are shown, and one that says that there are more."""
    shown: Counter[str] = Counter()
    room: Counter[str] = Counter()
    rest: dict[str, list[Finding]] = {}
    kept: list[Finding] = []
    for item in findings:
        file = item.place.file
        room[file] += _room(item)
        if file in rest or shown[file] == MAXIMUM_FINDINGS or room[file] > MAXIMUM_SHOWN_BYTES:
            rest.setdefault(file, []).append(item)
        else:
            shown[file] += 1
            kept.append(item)
    if not rest:
        yield from kept
        return
    more = {_more(items, shown[file]) for file, items in rest.items()}

    def order(item: Finding) -> tuple[str, int, int, bool, str, str]:
        # Among findings without a line, as those on missing compacts, it is the last whatever their words are.
        file, line, column, rule, message = reading_order(item)
        return file, line, column, item in more, rule, message

    yield from sorted([*kept, *more], key=order)


def reading_order(item: Finding) -> tuple[str, int, int, str, str]:
    """Return what findings are sorted by: file, line, column, rule and message."""
    span = item.place.span
    line, column = (span.line, span.column) if span else (0, 0)
    return item.place.file, line, column, item.rule, item.message


def _room(item: Finding) -> int:
    """Return how many bytes the texts of a finding take in the format that needs most for them."""
    places = (item.place, *(related.place for related in item.related))
    repair = (item.repair.text or "") if item.repair else ""
    messages = (item.message, *(related.message for related in item.related))
    text = "".join((*messages, *(place.excerpt for place in places), repair))
    return len(text.encode("utf-8", "surrogatepass")) + 4 * sum(map(text.count, _LONGER))


def _more(rest: list[Finding], shown: int) -> Finding:
    heaviest = min(rest, key=lambda item: item.level.rank)
    message = f"there are more findings in this file than the {shown} that are shown; mend these first"
    if say_more := page_of(heaviest.rule).say_more:
        message = say_more(len(rest))
    return heaviest._replace(message=message, place=Place(heaviest.place.file), related=(), repair=None)
