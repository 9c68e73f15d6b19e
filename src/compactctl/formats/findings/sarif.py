"""Findings as SARIF 2.1.0 (OASIS), which code scanning and many editors read, with the page of each rule found."""

from typing import Final
from urllib.parse import quote

from compactctl import __version__
from compactctl.addresses import HOME, pages
from compactctl.finding import Finding, Level, Place, Repair, Span
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.rules import level_of, page
from compactctl.formats.safe import for_json, for_sarif
from compactctl.formats.strict_json import written
from compactctl.formats.styled import plain
from compactctl.rules.names import page_of
from compactctl.rules.rule import Rule
from compactctl.words import number

MAXIMUM_RESULTS: Final = 5_000
"""GitHub shows no more of a run, and takes no log of more than 25,000."""

_LEVELS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_ROOT: Final = "%SRCROOT%"


def left_out(result: FindingsResult) -> str | None:
    """Say how many findings the log leaves out, if it does."""
    more = len(result.findings) - MAXIMUM_RESULTS
    return f"{number(more, 'finding')} left out: SARIF holds {MAXIMUM_RESULTS:,}, the worst first" if more > 0 else None


def render(result: FindingsResult) -> bytes:
    """Return the log: one run, the worst results first, with the rules broken in the order of their names."""
    worst = sorted(result.fingerprints(), key=lambda marked: marked[0].level.rank)[:MAXIMUM_RESULTS]
    rules = sorted({finding.rule for finding, _ in worst})
    driver = {
        "name": "compactctl",
        "informationUri": HOME,
        "version": __version__,
        "rules": [_descriptor(rule) for rule in rules],
    }
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {
            _ROOT: {
                "description": {
                    "text": "The root of the repository; where there is none, the folder in which the command ran."
                }
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, finding, mark, rules) for finding, mark in worst],
    }
    if note := left_out(result):
        notification = {"level": "warning", "message": {"text": note}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notification]}]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return written(log) + b"\n"


def _result(result: FindingsResult, finding: Finding, fingerprint: str, rules: list[str]) -> dict[str, object]:
    related = [
        {"id": position, **_location(result, item.place), "message": {"text": for_sarif(item.message)}}
        for position, item in enumerate(finding.related, 1)
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.level],
        "message": {"text": for_sarif(finding.message)},
        "locations": [_location(result, finding.place)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"compactctl/v1": fingerprint},
        **({"fixes": fixes} if (fixes := _fixes(result, finding.place, finding.repair)) else {}),
    }


def _fixes(result: FindingsResult, place: Place, repair: Repair | None) -> list[dict[str, object]]:
    """Return how lines should read; SARIF has no fix of an encoding."""
    if repair is None or repair.text is None:
        return []
    # Without columns a region is of whole lines, without the last one's end.
    lines = {"startLine": repair.line, "endLine": repair.end_line}
    replacement = {"deletedRegion": lines, "insertedContent": {"text": for_json(repair.text)}}
    change = {"artifactLocation": _artifact(result, place), "replacements": [replacement]}
    return [{"description": {"text": "What 'compactctl fix' writes."}, "artifactChanges": [change]}]


def _artifact(result: FindingsResult, place: Place) -> dict[str, str]:
    return {"uri": quote(for_json(result.rooted_path(place))), "uriBaseId": _ROOT}


def _location(result: FindingsResult, place: Place) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(result, place)}
    if place.span:
        physical["region"] = _region(place.span)
    return {"physicalLocation": physical}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _descriptor(name: str) -> dict[str, object]:
    """Return the description of a rule. A rule that is milder with drafts stands with its heavier level."""
    rule = page_of(name)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": _sentence(rule.found_when)},
        "fullDescription": {"text": f"{_sentence(rule.found_when)} Why: {rule.reason}."},
        "defaultConfiguration": {"level": _LEVELS[rule.level or Level.ERROR]},
        "helpUri": f"{pages()}/rules.md#{name}-{level_of(rule)}",
        "help": {"text": _text(name, rule), "markdown": _markdown(name, rule)},
    }


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _text(name: str, rule: Rule) -> str:
    return plain(page(name, rule)).rstrip()


def _markdown(name: str, rule: Rule) -> str:
    samples = plain(page(name, rule)).partition("\nBreaks it\n")[2].rstrip()
    breaks, _, keeps = samples.partition("\n\nKeeps it\n")
    return (
        f"{_sentence(rule.found_when)}\n\n"
        f"**Why.** {_sentence(rule.reason)}\n\n**What to do.** {_sentence(rule.remedy)}\n\n"
        f"**Breaks it**\n\n```text\n{breaks}\n```\n\n**Keeps it**\n\n```text\n{keeps}\n```\n"
    )
