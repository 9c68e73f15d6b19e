"""Two years compared, in words: totals first, then the agenda as it was and is, then authority by authority."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from compactctl.changes.results import CompactChange, Loss, Presence, Totals, YearChanges
from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.formats.changes.agenda import agenda_sections, authority_name
from compactctl.formats.changes.caveats import caveat_broken, caveat_unreadable, is_whole, no_change
from compactctl.formats.changes.compacts import (
    compact_lines,
    compact_section,
    compacts_section,
    unconfirmed_words,
)
from compactctl.formats.examples import WITH_EXAMPLES, of_annexes, of_editions
from compactctl.formats.link_targets import ALONE, LinkTargets
from compactctl.formats.not_agreed import of_annexes as of_open_annexes
from compactctl.formats.provenance import Provenance, ending
from compactctl.formats.readable.document import Entry, Line, ReadableDocument, Section, group, plain
from compactctl.words import CANNOT_BE_TOLD, agreeing, marked
from compactctl.workspace.compacts import LeftOut

_KEPT: Final = "A priority is kept where it goes on in the same area, and carried where its area goes on in another."
_NOT_DROPPED: Final = "What is not renewed yet is not dropped."


def describe_years(result: YearChanges, provenance: Provenance, targets: LinkTargets = ALONE) -> ReadableDocument:
    """Return what changed between two years, in words; the part of a single authority comes before the agenda."""
    whose = f": {authority_name(result.authority, result)}" if result.authority else ""
    title = f"From {result.old} to {result.new}{whose}"
    marks = (*_examples(result), *of_open_annexes(_annexes(result)))
    return ReadableDocument(
        title,
        lead=tuple(_lead(result)),
        facts=tuple(_standing(result)),
        sections=tuple(_sections(result, targets)) if result.is_shown else (),
        marks=marks,
        notices=tuple(_notices(result)),
        running=" · ".join(filter(None, (title, *_in_short(result), provenance.revision))),
        ending=ending(provenance, _counted(result)),
    )


def _sections(result: YearChanges, targets: LinkTargets) -> Iterator[Section]:
    if result.authority and not result.annex_only:
        sections = (compact_section(compact, result) for compact in result.compacts)
        yield from (section for section in sections if section.blocks)
    yield from agenda_sections(result, targets)
    if result.compacts and not result.authority:
        yield compacts_section(result, targets)


def _counted(result: YearChanges) -> Iterator[str]:
    """Yield how what became of priorities is counted."""
    if not result.annex_only:
        yield _KEPT
        if not result.is_backward:
            yield _NOT_DROPPED


def _examples(result: YearChanges) -> Iterator[str]:
    """Say what is made up: of which year how many editions, and the annexes, also those between the years."""
    if not result.annex_only:
        yield from _examples_of_years(result)
    yield from of_annexes(result.annex_examples)


def _examples_of_years(result: YearChanges) -> Iterator[str]:
    old = sum(compact.presence is not Presence.ONLY_NEW for compact in result.compacts)
    new = sum(compact.presence is not Presence.ONLY_OLD for compact in result.compacts)
    examples = (result.old_examples, result.new_examples)
    if old and new and examples == (old, new) and result.old != result.new:
        yield from of_editions(sum(examples), old + new, which=f" of {result.old} and {result.new}")
        return
    of_old = of_editions(result.old_examples, old, which=f" of {result.old}")
    of_new = of_editions(result.new_examples, new, which=f" of {result.new}")
    yield from dict.fromkeys((*of_old, *of_new))  # a year may be compared with itself


def _annexes(result: YearChanges) -> Iterable[tuple[AcademicYear, Status | None]]:
    """Return how far the annexes have come; a year may be compared with itself."""
    return dict.fromkeys(((result.old, result.old_annex), (result.new, result.new_annex)))


def _in_short(result: YearChanges) -> Iterator[str]:
    """Yield what each sheet of paper has to say of what is made up or not agreed."""
    if result.old_examples or result.new_examples or result.annex_examples:
        yield WITH_EXAMPLES
    yield from of_open_annexes(_annexes(result))


def _standing(result: YearChanges) -> Iterator[tuple[str, Line]]:
    for year, status in _annexes(result):
        if status:
            yield f"Annex of {year}", plain(marked(status, is_example=year in result.annex_examples))


def _lead(result: YearChanges) -> Iterator[Line]:
    if not result.is_shown:
        yield no_change(result)
        return
    if not result.is_of_substance:
        yield _own_only(result)
    if not result.annex_only:
        yield from _outcome(result)
    if result.unconfirmed:
        yield plain(f"Carried over from the last edition, and {unconfirmed_words(result.unconfirmed)}.")


def _own_only(result: YearChanges) -> Line:
    """Return that no more differs than what each year's documents have of their own, if that does."""
    but = " but what the documents of each year have of their own, such as notes and signatures"
    return plain(f"Nothing differs{but if result.is_change else ''}{_as_far_as_read(result)}.")


