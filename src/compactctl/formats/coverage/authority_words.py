"""Sentences about one authority in a year: why it has no edition, and what of its edition is still open.

Foreign text in them is still to be made safe.
"""

from collections.abc import Iterator
from typing import Final

from compactctl.coverage.authority import Absence, AuthorityReport
from compactctl.coverage.pages import CompactPage, PagePriority
from compactctl.documents.status import Status
from compactctl.documents.texts import is_unfinished, says_nothing, without_mark
from compactctl.documents.values import TODO, Party
from compactctl.formats.coverage.words import of_event, of_lost, of_no_annex, of_status, said
from compactctl.formats.examples import COMPACT, of_annexes
from compactctl.words import CANNOT_BE_TOLD, day_in_words, listed, marked

_STILL_OPEN: Final = "still open"
_NOT_RECORDED: Final = "not recorded"


def of_examples(report: AuthorityReport) -> tuple[str, ...]:
    """Say that the authority's compact is made up, whatever is shown of it, and that the annex is."""
    annex = [report.year] if report.annex_is_example else []
    return (*((COMPACT,) if report.is_example else ()), *of_annexes(annex))


def of_left_out_years(report: AuthorityReport) -> Iterator[str]:
    """Say of which years nothing is shown, and why."""
    yield from map(of_lost, report.lost)
    if count := len(report.without_annex):
        yield of_no_annex(f"{report.label}: its edition{'s' * (count > 1)}", count, report.without_annex)


def of_absence(report: AuthorityReport) -> str:
    """Say why an authority's page shows no edition."""
    match report.absence:
        case Absence.OUT_OF_TIME:
            return f"{report.label} did not exist in {report.year}{_of_end(report)}"
        case Absence.UNREADABLE:
            return f"{report.file} cannot be read, so it cannot be told what {report.label} has agreed"
        case Absence.BELOW_STATUS | Absence.UNKNOWN_STATUS:
            return f"{report.label} has an edition of {report.year}, and {_of_shortfall(report)}"
        case Absence.UNKNOWN_EDITION:
            has_one = f"Whether {report.label} has an edition of {report.year} {CANNOT_BE_TOLD}"
            return f"{has_one}: {marked('its compact', is_example=report.is_example)} is broken in places"
        case Absence.NO_EDITION:
            return f"{report.label} has no edition of {report.year}{_of_past(report)}"
        case _:
            return f"{report.label} has no edition of {report.year}, and never had one"


def _of_end(report: AuthorityReport) -> str:
    """Say when an authority ended before the year, and what came after it."""
    if report.ended_as_authority is None:
        return ""
    after = f", and after it came {listed(report.successors)}" if report.successors else ""
    return f": it ended on {day_in_words(report.ended_as_authority)}{after}"


def _of_shortfall(report: AuthorityReport) -> str:
    """Say how far an edition is that does not count, or may not."""
    if report.status is None:
        return f"how far it is {of_status(None)}"
    name = "a draft" if report.status is Status.DRAFT else f"{report.status}"
    return f"it is only {marked(name, is_example=report.is_example)}"


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
    issue = f": {of_text(priority.issue)}" if priority.issue else ""
    return f"{priority.letter}, {priority.title}{issue}"


def of_text(text: str) -> str:
    """Return a text as readers are shown it, of one still to be written what the officer is to write."""
    if (before := without_mark(text)) != text and before:
        return f"{before} (of the last edition, still to be looked at)"
    if says_nothing(text) or not (is_unfinished(text) and text.startswith(TODO)):
        return said(text)
    return f"still to be written: {text.removeprefix(TODO).lstrip(' :')}"


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
    yield from (f"The {party} has not signed" for party in of_unsigned(page))


def of_unsigned(page: CompactPage) -> tuple[Party, ...]:
    """Return which parties are still to sign, where that can be told and anybody still does."""
    if page.status is None or _is_settled(page):
        return ()
    signed = {signature.party for signature in page.signatures}
    return tuple(party for party in (Party.DEPARTMENT, Party.AUTHORITY) if party not in signed)


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
