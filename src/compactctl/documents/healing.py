"""A model of what is whole in a document that breaks its schema.

Each broken value becomes None, a broken entry of a list of maps a model in which everything is None, so that places
in lists stay what they are in the file. What is not broken is read just as in a whole document.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from compactctl.documents.model import Model
from compactctl.files.reading import Value
from compactctl.files.source import Path

M = TypeVar("M", bound=Model)


def heal(model: type[M], value: Value, broken: Collection[Path], path: Path = ()) -> M:
    """Return the model of a value, with None (or no entry) wherever a path of `broken` ends."""
    given: Mapping[str, Value] = value if isinstance(value, dict) else {}
    content: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        here = (*path, key)
        if key not in given or here in broken or path in broken:
            content[name] = _absent(field)
        else:
            content[name] = _field(model, name, field, given[key], broken, here)
    return model.model_construct(**content)  # type: ignore[return-value] # its own class, which Pydantic's plugin forgets


def _absent(field: FieldInfo) -> Any:  # noqa: ANN401 - a default of any type
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    return [] if get_origin(bare(field.annotation)) is list else None


def _field(model: type[Model], name: str, field: FieldInfo, value: Value, broken: Collection[Path], here: Path) -> Any:  # noqa: ANN401
    if not any(place[: len(here)] == here for place in broken):
        return _reader(model, name).validate_python(value)
    kind = bare(field.annotation)
    if get_origin(kind) is list and isinstance(value, list):
        entry = bare(get_args(kind)[0])
        return [_entry(entry, get_args(kind)[0], item, broken, (*here, index)) for index, item in enumerate(value)]
    if isinstance(kind, type) and issubclass(kind, Model) and isinstance(value, dict):
        return heal(kind, value, broken, here)
    if get_origin(kind) is dict and isinstance(value, dict):
        return {key: None if (*here, key) in broken else item for key, item in value.items()}
    return _absent(field)


def _entry(kind: Any, annotation: Any, value: Value, broken: Collection[Path], here: Path) -> Any:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, Model):
        return heal(kind, value, broken, here)
    return None if here in broken else _adapter(annotation).validate_python(value)


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
