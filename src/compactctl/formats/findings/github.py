"""Findings for GitHub: commands to its runner, and a table of all for the summary page of a job.

The runner shows each at its line of the pull request, but only ten of a kind a step, so the worst come first.
"""

from collections.abc import Iterator
from typing import Final

from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult, position
from compactctl.formats.safe import for_markdown, one_line, printable
from compactctl.words import number

_COMMANDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
MAXIMUM_SUMMARY: Final = 1024 * 1024
"""Bytes: GitHub shows nothing of a longer summary."""

_HEAD: Final = "| level | where | rule | message |\n| --- | --- | --- | --- |\n"
_NOTE: Final = 200
"""Bytes kept free for the line that says what was cut."""


def render(result: FindingsResult) -> str:
    """Return a command a finding, a line each."""
    return "".join(f"{_annotation(result, finding)}\n" for finding in result.worst_first())


def error(message: str) -> str:
    """Return a command that says why there are no findings to show."""
    return f"::error title=compactctl::{_data(message)}\n"


def _annotation(result: FindingsResult, finding: Finding) -> str:
    properties = {"file": result.rooted_path(finding.place), **_where(finding), "title": finding.rule}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {written}::{_data(finding.message)}"


def _where(finding: Finding) -> dict[str, int]:
    span = finding.place.span
    if span is None:
        return {}
    if span.line != span.end_line:  # the runner wants no columns across lines
        return {"line": span.line, "endLine": span.end_line}
    return {"line": span.line, "col": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _data(text: str) -> str:
    """Escape as GitHub's own toolkit does (actions/toolkit, packages/core/src/command.ts), for text and properties."""
    shown = printable(one_line(text))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(result: FindingsResult, room: int = MAXIMUM_SUMMARY) -> str:
    """Return a table in at most `room` bytes of Markdown; where that cuts findings off, the last line says how many."""
    text = f"## compactctl\n\n{for_markdown(result.summary())}\n\n"
    if not result.findings:
        return text if len(text) <= room else ""
    if repairable := result.repairable():
        text += f"{for_markdown(repairable)}\n\n"
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
        where = f"{for_markdown(result.rooted_path(finding.place))}{position(finding.place)}"
        yield f"| {finding.level} | {where} | {finding.rule} | {for_markdown(finding.message)} |\n"


def _within(rows: Iterator[str], left: int) -> Iterator[str]:
    for row in rows:
        left -= len(row.encode())
        if left < 0:
            return
        yield row
