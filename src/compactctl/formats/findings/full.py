"""Every finding with its source line and the second place where there is one; where to find help, once a rule.

What is still to be written in a draft is no list of mistakes: it stands in one block a file.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from compactctl.finding import Finding, Level, Place
from compactctl.formats.findings.concise import statistics
from compactctl.formats.findings.result import FindingsResult, position
from compactctl.formats.safe import one_line, printable, source_line
from compactctl.formats.styled import StyledLine
from compactctl.words import listed

_WIDTH: Final = 3
"""Columns for the number of a line, at least."""
_MANY_LINES: Final = 30
"""Of what is still to be written in a file, as many lines are named."""


def render(result: FindingsResult) -> Iterator[StyledLine]:
    """Yield the lines."""
    yield from blocks(result)
    if result.statistics:
        yield from statistics(result)
        yield [("", "")]
    if repairable := result.repairable():
        yield [("", repairable)]
    yield [("strong", printable(result.summary()))]


def blocks(result: FindingsResult) -> Iterator[StyledLine]:
    """Yield the findings alone, a free line after each."""
    explained: set[str] = set()
    for group in _grouped(result.findings):
        finding = group[0]
        yield from _still_open(result, group) if len(group) > 1 else _finding(result, finding)
        if finding.rule not in explained:
            yield [("place", f"{' ' * (_width(finding) - 1)}= "), ("", f"help: compactctl explain {finding.rule}")]
            explained.add(finding.rule)
        yield [("", "")]


def _grouped(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Return the findings one by one, but those on what is still to be written in a draft by file, at the first."""
    groups: dict[Hashable, list[Finding]] = {}
    for number, finding in enumerate(findings):
        is_open = finding.rule == "unfinished" and finding.level is not Level.ERROR and finding.place.span is not None
        groups.setdefault(finding.place.file if is_open else number, []).append(finding)
    return groups.values()


def _still_open(result: FindingsResult, group: list[Finding]) -> Iterator[StyledLine]:
    """Yield the head and the place of what is still to be written in a file."""
    lines = dict.fromkeys(str(finding.place.span.line) for finding in group if finding.place.span)
    yield _head(group[0], f"still to be written: line{'s' * (len(lines) > 1)} {listed(lines, most=_MANY_LINES)}")
    yield _where(result, group[0].place, _width(group[0]))


def _finding(result: FindingsResult, finding: Finding) -> Iterator[StyledLine]:
    yield _head(finding, printable(one_line(finding.message)))
    width = _width(finding)
    yield from _excerpt(result, finding.place, width, "-->", "^", finding.level)
    for related in finding.related:
        note = printable(one_line(related.message))
        yield from _excerpt(result, related.place, width, "==>", "-", "place", note)


def _head(finding: Finding, message: str) -> StyledLine:
    return [(finding.level, f"{finding.level}[{finding.rule}]"), ("strong", f": {message}")]


def _width(finding: Finding) -> int:
    """Return how wide the numbers of a finding's lines are."""
    return max([_WIDTH, *(len(str(place.span.line)) for place in _places(finding) if place.span)])


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.place
    for related in finding.related:
        yield related.place


def _excerpt(
    result: FindingsResult, place: Place, width: int, arrow: str, sign: str, style: str, note: str = ""
) -> Iterator[StyledLine]:
    """Yield where something is: path, line and column, and the line with a mark below it."""
    span = place.span
    yield _where(result, place, width, arrow, note if span is None else "")
    if span is None:
        return
    line = source_line(place.excerpt)
    start = span.column - place.excerpt_column
    end = span.end_column - place.excerpt_column if span.end_line == span.line else len(place.excerpt)
    carets = line.carets(start, max(start + 1, min(end, len(place.excerpt)))).replace("^", sign)
    yield [("place", f"{' ' * width} |")]
    yield [("place", f"{span.line:>{width}} | "), ("", line.text.rstrip())]
    yield [("place", f"{' ' * width} | "), (style, f"{carets} {note}".rstrip())]


def _where(result: FindingsResult, place: Place, width: int, arrow: str = "-->", note: str = "") -> StyledLine:
    path = f"{printable(result.path(place))}{position(place)}"
    return [("place", f"{' ' * (width - 1)}{arrow} "), ("", f"{path}{f' ({note})' if note else ''}")]
