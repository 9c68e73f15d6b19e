"""The next edition of a compact, carried over from its last."""

from collections.abc import Iterator
from dataclasses import dataclass

from compactctl.documents.status import COMPACT_PARTIES
from compactctl.documents.texts import STILL_TRUE
from compactctl.documents.values import MAXIMUM_ENTRIES, MAXIMUM_TEXT
from compactctl.documents.years import AcademicYear
from compactctl.drafts.candidates import Candidates, candidates_in
from compactctl.drafts.carrying import CarriedEdition, DraftPriority, carry_over
from compactctl.drafts.form import asks, offered, priority_lines, review_to_come, signatures, to_take_up
from compactctl.drafts.inputs import check_exists, whole_agenda
from compactctl.drafts.lines import comment, commented, document, entry, free, indented, keyed
from compactctl.errors import CannotDo, Refused
from compactctl.files.data_folder import compact_file
from compactctl.files.opening import Unreadable
from compactctl.words import day_in_words, quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.requirements import require_register
from compactctl.workspace.workspace import Workspace


class CompactEnded(Refused):
    """A compact that was brought to an end is not renewed."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """An edition to be added: its year, its text as an entry of a list, and what came over from which year."""

    year: AcademicYear
    last: AcademicYear
    last_is_reviewed: bool
    text: str
    carried: CarriedEdition


def whole_compact(workspace: Workspace, slug: str) -> tuple[PlacedCompact, bytes]:
    """Read the compact of an authority, with its bytes; raises `Refused` where it has errors to be mended first."""
    name = compact_file(slug)
    path = workspace.path_of(name)
    try:
        data = workspace.tree.read(name)
    except Unreadable as refusal:
        raise Refused(f"'{path}' is left as it is: {refusal}") from refusal
    file = workspace.read_compact(slug)
    if file.document is not None and not file.findings:
        return workspace.place(slug, file.document), data
    first = file.findings[0]
    line = f" in line {first.place.span.line}" if first.place.span else ""
    raise Refused(
        f"'{path}' has errors; the first{line}: {first.message}", f"'compactctl validate {path}' shows them all"
    )


def renewal(
    workspace: Workspace, compact: PlacedCompact, year: AcademicYear | None = None, *, asks_review: bool = True
) -> Renewal:
    """Return the edition of a later year, of the next that has an annex where none is given.

    It `asks_review` in a comment that says where its day goes, unless a form does, which has a box for it.

    The compact's document breaks no schema. Raises `Refused` where there is no such year, where the compact had ended
    by then, or where the last edition has an error that decides what is carried; `CannotDo` where what the edition
    rests on is missing or broken.
    """
    edition = compact.newest
    if edition is None or edition.year is None or compact.authority is None:
        raise CannotDo(f"the register has no authority '{compact.slug}'", "'compactctl validate' says more")
    path = workspace.path_of(compact.document.name)
    old = whole_agenda(workspace, edition.year)
    year = year or _next_year(workspace, compact, edition.year)
    _check_goes_on(path, compact, year)
    _check_carries(path, compact, edition)
    new = whole_agenda(workspace, year)
    check_exists(require_register(workspace, "which authorities exist when"), compact.authority, new.year)
    candidates = candidates_in(workspace, new, compact.authority)
    carried = carry_over(edition, _chain(workspace, old, new), compact.authority)
    text = document(entry(_edition(candidates, edition, carried, asks_review=asks_review)))
    return Renewal(new.year, edition.year, edition.content.review is not None, text, carried)


def _check_goes_on(path: str, compact: PlacedCompact, year: AcademicYear) -> None:
    ended = compact.ended_on
    if ended is not None and compact.had_ended_by(year):
        message = f"'{path}' says that the compact was brought to an end on {day_in_words(ended)}"
        raise CompactEnded(
            message, "what has ended is not renewed; if it did not end, take 'ended' out of the file first"
        )


def _check_carries(path: str, compact: PlacedCompact, edition: PlacedEdition) -> None:
    """Raise `Refused` where it cannot be told what is to be carried: the areas, or which edition of the year counts."""
    source = edition.document.source
    mend = f"'compactctl validate {path}' says what to write; mend that first"
    if again := [other for other in compact.editions if other.year == edition.year][1:]:
        line = source.line((*again[0].path, "year"))
        raise Refused(f"'{path}' has a second edition of {edition.year} in line {line}", mend)
    for priority in edition.priorities:
        if priority.area is None:
            line, named = source.line((*priority.path, "area")), quoted(priority.content.area or "")
            message = f"'{path}' names {named} in line {line}, and {edition.year} has no such area"
            raise Refused(f"{message}, so that it cannot be told what it goes on as", mend)


def _chain(workspace: Workspace, old: Agenda, new: Agenda) -> list[Agenda]:
    """Return the annexes from one to another; raises `CannotDo` where one between them is missing or broken."""
    between = (year for year in workspace.years if old.year < year < new.year)
    return [old, *(whole_agenda(workspace, year) for year in between), new]


def _next_year(workspace: Workspace, compact: PlacedCompact, last: AcademicYear) -> AcademicYear:
    later = [year for year in workspace.years if year > last]
    if later:
        return later[0]
    message = f"'{workspace.path_of(compact.document.name)}' has an edition of {last}, and no later annex is there"
    raise Refused(message, f"'compactctl revise {last.following}' drafts the annex of the next year")


def _edition(
    candidates: Candidates, edition: PlacedEdition, carried: CarriedEdition, *, asks_review: bool
) -> Iterator[str]:
    name, year = candidates.authority.name, candidates.agenda.year
    yield f"year: {year}"
    yield from commented(
        [
            f"Carried over from {edition.year}. Read every text again: where it is still true, delete",
            f"'{STILL_TRUE}' before it; where it is not, write it anew, or delete the priority.",
            "What you write below '>-' needs no quotes; each line begins as far in as the one above.",
            "When you have done so, run: compactctl validate",
        ],
    )
    for words in carried.left_out:
        yield from comment(f"Left out: {words}")
    for words in carried.answered:
        yield from comment(f"Left behind, since it has its answer: {words}")
    for words in carried.cut:
        limits = f"a text has at most {MAXIMUM_TEXT:,} characters, and a list {MAXIMUM_ENTRIES:,} entries"
        yield from comment(f"Cut short, since {limits}: {words}")
    if asks_review:
        yield from review_to_come(year)
    yield "priorities:"
    for draft in carried.priorities:
        yield from indented([*_priority(draft, edition, name), ""])
    yield from indented(_offers(candidates, edition, carried))
    if carried.asks:
        yield "asks:"
        yield from indented(_asks(carried))
    else:
        yield from asks(name, carried.priorities[0].area.id if carried.priorities else None)
    yield ""
    yield from signatures(COMPACT_PARTIES, candidates.authority.slug)


def _offers(candidates: Candidates, edition: PlacedEdition, carried: CarriedEdition) -> Iterator[str]:
    """Yield as comments what a priority may have become; where nothing came over, all that is open."""
    name, agenda = candidates.authority.name, candidates.agenda
    if carried.offers:
        yield from comment(f"To decide: these come from priorities of {edition.year}. To take one up, delete its '# '.")
        yield ""
    for draft in carried.offers:
        yield from offered(_priority(draft, edition, name))
    if not carried.priorities:
        yield from comment(f"These areas are open to {name} in {agenda.year}. To take one up, delete its '# '.")
        yield ""
        named = {draft.area.id for draft in carried.offers}
        yield from to_take_up(candidates, (area for area in candidates.areas if area.id not in named))


def _priority(draft: DraftPriority, edition: PlacedEdition, name: str) -> list[str]:
    origin = comment(f"From {edition.year}: {draft.origin}") if draft.origin else []
    return [*origin, *priority_lines(draft.area, draft.content, name)]


def _asks(carried: CarriedEdition) -> Iterator[str]:
    for ask, about in carried.asks:
        if about:
            yield from comment(f"This was asked for the sake of: {about}")
        yield from entry([*free("text", ask.text or ""), *(keyed("area", ask.area) if ask.area else [])])
