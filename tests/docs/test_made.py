"""What stands in the pages and in the code is the same."""

import ast
import re

import pytest
from tests.docs.blocks import ROOT
from tests.running import run

from compactctl.cli.commands import command_names
from compactctl.documents import content
from compactctl.documents.content_base import Content


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_rules_are_those_of_the_code() -> None:
    """Made anew by `compactctl rules --format markdown --output docs/rules.md`."""
    assert page("docs/rules.md") == run(ROOT, "rules", "--format", "markdown").stdout


@pytest.mark.parametrize("command", command_names())
def test_the_reference_has_every_option_of_a_command_and_no_other(command: str) -> None:
    section = re.search(rf"^## {command}\n.*?(?=^## |\Z)", page("docs/reference/commands.md"), re.MULTILINE | re.DOTALL)
    assert section is not None
    documented = set(re.findall(r"`(--[a-z-]+)", section[0]))
    lines = run(ROOT, command, "--help").stdout.partition("Options:")[2].splitlines()
    has = {option for line in lines if re.match(r"  ?-", line) for option in re.findall(r"--[a-z-]+", line[:32])}
    assert documented == has - {"--help", "--data"}


def test_the_reference_has_the_ending_of_every_format() -> None:
    from compactctl.cli.options import ENDINGS

    rows = re.findall(r"^\| `(\.[a-z]+)` \| (.*) \|$", page("docs/reference/commands.md"), re.MULTILINE)
    documented = {ending: re.findall(r"`(?:[a-z]+ --format )?([a-z]+)`", formats) for ending, formats in rows}
    assert documented == {ending: [name for name in ENDINGS if ENDINGS[name] == ending] for ending in ENDINGS.values()}


def test_the_reference_has_every_exit_code_of_the_command_line() -> None:
    from compactctl.cli.app import INTERRUPTED
    from compactctl.errors import CannotDo

    codes = re.findall(r"^\| (\d+) \|", page("docs/reference/commands.md"), re.MULTILINE)
    assert codes == ["0", "1", str(CannotDo.exit_code), str(INTERRUPTED)]


PARTS = [part for part in Content.__subclasses__() if part.__module__ == content.__name__]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_the_reference_has_every_key_of_the_documents(part: type[Content]) -> None:
    text = page("docs/reference/format.md")
    assert [key for key in part.key_of.values() if f"`{key}`" not in text and f"{key}:" not in text] == []


def test_the_architecture_has_the_head_of_each_floor() -> None:
    documented = dict(re.findall(r"^\| `([a-z]+)` \| (.*) \|$", page("docs/architecture.md"), re.MULTILINE))
    floors = {path.parent.name: path for path in ROOT.glob("src/compactctl/*/__init__.py")}
    heads = {name: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) for name, path in floors.items()}
    assert {name: text for name, text in documented.items() if name in floors} == {
        name: (head or "").partition("\n")[0] for name, head in heads.items()
    }


def test_decisions_are_numbered_without_gap() -> None:
    names = sorted(path.name for path in ROOT.glob("docs/decisions/*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    for name in names:
        assert page(f"docs/decisions/{name}").startswith(f"# {name[:4]}: ")


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/promises.md", "docs/ci.md"]
)
def test_nobody_has_to_count_the_rules_or_formats_anew(name: str) -> None:
    assert re.findall(r"\b\d+ (?:rules|formats|commands)\b", page(name)) == []
