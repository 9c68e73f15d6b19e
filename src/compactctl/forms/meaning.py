"""What stands in the boxes of a returned form, as the values of documents: areas by their ids, days as 2004-03-31."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from compactctl.documents.values import MAXIMUM_ENTRIES, MAXIMUM_TEXT, TERMS, TODO, meant_term
from compactctl.documents.years import meant_day
from compactctl.errors import CannotDo
from compactctl.files.characters import find_hidden, has_visible
from compactctl.forms.boxes import EMPTY, HINTS, LISTS, Value, digest, field_of, label_of
from compactctl.forms.returned import ReturnedBox, ReturnedForm
from compactctl.words import quoted
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.naming import find_area, id_or_letter


@dataclass(frozen=True)
class Meaning:
    """The values of a form's boxes, by their tags, and what stands in a box and can have no value there."""

    values: dict[str, Value] = field(default_factory=dict)
    objections: list[str] = field(default_factory=list)


def meaning_of(form: ReturnedForm, agenda: Agenda, authority: Authority) -> Meaning:
    """Return what the boxes of an authority's form say, in the words of its year's annex.

    A box that reads as it was sent means what it meant then, whatever that was.
    """
    meaning = Meaning()
    for tag, box in form.boxes.items():
        if tag not in form.digests:
            if box.texts:
                meaning.objections.append(f"{label_of(tag)} was not in the form that was sent: take its text out")
            continue
        try:
            meaning.values[tag] = _value(tag, box, form.digests[tag], agenda, authority)
        except ValueError as error:
            meaning.objections.append(f"{label_of(tag)} holds {quoted(_in_a_line(box))}: {error}")
        except CannotDo as error:
            meaning.objections.append(f"{label_of(tag)}: {error.in_a_line}")
    return meaning


def _value(tag: str, box: ReturnedBox, sent: str, agenda: Agenda, authority: Authority) -> Value:
    """Return what a box says; raises `ValueError` or `CannotDo` where it says nothing that can stand there."""
    name = field_of(tag)
    as_sent = next((value for value in _as_it_stands(name, box, agenda) if digest(value) == sent), None)
    if as_sent is not None:
        return as_sent
    if all(text == TODO for text in box.texts):
        return EMPTY
    chosen = agenda.areas.get(box.choice or "") if name == "area" else None
    if chosen and not _labelled(_in_a_line(box), agenda):
        # It was chosen, not typed: whatever the annex calls it by now, it is the same area.
        return (chosen.id,)
    if name == "area":
        _check_letter(_in_a_line(box), chosen, agenda, authority)
    check = _CHECKS.get(name)
    if check is None:
        return tuple(_checked(name, box.texts))
    return (check(_in_a_line(box), agenda),)


def _in_a_line(box: ReturnedBox) -> str:
    return " ".join(" ".join(box.texts).split())


def _as_it_stands(name: str, box: ReturnedBox, agenda: Agenda) -> Iterator[Value]:
    """Yield the values that a box may have been sent with that reads like this.

    The item of a drop-down is none whose words are those of something else: it is not as it was sent.
    """
    yield box.texts
    if not box.texts:
        yield (HINTS[name],)
    shown = _in_a_line(box)
    named = [shown] if name == "term" and shown in TERMS else _labelled(shown, agenda)
    if box.choice is not None and (not named or box.choice in named):
        yield (box.choice,)


def _area(words: str, agenda: Agenda) -> str:
    labelled = _labelled(words, agenda)
    return labelled[0] if len(labelled) == 1 else find_area(agenda, words).id


def _check_letter(words: str, chosen: PlacedArea | None, agenda: Agenda, authority: Authority) -> None:
    """Raise `ValueError` for a letter alone that the list of the form has not for the area that the annex has it for.

    Areas change their letters, and then it would be another area than the one that was meant, and nobody would see it.
    One that is not open to the authority is in no list, and told as such.
    """
    area = agenda.by_letter.get(id_or_letter(words))
    if area is not None and area is not chosen and area.is_open_to(authority, agenda.year):
        message = "the letters of areas may have changed since the form was made: choose the area from its list"
        raise ValueError(f"{message}, or write its title")


def _labelled(words: str, agenda: Agenda) -> list[str]:
    """Return the areas that people see under these words, which may be a letter alone."""
    letter = id_or_letter(words)
    return [area.id for area in agenda.areas.values() if words == area.label or letter == area.letter]


def _term(words: str, agenda: Agenda) -> str:  # noqa: ARG001 - as all of them take it
    return meant_term(words)


def _day(words: str, agenda: Agenda) -> str:  # noqa: ARG001 - as all of them take it
    try:
        return meant_day(words).isoformat()
    except ValueError as error:
        days = f"{error}; " if "may be" in str(error) else ""
        raise ValueError(f"{days}write the day like 1 March 2005") from error


_CHECKS: Final[Mapping[str, Callable[[str, Agenda], str]]] = {"area": _area, "term": _term, "review_by": _day}


def _checked(name: str, texts: Value) -> Iterator[str]:
    """Yield texts that a document may hold; raises `ValueError` for any other."""
    if name in LISTS and len(texts) > MAXIMUM_ENTRIES:
        raise ValueError(f"a list has at most {MAXIMUM_ENTRIES:,} entries")
    for text in texts:
        if hidden := next(find_hidden(text), None):
            raise ValueError(f"it holds {hidden[1]}, which readers cannot see: type the text anew, or paste it as text")
        if not has_visible(text):
            raise ValueError("there is nothing in it to be seen")
        if len(text) > MAXIMUM_TEXT:
            raise ValueError(f"a text has at most {MAXIMUM_TEXT:,} characters, and this one has {len(text):,}")
        yield text
