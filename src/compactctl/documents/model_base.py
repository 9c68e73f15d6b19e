"""What the models of documents are made of: their base, and the types that their keys have.

A model is the source, and only that: the class that everyone imports, its types and the schema that reads it are made
of it (see content.py), and so is the JSON Schema for editors.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    WithJsonSchema,
)

from compactctl.documents import values
from compactctl.documents.content_base import LOOKED_UP
from compactctl.documents.values import MAXIMUM_ENTRIES, MAXIMUM_NAME, MAXIMUM_TEXT, Party
from compactctl.documents.years import AcademicYear

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_TEXT)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_NAME)]
Id = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=2, max_length=values.MAXIMUM_ID, pattern=values.ID_PATTERN)
]
Letter = Annotated[str, StringConstraints(strip_whitespace=True, pattern=values.LETTER_PATTERN)]
Reference = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_TEXT),
    GetPydanticSchema(lambda source, schema_of: {**schema_of(source), "metadata": LOOKED_UP}),
]
"""The id of something that another document names, or a file's name; it is looked up as it stands."""
Term = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=values.TERM_PATTERN, max_length=MAXIMUM_TEXT),
    WithJsonSchema({"anyOf": [{"enum": [*values.TERMS]}, {"type": "string", "pattern": values.TERM_TO_WRITE_PATTERN}]}),
]
"""`short` or `medium`; in a draft it may begin with TODO."""

Year = Annotated[
    AcademicYear,
    PlainValidator(values.year),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[0-9]{4}/[0-9]{2}$",
            "patternErrorMessage": "an academic year is written like 2003/04",
        }
    ),
]
Day = Annotated[
    date,
    PlainValidator(values.day),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "format": "date",
            "patternErrorMessage": "a date is written like 2004-01-31",
        }
    ),
]
Due = Annotated[
    date | int,
    PlainValidator(values.due),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$",
            "patternErrorMessage": "a date is written like 2004-01-31, a year like 2006",
        }
    ),
]
"""A day, or a calendar year by its number."""
FormatVersion = Annotated[
    int,
    PlainValidator(values.format_version),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": int(values.FORMAT)}),
]
WholeNumber = Annotated[
    int, PlainValidator(values.whole_number), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9999})
]
Truth = Annotated[bool, PlainValidator(values.truth), WithJsonSchema({"type": "boolean"})]

TRIMMED: Final = BeforeValidator(values.trimmed)
"""For choices, which Pydantic does not trim by itself."""
EMPTY_MAP: Final = BeforeValidator(values.empty_map)

_Item = TypeVar("_Item")
Entries = Annotated[list[_Item], Field(min_length=1, max_length=MAXIMUM_ENTRIES)]
"""A list that needs an entry."""
MayBeEmpty = Annotated[list[_Item], Field(max_length=MAXIMUM_ENTRIES), BeforeValidator(values.empty_list)]
"""A list that may be empty, or have nothing after its key."""

Signatory = Annotated[Party, TRIMMED]
RuleLevel = Annotated[Literal["error", "warning", "info", "off"], TRIMMED]

_NOT_FOR_READING: Final = frozenset(
    ("metadata", "serialization", "serialization_alias", "ref", "json_schema_input_schema", "computed_fields")
)


def name_of(model: type[BaseModel]) -> str:
    """Return what a model is called in content.py, and in JSON Schemas."""
    return model.__name__.removesuffix("Model")


class Model(BaseModel):
    """Base of every model of a document or a part of one. It is strict: no unknown key, no empty value."""

    model_config = ConfigDict(
        extra="forbid", validate_by_alias=True, validate_by_name=False, model_title_generator=name_of
    )


def reading_schema(source: Any) -> dict[str, Any]:  # noqa: ANN401 - a model, or the type of a key
    """Return what pydantic-core needs to read a document or a value, and nothing else."""
    schema: Any = TypeAdapter(source).core_schema
    reading: dict[str, Any] = _slim(schema["schema"] if schema["type"] == "definitions" else schema)
    return reading


def _slim(node: Any) -> Any:  # noqa: ANN401 - schemas are of any shape
    if isinstance(node, Mapping):
        needed = ((key, value) for key, value in node.items() if key not in _NOT_FOR_READING or value == LOOKED_UP)
        return {key: _slim(value) for key, value in needed}
    return [_slim(value) for value in node] if isinstance(node, list) else node