def _as_far_as_read(result: YearChanges) -> str:
    return "" if is_whole(result) else " in what can be read"


def _outcome(result: YearChanges) -> Iterator[Line]:
    if not result.compacts:
        has = f"{result.label(result.authority)} has no" if result.authority else "No authority has an"
        yield plain(f"{has} edition of {result.old} or {result.new}{_as_far_as_read(result)}.")
    elif result.authority:
        yield from map(_sentence, compact_lines(result.compacts[0], result))
    else:
        yield from _totals(result)


def _sentence(text: str) -> Line:
    return plain(f"{text[:1].upper()}{text[1:]}.")


def _totals(result: YearChanges) -> Iterator[Line]:
    """Yield what became of the priorities of those that have an edition of both years, and why others have none."""
    if renewed := [compact for compact in result.compacts if compact.presence is Presence.BOTH]:
        yield plain(f"Of {_of_whom(renewed, result)}.")
    if others := ", ".join(_others(result)):
        yield plain(f"{others}.")


def _of_whom(renewed: list[CompactChange], result: YearChanges) -> str:
    totals = Totals.of(renewed)
    who = "one" if len(renewed) == 1 else f"{len(renewed):,}"
    did = "with an edition of both years" if result.is_backward else "that renewed"
    # Whatever else became of a compact: what has no place in an edition that there is was dropped from it.
    unknown = sum(len(compact.priorities.lost) for compact in renewed if not compact.priorities.knows_new)
    outcomes = [f"{totals.kept:,} kept", f"{totals.carried_old:,} carried to another area"]
    outcomes += [f"{totals.lost - unknown:,} dropped", *([f"{unknown:,} {CANNOT_BE_TOLD}"] if unknown else [])]
    unclear = sum(len(compact.priorities.gained) for compact in renewed if not compact.priorities.knows_old)
    anew = ", ".join(
        [f"{totals.gained - unclear:,} taken up anew", *([f"{unclear:,} {CANNOT_BE_TOLD}"] if unclear else [])]
    )
    whole = f"{totals.old_priorities:,} {agreeing(totals.old_priorities, 'priority', 'priorities')}"
    return f"{whole} of the {who} {did}: {', '.join(outcomes)}; {anew}"


def _others(result: YearChanges) -> Iterator[str]:
    """Yield how many authorities have an edition of one of the years alone, and why."""
    counts = Counter(compact.standing for compact in result.compacts)
    renewed, only_new = (agreeing(counts[key], "has", "have") for key in (Loss.NOT_RENEWED, Presence.ONLY_NEW))
    why: dict[Presence | Loss, str] = {
        Loss.NOT_RENEWED: "had no edition yet" if result.is_backward else f"{renewed} not renewed yet",
        Loss.WITH_COMPACT: f"ended {agreeing(counts[Loss.WITH_COMPACT], 'its compact', 'their compacts')}",
        Loss.MAY_HAVE_ENDED: "may have ended (the day cannot be read)",
        Loss.WITH_AUTHORITY: f"no longer {agreeing(counts[Loss.WITH_AUTHORITY], 'exists', 'exist')}",
        Loss.BEFORE_AUTHORITY: "did not exist yet",
        Presence.ONLY_NEW: f"{only_new} an edition of {result.new} and had none of {result.old}",
        Loss.UNKNOWN: "may have an edition of both years (the year of one cannot be read)",
    }
    yield from (f"{counts[standing]:,} {words}" for standing, words in why.items() if counts[standing])


def _notices(result: YearChanges) -> Iterator[Entry]:
    yield from caveat_unreadable(result.unreadable)
    yield from caveat_broken(result.incomplete)
    lines = (_left_out(part, result) for part in result.left_out)
    yield from group("what breaks a rule, and counts nowhere", lines, "left out")


def _left_out(part: LeftOut, result: YearChanges) -> Line:
    return plain(f"{result.label(part.authority)}: {part.what} ({part.rule}; {part.file}, line {part.line})")
