"""Hostile folders: nothing outside is read, nothing is waited for, and what CI would skip is an error."""

import os
import socket
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.acting import acting
from tests.hostile.limited import Answer, ends_well, limited, small_workspace
from tests.running import picture

from compactctl.cli.commands.validate import FORMATS

SECRET: Final = "nobody outside may see this"  # noqa: S105 - no password


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which all is well, beside a file that is none of its business."""
    (tmp_path / "outside.yaml").write_text(f"authority: {SECRET}\n")
    return small_workspace(tmp_path)


def validated(data: Path, *words: str) -> Answer:
    answer = limited(data.parent, "validate", "--format", "concise", "--as-of", "2004-01-15", *words)
    assert ends_well(answer)
    assert SECRET.encode() not in answer.stdout + answer.stderr
    return answer


def lead_to(target: str, link: Path) -> None:
    link.unlink(missing_ok=True)
    link.symlink_to(target)


@pytest.mark.parametrize("name", ["statement.yaml", "config.yaml", "authorities.csv", "annex/2003-04.yaml"])
@pytest.mark.parametrize("target", ["../outside.yaml", "../../outside.yaml", "/dev/zero", "nowhere", "statement.yaml"])
def test_a_link_is_never_followed(data: Path, name: str, target: str) -> None:
    lead_to(target, data / name)
    assert f"data/{name}: error[".encode() in validated(data).stdout


def test_a_link_to_a_compact_is_no_compact(data: Path) -> None:
    lead_to("hampshire.yaml", data / "compacts/norfolk.yaml")
    answer = validated(data)
    assert answer.returncode == 1
    assert b"data/compacts/norfolk.yaml: error[misplaced-file] this is a link" in answer.stdout


@pytest.mark.parametrize("folder", ["annex", "compacts"])
def test_a_link_in_place_of_a_folder_is_not_entered(data: Path, folder: str, tmp_path: Path) -> None:
    (data / folder).rename(tmp_path / "moved")
    lead_to("../moved", data / folder)
    assert f"data/{folder}: error[misplaced-file]".encode() in validated(data).stdout


@pytest.mark.parametrize("name", ["statement.yaml", "config.yaml", "authorities.csv", "compacts/norfolk.yaml"])
def test_a_pipe_is_not_waited_for(data: Path, name: str) -> None:
    (data / name).unlink(missing_ok=True)
    os.mkfifo(data / name)
    assert f"data/{name}: error[".encode() in validated(data).stdout


def test_a_socket_is_not_opened(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data / "compacts")  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("norfolk.yaml")
        answer = validated(data)
    assert b"data/compacts/norfolk.yaml: error[misplaced-file] this is a socket" in answer.stdout


def test_folders_within_folders_are_not_entered(data: Path) -> None:
    deep = data / "compacts" / "/".join(["d"] * 500)
    deep.mkdir(parents=True)
    (deep / "norfolk.yaml").write_text("[")
    answer = validated(data)
    assert answer.stdout.count(b"\n") == 1
    assert b"data/compacts/d: error[misplaced-file] this is a folder" in answer.stdout


@pytest.mark.parametrize("name", ["norfolk.yml", "Norfolk.yaml", "norfolk.YAML", "hampshire.Yaml", "norfolk", "n.yaml"])
def test_what_would_be_skipped_is_an_error(data: Path, name: str) -> None:
    (data / "compacts" / name).write_text("[")
    answer = validated(data)
    assert answer.returncode == 1
    assert f"data/compacts/{name}: error[misplaced-file]".encode() in answer.stdout


NAMES: Final = (
    b"\xff\xfe.yaml",
    b"caf\xe9.yaml",
    b"a\nb.yaml",
    b"\n::error::taken over.yaml",
    b"::error::taken over.yaml",
    b" ::error::taken over.yaml",
    b"##[group]taken over.yaml",
    b"\x1b[2J\x1b]52;c;aGk=\x07.yaml",
    "\u202egpj.yaml".encode(),
    "\x9b2J\u2066.yaml".encode(),
    b"-rf.yaml",
    b"$(id).yaml",
    b"%0A::error::x.yaml",
    b"a" * 250 + b".yaml",
    b".yaml",
    b"con.yaml",
    b"[red]:skull:.yaml",
    b"\r.yaml",
    b"<b>&amp;]]>.yaml",
)


@pytest.mark.parametrize("format_", FORMATS)
def test_file_names_do_nothing(data: Path, format_: str) -> None:
    for name in NAMES:
        for folder in (b"compacts/", b"annex/", b""):
            Path(os.fsdecode(os.fsencode(data) + b"/" + folder + name)).write_bytes(b"[")
    for more in ({}, {"LC_ALL": "C"}):
        answer = limited(data.parent, "validate", "--format", format_, **more)
        assert ends_well(answer)
        assert answer.returncode == 1
        assert acting(answer.stdout, annotations=format_ == "github") == []


def test_two_thousand_files_that_do_not_belong(data: Path) -> None:
    for number in range(2000):
        (data / f"compacts/Wrong {number}.yml").touch()
    answer = limited(data.parent, "validate", "--format", "concise")
    assert ends_well(answer)
    assert answer.stdout.count(b"error[misplaced-file]") == 2000


@pytest.mark.parametrize("content", [None, (), ("README.md",)], ids=["none", "empty", "no-document"])
def test_nothing_to_check_is_no_pass(tmp_path: Path, content: tuple[str, ...] | None) -> None:
    if content is not None:
        (tmp_path / "data").mkdir()
        for name in content:
            (tmp_path / "data" / name).touch()
    answer = limited(tmp_path, "validate")
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert answer.stderr.startswith(b"compactctl: ")


COMMANDS: Final = (
    ("validate",),
    ("validate", "--format", "sarif"),
    ("fix", "--dry-run"),
    ("report",),
    ("report", "--format", "json"),
    ("report", "--format", "csv"),
    ("report", "--trend"),
    ("diff", "2003/04", "2004/05"),
    ("new", "norfolk", "--dry-run"),
    ("renew", "hampshire", "--dry-run"),
    ("sign", "hampshire", "--party", "authority", "--role", "Leader", "--dry-run"),
    ("rules",),
    ("schema", "compact"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_reading_never_writes(data: Path, words: tuple[str, ...]) -> None:
    (data / "compacts/norfolk.yaml").write_text("authority: [")
    (data / "compacts/kent.yaml").symlink_to("nowhere")
    before = picture(data.parent), stamps(data.parent)
    assert ends_well(limited(data.parent, *words))
    assert (picture(data.parent), stamps(data.parent)) == before


def stamps(folder: Path) -> list[tuple[str, int, int]]:
    """Return names, modes and times of change: a file that is written and put back shows."""
    return [(str(path), path.lstat().st_mode, path.lstat().st_mtime_ns) for path in sorted(folder.rglob("*"))]
