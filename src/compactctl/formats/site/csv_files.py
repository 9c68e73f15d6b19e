"""The tables of a site's data as comma-separated values, for spreadsheets and programs. No cell is ever a formula."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage import as_csv
from compactctl.formats.safe import for_csv, for_csv_lines
from compactctl.workspace.authorities import Authority

PRIORITY_COLUMNS: Final = (
    *("year", "authority", "name", "region", "type", "status", "example", "area", "letter", "title", "issue", "term"),
    *("why", "authority_contributions", "department_contributions"),
)

_AREAS_KEPT: Final = 1_000


def areas(coverages: Iterable[Coverage[object]]) -> Iterator[bytes]:
    """Yield a row for each area of each year, in the columns of the report's own."""
    for number, coverage in enumerate(coverages):
        head, end, rows = as_csv.coverage(coverage).partition("\n")
        yield f"{'' if number else f'{head}{end}'}{rows}".encode()


def priorities(page: CompactPage, authority: Authority, year: AcademicYear) -> Iterator[str]:
    """Yield a row for each priority of an edition that counts."""
    of_edition = _written(
        *(str(year), page.authority, page.name, authority.region, authority.type_in(year), page.status),
        "true" if page.is_example else "false",
    )
    for priority in page.priorities:
        of_area = _of_area(priority.area, priority.letter, priority.title)
        texts = _written(priority.issue, priority.term, priority.why)
        both = ",".join(map(for_csv_lines, (priority.authority, priority.department)))
        yield f"{of_edition},{of_area},{texts},{both}\n"


def _written(*cells: str | None) -> str:
    return ",".join(for_csv(cell) if cell else "" for cell in cells)


_of_area: Final = lru_cache(_AREAS_KEPT)(_written)
"""An area stands in a row for each authority that chose it."""
