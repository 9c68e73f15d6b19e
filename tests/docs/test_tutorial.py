"""The tutorial, and the page on returns, are played through: commands are run, edits made, and what is shown comes.

A block `yaml write FILE` is a file's whole new content; `yaml find FILE` and the `yaml write` after it are a stretch
of the file and what takes its place; `yaml end FILE` takes the place of all from where its first line stands; a block
that says only `yaml` stands in one of the files as it is. `text fill FORM`, and `as FILE` where it is another one, has
what an officer writes into the boxes of a form in Word.
"""

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.docs.blocks import ROOT, Block, Command, agrees, blocks, commands
from tests.forms.editing import Editor
from tests.running import COMMAND, environment, run

from compactctl.forms.boxes import NAMES

pytestmark = pytest.mark.slow

TUTORIAL = ROOT / "docs/tutorial.md"


@dataclass
class Reader:
    """Somebody who does what the tutorial says."""

    folder: Path
    stretch: tuple[Path, str] | None = None

    def follow(self, block: Block) -> None:
        """Do what a block says, and check what it shows."""
        match block.words:
            case ["console"]:
                for command in commands(block):
                    self.type(command)
            case ["yaml"]:
                assert any(block.text in path.read_text(encoding="utf-8") for path in self.folder.glob("data/*/*.yaml"))
            case ["yaml", "find", name]:
                self.find(name, block.text)
            case ["yaml", "write", name]:
                (self.folder / name).write_text(block.text, encoding="utf-8")
            case ["yaml", "write"]:
                self.put(block.text)
            case ["text", "fill", form, *to]:
                self.fill(form, " ".join(to[1:]) or form, block.text)
            case ["yaml", "end", name]:
                first = block.text.partition("\n")[0]
                text = (self.folder / name).read_text(encoding="utf-8")
                self.find(name, text[text.index(first) :])
                self.put(block.text)
            case words:
                raise AssertionError(words)

    def fill(self, form: str, to: str, text: str) -> None:
        """Write into the boxes of a form: a name, two blanks or more and a text a line, below what they belong to."""
        path = self.folder / to
        path.parent.mkdir(exist_ok=True)
        boxes: dict[str, list[str]] = {}
        group = ""
        for line in text.splitlines():
            name, *words = re.split(" {2,}", line.strip(), maxsplit=1)
            if words:
                field = next(field for field, shown in NAMES.items() if shown == name)
                boxes.setdefault(f"{group}/{field}" if line.startswith(" ") else field, []).extend(words)
            else:
                group = name.lower().replace(" ", "/")
        editor = Editor((self.folder / form).read_bytes())
        for tag, texts in boxes.items():
            editor.write(tag, *texts)
        path.write_bytes(editor.saved())

    def find(self, name: str, text: str) -> None:
        """Find a stretch of a file, which stands there once."""
        path = self.folder / name
        assert path.read_text(encoding="utf-8").count(text) == 1, text
        self.stretch = (path, text)

    def put(self, text: str) -> None:
        """Write over the stretch that was found."""
        assert self.stretch is not None
        path, old = self.stretch
        path.write_text(path.read_text(encoding="utf-8").replace(old, text), encoding="utf-8")
        self.stretch = None

    def type(self, command: Command) -> None:
        """Run a command; it may fail only where an error is shown below it."""
        program, *arguments = shlex.split(command.line)
        if program == "cd":
            self.folder = self.folder / arguments[0]
            return
        assert program == "compactctl"
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        fails = any(line.startswith("error[") or line.endswith(" refused") for line in command.shown)
        assert done.returncode == int(fails), f"{command.line}\n{done.stdout}"
        if command.shown:
            assert agrees(command.shown, done.stdout.splitlines()), f"{command.line}\n{done.stdout}"


def test_the_tutorial_can_be_followed(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for block in blocks(TUTORIAL):
        reader.follow(block)
    assert (reader.folder / "coverage.html").is_file()


def test_the_page_on_returns_can_be_followed(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    assert run(tmp_path, "init", ".").returncode == 0
    for block in blocks(ROOT / "docs/collecting.md"):
        reader.follow(block)
    assert (reader.folder / "answers.xlsx").is_file()
