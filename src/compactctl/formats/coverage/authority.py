"""What is said of one authority in a year: a paper for a committee, one side of A4, which parents can read as well.

It begins with what is asked first: how far the compact has come, who signed when, what is open, what changed.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from compactctl.changes.results import Presence, YearChanges
from compactctl.coverage.authority import Absence, AuthorityReport, PageArea
from compactctl.coverage.pages import CompactPage, PageAsk, PagePriority, PageSignature
from compactctl.coverage.results import Cell
from compactctl.documents.status import Status
from compactctl.documents.texts import running, says_nothing, without_mark
from compactctl.documents.values import Party
from compactctl.formats.coverage import words
from compactctl.formats.coverage.authority_changes import change_of, entries_of, of_earlier, of_priorities
from compactctl.formats.coverage.authority_words import (
    of_absence,
    of_examples,
    of_left_out_years,
    of_open,
    of_priority,
    of_text,
    of_unsaid,
    of_unsigned,
)
from compactctl.formats.coverage.words import of_event
from compactctl.formats.examples import COMPACT, of_annexes
from compactctl.formats.link_targets import ALONE, LinkTargets
from compactctl.formats.provenance import Provenance, ending
from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    Entry,
    Facts,
    Line,
    Listing,
    Paragraph,
    ReadableDocument,
    Section,
    Table,
    Words,
    joined,
    listed_texts,
    plain,
    rows_of,
    text_columns,
    text_entries,
)
from compactctl.words import CANNOT_BE_TOLD, WHAT_A_COMPACT_IS, day_in_words, marked, number
from compactctl.workspace.compacts import LeftOut

_Pair = tuple[str, Line]
_STATUSES: Final = {
    Status.DRAFT: "This is a draft: nobody has signed it yet.",
    Status.AGREED: "It is agreed: both sides have signed it.",
    None: "How far it has come cannot be told, since its signatures are broken.",
}
_OTHERS: Final = {
    Cell.NOT_CHOSEN: "Open to it, and not chosen",
    Cell.NO_EDITION: "Open to it",
    Cell.UNREADABLE: "Open to it",
    Cell.NOT_OPEN: "Not open to it",
}
"""What the areas that are not among the priorities are to the authority."""
_BOTH_SIDES: Final = "What each side will do"
_HEADS: Final = ("Priority, and why", "Who does what")
_TO_SIGN: Final = text_columns("Signed for", "Name and role", "Signature", "Date")
_WITHOUT_EDITION: Final = frozenset({Absence.NO_COMPACT, Absence.NO_EDITION, Absence.OUT_OF_TIME})
_COMPARED: Final = frozenset({None, Absence.NO_EDITION, Absence.UNKNOWN_EDITION})
"""Where an edition is shown, or none was found, the page says what was in the year before."""
_MOST_NAMED: Final = 40
"""Areas in a line: with more of them nobody finds anything, and a page of each of 20,000 authorities would say them."""


def describe_authority(
    result: AuthorityReport, changes: YearChanges | None, provenance: Provenance, targets: LinkTargets = ALONE
) -> ReadableDocument:
    """Return the page of one authority in a year.

    `changes` is the comparison with the year before, narrowed to the authority; None where there is none.
    """
    page = result.compact
    title, marks, sentences = headline_of(result, changes)
    status = f", {words.of_status(page.status)}" if page else ""
    return ReadableDocument(
        title=title,
        lead=tuple(map(plain, (*sentences, WHAT_A_COMPACT_IS))),
        facts=tuple(_facts(result, page, changes, targets)),
        sections=tuple(_sections(result, changes, targets)),
        marks=marks,
        notices=text_entries(_notices(result, changes)),
        running=f"{title}{status}, {provenance.revision}",
        ending=ending(provenance),
        is_one_page=True,
    )


def _notices(result: AuthorityReport, changes: YearChanges | None) -> Iterator[str]:
    """Yield what of the documents that the page rests on is left out."""
    yield from of_left_out_years(result)
    incomplete = changes.incomplete if changes else ()
    yield from map(words.of_broken, sorted({*result.broken, *incomplete}))
    yield from words.of_left_out_count(len(result.left_out) + len(_left_out_before(result, changes)))


def headline_of(result: AuthorityReport, changes: YearChanges | None) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the title of the page, what is made up or not agreed yet, and the first sentences."""
    page = result.compact
    title = _title(result)
    sentences = _edition_sentences(result, page) if page else [words.sentence(of_absence(result))]
    return title, (*_marks_of_examples(result, changes), *_marks_of_status(page)), tuple(sentences)


