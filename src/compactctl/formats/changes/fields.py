"""What differs inside an area, an edition or a priority, key by key, in words."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from compactctl.changes.text_diff import Run, RunKind, list_diff, word_diff
from compactctl.documents.texts import is_unfinished, without_mark
from compactctl.formats.readable.document import Entry, Line, Look, Words, joined, plain
from compactctl.words import day_in_words, region_in_words, type_in_words
from compactctl.workspace.versions.part_values import Compound, Difference

_LABELS: Final = {
    "open_to": "open to",
    "contributions.authority": "the authority contributes",
    "contributions.department": "the department contributes",
    "review_by": "review by",
    "from": "comes from",
    "follow_up": "what came of the commitments",
    "at_most": "areas an edition takes up at most",
    "answer": "answered",
    "ended": "the compact ended",
}
_PROSE: Final = ("title", "summary", "why", "note")
_LISTS: Final = (
    *("contributions.authority", "contributions.department", "sources", "signatures", "groups", "retired"),
    *("principles", "conditions", "vision", "commitments", "follow_up", "levels", "exemptions", "authorities"),
)
_EVENTS: Final = ("answer", "review", "ended")
_NOTHING: Final = {"open_to": "everybody", "term": "no term said", "why": "no reason"}
"""What readers call it that nothing is said, where that is more than none."""
_LOOKS: Final[dict[RunKind, Look]] = {RunKind.KEPT: "plain", RunKind.REMOVED: "removed", RunKind.ADDED: "added"}


def field_label(field: str) -> str:
    """Return what readers call a key."""
    return _LABELS.get(field, field.replace("_", " "))


def field_entry(difference: Difference) -> Entry:
    """Return what to say of a key whose value is another."""
    field, label = difference.field, field_label(difference.field)
    difference = difference._replace(old=_spoken(field, difference.old), new=_spoken(field, difference.new))
    if field in (*_PROSE, *_EVENTS):
        old_text, new_text = ("".join(map(event_words, texts)) for texts in (difference.old, difference.new))
        return _prose(label, old_text, new_text, _NOTHING.get(field))
    if field in _LISTS:
        return _listed(label, difference)
    if field == "named_locally":
        return Entry(plain("each authority names its own issues" if difference.new else "no longer"), label=label)
    if field == "example":
        what = "made up, to show how the record works" if difference.new else "no longer an example"
        return Entry(plain(what), label=label)
    if field in ("focuses", "from"):
        return Entry(_words_in_and_out(difference), label=label)
    old, new = (", ".join(texts) or _NOTHING.get(field, "none") for texts in (difference.old, difference.new))
    return Entry(plain(f"{old}, now {new}"), label=label)


def _spoken(field: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of groups and focuses, and whom an area is open to, as people write them."""
    if field == "open_to":
        return tuple(map(open_to_words, texts))
    are_ids = field in ("group", "focuses") and not any(isinstance(text, Compound) for text in texts)
    return tuple(text.replace("-", " ") for text in texts) if are_ids else texts


def open_to_words(text: str) -> str:
    """Return whom an area is open to, 'region London' for 'region london'."""
    kind, _, name = text.partition(" ")
    return f"{kind} {type_in_words(name) if kind == 'type' else region_in_words(name)}"


def ask_words(text: str) -> Line:
    """Return an ask without the mark of `renew`, or that nobody has written it yet."""
    ask = without_mark(text)
    return (Words("an ask still to be written", "muted"),) if is_unfinished(ask) else plain(ask)


def event_words(event: str) -> str:
    """Return what happened later and when, '1 June 2004: It will be looked at (Hansard)'; any other text as it is."""
    day, text, source = event.values if isinstance(event, Compound) else (None, event, None)
    words = [day_in_words(day) if isinstance(day, date) else "", f"{text or ''}{f' ({source})' if source else ''}"]
    return ": ".join(filter(None, words))


def _prose(label: str, old: str, new: str, nothing: str | None = None) -> Entry:
    if not old or not new:
        before, after = (f"{nothing}, now ", f", now {nothing}") if nothing else ("", "")
        line = (Words(before), Words(new, "added")) if new else (Words(old, "removed"), Words(after))
        return Entry(tuple(words for words in line if words.text), label=label)
    runs = word_diff(old, new)
    if all(kind is not RunKind.KEPT for kind, _ in runs):
        return Entry((), (Entry(plain(old), label="was"), Entry(plain(new), label="now")), label=label)
    return Entry(_marked(runs), label=label)


def _marked(runs: Iterable[Run]) -> Line:
    return joined([(Words(text, _LOOKS[kind]),) for kind, text in runs], " ")


def _listed(label: str, difference: Difference) -> Entry:
    entries = tuple(_entries(difference))
    return Entry(entries[0].line, label=label) if len(entries) == 1 else Entry((), entries, label=label)


def _entries(difference: Difference) -> Iterator[Entry]:
    for old, new in list_diff(difference.old, difference.new):
        if old is not None and new is not None:
            yield Entry(_marked(word_diff(old, new)))
        elif new is not None:
            yield Entry((Words(new, "added"),))
        elif old is not None:
            yield Entry((Words(old, "removed"),))


def _words_in_and_out(difference: Difference) -> Line:
    lines: list[Line] = []
    for old, new in list_diff(difference.old, difference.new):
        if old is not None:
            lines.append((Words(old, "removed"),))
        if new is not None:
            lines.append((Words(new, "added"),))
    return joined(lines, ", ")
