"""What stands in for the models of documents while Pydantic is not loaded.

A stand-in has the attributes that the model of its name has; core_schemas.py holds one for each. To the type checker it
is that model.
"""

from collections.abc import Callable
from typing import Any, ClassVar, Self


def schema_of(stand_in: "type[StandIn]", fields: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a stand-in with these fields, as Pydantic makes it of a model."""
    name = stand_in.__name__
    return {
        "type": "model",
        "cls": stand_in,
        "schema": {"type": "model-fields", "fields": fields, "model_name": name},
        "custom_init": False,
        "root_model": False,
        "config": {
            "extra_fields_behavior": "forbid",
            "validate_by_alias": True,
            "validate_by_name": False,
            "title": name,
        },
    }


class StandIn:
    """Base of every stand-in. The slots are what pydantic-core fills."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")
    keys_by_name: ClassVar[dict[str, str]] = {}
    """The keys that are not named as the attributes are."""
    defaults: ClassVar[dict[str, Callable[[], Any]]] = {}
    """What one that can be made of nothing is made of."""

    def __init__(self) -> None:
        self.__dict__.update({name: default() for name, default in self.defaults.items()})
        self.__pydantic_fields_set__: set[str] = set()

    @classmethod
    def model_construct(cls, **content: Any) -> Self:  # noqa: ANN401 - values of any kind
        """Make one without looking at its values, as Pydantic's models do."""
        part = cls.__new__(cls)
        part.__dict__.update(content)
        part.__pydantic_fields_set__ = set(content)
        return part

    @property
    def model_fields_set(self) -> set[str]:
        """The attributes that are written in the document, and no defaults."""
        return self.__pydantic_fields_set__

    def by_key(self) -> dict[str, Any]:
        """Return the values by the keys that a document has for them."""
        return {self.keys_by_name.get(name, name): value for name, value in self.__dict__.items()}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment] # as Pydantic's models
