"""Findings as annotations of a GitHub Actions run, heaviest first, and as a table for the job's summary.

The lines here are commands to the runner, and the only ones: all that is foreign is escaped as the runner's own
toolkit does (actions/toolkit, packages/core/src/command.ts), and cannot begin one.
"""

from typing import Final

from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import for_markdown, one_line, printable

_COMMANDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
SUMMARY_LIMIT: Final = 1_000_000
"""Bytes: GitHub takes a summary of at most 1 MiB."""


def render(result: FindingsResult) -> str:
    """Return an annotation a finding, and a line that sums up."""
    order = list(Level)
    heaviest_first = sorted(result.findings, key=lambda finding: order.index(finding.level))
    return "".join(f"{_annotation(result, finding)}\n" for finding in heaviest_first) + f"{result.summary()}\n"


def _annotation(result: FindingsResult, finding: Finding) -> str:
    properties = {"file": printable(result.path(finding.place), runner=False), "title": finding.rule}
    if span := finding.place.span:
        properties |= {"line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {told}::{_data(printable(one_line(finding.message), runner=False))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "#%23[")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(result: FindingsResult) -> str:
    """Return a table of all findings, since annotations stop at ten a step; cut where GitHub would refuse it."""
    head = f"### compactctl validate\n\n{result.summary()}\n"
    if not result.findings:
        return head
    rows, size = [f"{head}\n| level | rule | where | what |\n| --- | --- | --- | --- |\n"], 0
    for number, finding in enumerate(result.findings):
        row = _row(result, finding)
        size += len(row.encode())
        if size > SUMMARY_LIMIT:
            rows.append(f"\n{len(result.findings) - number} more do not fit here; the log has them all.\n")
            break
        rows.append(row)
    return "".join(rows)


def _row(result: FindingsResult, finding: Finding) -> str:
    span = finding.place.span
    where = for_markdown(result.path(finding.place)) + (f":{span.line}" if span else "")
    return f"| {finding.level} | {finding.rule} | {where} | {for_markdown(finding.message)} |\n"
