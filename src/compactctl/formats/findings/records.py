"""The findings as json.md's records: types of their own, so that inner ones may change."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class RelatedRecord(TypedDict):
    """A second place; a whole file has neither line nor column."""

    message: str
    file: str
    line: NotRequired[int]
    column: NotRequired[int]


class FindingRecord(TypedDict):
    """One finding; a finding about a whole file has neither line nor column."""

    rule: str
    level: Literal["error", "warning", "info"]
    message: str
    file: str
    line: NotRequired[int]
    column: NotRequired[int]
    end_line: NotRequired[int]
    end_column: NotRequired[int]
    related: list[RelatedRecord]
    fingerprint: str


class Counts(TypedDict):
    """How many findings there are of each level."""

    error: int
    warning: int
    info: int


class FindingsRecord(TypedDict):
    """The result of `validate --format json`."""

    format: Literal["compactctl/findings/1"]
    as_of: str
    documents: int
    counts: Counts
    findings: list[FindingRecord]
