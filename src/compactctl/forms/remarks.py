"""What to look at in an edition that a form was taken into: what is still open, and what may not fit any more."""

from collections.abc import Iterator
from itertools import takewhile

from compactctl.documents.texts import is_unfinished, says_nothing, without_mark
from compactctl.files.source import Source
from compactctl.forms.boxes import Value
from compactctl.forms.groups import Groups
from compactctl.forms.record import Record
from compactctl.words import day_in_words, number
from compactctl.workspace.agenda import Agenda


def remarks_on(record: Record, form: Groups, agenda: Agenda) -> Iterator[str]:
    """Yield remarks on what a form makes of an edition as it was."""
    if not form.said[0]:
        yield "there is no priority in it yet"
    yield from _kept_of_asks(record, form, agenda)
    yield from _headed_otherwise(record, form, agenda)
    if unfinished := sum(map(is_unfinished, _texts(form))):
        yield f"{number(unfinished, 'text')} still to be looked at or written"


def _texts(form: Groups) -> Iterator[str]:
    values: list[Value] = [value for priority in form.priorities.values() for value in priority.values()]
    for value in (*values, *form.asks.values()):
        yield from value


def _kept_of_asks(record: Record, form: Groups, agenda: Agenda) -> Iterator[str]:
    """Yield what asks keep that is in no box, and read otherwise than they did: their answers and their areas."""
    for count, ask in enumerate(record.edition.content.asks, 1):
        said = form.asks.get(count)
        if not said or says_nothing(ask.text or "") or said == (ask.text,) or said == (without_mark(ask.text or ""),):
            continue
        if ask.answer:
            day = f" of {day_in_words(ask.answer.date)}" if ask.answer.date else ""
            yield f"ask {count} reads otherwise, and keeps its answer{day}: see whether that still answers it"
        if area := agenda.areas.get(ask.area or ""):
            yield f"ask {count} reads otherwise, and keeps its area, {area.label}: see whether it still is about that"


def _headed_otherwise(record: Record, form: Groups, agenda: Agenda) -> Iterator[str]:
    """Yield the priorities of another area than the comment above them tells of."""
    source = record.document.source
    for count, priority in enumerate(record.edition.content.priorities, 1):
        area = agenda.areas.get(priority.area or "")
        values = form.priorities.get(count)
        if area is None or values is None or not values["area"] or values["area"][0] == area.id:
            continue
        if any(area.label in line for line in _comments_above(source, record, count)):
            yield f"the comment above priority {count} still tells of {area.label}"


def _comments_above(source: Source, record: Record, count: int) -> Iterator[str]:
    line = source.line((*record.edition.path, "priorities", count - 1))
    above = reversed(source.lines[: line - 1])
    return takewhile(lambda text: text.lstrip().startswith("#"), above)
