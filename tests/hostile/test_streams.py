"""Closed and full streams, other locales, other seeds, other folders: an exit code of ours, and the same bytes."""

import contextlib
import fcntl
import os
import resource
import subprocess
import tempfile
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.limited import ends_well, limited, small_workspace
from tests.running import COMMAND, environment

from compactctl.cli.commands.validate import FORMATS
from compactctl.cli.output import notify
from compactctl.files.opening import Unreadable
from compactctl.files.trees import DiskTree

FAULTY: Final = "authority: hampshire\neditions:\n  - year: 2003/04\n    priorities: [{area: é, why: TODO}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with findings."""
    small_workspace(tmp_path, **{"compacts/hampshire.yaml": FAULTY, "compacts/norfolk.yaml": "x: [\n"})
    return tmp_path


def with_command() -> dict[str, str]:
    """Return the environment of a shell that knows `$compactctl`."""
    return {**environment(), "compactctl": " ".join(COMMAND)}


def through_shell(
    folder: Path, command: str, most_of_a_file: int = resource.RLIM_INFINITY
) -> subprocess.CompletedProcess[bytes]:
    """Run `$compactctl …` with what a shell does to its streams; no file can be made longer than it is told."""

    def take_limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_of_a_file, most_of_a_file))

    words = ["bash", "-c", command]
    return subprocess.run(
        words, cwd=folder, env=with_command(), capture_output=True, check=False, preexec_fn=take_limit
    )


@pytest.mark.parametrize(
    "words", ["validate", "validate --format json", "fix --dry-run", "report", "rules", "schema compact"]
)
@pytest.mark.parametrize("streams", ["<&-", "2>&-", "<&- 2>&-"])
def test_a_closed_input_or_error_stream_changes_nothing(folder: Path, words: str, streams: str) -> None:
    usual = through_shell(folder, f"$compactctl {words}")
    answer = through_shell(folder, f"$compactctl {words} {streams}")
    assert (answer.returncode, answer.stdout) == (usual.returncode, usual.stdout)


