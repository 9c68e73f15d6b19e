"""The coverage of a year: reads the compacts once, and assembles the matrix and every figure of it.

What they rest on is the register and the year's annex; without them no figure could be right, and none is given.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, TypeVar

from compactctl.coverage.counts import (
    CompactSummary,
    EditionSummary,
    YearCounts,
    area_rows,
    asks_by_area,
    edition_summary,
    focus_rows,
    slice_rows,
)
from compactctl.coverage.pages import NO_PAST, CompactPage, Keep, Past, later_event, page_of, past_of
from compactctl.coverage.results import EVERYTHING, AuthorityRow, CommitmentRow, Coverage, Filters, Standing, cell
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import compact_file
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority, Register
from compactctl.workspace.compacts import LeftOut, PlacedCompact, left_out
from compactctl.workspace.document_files import CompactFile
from compactctl.workspace.requirements import require_agenda, require_register, require_years
from compactctl.workspace.workspace import Workspace

T = TypeVar("T")

MAXIMUM_CELLS: Final = 400_000
"""Cells of a matrix, authorities by areas. A larger one is not drawn: no figure rests on it."""
_MANY: Final = 5_000
"""With more compacts than that, the memory that a second process takes weighs more than the time it saves."""


def register_of(workspace: Workspace) -> Register:
    """Return the register; raises `CannotDo` where it is broken, or the folder of compacts cannot be listed."""
    return require_register(workspace, "which authorities count")


def reported_agenda(workspace: Workspace, year: AcademicYear | None) -> Agenda:
    """Return the annex of a year, the newest where none is given; raises `CannotDo` where there is none to read."""
    wanted = year or require_years(workspace, "so there is no year to report on")[-1]
    return require_agenda(workspace, wanted, "so no area is known")


def cover(workspace: Workspace, year: AcademicYear | None, keep: Keep[T], filters: Filters = EVERYTHING) -> Coverage[T]:
    """Return the coverage of a year, of the newest annex's where none is given.

    `keep` makes of each authority's page what is wanted of it. Raises `CannotDo` where the year has no annex or the
    annex, the register or the folder of compacts cannot be read.
    """
    register = register_of(workspace)
    gathered = GatheredYear(workspace, register, reported_agenda(workspace, year), filters)
    kept, unreadable = read_compacts(workspace, [gathered], gathered, keep)
    return assemble(workspace, gathered, unreadable, kept)


class GatheredYear:
    """What is gathered of a year while compacts are read, and its coverage is made from: annex, counts, what was."""

    def __init__(self, workspace: Workspace, register: Register, agenda: Agenda, filters: Filters) -> None:
        self._workspace = workspace
        self._is_newest = agenda is workspace.readable_agendas[-1]
        self.register = register
        self.agenda = agenda
        self.filters = filters
        self.counts = YearCounts(agenda.areas)
        self.left_out: list[LeftOut] = []
        self.without_annex: Counter[AcademicYear] = Counter()
        self.below_status: dict[str, EditionSummary] = {}
        self.pasts: dict[str, Past] = {}

    def summary(self, compact: PlacedCompact) -> tuple[CompactSummary | None, CompactPage | None]:
        """Return what the year takes from a compact, and its page; None for what does not count. Changes nothing."""
        if not self._is_about(compact):
            return None, None
        summary, page = self._of_year(compact)
        if self._is_newest:
            summary = summary._replace(without_annex=self._workspace.years_without_annex(compact))
        return summary, page

    def _of_year(self, compact: PlacedCompact) -> tuple[CompactSummary, CompactPage | None]:
        slug, year = compact.slug, self.agenda.year
        edition, parts = compact.edition(year), tuple(left_out(compact, year))
        if edition is not None and not self.filters.reached_by(edition.status):
            below = EditionSummary(edition.status, edition.is_example)
            if edition.status is None:
                return CompactSummary(slug, below=below, left_out=parts, past=Past.unknown(compact)), None
            return CompactSummary(slug, below=below, past=past_of(compact, year, self.filters.status)), None
        if edition is None or compact.authority is None:
            return CompactSummary(slug, left_out=parts, past=past_of(compact, year, self.filters.status)), None
        page = page_of(edition, slug, compact.authority.name, self.register.label_in(compact.authority, year))
        return CompactSummary(slug, edition_summary(page), left_out=parts), page

    def add(self, summary: CompactSummary) -> None:
        """Count a compact; they come in the order of slugs."""
        self.left_out.extend(summary.left_out)
        self.without_annex.update(summary.without_annex)
        self.pasts[summary.slug] = summary.past
        if summary.below is not None:
            self.below_status[summary.slug] = summary.below
        if summary.counted is not None:
            label = self.register.label_in(self.register.authorities[summary.slug], self.agenda.year)
            self.counts.add(summary.slug, label, summary.counted)

    def _is_about(self, compact: PlacedCompact) -> bool:
        if compact.authority is None:
            return not self.filters.narrow
        return self.filters.match(compact.authority, self.agenda.year)


def gathered_years(workspace: Workspace, filters: Filters) -> list[GatheredYear]:
    """Return what is to be gathered of every year whose annex can be read, the oldest first.

    Raises `CannotDo` where there is no such year, or the register or the folder of compacts cannot be read.
    """
    register = register_of(workspace)
    agendas = workspace.readable_agendas or [reported_agenda(workspace, None)]  # which says why there is none
    return [GatheredYear(workspace, register, agenda, filters) for agenda in agendas]


def read_compacts(
    workspace: Workspace, years: Sequence[GatheredYear], of_pages: GatheredYear | None, keep: Keep[T]
) -> tuple[list[T], list[str]]:
    """Read all compacts into what is gathered of some years.

    Returns what is kept of the pages of one of these years, and the slugs of the compacts that cannot be read.
    """

    def summaries(file: CompactFile) -> tuple[str, list[CompactSummary | None] | None, list[T]]:
        if file.document is None:
            return file.slug, None, []
        compact = workspace.place(file.slug, file.document)
        of_years = [gathered.summary(compact) for gathered in years]
        pages = [page for gathered, (_, page) in zip(years, of_years, strict=True) if gathered is of_pages and page]
        return file.slug, [summary for summary, _ in of_years], list(map(keep, pages))

    kept, unreadable = [], []
    are_many = len(workspace.compact_slugs) > _MANY
    read = map(summaries, workspace.compacts()) if are_many else workspace.map_compacts(summaries)
    for slug, of_years, kept_of_compact in read:
        kept += kept_of_compact
        if of_years is None:
            unreadable.append(slug)
        for gathered, summary in zip(years, of_years or (), strict=False):
            if summary is not None:
                gathered.add(summary)
    return kept, [*unreadable, *workspace.unreadable_slugs]


def assemble(
    workspace: Workspace,
    gathered: GatheredYear,
    unreadable_slugs: Collection[str],
    kept: Iterable[T],
    *,
    wants_matrix: bool = True,
) -> Coverage[T]:
    """Return the coverage of a year whose compacts have been read, but for some that could not be.

    The cells of its matrix are filled in where it is wanted and small enough to be drawn.
    """
    agenda, content = gathered.agenda, gathered.agenda.document.content
    authorities = tuple(_authority_rows(gathered, frozenset(unreadable_slugs)))
    has_matrix = wants_matrix and len(authorities) * len(agenda.areas) <= MAXIMUM_CELLS
    if has_matrix:
        authorities = tuple(_with_cells(gathered, authorities))
    titles = _titles(workspace)
    areas = tuple(area_rows(agenda.areas.values(), authorities, gathered.counts, titles))
    streamed = {compact_file(slug) for slug in unreadable_slugs if slug not in workspace.unreadable_slugs}
    return Coverage(
        year=agenda.year,
        annex=agenda.status,
        annex_title=title_of(agenda),
        annex_note=content.note,
        annex_is_whole=agenda.knows_areas and all(area.knows_open_to for area in agenda.listed),
        annex_is_example=agenda.is_example,
        group_titles={group.id: group.title or "" for group in reversed(content.groups) if group.id},
        filters=gathered.filters,
        unreadable=_paths(workspace, workspace.unreadable_documents | streamed),
        broken=broken_paths(workspace, agenda),
        unread=_paths(workspace, workspace.skipped),
        left_out=workspace.in_order(gathered.left_out),
        without_annex=dict(sorted(gathered.without_annex.items())),
        authorities=authorities,
        has_matrix=has_matrix,
        areas=areas,
        focuses=tuple(focus_rows(titles, areas, gathered.counts)),
        regions=tuple(slice_rows(authorities, lambda row: row.region)),
        types=tuple(slice_rows(authorities, lambda row: row.type)),
        asks=tuple(asks_by_area(areas, gathered.counts)),
        compacts=tuple(kept),
        commitments=tuple(_commitments(workspace)),
        conditions=conditions(workspace),
        is_beyond_register=workspace.is_beyond_register(agenda.year),
    )


def title_of(agenda: Agenda) -> str:
    """Return the annex's title, or what stands for one."""
    return agenda.document.content.title or f"Agenda for {agenda.year}"


