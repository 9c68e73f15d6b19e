"""Completion set up in a shell: printed, or put where the shell reads it, with somebody's own settings kept."""

import shlex
import subprocess
from pathlib import Path

import pytest
from tests.running import COMMAND, environment, picture

LATIN_1 = b"alias caf\xe9='echo caf\xe9'"
"""No line end, and no UTF-8."""


def shell(home: Path | str, *words: str, preface: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command with a home of its own, after what a shell does first."""
    environ = environment() | {"HOME": str(home), "SHELL": "/bin/bash"} | more
    script = f'{preface} exec "$@"'
    return subprocess.run(
        ["bash", "-c", script, "bash", *COMMAND, *words], env=environ, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_there_is_a_script_for_each_shell(name: str, tmp_path: Path) -> None:
    done = shell(tmp_path, "--show-completion", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"complete_{name.replace('pwsh', 'powershell')}" in done.stdout
    assert picture(tmp_path) == {}


def test_the_usual_shell_is_taken_where_none_is_named(tmp_path: Path) -> None:
    assert "complete_bash" in shell(tmp_path, "--show-completion").stdout
    assert "complete_fish" in shell(tmp_path, "--show-completion", SHELL="/usr/bin/fish").stdout


@pytest.mark.parametrize("words", [("csh",), ("bash", "zsh"), ("--help",)])
def test_another_shell_is_not_known(words: tuple[str, ...], tmp_path: Path) -> None:
    done = shell(tmp_path, "--install-completion", *words)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "compactctl: --install-completion knows no shell of this name",
        "  hint: name it: 'compactctl --install-completion bash', or zsh, fish, powershell",
    ]
    assert "it cannot be told which shell this is" in shell(tmp_path, "--install-completion", SHELL="").stderr


@pytest.mark.parametrize("before", [None, b"", b"one\r\ntwo\n", LATIN_1])
def test_bash_gets_a_line_and_keeps_all_others(before: bytes | None, tmp_path: Path) -> None:
    settings = tmp_path / ".bashrc"
    if before is not None:
        settings.write_bytes(before)
    answers = [shell(tmp_path, "--install-completion") for _ in range(2)]
    assert [done.returncode for done in answers] == [0, 0]
    assert answers[0].stderr == (
        "compactctl: the next bash that you begin completes what you type after 'compactctl' at the Tab key\n"
    )
    line = f"source {tmp_path}/.bash_completions/compactctl.sh\n".encode()
    kept = before or b""
    assert settings.read_bytes() == kept + (b"\n" if kept == LATIN_1 else b"") + line
    asked = ["bash", "--rcfile", str(settings), "-ic", "complete -p compactctl"]
    said = subprocess.run(asked, env=environment() | {"HOME": str(tmp_path)}, capture_output=True, check=False).stdout
    assert said.endswith(b"-F _compactctl_completion compactctl\n")


def test_other_shells_read_it_where_they_look(tmp_path: Path) -> None:
    (tmp_path / ".zshrc").write_text("setopt autocd\n")
    assert shell(tmp_path, "--install-completion", "zsh").returncode == 0
    assert shell(tmp_path, "--install-completion", "fish").returncode == 0
    assert (tmp_path / ".zshrc").read_text() == "setopt autocd\nfpath+=~/.zfunc; autoload -Uz compinit; compinit\n"
    assert (tmp_path / ".zfunc/_compactctl").read_text().startswith("#compdef compactctl\n")
    assert "complete_fish" in (tmp_path / ".config/fish/completions/compactctl.fish").read_text()


def test_a_script_of_another_version_is_replaced(tmp_path: Path) -> None:
    script = tmp_path / ".bash_completions/compactctl.sh"
    script.parent.mkdir()
    script.write_text("of another version\n")
    assert shell(tmp_path, "--install-completion").returncode == 0
    assert "complete_bash" in script.read_text()


def test_powershell_is_told_how(tmp_path: Path) -> None:
    done = shell(tmp_path, "--install-completion", "powershell")
    assert done.returncode == 2
    assert "compactctl --show-completion powershell >> $PROFILE" in done.stderr
    assert picture(tmp_path) == {}


@pytest.mark.parametrize("home", ["", "here", "/dev/null", "{}/none"])
def test_without_a_home_nothing_is_written(home: str, tmp_path: Path) -> None:
    done = shell(
        home.format(tmp_path), "--install-completion", "bash", preface=f"cd {shlex.quote(str(tmp_path))}; mkdir here;"
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("compactctl: your home folder cannot be found\n")
    assert picture(tmp_path) == {"here": "folder"}


@pytest.mark.parametrize("leads", ["settings", "nowhere"])
def test_settings_that_are_a_link_are_left_and_the_line_is_told(leads: str, tmp_path: Path) -> None:
    (tmp_path / "settings").write_bytes(b"one\n")
    (tmp_path / ".bashrc").symlink_to(leads)
    done = shell(tmp_path, "--install-completion")
    assert done.returncode == 2
    assert f"hint: add this line to it yourself: source {tmp_path}/.bash_completions/compactctl.sh\n" in done.stderr
    assert (tmp_path / "settings").read_bytes() == b"one\n"
    assert not (tmp_path / "nowhere").exists()


def test_a_disk_without_room_leaves_the_settings_whole(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").write_bytes(LATIN_1)
    done = shell(tmp_path, "--install-completion", preface="ulimit -f 0;")
    assert done.returncode == 2
    assert "cannot be written: File too large" in done.stderr
    assert {name: seen for name, seen in picture(tmp_path).items() if seen != "folder"} == {".bashrc": LATIN_1}
