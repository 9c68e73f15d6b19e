"""What became of returned forms as JSON, format `compactctl/imports/1`: what it holds, key by key, in types of its own.

`compactctl schema imports` is made from these; inner types may change without them.
"""

from typing import Literal

from typing_extensions import TypedDict  # Pydantic reads no other one before Python 3.12

from compactctl.formats.imports.result import ImportedFile, ImportsResult
from compactctl.formats.safe import for_json
from compactctl.formats.strict_json import written


class ImportedFileRecord(TypedDict):
    """A file and what became of it; authority and year are null where it is no form that could be read.

    `reasons` say why it was refused. `comments` counts those of Word, which are never taken in; `left_out` has what
    the edition had and does not have any more: what boxes held that are empty now, and comments of the file.
    `remarks` say what to look at.
    """

    file: str
    authority: str | None
    year: str | None
    outcome: Literal["imported", "unchanged", "refused"]
    reasons: list[str]
    comments: int
    left_out: list[str]
    remarks: list[str]


class ImportsRecord(TypedDict):
    """The result of `import --format json`; `written` is whether anything was written."""

    format: Literal["compactctl/imports/1"]
    written: bool
    files: list[ImportedFileRecord]


def render(result: ImportsResult) -> bytes:
    """Return the document."""
    record: ImportsRecord = {
        "format": "compactctl/imports/1",
        "written": result.has_written,
        "files": [_file(file) for file in result.files],
    }
    return written(record) + b"\n"


def _file(file: ImportedFile) -> ImportedFileRecord:
    return {
        "file": for_json(file.path),
        "authority": for_json(file.authority) if file.authority is not None else None,
        "year": for_json(file.year) if file.year is not None else None,
        "outcome": file.taken.outcome.value,
        "reasons": [for_json(reason) for reason in file.taken.reasons],
        "comments": file.comments,
        "left_out": [for_json(words) for words in file.taken.left_out],
        "remarks": [for_json(words) for words in file.taken.remarks],
    }
