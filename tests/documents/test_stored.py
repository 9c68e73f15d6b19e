"""The stored schemas, and the parts that stand in for models, are what Pydantic makes of the models."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pydantic_core
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import ValidationError
from tests.running import DATA

from compactctl.documents import core_schemas, storing
from compactctl.documents.healing import heal
from compactctl.documents.kinds import KINDS, DocumentKind, release
from compactctl.documents.model import Model
from compactctl.documents.stand_in import StandIn
from compactctl.files.reading import Blank, Value, decode, parse

MODELS = {kind.name: model for kind, model in zip(KINDS, storing.MODELS, strict=True)}
RECORD = {
    "statement": parse(decode("statement.yaml", (DATA / "statement.yaml").read_bytes())),
    "annex": parse(decode("annex.yaml", (DATA / "annex/2004-05.yaml").read_bytes())),
    "compact": parse(decode("compact.yaml", (DATA / "compacts/hampshire.yaml").read_bytes())),
    "config": {"levels": {"one-sided": "off"}, "exemptions": [{"rule": "a", "file": "b", "until": "2004-01-31"}]},
}
TEXTS = ("", " ", "TODO", "short", "2003/04", "2004-01-31", "department", "true", "off", "a-b", "x" * 5_001)
OTHERS: tuple[Any, ...] = ([], {}, [""], ["a"], [{}], {"a": "b"}, {"text": "a"}, {"regions": []}, ["a"] * 1_001)
VALUES = st.sampled_from((Blank.NOTHING, Blank.NULL, *TEXTS, *OTHERS))


def plain(content: object) -> object:
    """Return a document as maps and lists, whatever stands for its parts."""
    if isinstance(content, StandIn | Model):
        return {"set": content.model_fields_set, **{key: plain(value) for key, value in content.by_key().items()}}
    if isinstance(content, dict):
        return {key: plain(value) for key, value in content.items()}
    return [plain(item) for item in content] if isinstance(content, list) else content


def outcome(read: Callable[[Value], Model], value: Value) -> object:
    """Return the document that is read, or what is wrong with the values."""
    try:
        return plain(read(value))
    except ValidationError as error:
        return error.errors(include_url=False, include_context=False, include_input=False), error.title


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


def test_the_stored_module_is_what_would_be_written_now() -> None:
    """Made anew by `make docs`; a newer Pydantic in between is no fault of the module."""
    stored = Path(core_schemas.__file__).read_text(encoding="utf-8")
    now = release(pydantic_core.__version__)
    assert stored.replace(f'= "{core_schemas.PYDANTIC_CORE}"', f'= "{now}"') == storing.written()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_stored_schema_is_that_of_the_model(kind: DocumentKind[Model]) -> None:
    def named(node: object) -> object:
        if isinstance(node, dict):
            return {key: named(value) for key, value in node.items()}
        return [named(value) for value in node] if isinstance(node, list) else getattr(node, "__name__", node)

    assert named(kind.schema) == named(storing.reading_schema(MODELS[kind.name]))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(data=st.data())
def test_both_read_the_same_and_find_the_same(kind: DocumentKind[Model], data: st.DataObject) -> None:
    value = data.draw(changed(RECORD[kind.name]))
    assert outcome(kind.read, value) == outcome(MODELS[kind.name].model_validate, value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(data=st.data())
def test_both_keep_the_same_of_what_is_broken(kind: DocumentKind[Model], data: st.DataObject) -> None:
    value = data.draw(changed(RECORD[kind.name]))
    try:
        kind.read(value)
    except ValidationError as error:
        broken = [tuple(item["loc"]) for item in error.errors(include_url=False, include_context=False)]
        assert plain(heal(kind.schema, value, broken)) == plain(
            heal(storing.reading_schema(MODELS[kind.name]), value, broken)
        )


def test_with_another_pydantic_core_the_models_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_schemas, "PYDANTIC_CORE", "0.0")
    read = DocumentKind[Model]("compact").read(RECORD["compact"])
    assert type(read) is MODELS["compact"]
