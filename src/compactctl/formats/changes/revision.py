"""A comparison with a git revision in words: document by document, what differs in substance."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from compactctl.changes.revisions import DocumentChange, DocumentOutcome, RevisionChanges, WholeText
from compactctl.documents.years import year_of_file
from compactctl.files.data_folder import CONFIG, REGISTER, STATEMENT, is_annex, is_compact, stem_of
from compactctl.formats.changes.caveats import caveat_broken, caveat_unreadable, no_change
from compactctl.formats.changes.fields import ask_words, field_entry, field_label
from compactctl.formats.examples import WITH_EXAMPLES, of_annexes, of_editions
from compactctl.formats.provenance import Provenance, ending
from compactctl.formats.readable.document import (
    Entry,
    Folded,
    Line,
    Listing,
    ReadableDocument,
    Section,
    Words,
    group,
    plain,
    text_entries,
)
from compactctl.words import agreeing, cut, listed, marked, number
from compactctl.workspace.versions.part_changes import ChangeKind, PartChange
from compactctl.workspace.versions.signed_texts import SignedText

_BADGES: Final = {
    ChangeKind.DOCUMENT_CHANGED: "changed",
    ChangeKind.AREA_GAINED: "new area",
    ChangeKind.AREA_LOST: "area gone",
    ChangeKind.AREA_CHANGED: "area",
    ChangeKind.EDITION_GAINED: "new edition",
    ChangeKind.EDITION_LOST: "edition gone",
    ChangeKind.EDITION_CHANGED: "edition",
    ChangeKind.PRIORITY_GAINED: "put in",
    ChangeKind.PRIORITY_LOST: "taken out",
    ChangeKind.PRIORITY_CHANGED: "changed",
    ChangeKind.ASK_GAINED: "new ask",
    ChangeKind.ASK_LOST: "ask gone",
    ChangeKind.ASK_CHANGED: "ask",
}
_BECAME: Final = {"gained": "put in", "lost": "taken out", "changed": "changed"}
_NAMED: Final = 8
"""Signed texts that the headline names; all of them stand below it."""
_SINGLE: Final = {STATEMENT: "The statement", CONFIG: "The settings", REGISTER: "The register"}


def describe_revision(result: RevisionChanges, provenance: Provenance) -> ReadableDocument:
    """Return what differs from a revision, in words: what had been signed first, then a line a document."""
    documents = tuple(_document(change, result) for change in result.documents)
    title = f"Since {result.revision} (commit {result.commit})"
    examples = tuple(_examples(result))
    return ReadableDocument(
        title,
        lead=(_summary(result),),
        sections=(Section("The documents", documents, is_brief=True),) if documents else (),
        marks=examples,
        alerts=tuple(_signed_texts(result)),
        notices=tuple(_notices(result)),
        running=" · ".join((title, *((WITH_EXAMPLES,) if examples else ()), provenance.revision)),
        ending=ending(provenance),
    )


def _signed_texts(result: RevisionChanges) -> Iterator[Entry]:
    """Yield, where there is any, what had been signed and differs now, and where."""
    changed = result.changed_after_signing
    if changed:
        named = [_standing(document, text, result) for document, text in changed[:_NAMED]]
        if len(changed) > _NAMED:
            named = [number(len(changed), "text"), *named, f"{len(changed) - _NAMED:,} more"]
        line = (Words("Changed after it was signed: ", "strong"), Words("; ".join(named)))
        yield Entry(line, tuple(_signed_text(document, text, result) for document, text in changed))


def _standing(document: DocumentChange, text: SignedText, result: RevisionChanges) -> str:
    example = ", an example" if document.is_example else ""
    return f"{cut(_name_of_text(text, result))} ({text.signed.standing}{example})"


def _name_of_text(text: SignedText, result: RevisionChanges) -> str:
    name = _name(text.name, result)
    if is_compact(text.name):
        return f"{name} {text.signed.year}"
    return name[:1].lower() + name[1:]


def _signed_text(document: DocumentChange, text: SignedText, result: RevisionChanges) -> Entry:
    name = marked(_name_of_text(text, result), is_example=document.is_example)
    line = (Words(name, "strong"), Words(f" ({document.file})", "muted"))
    if text.is_gone:
        return Entry((*line, Words(": is not there any more")))
    return Entry(line, tuple(_counting(change, result) for change in text.changes))


def _counting(change: PartChange, result: RevisionChanges) -> Entry:
    fields = [field_label(item.field) for item in change.differences]
    what = Words(f": {listed(fields)}") if fields else Words("")
    return Entry((*_subject(change, result), what, _where(change)), badge=_BADGES[change.kind])


def _notices(result: RevisionChanges) -> Iterator[Entry]:
    yield from caveat_unreadable(result.unreadable_now)
    yield from caveat_broken(result.incomplete_now)
    for caveat in result.caveats:
        yield Entry(plain(caveat.what), text_entries(caveat.paths), badge=caveat.kind)


def _examples(result: RevisionChanges) -> Iterator[str]:
    """Say what of all that differs is made up: how many compacts, and which annexes."""
    compacts = [change for change in result.documents if is_compact(change.name)]
    annexes = [change for change in result.documents if is_annex(change.name) and change.is_example]
    examples = sum(change.is_example for change in compacts)
    which = f" that {agreeing(len(compacts), 'differs', 'differ')}"
    yield from of_editions(examples, len(compacts), noun="compact", which=which)
    yield from of_annexes([year_of_file(stem_of(change.name)) for change in annexes])


def _summary(result: RevisionChanges) -> Line:
    if not result.documents:
        if result.files_differ and not result.incomplete and not result.unreadable:
            return plain("The files differ, nothing of substance does.")
        return no_change(result)
    counts = Counter(change.outcome for change in result.documents)
    counted = [f"{number(counts[outcome], 'document')} {outcome}" for outcome in DocumentOutcome if counts[outcome]]
    return plain(f"{', '.join(counted)}.")


def _document(change: DocumentChange, result: RevisionChanges) -> Folded:
    entries = [_part(part, change, result) for part in change.changes if not _is_letter_only(part)]
    if change.outcome is not DocumentOutcome.CHANGED:
        entries += [Entry(_held(text, result), label=str(text.year)) for text in change.whole]
    moved = sorted(filter(_is_letter_only, change.changes), key=lambda part: part.differences[0].new)
    entries += group("another letter and nothing else", [_letters(part, result) for part in moved], "areas")
    return Folded(
        heading=marked(_name(change.name, result), is_example=change.is_example),
        line=tuple(_counted(change)),
        blocks=(Listing(tuple(entries)),) if entries else (),
        anchor=change.name.removesuffix(".yaml").replace("/", "-"),
        badge=change.outcome,
    )


def _held(text: WholeText, result: RevisionChanges) -> Line:
    """Return the status of a text that came or went as one, and the areas in it."""
    areas = [result.titles.get((text.year, area), area) for area in text.areas]
    return plain(": ".join(filter(None, (text.status, ", ".join(dict.fromkeys(areas))))))


def _counted(change: DocumentChange) -> Iterator[Words]:
    """Yield how many parts of which kind came, went or changed, or what came or went as one, and where it lies."""
    counts = Counter(part.kind for part in change.changes)
    what = [_how_many(kind, count) for kind, count in counts.items()]
    if change.outcome is not DocumentOutcome.CHANGED:
        what = [f"{text.year} {text.status}" for text in change.whole]
    if what:
        yield Words(f"{', '.join(what)} ")
    yield Words(f"({change.file})" if what else change.file, "muted")


def _how_many(kind: ChangeKind, count: int) -> str:
    noun, _, became = kind.partition("-")
    if noun == "document":
        return "the document itself"
    plural = "priorities" if noun == "priority" else None
    return f"{number(count, noun, plural)} {_BECAME[became]}"


def _name(name: str, result: RevisionChanges) -> str:
    if is_annex(name):
        return f"The annex of {year_of_file(stem_of(name))}"
    return result.labels.get(stem_of(name), stem_of(name)) if is_compact(name) else _SINGLE[name]


def _is_letter_only(part: PartChange) -> bool:
    return part.kind is ChangeKind.AREA_CHANGED and [item.field for item in part.differences] == ["letter"]


def _letters(part: PartChange, result: RevisionChanges) -> Line:
    difference = part.differences[0]
    return (*_area(part, result), Words(f": {''.join(difference.old)}, now {''.join(difference.new)}"))


def _part(part: PartChange, change: DocumentChange, result: RevisionChanges) -> Entry:
    is_edition = part.kind in (ChangeKind.EDITION_GAINED, ChangeKind.EDITION_LOST)
    held = [Entry(_held(text, result)) for text in change.whole if is_edition and text.year == part.year]
    return Entry(
        (*_subject(part, result), _where(part)),
        (*held, *map(field_entry, part.differences)),
        badge=_BADGES[part.kind],
        fingerprint=part.fingerprint,
    )


def _where(part: PartChange) -> Words:
    line = f"{'' if part.part_now else 'was '}line {part.spots[-1].line}"
    return Words(f" ({line}{'; after it was signed' if part.after_signature else ''})", "muted")


def _subject(part: PartChange, result: RevisionChanges) -> Line:
    if part.kind is ChangeKind.DOCUMENT_CHANGED:
        return plain("the document itself")
    if part.kind in (ChangeKind.AREA_GAINED, ChangeKind.AREA_LOST, ChangeKind.AREA_CHANGED):
        return _area(part, result)
    which = f"{part.year}, a second one" if part.is_of_repeat else str(part.year)
    year = Words(f"{which}: ")
    if part.text is not None:
        return (year, *ask_words(part.text))
    if part.area is None:
        return plain(which)
    issue = (Words(f": {part.issue}"),) if part.issue else ()
    return (year, *_area(part, result), *issue)


def _area(part: PartChange, result: RevisionChanges) -> Line:
    area = part.area or ""
    return (Words(result.titles.get((part.year, area), area) if part.year else area, "strong"),)
