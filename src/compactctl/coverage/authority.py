"""One authority in one year: its compact for a committee, and what it did not choose."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from compactctl.coverage.pages import NO_PAST, CompactPage, LaterEvent, Past, later_event, page_of, past_of
from compactctl.coverage.results import EVERYTHING, Cell, Filters, Standing, cell
from compactctl.coverage.year import broken_paths, conditions, register_of, reported_agenda, title_of
from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import compact_file
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import LeftOut, PlacedCompact, left_out
from compactctl.workspace.naming import find_authority
from compactctl.workspace.workspace import Workspace


class Absence(StrEnum):
    """Why there is no edition to show."""

    NO_COMPACT = "no compact"
    """It has no compact at all."""
    NO_EDITION = "no edition"
    """It has a compact, and no edition of the year that counts."""
    UNKNOWN_EDITION = "unknown edition"
    """Its compact is broken where its editions say of which years they are, so that one may be of the year."""
    UNREADABLE = "unreadable"
    BELOW_STATUS = "below status"
    UNKNOWN_STATUS = "unknown status"
    """Its signatures are broken, so that it may be below the status asked for."""
    OUT_OF_TIME = "out of time"
    """The authority did not exist on any day of the year."""


class PageArea(NamedTuple):
    """An area of the annex, and what it is to the authority."""

    letter: str
    id: str
    title: str
    cell: Cell
    knows_open_to: bool
    """Whether it can be read whom the area is open to."""

    @property
    def label(self) -> str:
        """The area as messages name it: 'b, Literacy and numeracy at key stage 2'."""
        return f"{self.letter}, {self.title}"


class AuthorityReport(NamedTuple):
    """One authority's page; `compact` is None where there is none, and `absence` says why.

    `broken` are the paths of statement and annex where parts of them break the schema. `file` is the path of its
    compact, whether or not there is one; `status` that of its edition, also of one below the status asked for, and
    `is_example` says of its compact, whatever is shown of it, that it is made up. `past` is what the authority had
    before, `ended` what its compact says of its end. `areas` are all areas of the annex, in its order. `lost` are the
    years in which it existed and whose annex cannot be read, `without_annex` those of its editions that have none.
    `ended_as_authority` is its last day where that was before the year, and `successors` are those that came after it.
    """

    year: AcademicYear
    annex: Status | None
    annex_title: str
    annex_is_example: bool
    broken: tuple[str, ...]
    name: str
    label: str
    file: str
    status: Status | None
    compact: CompactPage | None
    absence: Absence | None
    past: Past
    ended: LaterEvent | None
    areas: tuple[PageArea, ...]
    left_out: tuple[LeftOut, ...]
    is_example: bool
    conditions: tuple[str, ...]
    is_beyond_register: bool
    slug: str
    lost: tuple[AcademicYear, ...]
    without_annex: tuple[AcademicYear, ...]
    ended_as_authority: date | None
    successors: tuple[str, ...]


def report_authority(
    workspace: Workspace,
    words: str,
    year: AcademicYear | None,
    filters: Filters = EVERYTHING,
) -> AuthorityReport:
    """Return the page of the authority that goes by the words in a year, the newest annex's where none is given.

    Of the filters only the status bears on it. Raises `CannotDo` where the register has no such authority, and as
    `cover` does.
    """
    register_of(workspace)
    agenda = reported_agenda(workspace, year)
    authority = find_authority(workspace, words, year=agenda.year)
    return report_in_year(workspace, authority, _compact(workspace, authority.slug), agenda, filters)


def report_in_year(
    workspace: Workspace,
    authority: Authority,
    compact: PlacedCompact | None,
    agenda: Agenda,
    filters: Filters = EVERYTHING,
) -> AuthorityReport:
    """Return the page of an authority in a year; its compact was read before, None where there is none to be read.

    Raises `CannotDo` as `register_of` does.
    """
    register, slug = register_of(workspace), authority.slug
    edition = compact.edition(agenda.year) if compact else None
    reason = _absence(workspace, authority, compact, agenda.year, filters)
    label = register.label_in(authority, agenda.year)
    page = page_of(edition, slug, authority.name, label) if edition and not reason else None
    counts_nowhere = left_out(compact, agenda.year) if compact and reason is not Absence.BELOW_STATUS else ()
    return AuthorityReport(
        year=agenda.year,
        annex=agenda.status,
        annex_title=title_of(agenda),
        annex_is_example=agenda.is_example,
        broken=broken_paths(workspace, agenda),
        name=authority.name,
        label=label,
        file=workspace.path_of(compact_file(slug)),
        status=edition.status if edition else None,
        compact=page,
        absence=reason,
        past=past_of(compact, agenda.year, None) if compact else NO_PAST,
        ended=later_event(compact.document.content.ended) if compact else None,
        areas=tuple(_areas(agenda, authority, page, reason)),
        left_out=workspace.in_order(counts_nowhere),
        is_example=compact is not None and compact.is_example,
        conditions=conditions(workspace),
        is_beyond_register=workspace.is_beyond_register(agenda.year),
        slug=slug,
        lost=tuple(filter(authority.exists_in, workspace.lost_years)),
        without_annex=workspace.years_without_annex(compact) if compact else (),
        ended_as_authority=authority.valid_to if authority.has_ended_by(agenda.year) else None,
        successors=tuple(register.label(other) for other in register.successors(authority)),
    )


def _compact(workspace: Workspace, slug: str) -> PlacedCompact | None:
    if slug not in workspace.compact_slugs:
        return None
    document = workspace.read_compact(slug).document
    return workspace.place(slug, document) if document else None


def _absence(
    workspace: Workspace, authority: Authority, compact: PlacedCompact | None, year: AcademicYear, filters: Filters
) -> Absence | None:
    """Return why an authority, whose compact was read if it could be, has no edition to show; None where it has one."""
    if not authority.exists_in(year):
        return Absence.OUT_OF_TIME
    if compact is None:
        has_file = authority.slug in workspace.slugs
        return Absence.UNREADABLE if has_file else Absence.NO_COMPACT
    edition = compact.edition(year)
    if edition is None:
        return Absence.NO_EDITION if compact.knows_edition(year) else Absence.UNKNOWN_EDITION
    if filters.reached_by(edition.status):
        return None
    return Absence.BELOW_STATUS if edition.status else Absence.UNKNOWN_STATUS


def _areas(
    agenda: Agenda, authority: Authority, page: CompactPage | None, reason: Absence | None
) -> Iterator[PageArea]:
    standings: dict[Absence | None, Standing] = {None: Standing.EDITION, Absence.UNREADABLE: Standing.UNREADABLE}
    standing = standings.get(reason, Standing.NONE)
    chosen = {priority.area for priority in page.priorities} if page else set()
    for area in agenda.areas.values():
        is_open = area.may_be_open_to(authority, agenda.year)
        of_area = cell(standing, is_chosen=area.id in chosen, is_open=is_open)
        yield PageArea(area.letter, area.id, area.title, of_area, area.knows_open_to)
