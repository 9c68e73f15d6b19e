"""What all documents are made of: the base of every model, and the types that their keys have.

A model is read strictly: no unknown key, no empty value. Where a file breaks that, `heal` (see healing.py) still makes
a model of what is whole, with None in the place of what is broken. `Maybe` says so to the type checker, and to
Pydantic it is the type itself: a broken value never passes as valid.
"""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StringConstraints, WithJsonSchema

from compactctl.documents import values
from compactctl.documents.values import MAXIMUM_ENTRIES, MAXIMUM_NAME, MAXIMUM_TEXT, Party
from compactctl.documents.years import AcademicYear

if TYPE_CHECKING:
    from typing import Optional

    _T = TypeVar("_T")
    Maybe = Optional[_T]  # noqa: UP045 - `_T | None` is no alias that takes a type
else:

    class Maybe:
        """`Maybe[T]` is T to Pydantic, and `T | None` to the type checker."""

        def __class_getitem__(cls, item: Any) -> Any:  # noqa: ANN401 - any type goes in and comes out
            return item


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_TEXT)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_NAME)]
Id = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=2, max_length=values.MAXIMUM_ID, pattern=values.ID_PATTERN)
]
Letter = Annotated[str, StringConstraints(strip_whitespace=True, pattern=values.LETTER_PATTERN)]
Reference = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_TEXT)]
"""The id of something that another document names; it is looked up as it stands."""
Term = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=values.TERM_PATTERN, max_length=MAXIMUM_TEXT),
    WithJsonSchema({"anyOf": [{"enum": ["short", "medium"]}, {"type": "string", "pattern": "^TODO"}]}),
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


class Model(BaseModel):
    """Base of every model of a document or a part of one."""

    model_config = ConfigDict(extra="forbid", validate_by_alias=True, validate_by_name=False)

    def by_key(self) -> dict[str, Any]:
        """Return the values by the keys that a document has for them."""
        return {field.alias or name: getattr(self, name) for name, field in type(self).model_fields.items()}


Signatory = Annotated[Party, TRIMMED]


class Signature(Model):
    """A party's agreement: which party, in whose name, in what role, and when."""

    party: Maybe[Signatory] = Field(description="Which party signs: department, association or authority.")
    name: Name | None = Field(None, description="The name of the person who signed.")
    role: Maybe[Name] = Field(description="In what role, like 'Director of Education'.")
    date: Maybe[Day] = Field(description="The day of the signature.")


class Event(Model):
    """What happened later, and came of something that was agreed."""

    date: Maybe[Day] = Field(description="The day on which it happened.")
    text: Maybe[Text] = Field(description="What happened.")
    source: Text | None = Field(None, description="Where this is known from.")
