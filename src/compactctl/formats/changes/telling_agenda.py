"""The agenda's part of the story: what became of each area, and whose compacts rest on those that changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from compactctl.changes.results import AnnexChange, YearChanges
from compactctl.formats.changes.story import Item, Line, Piece, Section, joined, plain
from compactctl.formats.changes.telling_fields import field_item
from compactctl.words import marked, number
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.lineage import Kind
from compactctl.workspace.versions.part_values import area_values

_AS_WERE: Final = {
    Kind.CHANGED: "changed",
    Kind.REPLACED: "replaced by another",
    Kind.MERGED: "merged",
    Kind.SPLIT: "split",
    Kind.RECAST: "recast",
    Kind.RETIRED: "retired",
    Kind.NEW: "new",
}


def agenda_section(result: YearChanges) -> Section:
    """Return what is told of the agenda: the parts in the new annex's order, those that stayed at the end."""
    told = [part for part in result.annex if part.is_change and not is_letter_only(part)]
    shown = (*(_part(part, result) for part in told), *_relettered(result.annex), *_kept(result.annex))
    return Section("The agenda", items=(*shown, *_beside(result)))


def agenda_summary(result: YearChanges) -> Line:
    """Return how many areas there were and are, and what became of them."""
    old, new = (sum(len(getattr(part.part, side)) for part in result.annex) for side in ("old", "new"))
    kinds = Counter(part.part.kind for part in result.annex)
    letters = sum(map(is_letter_only, result.annex))
    told = [f"{kinds[Kind.KEPT]} as {'it was' if kinds[Kind.KEPT] == 1 else 'they were'}"] if kinds[Kind.KEPT] else []
    told += [f"{kinds[kind]} {words}" for kind, words in _AS_WERE.items() if kinds[kind] and kind is not Kind.CHANGED]
    if changed := kinds[Kind.CHANGED]:
        only = f" ({letters} in {'its' if letters == 1 else 'their'} letter only)" if letters else ""
        told.insert(1 if kinds[Kind.KEPT] else 0, f"{changed} changed{only}")
    counts = f"{number(old, 'area')} in {result.old}, {new} in {result.new}"
    return plain(f"{counts}: {', '.join(told)}." if told else f"{counts}.")


def area_words(area: PlacedArea) -> Line:
    """Return an area's letter and title."""
    return (Piece(f"{area.letter}, "), Piece(area.title, "strong"))


def areas_words(areas: Sequence[PlacedArea]) -> Line:
    """Return several areas in a row."""
    return joined([area_words(area) for area in areas], " + ")


def is_letter_only(change: AnnexChange) -> bool:
    """Tell whether an area only moved to another letter, as all do below one that came or went."""
    return change.part.fields == ("letter",)


def _part(change: AnnexChange, result: YearChanges) -> Item:
    part = change.part
    if part.kind is Kind.CHANGED or not part.old or not part.new:
        line = areas_words(part.new or part.old)
    else:
        line = (*areas_words(part.old), Piece(" → "), *areas_words(part.new))
    items = (*_inside(change), *_impact(change, result))
    return Item(line, items, badge=part.kind, fingerprint=change.fingerprint)


def _inside(change: AnnexChange) -> Iterator[Item]:
    part = change.part
    for reason in change.reasons:
        yield Item(plain(reason), label="why")
    if part.kind is Kind.CHANGED:
        yield from map(field_item, change.differences)
    elif part.kind is Kind.REPLACED:
        beside = (item for item in change.differences if item.field not in ("title", "letter"))
        yield from map(field_item, beside)
    else:
        for area in part.new:
            yield from _about(area, f"{area.letter} " if len(part.new) > 1 else "")


def _about(area: PlacedArea, whose: str) -> Iterator[Item]:
    """Yield what is to be known of an area that comes from several, or from none."""
    if area.content.summary:
        yield Item(plain(area.content.summary), label=f"{whose}about")
    if open_to := area_values(area)["open_to"]:
        yield Item(plain(", ".join(open_to)), label=f"{whose}open to")
    if area.named_locally:
        yield Item(plain("each authority names its own issues"), label=f"{whose}named locally")


def _impact(change: AnnexChange, result: YearChanges) -> Iterator[Item]:
    if result.annex_only:
        return
    if result.authority is None:
        yield Item(plain(f"taken up by {', by '.join(_taken_up(change, result))}"))
    if change.not_moved:
        names = ", ".join(authority_name(slug, result) for slug in change.not_moved)
        yield Item(plain(names), label=f"still resting on it, with no edition of {result.new}")


def _taken_up(change: AnnexChange, result: YearChanges) -> Iterator[str]:
    old, new = change.old_authorities, change.new_authorities
    if change.part.old and change.part.new and not old and not new:
        yield "nobody in either year"
        return
    if change.part.old:
        yield f"{authorities(old)} in {result.old}"
    if change.part.new:
        yield f"{new if old and new else authorities(new)} in {result.new}"


def authority_name(slug: str, result: YearChanges) -> str:
    """Return the name of an authority that has a compact, with the mark of an example."""
    return marked(result.labels.get(slug, slug), is_example=slug in result.examples)


def authorities(count: int) -> str:
    """Return how many authorities, in words."""
    return number(count, "authority", "authorities") if count else "nobody"


def _relettered(parts: Sequence[AnnexChange]) -> Iterator[Item]:
    moved = [part.part for part in parts if is_letter_only(part)]
    if moved:
        lines = [(*area_words(part.new[0]), Piece(f" ({part.old[0].letter} before)")) for part in moved]
        yield Item(plain("another letter and nothing else"), tuple(map(Item, lines)), badge=Kind.CHANGED)


def _kept(parts: Sequence[AnnexChange]) -> Iterator[Item]:
    kept = [part.part.new[0] for part in parts if part.part.kind is Kind.KEPT]
    if kept:
        yield Item(plain("as they were"), tuple(Item(area_words(area)) for area in kept), badge=Kind.KEPT)


def _beside(result: YearChanges) -> Iterator[Item]:
    if result.told_of_annex:
        items = tuple(map(field_item, result.told_of_annex))
        yield Item(plain("the annex itself"), items, badge=Kind.CHANGED)
