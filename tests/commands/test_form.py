import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands.test_asking import talk
from tests.forms.drawn import said
from tests.running import COMMAND, copy_record, environment, picture, run

from compactctl.forms.reading import read_form
from compactctl.forms.returned import ReturnedForm


def form(path: Path) -> ReturnedForm:
    return read_form(path.read_bytes())


def test_writes_the_form_of_the_newest_year_and_says_what_comes_next(tmp_path: Path) -> None:
    copy_record(tmp_path, "southwark")
    before = picture(tmp_path)
    done = run(tmp_path, "form", "Southwark")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "compactctl: wrote 'southwark-2004-05.docx', the form of Southwark for 2004/05\n"
        "  hint: send it out; when it has come back filled in, run: compactctl import southwark-2004-05.docx\n"
    )
    written = form(tmp_path / "southwark-2004-05.docx")
    assert (written.authority, written.year) == ("southwark", "2004/05")
    assert said(written)["priority/1/area"]
    after = picture(tmp_path)
    del after["southwark-2004-05.docx"]
    assert after == before


@pytest.mark.parametrize("words", [["850"], ["Hampshire County Council"], ["hampshire", "--year", "2003-04"]])
def test_an_authority_and_a_year_are_named_as_everywhere(tmp_path: Path, words: list[str]) -> None:
    copy_record(tmp_path, "hampshire")
    assert run(tmp_path, "form", *words, "--output", "form.docx").returncode == 0
    year = "2003/04" if len(words) > 1 else "2004/05"
    assert (form(tmp_path / "form.docx").authority, form(tmp_path / "form.docx").year) == ("hampshire", year)


def test_where_the_year_has_no_edition_it_holds_what_renew_would_carry_or_nothing(tmp_path: Path) -> None:
    copy_record(tmp_path, "rutland")
    run(tmp_path, "form", "rutland")
    run(tmp_path, "form", "surrey")
    assert said(form(tmp_path / "rutland-2004-05.docx"))["priority/2/department"] == (
        "TODO still true? Figures on how those young people fare",
    )
    assert not any(said(form(tmp_path / "surrey-2004-05.docx")).values())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["hampshire"], "'compactctl revise 2005/06' begins the next annex, and after it 'compactctl renew hampshire'"),
        (["rochdale", "--year", "2003/04"], "'compactctl form rochdale --year 2004/05' writes the form of the next"),
        (["sheffield", "--year", "2003/04"], "'compactctl renew sheffield' begins the next edition"),
    ],
)
def test_the_form_of_a_signed_edition_is_for_reading(tmp_path: Path, arguments: list[str], says: str) -> None:
    data = copy_record(tmp_path, "hampshire", "rochdale", "sheffield")
    path = data / "compacts/sheffield.yaml"
    signature = "signatures:\n      - {party: authority, role: Leader, date: 2004-01-12}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("signatures: []\n", signature), encoding="utf-8")
    done = run(tmp_path, "form", *arguments)
    assert done.returncode == 0
    assert "is signed, so that its form is for reading\n" in done.stderr
    assert says in done.stderr
    assert "send it out" not in done.stderr


def test_nothing_that_exists_is_overwritten(tmp_path: Path) -> None:
    copy_record(tmp_path, "hampshire")
    (tmp_path / "hampshire-2004-05.docx").write_text("mine", encoding="utf-8")
    before = picture(tmp_path)
    done = run(tmp_path, "form", "hampshire")
    assert (done.returncode, picture(tmp_path)) == (1, before)
    assert "'hampshire-2004-05.docx' exists already, and nothing is overwritten" in done.stderr
    assert "hint: name another file with --output, or take that one away first" in done.stderr


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("data/form.docx", "lies in the data folder"),
        ("link.docx", "it is a link, not a plain file"),
        ("away/form.docx", "'away' is a link, and nothing is written through it"),
        ("nowhere/form.docx", "there is no folder 'nowhere'"),
        ("form.pdf", "a form is a Word document, and 'form.pdf' ends like another file"),
        ("", "it is no name of a file"),
    ],
)
def test_a_form_goes_nowhere_where_no_result_goes(tmp_path: Path, output: str, says: str) -> None:
    copy_record(tmp_path, "hampshire")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "away").symlink_to("elsewhere")
    (tmp_path / "link.docx").symlink_to("elsewhere/form.docx")
    before = picture(tmp_path)
    done = run(tmp_path, "form", "hampshire", "--output", output)
    assert (done.returncode, picture(tmp_path)) == (2, before)
    assert says in done.stderr


