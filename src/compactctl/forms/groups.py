"""The boxes of a form, or of an edition, as what they belong together to: its priorities, its asks, the review day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from compactctl.forms.boxes import EMPTY, FIELDS, REVIEW_BY, TAG, Value, ask_tag, field_of, priority_tag


@dataclass(frozen=True)
class Groups:
    """Priorities and asks by their numbers, in order, also those whose boxes are all empty."""

    priorities: Mapping[int, Mapping[str, Value]]
    asks: Mapping[int, Value]
    review_by: Value

    @property
    def said(self) -> tuple[list[Mapping[str, Value]], list[Value], Value]:
        """What there is in all of them, whatever its numbers."""
        priorities = [values for values in self.priorities.values() if any(values.values())]
        return priorities, [value for value in self.asks.values() if value], self.review_by

    def of_new(self) -> "Groups":
        """Return them with the priorities that say anything numbered from 1."""
        return replace(self, priorities=dict(enumerate(self.said[0], 1)))


def grouped(values: Mapping[str, Value]) -> Groups:
    """Return the values of boxes, by their tags, as groups; a box that is not there is empty."""
    matches = [match for match in map(TAG.fullmatch, values) if match]
    priorities = sorted({int(match[1]) for match in matches if match[1]})
    asks = sorted({int(match[3]) for match in matches if match[3]})
    return Groups(
        {number: {field: values.get(priority_tag(number, field), EMPTY) for field in FIELDS} for number in priorities},
        {number: values[ask_tag(number)] for number in asks},
        values.get(REVIEW_BY, EMPTY),
    )


def group_of(tag: str) -> str:
    """Return what a box belongs to: 'priority/2', 'ask/1', or itself."""
    return tag.removesuffix(f"/{field_of(tag)}")
