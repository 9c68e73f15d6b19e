"""The sentences that all readable formats of a report share. Foreign text in them is still to be made safe."""

from collections.abc import Collection, Iterable, Iterator, Sized
from datetime import date
from typing import Final, Protocol

from compactctl.coverage.pages import LaterEvent
from compactctl.coverage.results import (
    AreaAsks,
    AreaRow,
    AskRow,
    AuthorityRow,
    Cell,
    CommitmentRow,
    Coverage,
    Filters,
    Standing,
)
from compactctl.coverage.year import MAXIMUM_CELLS
from compactctl.documents.status import Status
from compactctl.documents.texts import says_nothing
from compactctl.documents.years import AcademicYear
from compactctl.formats.examples import among, of_annexes
from compactctl.formats.examples import of_editions as of_examples_among
from compactctl.formats.readable.document import Entry, plain, text_entries
from compactctl.words import agreeing, day_in_words, listed, marked, number, quoted, region_in_words, type_in_words
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.registers import beyond_register

_CELLS: Final = {
    Cell.CHOSEN: "took it up",
    Cell.NOT_CHOSEN: "did not take it up",
    Cell.NOT_OPEN: "it is not open to them",
    Cell.UNREADABLE: "cannot be read",
}


class TakenUp(Protocol):
    """An area, or what it was: who took it up, to whom it is open, and who of these has an edition, in authorities."""

    @property
    def chosen(self) -> int:
        """How many took it up."""

    @property
    def open_to(self) -> int:
        """To how many it is open."""

    @property
    def with_edition(self) -> int:
        """How many of these have an edition."""

    @property
    def knows_open_to(self) -> bool:
        """Whether it can be read to whom it is open."""


class Signed(Protocol):
    """Who signed, and when."""

    @property
    def name(self) -> str | None:
        """The name of who signed."""

    @property
    def role(self) -> str | None:
        """In what role."""

    @property
    def date(self) -> date | None:
        """On which day."""


def out_of(count: int, whole: int) -> str:
    """Return '3 of 7'."""
    return f"{count:,} of {whole:,}"


def of_take_up(reach: TakenUp, filters: Filters) -> str:
    """Say how many took something up, of all to whom it is open."""
    if not reach.knows_open_to:
        return of_unknown(reach.chosen)
    return out_of(reach.chosen, reach.open_to) if reach.open_to else of_open_to_none(filters)


def of_unknown(chosen: int) -> str:
    """Say how many took something up, where it cannot be read to whom it is open."""
    return f"{chosen:,}, of how many cannot be told"


def of_reach(reach: TakenUp, filters: Filters) -> str:
    """Say how many took something up, of all to whom it is open, and how many of these have an edition if not all."""
    is_all = reach.with_edition == reach.open_to or not reach.knows_open_to
    having = "" if is_all else f", {reach.with_edition:,} with {of_an_edition(filters)}"
    return f"{of_take_up(reach, filters)}{having}"


