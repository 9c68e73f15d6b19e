"""From an authority's page to its record in the JSON, among the others or on its own."""

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.events import Event
from compactctl.coverage.pages import CompactPage, PagePriority, PageSignature
from compactctl.formats.coverage.records import (
    AskRecord,
    AuthorityRecord,
    CompactRecord,
    ContributionsRecord,
    EventRecord,
    PagePriorityRecord,
    PageRecord,
    PriorityRecord,
    SignatureRecord,
)


def compact_record(page: CompactPage) -> CompactRecord:
    """Return the record of an edition among those of others."""
    return CompactRecord(
        authority=page.authority,
        name=page.name,
        status=page.status,
        priorities=[_priority(priority) for priority in page.priorities],
        asks=[AskRecord(text=ask.text, area=ask.area, answer=_event(ask.answer)) for ask in page.asks],
        review_by=page.review_by.isoformat() if page.review_by else None,
        note=page.note,
        example=page.is_example,
        review=_event(page.review),
        ended=_event(page.ended),
    )


def authority_record(result: AuthorityReport) -> AuthorityRecord:
    """Return the record of one authority's page."""
    return AuthorityRecord(
        format="compactctl/compact/1",
        year=str(result.year),
        annex=result.annex,
        compact=_page(result.compact) if result.compact else None,
        annex_example=result.annex_is_example,
    )


def _page(page: CompactPage) -> PageRecord:
    compact = compact_record(page)
    return PageRecord(
        authority=compact["authority"],
        name=compact["name"],
        status=compact["status"],
        priorities=[_page_priority(priority) for priority in page.priorities],
        asks=compact["asks"],
        review_by=compact["review_by"],
        note=compact["note"],
        signatures=[_signature(signature) for signature in page.signatures],
        example=compact["example"],
        review=compact["review"],
        ended=compact["ended"],
    )


def _priority(priority: PagePriority) -> PriorityRecord:
    return PriorityRecord(
        area=priority.area,
        issue=priority.issue,
        term=priority.term,
        why=priority.why,
        contributions=ContributionsRecord(authority=list(priority.authority), department=list(priority.department)),
    )


def _event(event: Event | None) -> EventRecord | None:
    return EventRecord(date=event.date.isoformat(), text=event.text) if event else None


def _page_priority(priority: PagePriority) -> PagePriorityRecord:
    return PagePriorityRecord(**_priority(priority), letter=priority.letter, title=priority.title)


def _signature(signature: PageSignature) -> SignatureRecord:
    return SignatureRecord(
        party=signature.party,
        name=signature.name,
        role=signature.role,
        date=signature.date.isoformat() if signature.date else None,
    )