def broken_paths(workspace: Workspace, agenda: Agenda) -> tuple[str, ...]:
    """Return the paths of statement and annex where these break the schema."""
    documents = (workspace.statement, agenda.document)
    return _paths(workspace, (document.name for document in documents if document and document.broken))


def _paths(workspace: Workspace, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(workspace.path_of, names)))


def _titles(workspace: Workspace) -> dict[str, str]:
    """Return the titles of the statement's focuses by id; of two with one id the first."""
    titles: dict[str, str] = {}
    for focus in workspace.statement.content.focuses if workspace.statement else ():
        if focus.id is not None:
            titles.setdefault(focus.id, focus.title or focus.id)
    return titles


def _commitments(workspace: Workspace) -> Iterator[CommitmentRow]:
    """Yield what the department undertook nationally, as far as it can be read."""
    for content in workspace.statement.content.commitments if workspace.statement else ():
        if content.id is not None and content.text is not None:
            follow_up = filter(None, map(later_event, content.follow_up))
            yield CommitmentRow(content.id, content.text, content.due, tuple(follow_up))


def conditions(workspace: Workspace) -> tuple[str, ...]:
    """Return on what terms the partners work together, as far as it can be read."""
    return tuple(filter(None, workspace.statement.content.conditions)) if workspace.statement else ()


