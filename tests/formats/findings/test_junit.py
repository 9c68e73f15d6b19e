from xml.etree import ElementTree as ET

from tests.formats.findings.sample import NASTY, finding, result

from compactctl.finding import Level
from compactctl.formats.findings.junit import render
from compactctl.formats.findings.result import FindingsResult


def suite_of(shown: FindingsResult) -> ET.Element:
    (suite,) = ET.fromstring(render(shown))  # noqa: S314 - our own
    return suite


def failed(suite: ET.Element) -> dict[str | None, bool]:
    return {case.get("name"): case.find("failure") is not None for case in suite.iter("testcase")}


def test_every_document_is_a_case() -> None:
    suite = suite_of(result(finding("no such area")))
    assert failed(suite) == {
        "data/statement.yaml": False,
        "data/annex/2003-04.yaml": False,
        "data/compacts/hampshire.yaml": True,
    }
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "0")


def test_what_is_no_document_is_a_case_where_there_is_something_to_say() -> None:
    suite = suite_of(result(finding("x", "config.yaml"), finding("x", "compacts/a.yml", Level.WARNING, None)))
    assert failed(suite) | {"data/config.yaml": True, "data/compacts/a.yml": False} == failed(suite)
    assert suite.get("tests") == "5"


def test_a_failure_names_all_that_is_wrong_with_lines() -> None:
    suite = suite_of(result(finding("one"), finding("two"), finding("three", level=Level.WARNING)))
    failure = next(suite.iter("failure"))
    assert (failure.get("type"), failure.get("message")) == ("unknown-area", "one (and 1 more finding)")
    assert failure.text == (
        "data/compacts/hampshire.yaml:9:15: error[unknown-area] one\n"
        "data/compacts/hampshire.yaml:9:15: error[unknown-area] two"
    )
    assert suite.findtext("system-out") == "data/compacts/hampshire.yaml:9:15: warning[unknown-area] three"


def test_a_case_fails_from_the_level_on_from_which_the_run_fails() -> None:
    mild = finding("x", level=Level.WARNING)
    assert not any(failed(suite_of(result(mild))).values())
    assert any(failed(suite_of(result(mild, fails_from=Level.WARNING))).values())


def test_hostile_names_are_cases_as_others_are() -> None:
    documents = {item.place.file for item in NASTY.findings} | {*NASTY.scope.names}
    assert len(failed(suite_of(NASTY))) == len(documents)
