"""What is said of the agenda: each area as it was and as it is, and whose compacts rest on those that changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from compactctl.changes.results import AnnexChange, YearChanges
from compactctl.documents.years import AcademicYear
from compactctl.formats.changes.fields import field_entry, field_label, open_to_words
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable.document import (
    Block,
    Entry,
    Folded,
    Line,
    Listing,
    Paragraph,
    Section,
    Table,
    TableRow,
    Words,
    figure_columns,
    joined,
    plain,
    rows_of,
    text_columns,
)
from compactctl.words import CANNOT_BE_TOLD, agreeing, listed, marked, number
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.lineage import Kind
from compactctl.workspace.versions.part_values import area_values

_OUTCOMES: Final = {
    Kind.KEPT: "as they were",
    Kind.CHANGED: "changed",
    Kind.REPLACED: "replaced by another",
    Kind.MERGED: "merged",
    Kind.SPLIT: "split",
    Kind.RECAST: "recast",
    Kind.RETIRED: "retired",
    Kind.NEW: "new",
}


def agenda_sections(result: YearChanges, targets: LinkTargets) -> Iterator[Section]:
    """Yield what is said of the agenda; for one authority only what touches its compact, if anything does."""
    parts = [change for change in result.annex if result.authority is None or _is_touched(change)]
    if not parts:
        return
    whose = f", as far as it touches {result.label(result.authority)}" if result.authority else ""
    blocks: list[Block] = [] if result.authority else [Paragraph(agenda_summary(result))]
    blocks += [_table(parts, result, targets), *_details(parts, result)]
    yield Section(f"The agenda{whose}", tuple(blocks), is_brief=True)


def _is_touched(change: AnnexChange) -> bool:
    return bool(change.old_authorities or change.new_authorities)


def agenda_summary(result: YearChanges) -> Line:
    """Return how many areas there were and are, and what became of them."""
    parts = [change.part for change in result.annex]
    old, new = sum(len(part.old) for part in parts), sum(len(part.new) for part in parts)
    kinds = Counter(map(_outcome, result.annex))
    letters = sum(map(_is_letter_only, result.annex))
    only = f" ({letters} in {agreeing(letters, 'its', 'their')} letter only)" if letters else ""
    kept = agreeing(kinds[Kind.KEPT], "as it was", "as they were")
    outcomes = {**_OUTCOMES, Kind.KEPT: kept, Kind.CHANGED: f"changed{only}"}
    counted = [f"{kinds[kind]} {words}" for kind, words in outcomes.items() if kinds[kind]]
    counted += [f"{kinds[None]} {CANNOT_BE_TOLD}"] if kinds[None] else []
    counts = f"{number(old, 'area')} in {result.old}, {new} in {result.new}"
    return plain(f"{counts}: {', '.join(counted)}." if counted else f"{counts}.")


def _outcome(change: AnnexChange) -> Kind | None:
    """Return what became of a part; None of what may be tied to others, and is not new or retired for sure."""
    kind = change.part.kind
    return None if kind in (Kind.NEW, Kind.RETIRED) and not change.is_known else kind


def area_words(area: PlacedArea, year: AcademicYear | None = None) -> Line:
    """Return an area's letter and title; the letter of a year that is past says so: 'Choices (d in 2003/04)'."""
    title = Words(area.title, "strong")
    return (title, Words(f" ({area.letter} in {year})", "muted")) if year else (Words(f"{area.letter}, "), title)


def _table(parts: Sequence[AnnexChange], result: YearChanges, targets: LinkTargets) -> Table:
    counts = not result.annex_only and result.authority is None
    years = (result.old, result.new)
    columns = text_columns(*(f"agenda of {year}" for year in years))
    figures = figure_columns(*(f"took it up in {year}" for year in years)) if counts else ()
    rows = [(*_was_and_now(change, targets), *(_take_up(change) if counts else ())) for change in parts]
    take_up = ", and how many authorities took them up" if counts else ""
    caption = f"Areas of {result.old} and what became of them in {result.new}{take_up}"
    return Table(caption, (*columns, *figures), rows_of(rows))


