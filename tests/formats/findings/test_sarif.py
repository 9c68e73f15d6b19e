import json
import re
from typing import Any

import pytest
from tests.formats.findings.sample import NASTY, finding, result

from compactctl.finding import Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.findings.sarif import render
from compactctl.rules.names import rule_names


def run_of(shown: FindingsResult) -> Any:  # noqa: ANN401 - parsed JSON
    (run,) = json.loads(render(shown))["runs"]
    return run


def test_a_result_stands_at_its_region_with_its_second_place() -> None:
    run = run_of(result(finding("no such area")))
    (shown,) = run["results"]
    location = {
        "artifactLocation": {"uri": "data/compacts/hampshire.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 9, "startColumn": 15, "endLine": 9, "endColumn": 27},
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert shown["message"] == {"text": "no such area"}
    assert shown["locations"] == [{"physicalLocation": location}]
    assert shown["relatedLocations"] == [
        {"id": 1, "physicalLocation": location, "message": {"text": "see no such area"}}
    ]
    assert list(shown["partialFingerprints"]) == ["compactctl/v1"]


def test_a_whole_file_has_no_region() -> None:
    (shown,) = run_of(result(finding("x", span=None)))["results"]
    assert list(shown["locations"][0]["physicalLocation"]) == ["artifactLocation"]


def test_levels_are_those_of_the_format() -> None:
    shown = run_of(result(*(finding("x", level=level) for level in Level)))["results"]
    assert [item["level"] for item in shown] == ["error", "warning", "note"]


def test_the_rules_found_come_with_their_pages() -> None:
    rules = run_of(result(*(finding("x", rule=rule) for rule in rule_names())))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule_names())
    for rule in rules:
        assert "What to do" in rule["help"]["text"]
        assert rule["help"]["markdown"].count("```") == 4


def test_results_point_to_their_rules() -> None:
    run = run_of(result(finding("x", rule="year-gap"), finding("x", rule="lost-area")))
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [ids[item["ruleIndex"]] for item in run["results"]] == ["year-gap", "lost-area"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b#1?.yaml", "data/a%20b%231%3F.yaml"),
        ("compacts/é%.yaml", "data/compacts/%C3%A9%25.yaml"),
        ("caf\udce9.yaml", "data/caf%5Cudce9.yaml"),
    ],
)
def test_addresses_are_percent_encoded(name: str, uri: str) -> None:
    (shown,) = run_of(result(finding("x", name, span=None)))["results"]
    assert shown["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_no_message_makes_a_link() -> None:
    texts = [item["message"]["text"] for item in run_of(NASTY)["results"]]
    assert [text for text in texts if re.search(r"(?<!\\)[\[\]]", text)] == []
    assert any(r"\[a link\](https" in text for text in texts)


def test_no_brace_stands_for_an_argument() -> None:
    (shown,) = run_of(result(finding("write {0} or {why}", "a.yaml")))["results"]
    assert shown["message"]["text"] == "write {{0}} or {{why}}"
