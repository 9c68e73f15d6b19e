"""One authority in sentences: why its page shows no edition, and the name of a priority. Still to be made safe."""

from compactctl.coverage.authority import Absence, AuthorityReport
from compactctl.coverage.pages import PagePriority
from compactctl.documents.status import Status
from compactctl.formats.coverage.words import of_event, said
from compactctl.formats.examples import COMPACT, of_annexes
from compactctl.words import day_in_words, marked


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
            status = "a draft" if report.status is Status.DRAFT else report.status
            told = marked(f"{status}", is_example=report.is_example)
            return f"{report.label} has an edition of {report.year}, and it is only {told}"
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
