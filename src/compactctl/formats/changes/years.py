"""Two years compared, in words: what could not be read, a few lines that sum up, agenda, compacts, totals."""

from collections.abc import Iterable, Iterator

from compactctl.changes.results import AnnexChange, Presence, YearChanges
from compactctl.changes.revisions import RevisionChanges
from compactctl.formats.changes.agenda import agenda_section, agenda_summary, areas_words, authority_name
from compactctl.formats.changes.compacts import compacts_section, compacts_summary, sums, unconfirmed_words
from compactctl.formats.changes.story import FigureTable, Line, Section, Story, StoryItem, Words, group, plain
from compactctl.formats.examples import of_annexes, of_editions
from compactctl.words import marked
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.lineage import Kind


def describe_years(result: YearChanges) -> Story:
    """Return what changed between two years, in words."""
    whose = f": {authority_name(result.authority, result)}" if result.authority else ""
    title = f"From {result.old} to {result.new}{whose}"
    summary = tuple(_summary(result))
    sections = [agenda_section(result)] if result.is_shown else []
    if result.is_shown and not result.annex_only:
        sections += [compacts_section(result), _totals(result)]
    return Story(title, tuple(_caveats(result)), summary, tuple(sections), tuple(_examples(result)))


def _examples(result: YearChanges) -> Iterator[str]:
    """Say what is made up: of which year how many editions, and the annexes, also those between the years."""
    if not result.annex_only:
        old = sum(compact.presence is not Presence.ONLY_NEW for compact in result.compacts)
        new = sum(compact.presence is not Presence.ONLY_OLD for compact in result.compacts)
        of_old = of_editions(result.old_examples, old, which=f" of {result.old}")
        of_new = of_editions(result.new_examples, new, which=f" of {result.new}")
        yield from dict.fromkeys((*of_old, *of_new))  # a year may be compared with itself
    yield from of_annexes(result.annex_examples)


def _summary(result: YearChanges) -> Iterator[Line]:
    if not result.is_shown:
        yield no_change(result)
        return
    yield from _substance(result)
    yield (Words("Agenda: ", "strong"), *agenda_summary(result))
    if standing := _standing(result):
        yield (Words("Annexes: ", "strong"), Words(standing))
    if not result.annex_only:
        if result.authority is None or not result.compacts:
            yield (Words("Compacts: ", "strong"), *compacts_summary(result))
        yield from sums(result)


def _substance(result: YearChanges) -> Iterator[Line]:
    """Yield that nothing of substance differs, where that is so, and how many texts only came over."""
    waiting = unconfirmed_words(result.unconfirmed) if result.unconfirmed else ""
    if result.is_of_substance:
        if waiting:
            yield plain(f"Carried over from the last edition, and {waiting}.")
    elif waiting or result.is_change:
        read = "" if is_whole(result) else " in what can be read"
        yield plain(f"Nothing of substance differs{read}{f', but {waiting}' if waiting else ''}.")


def _standing(result: YearChanges) -> str:
    statuses = ((result.old, result.old_annex), (result.new, result.new_annex))
    standing = [
        f"that of {year} is {marked(status.in_words, is_example=year in result.annex_examples)}"
        for year, status in statuses
        if status
    ]
    return f"{', '.join(standing)}." if standing else ""


def no_change(result: YearChanges | RevisionChanges) -> Line:
    """Return that nothing changed, as far as that can be known."""
    return plain("No change." if is_whole(result) else "No change in what can be read.")


def is_whole(result: YearChanges | RevisionChanges) -> bool:
    """Return whether all could be read, so that nothing else can have changed."""
    return not (result.unreadable or result.incomplete)


def caveat_unreadable(paths: Iterable[str]) -> Iterator[StoryItem]:
    """Yield, where there is any, which files cannot be read."""
    yield from group("cannot be read, and is left out; 'compactctl validate' says why", map(plain, paths), "unread")


def caveat_broken(paths: Iterable[str], what: str) -> Iterator[StoryItem]:
    """Yield, where there is any, which files break the schema, and what may therefore not be told in full."""
    yield from group(f"breaks the schema, so that {what} may not be told in full", map(plain, paths), "broken")


def _caveats(result: YearChanges) -> Iterator[StoryItem]:
    yield from caveat_unreadable(result.unreadable)
    yield from caveat_broken(result.incomplete, "the lineage")
    yield from group("breaks a rule, and counts nowhere", map(_left_out, result.left_out), "left out")


def _left_out(part: LeftOut) -> Line:
    area = f" {part.area}" if part.area else ""
    return plain(f"{part.authority}:{area} ({part.rule}; {part.file}, line {part.line})")


def _totals(result: YearChanges) -> Section:
    rows = tuple(_row(change) for change in result.annex)
    head = ("Area", str(result.old), str(result.new), "not moved")
    caption = f"How many authorities took up each area, and how many still rest on it with no edition of {result.new}"
    tables = (FigureTable(caption, head, rows),) if result.authority is None else ()
    return Section("The totals", tuple(sums(result)), tables=tables)


def _row(change: AnnexChange) -> tuple[Line, tuple[str, ...]]:
    part = change.part
    words = areas_words(part.new or part.old)
    if part.kind is not Kind.KEPT and part.fields != ("letter",):
        words = (*words, Words(f" ({part.kind})", "muted"))
    then = str(change.old_authorities) if part.old else "–"
    now = str(change.new_authorities) if part.new else "–"
    return tuple(Words(part.text) for part in words), (then, now, str(len(change.not_moved) or "–"))
