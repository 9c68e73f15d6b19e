"""Who agreed when: an edition before its annex, late signatures, and days that are still to come."""

from datetime import date
from pathlib import Path

import pytest
from tests.rules.looking import compact, findings_in, outlines
from tests.running import copy_record, run

from compactctl.rules.samples import ANNEX, BASE

SIGNATURES = """\
    signatures:
      - {{party: authority, role: Director, date: {}}}
      - {{party: department, role: For the Secretary of State, date: {}}}
"""


def annex(department: str, association: str) -> str:
    head, _, tail = BASE[ANNEX].partition("date: 2003-07-23")
    return f"{head}date: {department}{tail.replace('2003-07-23', association)}"


def test_an_edition_agreed_before_its_annex_is_told_at_the_signature_that_made_it_so(tmp_path: Path) -> None:
    files = compact(more=SIGNATURES.format("2003-08-30", "2003-08-01")) | {ANNEX: annex("2003-09-15", "2003-08-02")}
    [finding] = findings_in(tmp_path, files)
    assert (finding.rule, str(finding.level)) == ("agreed-without-annex", "warning")
    assert finding.place.excerpt.strip().startswith("- {party: authority")
    assert "this edition was agreed on 2003-08-30, before the annex of 2003/04 (2003-09-15)" in finding.message


@pytest.mark.parametrize("day", ["2003-09-15", "2003-09-16"])
def test_an_edition_agreed_on_the_day_of_its_annex_or_later(tmp_path: Path, day: str) -> None:
    files = compact(more=SIGNATURES.format("2003-08-01", day)) | {ANNEX: annex("2003-09-15", "2003-08-02")}
    assert findings_in(tmp_path, files) == []


def test_an_edition_agreed_while_its_annex_is_not_is_an_error(tmp_path: Path) -> None:
    files = compact(more=SIGNATURES.format("2003-12-01", "2003-12-01"))
    files[ANNEX] = BASE[ANNEX].partition("signatures:")[0]
    [finding] = findings_in(tmp_path, files)
    assert (finding.rule, str(finding.level)) == ("agreed-without-annex", "error")
    assert "party: department" in finding.place.excerpt  # of two on one day the one further down


def test_an_annex_is_not_agreed_while_nobody_has_signed_the_statement(tmp_path: Path) -> None:
    files = compact(more=SIGNATURES.format("2003-12-01", "2003-12-01"))
    files["statement.yaml"] = BASE["statement.yaml"].partition("signatures:")[0]
    [finding] = findings_in(tmp_path, files)
    assert finding.rule == "agreed-without-annex"
    assert "nobody has signed the statement; have the statement signed first" in finding.message


def test_a_late_signature_is_a_warning_so_that_nobody_writes_a_false_date(tmp_path: Path) -> None:
    files = compact(more=SIGNATURES.format("2003-12-01", "2004-09-01"))
    [finding] = findings_in(tmp_path, files, date(2005, 1, 15))
    assert (finding.rule, str(finding.level)) == ("signed-late", "warning")
    assert "leave it if it is true" in finding.message


def test_a_signature_before_the_day_on_which_the_statement_was_first_signed_by_all(tmp_path: Path) -> None:
    statement = BASE["statement.yaml"].replace("date: 2003-07-23", "date: 2003-07-20", 1)
    files = compact(more=SIGNATURES.format("2003-07-22", "2003-12-01")) | {"statement.yaml": statement}
    assert outlines(findings_in(tmp_path, files)) == [("signature-out-of-time", "error", 14)]


@pytest.mark.parametrize("wrong", ["signature", "signaturs", "Signatures"])
def test_nothing_is_concluded_from_signatures_that_may_have_been_meant(tmp_path: Path, wrong: str) -> None:
    """One finding in the annex, and none in the compacts, which have nothing wrong."""
    files = compact(more=SIGNATURES.format("2003-12-01", "2003-12-01"))
    files[ANNEX] = BASE[ANNEX].replace("signatures:", f"{wrong}:")
    [finding] = findings_in(tmp_path, files)
    assert (finding.rule, finding.place.file) == ("unknown-key", ANNEX)
    assert "did you mean 'signatures'?" in finding.message


@pytest.mark.parametrize("wrong", ["retird", "retire"])
def test_no_area_is_lost_where_retired_may_have_been_meant(tmp_path: Path, wrong: str) -> None:
    later = BASE[ANNEX].replace("2003/04", "2004/05").replace("2003-07-23", "2004-07-01")
    area = later[later.index("      - letter: d") : later.index("      - letter: e")]
    later = later.replace(area, "").replace("letter: e", "letter: d")
    files: dict[str, str | None] = {"annex/2004-05.yaml": f"{later}{wrong}:\n  - id: early-education\n    why: Done\n"}
    findings = findings_in(tmp_path, files, date(2004, 7, 15))
    assert [(item.rule, item.place.file) for item in findings] == [("unknown-key", "annex/2004-05.yaml")]


def test_a_part_that_has_both_is_told_of_the_unknown_one_alone(tmp_path: Path) -> None:
    text = BASE[ANNEX].replace("signatures:", "signature: []\nsignatures:")
    [finding] = findings_in(tmp_path, {ANNEX: text})
    assert "did you mean" not in finding.message


def test_the_one_key_that_is_missing_is_the_one_that_was_meant(tmp_path: Path) -> None:
    [finding] = findings_in(
        tmp_path, {"compacts/hampshire.yaml": BASE["compacts/hampshire.yaml"].replace("why:", "reason:")}
    )
    assert finding.rule == "unknown-key"
    assert "did you mean 'why'?" in finding.message


def test_a_higher_format_is_refused_saying_so(tmp_path: Path) -> None:
    [finding] = findings_in(tmp_path, {"statement.yaml": f"format: 2\n{BASE['statement.yaml']}"})
    assert finding.rule == "wrong-value"
    assert "this version of compactctl reads format 1; install a newer compactctl" in finding.message


@pytest.mark.parametrize("command", ["report", "diff", "new norfolk", "renew hampshire", "revise"])
def test_no_command_reads_a_record_of_a_format_that_it_does_not_know(tmp_path: Path, command: str) -> None:
    data = copy_record(tmp_path, "hampshire")
    statement = data / "statement.yaml"
    statement.write_text(statement.read_text(encoding="utf-8").replace("format: 1", "format: 2"), encoding="utf-8")
    answer = run(tmp_path, *command.split())
    assert answer.returncode == 2
    assert "what format the record is written in, data/statement.yaml does not say" in answer.stderr
    assert answer.stdout == ""


@pytest.mark.parametrize(
    ("second", "broken"),
    [
        ("{party: authority, role: Chief executive, date: 2003-12-02}", []),
        ("{party: authority, role: Director, name: A Person, date: 2003-12-02}", []),
        ("{party: authority, role: ' DIRECTOR', date: 2003-12-02}", ["wrong-party"]),
    ],
)
def test_a_party_may_sign_again_in_another_name_or_role(tmp_path: Path, second: str, broken: list[str]) -> None:
    files = compact(more=f"{SIGNATURES.format('2003-12-01', '2003-12-15')}      - {second}\n")
    assert [item.rule for item in findings_in(tmp_path, files)] == broken