def test_a_dash_is_standard_output_but_on_no_terminal(tmp_path: Path) -> None:
    copy_record(tmp_path, "southwark")
    before = picture(tmp_path)
    command = [*COMMAND, "form", "southwark", "-o", "-"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=True)
    assert read_form(done.stdout).authority == "southwark"
    assert (done.stderr, picture(tmp_path)) == (b"", before)
    if sys.platform != "win32":
        ours, theirs = pty.openpty()
        refused = subprocess.run(command, cwd=tmp_path, env=environment(), stdout=theirs, stderr=-1, check=False)
        assert refused.returncode == 2
        assert b"a form cannot be shown on a terminal" in refused.stderr
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([], 2, "'AUTHORITY' is not given"),
        (["--all"], 2, "--all writes many files, and no folder is given"),
        (["--all", "-o", "-"], 2, "--all writes many files, and no folder is given"),
        (["hampshire", "--all", "-o", "forms"], 2, "--all writes a form for every authority, and takes no AUTHORITY"),
        (["--all", "-o", "data/forms"], 2, "lies in the data folder 'data', which is for the documents alone"),
        (["--all", "-o", "forms.docx"], 2, "--all writes many files, and 'forms.docx' is the name of one"),
        (["--all", "-o", "data/annex/2003-04.yaml"], 2, "'data/annex/2003-04.yaml' is no folder"),
        (["hampsire"], 2, "did you mean 'hampshire'"),
        (["hampshire", "--year", "2009/10"], 2, "there is no annex for 2009/10"),
        (["bedford"], 2, "Bedford began on 1 April 2009, after 2004/05"),
        (["northamptonshire", "--year", "2003/04"], 1, "has one of 2004/05 already"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path: Path, arguments: list[str], code: int, says: str) -> None:
    copy_record(tmp_path, "hampshire", "northamptonshire")
    before = picture(tmp_path)
    done = run(tmp_path, "form", *arguments)
    assert (done.returncode, picture(tmp_path)) == (code, before)
    assert says in done.stderr


def test_a_compact_that_cannot_be_read_has_no_form(tmp_path: Path) -> None:
    path = copy_record(tmp_path, "hampshire") / "compacts/hampshire.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("term: short", "term: soon"), encoding="utf-8")
    done = run(tmp_path, "form", "hampshire")
    assert done.returncode == 1
    assert "'data/compacts/hampshire.yaml' has errors; the first in line 13" in done.stderr
    assert "'compactctl validate data/compacts/hampshire.yaml' shows them all" in done.stderr


def test_an_authority_that_is_not_given_is_asked_for_on_a_terminal(tmp_path: Path) -> None:
    copy_record(tmp_path, "hampshire")
    code, seen = talk(tmp_path, ["form"], [("Authority: ", "hampshire\n")])
    assert code == 0
    assert "wrote 'hampshire-2004-05.docx', the form of Hampshire for 2004/05" in seen


def test_a_form_for_every_authority_that_counts_in_the_year(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire", "rutland", "southwark")
    broken = data / "compacts/southwark.yaml"
    broken.write_text("authority: southwark\n", encoding="utf-8")
    done = run(tmp_path, "form", "--all", "--output", "all/forms")
    assert done.returncode == 1
    assert "no form of Southwark: 'data/compacts/southwark.yaml' has errors; the first in line 1" in done.stderr
    assert "signed, and so for reading only: the form of Hampshire\n" in done.stderr
    assert "'compactctl revise 2005/06' begins the next annex, and after it 'compactctl renew' with" in done.stderr
    assert done.stderr.endswith(
        "compactctl: wrote 149 forms of 2004/05 into 'all/forms'\n"
        "  hint: send them out; when they have come back filled in, run: compactctl import all/forms\n"
    )
    forms = sorted(path.name for path in (tmp_path / "all/forms").iterdir())
    assert len(forms) == 149
    assert "hampshire-2004-05.docx" in forms
    assert "bedford-2004-05.docx" not in forms
    run(tmp_path, "form", "rutland", "-o", "rutland.docx")
    assert (tmp_path / "rutland.docx").read_bytes() == (tmp_path / "all/forms/rutland-2004-05.docx").read_bytes()


def copy_few(folder: Path, *compacts: str) -> Path:
    """Copy the record with some compacts and a register of five authorities, of which one begins after the year has."""
    data = copy_record(folder, *compacts)
    head = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors\n"
    rows = (
        "380,bradford,Bradford,,yorkshire-and-the-humber,metropolitan,,,",
        "373,sheffield,Sheffield,,yorkshire-and-the-humber,metropolitan,,,",
        "850,hampshire,Hampshire,,south-east,county,,,",
        "936,surrey,Surrey,,south-east,county,,,",
        "999,new-town,New Town,,south-east,unitary,2005-01-01,,",
    )
    (data / "authorities.csv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return data


def test_forms_that_are_there_are_named_and_left(tmp_path: Path) -> None:
    copy_few(tmp_path, "hampshire")
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "surrey-2004-05.docx").write_text("mine", encoding="utf-8")
    done = run(tmp_path, "form", "--all", "-o", "forms")
    assert done.returncode == 1
    assert "compactctl: 1 form is there already, and was left: surrey-2004-05.docx\n" in done.stderr
    assert "wrote 3 forms of 2004/05 into 'forms'" in done.stderr
    assert (folder / "surrey-2004-05.docx").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in folder.iterdir()) == [
        *("bradford-2004-05.docx", "hampshire-2004-05.docx", "sheffield-2004-05.docx", "surrey-2004-05.docx")
    ]


