"""One nasty sample through all formats: each tells of the same findings and gives the same verdict."""

import json
from collections.abc import Iterable

import pytest
from tests.formats.findings.sample import NASTY, finding, result

from compactctl.finding import Level
from compactctl.formats.findings import concise, full, github, gitlab, sarif
from compactctl.formats.findings import json as findings_json
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.styled import plain

Counts = tuple[int, int, int]
"""Errors, warnings, notes."""

MILD = result(finding("x", level=Level.WARNING), finding("x", level=Level.INFO))


def counted(words: Iterable[str], names: tuple[str, str, str] = ("error", "warning", "info")) -> Counts:
    listed = list(words)
    error, warning, info = (listed.count(name) for name in names)
    return error, warning, info


def by_format(shown: FindingsResult) -> dict[str, Counts]:
    (run,) = json.loads(sarif.render(shown))["runs"]
    heads = [line.partition("[")[0] for line in plain(full.render(shown)).splitlines()]
    parts = [line.rpartition("[unknown-area]")[0] or line.rpartition("[misplaced-file]")[0] for line in _lines(shown)]
    return {
        "full": counted(heads),
        "concise": counted(part.rpartition(" ")[2] for part in parts),
        "json": counted(item["level"] for item in json.loads(findings_json.render(shown))["findings"]),
        "github": counted(
            (line.split()[0] for line in github.render(shown).splitlines()), ("::error", "::warning", "::notice")
        ),
        "gitlab": counted((item["severity"] for item in json.loads(gitlab.render(shown))), ("major", "minor", "info")),
        "sarif": counted((item["level"] for item in run["results"]), ("error", "warning", "note")),
    }


def _lines(shown: FindingsResult) -> list[str]:
    return plain(concise.render(shown)).splitlines()


@pytest.mark.parametrize("shown", [result(), MILD, NASTY], ids=["none", "mild", "nasty"])
def test_all_formats_count_the_same(shown: FindingsResult) -> None:
    expected = tuple(shown.counts.values())
    assert by_format(shown) == dict.fromkeys(by_format(shown), expected)
