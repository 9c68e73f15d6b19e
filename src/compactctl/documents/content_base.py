"""What a document, and every part of one, is: content.py, which is made, holds a typed class for each.

Such a class is what was read from a file and what a draft is made of, without Pydantic: pydantic-core fills it by its
`schema`, which the functions here make and look into. In a partial document (see partial.py) any value that is no list
and no part may be None.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final, dataclass_transform

from compactctl.documents.values import MAXIMUM_ENTRIES, empty_list
from compactctl.files.source import KeyPath

Schema = Mapping[str, Any]
"""A schema, or one of a field, as pydantic-core has them."""

LOOKED_UP: Final = {"is_looked_up": True}
"""What pydantic-core's metadata say of a text that is looked up as it stands, and may not be said in any words."""
FIELD: Final = "model-field"
_REQUIRED: Final = object()
_WRAPPERS: Final = frozenset((FIELD, "default", "nullable", "function-before", "function-after"))


def field(
    schema: Schema, *, default: object = _REQUIRED, factory: Callable[[], object] | None = None, key: str | None = None
) -> Any:  # noqa: ANN401 - to the type checker what the attribute is
    """Return the schema of an attribute of a part, which has a `key` in a document where that is not its name."""
    if factory:
        schema = {"type": "default", "schema": schema, "default_factory": factory, "default_factory_takes_data": False}
    elif default is not _REQUIRED:
        schema = {"type": "default", "schema": {"type": "nullable", "schema": schema}, "default": default}
    return {"type": FIELD, "schema": schema} | ({"validation_alias": key} if key else {})


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
    """Return what stands for a value that is not given: a new empty list or part, the default, or None."""
    if "default_factory" in schema:
        return schema["default_factory"]()
    return schema.get("default", [] if bare(schema)["type"] == "list" else None)


def bare(schema: Schema) -> Schema:
    """Take away what stands around the schema of a text, a list, a map or a part."""
    while schema["type"] in _WRAPPERS:
        schema = schema["schema"]
    return schema


def fields_by_key(schema: Schema) -> dict[str, tuple[str, Schema]]:
    """Return the fields of a part by the keys that a document has for them: the attribute's name, and its schema."""
    fields: Mapping[str, Schema] = bare(schema)["schema"]["fields"]
    return {field.get("validation_alias", name): (name, field["schema"]) for name, field in fields.items()}


def schema_at(schema: Schema, path: KeyPath) -> Schema:
    """Return the schema of what stands at a path in a document."""
    for step in path:
        inner = bare(schema)
        if isinstance(step, int):
            schema = inner["items_schema"]
        else:
            schema = inner["values_schema"] if inner["type"] == "dict" else fields_by_key(inner)[step][1]
    return schema


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Content:
    """Base of every document and part of one, made by keywords. Two of a kind with equal values are equal."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")
    schema: ClassVar[Schema]
    """What pydantic-core reads one by."""
    key_of: ClassVar[dict[str, str]]
    """The key that each attribute has in a document."""
    _fields: ClassVar[dict[str, Schema]]

    def __init_subclass__(cls) -> None:
        values = vars(cls).items()
        cls._fields = {name: value for name, value in values if isinstance(value, dict) and value.get("type") == FIELD}
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
        if unknown := values.keys() - self._fields.keys():
            raise TypeError(f"{type(self).__name__} has no {unknown.pop()!r}")
        for name, field_schema in self._fields.items():
            schema = field_schema["schema"]
            if name not in values and schema["type"] != "default":
                raise TypeError(f"{type(self).__name__} needs {name!r}")
            self.__dict__[name] = values[name] if name in values else default_of(schema)
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
