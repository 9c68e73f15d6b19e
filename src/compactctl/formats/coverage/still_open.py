"""What of an authority's edition is still to be settled, in sentences. Foreign text in them is not yet made safe."""

from collections.abc import Iterator
from typing import Final

from compactctl.coverage.pages import CompactPage, PagePriority
from compactctl.documents.status import Status
from compactctl.documents.values import Party, is_unfinished
from compactctl.formats.coverage.words_of_authority import of_priority

_STILL_OPEN: Final = "still open"
_NOT_RECORDED: Final = "not recorded"


def of_unsaid(page: CompactPage) -> str:
    """Return what stands where nothing is written of what a side contributes."""
    return _NOT_RECORDED if _is_settled(page) else _STILL_OPEN


def of_open(page: CompactPage) -> Iterator[str]:
    """Say what is still to be chosen, written or signed."""
    if not page.priorities:
        yield "No priority is chosen yet"
    for priority in page.priorities:
        whats = _of_priority(priority, is_settled=_is_settled(page))
        yield from (f"{of_priority(priority)}: {what}" for what in whats)
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


def _of_priority(priority: PagePriority, *, is_settled: bool) -> Iterator[str]:
    if is_unfinished(priority.term):
        yield "the term is still to be decided"
    if is_unfinished(priority.issue):
        yield "the issue is still to be named"
    if is_unfinished(priority.why):
        yield "the reason is still to be written"
    for side, texts in (("authority", priority.authority), ("department", priority.department)):
        if not texts and not is_settled:
            yield f"the contribution of the {side} is still open"
        elif any(map(is_unfinished, texts)):
            yield f"what the {side} contributes is still to be written"
