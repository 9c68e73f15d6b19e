from pathlib import Path

import pytest
from tests.running import copy_record, picture, run

UNSIGNED = "compactctl: the annex of 2004/05, from which this one is drafted, is signed by nobody yet\n"


@pytest.mark.parametrize(
    ("arguments", "name"),
    [((), "2005-06"), (("2005/06",), "2005-06"), (("2007-08",), "2007-08")],
)
def test_writes_an_annex_that_validate_has_no_error_in(tmp_path: Path, arguments: tuple[str, ...], name: str) -> None:
    copy_record(tmp_path, "norfolk", "hampshire")
    before = picture(tmp_path)
    done = run(tmp_path, "revise", *arguments)
    assert (done.returncode, done.stdout) == (0, "")
    after = picture(tmp_path)
    assert set(after) - set(before) == {f"data/annex/{name}.yaml"}
    assert before.items() <= after.items()
    checked = run(tmp_path, "validate", "--format", "concise")
    assert checked.returncode == 0, checked.stdout


def test_tells_what_was_written_and_what_comes_next(tmp_path: Path) -> None:
    copy_record(tmp_path, annexes=("2003-04",))
    assert run(tmp_path, "revise").stderr == (
        "compactctl: wrote 'data/annex/2004-05.yaml', "
        "the agenda of 2004/05 with every area as it was, signed by nobody\n"
        "  hint: open it, and change what is to change as its comments say; then run 'compactctl validate'\n"
    )


def test_tells_where_nobody_has_signed_what_it_drafts_from(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    assert run(tmp_path, "revise").stderr.startswith(f"{UNSIGNED}compactctl: wrote 'data/annex/2005-06.yaml'")
    (data / "annex/2005-06.yaml").unlink()
    text = (data / "annex/2004-05.yaml").read_text(encoding="utf-8")
    signed = "signatures:\n  - {party: association, role: Chair, date: 2004-07-01}"
    (data / "annex/2004-05.yaml").write_text(text.replace("signatures: []", signed), encoding="utf-8")
    assert run(tmp_path, "revise").stderr.startswith("compactctl: wrote 'data/annex/2005-06.yaml'")


def test_tells_where_a_year_is_passed_over(tmp_path: Path) -> None:
    copy_record(tmp_path, annexes=("2003-04",))
    done = run(tmp_path, "revise", "2005/06")
    assert done.stderr.startswith(
        "compactctl: this one is drafted from the annex of 2003/04, and no year between has one\n"
        "  hint: 'compactctl revise 2004/05' drafts that of 2004/05\n"
    )
    assert run(tmp_path, "revise", "2004/05").stderr.startswith("compactctl: wrote ")


def test_a_dry_run_shows_what_a_run_writes_and_writes_nothing(tmp_path: Path) -> None:
    copy_record(tmp_path, "norfolk")
    before = picture(tmp_path)
    shown = run(tmp_path, "revise", "--dry-run")
    assert (shown.returncode, shown.stderr, picture(tmp_path)) == (0, UNSIGNED, before)
    run(tmp_path, "revise")
    written = (tmp_path / "data" / "annex" / "2005-06.yaml").read_text()
    assert "".join(f"{line[1:]}\n" for line in shown.stdout.split("\n")[3:-1]) == written


@pytest.mark.parametrize(
    ("year", "code", "message"),
    [
        ("2004/05", 1, "there is an annex for 2004/05 already"),
        ("2004/06", 2, "YEAR cannot be '2004/06'"),
        ("", 2, "YEAR cannot be ''"),
        ("2002/03", 2, "YEAR cannot be '2002/03'"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(tmp_path: Path, year: str, code: int, message: str) -> None:
    copy_record(tmp_path)
    before = picture(tmp_path)
    done = run(tmp_path, "revise", year)
    assert (done.returncode, done.stdout, picture(tmp_path)) == (code, "", before)
    assert done.stderr.startswith(f"compactctl: {message}")


def test_there_is_no_year_after_the_last(tmp_path: Path) -> None:
    annex = copy_record(tmp_path, annexes=("2003-04",)) / "annex/2003-04.yaml"
    text = annex.read_text(encoding="utf-8").replace("year: 2003/04", "year: 9998/99")
    (annex.parent / "9998-99.yaml").write_text(text, encoding="utf-8")
    before = picture(tmp_path)
    done = run(tmp_path, "revise")
    assert (done.returncode, done.stdout, picture(tmp_path)) == (1, "", before)
    assert done.stderr.startswith("compactctl: there is no year after 9998/99")
