"""Completion set up in a shell: printed, or put where the shell reads it, with somebody's own settings kept."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from tests.hostile.test_permissions import IS_ROOT, ORDINARY
from tests.running import COMMAND, environment, picture

LATIN_1 = b"alias caf\xe9='echo caf\xe9'"
"""No line end, and no UTF-8."""


def shell(
    home: Path | str, *words: str, preface: str = "", by: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with a home of its own, after what a shell does first, by another command."""
    usual = {name: value for name, value in environment().items() if name not in ("XDG_CONFIG_HOME", "ZDOTDIR")}
    environ = usual | {"HOME": str(home), "SHELL": "/bin/bash"} | more
    script = f'{preface} exec {by} "$@"'
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


@pytest.mark.parametrize("before", [None, b"", b"one\r\ntwo\n", LATIN_1, b"ONE=1 \\", b"ONE=1 \\\n"])
def test_bash_gets_a_line_and_keeps_all_others(before: bytes | None, tmp_path: Path) -> None:
    settings = tmp_path / ".bashrc"
    if before is not None:
        settings.write_bytes(before)
    answers = [shell(tmp_path, "--install-completion") for _ in range(2)]
    assert [done.returncode for done in answers] == [0, 0]
    assert answers[0].stderr == (
        "compactctl: the next bash that you begin completes what you type after 'compactctl' at the Tab key; "
        f"the script is in '{tmp_path}/.bash_completions/compactctl.sh'\n"
    )
    line = f"source {tmp_path}/.bash_completions/compactctl.sh\n".encode()
    kept = before or b""
    between = {LATIN_1: b"\n", b"ONE=1 \\": b"\n\n", b"ONE=1 \\\n": b"\n"}.get(kept, b"")
    assert settings.read_bytes() == kept + between + line
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


def test_that_is_where_their_own_variables_say(tmp_path: Path) -> None:
    variables = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "ZDOTDIR": str(tmp_path / "zsh")}
    done = shell(tmp_path, "--install-completion", "fish", **variables)
    assert done.stderr.endswith(f"; the script is in '{tmp_path}/config/fish/completions/compactctl.fish'\n")
    assert shell(tmp_path, "--install-completion", "zsh", **variables).returncode == 0
    assert {name for name, seen in picture(tmp_path).items() if seen != "folder"} == {
        *("config/fish/completions/compactctl.fish", ".zfunc/_compactctl", "zsh/.zshrc")
    }


def test_eight_at_once_are_as_good_as_one(tmp_path: Path) -> None:
    words = [*COMMAND, "--install-completion", "bash"]
    environ = environment() | {"HOME": str(tmp_path)}
    runs = [subprocess.Popen(words, env=environ, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == 8 * [0], said
    assert (tmp_path / ".bashrc").read_text() == f"source {tmp_path}/.bash_completions/compactctl.sh\n"


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


@pytest.mark.parametrize("home", ["", "here", "/dev/null", "{}/none", "/" + 5000 * "n", "{}/here\n"])
def test_without_a_home_nothing_is_written(home: str, tmp_path: Path) -> None:
    preface = f"cd {shlex.quote(str(tmp_path))}; mkdir -p here here$'\\n';"
    done = shell(home.format(tmp_path), "--install-completion", "bash", preface=preface)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("compactctl: your home folder cannot be found\n")
    assert picture(tmp_path) == {"here": "folder", "here\n": "folder"}


@pytest.mark.skipif(not IS_ROOT, reason="only root can become another user")
def test_the_home_of_somebody_else_is_not_found() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        (Path(name) / "home").mkdir()
        done = shell(f"{name}/home", "--install-completion", by="setpriv --reuid 65534 --regid 65534 --clear-groups")
    assert (done.returncode, "your home folder cannot be found" in done.stderr) == (2, True)


def test_a_home_whose_name_is_no_utf_8_is_one(tmp_path: Path) -> None:
    home = os.fsdecode(os.fsencode(tmp_path) + b"/\xe9t\xe9")
    Path(home).mkdir()
    answers = [shell(home, "--install-completion") for _ in range(2)]
    assert [done.returncode for done in answers] == [0, 0]
    line = b"source '" + os.fsencode(home) + b"/.bash_completions/compactctl.sh'\n"
    assert Path(home, ".bashrc").read_bytes() == line


@pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="root may do all, and setpriv is missing")
@pytest.mark.parametrize(
    ("make", "why"),
    [
        ("mkdir .bashrc", "is left as it is: this is a folder, not a plain file, and is not opened"),
        ("ln -s settings .bashrc", "is left as it is: this is a link, not a plain file, and is not opened"),
        ("ln -s nowhere .bashrc", "is left as it is: this is a link, not a plain file, and is not opened"),
        ("touch .bashrc; chmod 0 .bashrc", "is left as it is: there is no permission to read the file"),
        ("touch .bashrc; chmod 444 .bashrc", "cannot be written: Permission denied"),
        (
            "head -c 2M /dev/zero > .bashrc",
            "is left as it is: the file is larger than 1 MiB (2,048 KiB) and is not read",
        ),
        ("head -c 1M /dev/zero > .bashrc", "would be larger than 1 MiB (1,025 KiB), and could not be read again"),
    ],
)
def test_settings_that_cannot_take_a_line_are_left_and_the_line_is_told(make: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "settings").write_bytes(b"one\n")
    subprocess.run(["bash", "-c", make], cwd=tmp_path, check=True)
    done = shell(tmp_path, "--install-completion", by=" ".join(ORDINARY))
    script = tmp_path / ".bash_completions/compactctl.sh"
    message, hint = done.stderr.splitlines()
    assert (done.returncode, script.is_file()) == (2, True)
    assert message.endswith(f".bashrc' {why}; the script lies ready in '{script}'")
    assert hint == f"  hint: add this line to '{tmp_path}/.bashrc' yourself: source {script}"
    assert (tmp_path / "settings").read_bytes() == b"one\n"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("name", "make"), [("bash", "touch .bash_completions"), ("zsh", "ln -s . .zfunc"), ("fish", "ln -s . .config")]
)
def test_where_the_script_cannot_lie_somebody_can_print_it(name: str, make: str, tmp_path: Path) -> None:
    subprocess.run(["bash", "-c", make], cwd=tmp_path, check=True)
    before = picture(tmp_path)
    done = shell(tmp_path, "--install-completion", name)
    assert (done.returncode, picture(tmp_path)) == (2, before)
    hint = f"put the script where {name} looks for it yourself: compactctl --show-completion {name} > FILE"
    assert done.stderr.endswith(f", and nothing is written through it\n  hint: {hint}\n")


def test_a_disk_without_room_leaves_the_settings_whole(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").write_bytes(LATIN_1)
    done = shell(tmp_path, "--install-completion", preface="ulimit -f 0;")
    assert done.returncode == 2
    assert "cannot be written: File too large" in done.stderr
    assert {name: seen for name, seen in picture(tmp_path).items() if seen != "folder"} == {".bashrc": LATIN_1}