@pytest.mark.parametrize("words", ["validate", "validate --format json", "fix --dry-run", "report", "rules"])
@pytest.mark.parametrize("streams", [">&-", ">/dev/full", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
def test_an_output_that_cannot_be_written_is_no_success(folder: Path, words: str, streams: str) -> None:
    answer = through_shell(folder, f"$compactctl {words} {streams}")
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert b"Traceback" not in answer.stderr
    if "2>" not in streams:
        assert answer.stderr.startswith(b"compactctl: ")


PRINTING: Final = (
    "--help",
    "--version",
    "--data x --version",
    "report --help",
    "COLUMNS=70 report --help",
    "--show-completion bash",
    "_COMPACTCTL_COMPLETE=source_bash",
    "_COMPACTCTL_COMPLETE=complete_bash COMP_CWORD=1 COMP_WORDS=compactctl",
    "validate --format json",
    "report --format html",
    "report --format xlsx",
    "report --authority hampshire --format docx",
    "diff 2003/04 2003/04 --format html",
    "rules",
    "explain unfinished",
    "schema compact",
    "new devon --dry-run",
)
"""All ways of printing: what is stored, what Typer prints, and each command, with what the environment holds before."""


def started(words: str, more: str = "PYTHONUNBUFFERED=1") -> str:
    """Return how a shell starts one of them; Python's own buffer would wait, and write what is left anew."""
    parts = words.split()
    count = sum(part.partition("=")[0].isupper() for part in parts)
    return " ".join(["exec env", more, *parts[:count], "$compactctl", *parts[count:]])


@pytest.mark.parametrize("words", PRINTING)
class TestAllThatIsPrinted:
    @pytest.mark.parametrize("stream", [">/dev/full", ">&-"])
    def test_is_no_success_where_nothing_can_be_written(self, words: str, stream: str, folder: Path) -> None:
        answer = through_shell(folder, f"{started(words, '')} {stream}")
        assert answer.returncode == 2
        assert answer.stderr.startswith(b"compactctl: ")
        assert b"defect" not in answer.stderr

    def test_is_no_success_where_a_part_can_be_written(self, words: str, folder: Path) -> None:
        # As on a full disk: what fits is taken, and only the next write fails.
        answer = through_shell(folder, f"{started(words)} > part", most_of_a_file=10)
        assert answer.returncode == 2
        assert b"defect" not in answer.stderr
        assert (folder / "part").stat().st_size <= 10

    def test_waits_for_a_pipe_that_does_not_block(self, words: str, folder: Path) -> None:
        usual = through_shell(folder, started(words, ""))
        reads, writes = os.pipe()
        os.set_blocking(writes, False)
        if hasattr(fcntl, "F_SETPIPE_SZ"):
            fcntl.fcntl(writes, fcntl.F_SETPIPE_SZ, 4096)
        with subprocess.Popen(["bash", "-c", started(words)], cwd=folder, env=with_command(), stdout=writes) as process:
            os.close(writes)
            with open(reads, "rb") as pipe:  # noqa: PTH123 - of what is open already
                assert pipe.read() == usual.stdout != b""
            assert process.wait() == usual.returncode


def test_a_message_waits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, writes = os.pipe()
    os.set_blocking(writes, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(writes, b"x" * 4096)

    def somebody_reads(*_: object) -> None:
        os.read(reads, 1024**2)

    monkeypatch.setattr("select.select", somebody_reads)
    with os.fdopen(writes, "w") as full:
        monkeypatch.setattr("sys.stderr", full)
        notify("late")
    with os.fdopen(reads, "rb") as pipe:
        assert pipe.read() == b"compactctl: late\n"


def test_a_reader_that_goes_away_is_told_of_in_one_line(folder: Path) -> None:
    answer = through_shell(folder, "set -o pipefail; $compactctl validate --format json | true")
    assert answer.returncode in (1, 2)
    assert answer.stderr.count(b"\n") <= 2
    assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_tree_gives_the_same_bytes(folder: Path, format_: str) -> None:
    words = ("validate", "--as-of", "2004-01-15", "--format", format_)
    usual = limited(folder, *words, PYTHONHASHSEED="0")
    assert ends_well(usual)
    assert usual.returncode == 1
    for more in (
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4294967295"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C.UTF-8"},
        {"TZ": "Pacific/Kiritimati"},
    ):
        assert limited(folder, *words, **more).stdout == usual.stdout


@pytest.mark.parametrize("format_", FORMATS)
def test_all_working_folders_see_the_same_findings(folder: Path, format_: str) -> None:
    (folder / "elsewhere" / "within").mkdir(parents=True)
    words = ("validate", "--as-of", "2004-01-15", "--format", format_, "--data")
    near = limited(folder / "elsewhere", *words, "../data")
    far = limited(folder / "elsewhere" / "within", *words, "../../data")
    assert far.stdout.replace(b"../../data", b"../data") == near.stdout


@pytest.mark.parametrize("words", ["validate", "validate --format sarif", "report", "report --output {}/page.html"])
def test_what_lies_elsewhere_is_read_though_the_working_folder_is_gone(words: str, folder: Path) -> None:
    command = f"$compactctl --data {folder}/data {words.format(folder)}"
    usual = through_shell(folder, command)
    answer = through_shell(folder, f"mkdir gone; cd gone; rmdir ../gone; {command}")
    assert (answer.returncode, answer.stdout == b"") == (usual.returncode, usual.stdout == b"")
    assert b"defect" not in answer.stderr


def test_the_exit_code_is_the_same_in_every_format(folder: Path) -> None:
    for threshold in ("error", "warning", "info"):
        codes = {limited(folder, "validate", "--format", name, "--fail-on", threshold).returncode for name in FORMATS}
        assert len(codes) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user")
def test_what_another_user_may_not_read_is_refused() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        Path(name).chmod(0o755)
        (Path(name) / "x.yaml").touch(mode=0o600)
        os.seteuid(65534)
        try:
            with pytest.raises(Unreadable, match="there is no permission to read the file"):
                DiskTree(Path(name)).read("x.yaml")
        finally:
            os.seteuid(0)
