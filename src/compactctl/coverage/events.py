"""What happened later, and came of something that was agreed: a review, an answer, an end, a follow-up."""

from datetime import date
from typing import NamedTuple

from compactctl.documents.content import Event as Content


class Event(NamedTuple):
    """What happened, on which day, and where that is known from."""

    date: date
    text: str
    source: str | None


def event_of(content: Content | None) -> Event | None:
    """Return what a document says of it; None where it says nothing, or its day or text is broken."""
    if content is None or content.date is None or content.text is None:
        return None
    return Event(content.date, content.text, content.source)
