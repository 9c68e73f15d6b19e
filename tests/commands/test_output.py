"""Where a result may go with `--output`, how it gets there, and which format it has then."""

import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.limited import Answer, small_workspace, within
from tests.hostile.test_permissions import IS_ROOT, ORDINARY
from tests.running import COMMAND, environment, picture, run

from compactctl.cli.options import ENDINGS
from compactctl.cli.output import deliver
from compactctl.errors import CannotDo
from compactctl.files.result_files import ResultFile
from compactctl.words import listed

OLD: Final = "what was there before\n"
COMMANDS: Final = ("validate", "report", "diff 2003/04 2003/04", "rules", "explain unfinished", "schema compact")
STANDARD_OUTPUT: Final = "or leave --output out and see it here"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in a folder, with all that a result may not be written to or through beside it."""
    here, outside = tmp_path / "here", tmp_path / "outside"
    (here / "sub").mkdir(parents=True)
    outside.mkdir()
    small_workspace(here)
    (outside / "victim").write_text(OLD)
    (here / "link").symlink_to(outside / "victim")
    (here / "dangling").symlink_to(outside / "new")
    (here / "loop").symlink_to("loop")
    (here / "way").symlink_to(outside)
    (here / "sub" / "way").symlink_to("../../outside")
    (here / "home").symlink_to(".")
    (outside / "back").symlink_to(here / "way")
    (outside / "link").symlink_to("victim")
    (outside / "papers").symlink_to(here / "data")
    os.mkfifo(here / "pipe")
    return here


def refused(folder: Path, name: str, *words: str) -> str:
    """Have a result written, see that it is refused and nothing is changed anywhere; return why."""
    before = seen(folder)
    done = run(folder, *(words or ("report",)), "--output", name)
    assert (done.returncode, done.stdout, seen(folder)) == (2, "", before)
    assert done.stderr.startswith("compactctl: the result cannot be written to ")
    why, hint = done.stderr.splitlines()
    assert hint.endswith(STANDARD_OUTPUT)
    return why.split("': ", 1)[1]


def seen(folder: Path) -> dict[str, object]:
    return {
        path.relative_to(folder.parent).as_posix(): (os.lstat(path).st_ino, path.is_file() and path.read_bytes())
        for path in folder.parent.rglob("*")
    }


@pytest.mark.parametrize("command", COMMANDS)
class TestEveryCommand:
    def test_writes_to_a_file_what_it_prints(self, command: str, folder: Path) -> None:
        printed = run(folder, *command.split())
        written = run(folder, *command.split(), "--output", "sub/result")
        assert (written.returncode, written.stdout, written.stderr) == (0, "", printed.stderr)
        assert (folder / "sub/result").read_text(encoding="utf-8") == printed.stdout != ""

    @pytest.mark.parametrize("name", ["-", "/dev/stdout"])
    def test_knows_standard_output_by_its_names(self, command: str, name: str, folder: Path) -> None:
        before = seen(folder)
        printed = run(folder, *command.split())
        named = run(folder, *command.split(), "-o", name)
        assert (named.returncode, named.stdout, named.stderr) == (0, printed.stdout, printed.stderr)
        assert seen(folder) == before

    @pytest.mark.parametrize("name", ["link", "way/new", "data/compacts/new.yaml", "pipe", "nowhere/new"])
    def test_refuses_the_place_before_the_work(self, command: str, name: str, folder: Path) -> None:
        (folder / "data/statement.yaml").write_text("[")
        (folder / "data/annex/2003-04.yaml").write_text("[")
        refused(folder, name, *command.split())


class TestLinks:
    @pytest.mark.parametrize("name", ["link", "dangling", "loop", "way", "sub/../link", "sub/../../here/link"])
    def test_the_last_part_is_none(self, name: str, folder: Path) -> None:
        assert refused(folder, name) == "it is a link, not a plain file"

    def test_the_last_part_is_none_wherever_it_lies(self, folder: Path) -> None:
        assert refused(folder, "../outside/link") == "it is a link, not a plain file"
        assert refused(folder, str(folder.parent / "outside/link")) == "it is a link, not a plain file"

    @pytest.mark.parametrize(
        ("name", "link"),
        [
            ("way/new", "way"),
            ("way/victim", "way"),
            ("way/sub/../new", "way"),
            ("sub/way/new", "sub/way"),
            ("sub/../way/new", "way"),
            ("way/../here/new", "way"),
            ("./way/new", "way"),
            ("home/new", "home"),
            ("home/data/new", "home"),
            ("loop/new", "loop"),
            ("dangling/new", "dangling"),
            ("../here/way/new", "way"),
            ("../outside/back/new", "way"),
        ],
    )
    def test_no_part_below_the_working_folder_is_one(self, name: str, link: str, folder: Path) -> None:
        why = f"'{link}' is a link, and nothing is written through it"
        assert refused(folder, name) == why
        assert refused(folder, str(folder / name)) == why

    def test_the_way_to_the_working_folder_may_be_one(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "short").symlink_to(folder)
        (tmp_path / "long").mkdir()
        (tmp_path / "long/way").symlink_to("../short")
        for name in ("short/one", "long/way/sub/two", "long/../long/way/./sub/../three"):
            assert run(folder, "rules", "--output", str(tmp_path / name)).returncode == 0
        assert {path.name for path in folder.rglob("*") if path.is_file()} >= {"one", "two", "three"}
        done = run(tmp_path / "short", "rules", "--output", "sub/../four")
        assert (done.returncode, (folder / "four").is_file()) == (0, True)

    def test_links_round_in_a_circle_end(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "one").symlink_to("two")
        (tmp_path / "two").symlink_to("one")
        assert refused(folder, "../one/new") == "Too many levels of symbolic links"


class TestDataFolder:
    @pytest.mark.parametrize(
        "name",
        [
            "data/new.html",
            "data/statement.yaml",
            "data/compacts/hampshire.yaml",
            "data/annex/../new.html",
            "./data/../data/new.html",
            "sub/../data/.new",
            "../outside/papers/new.html",
            "../outside/papers/compacts/hampshire.yaml",
        ],
    )
    def test_holds_documents_alone(self, name: str, folder: Path) -> None:
        why = "it lies in the data folder 'data', which is for the documents alone"
        assert refused(folder, name) == why
        assert refused(folder, str(folder / name)) == why

    @pytest.mark.parametrize("words", [("--data", "elsewhere"), ("--data", "../outside/lies")])
    def test_is_the_one_that_was_named(self, words: tuple[str, ...], folder: Path) -> None:
        (folder / "data").rename(folder / "elsewhere")
        (folder.parent / "outside/lies").symlink_to(folder / "elsewhere")
        for command in COMMANDS:
            name = "elsewhere/compacts/hampshire.yaml"
            assert "it lies in the data folder" in refused(folder, name, *words, *command.split())
            assert "it lies in the data folder" in refused(folder, name, *command.split(), *words)

    def test_may_be_the_working_folder_or_one_above(self, folder: Path) -> None:
        (folder / "data/sub").mkdir()
        for here, data in (("data", "."), ("data/compacts", ".."), ("data/sub", "../")):
            done = run(folder / here, "report", "--data", data, "--output", "new.html")
            assert (done.returncode, "it lies in the data folder" in done.stderr) == (2, True)
        assert not list((folder / "data").rglob("*new*"))

    def test_what_lies_beside_it_may_be_alike_in_name(self, folder: Path) -> None:
        (folder / "data-2").mkdir()
        assert run(folder, "report", "--output", "data-2/data").returncode == 0

    def test_a_document_with_a_second_name_is_not_changed(self, folder: Path) -> None:
        document = folder / "data/compacts/hampshire.yaml"
        before = document.read_bytes()
        (folder / "second").hardlink_to(document)
        assert run(folder, "report", "--output", "second").returncode == 0
        assert document.read_bytes() == before != (folder / "second").read_bytes()


class TestOddPlaces:
    @pytest.mark.parametrize("name", ["pipe", "sub", "/dev/null", "/dev/full", "/dev/tty", "/dev/zero"])
    def test_what_is_no_plain_file_is_not_opened(self, name: str, folder: Path) -> None:
        if os.path.lexists(folder / name):
            assert refused(folder, name).endswith(", not a plain file")

    @pytest.mark.parametrize("name", ["/dev/fd/1", "/dev/stderr", "/proc/self/fd/1", "/dev/../dev/stdout"])
    def test_a_number_of_a_stream_is_no_file(self, name: str, folder: Path) -> None:
        assert refused(folder, name) == "it is a link, not a plain file"

    def test_nor_is_what_a_shell_makes_of_a_program(self, folder: Path) -> None:
        words = f"{' '.join(COMMAND)} report --output >(cat)"
        done = subprocess.run(
            ["bash", "-c", words], cwd=folder, env=environment(), capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert "it is a link, not a plain file" in done.stderr

    def test_nor_a_socket(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(folder)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("sock")
            assert refused(folder, "sock") == "it is a socket, not a plain file"

    @pytest.mark.parametrize("name", ["", "sub/", "sub/.", "sub/..", ".", "..", "/", "./-", "sub/-"])
    def test_a_name_of_no_file_is_refused(self, name: str, folder: Path) -> None:
        assert refused(folder, name) == "it is no name of a file"

    def test_what_cannot_be_a_name_is_refused(self, folder: Path) -> None:
        assert refused(folder, "n" * 300) == "File name too long"
        assert refused(folder, "data/statement.yaml/new") == "'data/statement.yaml' is a plain file, not a folder"
        assert refused(folder, "no/where/new") == "there is no folder 'no'; make it first"

    def test_an_odd_name_is_taken_as_it_stands(self, folder: Path) -> None:
        name = "-rf * ; $(x)\n\x1b[2J é.html"
        done = run(folder, "report", f"--output=sub/{name}")
        assert (done.returncode, set(picture(folder / "sub"))) == (0, {"way", name})

    def test_an_odd_name_is_told_in_a_line(self, folder: Path) -> None:
        done = run(folder, "report", "--output", "no\n::error ::\x1b[2J/x")
        assert (done.returncode, done.stderr.count("\n")) == (2, 2)
        assert "\x1b" not in done.stderr


class TestReplacing:
    def test_a_plain_file_keeps_its_mode(self, folder: Path) -> None:
        (folder / "page").write_text(OLD)
        (folder / "page").chmod(0o640)
        assert run(folder, "report", "--output", "page").returncode == 0
        assert (folder / "page").read_text(encoding="utf-8").startswith("Coverage of 2003/04")
        assert stat.S_IMODE((folder / "page").stat().st_mode) == 0o640

    @pytest.mark.skipif(not IS_ROOT, reason="only root can give a file away")
    def test_and_its_owner(self, folder: Path) -> None:
        (folder / "page").write_text(OLD)
        os.chown(folder / "page", 65534, 65534)
        assert run(folder, "report", "--output", "page").returncode == 0
        assert (folder / "page").stat().st_uid == (folder / "page").stat().st_gid == 65534

    def test_a_new_one_has_the_usual_mode(self, folder: Path) -> None:
        (folder / "usual").touch()
        assert run(folder, "report", "--output", "page").returncode == 0
        assert (folder / "page").stat().st_mode == (folder / "usual").stat().st_mode

    @pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="root may do all, and setpriv is missing")
    @pytest.mark.parametrize(("name", "mode"), [("page", 0o444), ("sub", 0o555)])
    def test_what_may_only_be_read_is_left_as_it_is(self, name: str, mode: int, folder: Path) -> None:
        (folder / "page").write_text(OLD)
        (folder / name).chmod(mode)
        before = seen(folder)
        done = within(folder, (*ORDINARY, *COMMAND, "report", "--output", "sub/new" if name == "sub" else name))
        (folder / "sub").chmod(0o755)
        assert (done.returncode, seen(folder)) == (2, before)
        assert b"there is no permission to " in done.stderr

    @pytest.mark.skipif(
        not IS_ROOT or not shutil.which("unshare"), reason="only root can take a disk for reading alone"
    )
    @pytest.mark.parametrize("name", ["page", "new"])
    def test_on_a_disk_that_can_only_be_read_that_is_told(self, name: str, folder: Path) -> None:
        (folder / "sub/page").write_text(OLD)
        mount = "mount --bind sub sub && mount -o remount,bind,ro sub || exit 77"
        words = ("unshare", "--mount", "bash", "-c", f'{mount}; exec "$@"', "bash", *COMMAND)
        done = within(folder, (*words, "report", "--output", f"sub/{name}"))
        if done.returncode == 77 or done.stderr.startswith(b"unshare: "):
            pytest.skip("this machine lets nobody do so")
        why = f"the result cannot be written to 'sub/{name}': Read-only file system"
        assert done.stderr.decode().splitlines()[0] == f"compactctl: {why}"

    @pytest.mark.skipif(not IS_ROOT or not shutil.which("setpriv"), reason="only root can become another user")
    def test_a_file_of_somebody_else_in_a_folder_for_all_is_left_as_it_is(self) -> None:
        with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
            here = Path(name)
            here.chmod(0o1777)
            (here / "page").write_text(OLD)
            (here / "page").chmod(0o666)
            small_workspace(here)
            nobody = ("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups")
            done = within(here, (*nobody, *COMMAND, "report", "--output", "page"))
            assert (done.returncode, (here / "page").read_text()) == (2, OLD)
            assert {path.name for path in here.iterdir()} == {"data", "page"}

    @pytest.mark.skipif(not IS_ROOT or not shutil.which("setpriv"), reason="only root can become another user")
    def test_a_file_that_several_share_keeps_its_group(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            here = Path(name)
            here.chmod(0o777)
            (here / "page").write_text(OLD)
            (here / "page").chmod(0o664)
            os.chown(here / "page", 65534, 1234)
            small_workspace(here)
            colleague = ("setpriv", "--reuid", "65533", "--regid", "65533", "--groups", "1234")
            assert within(here, (*colleague, *COMMAND, "report", "--output", "page")).returncode == 0
            status = (here / "page").stat()
            assert (status.st_gid, stat.S_IMODE(status.st_mode), status.st_size > len(OLD)) == (1234, 0o664, True)


class TestWholeOrNotAtAll:
    @pytest.mark.parametrize("trouble", [KeyboardInterrupt(), MemoryError(), ValueError(), OSError(5, "Input error")])
    def test_a_result_that_does_not_come_to_its_end_leaves_what_was(
        self, trouble: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def pieces() -> Iterator[bytes]:
            yield b"x" * 1024**2
            assert len(list(folder.glob(".compactctl-*"))) == 1
            raise trouble

        monkeypatch.chdir(folder)
        (folder / "result").write_text(OLD)
        before = seen(folder)
        for name in ("result", "new"):
            with pytest.raises(CannotDo if isinstance(trouble, OSError) else type(trouble)):
                deliver(pieces(), ResultFile(name, folder / "data"))
            assert seen(folder) == before

    def test_a_place_that_turns_into_a_link_meanwhile_is_not_written_through(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(folder)
        file = ResultFile("sub/new", folder / "data")
        file.check()
        shutil.rmtree(folder / "sub")
        (folder / "sub").symlink_to("../outside")
        before = seen(folder)
        with pytest.raises(CannotDo, match="'sub' is a link, and nothing is written through it"):
            deliver(b"x", file)
        assert seen(folder) == before

    @pytest.mark.parametrize("words", ["validate --format json", "report --format html", "report --format xlsx"])
    @pytest.mark.parametrize("exists", [True, False], ids=["an old file", "a new file"])
    def test_a_disk_that_is_full_leaves_what_was(self, words: str, exists: bool, folder: Path) -> None:  # noqa: FBT001
        if exists:
            (folder / "result").write_text(OLD)
        before = seen(folder)
        done = full_disk(folder, *words.split(), "--output", "result")
        assert (done.returncode, done.stdout, seen(folder)) == (2, b"", before)

    def test_eight_at_once_leave_one_of_the_results(self, folder: Path) -> None:
        runs = [
            subprocess.Popen(
                [*COMMAND, "report", "--format", name, "--output", "result"], cwd=folder, env=environment()
            )
            for name in ("html", "json", "csv", "markdown") * 2
        ]
        assert [process.wait() for process in runs] == [0] * 8
        whole = {run(folder, "report", "--format", name).stdout for name in ("html", "json", "csv", "markdown")}
        assert (folder / "result").read_text(encoding="utf-8") in whole
        assert not list(folder.glob(".compactctl-*"))


def full_disk(folder: Path, *words: str) -> Answer:
    """Run the command where no file can be longer than 100 bytes: as on a full disk, a part is taken first."""
    limited = "import resource, sys, os; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    # Python takes no notice of the signal that the system sends then.
    started = f"{limited}; from compactctl.__main__ import main; sys.argv[0] = 'compactctl'; main()"
    return within(folder, (sys.executable, "-c", started, *words))


class TestFormat:
    @pytest.mark.parametrize(
        ("command", "name", "format_"),
        [
            ("validate", "found.json", "json"),
            ("validate", "found.sarif", "sarif"),
            ("validate", "found.xml", "junit"),
            ("validate", "found.txt", "full"),
            ("validate", "found", "full"),
            ("report", "page.html", "html"),
            ("report", "PAGE.HTML", "html"),
            ("report", "book.xlsx", "xlsx"),
            ("report --authority hampshire", "paper.docx", "docx"),
            ("report --trend", "paper.md", "markdown"),
            ("report --authority hampshire", "table.csv", "csv"),
            ("report", "all.json", "json"),
            ("report", "page.html.txt", "terminal"),
            ("report", ".html", "terminal"),
            ("diff 2003/04 2003/04", "page.html", "html"),
            ("diff 2003/04 2003/04", "paper.md", "markdown"),
            ("diff 2003/04 2003/04", "all.json", "json"),
            ("rules", "rules.md", "markdown"),
            ("rules", "rules.json", "json"),
        ],
    )
    def test_is_what_the_ending_says(self, command: str, name: str, format_: str, folder: Path) -> None:
        printed = within(folder, (*COMMAND, *command.split(), "--format", format_))
        assert run(folder, *command.split(), "--output", name).returncode == printed.returncode == 0
        assert (folder / name).read_bytes() == printed.stdout != b""

    def test_and_what_the_reference_says(self) -> None:
        page = Path(__file__).parents[2] / "docs/reference/commands.md"
        rows = re.findall(r"^\| `(\.\w+)` \| (.*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
        documented = [
            (name, ending) for ending, names in rows for name in re.findall(r"`(?:validate --format )?(\w+)`", names)
        ]
        assert sorted(documented) == sorted(ENDINGS.items())

    @pytest.mark.parametrize(("format_", "name"), [("gitlab", "found.json"), ("json", "found.txt"), ("full", "x.html")])
    def test_is_what_the_option_says_where_the_ending_says_no_other(
        self, format_: str, name: str, folder: Path
    ) -> None:
        printed = within(folder, (*COMMAND, "validate", "--format", format_))
        assert run(folder, "validate", "--format", format_, "--output", name).returncode == 0
        assert (folder / name).read_bytes() == printed.stdout

    @pytest.mark.parametrize(
        ("command", "name", "named"),
        [
            ("validate --format sarif", "found.json", ("sarif", ".sarif", "json")),
            ("validate --format full", "found.xml", ("full", "junit")),
            ("validate --format github", "found.SARIF", ("github", "sarif")),
            ("report --format html", "table.csv", ("html", "csv")),
            ("report --format terminal", "paper.md", ("terminal", "markdown")),
            ("diff --format json", "page.html", ("json", "html")),
            ("rules --format json", "rules.md", ("json", "markdown")),
        ],
    )
    def test_a_clash_is_told(self, command: str, name: str, named: tuple[str, ...], folder: Path) -> None:
        done = run(folder, *command.split(), "--output", name)
        assert (done.returncode, (folder / name).exists()) == (2, False)
        assert all(word in done.stderr for word in (name, *named))

    @pytest.mark.parametrize(
        ("command", "name", "endings"),
        [
            ("validate", "page.html", ".txt, .json, .sarif or .xml"),
            ("report", "found.sarif", ".docx for Word or .html for a page that a browser prints"),
            ("diff", "table.csv", ".txt, .md, .html or .json"),
            ("rules", "page.html", ".txt, .md or .json"),
            ("validate", "page.docx", ".txt, .json, .sarif or .xml"),
            ("report", "PAGE.PDF", ".docx for Word or .html for a page that a browser prints"),
            ("report", "paper.docm", ".docx for Word or .html for a page that a browser prints"),
            ("report", "paper.rtf", ".docx for Word or .html for a page that a browser prints"),
            ("report", "table.ods", ".xlsx for a workbook or .csv for a plain table"),
            ("diff", "paper.docx", ".html for a page that a browser prints"),
            ("validate", "found.xls", ".txt, .json, .sarif or .xml"),
        ],
    )
    def test_an_ending_that_belongs_to_others_is_told(
        self, command: str, name: str, endings: str, folder: Path
    ) -> None:
        done = run(folder, command, "--output", name)
        assert (done.returncode, (folder / name).exists()) == (2, False)
        ending = Path(name).suffix.lower()
        assert done.stderr.splitlines()[0].endswith(f"belongs in a file that ends in {ending}")
        known = re.search(r"One of (.*?) \[", " ".join(run(folder, command, "--help").stdout.split()))
        assert known is not None
        formats = listed(known[1].split(", "))
        assert f"  hint: let the name end in {endings}; its formats are {formats}; --format says which" in done.stderr

    @pytest.mark.parametrize(
        ("command", "name", "ending"),
        [("explain unknown-area", "rule.html", ".txt"), ("schema compact", "schema.csv", ".json")],
    )
    def test_a_command_of_one_format_says_how_its_files_end(
        self, command: str, name: str, ending: str, folder: Path
    ) -> None:
        done = run(folder, *command.split(), "--output", name)
        assert (done.returncode, (folder / name).exists()) == (2, False)
        assert done.stderr.endswith(f"hint: let the name end in {ending}\n")
        assert run(folder, *command.split(), "--output", f"file{ending}").returncode == 0

    @pytest.mark.parametrize(
        ("variable", "name", "begins"),
        [
            ("concise", "found.sarif", b"{"),
            ("sarif", "found.json", b'{\n  "format"'),
            ("gitlab", "found.json", b"["),
            ("json", "found.txt", b"{"),
            ("json", None, b"{"),
            ("nonsense", "found.xml", b"<?xml"),
        ],
    )
    def test_the_ending_goes_before_the_environment(
        self, variable: str, name: str | None, begins: bytes, folder: Path
    ) -> None:
        words = ("validate", *(("--output", name) if name else ()))
        done = within(folder, (*COMMAND, *words), more={"COMPACTCTL_FORMAT": variable})
        assert done.returncode == 0
        assert ((folder / name).read_bytes() if name else done.stdout).startswith(begins)

    def test_an_environment_that_names_no_format_is_told(self, folder: Path) -> None:
        done = within(folder, (*COMMAND, "validate"), more={"COMPACTCTL_FORMAT": "nonsense"})
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"compactctl: COMPACTCTL_FORMAT cannot be 'nonsense'\n")

    def test_forms_that_are_not_plain_are_read_alike(self, folder: Path) -> None:
        assert run(folder, "validate", "-ofound.json").returncode == 0
        assert json.loads((folder / "found.json").read_text(encoding="utf-8"))["findings"] == []
        assert run(folder, "report", "--form", "html", "-opage.csv").returncode == 2

    def test_beside_a_pull_request_it_is_told_why_there_is_no_result(self, folder: Path) -> None:
        for name in ("link", "found.json", "data/found"):
            done = run(folder, "validate", "--format", "github", "--output", name)
            assert (done.returncode, done.stdout.count("\n")) == (2, 1)
            assert done.stdout.startswith("::error title=compactctl::")


@pytest.fixture
def terminal(folder: Path) -> Iterator[tuple[Path, int]]:
    """A folder, and a terminal that somebody reads."""
    pty = pytest.importorskip("pty")
    reads, shows = pty.openpty()
    yield folder, shows
    os.close(reads)
    os.close(shows)


def test_a_workbook_goes_to_a_file_from_a_terminal_too(terminal: tuple[Path, int]) -> None:
    folder, shows = terminal
    done = subprocess.run(
        [*COMMAND, "report", "--output", "book.xlsx"], cwd=folder, env=environment(), stdout=shows, check=False
    )
    assert (done.returncode, (folder / "book.xlsx").read_bytes()[:2]) == (0, b"PK")
    for name in ("-", "/dev/stdout"):
        words = [*COMMAND, "report", "--format", "xlsx", "--output", name]
        done = subprocess.run(words, cwd=folder, env=environment(), stdout=shows, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, b"cannot be shown on a terminal" in done.stderr) == (2, True)