def _title(result: AuthorityReport) -> str:
    """Name the compact and its year; of what there is none, nothing is called a compact."""
    if result.absence in _WITHOUT_EDITION:
        return f"{result.label}: no edition of {result.year}"
    if result.absence is Absence.UNREADABLE:
        return f"{result.label}: no edition of {result.year} can be read"
    if result.absence is Absence.UNKNOWN_EDITION:
        return f"{result.label}: whether it has an edition of {result.year} {CANNOT_BE_TOLD}"
    return marked(f"{result.label}: compact for {result.year}", is_example=result.is_example)


def _marks_of_examples(result: AuthorityReport, changes: YearChanges | None) -> tuple[str, ...]:
    """Say what is made up, of the year before too where the page compares with it."""
    if changes is None or not changes.compacts or result.absence not in _COMPARED:
        return of_examples(result)
    return (*((COMPACT,) if result.is_example else ()), *of_annexes(changes.annex_examples))


def _marks_of_status(page: CompactPage | None) -> Iterator[str]:
    """Yield a mark of what is not agreed by both sides yet."""
    if page and page.status and page.status.mark:
        yield page.status.mark


def _edition_sentences(result: AuthorityReport, page: CompactPage) -> Iterator[str]:
    """Say how far the edition has come, and how much there is in it."""
    if page.status is Status.PROPOSED:
        first, other = Party.AUTHORITY, Party.DEPARTMENT
        if first not in (signature.party for signature in page.signatures):
            first, other = other, first
        yield f"It is proposed: the {first} has signed it, and the {other} has not yet."
    else:
        yield _STATUSES[page.status]
    chosen = {priority.area for priority in page.priorities}
    is_open = sum(area.cell is not Cell.NOT_OPEN for area in result.areas if area.knows_open_to or area.id in chosen)
    more = f", in {len(page.priorities)} priorities" if len(page.priorities) > len(chosen) else ""
    written = sum(not says_nothing(ask.text) for ask in page.asks)
    asks = f", and asks for {number(written, 'change')} of national policy or practice" if written else ""
    if chosen:
        areas = number(is_open, "area of the agenda that is open", "areas of the agenda that are open")
        yield f"{result.name} has chosen {len(chosen)} of the {areas} to it{more}{asks}."


def _facts(
    result: AuthorityReport, page: CompactPage | None, changes: YearChanges | None, targets: LinkTargets
) -> Iterator[_Pair]:
    if page:
        yield "Status", plain(marked(words.of_status(page.status), is_example=page.is_example))
        yield from _signed(page.signatures)
        yield from _compared(changes, targets)
        yield from _later(page)
    annex = f"{result.annex_title}; {words.of_annex(result.annex, is_example=result.annex_is_example)}"
    yield "Agenda", (Words(annex, link=targets.year(result.year)),)
    if result.is_beyond_register:
        yield "Authorities", plain(words.of_register(result.year))


def _signed(signatures: Iterable[PageSignature]) -> Iterator[_Pair]:
    for signature in signatures:
        yield f"Signed for the {signature.party}", plain(words.of_signature(signature))


def _compared(changes: YearChanges | None, targets: LinkTargets) -> Iterator[_Pair]:
    """Yield in a line what became of the priorities of the year before."""
    if changes is None:
        return
    link = targets.changes(changes.old, changes.new)
    if change := change_of(changes, Presence.BOTH):
        text = of_priorities(change) or "no priority in either year"
        yield f"Since {changes.old}", (Words(text, link=link and f"{link}#{change.authority}"),)
    elif change := change_of(changes, Presence.ONLY_NEW):
        is_new = f"all of it is new: there was no edition of {changes.old}"
        unknown = f"whether there was an edition of {changes.old} {CANNOT_BE_TOLD}: the year of one cannot be read"
        yield f"Since {changes.old}", plain(is_new if change.priorities.knows_old else unknown)


def _later(page: CompactPage) -> Iterator[_Pair]:
    """Yield what was to happen, and what happened, after the edition was signed."""
    if page.review_by:
        yield "Review by", plain(day_in_words(page.review_by))
    if page.review:
        yield "Reviewed on", plain(of_event(page.review))
    if page.ended:
        yield "Compact ended on", plain(of_event(page.ended))


def _sections(result: AuthorityReport, changes: YearChanges | None, targets: LinkTargets) -> Iterator[Section]:
    if page := result.compact:
        yield from _listed("Still open", of_open(page))
        yield from _priorities(result, page, targets)
        change = change_of(changes, Presence.BOTH)
        yield from _asks(result, page, change.asks.gained if change and change.asks.knows_old else ())
        if changes and change:
            shown = {_key(ask.text) for ask in page.asks}
            yield from _section(f"What changed since {changes.old}", entries_of(change, changes, shown))
    elif changes and (change := change_of(changes, Presence.ONLY_OLD)) and result.absence in _COMPARED:
        yield from _section(f"What it had chosen in {changes.old}", of_earlier(change))
    if result.absence is not Absence.OUT_OF_TIME:
        yield from _other_areas(result, targets)
    yield from _quiet("Note", [page.note] if page and page.note else [])
    yield from _quiet("On what terms", result.conditions)
    yield from _listed("Left out, because it breaks a rule", map(words.of_left_out, result.left_out))
    if changes:
        parts = map(words.of_left_out, _left_out_before(result, changes))
        yield from _listed(f"Left out of {changes.old}, because it breaks a rule", parts)
    if result.compact:
        yield from _to_sign(result.compact)


