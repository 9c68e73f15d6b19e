"""One nasty sample through every format: each is valid, none lets anything act, and all agree on the verdict."""

import json
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from compactctl.finding import Finding, Level, Place, Related, Span
from compactctl.formats.findings import concise, full, github, gitlab, job_summary, junit, sarif
from compactctl.formats.findings import json as as_json
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.styled import plain

NASTY = "\x1b[31m]]> ::error::x\n##[error]y | <b> `%` \u202e \ud800 =1+1, a:b"
PLACE = Place("compacts/a\x1b\udcff,:%.yaml", Span(2, 3, 2, 9), "  why: " + NASTY.replace("\n", " "), 1)


def result(*levels: Level) -> FindingsResult:
    findings = [
        Finding("unknown-area", level, NASTY, PLACE if number else Place("statement.yaml"), (Related(NASTY, PLACE),))
        for number, level in enumerate(levels)
    ]
    names = ("statement.yaml", "annex/2003-04.yaml")
    return FindingsResult("data", date(2004, 1, 15), 3, names, findings, runner=True)


ALL: dict[str, Callable[[FindingsResult], bytes]] = {
    "concise": lambda given: plain(concise.render(given)).encode(),
    "full": lambda given: plain(full.render(given)).encode(),
    "json": as_json.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": lambda given: github.render(given).encode(),
    "summary": lambda given: job_summary.summary(given).encode(),
}


@pytest.mark.parametrize("name", ALL)
def test_nothing_foreign_acts(name: str) -> None:
    given = result(Level.ERROR, Level.WARNING, Level.INFO)
    text = ALL[name](given).decode()
    assert not set(text) & {"\x1b", "\u202e", "\x9b"}
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert len(commands) == (3 if name == "github" else 0)
    assert "##[" not in text


def test_annotations_come_heaviest_first_and_are_escaped() -> None:
    lines = github.render(result(Level.INFO, Level.ERROR)).splitlines()
    assert [line.split(" ")[0] for line in lines if line.startswith("::")] == ["::error", "::notice"]
    assert "%2C%3A%25.yaml" in lines[0]


def test_json_formats_are_strict_json() -> None:
    given = result(Level.ERROR, Level.WARNING)
    for render in (as_json.render, gitlab.render, sarif.render):
        json.loads(render(given), parse_constant=pytest.fail)


def test_code_quality_has_what_gitlab_asks_for() -> None:
    entries = json.loads(gitlab.render(result(Level.ERROR, Level.WARNING)))
    assert [entry["severity"] for entry in entries] == ["major", "minor"]
    assert [entry["location"]["lines"]["begin"] for entry in entries] == [1, 2]
    assert all(entry["description"].startswith("unknown-area: ") for entry in entries)


def test_sarif_carries_help_places_and_related_places() -> None:
    run = json.loads(sarif.render(result(Level.ERROR, Level.WARNING)))["runs"][0]
    assert run["tool"]["driver"]["rules"][0]["help"]["text"]
    whole, placed = run["results"]
    assert "region" not in whole["locations"][0]["physicalLocation"]
    assert placed["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert "%1B" in placed["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert placed["relatedLocations"][0]["message"]["text"]


def test_junit_fails_where_there_is_an_error() -> None:
    suite = ET.fromstring(junit.render(result(Level.WARNING, Level.ERROR)))[0]  # noqa: S314 - our own
    names = [case.get("name") for case in suite.iter("testcase")]
    assert suite.get("failures") == "1"
    assert names[:2] == ["data/statement.yaml", "data/annex/2003-04.yaml"]
