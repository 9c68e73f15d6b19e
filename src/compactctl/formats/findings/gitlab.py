"""Findings as a GitLab Code Quality report."""

from typing import Final

from compactctl.finding import Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import for_json, printable
from compactctl.formats.strict_json import written

_SEVERITIES: Final = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def render(result: FindingsResult) -> bytes:
    """Return the report; a finding on a whole file is shown at its first line."""
    entries = [
        {
            "description": for_json(f"{finding.rule}: {finding.message}"),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.level],
            "location": {
                "path": printable(result.path(finding.place), runner=False),
                "lines": {"begin": finding.place.span.line if finding.place.span else 1},
            },
        }
        for finding, fingerprint in result.fingerprints()
    ]
    return written(entries) + b"\n"
