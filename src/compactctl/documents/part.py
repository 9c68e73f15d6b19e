"""What a document, and every part of one, is: content.py, which is made, holds a typed class for each.

Such a class is what was read from a file and what a draft is made of, without Pydantic: pydantic-core fills it by its
`schema`. In a partial document (see partial.py) any value that is no list and no part may be None.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final, dataclass_transform

from compactctl.documents.values import MAXIMUM_ENTRIES, empty_list

Schema = Mapping[str, Any]
"""A schema, or one of a field, as pydantic-core has them."""

_FIELD: Final = "model-field"
_REQUIRED: Final = object()


def field(
    schema: Schema, *, default: object = _REQUIRED, factory: Callable[[], object] | None = None, key: str | None = None
) -> Any:  # noqa: ANN401 - to the type checker what the attribute is
    """Return the schema of an attribute of a part, which stands under `key` in a document if not under its own name."""
    if factory:
        schema = {"type": "default", "schema": schema, "default_factory": factory, "default_factory_takes_data": False}
    elif default is not _REQUIRED:
        schema = {"type": "default", "schema": {"type": "nullable", "schema": schema}, "default": default}
    return {"type": _FIELD, "schema": schema} | ({"validation_alias": key} if key else {})


def plain(function: Callable[[Any], object]) -> Schema:
    """Return the schema of what a function makes of a plain value."""
    return {"type": "function-plain", "function": {"type": "no-info", "function": function}}


def before(function: Callable[[Any], object], schema: Schema) -> Schema:
    """Return the schema of what a function first makes fit for another schema."""
    return {"type": "function-before", "function": {"type": "no-info", "function": function}, "schema": schema}


def after(function: Callable[[Any], object], schema: Schema) -> Schema:
    """Return a schema whose outcome a function looks at."""
    return {"type": "function-after", "function": {"type": "no-info", "function": function}, "schema": schema}


def entries(schema: Schema) -> Schema:
    """Return the schema of a list that needs an entry."""
    return {"type": "list", "items_schema": schema, "min_length": 1, "max_length": MAXIMUM_ENTRIES}


def may_be_empty(schema: Schema) -> Schema:
    """Return the schema of a list that may be empty, or have nothing after its key."""
    return before(empty_list, {"type": "list", "items_schema": schema, "max_length": MAXIMUM_ENTRIES})


def default_of(schema: Schema) -> Any:  # noqa: ANN401 - a default of any type
    """Return what stands for a value that is not given: a new empty one, the default, or None where there is none."""
    return schema["default_factory"]() if "default_factory" in schema else schema.get("default")


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Part:
    """Base of every document and part of one, made by keywords. Two of a kind with equal values are equal."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")
    schema: ClassVar[Schema]
    """What pydantic-core reads one by."""
    key_of: ClassVar[dict[str, str]]
    """The key that each attribute has in a document."""
    _fields: ClassVar[dict[str, Schema]]

    def __init_subclass__(cls) -> None:
        values = vars(cls).items()
        cls._fields = {name: value for name, value in values if isinstance(value, dict) and value.get("type") == _FIELD}
        cls.key_of = {name: schema.get("validation_alias", name) for name, schema in cls._fields.items()}
        for name in cls._fields:
            delattr(cls, name)
        cls.schema = {
            "type": "model",
            "cls": cls,
            "schema": {"type": "model-fields", "fields": cls._fields, "model_name": cls.__name__},
            "custom_init": False,
            "root_model": False,
            "config": {
                "extra_fields_behavior": "forbid",
                "validate_by_alias": True,
                "validate_by_name": False,
                "title": cls.__name__,
            },
        }

    def __init__(self, **values: object) -> None:
        for name, schema in self._fields.items():
            if name not in values and schema["schema"]["type"] != "default":
                message = f"{type(self).__name__} needs {name!r}"
                raise TypeError(message)
            self.__dict__[name] = values[name] if name in values else default_of(schema["schema"])
        if unknown := values.keys() - self._fields.keys():
            message = f"{type(self).__name__} has no {unknown.pop()!r}"
            raise TypeError(message)
        self.__pydantic_fields_set__ = set(values)

    @property
    def given(self) -> set[str]:
        """The attributes that are written in the document, and no defaults."""
        return self.__pydantic_fields_set__

    def by_key(self) -> dict[str, Any]:
        """Return the values by the keys that a document has for them."""
        return {self.key_of[name]: value for name, value in self.__dict__.items()}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment] # what is equal may differ later

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"
