from pathlib import Path

import pytest
from tests.running import copy_record, picture, run

NAME = "data/compacts/hampshire.yaml"


@pytest.mark.parametrize(
    "choice",
    [
        (),
        ("--year", "2003-04", "--area", "b", "--area", "ks2-literacy-numeracy", "--term", "b=short"),
        ("--area", "b", "--area", "n", "--local-issue", "Forces: families", "--local-issue", "'Travel' # the A3"),
        tuple(word for letter in "abcdefghijkln" for word in ("--area", letter)),
    ],
)
def test_writes_what_validate_has_no_error_in(tmp_path: Path, choice: tuple[str, ...]) -> None:
    copy_record(tmp_path)
    before = picture(tmp_path)
    done = run(tmp_path, "new", "hampshire", *choice)
    assert (done.returncode, done.stdout) == (0, "")
    after = picture(tmp_path)
    assert set(after) - set(before) == {"data/compacts", NAME}
    assert before.items() <= after.items()
    checked = run(tmp_path, "validate", "--format", "concise")
    assert checked.returncode == 0, checked.stdout


def test_tells_what_was_written_and_what_comes_next(tmp_path: Path) -> None:
    copy_record(tmp_path)
    done = run(tmp_path, "new", "Hampshire", "--area", "b", "--area", "n")
    assert done.stderr == (
        "compactctl: wrote 'data/compacts/hampshire.yaml', the compact of Hampshire for 2004/05 "
        "with 2 priorities to fill in\n"
        "  hint: open it and write over every TODO; then run 'compactctl validate'\n"
    )


def test_a_dry_run_shows_what_a_run_writes_and_writes_nothing(tmp_path: Path) -> None:
    copy_record(tmp_path)
    before = picture(tmp_path)
    shown = run(tmp_path, "new", "hampshire", "--area", "b", "--dry-run")
    assert (shown.returncode, shown.stderr, picture(tmp_path)) == (0, "", before)
    run(tmp_path, "new", "hampshire", "--area", "b")
    head, *lines = shown.stdout.split("\n")
    assert [head, lines[0]] == ["--- /dev/null", "+++ b/data/compacts/hampshire.yaml"]
    assert "".join(f"{line[1:]}\n" for line in lines[2:-1]) == (tmp_path / NAME).read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("hamshire",), 2, "the register has no authority 'hamshire'; did you mean 'hampshire' (Hampshire)?"),
        (("../../etc/passwd",), 2, "the register has no authority '../../etc/passwd'"),
        (("\x1b[31m",), 2, r"the register has no authority '\x1b[31m'"),
        (("hampshire", "--year", "2009/10"), 2, "there is no annex for 2009/10"),
        (("hampshire", "--year", "2003"), 2, "--year cannot be '2003'"),
        (("hampshire", "--year", ""), 2, "--year cannot be ''"),
        (("hampshire", "--area", "m"), 2, "'london-challenge' (m, The London Challenge) is not open to Hampshire"),
        (("hampshire", "--term", "b=short"), 2, "there is a term for 'ks2-literacy-numeracy' (b, Literacy"),
        (("cheshire-east",), 2, "Cheshire East began on 1 April 2009, after 2004/05"),
        (("norfolk",), 1, "Norfolk has a compact already, 'data/compacts/norfolk.yaml'"),
        (("norfolk", "--dry-run"), 1, "Norfolk has a compact already"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(
    tmp_path: Path,
    arguments: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    copy_record(tmp_path, "norfolk")
    before = picture(tmp_path)
    done = run(tmp_path, "new", *arguments)
    assert (done.returncode, done.stdout, picture(tmp_path)) == (code, "", before)
    assert done.stderr.startswith(f"compactctl: {message}")


def test_overwrites_no_link(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "norfolk")
    (data / "compacts" / "hampshire.yaml").symlink_to(tmp_path / "nowhere")
    before = picture(tmp_path)
    assert (run(tmp_path, "new", "hampshire").returncode, picture(tmp_path)) == (1, before)


def test_writes_through_no_link(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (data / "compacts").symlink_to(tmp_path / "elsewhere")
    before = picture(tmp_path)
    done = run(tmp_path, "new", "hampshire")
    assert (done.returncode, picture(tmp_path)) == (2, before)
    assert "the folder data/compacts cannot be read, so it cannot be told who has a compact" in done.stderr


def test_works_in_another_folder(tmp_path: Path) -> None:
    copy_record(tmp_path / "deep")
    assert run(tmp_path, "--data", "deep/data", "new", "850").returncode == 0
    assert (tmp_path / "deep" / NAME).is_file()


def test_a_year_that_the_register_does_not_know_is_told(tmp_path: Path) -> None:
    data = copy_record(tmp_path)
    for last, year in (("2004-05", "2025-26"), ("2025-26", "2027-28")):
        annex = (data / "annex" / f"{last}.yaml").read_text().replace(last.replace("-", "/"), year.replace("-", "/"))
        (data / "annex" / f"{year}.yaml").write_text(annex)
    known = run(tmp_path, "new", "surrey", "--year", "2025/26", "--dry-run")
    assert (known.returncode, known.stderr) == (0, "")
    later = run(tmp_path, "new", "surrey", "--year", "2027/28")
    assert later.returncode == 0
    assert later.stderr.startswith(
        "compactctl: the register of authorities is known until 24 November 2026, and 2027/28 ends later\n"
        "  hint: a newer compactctl, or an 'authorities.csv' of your own, knows who exists then\n"
        "compactctl: wrote "
    )


@pytest.mark.parametrize("area", ["b", "B", "ks2-literacy-numeracy", "literacy and  NUMERACY at key stage 2"])
def test_an_area_is_named_by_letter_id_or_title(tmp_path: Path, area: str) -> None:
    data = copy_record(tmp_path)
    done = run(tmp_path, "new", "Surrey County Council", "--area", area, "--term", f"{area}=short")
    assert (done.returncode, "area: ks2-literacy-numeracy" in (data / "compacts" / "surrey.yaml").read_text()) == (
        0,
        True,
    )
