"""Closed and full streams, other locales, other seeds, other folders: an exit code of ours, and the same bytes."""

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.limited import ends_well, limited, small_workspace
from tests.running import COMMAND, environment

from compactctl.cli.commands.validate import FORMATS
from compactctl.files.opening import Unreadable
from compactctl.files.trees import DiskTree

FAULTY: Final = "authority: hampshire\neditions:\n  - year: 2003/04\n    priorities: [{area: é, why: TODO}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with findings."""
    small_workspace(tmp_path, **{"compacts/hampshire.yaml": FAULTY, "compacts/norfolk.yaml": "x: [\n"})
    return tmp_path


def through_shell(folder: Path, command: str) -> subprocess.CompletedProcess[bytes]:
    """Run `$compactctl …` with what a shell does to its streams."""
    environ = {**environment(), "compactctl": " ".join(COMMAND)}
    return subprocess.run(["bash", "-c", command], cwd=folder, env=environ, capture_output=True, check=False)


@pytest.mark.parametrize("words", ["validate", "validate --format json", "report", "rules", "schema compact"])
@pytest.mark.parametrize("streams", ["<&-", "2>&-", "<&- 2>&-"])
def test_a_closed_input_or_error_stream_changes_nothing(folder: Path, words: str, streams: str) -> None:
    usual = through_shell(folder, f"$compactctl {words}")
    answer = through_shell(folder, f"$compactctl {words} {streams}")
    assert (answer.returncode, answer.stdout) == (usual.returncode, usual.stdout)


@pytest.mark.parametrize("words", ["validate", "validate --format json", "report", "rules"])
@pytest.mark.parametrize("streams", [">&-", ">/dev/full", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
def test_an_output_that_cannot_be_written_is_no_success(folder: Path, words: str, streams: str) -> None:
    answer = through_shell(folder, f"$compactctl {words} {streams}")
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert b"Traceback" not in answer.stderr
    if "2>" not in streams:
        assert answer.stderr.startswith(b"compactctl: ")


@pytest.mark.parametrize("words", ["--help", "--version", "validate --help"])
@pytest.mark.parametrize("streams", [">/dev/full", ">&-", ">&- 2>&-"])
def test_help_that_cannot_be_written_is_no_success(folder: Path, words: str, streams: str) -> None:
    answer = through_shell(folder, f"$compactctl {words} {streams}")
    assert answer.returncode == 2
    assert b"Traceback" not in answer.stderr


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
