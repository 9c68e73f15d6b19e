"""Findings as SARIF 2.1.0, with the page of every rule that was broken."""

from typing import Any, Final
from urllib.parse import quote

from compactctl import __version__
from compactctl.finding import Finding, Level, Place
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.rules.page import page
from compactctl.formats.safe import for_json
from compactctl.formats.strict_json import written
from compactctl.formats.styled import plain
from compactctl.rules.names import page_of

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME: Final = "https://github.com/compactctl/compactctl"
_LEVELS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def render(result: FindingsResult) -> bytes:
    """Return one run."""
    rules = sorted({finding.rule for finding in result.findings})
    driver = {
        "name": "compactctl",
        "version": __version__,
        "informationUri": _HOME,
        "rules": [_rule(name) for name in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, rules, finding, mark) for finding, mark in result.fingerprints()],
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + b"\n"


def _rule(name: str) -> dict[str, Any]:
    rule = page_of(name)
    text = plain(page(name, rule, runner=False))
    return {
        "id": name,
        "shortDescription": {"text": f"{rule.holds_when}."},
        "fullDescription": {"text": f"{rule.holds_when}: {rule.reason}."},
        "help": {"text": text, "markdown": f"```text\n{text}```"},
        "helpUri": f"{_HOME}/blob/main/docs/rules.md#{name}",
        "defaultConfiguration": {"level": _LEVELS[rule.level or Level.WARNING]},
    }


def _result(result: FindingsResult, rules: list[str], finding: Finding, fingerprint: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.level],
        "message": {"text": for_json(finding.message)},
        "locations": [_location(result, finding.place)],
        "partialFingerprints": {"compactctl/1": fingerprint},
    }
    if finding.related:
        record["relatedLocations"] = [
            {"id": number, **_location(result, related.place), "message": {"text": for_json(related.message)}}
            for number, related in enumerate(finding.related, start=1)
        ]
    return record


def _location(result: FindingsResult, place: Place) -> dict[str, Any]:
    uri = quote(result.path(place).encode("utf-8", "surrogateescape"), safe="/~")
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if span := place.span:
        physical["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    return {"physicalLocation": physical}
