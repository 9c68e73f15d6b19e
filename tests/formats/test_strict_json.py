"""Strict JSON: what Python's own writer would give, in less time, and never what JSON does not know."""

import json
import math
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import TypedDict

from compactctl.documents.years import AcademicYear
from compactctl.formats.strict_json import document, record, written

TEXTS = st.text(st.characters(codec="utf-8"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@given(VALUES)
def test_values_come_back_and_stand_as_pythons_writer_puts_them(value: object) -> None:
    text = written(value).decode()
    assert json.loads(text) == value
    if "\\u" not in text:
        assert text == json.dumps(value, indent=2, ensure_ascii=False)


@given(st.dictionaries(TEXTS, VALUES, max_size=3), st.lists(VALUES, max_size=3))
def test_lists_written_beforehand_stand_as_if_written_with_the_rest(
    record: dict[str, object], items: list[object]
) -> None:
    whole = record | {"items": items}
    pieces = document(record | {"items": []}, {"items": [written(item, depth=2) for item in items]})
    assert b"".join(pieces) == written(whole) + b"\n"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, {1, 2}, b"bytes"])
def test_knows_nothing_that_json_does_not_know(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        written([value])


class Visit(NamedTuple):
    """A thing with more than its record shows."""

    day: date
    year: AcademicYear
    who: tuple[str, ...]
    secret: str


class PlaceRecord(TypedDict):
    """Where."""

    place: str


class VisitRecord(PlaceRecord):
    """Two keys are attributes of the visit, one is given under another name, `place` is not known to it."""

    day: str
    year: str
    names: list[str]


VISIT = Visit(date(2003, 9, 1), AcademicYear(2003), ("Brook", "Dale"), "not for the record")


def test_a_record_holds_its_own_keys_in_their_order_and_nothing_else() -> None:
    made = record(VisitRecord, VISIT, names=VISIT.who, place="Ashford")
    assert made == {"place": "Ashford", "day": "2003-09-01", "year": "2003/04", "names": ["Brook", "Dale"]}
    assert list(made) == ["place", "day", "year", "names"]


def test_a_key_too_few_or_too_many_fails_at_once() -> None:
    with pytest.raises(AttributeError, match="names"):
        record(VisitRecord, VISIT, place="Ashford")
    with pytest.raises(TypeError, match="VisitRecord has no secret, who"):
        record(VisitRecord, VISIT, place="Ashford", names=[], who=VISIT.who, secret="")
