"""Findings as commands to GitHub's runner, which shows each at its line of the pull request; worst first.

GitHub shows ten of a kind a step. The table of all findings is `job_summary.py`.
"""

from typing import Final

from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import one_line, printable

_COMMANDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


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
