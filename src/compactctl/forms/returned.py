"""What a returned form says, before anybody asks what it means for the record."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from compactctl.forms.boxes import Value

_MOST: Final = 60
"""Objections to one form that are told."""


class ReturnedBox(NamedTuple):
    """The texts that stand in a box, none where it is empty, and the value of the item of its list that is shown."""

    texts: Value
    choice: str | None = None


class ReturnedForm(NamedTuple):
    """A form as it came back: whose it is, of which year, and what stands in its boxes, by their tags.

    `digests` has for each box that the form was sent with what its value was called then. `objections` are the reasons
    not to take it in, in an officer's words, `remarks` what to look at if it is; `comments` counts Word's own.
    """

    authority: str
    year: str
    digests: Mapping[str, str]
    boxes: Mapping[str, ReturnedBox]
    comments: int
    objections: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def first_of(objections: Sequence[str]) -> tuple[str, ...]:
    """Return the objections, of very many the first and how many more there are."""
    more = [f"and {len(objections) - _MOST:,} more things"] if len(objections) > _MOST else []
    return (*objections[:_MOST], *more)