def _section(title: str, entries: Iterable[Entry]) -> Iterator[Section]:
    """Yield a section of lines, where there is any."""
    if every := tuple(entries):
        yield Section(title, (Listing(every),), is_brief=True)


def _listed(title: str, sentences: Iterable[str]) -> Iterator[Section]:
    yield from _section(title, text_entries(sentences))


def _priorities(result: AuthorityReport, page: CompactPage, targets: LinkTargets) -> Iterator[Section]:
    """Yield the priorities, what each side contributes beside one another."""
    cards = tuple(_card(priority, result.name, of_unsaid(page), targets) for priority in page.priorities)
    if cards:
        yield Section(_BOTH_SIDES, (Cards(cards, heads=_HEADS),), is_brief=True)


def _card(priority: PagePriority, name: str, unsaid: str, targets: LinkTargets) -> Card:
    title = Words(of_priority(priority), link=targets.area(priority.area))
    term = words.of_term(priority.term)
    why: tuple[Block, ...] = (Paragraph(plain(of_text(priority.why))),) if priority.why else ()
    names = {Party.AUTHORITY: name, Party.DEPARTMENT: "The department"}
    both = (_contributions(names[party], texts, unsaid) for party, texts in priority.contributions)
    return Card((title, Words(f" ({term})", "muted")) if term else (title,), (*why, Cards(tuple(both))))


def _contributions(name: str, texts: Iterable[str], unsaid: str) -> Card:
    return Card(plain(f"{name} contributes"), (listed_texts(tuple(map(of_text, texts)) or (unsaid,)),))


def _asks(result: AuthorityReport, page: CompactPage, gained: Iterable[str]) -> Iterator[Section]:
    letters = {area.id: area.letter for area in result.areas}
    new = set(map(_key, gained))
    yield from _section("What the authority asks for", (_ask(ask, letters, new) for ask in page.asks))


def _ask(ask: PageAsk, letters: dict[str, str], new: Container[str]) -> Entry:
    notes = [*([letters.get(ask.area, ask.area)] if ask.area else []), *(["new"] if _key(ask.text) in new else [])]
    beside = f" ({', '.join(notes)})" if notes else ""
    return Entry(plain(f"{of_text(ask.text)}{beside}"), text_entries(words.of_answer(ask.answer)))


def _key(ask: str) -> str:
    """Return what an ask is known by in another year."""
    return running(without_mark(ask))


def _other_areas(result: AuthorityReport, targets: LinkTargets) -> Iterator[Section]:
    """Yield in a line each the areas that are not among the priorities, or how many there are."""
    lines: dict[str, list[PageArea]] = {}
    for area in result.areas:
        title = _OTHERS.get(area.cell)
        if title and not area.knows_open_to:
            title = "Whether open to it cannot be read"
        if title:
            lines.setdefault(title, []).append(area)
    if lines:
        pairs = tuple((title, _named(areas, targets)) for title, areas in lines.items())
        yield Section("The other areas" if result.compact else "The areas", (Facts(pairs),), is_brief=True)


def _named(areas: Sequence[PageArea], targets: LinkTargets) -> Line:
    if len(areas) > _MOST_NAMED:
        return plain(f"{number(len(areas), 'area')} of the agenda")
    return joined([(Words(area.label, link=targets.area(area.id)),) for area in areas], "; ")


def _quiet(title: str, sentences: Iterable[str]) -> Iterator[Section]:
    """Yield sentences as a paragraph, where there is any."""
    if text := " ".join(map(words.sentence, sentences)):
        yield Section(title, (Paragraph(plain(text), "quiet"),))


def _to_sign(page: CompactPage) -> Iterator[Section]:
    """Yield a line to sign on for each party that is still to sign."""
    names = {Party.AUTHORITY: page.name, Party.DEPARTMENT: "The department"}
    if parties := of_unsigned(page):
        rows = rows_of((names[party], None, None, None) for party in parties)
        yield Section("Signatures", (Table("Signatures", _TO_SIGN, rows, is_for_a_pen=True),), is_for_paper=True)


def _left_out_before(result: AuthorityReport, changes: YearChanges | None) -> tuple[LeftOut, ...]:
    """Return what does not count of the year before, where the page says what has changed since."""
    if changes is None or result.absence not in _COMPARED:
        return ()
    return tuple(part for part in changes.left_out if part not in result.left_out)
