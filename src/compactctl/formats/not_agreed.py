"""How every output that people read says at its head what is not agreed by both sides yet."""

from collections.abc import Iterable, Iterator

from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.formats.examples import how_many
from compactctl.words import agreeing, listed


def of_year(year: AcademicYear, annex: Status | None, drafts: int, editions: int) -> Iterator[str]:
    """Say of a year whether its annex is agreed, and how many of the editions nobody has signed, where any is."""
    if drafts and annex is Status.DRAFT:
        yield f"Drafts, not agreed: the annex of {year} and {how_many(drafts, editions)}"
    else:
        yield from of_drafts(drafts, editions)
        yield from of_annexes([(year, annex)])


def of_drafts(drafts: int, editions: int) -> Iterator[str]:
    """Say how many of the editions nobody has signed, where there is any."""
    if drafts:
        are = agreeing(drafts, "is a draft: nobody has signed it", "are drafts: nobody has signed them")
        yield f"{how_many(drafts, editions).capitalize()} {are}"


def of_annexes(annexes: Iterable[tuple[AcademicYear, Status | None]]) -> Iterator[str]:
    """Say which annexes nobody has signed, and which not all have, where there are any."""
    annexes = list(annexes)
    for status, several in ((Status.DRAFT, "drafts"), (Status.PROPOSED, "proposed")):
        if years := [str(year) for year, of_year in annexes if of_year is status]:
            which, are = ("annex", f"is {status.in_words}") if len(years) == 1 else ("annexes", f"are {several}")
            yield f"The {which} of {listed(years)} {are}, and not agreed"
