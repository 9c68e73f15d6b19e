"""Repairs as JSON, format `compactctl/repairs/1`: what it holds, key by key, in types of its own.

`compactctl schema repairs` is made from these; inner types may change without them.
"""

from typing import Literal

from typing_extensions import TypedDict  # Pydantic reads no other one before Python 3.12

from compactctl.finding import Finding
from compactctl.formats.findings.result import shown_path
from compactctl.formats.repairs.result import RepairsResult
from compactctl.formats.safe import for_json
from compactctl.formats.strict_json import written
from compactctl.workspace.repairing import FileRepairs, Repaired


class RepairedRecord(TypedDict):
    """One repair: whole lines before and after, which LF parts, from which line on, and the rule that was broken.

    `line`, `before` and `after` are null for a new encoding, which is that of the whole file.
    """

    line: int | None
    before: str | None
    after: str | None
    rule: str


class LeftRecord(TypedDict):
    """An error that stays, to be mended by hand; one of a whole file has no line."""

    line: int | None
    rule: str
    message: str


class FileRepairsRecord(TypedDict):
    """A file in which something is repaired, or left."""

    file: str
    repairs: list[RepairedRecord]
    left: list[LeftRecord]


class RepairsRecord(TypedDict):
    """The result of `fix --format json`; `written` is whether the repairs were written, or only shown."""

    format: Literal["compactctl/repairs/1"]
    written: bool
    files: list[FileRepairsRecord]


def render(result: RepairsResult) -> bytes:
    """Return the document."""
    record: RepairsRecord = {
        "format": "compactctl/repairs/1",
        "written": result.has_written,
        "files": [_file(result.left.folder, file) for file in result.files],
    }
    return written(record) + b"\n"


def _file(folder: str, file: FileRepairs) -> FileRepairsRecord:
    return {
        "file": for_json(shown_path(folder, file.name)),
        "repairs": [_repair(repair) for repair in file.repairs],
        "left": [_left(finding) for finding in file.left],
    }


def _repair(repair: Repaired) -> RepairedRecord:
    before, after = (text if text is None else for_json(text) for text in (repair.before, repair.after))
    return {"line": repair.line, "before": before, "after": after, "rule": repair.rule}


def _left(finding: Finding) -> LeftRecord:
    span = finding.place.span
    return {"line": span.line if span else None, "rule": finding.rule, "message": for_json(finding.message)}
