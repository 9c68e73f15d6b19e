"""One authority's page, laid out for a committee."""

from collections.abc import Iterator

from compactctl.coverage.authority import Absence, AuthorityReport
from compactctl.coverage.pages import CompactPage, PagePriority, PageSignature
from compactctl.coverage.results import Cell
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Entry, Items, Layout, Prose
from compactctl.formats.coverage.still_open import of_open, of_unsaid
from compactctl.formats.coverage.tables import list_of_conditions, list_of_left_out
from compactctl.formats.coverage.words_of_authority import of_absence, of_examples, of_priority
from compactctl.words import day_in_words, marked


def lay_out_authority(result: AuthorityReport) -> Layout:
    """Return the page of one authority in a year."""
    page = result.compact
    priorities = [_priority(priority, of_unsaid(page)) for priority in page.priorities] if page else []
    return Layout(
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
        yield words.of_event(page.review, "Reviewed")
    if page.ended:
        yield words.of_event(page.ended, "The compact ended")
    if page.note:
        yield page.note


def _priority(priority: PagePriority, unsaid: str) -> Prose:
    sides = (("authority", priority.authority), ("department", priority.department))
    lists = (Items(f"The {side} contributes", tuple(map(words.said, texts)) or (unsaid,)) for side, texts in sides)
    term = words.of_term(priority.term)
    return Prose(
        of_priority(priority) + (f" ({term})" if term else ""),
        words.said(priority.why) if priority.why else None,
        tuple(lists),
    )


def below_priorities(result: AuthorityReport) -> Iterator[Items]:
    """Yield asks, signatures, what is still open, the areas that are not among the priorities, what is left out."""
    if page := result.compact:
        letters = {area.id: area.letter for area in result.areas}
        asks = tuple(
            Entry(
                words.said(ask.text) + (f" ({letters.get(ask.area, ask.area)})" if ask.area else ""),
                words.of_answer(ask.answer),
            )
            for ask in page.asks
        )
        lists: dict[str, tuple[str | Entry, ...]] = {
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
        if areas := tuple(f"{area.letter}, {area.title}" for area in result.areas if area.cell is cell):
            yield Items(title, areas)
