"""`fix`: what it shows, asks and writes, and what it leaves."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft7Validator
from tests.commands.test_asking import talk
from tests.commands.validating import CONFIG, Files, changed, workspace
from tests.hostile.acting import acting
from tests.rules.looking import SIGNED
from tests.running import picture, run, run_anew

from compactctl.cli import fixing
from compactctl.files.data_folder import STATEMENT
from compactctl.rules.samples import ANNEX, BASE, COMPACT

WHY: Final = ("why: Results differ between districts", "why: Results: they differ")
QUOTED: Final = (WHY[0], 'why: "Results: they differ"')
BULLET: Final = ("- Two consultants", "•Two consultants")
SOON: Final = ("term: short", "term: soon")
"""What nobody but an officer can mend."""
NORFOLK: Final = "compacts/norfolk.yaml"
SHOWN: Final = (
    f'data/{COMPACT}:7: why: Results: they differ → why: "Results: they differ"\n'
    f"data/{COMPACT}:10: •Two consultants → - Two consultants\n\n"
    "2 repairs in 1 file\n"
)
NOBODY: Final = (
    "compactctl: there is nobody to ask here, and 'fix' writes nothing unasked\n"
    "  hint: add --yes to write the repairs, or --dry-run to see them first\n"
)
IS_SIGNED: Final = "left because it is signed; where all who signed agree, mend it by hand"
PERHAPS_SIGNED: Final = (
    "left because it cannot be told whether it is signed; first mend its signatures, and what stands twice"
)
QUESTION: Final = "Write this repair? (y or n): "


def norfolk(*pairs: tuple[str, str]) -> Files:
    return {NORFOLK: changed(COMPACT, ("hampshire", "norfolk"), *pairs)[COMPACT]}


def unsigned(name: str, *pairs: tuple[str, str]) -> Files:
    """Return a document that nobody has signed, with something exchanged in it."""
    return {name: str(changed(name, *pairs)[name]).partition("signatures:")[0]}


def signed(slip: tuple[str, str], signatures: str = SIGNED) -> Files:
    """Return the common compact with a slip in the edition that these have signed."""
    return {COMPACT: str(changed(COMPACT, slip)[COMPACT]) + signatures}


def text_of(folder: Path, name: str = COMPACT) -> str | None:
    return (folder / "data" / name).read_text(encoding="utf-8")


def talked(folder: Path, *answers: tuple[str, str]) -> tuple[int, str]:
    """Return the exit code and what is seen on a terminal, without colours."""
    code, seen = talk(folder, ["fix"], list(answers))
    return code, re.sub(r"\x1b\[\d+m", "", seen)


def json_of(folder: Path, *options: str) -> tuple[int, Any]:
    """Return the exit code and what is printed as JSON, which is as its schema says."""
    done = run(folder, "fix", "--format", "json", *options)
    record = json.loads(done.stdout)
    Draft7Validator(json.loads(run(folder, "schema", "repairs").stdout)).validate(record)
    return done.returncode, record


class TestWriting:
    def test_each_repair_is_shown_and_the_rest_of_the_file_stays(self, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, WHY, BULLET))
        done = run(tmp_path, "fix", "--yes")
        notice = "compactctl: wrote 2 repairs in 1 file\n  hint: 'compactctl validate' says what else there is\n"
        assert (done.returncode, done.stdout, done.stderr) == (0, SHOWN, notice)
        assert text_of(tmp_path) == changed(COMPACT, QUOTED)[COMPACT]

    def test_a_dry_run_shows_the_same_and_writes_nothing(self, tmp_path: Path) -> None:
        before = picture(workspace(tmp_path, changed(COMPACT, WHY, BULLET)))
        done = run(tmp_path, "fix", "--dry-run", "--yes")
        notice = "compactctl: nothing was written, as --dry-run asks\n"
        assert (done.returncode, done.stdout, done.stderr, picture(tmp_path)) == (0, SHOWN, notice, before)

    def test_what_is_repaired_is_not_repaired_again(self, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, WHY, BULLET))
        run(tmp_path, "fix", "--yes")
        before = picture(tmp_path)
        done = run(tmp_path, "fix", "--yes")
        assert (done.returncode, done.stdout, done.stderr) == (0, "nothing to repair in 3 documents\n", "")
        assert picture(tmp_path) == before

    def test_every_kind_of_document_and_the_settings_are_repaired(self, tmp_path: Path) -> None:
        files = {
            **unsigned(STATEMENT, ("title: Supporting", "title: Supporting: more")),
            **unsigned(ANNEX, ("title: Challenging", "title: Ours: challenging")),
            CONFIG: "exemptions:\n  - rule: one-sided\n    file: x\n    until: 2009-01-01\n    reason: as: agreed\n",
        }
        done = run(workspace(tmp_path, {**files, **changed(COMPACT, WHY)}), "fix", "--yes")
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "4 repairs in 4 files")

    def test_what_can_be_repaired_is_written_where_something_is_left(self, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, WHY, SOON))
        done = run(tmp_path, "fix", "--yes")
        assert done.returncode == 1
        assert "error[wrong-value]: 'term' is 'soon'" in done.stdout
        assert done.stdout.endswith("\n1 repair in 1 file; 1 error left to mend by hand\n")
        assert text_of(tmp_path) == changed(COMPACT, QUOTED, SOON)[COMPACT]

    def test_a_new_encoding(self, tmp_path: Path) -> None:
        text = BASE[COMPACT].replace("Two consultants", "Two consultants, £5")
        workspace(tmp_path, {COMPACT: text.encode("cp1252")})
        code, record = json_of(tmp_path, "--dry-run")
        (file,) = record["files"]
        (repair,) = file["repairs"]
        assert (code, repair.pop("rule")) == (0, "not-utf-8")
        assert repair == {"line": None, "before": None, "after": None}
        done = run(tmp_path, "fix", "--yes")
        line = f"data/{COMPACT}: not saved as UTF-8 → saved as UTF-8, each sign as it is\n\n1 repair in 1 file\n"
        assert (done.returncode, done.stdout, text_of(tmp_path)) == (0, line, text)

    def test_a_new_encoding_keeps_the_line_ends(self, tmp_path: Path) -> None:
        text = str(norfolk(("Two consultants", "Two consultants, £5"))[NORFOLK]).replace("\n", "\r\n")
        workspace(tmp_path, {NORFOLK: text.encode("cp1252")})
        assert run(tmp_path, "fix", "--yes").returncode == 0
        assert (tmp_path / "data" / NORFOLK).read_bytes() == text.encode()

    @pytest.mark.parametrize(
        "data", [b"|t\xedn", b"a: |t\xedn\n  b", b"principles:\n'  - Each side\n  - R\xe9sultats\n"]
    )
    def test_a_new_encoding_of_what_cannot_be_read(self, data: bytes, tmp_path: Path) -> None:
        workspace(tmp_path, {COMPACT: data})
        done = run(tmp_path, "fix", "--yes")
        assert done.returncode == 1
        assert f"data/{COMPACT}: not saved as UTF-8 → saved as UTF-8, each sign as it is\n" in done.stdout
        assert "í" in str(text_of(tmp_path)) or "é" in str(text_of(tmp_path))

    def test_the_data_folder_may_be_a_link(self, tmp_path: Path) -> None:
        workspace(tmp_path, {**changed(COMPACT, WHY), **unsigned(STATEMENT, ("title: Supporting", "title: Ours: all"))})
        (tmp_path / "data").rename(tmp_path / "kept")
        (tmp_path / "data").symlink_to("kept")
        done = run(tmp_path, "fix", "--yes")
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "2 repairs in 2 files")

    def test_of_runs_at_once_each_writes_all_or_nothing(self, tmp_path: Path) -> None:
        workspace(tmp_path, {**changed(COMPACT, WHY, BULLET), **norfolk(WHY)})
        with ThreadPoolExecutor() as threads:
            done = list(threads.map(lambda _: run_anew(tmp_path, "fix", "--yes"), range(4)))
        assert {each.returncode for each in done} <= {0, 1}
        assert (text_of(tmp_path), text_of(tmp_path, NORFOLK)) == (
            changed(COMPACT, QUOTED)[COMPACT],
            norfolk(QUOTED)[NORFOLK],
        )


class TestLeft:
    def test_an_error_that_cannot_be_repaired(self, tmp_path: Path) -> None:
        done = run(workspace(tmp_path, changed(COMPACT, SOON)), "fix", "--yes")
        last = "nothing that 'compactctl fix' can repair; 1 error left to mend by hand"
        assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (1, last, "")

    @pytest.mark.parametrize(
        ("files", "rule"),
        [
            ({"compacts/norfolk.yml": BASE[COMPACT]}, "misplaced-file"),
            ({f"{NORFOLK}/note.txt": ""}, "misplaced-file"),
            ({CONFIG: "levels:\n  one-side: off\n"}, "unknown-key"),
            ({"authorities.csv": b"\xff"}, "not-utf-8"),
        ],
    )
    def test_what_is_no_slip_in_a_document(self, files: Files, rule: str, tmp_path: Path) -> None:
        code, record = json_of(workspace(tmp_path, files), "--dry-run")
        (file,) = record["files"]
        assert (code, file["file"], file["repairs"]) == (1, f"data/{next(iter(files)).removesuffix('/note.txt')}", [])
        assert [item["rule"] for item in file["left"]] == [rule]

    @pytest.mark.parametrize(
        ("slip", "signatures", "reason"),
        [
            (WHY, SIGNED, f"; {IS_SIGNED}"),
            (("why: Results differ", "why: Results #3 differ"), SIGNED, f"; {IS_SIGNED}"),
            (("why: Results", "Why: Results"), SIGNED, f"did you mean 'why'? {IS_SIGNED}"),
            (WHY, SIGNED.replace("date", "day"), f"; {PERHAPS_SIGNED}"),
            (WHY, "    signatures: none\n", f"; {PERHAPS_SIGNED}"),
            (("why: Results differ", "why: Results #3 differ"), "    signatures: none\n", f"; {PERHAPS_SIGNED}"),
        ],
    )
    def test_says_so_where_it_is_left_because_it_is_signed(
        self, slip: tuple[str, str], signatures: str, reason: str, tmp_path: Path
    ) -> None:
        _, record = json_of(workspace(tmp_path, signed(slip, signatures)), "--yes")
        assert [file["repairs"] for file in record["files"]] == [[]]
        assert record["files"][0]["left"][0]["message"].endswith(reason)

    def test_a_text_that_a_sign_begins_is_shown_whole(self, tmp_path: Path) -> None:
        slip = ("why: Results differ", "why: #3\n          of all, and results differ")
        _, record = json_of(workspace(tmp_path, signed(slip)), "--dry-run")
        (left,) = record["files"][0]["left"]
        whole = '"#3 of all, and results differ between districts"'
        assert left["message"] == f"a text cannot begin with '#'; write {whole}; {IS_SIGNED}"

    def test_says_nothing_of_signatures_where_it_would_be_left_without_them(self, tmp_path: Path) -> None:
        done = run(workspace(tmp_path, signed(SOON)), "fix", "--yes")
        assert done.returncode == 1
        assert "because" not in done.stdout

    def test_nothing_hostile_acts(self, tmp_path: Path) -> None:
        why = ("why: Results differ between districts", "why: ::error ::taken: over ##[group]")
        files = {**changed(COMPACT, why), "compacts/::error ::x.yml": "", "compacts/\x1b[31m.yml": "", CONFIG: "\u202e"}
        done = run(workspace(tmp_path, files), "fix", "--dry-run")
        assert done.stdout.splitlines()[-1] == "1 repair in 1 file; 3 errors left to mend by hand"
        assert acting(done.stdout.encode()) == []

    def test_other_rules_are_for_validate(self, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, ("ks2-literacy-numeracy", "nowhere")))
        done = run(tmp_path, "fix", "--dry-run")
        assert (done.returncode, done.stdout) == (0, "nothing to repair in 3 documents\n")

    def test_a_record_in_another_format_is_not_touched(self, tmp_path: Path) -> None:
        text = f"format: 2\n{BASE[STATEMENT]}"
        before = picture(workspace(tmp_path, {**changed(COMPACT, WHY), STATEMENT: text}))
        done = run(tmp_path, "fix", "--yes")
        assert (done.returncode, done.stdout, picture(tmp_path)) == (2, "", before)


class TestPaths:
    @pytest.mark.parametrize(
        "path", ["norfolk", "Norfolk County Council", f"data/{NORFOLK}", "data/./compacts/norfolk.yaml"]
    )
    def test_only_what_is_named_is_repaired(self, path: str, tmp_path: Path) -> None:
        workspace(tmp_path, {**changed(COMPACT, WHY), **norfolk(WHY), CONFIG: "levels:\n  one-side: off\n"})
        done = run(tmp_path, "fix", "--yes", path)
        assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 repair in 1 file")
        assert text_of(tmp_path) == changed(COMPACT, WHY)[COMPACT]
        assert run(tmp_path, "fix", "--dry-run", path).stdout == "nothing to repair in 1 of 4 documents\n"

    def test_a_folder(self, tmp_path: Path) -> None:
        workspace(
            tmp_path, {**changed(COMPACT, WHY), **norfolk(WHY), **changed(STATEMENT, ("title: S", "title: S: s"))}
        )
        assert run(tmp_path, "fix", "--yes", "data/compacts").stdout.splitlines()[-1] == "2 repairs in 2 files"

    def test_the_settings(self, tmp_path: Path) -> None:
        workspace(tmp_path, {**changed(COMPACT, WHY), CONFIG: "levels: {}\n"})
        done = run(tmp_path, "fix", "--yes", f"data/{CONFIG}")
        assert (done.returncode, done.stdout) == (0, f"nothing to repair in data/{CONFIG}\n")

    def test_a_folder_above_is_all(self, tmp_path: Path) -> None:
        workspace(tmp_path, {**changed(COMPACT, WHY), **norfolk(WHY)})
        assert run(tmp_path, "fix", "--dry-run", "..").stdout.splitlines()[-1] == "2 repairs in 2 files"

    @pytest.mark.parametrize("path", ["nowhere", "/etc/hosts", "data/nowhere.yaml"])
    def test_what_is_no_document_is_refused_as_by_validate(self, path: str, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, WHY))
        done, validated = run(tmp_path, "fix", "--yes", path), run(tmp_path, "validate", path)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", validated.stderr)


class TestAsking:
    @pytest.mark.parametrize("folder", ["data", "nowhere"])
    def test_where_nobody_sits_it_has_to_be_said_before_anything_is_read(self, folder: str, tmp_path: Path) -> None:
        before = picture(workspace(tmp_path, changed(COMPACT, WHY)))
        done = run(tmp_path, "fix", "--data", folder)
        assert (done.returncode, done.stdout, done.stderr, picture(tmp_path)) == (2, "", NOBODY, before)

    def test_json_is_for_programs_and_nobody_is_asked(self, tmp_path: Path) -> None:
        code, seen = talk(workspace(tmp_path), ["fix", "--format", "json"], [])
        assert (
            code,
            "compactctl: with --format json nothing is asked, and 'fix' writes nothing unasked\n" in seen,
        ) == (2, True)

    @pytest.mark.parametrize("answer", ["y", "YES"])
    def test_yes_writes(self, answer: str, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, WHY))
        code, seen = talked(tmp_path, (QUESTION, "perhaps\n"), (QUESTION, f"{answer}\n"))
        assert (code, text_of(tmp_path)) == (0, changed(COMPACT, QUOTED)[COMPACT])
        assert "1 repair in 1 file\nWrite this repair?" in seen
        assert "compactctl: wrote 1 repair in 1 file\n" in seen

    def test_no_writes_nothing(self, tmp_path: Path) -> None:
        before = picture(workspace(tmp_path, changed(COMPACT, WHY, BULLET)))
        code, seen = talked(tmp_path, ("Write these 2 repairs? (y or n): ", "n\n"))
        assert (code, "Nothing was written.\n" in seen, picture(tmp_path)) == (1, True, before)

    @pytest.mark.parametrize("sign", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
    def test_whoever_leaves_leaves_all_as_it_was(self, sign: str, tmp_path: Path) -> None:
        before = picture(workspace(tmp_path, changed(COMPACT, WHY)))
        code, _ = talked(tmp_path, (QUESTION, sign))
        assert (code, picture(tmp_path)) == (130, before)

    def test_nothing_is_asked_where_nothing_can_be_repaired(self, tmp_path: Path) -> None:
        assert talked(workspace(tmp_path)) == (0, "nothing to repair in 3 documents\n")

    def test_a_file_that_changes_meanwhile_is_left_and_the_others_are_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        workspace(tmp_path, {**changed(COMPACT, WHY), **norfolk(WHY)})
        theirs = tmp_path / "data" / COMPACT

        def answer(question: str) -> bool:
            theirs.write_text("# theirs\n", encoding="utf-8")
            return question == "Write these 2 repairs?"

        for name, instead in (("can_ask", lambda: True), ("is_terminal", lambda: True), ("wants_to", answer)):
            monkeypatch.setattr(fixing, name, instead)
        monkeypatch.chdir(tmp_path)
        code = fixing.fix(fixing.Inputs(Path("data"), (), dry_run=False, yes=False, format="text"))
        assert (code, theirs.read_text(encoding="utf-8"), text_of(tmp_path, NORFOLK)) == (
            1,
            "# theirs\n",
            norfolk(QUOTED)[NORFOLK],
        )
        said = capfd.readouterr().err
        assert (
            f"compactctl: 'data/{COMPACT}' was changed by someone else just now\n  hint: run the command again\n"
            in said
        )
        assert "compactctl: wrote 1 repair in 1 file\n" in said


class TestJson:
    def test_has_whole_lines_and_what_is_left(self, tmp_path: Path) -> None:
        code, record = json_of(workspace(tmp_path, changed(COMPACT, WHY, SOON)), "--dry-run")
        (file,) = record["files"]
        assert (code, record["format"], record["written"]) == (1, "compactctl/repairs/1", False)
        assert file["repairs"] == [
            {"line": 7, "before": f"        {WHY[1]}", "after": f"        {QUOTED[1]}", "rule": "yaml-syntax"}
        ]
        assert [(item["line"], item["rule"]) for item in file["left"]] == [(6, "wrong-value")]

    def test_says_whether_it_is_written(self, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, WHY))
        assert [json_of(tmp_path, "--yes")[1]["written"] for _ in range(2)] == [True, False]
        assert json_of(tmp_path, "--yes") == (0, {"format": "compactctl/repairs/1", "written": False, "files": []})

    def test_a_finding_has_the_same_repair(self, tmp_path: Path) -> None:
        workspace(tmp_path, changed(COMPACT, WHY))
        (finding,) = json.loads(run(tmp_path, "validate", "--format", "json").stdout)["findings"]
        assert finding["repair"] == {"line": 7, "end_line": 7, "text": f"        {QUOTED[1]}"}
        shown = run(tmp_path, "validate").stdout
        assert shown.endswith("\n\n'compactctl fix' can repair this\n1 error in 1 of 3 documents\n")


def test_a_text_of_a_draft_that_ends_before_a_sign_is_left_as_validate_tells_it(tmp_path: Path) -> None:
    folder = workspace(tmp_path, changed(COMPACT, (WHY[0], "why: Ranked #3 # and results fall")))
    done = run(folder, "fix", "--yes")
    told = run(folder, "validate").stdout
    assert told.startswith("warning[text-in-comment]: the text of 'why' ends before this '#'")
    assert done.stdout.startswith(told.partition("  = help")[0])
    assert done.returncode == 1
    assert "1 warning left to mend by hand" in done.stdout
