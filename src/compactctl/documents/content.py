"""The documents as typed classes, with the schemas that read them. Made of models.py by tools/documents.py."""

import datetime as dt
from typing import Final, Literal

from compactctl.documents import values
from compactctl.documents.content_base import Content, Schema, after, before, entries, field, may_be_empty, plain
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear

TEXT: Final[Schema] = {"type": "str", "min_length": 1, "max_length": 5000, "strip_whitespace": True}
NAME: Final[Schema] = {"type": "str", "min_length": 1, "max_length": 300, "strip_whitespace": True}
ID: Final[Schema] = {
    "type": "str",
    "min_length": 2,
    "max_length": 60,
    "strip_whitespace": True,
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
}
LETTER: Final[Schema] = {"type": "str", "strip_whitespace": True, "pattern": "^[a-z]{1,2}$"}
REFERENCE: Final[Schema] = {
    "type": "str",
    "min_length": 1,
    "max_length": 5000,
    "strip_whitespace": True,
    "metadata": {"is_looked_up": True},
}
TERM: Final[Schema] = {
    "type": "str",
    "max_length": 5000,
    "strip_whitespace": True,
    "pattern": "^(short|medium)$|^TODO\\b",
}
YEAR: Final[Schema] = plain(values.year)
DAY: Final[Schema] = plain(values.day)
DUE: Final[Schema] = plain(values.due)
FORMAT_VERSION: Final[Schema] = plain(values.format_version)
WHOLE_NUMBER: Final[Schema] = plain(values.whole_number)
TRUTH: Final[Schema] = plain(values.truth)
SIGNATORY: Final[Schema] = before(
    values.trimmed,
    {
        "type": "enum",
        "cls": Party,
        "members": [Party.DEPARTMENT, Party.ASSOCIATION, Party.AUTHORITY],
        "sub_type": "str",
    },
)
RULE_LEVEL: Final[Schema] = before(values.trimmed, {"type": "literal", "expected": ["error", "warning", "info", "off"]})


class Focus(Content):
    """One of the areas of work that the statement puts at the centre."""

    id: str | None = field(ID)
    title: str | None = field(NAME)


class Event(Content):
    """What happened later, and came of something that was agreed."""

    date: dt.date | None = field(DAY)
    text: str | None = field(TEXT)
    source: str | None = field(TEXT, default=None)


class Commitment(Content):
    """What the department will do nationally."""

    id: str | None = field(ID)
    text: str | None = field(TEXT)
    due: dt.date | int | None = field(DUE, default=None)
    follow_up: list[Event] = field(may_be_empty(Event.schema), factory=list)


class Signature(Content):
    """A party's agreement: which party, in whose name, in what role, and when."""

    party: Party | None = field(SIGNATORY)
    name: str | None = field(NAME, default=None)
    role: str | None = field(NAME)
    date: dt.date | None = field(DAY)


class Statement(Content):
    """What department and association intend to do in partnership."""

    title: str | None = field(NAME)
    note: str | None = field(TEXT, default=None)
    sources: list[str | None] = field(may_be_empty(TEXT), factory=list)
    format: int | None = field(FORMAT_VERSION, default=None)
    principles: list[str | None] = field(may_be_empty(TEXT), factory=list)
    conditions: list[str | None] = field(may_be_empty(TEXT), factory=list)
    vision: list[str | None] = field(may_be_empty(TEXT), factory=list)
    focuses: list[Focus] = field(may_be_empty(Focus.schema), factory=list)
    commitments: list[Commitment] = field(may_be_empty(Commitment.schema), factory=list)
    signatures: list[Signature] = field(may_be_empty(Signature.schema), factory=list)


class OpenTo(Content):
    """Who may choose an area: regions and types must both match where both are given; authorities come on top."""

    regions: list[str | None] = field(entries(REFERENCE), factory=list)
    types: list[str | None] = field(entries(REFERENCE), factory=list)
    authorities: list[str | None] = field(entries(REFERENCE), factory=list)


