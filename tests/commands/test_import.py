"""`import`: which forms it takes in, what it writes, and what it says of each file."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from difflib import ndiff
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft7Validator
from tests.forms.editing import Editor
from tests.running import COMMAND, copy_record, environment, picture, run

FORM: Final = "norfolk-2004-05.docx"
NEXT_STEP: Final = (
    "compactctl: 'compactctl validate' says what else there is; 'compactctl sign AUTHORITY' records a signature\n"
)
WHY: Final = "Too many pupils: still without the reading that they need"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a record in which an edition of Norfolk is a draft, and its form."""
    copy_record(tmp_path, "norfolk", "rochdale", "southwark")
    assert run(tmp_path, "form", "norfolk").returncode == 0
    return tmp_path


def edit(path: Path, **boxes: str | tuple[str, ...]) -> None:
    """Write into boxes of a form: `priority_1_why="…"`, several texts as paragraphs."""
    editor = Editor(path.read_bytes())
    for name, texts in boxes.items():
        editor.write(
            name.replace("_", "/").replace("review/by", "review_by"), *([texts] if isinstance(texts, str) else texts)
        )
    path.write_bytes(editor.saved())


def form(folder: Path, authority: str, name: str = "", **boxes: str | tuple[str, ...]) -> Path:
    """Make a form in a folder of returns, and write into its boxes."""
    path = folder / "returns" / (name or f"{authority}.docx")
    path.parent.mkdir(exist_ok=True)
    assert run(folder, "form", authority, "--output", str(path)).returncode == 0
    edit(path, **boxes)
    return path


def json_of(folder: Path, *arguments: str) -> tuple[int, Any]:
    """Return the exit code and what is printed as JSON, which is as its schema says."""
    done = run(folder, "import", "--format", "json", *arguments)
    record = json.loads(done.stdout)
    Draft7Validator(json.loads(run(folder, "schema", "imports").stdout)).validate(record)
    return done.returncode, record


def compact(folder: Path, slug: str = "norfolk") -> str:
    return (folder / "data" / "compacts" / f"{slug}.yaml").read_text(encoding="utf-8")


class TestTakingIn:
    def test_an_untouched_form_is_unchanged(self, folder: Path) -> None:
        before = picture(folder)
        done = run(folder, "import", FORM)
        shown = f"{FORM}  Norfolk 2004/05  unchanged\n\n0 forms taken in, 1 unchanged\n"
        assert (done.returncode, done.stdout, done.stderr) == (0, shown, "")
        assert picture(folder) == before

    def test_who_shares_a_name_is_named_with_the_slug(self, folder: Path) -> None:
        form(folder, "dorset-county")
        done = run(folder, "import", "returns/dorset-county.docx")
        assert "Dorset (dorset-county) 2004/05" in done.stdout, done.stdout + done.stderr

    def test_what_was_filled_in_is_written_and_nothing_else(self, folder: Path) -> None:
        before = compact(folder)
        edit(folder / FORM, priority_1_why=WHY)
        done = run(folder, "import", FORM)
        shown = f"{FORM}  Norfolk 2004/05  taken in\n\n1 form taken in\n"
        assert (done.returncode, done.stdout, done.stderr) == (0, shown, NEXT_STEP)
        lines = [line for line in ndiff(before.splitlines(), compact(folder).splitlines()) if line[0] in "+-"]
        assert sorted(lines) == [
            "+           Too many pupils: still without the reading that they need",
            "+         why: >-",
            "-         why: Too many pupils still leave primary school without the reading they need next",
        ]
        again = run(folder, "import", FORM)
        assert (again.returncode, "unchanged" in again.stdout) == (0, True)

    def test_a_new_compact_is_written_and_the_next_form_of_it_is_held_against_it(self, folder: Path) -> None:
        first = form(folder, "camden", "a.docx", priority_1_area="b, Literacy and numeracy at key stage 2")
        (folder / "returns" / "b.docx").write_bytes(first.read_bytes())
        code, record = json_of(folder, "returns")
        assert (code, [file["outcome"] for file in record["files"]]) == (0, ["imported", "unchanged"])
        assert "- area: ks2-literacy-numeracy" in compact(folder, "camden")
        assert run(folder, "validate", "camden", "--as-of", "2004-10-01").returncode == 0

    def test_a_dry_run_shows_the_difference_and_writes_nothing(self, folder: Path) -> None:
        edit(folder / FORM, priority_1_why=WHY)
        before = picture(folder)
        done = run(folder, "import", FORM, "--dry-run")
        assert done.returncode == 0
        assert done.stdout.startswith("--- a/data/compacts/norfolk.yaml\n+++ b/data/compacts/norfolk.yaml\n")
        assert f"+          {WHY}\n" in done.stdout
        assert done.stderr.endswith("1 form taken in\ncompactctl: nothing was written, as --dry-run asks\n")
        assert picture(folder) == before
        code, record = json_of(folder, FORM, "--dry-run")
        assert (code, record["written"], record["files"][0]["outcome"]) == (0, False, "imported")

    def test_json_says_of_each_file_what_became_of_it(self, folder: Path) -> None:
        editor = Editor((folder / FORM).read_bytes()).write("priority/1/why", WHY).comment("priority/1/why", "Agreed?")
        for field in ("area", "issue", "term", "why", "authority", "department"):
            editor.empty(f"priority/2/{field}")
        (folder / FORM).write_bytes(editor.saved())
        code, record = json_of(folder, FORM)
        assert code == 0
        assert record == {
            "format": "compactctl/imports/1",
            "written": True,
            "files": [
                {
                    "file": FORM,
                    "authority": "norfolk",
                    "year": "2004/05",
                    "outcome": "imported",
                    "reasons": [],
                    "comments": 1,
                    "left_out": ["priority 2, h, Reform of the school workforce: all of its boxes are empty or gone"],
                    "remarks": [],
                }
            ],
        }


