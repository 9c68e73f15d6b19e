"""`compactctl report`: options, streams, gates and exit codes, with the real command."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from tests.running import COMMAND, copy_record, environment, run

from compactctl.formats.coverage.records import Report

WORKSPACE: Final = Path(__file__).parents[1] / "workspaces" / "seven-authorities"
YEAR: Final = ("--year", "2003/04")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which everything can be read."""
    shutil.copytree(WORKSPACE / "data", tmp_path / "data")
    (tmp_path / "data/compacts/elm.yaml").unlink()
    return tmp_path


def asked(folder: Path, *words: str) -> Any:  # noqa: ANN401 - parsed JSON
    answer = run(folder, "report", "--format", "json", *words)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_newest_annex_and_terminal_are_the_default(folder: Path) -> None:
    assert asked(folder)["year"] == "2004/05"
    assert run(folder, "report").stdout == run(folder, "report", "--year", "2004-05", "--format", "terminal").stdout


@pytest.mark.parametrize("words", [YEAR, ("--trend",), (*YEAR, "--authority", "ashford"), ("--authority", "brook")])
def test_json_is_as_its_schema_says_and_as_json_writes_it(words: tuple[str, ...]) -> None:
    text = run(WORKSPACE, "report", "--format", "json", *words).stdout
    Draft202012Validator(TypeAdapter(Report).json_schema()).validate(json.loads(text))
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("format_", ["terminal", "markdown", "csv", "json"])
def test_writes_to_a_file_what_it_would_print(folder: Path, format_: str) -> None:
    printed = run(folder, "report", *YEAR, "--format", format_)
    written = run(folder, "report", *YEAR, "--format", format_, "--output", "report.out")
    assert (written.returncode, written.stdout) == (0, "")
    assert (folder / "report.out").read_text(encoding="utf-8") == printed.stdout


def test_says_on_standard_error_what_it_leaves_out() -> None:
    answer = run(WORKSPACE, "report", *YEAR, "--format", "csv")
    assert answer.returncode == 0
    assert answer.stderr.splitlines() == [
        "compactctl: 1 of the 3 editions is an example, not a real compact",
        "compactctl: data/compacts/elm.yaml cannot be read, and nothing in it is counted",
        "compactctl: Dale: coast is left out (area-not-open, data/compacts/dale.yaml:5)",
        "compactctl: Dale: reading is left out (wrong-value, data/compacts/dale.yaml:8)",
    ]


def test_says_no_more_than_can_be_read(folder: Path) -> None:
    for number in range(25):
        (folder / f"data/compacts/nobody-{number}.yaml").write_text("authority: [", encoding="utf-8")
    lines = run(folder, "report", *YEAR, "--format", "json").stderr.splitlines()
    assert len(lines) == 22
    assert lines[-2] == "compactctl: and 7 more like these"


