import json

from tests.formats.findings.sample import NASTY, finding, result

from compactctl.finding import Level
from compactctl.formats.findings.gitlab import render


def test_an_issue_says_what_a_merge_request_shows() -> None:
    (issue,) = json.loads(render(result(finding("no such area"))))
    assert len(issue.pop("fingerprint")) == 12
    assert issue == {
        "description": "unknown-area: no such area",
        "check_name": "unknown-area",
        "severity": "major",
        "location": {"path": "data/compacts/hampshire.yaml", "lines": {"begin": 9, "end": 9}},
    }


def test_a_whole_file_is_shown_at_its_first_line() -> None:
    (issue,) = json.loads(render(result(finding("x", span=None))))
    assert issue["location"]["lines"] == {"begin": 1, "end": 1}


def test_levels_are_severities() -> None:
    issues = json.loads(render(result(*(finding("x", level=level) for level in Level))))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]


def test_no_two_issues_share_a_fingerprint() -> None:
    twice = result(finding("x"), finding("x"), *NASTY.findings)
    issues = json.loads(render(twice))
    assert len({issue["fingerprint"] for issue in issues}) == len(twice.findings)


def test_without_findings_the_report_is_an_empty_list() -> None:
    assert render(result()) == b"[]\n"
