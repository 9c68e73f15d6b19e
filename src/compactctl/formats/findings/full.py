"""Every finding with its source line, the second place where there is one, and where to find help."""

from collections.abc import Iterator
from typing import Final

from compactctl.finding import Finding, Place
from compactctl.formats.findings.concise import statistics
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import one_line, printable, source_line
from compactctl.formats.styled import Line

_WIDTH: Final = 3
"""Columns for the number of a line, at least."""


def render(result: FindingsResult) -> Iterator[Line]:
    """Yield the lines."""
    for finding in result.findings:
        yield from _finding(result, finding)
        yield [("", "")]
    if result.statistics:
        yield from list(statistics(result))[1:]
        yield [("", "")]
    yield [("strong", printable(result.summary()))]


def _finding(result: FindingsResult, finding: Finding) -> Iterator[Line]:
    message = printable(one_line(finding.message))
    yield [(finding.level, f"{finding.level}[{finding.rule}]"), ("strong", f": {message}")]
    width = max([_WIDTH, *(len(str(place.span.line)) for place in _places(finding) if place.span)])
    yield from _place(result, finding.place, width, "-->", "^", finding.level)
    for related in finding.related:
        note = printable(one_line(related.message))
        yield from _place(result, related.place, width, "==>", "-", "place", note)
    yield [("place", f"{' ' * (width - 1)}= "), ("", f"help: compactctl explain {finding.rule}")]


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.place
    for related in finding.related:
        yield related.place


def _place(
    result: FindingsResult, place: Place, width: int, arrow: str, sign: str, style: str, note: str = ""
) -> Iterator[Line]:
    """Yield where something is: path, line and column, and the line with a mark below it."""
    path, span = printable(result.path(place)), place.span
    where = f":{span.line}:{span.column}" if span else ""
    yield [("place", f"{' ' * (width - 1)}{arrow} "), ("", f"{path}{where}{f' ({note})' if note and not span else ''}")]
    if span is None:
        return
    line = source_line(place.excerpt)
    start = span.column - place.excerpt_column
    end = span.end_column - place.excerpt_column if span.end_line == span.line else len(place.excerpt)
    carets = line.carets(start, max(start + 1, min(end, len(place.excerpt)))).replace("^", sign)
    yield [("place", f"{' ' * width} |")]
    yield [("place", f"{span.line:>{width}} | "), ("", line.text.rstrip())]
    yield [("place", f"{' ' * width} | "), (style, f"{carets} {note}".rstrip())]