class TestFolders:
    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("retuns", "did you mean 'returns'?"),
            ("retuns/norfolk.docx", "did you mean 'returns/norfolk.docx'?"),
            ("returns/norfork.docx", "did you mean 'returns/norfolk.docx'?"),
            ("retuns/kent.docx", "did you mean 'returns'?"),
            ("returns/kent.docx", "name the forms, or the folder that they lie in"),
            ("returns/norfolk.docx/kent.docx", "name the forms, or the folder that they lie in"),
            ("", "name the forms, or the folder that they lie in"),
        ],
    )
    def test_what_is_not_there_is_told_with_what_is_like_it(self, name: str, hint: str, folder: Path) -> None:
        form(folder, "norfolk")
        done = run(folder, "import", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"compactctl: there is no file or folder '{name}'\n  hint: {hint}\n"

    def test_the_good_ones_are_taken_and_a_line_says_what_became_of_each(self, folder: Path) -> None:
        form(folder, "norfolk", priority_1_why=WHY)
        form(folder, "rochdale", priority_1_why=WHY)
        form(folder, "southwark")
        returns = folder / "returns"
        pending = form(folder, "kent")
        pending.write_bytes(Editor(pending.read_bytes()).insert_tracked("priority/1/why").saved())
        (returns / "~$norfolk.docx").write_bytes(b"an officer")
        (returns / ".hidden.docx").write_bytes(b"")
        (returns / "letter.pdf").write_bytes(b"%PDF-1.4")
        (returns / "older").mkdir()
        done = run(folder, "import", "returns")
        assert done.returncode == 1
        assert done.stdout == (
            "returns/kent.docx       Kent 2004/05       refused\n"
            "    1 tracked change, in the box 'Why' of priority 1: accept or reject them in Word first\n"
            "returns/norfolk.docx    Norfolk 2004/05    taken in\n"
            "returns/rochdale.docx   Rochdale 2004/05   refused\n"
            "    the edition of 2004/05 is signed, and a signed text does not change; what is to be different"
            " belongs in the edition of a later year\n"
            "returns/southwark.docx  Southwark 2004/05  unchanged\n"
            "\n"
            "1 form taken in, 1 unchanged, 2 refused\n"
        )
        others = "only Word documents (.docx) are read: 'letter.pdf' and 'older'"
        assert done.stderr.startswith(f"compactctl: passed over in the folder 'returns', where {others}\n")
        assert f"          {WHY}\n" in compact(folder)

    def test_what_else_lies_in_a_folder_stops_nothing_but_where_it_is_named(self, folder: Path) -> None:
        form(folder, "norfolk")
        (folder / "returns" / "notes.txt").write_bytes(b"rang them on Monday")
        (folder / "returns" / "~$norfolk.docx").write_bytes(b"an officer")
        (folder / "returns" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1\0")
        assert run(folder, "import", "returns").returncode == 0
        named = ("returns/notes.txt", "returns/~$norfolk.docx", "returns/.DS_Store")
        code, said = json_of(folder, *named)
        assert (code, [file["reasons"][0].partition(";")[0] for file in said["files"]]) == (
            1,
            [
                "this is no Word document (.docx)",
                "this is what Word keeps beside a document that is open",
                "this is what macOS keeps of how a folder looks (.DS_Store), and no Word document",
            ],
        )

    @pytest.mark.parametrize("dry_run", [(), ("--dry-run",)])
    @pytest.mark.parametrize("names", [("old.docx", "new.docx"), ("new.docx", "old.docx")])
    def test_of_two_years_the_older_is_taken_in_first(
        self, names: tuple[str, str], dry_run: tuple[str, ...], folder: Path
    ) -> None:
        for name, year in (("old.docx", "2003/04"), ("new.docx", "2004/05")):
            assert run(folder, "form", "kent", "--year", year, "--output", name).returncode == 0
            edit(folder / name, priority_1_area="b", priority_1_why=WHY)
        code, said = json_of(folder, *dry_run, *names)
        assert [file["file"] for file in said["files"]] == [*names]
        assert (code, {file["year"]: file["outcome"] for file in said["files"]}) == (
            1,
            {"2003/04": "imported", "2004/05": "refused"},
        )

    def test_two_forms_that_contradict_each_other_are_both_refused(self, folder: Path) -> None:
        form(folder, "norfolk", "a.docx", priority_1_why=WHY)
        form(folder, "norfolk", "b.docx", priority_1_why="Else")
        before = compact(folder)
        code, record = json_of(folder, "returns")
        assert (code, [file["outcome"] for file in record["files"]]) == (1, ["refused", "refused"])
        (reason,) = record["files"][0]["reasons"]
        assert reason == (
            "another form of the same edition, 'returns/b.docx', says something else in the box 'Why' of priority 1:"
            " keep the one that counts"
        )
        assert compact(folder) == before

    def test_a_dry_run_counts_as_the_run_does(self, folder: Path) -> None:
        first = form(folder, "camden", "a.docx", priority_1_area="b", priority_1_why=WHY)
        (folder / "returns" / "b.docx").write_bytes(first.read_bytes())
        dry, wet = (json_of(folder, "returns", *more)[1] for more in (["--dry-run"], []))
        assert dry == {**wet, "written": False}

    def test_runs_at_once_are_as_good_as_one_after_the_other(self, folder: Path) -> None:
        for authority in ("camden", "kent", "norfolk"):
            form(folder, authority, priority_1_area="b, Literacy and numeracy at key stage 2", priority_1_why=WHY)
        with ThreadPoolExecutor(4) as pool:
            outcomes = list(pool.map(lambda _: json_of(folder, "returns"), range(4)))
        assert [code for code, _ in outcomes] == [0] * 4
        for files in zip(*(record["files"] for _, record in outcomes), strict=True):
            assert sorted(file["outcome"] for file in files) == ["imported", *["unchanged"] * 3]

    def test_a_result_that_cannot_be_shown_says_that_the_forms_were_taken_in(self, folder: Path) -> None:
        edit(folder / FORM, priority_1_why=WHY)
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*COMMAND, "import", FORM],
                cwd=folder,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 2
        assert b"hint: the forms were taken in all the same" in done.stderr
        assert WHY in compact(folder)

    @pytest.mark.parametrize("name", ["", "nowhere.docx", "nowhere/", "empty"])
    def test_what_is_not_there_leaves_with_2(self, name: str, folder: Path) -> None:
        (folder / "empty").mkdir()
        done = run(folder, "import", FORM, name)
        assert (done.returncode, done.stdout) == (2, "")

    def test_a_link_is_not_followed(self, folder: Path) -> None:
        (folder / "link.docx").symlink_to(folder / FORM)
        done = run(folder, "import", "link.docx")
        assert done.returncode == 1
        assert "this is a link, not a plain file, and is not opened" in done.stdout


class TestRefusals:
    def test_a_form_of_an_edition_that_has_changed_since(self, folder: Path) -> None:
        edit(folder / FORM, priority_1_why=WHY)
        path = folder / "data" / "compacts" / "norfolk.yaml"
        path.write_text(compact(folder).replace("Shared bursars", "Many bursars"), encoding="utf-8")
        before = compact(folder)
        done = run(folder, "import", FORM)
        assert done.returncode == 1
        assert "or another return was taken in: the box 'What the authority will do' of priority 2" in done.stdout
        assert compact(folder) == before

    def test_a_rule_that_would_be_broken(self, folder: Path) -> None:
        edit(folder / FORM, priority_6_area="m, The London Challenge", priority_6_why=WHY)
        done = run(folder, "import", FORM)
        assert done.returncode == 1
        assert "is not open to Norfolk" in done.stdout

    def test_a_form_with_more_than_any_form_holds(self, folder: Path) -> None:
        with (folder / FORM).open("ab") as file:
            file.truncate(6 * 1024 * 1024)
        done = run(folder, "import", FORM)
        assert done.returncode == 1
        assert (
            "this file is larger than 5 MiB, which no form needs; take out what the form did not have, such as "
            "pictures, or ask for it again"
        ) in " ".join(done.stdout.split())

    @pytest.mark.parametrize("text", ["\x1b]0;x\x07", "::error ::x", "##[error]x", "[bold]x[/bold]"])
    def test_what_a_form_says_cannot_act_where_it_is_shown(self, text: str, folder: Path) -> None:
        (folder / FORM).write_bytes(
            Editor((folder / FORM).read_bytes()).write_outside(text.replace("\x1b", "").replace("\x07", "")).saved()
        )
        done = run(folder, "import", FORM)
        assert done.returncode == 1
        assert not any(line.lstrip().startswith(("::", "##[")) for line in done.stdout.splitlines())