def _authority_rows(gathered: GatheredYear, unreadable: frozenset[str]) -> Iterator[AuthorityRow]:
    """Yield a row for each authority that counts, by slug; the compacts of the `unreadable` slugs cannot be read.

    Their cells are still to be filled in.
    """
    for authority in gathered.register:
        if gathered.filters.match(authority, gathered.agenda.year):
            standing = _standing(gathered, authority, unreadable)
            if standing is not None:
                yield _authority_row(gathered, authority, standing)


def _standing(gathered: GatheredYear, authority: Authority, unreadable: frozenset[str]) -> Standing | None:
    """Return the standing of an authority; None where it does not count in the year."""
    if authority.slug in gathered.counts.editions:
        return Standing.EDITION
    if not authority.exists_on(gathered.agenda.year.first_day):
        return None
    if authority.slug in unreadable:
        return Standing.UNREADABLE
    if below := gathered.below_status.get(authority.slug):
        return Standing.BELOW_STATUS if below.status else Standing.UNKNOWN_STATUS
    return Standing.NONE


def _authority_row(gathered: GatheredYear, authority: Authority, standing: Standing) -> AuthorityRow:
    slug = authority.slug
    edition = gathered.counts.editions.get(slug)
    shown = edition or gathered.below_status.get(slug)
    return AuthorityRow(
        slug=slug,
        code=authority.code,
        name=authority.name,
        label=gathered.register.label_in(authority, gathered.agenda.year),
        region=authority.region,
        type=authority.type_in(gathered.agenda.year),
        standing=standing,
        status=shown.status if shown else None,
        priorities=edition.priorities if edition else 0,
        cells=(),
        is_example=shown is not None and shown.is_example,
        past=gathered.pasts.get(slug, NO_PAST),
    )


def _with_cells(gathered: GatheredYear, rows: Sequence[AuthorityRow]) -> Iterator[AuthorityRow]:
    """Yield the rows with a cell for each area."""
    areas, year = list(gathered.agenda.areas.values()), gathered.agenda.year
    for row in rows:
        authority = gathered.register.authorities[row.slug]
        edition = gathered.counts.editions.get(row.slug)
        chosen = set(edition.areas) if edition else set()
        yield row._replace(
            cells=tuple(
                cell(row.standing, is_chosen=area.id in chosen, is_open=area.may_be_open_to(authority, year))
                for area in areas
            )
        )


def reaches_percent(coverage: Coverage[object], percent: Fraction) -> bool:
    """Tell whether so many of a hundred authorities that count have an edition; of no authorities, none do."""
    if not coverage.registered:
        return percent == 0
    return Fraction(100 * coverage.with_edition, coverage.registered) >= percent
