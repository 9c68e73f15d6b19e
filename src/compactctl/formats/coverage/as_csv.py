"""A report as comma-separated values: a row an area, for spreadsheets and scripts. No cell is ever a formula."""

from collections.abc import Iterable, Iterator

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage, keep_nothing
from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.safe import for_csv

_AREAS = (
    *("year", "letter", "id", "title", "group", "open_to", "with_edition", "chosen", "not_chosen", "no_edition"),
    *("unreadable", "share", "short", "medium", "draft", "proposed", "agreed", "authorities"),
)
_PRIORITIES = (
    *("year", "authority", "name", "status", "letter", "area", "title", "issue", "term", "why"),
    *("authority_contributions", "department_contributions", "example"),
)

CsvValue = str | int | float | None

keep = keep_nothing


def coverage(result: Coverage[object]) -> str:
    """Return a row for each area; at its end how many of those that chose it have an example, and did not renew."""
    rows = ((*_area(str(result.year), area), area.examples, area.not_renewed) for area in result.areas)
    return _table((*_AREAS, "examples", "not_renewed"), rows)


def authority(result: AuthorityReport) -> str:
    """Return a row for each priority of the authority; contributions are joined by semicolons."""
    return _table(_PRIORITIES, _priorities(str(result.year), result.compact) if result.compact else ())


def trend(result: Trend) -> str:
    """Return a row for each area of each year; `from` holds, joined by spaces, the areas that it comes from."""
    return _table((*_AREAS, "from", "examples", "not_renewed"), _years(result))


def _area(year: str, area: AreaRow) -> tuple[CsvValue, ...]:
    return (
        *(year, area.letter, area.id, area.title, area.group, area.open_to, area.with_edition),
        *(area.chosen, area.not_chosen, area.no_edition, area.unreadable, area.share, area.short, area.medium),
        *(area.draft, area.proposed, area.agreed, " ".join(area.authorities)),
    )


def _priorities(year: str, page: CompactPage) -> Iterator[tuple[CsvValue, ...]]:
    for priority in page.priorities:
        yield (
            *(year, page.authority, page.name, page.status, priority.letter, priority.area, priority.title),
            *(priority.issue, priority.term, priority.why),
            *("; ".join(priority.authority), "; ".join(priority.department), "true" if page.is_example else "false"),
        )


def _years(result: Trend) -> Iterator[tuple[CsvValue, ...]]:
    for year in result.years:
        for area in year.coverage.areas:
            row = _area(str(year.coverage.year), area)
            yield *row, " ".join(year.origins[area.id]), area.examples, area.not_renewed


def _table(columns: Iterable[str], rows: Iterable[Iterable[CsvValue]]) -> str:
    return "".join(f"{','.join(map(_written, row))}\n" for row in (columns, *rows))


def _written(cell: CsvValue) -> str:
    if isinstance(cell, str):
        return for_csv(cell)
    return "" if cell is None else str(cell)
