"""What is said of one authority in a year: its page for a committee, and the sentences about it.

Foreign text in them is still to be made safe.
"""

from collections.abc import Iterator
from typing import Final

from compactctl.coverage.authority import Absence, AuthorityReport
from compactctl.coverage.pages import CompactPage, PagePriority, PageSignature
from compactctl.coverage.results import Cell
from compactctl.documents.status import Status
from compactctl.documents.values import Party, is_unfinished
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Items, ListEntry, Prose, ReadableReport
from compactctl.formats.coverage.tables import list_of_conditions, list_of_left_out
from compactctl.formats.coverage.words import of_event, said
from compactctl.formats.examples import COMPACT, of_annexes
from compactctl.words import day_in_words, marked

_STILL_OPEN: Final = "still open"
_NOT_RECORDED: Final = "not recorded"


def describe_authority(result: AuthorityReport) -> ReadableReport:
    """Return the page of one authority in a year."""
    page = result.compact
    priorities = [_priority_section(priority, of_unsaid(page)) for priority in page.priorities] if page else []
    return ReadableReport(
        heading=marked(f"{result.label}: compact for {result.year}", is_example=result.is_example),
        examples=of_examples(result),
        notices=words.of_left_out_count(len(result.left_out)),
        facts=tuple(_facts(result, page)),
        sections=(*priorities, *below_priorities(result)),
    )


def _facts(result: AuthorityReport, page: CompactPage | None) -> Iterator[str]:
    yield f"{result.annex_title}; {words.of_annex(result.annex, is_example=result.annex_is_example)}"
    if result.is_beyond_register:
        yield words.of_register(result.year)
    if page is None:
        yield of_absence(result)
        return
    yield f"Status: {marked(words.of_status(page.status), is_example=page.is_example)}"
    if page.review_by:
        yield f"Review by {day_in_words(page.review_by)}"
    if page.review:
        yield of_event(page.review, "Reviewed")
    if page.ended:
        yield of_event(page.ended, "The compact ended")
    if page.note:
        yield page.note


def _priority_section(priority: PagePriority, unsaid: str) -> Prose:
    lists = (
        Items(f"The {party} contributes", tuple(map(said, texts)) or (unsaid,))
        for party, texts in priority.contributions
    )
    term = words.of_term(priority.term)
    return Prose(
        of_priority(priority) + (f" ({term})" if term else ""),
        said(priority.why) if priority.why else None,
        tuple(lists),
    )


def below_priorities(result: AuthorityReport) -> Iterator[Items]:
    """Yield asks, signatures, what is still open, the areas that are not among the priorities, what is left out."""
    if page := result.compact:
        letters = {area.id: area.letter for area in result.areas}
        asks = tuple(
            ListEntry(
                said(ask.text) + (f" ({letters.get(ask.area, ask.area)})" if ask.area else ""),
                words.of_answer(ask.answer),
            )
            for ask in page.asks
        )
        lists: dict[str, tuple[str | ListEntry, ...]] = {
            "What the authority asks for": asks,
            "Signatures": tuple(map(_signature, page.signatures)),
            "Still open": tuple(of_open(page)),
        }
        yield from (Items(title, items) for title, items in lists.items() if items)
    if result.absence is not Absence.OUT_OF_TIME:
        yield from _areas(result)
    yield from list_of_conditions(result.conditions)
    yield from list_of_left_out(result.left_out)


def _signature(signature: PageSignature) -> str:
    who = ", ".join(filter(None, (signature.name, signature.role)))
    day = f" on {day_in_words(signature.date)}" if signature.date else ""
    return f"For the {signature.party}{day}{': ' * bool(who)}{who}"


def _areas(result: AuthorityReport) -> Iterator[Items]:
    """Yield the areas that are not among the priorities: not chosen, open where nothing is chosen yet, not open."""
    titles = {
        Cell.NOT_CHOSEN: "Not chosen",
        Cell.NO_EDITION: "Open to this authority",
        Cell.UNREADABLE: "Open to this authority",
        Cell.NOT_OPEN: "Not open to this authority",
    }
    for cell, title in titles.items():
        if areas := tuple(area.label for area in result.areas if area.cell is cell):
            yield Items(title, areas)


def of_examples(report: AuthorityReport) -> tuple[str, ...]:
    """Say that the authority's compact is made up, whatever is shown of it, and that the annex is."""
    annex = [report.year] if report.annex_is_example else []
    return (*((COMPACT,) if report.is_example else ()), *of_annexes(annex))


def of_absence(report: AuthorityReport) -> str:
    """Say why an authority's page shows no edition."""
    match report.absence:
        case Absence.OUT_OF_TIME:
            return f"{report.label} did not exist in {report.year}"
        case Absence.UNREADABLE:
            return f"{report.file} cannot be read, so it cannot be told what {report.label} has agreed"
        case Absence.BELOW_STATUS:
            name = "a draft" if report.status is Status.DRAFT else f"{report.status}"
            status = marked(name, is_example=report.is_example)
            return f"{report.label} has an edition of {report.year}, and it is only {status}"
        case Absence.NO_EDITION:
            return f"{report.label} has no edition of {report.year}{_of_past(report)}"
        case _:
            return f"{report.label} has no edition of {report.year}, and never had one"


def _of_past(report: AuthorityReport) -> str:
    """Say what an authority with a compact had before the year."""
    past = report.past
    compact = marked("its compact", is_example=report.is_example)
    if past.ended:
        ended = f": {compact} ended"
        return of_event(report.ended, ended) if report.ended else f"{ended} on {day_in_words(past.ended)}"
    if past.last:
        return f": it had one of {marked(str(past.last), is_example=report.is_example)}, and has not renewed it"
    return ", nor of an earlier year" if past.is_known else f"; {compact} is broken in places"


def of_priority(priority: PagePriority) -> str:
    """Name a priority by its area, and its issue where that is named locally."""
    issue = f": {said(priority.issue)}" if priority.issue else ""
    return f"{priority.letter}, {priority.title}{issue}"


def of_unsaid(page: CompactPage) -> str:
    """Return what stands where nothing is written of what a party contributes."""
    return _NOT_RECORDED if _is_settled(page) else _STILL_OPEN


def of_open(page: CompactPage) -> Iterator[str]:
    """Say what is still to be chosen, written or signed."""
    if not page.priorities:
        yield "No priority is chosen yet"
    for priority in page.priorities:
        name = of_priority(priority)
        yield from (f"{name}: {sentence}" for sentence in _of_open_parts(priority, is_settled=_is_settled(page)))
    if any(is_unfinished(ask.text) for ask in page.asks):
        yield "What the authority asks for is still to be written"
    if is_unfinished(page.note):
        yield "The note is still to be written"
    if page.status is None or _is_settled(page):
        return
    signed = {signature.party for signature in page.signatures}
    yield from (f"The {party} has not signed" for party in (Party.DEPARTMENT, Party.AUTHORITY) if party not in signed)


def _is_settled(page: CompactPage) -> bool:
    """Tell whether nobody adds to it any more, since both sides have signed it or the compact has ended."""
    return page.status is Status.AGREED or page.ended is not None


def _of_open_parts(priority: PagePriority, *, is_settled: bool) -> Iterator[str]:
    if is_unfinished(priority.term):
        yield "the term is still to be decided"
    if is_unfinished(priority.issue):
        yield "the issue is still to be named"
    if is_unfinished(priority.why):
        yield "the reason is still to be written"
    for party, texts in priority.contributions:
        if not texts and not is_settled:
            yield f"the contribution of the {party} is still open"
        elif any(map(is_unfinished, texts)):
            yield f"what the {party} contributes is still to be written"
