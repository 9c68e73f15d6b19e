"""`compactctl validate --since`: a signed text that changed is a finding, in every format, in scratch repositories."""

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from tests.commands.validating import changed, workspace
from tests.docs.blocks import ROOT, blocks
from tests.repositories import begin, commit, damage, git, replace
from tests.running import run

from compactctl.cli.commands.validate import FORMATS
from compactctl.files.data_folder import STATEMENT
from compactctl.rules.samples import ANNEX, COMPACT

_SIGNATURES: Final = (
    "    signatures:\n"
    "      - {party: authority, role: Leader, date: 2003-12-01}\n"
    "      - {party: department, role: Minister, date: 2004-01-12}\n"
)
SIGNED: Final = changed(COMPACT, ("    priorities:\n", f"{_SIGNATURES}    priorities:\n"))
FILE: Final = f"data/{COMPACT}"
RULE: Final = "changed-after-signing"
DAY: Final = ("--as-of", "2004-02-01")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository whose statement, annex and compact are agreed, with a branch of its own checked out."""
    folder = begin(workspace(tmp_path / "repository", SIGNED))
    git(folder, "checkout", "--quiet", "-b", "mine")
    return folder


def findings_in(folder: Path, *arguments: str, ref: str = "main", code: int = 1) -> list[dict[str, Any]]:
    result = run(folder, "validate", "--since", ref, "--format", "json", *DAY, *arguments)
    assert result.returncode == code, result.stdout + result.stderr
    findings: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return findings


def misspell(repository: Path) -> None:
    replace(repository / FILE, "Two consultants", "Three consultants")


def test_a_signed_text_that_changed_is_an_error_where_it_differs(repository: Path) -> None:
    misspell(repository)
    [finding] = findings_in(repository)
    assert (finding["rule"], finding["level"], finding["file"]) == (RULE, "error", FILE)
    assert (finding["line"], finding["column"]) == (13, 15)
    assert finding["message"] == (
        "the edition of 2003/04 (agreed 12 January 2004) is not what was signed: 'contributions.authority' differs in "
        "the priority 'ks2-literacy-numeracy'; put back what was signed, or say it in the next "
        "edition; where both sides agree to mend a misprint, exempt it in config.yaml"
    )


def test_renew_is_named_only_where_it_would_begin_an_edition(repository: Path) -> None:
    """There is no annex of a later year, then one, then the edition of that year too."""
    misspell(repository)
    advice = "or begin a new edition with 'compactctl renew hampshire'"
    assert "or say it in the next edition" in findings_in(repository, "--select", RULE)[0]["message"]
    assert run(repository, "renew", "hampshire", "--dry-run").returncode != 0
    annex = (repository / f"data/{ANNEX}").read_text(encoding="utf-8")
    later = repository / "data/annex/2004-05.yaml"
    later.write_text(annex.replace("year: 2003/04", "year: 2004/05"), encoding="utf-8")
    assert advice in findings_in(repository, "--select", RULE)[0]["message"]
    assert run(repository, "renew", "hampshire", "--dry-run").returncode == 0
    renewed = run(repository, "renew", "hampshire")
    assert renewed.returncode == 0, renewed.stderr
    assert "or say it in the next edition" in findings_in(repository, "--select", RULE)[0]["message"]


def test_it_is_none_without_the_option_and_nothing_else_changes_with_it(repository: Path) -> None:
    misspell(repository)
    replace(repository / FILE, "area: ks2-literacy-numeracy", "area: ks2-literacy")
    without = run(repository, "validate", "--format", "json", *DAY)
    others = json.loads(without.stdout)["findings"]
    assert [finding["rule"] for finding in others] == ["unknown-area"]
    assert [finding for finding in findings_in(repository) if finding["rule"] != RULE] == others


def test_one_finding_a_text_the_annex_and_the_statement_too(repository: Path) -> None:
    misspell(repository)
    replace(repository / FILE, "term: short", "term: medium")
    replace(repository / f"data/{ANNEX}", "Support to schools", "Support for schools")
    replace(repository / f"data/{STATEMENT}", "Every child enjoys", "Each child enjoys")
    findings = findings_in(repository)
    assert [(item["file"], item["line"]) for item in findings] == [
        (f"data/{ANNEX}", 10),
        (FILE, 9),
        (f"data/{STATEMENT}", 3),
    ]
    assert "the annex of 2003/04 (agreed 23 July 2003) is not what was signed" in findings[0]["message"]
    assert "or say it in the annex of 2004/05" in findings[0]["message"]
    assert "the statement (agreed 23 July 2003) is not what was signed: 'vision' differs" in findings[2]["message"]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_shows_it_and_fails(repository: Path, format_: str) -> None:
    misspell(repository)
    result = run(repository, "validate", "--since", "main", "--format", format_, *DAY)
    assert result.returncode == 1
    assert RULE in result.stdout
    assert "not what was signed" in result.stdout
    (repository / FILE).unlink()
    result = run(repository, "validate", "--since", "main", "--format", format_, *DAY)
    assert result.returncode == 1
    assert "is not there any more" in result.stdout
    assert FILE in result.stdout


def test_a_text_that_is_gone_is_told_at_its_file(repository: Path) -> None:
    for name in (COMPACT, ANNEX):
        (repository / "data" / name).unlink()
    findings = [item for item in findings_in(repository) if item["rule"] == RULE]
    assert [item["file"] for item in findings] == [f"data/{ANNEX}", FILE]
    assert all("line" not in item for item in findings)
    assert findings[1]["message"] == (
        "the edition of 2003/04 (agreed 12 January 2004) is not there any more; put it back, or, where both sides "
        "agree that it goes, exempt it in config.yaml"
    )


def test_a_file_that_was_renamed(repository: Path) -> None:
    (repository / FILE).rename(repository / "data/compacts/norfolk.yaml")
    replace(repository / "data/compacts/norfolk.yaml", "authority: hampshire", "authority: norfolk")
    assert [(item["rule"], item["file"]) for item in findings_in(repository)] == [(RULE, FILE)]


def test_layout_comments_and_line_ends_stop_nothing(repository: Path) -> None:
    replace(
        repository / FILE, "why: Results differ between districts", 'why: "Results differ  between districts" # yes'
    )
    replace(repository / FILE, "role: Minister, date: 2004-01-12}", "date: 2004-01-12, role: Minister}")
    path = repository / FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert findings_in(repository, code=0) == []


def test_what_others_did_since_stops_nothing(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "main")
    misspell(repository)
    commit(repository)
    git(repository, "checkout", "--quiet", "mine")
    assert findings_in(repository, code=0) == []


# --- levels, exemptions, options


def exempt(repository: Path, more: str = "") -> None:
    (repository / "data/config.yaml").write_text(
        f"exemptions:\n  - rule: {RULE}\n    file: {COMPACT}\n    until: 2004-12-31\n{more}"
        "    reason: Both sides agree that this was a misprint\n",
        encoding="utf-8",
    )


def test_a_misprint_is_exempted_by_its_reason(repository: Path) -> None:
    misspell(repository)
    exempt(repository)
    assert findings_in(repository, code=0) == []
    exempt(repository, "    year: 2003/04\n")
    assert findings_in(repository, code=0) == []
    exempt(repository, "    year: 2004/05\n")
    assert {item["rule"] for item in findings_in(repository)} == {RULE, "unused-exemption"}


def test_the_lines_that_the_reference_shows_exempt_it(repository: Path) -> None:
    misspell(repository)
    [shown] = (block.text for block in blocks(ROOT / "docs/reference/format.md") if "exemptions:\n" in block.text)
    lines = shown.replace("review-overdue", RULE).replace("compacts/rutland.yaml", COMPACT)
    (repository / "data/config.yaml").write_text(lines, encoding="utf-8")
    assert lines.count(RULE) == lines.count(COMPACT) == 1
    assert findings_in(repository, code=0) == []


def test_its_exemption_is_unused_only_where_it_could_be_used(repository: Path) -> None:
    exempt(repository)
    plain = run(repository, "validate", "--format", "concise", *DAY)
    assert (plain.returncode, plain.stdout) == (0, "")
    assert [item["rule"] for item in findings_in(repository, code=0)] == ["unused-exemption"]


def test_levels_select_ignore_and_paths(repository: Path) -> None:
    misspell(repository)
    assert findings_in(repository, "--ignore", RULE, code=0) == []
    assert [item["rule"] for item in findings_in(repository, "--select", RULE)] == [RULE]
    assert findings_in(repository, f"data/{ANNEX}", code=0) == []
    assert [item["rule"] for item in findings_in(repository, FILE)] == [RULE]
    (repository / "data/config.yaml").write_text(f"levels:\n  {RULE}: warning\n", encoding="utf-8")
    assert [item["level"] for item in findings_in(repository, code=0)] == ["warning"]


# --- the revision


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("no-such-branch", "there is no branch, tag or commit 'no-such-branch'"),
        ("-x", "a branch, tag or commit does not begin with '-'"),
        ("", "--since has no value"),
    ],
)
def test_a_revision_that_is_not_there(repository: Path, ref: str, said: str) -> None:
    result = run(repository, "validate", f"--since={ref}", *DAY)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert ref in ("", "-x") or "fetch-depth: 0" in result.stderr


def test_what_could_not_be_read_then_counts_as_unsigned_and_is_said(repository: Path) -> None:
    misspell(repository)
    damage(repository, FILE)
    result = run(repository, "validate", "--since", "main", *DAY)
    assert (result.returncode, result.stdout) == (0, "nothing to object to in 3 documents\n")
    assert f"{FILE} could not be read where this branch began (commit " in result.stderr
    assert "what was signed counts as unsigned" in result.stderr


def test_what_was_broken_then_counts_as_unsigned_and_is_said(repository: Path) -> None:
    replace(repository / FILE, "year: 2003/04", "year: 2003/4")
    commit(repository)
    git(repository, "branch", "--force", "main")
    replace(repository / FILE, "year: 2003/4", "year: 2003/04")
    result = run(repository, "validate", "--since", "main", *DAY)
    assert (result.returncode, result.stdout) == (0, "nothing to object to in 3 documents\n")
    assert f"{FILE} broke the schema where this branch began (commit " in result.stderr
    assert "so what was broken there counts as unsigned" in result.stderr


def test_what_cannot_be_read_now_is_a_finding_as_ever(repository: Path) -> None:
    (repository / FILE).write_text("a: *b\n", encoding="utf-8")
    assert {item["rule"] for item in findings_in(repository)} == {"yaml-feature", "missing-key", "unknown-key"}


def test_a_sparse_checkout_removes_nothing(repository: Path) -> None:
    norfolk = repository / "data/compacts/norfolk.yaml"
    text = (repository / FILE).read_text(encoding="utf-8")
    norfolk.write_text(text.replace("authority: hampshire", "authority: norfolk"), encoding="utf-8")
    commit(repository)
    git(repository, "branch", "--force", "main")
    misspell(repository)
    replace(norfolk, "Two consultants", "Four consultants")
    commit(repository)
    git(repository, "sparse-checkout", "set", "--no-cone", "/*", "!/data/compacts/norfolk.yaml")
    assert not norfolk.exists()
    assert [(item["rule"], item["file"]) for item in findings_in(repository)] == [
        (RULE, FILE),
        (RULE, "data/compacts/norfolk.yaml"),
    ]
    result = run(repository, "validate", "--since", "main", *DAY)
    assert "a sparse checkout leaves out data/compacts/norfolk.yaml: taken as git's index has it" in result.stderr


def test_nothing_is_written_in_the_repository_or_its_documents(repository: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in repository.rglob("*")}
    misspell(repository)
    findings_in(repository)
    after = {path: path.stat().st_mtime_ns for path in repository.rglob("*")}
    assert {path for path in after if after[path] != before.get(path)} == {repository / FILE}


def test_every_text_of_a_compact_that_is_signed_is_kept_or_told(repository: Path) -> None:
    """Each word of the signed edition exchanged, one at a time: none passes."""
    text = (repository / FILE).read_text(encoding="utf-8")
    pattern = "Leader|Minister|short|Results|differ|districts|Two|pilot's|2004-01-12"
    words = list(re.finditer(pattern, text))
    assert len(words) == 9
    for word in words:
        other = {"short": "medium", "2004-01-12": "2004-01-13"}.get(word[0], "Other")
        (repository / FILE).write_text(text[: word.start()] + other + text[word.end() :], encoding="utf-8")
        assert [item["rule"] for item in findings_in(repository)] == [RULE], word[0]
