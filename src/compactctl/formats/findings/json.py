"""Findings as JSON, format `compactctl/findings/1`: what it holds, key by key, in types of its own.

`compactctl schema findings` is made from these; inner types may change without them.
"""

from typing import Literal, NotRequired, cast

from typing_extensions import TypedDict  # Pydantic reads no other one before Python 3.12

from compactctl.finding import Finding, Related, Repair
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import for_json
from compactctl.formats.strict_json import written


class RelatedRecord(TypedDict):
    """A second place; a whole file has neither line nor column."""

    message: str
    file: str
    line: NotRequired[int]
    column: NotRequired[int]


class RepairRecord(TypedDict):
    """How lines should read: those from `line` to `end_line` are replaced by `text`, whose lines LF parts.

    All three are null where the file is to be saved anew, as it is, in the `encoding`.
    """

    line: int | None
    end_line: int | None
    text: str | None
    encoding: NotRequired[Literal["utf-8"]]


class FindingRecord(TypedDict):
    """One finding; a finding about a whole file has neither line nor column.

    `repair` is there where `compactctl fix` can mend it.
    """

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
    repair: NotRequired[RepairRecord]


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


def render(result: FindingsResult) -> bytes:
    """Return the document."""
    counts = result.counts
    record: FindingsRecord = {
        "format": "compactctl/findings/1",
        "as_of": result.as_of.isoformat(),
        "documents": len(result.scope.names),
        "counts": {"error": counts["error"], "warning": counts["warning"], "info": counts["info"]},
        "findings": [_finding(result, finding, mark) for finding, mark in result.fingerprints()],
    }
    return written(record) + b"\n"


def _finding(result: FindingsResult, finding: Finding, fingerprint: str) -> FindingRecord:
    span = finding.place.span
    record: dict[str, object] = {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": for_json(finding.message),
        "file": for_json(result.path(finding.place)),
    }
    if span:
        record |= {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
    record |= {"related": [_related(result, related) for related in finding.related], "fingerprint": fingerprint}
    if finding.repair:
        record["repair"] = _repair(finding.repair)
    return cast(FindingRecord, record)


def _repair(repair: Repair) -> RepairRecord:
    text = None if repair.text is None else for_json(repair.text)
    record = RepairRecord(line=repair.line, end_line=repair.end_line, text=text)
    if repair.text is None:
        record["encoding"] = "utf-8"
    return record


def _related(result: FindingsResult, related: Related) -> RelatedRecord:
    span = related.place.span
    record = RelatedRecord(message=for_json(related.message), file=for_json(result.path(related.place)))
    if span:
        record["line"], record["column"] = span.line, span.column
    return record