class Area(Content):
    """A priority area of the agenda."""

    letter: str | None = field(LETTER)
    id: str | None = field(ID)
    title: str | None = field(NAME)
    summary: str | None = field(TEXT)
    focuses: list[str | None] = field(may_be_empty(REFERENCE), factory=list)
    open_to: OpenTo | None = field(after(values.says_something, OpenTo.schema), default=None)
    named_locally: bool | None = field(TRUTH, default=None)
    origins: list[str | None] = field(may_be_empty(REFERENCE), factory=list, key="from")


class Group(Content):
    """A part of the agenda with aims of its own."""

    id: str | None = field(ID)
    title: str | None = field(NAME)
    aims: list[str | None] = field(may_be_empty(TEXT), factory=list)
    areas: list[Area] = field(entries(Area.schema))


class Retired(Content):
    """An area of the last annex that this one drops."""

    id: str | None = field(REFERENCE)
    why: str | None = field(TEXT)


class Annex(Content):
    """The agenda of an academic year."""

    year: AcademicYear | None = field(YEAR)
    title: str | None = field(NAME)
    note: str | None = field(TEXT, default=None)
    sources: list[str | None] = field(may_be_empty(TEXT), factory=list)
    example: bool | None = field(TRUTH, default=None)
    at_most: int | None = field(WHOLE_NUMBER, default=None)
    groups: list[Group] = field(entries(Group.schema))
    retired: list[Retired] = field(may_be_empty(Retired.schema), factory=list)
    signatures: list[Signature] = field(may_be_empty(Signature.schema), factory=list)


class Contributions(Content):
    """What each side will do for a priority."""

    authority: list[str | None] = field(may_be_empty(TEXT), factory=list)
    department: list[str | None] = field(may_be_empty(TEXT), factory=list)


class Priority(Content):
    """An area that matters most here, or one local issue of an area that is named locally."""

    area: str | None = field(REFERENCE)
    issue: str | None = field(TEXT, default=None)
    term: str | None = field(TERM, default=None)
    why: str | None = field(TEXT, default=None)
    contributions: Contributions = field(before(values.empty_map, Contributions.schema), factory=Contributions)


class Ask(Content):
    """A change to national policy or practice that the authority asks for."""

    text: str | None = field(TEXT)
    area: str | None = field(REFERENCE, default=None)
    answer: Event | None = field(Event.schema, default=None)


class Edition(Content):
    """A compact's part for one academic year."""

    year: AcademicYear | None = field(YEAR)
    note: str | None = field(TEXT, default=None)
    review_by: dt.date | None = field(DAY, default=None)
    review: Event | None = field(Event.schema, default=None)
    priorities: list[Priority] = field(may_be_empty(Priority.schema), factory=list)
    asks: list[Ask] = field(may_be_empty(Ask.schema), factory=list)
    signatures: list[Signature] = field(may_be_empty(Signature.schema), factory=list)


class Compact(Content):
    """What one authority and the department agree, year by year."""

    authority: str | None = field(REFERENCE)
    note: str | None = field(TEXT, default=None)
    sources: list[str | None] = field(may_be_empty(TEXT), factory=list)
    example: bool | None = field(TRUTH, default=None)
    ended: Event | None = field(Event.schema, default=None)
    editions: list[Edition] = field(entries(Edition.schema))


class Exemption(Content):
    """Findings that are let pass for a time, and why."""

    rule: str | None = field(REFERENCE)
    file: str | None = field(REFERENCE)
    year: AcademicYear | None = field(YEAR, default=None)
    until: dt.date | None = field(DAY)
    reason: str | None = field(TEXT)


class Config(Content):
    """Levels of rules, and exemptions."""

    levels: dict[str, Literal["error", "warning", "info", "off"] | None] = field(
        before(values.empty_map, {"type": "dict", "keys_schema": {"type": "str"}, "values_schema": RULE_LEVEL}),
        factory=dict,
    )
    exemptions: list[Exemption] = field(may_be_empty(Exemption.schema), factory=list)
