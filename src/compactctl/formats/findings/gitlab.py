"""Findings as GitLab's Code Quality report, which a merge request shows beside what it changes.

Source: GitLab's documentation of custom tools for Code Quality, a part of the Code Climate specification.
"""

from typing import Final

from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import for_json, one_line, printable
from compactctl.formats.strict_json import written

_SEVERITIES: Final = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def render(result: FindingsResult) -> bytes:
    """Return the document."""
    return written([_issue(result, finding, mark) for finding, mark in result.fingerprints()]) + b"\n"


def _issue(result: FindingsResult, finding: Finding, fingerprint: str) -> dict[str, object]:
    span = finding.place.span
    return {
        # A merge request shows the description alone.
        "description": f"{finding.rule}: {printable(one_line(finding.message))}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {
            "path": for_json(result.rooted_path(finding.place)),
            "lines": {"begin": span.line if span else 1, "end": span.end_line if span else 1},
        },
    }
