"""What a form says outside of its boxes: how to fill it in, what to write in each box, who signed, on what terms.

Only what the record says, or what holds of every form: to whom it goes back, and by when, stands in no record.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from compactctl.documents.content import Signature
from compactctl.documents.status import COMPACT_PARTIES
from compactctl.documents.texts import STILL_TRUE
from compactctl.documents.years import AcademicYear
from compactctl.forms.boxes import REVIEW_BY, Value
from compactctl.words import day_in_words, listed, number
from compactctl.workspace.agenda import Agenda, PlacedArea

BY_HAND: Final = "To be signed by hand, once both sides agree. Nothing that is filled in above is a signature."
_THINGS: Final = "Each thing on a line of its own."
_NO_ISSUES: Final = "Leave it empty: none of the areas that you can choose has local issues."
_MORE: Final = (
    "More priorities or asks than there are boxes? Send this form back, and ask for a new one, which has more of them."
)
_CARRIED: Final = (
    f"'{STILL_TRUE}' stands before each text that comes from the last edition. Where it is still true, take these "
    "words away; where it is not, write it anew."
)


def of_areas(year: AcademicYear) -> str:
    """Return the heading under which the areas of a year stand."""
    return f"The areas of {year}"


def of_terms(conditions: Iterable[str | None]) -> str:
    """Return the conditions of the statement as sentences."""
    return " ".join(f"{words.rstrip('. ')}." for words in conditions if words)


def of_filling_in(agenda: Agenda, values: Mapping[str, Value]) -> Iterator[str]:
    """Yield how a form is filled in whose boxes hold these values."""
    yield "Write in the boxes. All other words are fixed, and stay as they are."
    yield "Leave empty what is not known yet, and what you do not need. To drop a priority, empty all of its boxes."
    if (most := agenda.document.content.at_most) is not None:
        yield f"This agenda asks for {number(most, 'area')} at most."
    yield _MORE
    yield "Tracked changes and comments are welcome while the form goes round."
    yield "Accept or reject every change before you send it back."
    if any(STILL_TRUE in text for value in values.values() for text in value):
        yield _CARRIED


def of_boxes(year: AcademicYear, areas: Iterable[PlacedArea]) -> Mapping[str, str]:
    """Return what to write in a box, by its field, where these areas can be chosen."""
    return {
        "area": f"What each is about: '{of_areas(year)}', at the end.",
        "issue": _of_issue(areas),
        "term": "Short or medium, as both sides agree.",
        "why": "Why it matters most here, in a sentence or two.",
        "authority": _THINGS,
        "department": _THINGS,
        "text": "A change to national policy or practice.",
        REVIEW_BY: "The day by which both sides look at what came of it.",
    }


def of_signatures(signatures: Iterable[Signature]) -> str:
    """Return that an edition is for reading, since it was signed, by whom and when."""
    signed = [
        f"for the {signature.party} on {day_in_words(signature.date)}{_of_signer(signature)}"
        for signature in signatures
        if signature.party in COMPACT_PARTIES and signature.date
    ]
    return f"For reading only: this edition was signed {listed(signed)}, and it stays as it was signed."


def _of_issue(areas: Iterable[PlacedArea]) -> str:
    """Say for which areas a local issue is named, since for all others it is not wanted."""
    labels = listed((area.label for area in areas if area.named_locally), "or")
    return f"Only if the area is {labels}: name the issue in your own words." if labels else _NO_ISSUES


def _of_signer(signature: Signature) -> str:
    """Return who signed as far as that is recorded, after the day."""
    who = ", ".join(filter(None, (signature.name, signature.role)))
    return f" ({who})" if who else ""
