"""The page of an authority with all its editions, and the list of all authorities."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from compactctl.changes.results import Presence, YearChanges
from compactctl.coverage.authority import Absence, AuthorityReport
from compactctl.coverage.results import Standing
from compactctl.formats.coverage import words
from compactctl.formats.coverage.authority import describe_authority
from compactctl.formats.coverage.authority_changes import change_of, of_priorities
from compactctl.formats.coverage.authority_words import of_absence
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.provenance import Provenance, ending
from compactctl.formats.readable.document import (
    Block,
    Facts,
    Folded,
    Line,
    Links,
    ReadableDocument,
    Section,
    Table,
    TableRow,
    Words,
    joined,
    plain,
    rows_of,
    text_columns,
)
from compactctl.formats.site.marks import marks_of, notices_of, running_of
from compactctl.formats.site.whole_record import WholeRecord
from compactctl.words import CANNOT_BE_TOLD, agreeing, day_in_words, marked, number, region_in_words
from compactctl.workspace.authorities import Authority, Register


class AuthorityYear(NamedTuple):
    """An authority in a year, and what changed since the year before, where that can be told."""

    report: AuthorityReport
    changes: YearChanges | None


def describe_all_years(
    authority: Authority,
    register: Register,
    years: Sequence[AuthorityYear],
    provenance: Provenance,
    targets: LinkTargets,
) -> ReadableDocument:
    """Return the page of an authority in all years, oldest first; on paper it is that of the newest edition."""
    lived = [year for year in years if year.report.absence is not Absence.OUT_OF_TIME] or list(years)
    shown = next((year for year in reversed(lived) if year.report.compact), lived[-1])
    page = describe_authority(*shown, provenance, targets)
    later = tuple(plain(words.sentence(of_absence(year.report))) for year in lived[lived.index(shown) + 1 :][-1:])
    return replace(
        page,
        lead=(*later, *page.lead),
        facts=(*page.facts, *_succession(authority, register, targets)),
        sections=(*page.sections, *_through_the_years(lived, shown, provenance, targets)),
    )


def _succession(authority: Authority, register: Register, targets: LinkTargets) -> Iterator[tuple[str, Line]]:
    """Yield when an authority ended and what came after it, and what it came after itself."""
    if authority.valid_to:
        yield "Ended as an authority", plain(day_in_words(authority.valid_to))
    for title, others in (
        ("Succeeded by", register.successors(authority)),
        ("Came after", register.predecessors(authority)),
    ):
        if others:
            yield title, joined([_named(other, targets) for other in others], ", ")


def _named(authority: Authority, targets: LinkTargets) -> Line:
    return (Words(authority.name, link=targets.authority(authority.slug)),)


def _through_the_years(
    years: Sequence[AuthorityYear], shown: AuthorityYear, provenance: Provenance, targets: LinkTargets
) -> Iterator[Section]:
    """Yield the years in a line each, and the earlier editions, folded."""
    if len(years) > 1:
        rows = rows_of(_row(year, year is shown, targets) for year in reversed(years))
        columns = text_columns("year", "edition", "priorities", "since the year before")
        yield Section("Through the years", (Table("Year by year", columns, rows),), anchor="years", is_for_screens=True)
    editions = [year for year in reversed(years) if year.report.compact and year is not shown]
    if editions:
        folded = tuple(_edition(year, provenance, targets) for year in editions)
        yield Section("Other editions", folded, anchor="editions", is_for_screens=True)


def _row(year: AuthorityYear, is_shown: bool, targets: LinkTargets) -> TableRow:  # noqa: FBT001 - which row it is
    report, page = year.report, year.report.compact
    if page is None:
        return (Words(str(report.year), link=targets.year(report.year)),), _why_none(report), None, None
    anchor = "#content" if is_shown else f"#{report.year.file_stem}"
    status = marked(words.of_status(page.status), is_example=page.is_example)
    change = change_of(year.changes, Presence.BOTH)
    return (
        (Words(str(report.year), link=anchor),),
        status,
        number(len(page.priorities), "priority", "priorities"),
        of_priorities(change) if change else None,
    )


def _why_none(report: AuthorityReport) -> str:
    if report.absence is Absence.UNREADABLE:
        return "cannot be read"
    if report.absence is Absence.UNKNOWN_EDITION:
        return CANNOT_BE_TOLD
    return "not renewed" if report.past.not_renewed else "no edition"


def _edition(year: AuthorityYear, provenance: Provenance, targets: LinkTargets) -> Folded:
    # On what terms all is agreed is said once, of the newest edition.
    page = describe_authority(year.report._replace(conditions=()), year.changes, provenance, targets)
    blocks: tuple[Block, ...] = (Facts(page.facts), *page.on_screens)
    line = page.lead[0] if page.lead else ()
    return Folded(str(year.report.year), line, blocks, anchor=year.report.year.file_stem)


def describe_authorities(record: WholeRecord, targets: LinkTargets) -> ReadableDocument:
    """Return the list of all authorities, from A to Z and by region."""
    every = sorted(record.register, key=lambda authority: (authority.name, authority.slug))
    links = {authority.slug: _link(authority, record, targets) for authority in every}
    having = len(
        {row.slug for year in record.coverages for row in year.authorities if row.standing is Standing.EDITION}
    )
    have = f"{having:,} of them {agreeing(having, 'has', 'have')} an edition of some year."
    counted = record.newest.registered
    those = "" if counted == len(every) else f", of which {counted:,} count in {record.newest.year}"
    lead = plain(f"{number(len(every), 'authority', 'authorities')}{those}; {have}")
    a_to_z = Links("Authorities from A to Z", tuple(links.values()), can_be_searched=True)
    return ReadableDocument(
        "Authorities",
        lead=(lead,),
        sections=(
            Section("From A to Z", (a_to_z,), anchor="a-to-z"),
            Section("By region", (Facts(tuple(_regions(every, links))),), anchor="regions"),
        ),
        marks=marks_of(record),
        notices=notices_of(record),
        running=running_of(record, "Authorities"),
        ending=ending(record.provenance),
    )


def _link(authority: Authority, record: WholeRecord, targets: LinkTargets) -> Words:
    until = f" (until {day_in_words(authority.valid_to)})" if authority.valid_to else ""
    label = record.register.label_in(authority, record.newest.year)
    return Words(f"{label}{until}", link=targets.authority(authority.slug))


def _regions(every: Sequence[Authority], links: Mapping[str, Words]) -> Iterator[tuple[str, Line]]:
    by_region = sorted(every, key=lambda authority: authority.region)  # stable: by name within
    for region, of_region in groupby(by_region, key=lambda authority: authority.region):
        yield region_in_words(region) or "No region", joined([(links[each.slug],) for each in of_region], ", ")
