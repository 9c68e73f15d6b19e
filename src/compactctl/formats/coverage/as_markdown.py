"""A report as Markdown, for a comment on a pull request or a job's summary on GitHub or GitLab.

GitHub takes 65,536 characters of a comment. Rows and sections that would not fit are left out, and that is said.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage.authority import describe_authority
from compactctl.formats.coverage.layout import (
    ENDING,
    Bar,
    Items,
    ListEntry,
    Prose,
    ReadableReport,
    ReportSection,
    ReportTable,
    SignMatrix,
    TableCell,
)
from compactctl.formats.coverage.trend import describe_trend
from compactctl.formats.coverage.year import Promises, describe_year, promises_of
from compactctl.formats.safe import for_markdown

LIMIT: Final = 60_000
_MORE: Final = "*There is more than fits here; `compactctl report --format html` shows all of it.*"
_BAR: Final = 10

keep = promises_of


def coverage(result: Coverage[Promises]) -> str:
    """Return the coverage of a year."""
    return _drawn(describe_year(result))


def authority(result: AuthorityReport) -> str:
    """Return one authority's page."""
    return _drawn(describe_authority(result))


def trend(result: Trend) -> str:
    """Return all years side by side."""
    return _drawn(describe_trend(result))


def _drawn(report: ReadableReport) -> str:
    ending = ("", f"*{ENDING}*")
    return "".join(f"{line}\n" for line in (*_within(LIMIT - len(ENDING), _lines(report)), *ending))


def _within(limit: int, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines for as long as they fit, and at last that there are more if there are."""
    room = limit - len(_MORE) - 2
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            yield from ("", _MORE)
            return
        yield line


def _lines(report: ReadableReport) -> Iterator[str]:
    yield f"## {_safe(report.heading)}"
    for sentence in report.examples:
        yield from ("", f"**{_sentence(sentence)}**")
    if report.notices:
        yield ""
        yield from (f"> - {_safe(notice)}" for notice in report.notices)
    for fact in report.facts:
        yield from ("", _sentence(fact))
    for section in report.sections:
        yield from ("", f"### {_safe(section.title)}", "")
        yield from _section(section)


def _section(section: ReportSection) -> Iterator[str]:
    match section:
        case Prose():
            if section.text:
                yield from (_sentence(section.text), *([""] if section.lists else ()))
            for number, items in enumerate(section.lists):
                yield from ([""] if number else [])
                yield from (f"#### {_safe(items.title)}", "", *_section(items))
        case Items():
            for item in section.items:
                entry = item if isinstance(item, ListEntry) else ListEntry(item)
                yield f"- {_safe(entry.text)}"
                yield from (f"  - {_safe(text)}" for text in entry.below)
        case ReportTable():
            yield from _table(section)
        case SignMatrix():
            yield from _matrix(section)
    if not isinstance(section, Prose) and section.note:
        yield from ("", _sentence(section.note))


def _table(table: ReportTable) -> Iterator[str]:
    yield _row(column.title for column in table.columns)
    yield f"| {' | '.join('---:' if column.figures else '---' for column in table.columns)} |"
    yield from map(_row, table.rows)
    if table.total:
        yield _row(table.total, emphasis="**")


def _matrix(matrix: SignMatrix) -> Iterator[str]:
    yield _row((matrix.names, *matrix.heads))
    yield f"| --- |{' :---: |' * len(matrix.heads)}"
    yield from (_row((name, *signs)) for name, signs in matrix.rows)


def _row(cells: Iterable[TableCell], emphasis: str = "") -> str:
    return f"| {' | '.join(_cell(cell, emphasis) for cell in cells)} |"


def _cell(cell: TableCell, emphasis: str) -> str:
    if isinstance(cell, Bar):
        full, empty = words.bar(cell.share, _BAR)
        return "█" * full + "░" * empty
    text = _safe(f"{cell:,}" if isinstance(cell, int) else cell or "")
    return f"{emphasis}{text}{emphasis}" if text else ""


def _sentence(text: str) -> str:
    return _safe(text if text.endswith((".", "…", "?")) else f"{text}.")


def _safe(text: str) -> str:
    """Return text for Markdown; of one longer than all that fits no more than shows that it does not."""
    return for_markdown(text[: LIMIT + 1])