def test_page_of_an_authority_has_letters_titles_and_signatures(folder: Path) -> None:
    page = asked(folder, *YEAR, "--authority", "ashford")
    assert page["format"] == "compactctl/compact/1"
    assert [(p["letter"], p["title"]) for p in page["compact"]["priorities"]] == [
        ("a", "Reading"),
        ("d", "Local issues"),
    ]
    signature = {"party": "department", "name": None, "role": "Minister", "date": "2003-10-01"}
    assert page["compact"]["signatures"][0] == signature
    for priority in page["compact"]["priorities"]:
        del priority["letter"], priority["title"]
    del page["compact"]["signatures"]
    assert page["compact"] == asked(folder, *YEAR)["compacts"][0]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((*YEAR, "--authority", "ford-north"), "Ford (North) has no edition of 2003/04, and never had one"),
        (("--authority", "dale"), "Dale has no edition of 2004/05: it had one of 2003/04, and has not renewed it"),
        (
            ("--authority", "brook"),
            "Brook did not exist in 2004/05: it ended on 31 March 2004, and after it came Cliffe",
        ),
        (
            (*YEAR, "--authority", "brook", "--status", "agreed"),
            "Brook has an edition of 2003/04, and it is only a draft (example)",
        ),
        (
            (*YEAR, "--authority", "elm"),
            "data/compacts/elm.yaml cannot be read, so it cannot be told what Elm has agreed",
        ),
    ],
)
def test_page_without_an_edition_says_why(words: tuple[str, ...], why: str) -> None:
    answer = run(WORKSPACE, "report", *words, "--format", "json")
    assert answer.returncode == 0
    assert json.loads(answer.stdout)["compact"] is None
    assert answer.stderr == f"compactctl: {why}\n"
    assert why in " ".join(run(WORKSPACE, "report", *words).stdout.split())


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("--authority", "ashfrod"), "no authority 'ashfrod'", "did you mean 'ashford' (Ashford)?"),
        (("elm",), "more is given than can be used: elm", "as in 'compactctl report --authority elm'; see 'compactctl"),
        (
            ("Elm", "District"),
            "can be used: Elm District",
            "as in 'compactctl report --authority \"Elm District\"'; see",
        ),
        (("--region", "the", "south"), "can be used: south", "with --authority; several words that belong together st"),
        (("2003/04",), "more is given than can be used: 2003/04", "see 'compactctl report --help'"),
        (("--region", "soth"), "--region cannot be 'soth'", "did you mean 'south'?"),
        (("--type", "parish"), "--type cannot be 'parish'", "it is one of"),
        (("--status", "signed"), "--status cannot be 'signed'", "draft, proposed or agreed"),
        (("--format", "xml"), "--format cannot be 'xml'", "terminal, markdown, html, csv, json, xlsx or docx"),
        (("--year", "2007/08"), "no annex for 2007/08", "2003/04 and 2004/05"),
        (("--year", "2003"), "--year cannot be '2003'", "written like 2003/04"),
        (("--fail-under", "101"), "--fail-under cannot be '101'", "from 0 to 100"),
        (("--fail-under", "nan"), "--fail-under cannot be 'nan'", "from 0 to 100"),
        (("--fail-under", "1_0"), "--fail-under cannot be '1_0'", "from 0 to 100"),
        (("--fail-under", "٣"), "--fail-under cannot be '٣'", "from 0 to 100"),
        (("--fail-under", "half"), "--fail-under cannot be 'half'", "from 0 to 100"),
        (("--authority", "dale", "--region", "north"), "--authority and --region do not go together", "leave one"),
        (("--authority", "dale", "--no-gaps"), "--authority and --no-gaps do not go together", "leave one"),
        (("--trend", "--year", "2003/04"), "--trend and --year do not go together", "leave one"),
        (("--trend", "--fail-under", "0"), "--trend and --fail-under do not go together", "leave one"),
    ],
)
def test_refuses_what_cannot_be_meant(folder: Path, words: tuple[str, ...], message: str, hint: str) -> None:
    answer = run(folder, "report", *words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert message in answer.stderr
    assert hint in answer.stderr


@pytest.mark.parametrize(("percent", "code"), [("50", 0), ("50.1", 1), ("0", 0), ("100", 1)])
def test_fail_under_is_judged_after_the_report_is_printed(folder: Path, percent: str, code: int) -> None:
    answer = run(folder, "report", *YEAR, "--format", "csv", "--fail-under", percent)
    assert answer.returncode == code
    assert answer.stdout == run(folder, "report", *YEAR, "--format", "csv").stdout
    assert (f"--fail-under asks for {percent} in a hundred" in answer.stderr) == bool(code)


def test_no_gaps_names_the_areas_that_nobody_took_up(folder: Path) -> None:
    assert run(folder, "report", *YEAR, "--format", "csv", "--no-gaps").returncode == 0
    answer = run(folder, "report", *YEAR, "--format", "csv", "--no-gaps", "--region", "north")
    assert answer.returncode == 1
    assert "2 areas are open and taken up by nobody: a, Reading; d, Local issues" in answer.stderr


def test_an_area_that_is_open_to_nobody_is_told_as_such(tmp_path: Path) -> None:
    annex = copy_record(tmp_path, "hampshire") / "annex/2003-04.yaml"
    before = annex.read_text()
    for to in ("authorities: [city-of-london]", "types: [none-such]"):
        annex.write_text(before.replace("regions: [london]", to))
        whole = run(tmp_path, "report", *YEAR, "--format", "markdown").stdout
        assert ("m, The London Challenge (open to nobody)" in whole) is ("none-such" in to)
    narrowed = run(tmp_path, "report", *YEAR, "--format", "markdown", "--region", "south-east").stdout
    assert "m, The London Challenge (open to none of these authorities)" in narrowed
    assert "nobody took up, looking only at authorities in South East" in narrowed


@pytest.mark.parametrize(
    "name", ["compacts/elm.yaml", "compacts/Elm final.doc", "annex/2005-06.yaml", "statement.yaml"]
)
@pytest.mark.parametrize("gate", [("--fail-under", "0"), ("--no-gaps",)])
def test_gate_cannot_be_judged_where_not_everything_can_be_read(folder: Path, name: str, gate: tuple[str, ...]) -> None:
    (folder / "data" / name).write_text("title: [", encoding="utf-8")
    answer = run(folder, "report", *YEAR, "--format", "csv", *gate)
    assert answer.returncode == 2
    assert answer.stdout == run(folder, "report", *YEAR, "--format", "csv").stdout
    assert "the gate cannot be judged" in answer.stderr


def test_gate_cannot_be_judged_where_an_area_is_not_known(folder: Path) -> None:
    annex = folder / "data/annex/2003-04.yaml"
    annex.write_text(annex.read_text(encoding="utf-8").replace("id: coast", "id: The Coast"), encoding="utf-8")
    answer = run(folder, "report", *YEAR, "--format", "json", "--no-gaps")
    assert answer.returncode == 2
    assert [area["id"] for area in json.loads(answer.stdout)["areas"]] == ["reading", "numbers", "local-issues"]
    assert "data/annex/2003-04.yaml is broken in places" in answer.stderr


def test_year_whose_annex_cannot_be_read_is_left_out_of_the_trend(folder: Path) -> None:
    (folder / "data/annex/2005-06.yaml").write_text("year: [", encoding="utf-8")
    answer = run(folder, "report", "--trend", "--format", "json")
    assert [year["year"] for year in json.loads(answer.stdout)["years"]] == ["2003/04", "2004/05"]
    assert "2005/06 is left out, since its annex cannot be read" in answer.stderr
    assert run(folder, "report").returncode == 2


@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_is_the_same_in_any_locale_and_with_any_hash_seed(folder: Path, format_: str) -> None:
    answers = [
        subprocess.run(
            [*COMMAND, "report", *YEAR, "--format", format_],
            cwd=folder,
            env=environment() | {"LC_ALL": locale, "PYTHONHASHSEED": seed, "COLUMNS": columns},
            capture_output=True,
            check=True,
        ).stdout
        for locale, seed, columns in (("C", "1", "40"), ("C.UTF-8", "2", "200"), ("C", "3", "80"))
    ]
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize("format_", ["terminal", "markdown", "csv", "json"])
def test_nothing_in_a_document_acts_on_a_runner(folder: Path, format_: str) -> None:
    compact = folder / "data/compacts/ashford.yaml"
    text = compact.read_text(encoding="utf-8").replace("Give notice", '"::error ::Give ##[group] notice')
    compact.write_text(text.replace("three years", 'three years"'), encoding="utf-8")
    answer = subprocess.run(
        [*COMMAND, "report", *YEAR, "--format", format_],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=True,
        text=True,
    )
    assert "##[group]" not in answer.stdout
    assert not any(line.lstrip().startswith("::") for line in answer.stdout.splitlines())


def test_terminal_draws_in_colour_and_says_nothing_twice(tmp_path: Path) -> None:
    seen = on_a_terminal(WORKSPACE, tmp_path)
    assert "\x1b[" in seen
    assert seen.count("data/compacts/elm.yaml cannot be read") == 1
    assert "\x1b[" not in on_a_terminal(WORKSPACE, tmp_path, NO_COLOR="1")


def on_a_terminal(folder: Path, scratch: Path, **more: str) -> str:
    pty = pytest.importorskip("pty")
    main, other = pty.openpty()
    with (scratch / "errors").open("wb") as errors:
        environ = environment() | {"TERM": "xterm", "COLUMNS": "80"} | more
        subprocess.run([*COMMAND, "report", *YEAR], cwd=folder, env=environ, stdout=other, stderr=errors, check=True)
    os.close(other)
    pieces = []
    while piece := read(main):
        pieces.append(piece)
    os.close(main)
    return b"".join(pieces).decode() + (scratch / "errors").read_text(encoding="utf-8")


def read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 10_000)
    except OSError:  # what Linux says at the end of a terminal
        return b""


@pytest.mark.parametrize("words", ["Dale", "DALE", "the Dale District Council"])
def test_an_authority_is_named_as_people_do(folder: Path, words: str) -> None:
    named = [run(folder, "report", "--format", "json", "--authority", name) for name in (words, "dale")]
    assert named[0].stdout == named[1].stdout != ""
