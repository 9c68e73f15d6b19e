"""One nasty sample through every format: none lets anything act. Each has more tests of its own."""

from collections.abc import Callable
from datetime import date

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
