"""The bar of work that takes long, on a terminal whose clock is ours."""

import io
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from tests.running import copy_record

from compactctl.cli import progress
from compactctl.cli.opening import opened


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch, clock: Callable[[], float]) -> Terminal:
    """Return what standard error shows from now on, to whoever goes by this clock."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(progress, "monotonic", clock)
    return terminal


def a_second_each() -> Callable[[], float]:
    """Return a clock by which a second passes each time somebody looks at it."""
    return map(float, count()).__next__


def test_compacts_that_are_read_have_a_bar(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slugs = ["hampshire", "norfolk", "rutland"]
    workspace = opened(copy_record(tmp_path, *slugs))
    terminal = watched(monkeypatch, a_second_each())
    assert [file.slug for file in workspace.compacts()] == slugs
    assert list(workspace.map_compacts(lambda file: file.slug)) == slugs
    assert terminal.getvalue().count("Reading compacts") > 1


def test_what_is_quick_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch, lambda: 0.0)
    assert list(progress.with_progress("abc", 3, "Reading")) == ["a", "b", "c"]
    assert terminal.getvalue() == ""


def test_a_terminal_that_cannot_draw_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch, a_second_each())
    monkeypatch.setenv("TERM", "dumb")
    assert list(progress.with_progress("abc", 3, "Reading")) == ["a", "b", "c"]
    assert terminal.getvalue() == ""


def test_what_is_no_terminal_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch, a_second_each())
    monkeypatch.setattr(terminal, "isatty", lambda: False)
    assert list(progress.with_progress("abc", 3, "Reading")) == ["a", "b", "c"]
    assert terminal.getvalue() == ""