def sentence(text: str) -> str:
    """Return words as a sentence; what somebody wrote may end with a full stop of its own."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def of_term(term: str | None) -> str | None:
    """Return 'short term', 'medium term', or that it is still to be decided; None where nothing is said of it."""
    if term is None:
        return None
    return f"{term} term" if term in ("short", "medium") else "term still to be decided"


def says_terms(areas: Iterable[AreaRow]) -> bool:
    """Tell whether any priority says whether it is of the short or the medium term."""
    return any(area.short + area.medium for area in areas)


def said(text: str) -> str:
    """Return a text as readers are shown it: of nothing but a mark, that it is still to be written."""
    return "still to be written" if says_nothing(text) else text


def of_event(event: LaterEvent, what: str = "") -> str:
    """Return 'Answered on 1 June 2004: the text (the source)', or without the first words where none are given."""
    source = f" ({event.source})" if event.source else ""
    return f"{what}{' on ' * bool(what)}{day_in_words(event.date)}: {event.text}{source}"


def of_author(label: str, status: Status | None, *, is_example: bool) -> str:
    """Name an authority where a text of its edition stands by itself: 'Kent (draft)', since nobody has signed that."""
    marks = [*(["draft"] if status is Status.DRAFT else []), *(["example"] if is_example else [])]
    return f"{label} ({', '.join(marks)})" if marks else label


def of_signature(signature: Signed) -> str:
    """Return '12 January 2004: A. Name, Leader of the council', as far as that is recorded."""
    day = day_in_words(signature.date) if signature.date else "on a day that is not recorded"
    who = ", ".join(filter(None, (signature.name, signature.role)))
    return f"{day}{': ' * bool(who)}{who}"


def of_asked_area(asks: AreaAsks) -> str:
    """Name the area of some asks; of one that is not known, which a broken annex may hide, only what they call it."""
    if asks.area:
        return asks.area.label
    return f"Of {quoted(asks.name)}, which is none of this report's areas" if asks.name else "Of no single area"


def of_ask(ask: AskRow) -> Entry:
    """Say who asks for what, and below it what the department answered."""
    asker = of_author(ask.label, ask.status, is_example=ask.is_example)
    return Entry(plain(f"{asker}: {said(ask.text)}"), text_entries(of_answer(ask.answer)))


def of_answer(answer: LaterEvent | None) -> tuple[str, ...]:
    """Say what the department answered, where it did."""
    return (of_event(answer, "Answered"),) if answer else ()


def of_commitment(commitment: CommitmentRow) -> Entry:
    """Say what the department undertook nationally, by when, and below it what came of it."""
    day = day_in_words(commitment.due) if isinstance(commitment.due, date) else commitment.due
    due = f" (due by {day})" if day else ""
    return Entry(plain(f"{said(commitment.text)}{due}"), text_entries(map(of_event, commitment.follow_up)))


def of_annex(status: Status | None, *, is_example: bool) -> str:
    """Say how far the annex has come."""
    sentence = "the annex's status cannot be told" if status is None else f"the annex is {status.in_words}"
    return marked(sentence, is_example=is_example)


def of_examples(coverage: Coverage[object]) -> tuple[str, ...]:
    """Say what of a year is made up: how many of the editions that count, and the annex."""
    annex = [coverage.year] if coverage.annex_is_example else []
    return (*of_examples_among(coverage.examples, coverage.with_edition), *of_annexes(annex))


def of_authority(row: AuthorityRow) -> str:
    """Name an authority, with the mark of an example where its edition is one that counts."""
    return marked(row.label, is_example=row.counts_as_example)


def of_absentee(row: AuthorityRow) -> str:
    """Name an authority without an edition that counts: what it had before, and has below the status asked for."""
    past = day_in_words(row.past.ended) if row.past.ended else str(row.past.last or "")
    status = f"only {row.status}" if row.standing is Standing.BELOW_STATUS and row.status else ""
    is_example = row.past.is_example and bool(past or status)
    details = "; ".join(filter(None, ("example" * is_example, past, status)))
    return f"{row.label} ({details})" if details else row.label


def of_matrix_left_out(coverage: Coverage[object]) -> str:
    """Say that the matrix, and the maps where there would be any, are left out, and why."""
    cells = coverage.registered * len(coverage.areas)
    factors = f"{number(len(coverage.areas), 'area')} and {number(coverage.registered, 'authority', 'authorities')}"
    reason = f"{factors} make {cells:,} cells, and no more than {MAXIMUM_CELLS:,} are drawn"
    return f"Left out: {reason}. What '--format json' writes says of each area who took it up."


def of_register(year: AcademicYear) -> str:
    """Say that the built-in register does not know all of the year."""
    sentence = beyond_register(year)
    return sentence[:1].upper() + sentence[1:]


def of_filters(filters: Filters) -> str | None:
    """Say which authorities and editions alone the report is about, where it is not about all."""
    parts = [f"in {region_in_words(filters.region)}"] if filters.region else []
    parts += [f"of the type {type_in_words(filters.type)}"] if filters.type else []
    who = f"authorities {' '.join(parts)}" if parts else ""
    status = _of_least_status(filters)
    what = f"editions that are {status}" if status else ""
    return " and ".join(filter(None, (who, what))) or None


def of_only(filters: Filters) -> str:
    """Return what to add to a heading, where the report is not about all."""
    subject = of_filters(filters)
    return f", only {subject}" if subject else ""


def of_looking(filters: Filters) -> str:
    """Return what to add to a sentence about nobody, where the report is not about all."""
    subject = of_filters(filters)
    return f", looking only at {subject}" if subject else ""


def of_open_to_none(filters: Filters) -> str:
    """Say that an area is open to nobody, or to none of those that the report is about."""
    return "open to none of these authorities" if filters.narrow else "open to nobody"


def _of_least_status(filters: Filters) -> str:
    """Return the status that an edition has to have, where not every one will do."""
    if filters.status in (None, Status.DRAFT):
        return ""
    return "proposed or agreed" if filters.status is Status.PROPOSED else "agreed"


def of_none(filters: Filters) -> str:
    """Say in a few words what those without an edition that counts lack."""
    return " ".join(filter(None, ("no", _of_least_status(filters), "edition")))


def of_cell(cell: Cell, filters: Filters) -> str:
    """Say what an area is to an authority."""
    return of_none(filters) if cell is Cell.NO_EDITION else _CELLS[cell]


def of_an_edition(filters: Filters) -> str:
    """Name an edition that counts: 'an edition', 'an agreed edition'."""
    status = _of_least_status(filters)
    return f"{'an' if status != 'proposed or agreed' else 'a'} {f'{status} ' * bool(status)}edition"


def of_editions(coverage: Coverage[object]) -> str:
    """Say how many authorities have an edition, and how far those have come."""
    are_all_agreed = coverage.filters.status is Status.AGREED
    statuses = [
        f"{coverage.statuses[status]} {status}" for status in Status if coverage.statuses[status] and not are_all_agreed
    ]
    in_brackets = f" ({listed(statuses)})" if statuses else ""
    of = number(coverage.registered, "authority", "authorities")
    have = agreeing(coverage.with_edition, "has", "have")
    examples = among(coverage.examples, coverage.with_edition)
    edition = of_an_edition(coverage.filters)
    return f"{coverage.with_edition:,} of {of} {have} {edition} of {coverage.year}{in_brackets}{examples}"


def of_status(status: Status | None) -> str:
    """Say how far an edition is."""
    return status or "cannot be told, since its signatures are broken"


def of_absent(coverage: Coverage[object]) -> Iterator[str]:
    """Say how many authorities have none, and how many have a compact that cannot be read."""
    if missing := len(coverage.without_edition):
        below, unknown = (coverage.standings[kind] for kind in (Standing.BELOW_STATUS, Standing.UNKNOWN_STATUS))
        reason = f", {below:,} of them because theirs is not {coverage.filters.status} yet" if below else ""
        reason += f", {unknown:,} because it cannot be told how far theirs is" if unknown else ""
        if examples := coverage.examples_below_status:
            reason += f" ({examples:,} of those {agreeing(examples, 'is an example', 'are examples')})"
        yield f"{number(missing, 'authority', 'authorities')} {agreeing(missing, 'has', 'have')} none{reason}"
        yield from _of_pasts(coverage)
    if lost := coverage.standings[Standing.UNREADABLE]:
        who = "1 authority has a compact" if lost == 1 else f"{lost:,} authorities have compacts"
        yield f"{who} that cannot be read"


def _of_pasts(coverage: Coverage[object]) -> Iterator[str]:
    """Say of those without an edition how many had one before, where any had."""
    edition, counts = of_an_edition(coverage.filters), []
    if rows := coverage.not_renewed:
        counts.append(f"{len(rows):,} had {edition} before and {_have(rows)} not renewed it{_examples_among(rows)}")
    if rows := coverage.ended:
        counts.append(f"the compact{'s' * (len(rows) > 1)} of {len(rows):,} {_have(rows)} ended{_examples_among(rows)}")
    if counts and (rows := coverage.never):
        counts.append(f"{len(rows):,} never had {edition}")
    if rows := coverage.of_unknown_past:
        counts.append(f"of {len(rows):,} it cannot be told")
    if counts:
        yield f"Of these: {'; '.join(counts)}"


def _have(rows: Sized) -> str:
    return agreeing(len(rows), "has", "have")


def _examples_among(rows: Iterable[AuthorityRow]) -> str:
    examples = sum(row.past.is_example for row in rows)
    return f" ({examples:,} of them {agreeing(examples, 'an example', 'examples')})" if examples else ""


def of_unreadable(coverage: Coverage[object]) -> Iterator[str]:
    """Say what the report had to leave out because it cannot be read, or has no annex, a sentence each."""
    for path in coverage.unreadable:
        yield f"{path} cannot be read, and nothing in it is counted"
    for path in coverage.unread:
        yield f"{path} is none of the documents, and nobody reads it"
    yield from map(of_broken, coverage.broken)
    yield from of_without_annex(coverage)


def of_without_annex(coverage: Coverage[object]) -> Iterator[str]:
    """Say how many editions of other years are left out because these have no annex."""
    if count := sum(coverage.without_annex.values()):
        yield of_no_annex(number(count, "edition"), count, coverage.without_annex)


def of_no_annex(editions: str, count: int, years: Collection[AcademicYear]) -> str:
    """Say of so many editions that they are left out because there is no annex for their years."""
    those = agreeing(len(years), "that year", "those years")
    are = agreeing(count, "is", "are")
    return f"{editions} of {listed(map(str, years))} {are} left out, since there is no annex for {those}"


def of_lost(year: AcademicYear) -> str:
    """Say that a year is left out because its annex cannot be read."""
    return f"{year} is left out, since its annex cannot be read"


def of_broken(path: str) -> str:
    """Say that a document is broken in places."""
    return f"{path} is broken in places, and what is broken in it is left out"


def of_left_out_count(count: int) -> tuple[str, ...]:
    """Say how much of the editions is left out, where anything is."""
    what = number(count, "part of an edition breaks a rule and is", "parts of editions break a rule and are")
    return (f"{what} left out",) if count else ()


def of_left_out(part: LeftOut) -> str:
    """Say what of an edition is left out, and the rule it breaks."""
    are = f"and {number(part.asks, 'ask')} of that edition are" if part.asks else "is"
    return f"{part.name}: {part.what} {are} left out ({part.rule}, {part.file}:{part.line})"


def of_open_contributions(area: AreaRow) -> str:
    """Say in how many of an area's priorities the contribution of a party is still open."""
    parties = (("the authority", area.no_authority_contribution), ("the department", area.no_department_contribution))
    return listed([f"that of {party} in {count:,} of {area.priorities:,}" for party, count in parties if count])
