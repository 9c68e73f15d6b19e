"""The boxes of a form as content controls: which kind each is, what may be chosen in it, what people see of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from compactctl.documents.values import TERMS
from compactctl.forms.boxes import FIELDS, HINTS, LISTS, NAMES, REVIEW_BY, Value, bookmark_of, field_of
from compactctl.word.controls import Control, choice_control, day_control, list_control, text_control
from compactctl.word.markup import Markup
from compactctl.words import cut, day_in_words
from compactctl.workspace.agenda import Agenda, PlacedArea

_STYLE: Final = "FormText"
_NUMBERED: Final = (*FIELDS, "text", REVIEW_BY)
_LONGEST_CHOICE: Final = 200
"""Characters of a choice that are shown, since Word has a limit; its value stands whole."""


class BoxDrawer:
    """Draws the boxes of one form; its authority may choose these areas of the annex."""

    def __init__(self, agenda: Agenda, areas: Iterable[PlacedArea]) -> None:
        self._agenda = agenda
        self._areas = {area.id: area.label for area in areas}

    def draw(self, tag: str, value: Value) -> Markup:
        """Return the box of a tag with its value, as a block that stands alone in its cell."""
        control, text = control_of(tag), value[0] if value else None
        match field_of(tag):
            case "area":
                return _choice(control, text, {**self._areas, **self._own_area(text)})
            case "term":
                return _choice(control, text, {term: term for term in (*TERMS, *value)})
            case "review_by":
                day = date.fromisoformat(text) if text else None
                return day_control(control, _STYLE, day_in_words(day) if day else None, day)
            case field if field in LISTS:
                return list_control(control, _STYLE, value)
            case _:
                return text_control(control, _STYLE, text)

    def _own_area(self, area: str | None) -> Mapping[str, str]:
        """Return the area that stands in a box where nobody may choose it: unknown, or not open to the authority."""
        if area is None or area in self._areas:
            return {}
        known = self._agenda.areas.get(area)
        return {area: known.label if known else area}


def control_of(tag: str) -> Control:
    """Return the control of a box by its tag; its number follows from the tag, and no two have the same."""
    field, [part, *rest] = field_of(tag), tag.split("/")
    number = int(rest[0]) if rest else 0
    own_number = 1 + _NUMBERED.index(field) + number * len(_NUMBERED)
    return Control(_title(part, number, field), tag, own_number, bookmark_of(tag), HINTS[field])


def _title(part: str, number: int, field: str) -> str:
    """Return what people see of a control: 'Priority 2: why', 'Ask 1', 'Review by'."""
    if part == "priority":
        return f"Priority {number}: {NAMES[field].lower()}"
    return f"{NAMES[field]} {number or ''}".strip()


def _choice(control: Control, value: str | None, choices: Mapping[str, str]) -> Markup:
    shown = _distinct(choices)
    text = shown[value] if value is not None else None
    return choice_control(control, _STYLE, text, [(words, value) for value, words in shown.items()])


def _distinct(choices: Mapping[str, str]) -> dict[str, str]:
    """Return what is seen of each choice, in a line, with its value where two would look alike."""
    shown = {value: _in_a_line(words) for value, words in choices.items()}
    counts = Counter(shown.values())
    return {value: f"{words} ({_in_a_line(value)})" if counts[words] > 1 else words for value, words in shown.items()}


def _in_a_line(words: str) -> str:
    return cut(" ".join(words.split()), _LONGEST_CHOICE)
