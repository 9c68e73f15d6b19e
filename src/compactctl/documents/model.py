"""What all documents are made of: the base of every model, and the types that their keys have.

A model is read strictly: no unknown key, no empty value. Where a file breaks that, `heal` (see healing.py) still makes
a model of what is whole, with None in the place of what is broken. `Maybe` says so to the type checker, and to
Pydantic it is the type itself: a broken value never passes as valid.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StringConstraints, WithJsonSchema

from compactctl.documents.years import AcademicYear, written_day, written_year
from compactctl.files.reading import Blank

if TYPE_CHECKING:
    from typing import Optional

    _T = TypeVar("_T")
    Maybe = Optional[_T]  # noqa: UP045 - `_T | None` is no alias that takes a type
else:

    class Maybe:
        """`Maybe[T]` is T to Pydantic, and `T | None` to the type checker."""

        def __class_getitem__(cls, item: Any) -> Any:  # noqa: ANN401 - any type goes in and comes out
            return item


MAXIMUM_NAME: Final = 300
MAXIMUM_TEXT: Final = 5_000
MAXIMUM_ENTRIES: Final = 1_000
ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_TEXT)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_NAME)]
Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=60, pattern=ID_PATTERN)]
Letter = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[a-z]{1,2}$")]
Reference = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAXIMUM_TEXT)]
"""The id of something that another document names; it is looked up as it stands."""


def _trimmed(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    return value.strip() if isinstance(value, str) else value


TRIMMED: Final = BeforeValidator(_trimmed)
"""For choices, which Pydantic does not trim by itself."""


class Party(StrEnum):
    """Who may sign."""

    DEPARTMENT = "department"
    ASSOCIATION = "association"
    AUTHORITY = "authority"


def _from_text(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def validate(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
        if isinstance(value, str):
            return parse(value.strip())
        message = "a text is expected"
        raise ValueError(message)

    return validate


def _truth(text: str) -> bool:
    if text in ("true", "false"):
        return text == "true"
    message = "true or false is expected"
    raise ValueError(message)


def _empty_list(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    return [] if value is Blank.NOTHING else value


def _empty_map(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    return {} if value is Blank.NOTHING else value


Year = Annotated[
    AcademicYear,
    PlainValidator(_from_text(written_year)),
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
    PlainValidator(_from_text(written_day)),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "format": "date",
            "patternErrorMessage": "a date is written like 2004-01-31",
        }
    ),
]
Truth = Annotated[bool, PlainValidator(_from_text(_truth)), WithJsonSchema({"type": "boolean"})]

_Item = TypeVar("_Item")
Entries = Annotated[list[_Item], Field(min_length=1, max_length=MAXIMUM_ENTRIES)]
"""A list that needs an entry."""
MayBeEmpty = Annotated[list[_Item], Field(max_length=MAXIMUM_ENTRIES), BeforeValidator(_empty_list)]
"""A list that may be empty, or have nothing after its key."""
EMPTY_MAP: Final = BeforeValidator(_empty_map)


class Model(BaseModel):
    """Base of every model of a document or a part of one."""

    model_config = ConfigDict(extra="forbid", validate_by_alias=True, validate_by_name=False)


Signatory = Annotated[Party, TRIMMED]


class Signature(Model):
    """A party's agreement: which party, in whose name, in what role, and when."""

    party: Maybe[Signatory] = Field(description="Which party signs: department, association or authority.")
    name: Name | None = Field(None, description="The name of the person who signed.")
    role: Maybe[Name] = Field(description="In what role, like 'Director of Education'.")
    date: Maybe[Day] = Field(description="The day of the signature.")


def running(text: str) -> str:
    """Return a text as texts are compared: a line break, or a run of spaces, is a space."""
    return " ".join(text.split())


TODO: Final = "TODO"


def is_unfinished(text: str | None) -> bool:
    """Tell whether a text is still to be written."""
    return text is not None and text.startswith(TODO)


Term = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^(short|medium)$|^TODO", max_length=MAXIMUM_TEXT),
    WithJsonSchema({"anyOf": [{"enum": ["short", "medium"]}, {"type": "string", "pattern": "^TODO"}]}),
]
"""`short` or `medium`; in a draft it may begin with TODO."""
