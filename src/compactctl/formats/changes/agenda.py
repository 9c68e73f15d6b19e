"""What is said of the agenda: what became of each area, and whose compacts rest on those that changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from compactctl.changes.results import AnnexChange, YearChanges
from compactctl.formats.changes.fields import field_item
from compactctl.formats.changes.story import Line, Section, StoryItem, Words, group, joined, plain
from compactctl.words import agreeing, marked, number
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


def agenda_section(result: YearChanges) -> Section:
    """Return what is said of the agenda: the parts in the new annex's order, those that stayed at the end."""
    changes = (_part(part, result) for part in result.annex if part.is_change and not _is_letter_only(part))
    return Section("The agenda", items=(*changes, *_relettered(result), *_kept(result), *_beside(result)))


def agenda_summary(result: YearChanges) -> Line:
    """Return how many areas there were and are, and what became of them."""
    parts = [change.part for change in result.annex]
    old, new = sum(len(part.old) for part in parts), sum(len(part.new) for part in parts)
    kinds = Counter(part.kind for part in parts)
    letters = sum(map(_is_letter_only, result.annex))
    only = f" ({letters} in {agreeing(letters, 'its', 'their')} letter only)" if letters else ""
    kept = agreeing(kinds[Kind.KEPT], "as it was", "as they were")
    outcomes = {**_OUTCOMES, Kind.KEPT: kept, Kind.CHANGED: f"changed{only}"}
    counted = [f"{kinds[kind]} {words}" for kind, words in outcomes.items() if kinds[kind]]
    counts = f"{number(old, 'area')} in {result.old}, {new} in {result.new}"
    return plain(f"{counts}: {', '.join(counted)}." if counted else f"{counts}.")


def area_words(area: PlacedArea) -> Line:
    """Return an area's letter and title."""
    return (Words(f"{area.letter}, "), Words(area.title, "strong"))


def areas_words(areas: Sequence[PlacedArea]) -> Line:
    """Return several areas in a row."""
    return joined([*map(area_words, areas)], " + ")


def _is_letter_only(change: AnnexChange) -> bool:
    """Tell whether an area only moved to another letter, as all do below one that came or went."""
    return change.part.fields == ("letter",)


def _part(change: AnnexChange, result: YearChanges) -> StoryItem:
    part = change.part
    if part.kind is Kind.CHANGED or not part.old or not part.new:
        line = areas_words(part.new or part.old)
    else:
        line = (*areas_words(part.old), Words(" → "), *areas_words(part.new))
    items = (*_inside(change), *_impact(change, result))
    return StoryItem(line, items, badge=part.kind, fingerprint=change.fingerprint)


def _inside(change: AnnexChange) -> Iterator[StoryItem]:
    part = change.part
    for reason in change.reasons:
        yield StoryItem(plain(reason), label="why")
    if part.kind is Kind.CHANGED:
        yield from map(field_item, part.differences)
    elif part.kind is Kind.REPLACED:
        beside = (item for item in part.differences if item.field not in ("title", "letter"))
        yield from map(field_item, beside)
    else:
        for area in part.new:
            yield from _about(area, f"{area.letter} " if len(part.new) > 1 else "")


def _about(area: PlacedArea, whose: str) -> Iterator[StoryItem]:
    """Yield what is to be known of an area that comes from several, or from none."""
    if area.content.summary:
        yield StoryItem(plain(area.content.summary), label=f"{whose}about")
    if open_to := area_values(area)["open_to"]:
        yield StoryItem(plain(", ".join(open_to)), label=f"{whose}open to")
    if area.named_locally:
        yield StoryItem(plain("each authority names its own issues"), label=f"{whose}named locally")


def _impact(change: AnnexChange, result: YearChanges) -> Iterator[StoryItem]:
    if result.annex_only:
        return
    if result.authority is None:
        yield StoryItem(plain(f"taken up by {', by '.join(_taken_up(change, result))}"))
    if change.not_moved:
        names = ", ".join(authority_name(slug, result) for slug in change.not_moved)
        yield StoryItem(plain(names), label=f"still resting on it, with no edition of {result.new}")


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
    return marked(result.label(slug), is_example=slug in result.examples)


def authorities(count: int) -> str:
    """Return how many authorities, in words."""
    return number(count, "authority", "authorities") if count else "nobody"


def _relettered(result: YearChanges) -> Iterator[StoryItem]:
    moved = [change.part for change in result.annex if _is_letter_only(change)]
    lines = [(*area_words(part.new[0]), Words(f" ({part.old[0].letter} before)")) for part in moved]
    return group("another letter and nothing else", lines, Kind.CHANGED)


def _kept(result: YearChanges) -> Iterator[StoryItem]:
    kept = [change.part.new[0] for change in result.annex if change.part.kind is Kind.KEPT]
    return group("as they were", map(area_words, kept), Kind.KEPT)


def _beside(result: YearChanges) -> Iterator[StoryItem]:
    if result.annex_news:
        items = tuple(map(field_item, result.annex_news))
        yield StoryItem(plain("the annex itself"), items, badge=Kind.CHANGED)
