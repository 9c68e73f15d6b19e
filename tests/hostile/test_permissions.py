"""Files and folders that the user may not read or write: refused in words, nothing lost, nothing left behind."""

import os
import shutil
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.limited import Answer, ends_well, limited, small_workspace, within
from tests.running import COMMAND, picture

IS_ROOT: Final = hasattr(os, "geteuid") and os.geteuid() == 0
ORDINARY: Final = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if IS_ROOT else ()
"""What takes from root the right to read and write whatever it likes."""

pytestmark = pytest.mark.skipif(
    IS_ROOT and not shutil.which("setpriv"), reason="root may do all, and setpriv is missing"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which all is well, and that can be taken away afterwards."""
    return small_workspace(tmp_path)


def ordinary(data: Path, *words: str) -> Answer:
    answer = within(data.parent, (*ORDINARY, *COMMAND, *words))
    assert ends_well(answer)
    return answer


@pytest.mark.parametrize("name", ["statement.yaml", "annex/2003-04.yaml", "compacts/hampshire.yaml"])
def test_a_file_that_may_not_be_read_is_named(data: Path, name: str) -> None:
    (data / name).chmod(0)
    answer = ordinary(data, "validate", "--format", "concise", "--as-of", "2004-01-15")
    assert answer.returncode == 1
    assert f"data/{name}: error[unreadable] there is no permission to read the file".encode() in answer.stdout


@pytest.mark.skipif(not IS_ROOT, reason="only root can give a file away")
def test_a_file_of_somebody_else_is_named(data: Path) -> None:
    (data / "compacts/hampshire.yaml").chmod(0o600)
    os.chown(data / "compacts/hampshire.yaml", 65534, 65534)
    answer = ordinary(data, "report")
    assert answer.returncode == 0
    assert b"data/compacts/hampshire.yaml" in answer.stderr


@pytest.mark.parametrize("folder", ["compacts", "annex"])
def test_a_folder_that_may_not_be_listed_is_named(data: Path, folder: str) -> None:
    (data / folder).chmod(0o300)
    answer = ordinary(data, "validate", "--format", "concise", "--as-of", "2004-01-15")
    (data / folder).chmod(0o700)
    assert answer.returncode == 1
    assert f"data/{folder}: error[unreadable] ".encode() in answer.stdout


def test_a_data_folder_that_may_not_be_listed_cannot_be_checked(data: Path) -> None:
    data.chmod(0)
    answer = ordinary(data, "validate")
    data.chmod(0o700)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert b"ermission" in answer.stderr


WRITING: Final = (("new", "norfolk", "--area", "a"), ("revise", "2004/05"))


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_in_a_folder_that_may_only_be_read_nothing_is_written(data: Path, words: tuple[str, ...]) -> None:
    folders = [data, data / "compacts", data / "annex"]
    before = picture(data.parent)
    for folder in folders:
        folder.chmod(0o500)
    answer = ordinary(data, *words)
    for folder in folders:
        folder.chmod(0o700)
    assert answer.returncode == 2
    assert b"ermission" in answer.stderr
    assert picture(data.parent) == before


@pytest.mark.parametrize("name", ["", "areas"])
def test_an_old_site_in_which_nobody_may_write_is_replaced_and_leaves_nothing_behind(data: Path, name: str) -> None:
    ordinary(data, "site", "site")
    (data.parent / "site" / name).chmod(0o555)
    answer = ordinary(data, "site", "site")
    assert answer.returncode == 0, answer.stderr
    assert sorted(path.name for path in data.parent.iterdir()) == ["data", "site"]


def _next_annex(data: Path) -> None:
    annex = (data / "annex/2003-04.yaml").read_text()
    (data / "annex/2004-05.yaml").write_text(annex.replace("2003/04", "2004/05").partition("signatures:")[0])


@pytest.mark.parametrize("mode", [0o600, 0o444, 0])
def test_what_a_killed_run_of_somebody_else_left_keeps_nobody_out(data: Path, mode: int) -> None:
    _next_annex(data)
    left = data / "compacts/.compactctl-lock"
    left.touch(mode)
    if IS_ROOT:
        os.chown(left, 65534, 65534)
    answer = ordinary(data, "renew", "hampshire")
    assert answer.returncode == 0, answer.stderr
    assert left.exists()


def test_a_file_that_may_only_be_read_is_not_renewed(data: Path) -> None:
    _next_annex(data)
    (data / "compacts/hampshire.yaml").chmod(0o444)
    before = picture(data.parent)
    answer = ordinary(data, "renew", "hampshire")
    assert answer.returncode == 2
    assert b"ermission" in answer.stderr
    assert picture(data.parent) == before


def test_a_file_that_may_only_be_read_is_not_repaired_and_the_others_are(data: Path) -> None:
    for name in ("statement.yaml", "compacts/hampshire.yaml"):
        text = (data / name).read_text()
        (data / name).write_bytes(f"{text}# £5\n".encode("cp1252"))
    (data / "compacts/hampshire.yaml").chmod(0o444)
    before = (data / "compacts/hampshire.yaml").read_bytes()
    answer = ordinary(data, "fix", "--yes")
    assert answer.returncode == 2
    assert b"'data/compacts/hampshire.yaml' cannot be written: Permission denied" in answer.stderr
    assert b"wrote 1 repair in 1 file" in answer.stderr
    assert (data / "compacts/hampshire.yaml").read_bytes() == before
    assert (data / "statement.yaml").read_text().endswith("# £5\n")


@pytest.mark.skipif(not IS_ROOT, reason="only root can make devices")
@pytest.mark.parametrize("name", ["statement.yaml", "config.yaml", "authorities.csv", "compacts/norfolk.yaml"])
@pytest.mark.parametrize("number", [3, 5, 8], ids=["null", "zero", "random"])
def test_a_device_is_not_opened(data: Path, name: str, number: int) -> None:
    (data / name).unlink(missing_ok=True)
    try:
        os.mknod(data / name, 0o20666, os.makedev(1, number))
    except PermissionError:
        pytest.skip("this machine lets nobody make devices")
    answer = limited(data.parent, "validate", "--format", "concise")
    assert ends_well(answer)
    assert f"data/{name}: error[".encode() in answer.stdout
    assert b"this is a device" in answer.stdout
