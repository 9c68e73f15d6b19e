"""The made module is what would be made of the models now, and reads as they do; its types are true."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import ValidationError
from tests.running import DATA
from tools import documents

from compactctl.documents.content import Area, Ask, Contributions, Event, Exemption, Priority
from compactctl.documents.content_base import Content
from compactctl.documents.kinds import COMPACT, KINDS, DocumentKind
from compactctl.documents.partial import partial
from compactctl.files.reading import Blank, Value, decode, parse

RECORD = {
    "statement": parse(decode("statement.yaml", (DATA / "statement.yaml").read_bytes())),
    "annex": parse(decode("annex.yaml", (DATA / "annex/2004-05.yaml").read_bytes())),
    "compact": parse(decode("compact.yaml", (DATA / "compacts/hampshire.yaml").read_bytes())),
    "config": {"levels": {"one-sided": "off"}, "exemptions": [{"rule": "a", "file": "b", "until": "2004-01-31"}]},
}
TEXTS = ("", " ", "TODO", "short", "2003/04", "2004-01-31", "department", "true", "off", "a-b", "x" * 5_001)
OTHERS: tuple[Any, ...] = ([], {}, [""], ["a"], [{}], {"a": "b"}, {"text": "a"}, {"regions": []}, ["a"] * 1_001)
VALUES = st.sampled_from((Blank.NOTHING, Blank.NULL, *TEXTS, *OTHERS))


@cache
def read_by_models(kind: DocumentKind[Content]) -> DocumentKind[Content]:
    """Return the same kind of document as pydantic-core would read it that does not take the made schemas."""
    part: type[Content] = kind.schema["cls"]
    made = part.schema
    part.schema = {"type": "unknown"}
    try:
        by_models = DocumentKind(part)
        assert by_models.schema is not made
    finally:
        part.schema = made
    return by_models


def outcome(kind: DocumentKind[Content], value: Value) -> object:
    """Return the document that is read, with what is given in it, or what is wrong with the values."""
    try:
        return described(kind.read(value))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False, include_context=False)
        return [(item["type"], item["loc"], item["msg"].removesuffix("Model")) for item in errors]


def described(value: object) -> object:
    """Return a document as maps and lists, each part with what is given in it."""
    if isinstance(value, Content):
        return type(value), value.given, described(value.by_key())
    if isinstance(value, dict):
        return {key: described(inner) for key, inner in value.items()}
    return [described(item) for item in value] if isinstance(value, list) else value


@st.composite
def changed(draw: st.DrawFn, value: Value) -> Value:
    """Return values with some of them, anywhere, left out or exchanged."""
    action = draw(st.sampled_from(["keep"] * 12 + ["exchange", "more"]))
    if action == "exchange":
        return draw(VALUES)
    if isinstance(value, dict):
        inner = {key: draw(changed(inner)) for key, inner in value.items() if draw(st.integers(0, 30))}
        return inner | ({draw(st.sampled_from(["note", "why", "from", "x"])): draw(VALUES)} if action == "more" else {})
    return [draw(changed(item)) for item in value] if isinstance(value, list) else value


def test_the_module_is_what_would_be_made_now() -> None:
    """Made anew by `python -m tools.documents`."""
    assert documents.MODULE.read_text(encoding="utf-8") == documents.module()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_made_schema_is_that_of_the_model(kind: DocumentKind[Content]) -> None:
    def untitled(node: object) -> object:
        if isinstance(node, dict):
            return {key: untitled(value) for key, value in node.items() if key not in ("title", "model_name")}
        return node

    assert untitled(kind.schema) == untitled(read_by_models(kind).schema)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(data=st.data())
def test_both_read_the_same_and_find_the_same(kind: DocumentKind[Content], data: st.DataObject) -> None:
    value = data.draw(changed(RECORD[kind.name]))
    assert outcome(kind, value) == outcome(read_by_models(kind), value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(data=st.data())
def test_both_keep_the_same_of_what_is_broken(kind: DocumentKind[Content], data: st.DataObject) -> None:
    value = data.draw(changed(RECORD[kind.name]))
    try:
        kind.read(value)
    except ValidationError as error:
        broken = [tuple(item["loc"]) for item in error.errors(include_url=False, include_context=False)]
        made, by_models = (partial(schema, value, broken) for schema in (kind.schema, read_by_models(kind).schema))
        assert described(made) == described(by_models)


def test_what_was_read_equals_what_was_made() -> None:
    read = COMPACT.read(
        {"authority": "kent", "editions": [{"year": "2003/04", "priorities": [{"area": "a", "why": "b"}]}]}
    )
    [priority] = read.editions[0].priorities
    assert priority == Priority(area="a", why="b") == Priority(area="a", why="b", contributions=Contributions())
    assert priority != Priority(area="a")
    assert Ask(text="a") != Event(date=date(2004, 1, 31), text="a")


def test_each_part_has_lists_of_its_own() -> None:
    assert Contributions().authority is not Contributions().authority


def test_what_is_given_is_told_from_defaults() -> None:
    assert Priority(area="a", why=None).given == {"area", "why"}


def test_keys_are_those_of_the_document() -> None:
    area = Area(letter="a", id="first", title="First", summary="It", origins=["last"])
    assert area.by_key()["from"] == area.origins == ["last"]
    assert "origins" not in area.by_key()


def test_the_type_checker_knows_what_a_part_has() -> None:
    """Mypy says so of an "ignore" that is not needed: then a part would seem to have what it has not."""
    read = COMPACT.read(RECORD["compact"])
    with pytest.raises(AttributeError):
        read.model_dump()  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="Priority has no 'wy'"):
        Priority(area="a", wy="b")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Exemption needs 'file'"):
        Exemption(rule="a")  # type: ignore[call-arg]
