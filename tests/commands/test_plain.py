"""What is read without Typer is what Typer would have read; what Typer would object to is left to it."""

import inspect
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.running import copy_record, environment

from compactctl.cli import typer_app
from compactctl.cli.commands import command_names, function_of
from compactctl.cli.parameters import Value, parameters_of, plain_values, split_root
from compactctl.errors import CannotDo

VALUES = (
    "json",
    "2003/04",
    "hampshire",
    "Kingston upon Thames",
    "b=short",
    "50",
    "a\tb",
    "é",
    "-",
    "--",
    "-5",
    "",
    "=",
)


def read_by_typer(name: str, words: list[str]) -> dict[str, Value] | None:
    """Return what Typer gives the command's function, or nothing where it refuses the words."""
    seen: list[dict[str, Value]] = []

    def record_values(**values: Value) -> int:
        seen.append(values)
        return 0

    original: Callable[..., int] = function_of(name)
    record_values.__signature__ = inspect.signature(original)  # type: ignore[attr-defined]
    with patch("compactctl.cli.typer_app.function_of", lambda _: record_values):
        try:
            typer_app.run_typer([name, *words])
        except CannotDo:
            return None
    return seen[0] if seen else None


@st.composite
def command_lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    name = draw(st.sampled_from(command_names()))
    options = [option for parameter in parameters_of(function_of(name)) for option in parameter.names]
    value = st.sampled_from(VALUES)
    option = st.sampled_from([*options, "--nonsense", "-z"])
    word = st.one_of(value, option, st.tuples(option, value).map("=".join))
    pair = st.tuples(option, value).map(list)
    parts = draw(st.lists(st.one_of(pair, word.map(lambda single: [single])), max_size=4))
    return name, [single for part in parts for single in part]


@given(command_lines())
def test_what_is_taken_is_what_typer_takes(line: tuple[str, list[str]]) -> None:
    name, words = line
    if (plain := plain_values(function_of(name), words)) is not None:
        assert plain == read_by_typer(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("validate", []),
        ("validate", ["data/compacts", "--format", "json", "--quiet"]),
        ("validate", ["--select=unfinished", "--select", "year-gap", "-o", "found.json"]),
        ("report", ["--format=html", "--trend"]),
        ("diff", ["2003/04", "2004/05", "--exit-code"]),
        ("new", ["hampshire", "--area", "a", "--area", "b", "--term", "b=short"]),
    ],
)
def test_everyday_command_lines_are_taken(name: str, words: list[str]) -> None:
    plain = plain_values(function_of(name), words)
    assert plain is not None
    assert plain == read_by_typer(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("validate", ["--nonsense"]),
        ("validate", ["--format"]),
        ("validate", ["--format", "--quiet"]),
        ("validate", ["--quiet=yes"]),
        ("validate", ["--", "--format"]),
        ("validate", ["-qo", "found.json"]),
        ("validate", [""]),
        ("validate", ["a\x1b[2J"]),
        ("diff", ["2003/04", "2004/05", "2005/06"]),
        ("explain", []),
        ("rules", ["--help"]),
    ],
)
def test_the_unusual_is_left_to_typer(name: str, words: list[str]) -> None:
    assert plain_values(function_of(name), words) is None


@pytest.mark.skipif(find_spec("typer._coercion") is None, reason="this Typer has no such class")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("validate", ["-ofound.json", "--", "hampshire", "--format"]),
        ("report", ["--trend", "-o", "--data"]),
        ("new", ["hampshire", "--area", "a", "--area=b", "-x"]),
        ("explain", []),
        ("sign", ["--year", ""]),
    ],
)
def test_a_typer_without_its_private_class_or_with_another_reads_the_same(
    name: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = read_by_typer(name, words)
    monkeypatch.setattr("typer._coercion.RuntimeParam", type("Other", (), {}))
    assert read_by_typer(name, words) == usual
    monkeypatch.delattr("typer._coercion.RuntimeParam")
    assert read_by_typer(name, words) == usual


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["report", "--help"],
        ["-h"],
        ["--data", "data", "validate", "--help"],
        ["validate", "-ofound.json"],
        ["validate", "-qo", "found.json"],
        ["--data", "data", "--data", "data", "validate"],
        ["validate", "--nonsense"],
        ["validate", "--format"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_no_way_to_read_a_command_line_loads_pydantic(words: list[str], tmp_path: Path) -> None:
    copy_record(tmp_path, "hampshire")
    script = "import sys; from compactctl.cli.app import run; run(sys.argv[1:]); sys.exit('pydantic' in sys.modules)"
    subprocess.run([sys.executable, "-c", script, *words], cwd=tmp_path, env=environment(), check=True)


@pytest.mark.parametrize(
    ("words", "data", "rest"),
    [
        (["--data", "elsewhere", "validate"], "elsewhere", ["validate"]),
        (["--data=elsewhere", "validate"], "elsewhere", ["validate"]),
        (["validate", "--data", "elsewhere"], None, ["validate", "--data", "elsewhere"]),
        (["--data"], None, ["--data"]),
    ],
)
def test_the_data_folder_may_stand_before_the_command(words: list[str], data: str | None, rest: list[str]) -> None:
    assert split_root(words) == (data, rest)
