"""Hostile texts in documents, through every format, into a pipe and a terminal: none gets through.

No test says that a CI runner reads along: a container hides its environment, and its log is read all the same.
"""

import os
import pty
import subprocess
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.acting import acting
from tests.hostile.limited import ends_well, limited, small_workspace
from tests.running import COMMAND, environment

from compactctl.cli.commands.validate import FORMATS

TEXTS: Final = (
    "\x1b[31mred",
    "\x1b]52;c;aGk=\x07",
    "\x9b2J",
    "\u202ereversed",
    "\u2066isolated",
    "\u200bhidden",
    "::error ::taken over",
    "  ::stop-commands::x",
    "##[group]taken over",
    "x ##vso[task.setvariable]y",
    "[/bold][link=https://example.org]x[/link]:skull:",
    "=cmd|' /C calc'!A0",
    "]]> & <script>alert(1)</script>",
    "%0A::error::x",
    "a' : ::error::b",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which every text stands raw, quoted, escaped, as a key, a value and an identifier."""
    compacts: dict[str, bytes | str] = {}
    for number, text in enumerate(TEXTS):
        escaped = "".join(f"\\U{ord(character):08x}" for character in text)
        bodies = (
            f"authority: {text}\n",
            f'authority: "{escaped}"\n',
            f'"{escaped}": x\n',
            f"{text}\n",
            f"authority: x\n{text}: y\n",
            f"authority: 'x\n\n{text}\n  y'\neditions: [\n{text}\n",
        )
        compacts |= {f"compacts/x-{number}-{index}.yaml": body for index, body in enumerate(bodies)}
    small_workspace(tmp_path, **compacts, **{"authorities.csv": "\n".join(["slug,name", *TEXTS])})
    return tmp_path


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_acts_in_a_pipe_or_a_log(folder: Path, format_: str) -> None:
    answer = limited(folder, "validate", "--format", format_)
    assert ends_well(answer)
    assert answer.returncode == 1
    assert acting(answer.stdout + answer.stderr, annotations=format_ == "github") == []


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_acts_on_a_terminal(folder: Path, format_: str) -> None:
    shown = on_terminal(folder, "validate", "--format", format_)
    assert acting(shown, coloured=True, annotations=format_ == "github") == []
    assert len(shown) > 1000


SIGN = ("sign", "x-0-0", "--party", "authority", "--role", "Leader")


@pytest.mark.parametrize(
    "words", [("report",), ("report", "--format", "csv"), ("renew", "x-0-0"), SIGN, ("diff", "a", "b")]
)
def test_nothing_acts_in_what_other_commands_say(folder: Path, words: tuple[str, ...]) -> None:
    answer = limited(folder, *words)
    assert ends_well(answer)
    assert acting(answer.stdout + answer.stderr) == []


@pytest.mark.parametrize("text", [text for text in TEXTS if "\0" not in text])
def test_nothing_acts_in_what_is_said_of_an_argument(tmp_path: Path, text: str) -> None:
    small_workspace(tmp_path)
    for words in (
        ("validate", text),
        ("validate", "--format", text),
        ("--data", text, "validate"),
        ("new", "--", text),
        ("sign", "--party", "authority", "--role", "Leader", "--", text),
        ("sign", "hampshire", "--party", text, "--role", "Leader"),
        ("sign", "hampshire", "--party", "authority", f"--date={text}", "--role", "Leader"),
        (text,),
    ):
        answer = limited(tmp_path, *words)
        assert ends_well(answer)
        assert answer.returncode == 2
        assert acting(answer.stdout + answer.stderr) == []


def on_terminal(folder: Path, *words: str) -> bytes:
    """Run the command with a terminal as its standard output, and return what is drawn."""
    ours, theirs = pty.openpty()
    more = {"TERM": "xterm-256color", "COLUMNS": "120"}
    with subprocess.Popen([*COMMAND, *words], cwd=folder, env={**environment(), **more}, stdout=theirs) as running:
        os.close(theirs)
        pieces = []
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:  # how Linux says that the other side has closed it
            pass
        running.wait()
    os.close(ours)
    return b"".join(pieces)
