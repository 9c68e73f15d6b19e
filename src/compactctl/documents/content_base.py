"""What a document, and every part of one, is: content.py, which is made, holds a typed class for each.

Such a class is what was read from a file and what a draft is made of, without Pydantic: pydantic-core fills it by its
`schema`. In a partial document (see partial.py) any value that is no list and no part may be None.
"""

from typing import Any, ClassVar, dataclass_transform

from compactctl.documents.core_schema import FIELD, Schema, default_of, field


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