def _was_and_now(change: AnnexChange, targets: LinkTargets) -> TableRow:
    part = change.part
    old, new = _areas(part.old, targets), _areas(part.new, targets)
    if part.kind is Kind.NEW:
        return (Words("new" if change.is_known else CANNOT_BE_TOLD, "mark"),), new
    if part.kind is Kind.RETIRED:
        return old, (Words("retired" if change.is_known else CANNOT_BE_TOLD, "mark"),)
    if part.kind is Kind.KEPT:
        return old, (Words("as it was", "muted"),)
    if _is_letter_only(change):
        return old, (Words(f"as it was, now {part.new[0].letter}", "muted"),)
    what = listed(map(field_label, part.fields)) if part.fields else str(part.kind)
    return old, (*new, Words(f" ({what})", "muted"))


def _areas(areas: Sequence[PlacedArea], targets: LinkTargets) -> Line:
    lines = ((Words(f"{area.letter}, "), Words(area.title, link=targets.area(area.id))) for area in areas)
    return joined(lines, "; ")


def _take_up(change: AnnexChange) -> TableRow:
    then = change.old_authorities if change.part.old else None
    return then, change.new_authorities if change.part.new else None


def _is_letter_only(change: AnnexChange) -> bool:
    """Tell whether an area only moved to another letter, as all do below one that came or went."""
    return change.part.fields == ("letter",)


def _details(parts: Sequence[AnnexChange], result: YearChanges) -> Iterator[Block]:
    entries = [entry for change in parts for entry in _part(change, result)]
    if result.annex_news and not result.authority:
        inside = tuple(map(field_entry, result.annex_news))
        entries.append(Entry(plain("the annex itself"), inside, badge=Kind.CHANGED))
    if entries:
        yield Folded(
            "", plain("What the areas say, word by word, and whose compacts rest on them"), (Listing(tuple(entries)),)
        )


def _part(change: AnnexChange, result: YearChanges) -> Iterator[Entry]:
    """Yield what there is to say inside a part that is another."""
    part = change.part
    inside = (*_inside(change), *_impact(change, result))
    if change.is_change and not _is_letter_only(change) and inside:
        old = joined([area_words(area, result.old) for area in part.old], " + ")
        new = joined(map(area_words, part.new), " + ")
        line = new if part.kind is Kind.CHANGED else joined(filter(None, (old, new)), " → ")
        yield Entry(line, inside, badge=_outcome(change) or CANNOT_BE_TOLD, fingerprint=change.fingerprint)


def _inside(change: AnnexChange) -> Iterator[Entry]:
    part = change.part
    for reason in change.reasons:
        yield Entry(plain(reason), label="why")
    if part.kind is Kind.CHANGED:
        yield from map(field_entry, part.differences)
    elif part.kind is Kind.REPLACED:
        beside = (item for item in part.differences if item.field not in ("title", "letter"))
        yield from map(field_entry, beside)
    else:
        for area in part.new:
            yield from _about(area, f"{area.letter} " if len(part.new) > 1 else "")


def _about(area: PlacedArea, whose: str) -> Iterator[Entry]:
    """Yield what is to be known of an area that comes from several, or from none."""
    if area.content.summary:
        yield Entry(plain(area.content.summary), label=f"{whose}about")
    if open_to := area_values(area)["open_to"]:
        yield Entry(plain(", ".join(map(open_to_words, open_to))), label=f"{whose}open to")
    if area.named_locally:
        yield Entry(plain("each authority names its own issues"), label=f"{whose}named locally")


def _impact(change: AnnexChange, result: YearChanges) -> Iterator[Entry]:
    if change.not_moved and not result.annex_only:
        names = ", ".join(authority_name(slug, result) for slug in change.not_moved)
        yield Entry(plain(names), label=f"still resting on it, with no edition of {result.new}")


def authority_name(slug: str, result: YearChanges) -> str:
    """Return the name of an authority that has a compact, with the mark of an example."""
    return marked(result.label(slug), is_example=slug in result.examples)
