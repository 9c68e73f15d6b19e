"""All findings as a table for the summary page of a job on GitHub, beside the annotations, which stop at ten."""

from collections.abc import Iterator
from typing import Final

from compactctl.finding import Finding
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import for_markdown
from compactctl.words import number

MAXIMUM_SUMMARY: Final = 1024 * 1024
"""Bytes: GitHub shows nothing of a longer summary."""

_HEAD: Final = "| level | where | rule | message |\n| --- | --- | --- | --- |\n"
_NOTE: Final = 200
"""Bytes kept free for the line that says what was cut."""


def summary(result: FindingsResult, room: int = MAXIMUM_SUMMARY) -> str:
    """Return the Markdown in at most `room` bytes; where that cuts findings off, the last line says how many."""
    text = f"## compactctl\n\n{for_markdown(result.summary())}\n\n"
    if not result.findings:
        return text if len(text) <= room else ""
    text += _HEAD
    left = room - len(text) - _NOTE
    rows = list(_within(_rows(result), left))
    missing = len(result.findings) - len(rows)
    if missing:
        limit = f"{MAXIMUM_SUMMARY // 1024**2} MiB"
        rows.append(f"\n{number(missing, 'more finding')} left out here: a summary holds no more than {limit}.\n")
    return text + "".join(rows) if left >= 0 else ""


def _rows(result: FindingsResult) -> Iterator[str]:
    for finding in result.worst_first():
        where = f"{for_markdown(result.rooted_path(finding.place))}{_position(finding)}"
        yield f"| {finding.level} | {where} | {finding.rule} | {for_markdown(finding.message)} |\n"


def _position(finding: Finding) -> str:
    span = finding.place.span
    return f":{span.line}:{span.column}" if span else ""


def _within(rows: Iterator[str], left: int) -> Iterator[str]:
    for row in rows:
        left -= len(row.encode())
        if left < 0:
            return
        yield row
