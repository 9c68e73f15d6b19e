"""A model of what is whole in a document that breaks its schema.

Each broken value becomes None, a broken entry of a list of maps a model in which everything is None, so that places
in lists stay what they are in the file. What is not broken is read just as in a whole document.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from compactctl.documents.model import Model
from compactctl.files.reading import Value
from compactctl.files.source import Path

M = TypeVar("M", bound=Model)


def heal(model: type[M], value: Value, broken: Collection[Path]) -> M:
    """Return the model of a value, with None (or no entry) wherever a path of `broken` ends."""
    return _healed(model, value, _Breaks(frozenset(broken), frozenset(places_above(broken))), ())


def places_above(broken: Iterable[Path]) -> Iterator[Path]:
    """Yield every place at or above a broken one: where something is broken inside."""
    return (place[:depth] for place in broken for depth in range(len(place) + 1))


class _Breaks(NamedTuple):
    """Where a document is broken, and where something inside is."""

    at: frozenset[Path]
    inside: frozenset[Path]


def _healed(model: type[M], value: Value, broken: _Breaks, path: Path) -> M:
    given: Mapping[str, Value] = value if isinstance(value, dict) else {}
    content: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        here = (*path, key)
        if key not in given or here in broken.at or path in broken.at:
            content[name] = _absent(field)
        else:
            content[name] = _field(model, name, field, given[key], broken, here)
    return model.model_construct(**content)  # type: ignore[return-value] # its own class, which Pydantic's plugin forgets


def _absent(field: FieldInfo) -> Any:  # noqa: ANN401 - a default of any type
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    return [] if get_origin(bare(field.annotation)) is list else None


def _field(model: type[Model], name: str, field: FieldInfo, value: Value, broken: _Breaks, here: Path) -> Any:  # noqa: ANN401
    if here not in broken.inside:
        return _reader(model, name).validate_python(value)
    kind = bare(field.annotation)
    if get_origin(kind) is list and isinstance(value, list):
        entry = bare(get_args(kind)[0])
        return [_entry(entry, get_args(kind)[0], item, broken, (*here, index)) for index, item in enumerate(value)]
    if isinstance(kind, type) and issubclass(kind, Model) and isinstance(value, dict):
        return _healed(kind, value, broken, here)
    if get_origin(kind) is dict and isinstance(value, dict):
        entry = get_args(kind)[1]
        return {key: _entry(bare(entry), entry, item, broken, (*here, key)) for key, item in value.items()}
    return _absent(field)


def _entry(kind: Any, annotation: Any, value: Value, broken: _Breaks, here: Path) -> Any:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, Model):
        return _healed(kind, value, broken, here)
    return None if here in broken.at else _adapter(annotation).validate_python(value)


def bare(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no type of their own
    """Take `Annotated` and `| None` away from an annotation."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


@lru_cache
def _reader(model: type[Model], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    annotation: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return TypeAdapter(annotation)


@lru_cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - annotations have no type of their own
    return TypeAdapter(annotation)