def test_many_forms_that_are_there_are_a_line(tmp_path: Path) -> None:
    copy_few(tmp_path)
    run(tmp_path, "form", "--all", "-o", "forms")
    before = picture(tmp_path)
    done = run(tmp_path, "form", "--all", "-o", "forms")
    assert (done.returncode, picture(tmp_path)) == (1, before)
    assert done.stderr == (
        "compactctl: 4 forms are there already, and were left: bradford-2004-05.docx, hampshire-2004-05.docx and 2 more"
        "\n"
        "  hint: to have them written anew, name another folder, or take them away first\n"
        "compactctl: wrote 0 forms of 2004/05 into 'forms'\n"
    )


def test_a_compact_that_had_ended_is_named_and_nothing_to_object_to(tmp_path: Path) -> None:
    path = copy_few(tmp_path, "sheffield") / "compacts/sheffield.yaml"
    ended = "ended: {date: 2004-07-01, text: Both sides took up other plans}\n"
    path.write_text(path.read_text(encoding="utf-8") + ended, encoding="utf-8")
    done = run(tmp_path, "form", "--all", "-o", "forms")
    assert done.returncode == 0
    assert "no form of Sheffield: 'data/compacts/sheffield.yaml' says that the compact was brought to an" in done.stderr
    assert "wrote 3 forms of 2004/05 into 'forms'" in done.stderr


def test_the_forms_that_are_signed_are_a_line_and_renewed_where_the_next_annex_is_there(tmp_path: Path) -> None:
    data = copy_few(tmp_path, "hampshire", "sheffield")
    for slug in ("hampshire", "sheffield"):
        path = data / f"compacts/{slug}.yaml"
        signed = "signatures: [{party: authority, role: Leader, date: 2004-01-12}]"
        path.write_text(path.read_text(encoding="utf-8").replace("signatures: []", signed), encoding="utf-8")
    done = run(tmp_path, "form", "--all", "--year", "2003/04", "-o", "forms")
    assert done.returncode == 0
    assert done.stderr.startswith(
        "compactctl: signed, and so for reading only: the forms of Hampshire and Sheffield\n"
        "  hint: 'compactctl renew' with the name of the authority begins the next edition\n"
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_on_a_terminal_many_forms_have_a_bar_while_they_are_drawn(tmp_path: Path) -> None:
    copy_record(tmp_path)
    code, seen = talk(tmp_path, ["form", "--all", "--output", "forms"], [])
    assert code == 0
    assert "Drawing forms" in seen
    assert "wrote 150 forms of 2004/05 into 'forms'" in seen


def test_an_edition_that_no_form_could_bring_back_has_none(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    offers = [{"area": "a", "term": "short", "why": "So", "contributions": {"authority": ["x"] * 1000}}] * 20
    compact = {"authority": "kent", "editions": [{"year": "2003/04", "priorities": offers}]}
    (data / "compacts/kent.yaml").write_text(json.dumps(compact), encoding="utf-8")
    done = run(tmp_path, "form", "kent", "--year", "2003/04")
    assert done.returncode == 1
    assert "the edition of 2003/04 of Kent holds too much for a form" in done.stderr
    assert not list(tmp_path.glob("*.docx"))
