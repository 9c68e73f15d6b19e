"""What a finding that 'fix' can repair says more, in each format."""

import json
from dataclasses import replace
from typing import Any, Final

import pytest
from tests.formats.findings.sample import ENCODED, finding, result

from compactctl.finding import Repair
from compactctl.formats.findings import concise, full, github, gitlab, junit, sarif
from compactctl.formats.findings import json as findings_json
from compactctl.formats.styled import plain

PLAIN: Final = finding("x")
LINES: Final = finding("x", repair=Repair(9, 10, '- "a: b"\n  c'))
ANEW: Final = finding("x", span=None, rule="not-utf-8", repair=ENCODED)


def in_json(*findings: Any) -> list[Any]:  # noqa: ANN401 - findings, and parsed JSON
    shown: list[Any] = json.loads(findings_json.render(result(*findings)))["findings"]
    return shown


def in_sarif(*findings: Any) -> list[Any]:  # noqa: ANN401 - findings, and parsed JSON
    shown: list[Any] = json.loads(sarif.render(result(*findings)))["runs"][0]["results"]
    return shown


def test_json_has_it_last() -> None:
    plain_one, lines, anew = in_json(PLAIN, LINES, ANEW)
    assert "repair" not in plain_one
    assert lines["repair"] == {"line": 9, "end_line": 10, "text": '- "a: b"\n  c'}
    assert anew["repair"] == {"line": None, "end_line": None, "text": None, "encoding": "utf-8"}
    assert list(lines)[-2:] == ["fingerprint", "repair"]


def test_sarif_has_a_fix_of_whole_lines_and_none_of_an_encoding() -> None:
    plain_one, lines, anew = in_sarif(PLAIN, LINES, ANEW)
    assert "fixes" not in plain_one
    assert "fixes" not in anew
    (fix,) = lines["fixes"]
    (change,) = fix["artifactChanges"]
    assert change == {
        "artifactLocation": {"uri": "data/compacts/hampshire.yaml", "uriBaseId": "%SRCROOT%"},
        "replacements": [
            {"deletedRegion": {"startLine": 9, "endLine": 10}, "insertedContent": {"text": '- "a: b"\n  c'}}
        ],
    }


@pytest.mark.parametrize(
    ("repairable", "others", "words"),
    [
        (1, 0, "'compactctl fix' can repair this"),
        (1, 1, "'compactctl fix' can repair 1 of these 2"),
        (7, 1, "'compactctl fix' can repair 7 of these 8"),
        (8, 0, "'compactctl fix' can repair all of these 8"),
    ],
)
def test_people_are_told_of_how_many(repairable: int, others: int, words: str) -> None:
    shown = result(*[LINES] * repairable, *[PLAIN] * others)
    *_, before, said, last = plain(full.render(shown)).splitlines()
    assert (before, said, last) == ("", words, shown.summary())
    # In Markdown the quotes are of no consequence, and stand as they are.
    assert f"{shown.summary()}\n\n{words}\n\n| level |" in github.summary(shown)


def test_nothing_is_said_where_nothing_can_be_repaired() -> None:
    assert "compactctl fix" not in plain(full.render(result(PLAIN))) + github.summary(result(PLAIN))


def test_statistics_come_before_it() -> None:
    shown = plain(full.render(replace(result(LINES), statistics=True)))
    assert shown.endswith("     1  unknown-area\n\n'compactctl fix' can repair this\n1 error in 1 of 3 documents\n")


def test_the_other_formats_say_what_they_say_of_any_finding() -> None:
    one, other = result(PLAIN), result(LINES)
    assert plain(concise.render(one)) == plain(concise.render(other))
    assert (gitlab.render(one), junit.render(one)) == (gitlab.render(other), junit.render(other))
    assert github.render(one) == github.render(other)
