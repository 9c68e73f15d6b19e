"""What a page says to type can be typed: each command, module and target of `make` is there, with these options.

The tutorial, the page on returned forms and that on CI are followed as well, in tests of their own; so are the commands
of a release that need nobody else's computer. What others have made is named here, and not run.
"""

import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.docs.blocks import ROOT
from tests.running import run

from compactctl.cli.commands import command_names

PAGES: Final = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "docs/reference/*.md", "benchmarks/*.md", "fuzz/*.md", "src/**/README.md")
    for path in ROOT.glob(pattern)
    if path.name not in ("CHANGELOG.md", "rules.md")
)
"""Not the decisions and the change log, which tell of their day, nor the page that is made from the code."""
FENCED: Final = re.compile(r"^ *```(?:console|sh)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
ANY_FENCED: Final = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
SPAN: Final = re.compile(r"`([^`]+)`")
PROGRAM: Final = re.compile(r"(?:\S*/)?(?P<name>compactctl|make|pipx|uv|python3?|py|pip|docker|git)(?= |$)")
OTHERS: Final = ("pipx", "uv", "py", "pip", "docker", "git")
OPTION: Final = re.compile(r"(?<= )--[a-z][a-z-]*")


def typed(page: Path) -> Iterator[str]:
    """Yield what a page has in blocks for a console, and in its sentences as a program with something behind it."""
    text = page.read_text(encoding="utf-8")
    for block in FENCED.findall(text):
        lines = [line.strip() for line in block.splitlines()]
        has_prompts = any(line.startswith("$ ") for line in lines)
        for line in lines:
            if line.startswith("$ ") or (line and not has_prompts):
                yield line.removeprefix("$ ").partition("  #")[0].rstrip()
    for span in SPAN.findall(ANY_FENCED.sub("", text)):
        words = re.sub(r"\s+", " ", span)
        if PROGRAM.match(words) and " " in words:
            yield words


@functools.cache
def options_of_command(command: str) -> frozenset[str]:
    return frozenset(re.findall(r"--[a-z-]+", run(ROOT, command, "--help").stdout))


@functools.cache
def options_of_module(module: str) -> frozenset[str]:
    command = [sys.executable, "-m", module, "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return frozenset(re.findall(r"--[a-z-]+", said))


@functools.cache
def targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def check_compactctl(words: list[str], options: frozenset[str]) -> None:
    """Look at a command line of ours."""
    if words[0].startswith("-"):
        assert options <= {"--version", "--help", "--install-completion", "--show-completion"}
    else:
        assert words[0] in command_names()
        assert options <= options_of_command(words[0])


def check_python(words: list[str], options: frozenset[str]) -> None:
    """Look at a command line of Python: a module of the project with its options, a script, or a line of code."""
    match words:
        case ["-m", "venv" | "pip", *_] | ["-c", *_] | ["-I" | "-P", "-m", "compactctl"] | ["-m", "compactctl"]:
            pass
        case ["-m", "fuzz.child", *_]:
            assert not options
        case ["-m", module, *_]:
            assert options <= options_of_module(module)
        case [script, *_]:
            assert (ROOT / script).is_file()
        case _:
            pytest.fail(f"nobody knows what this is: {words}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_says_to_type_can_be_typed(page: Path) -> None:
    for line in typed(page):
        program = PROGRAM.match(line)
        if program is None:
            assert line.startswith("cd "), line
            continue
        words, options = line.split()[1:], frozenset(OPTION.findall(line))
        match program["name"]:
            case "compactctl":
                check_compactctl(words, options)
            case "make":
                assert {word for word in words if "=" not in word} <= targets(), line
            case "python" | "python3":
                check_python(words, options)
            case other:
                assert other in OTHERS
