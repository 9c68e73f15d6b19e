"""Asks an officer on a terminal, above all what a first edition is to take up. Questions go to standard error.

Nothing is written: whoever leaves with Ctrl-C or Ctrl-D leaves all as it was.
"""

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

from compactctl.cli.output import tell, tell_lines
from compactctl.drafts.choices import Choice, Menu, distinct_issues, issue, term
from compactctl.errors import CannotDo
from compactctl.formats.safe import printable
from compactctl.workspace.agenda import PlacedArea

T = TypeVar("T")


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal who can be asked."""
    try:
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
    except ValueError:
        return False


def ask_choices(menu: Menu) -> list[Choice]:
    """Ask for areas, their terms and the names of local issues; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
    lines = [f"These areas are open to {menu.authority.name} in {menu.agenda.year}:", ""]
    lines += [f"  {area.letter:2} {area.title}" for area in menu.areas]
    lines += ["", "Which of them matter most there? Give their letters with blanks between,"]
    say(*lines, "or press Enter to leave that open, and choose in the file.")
    areas = asked("Areas: ", lambda words: [menu.area(word) for word in re.split(r"[\s,;]+", words) if word])
    return [choice for area in {area.id: area for area in areas}.values() for choice in _ask_about(menu, area)]


def _ask_about(menu: Menu, area: PlacedArea) -> Iterator[Choice]:
    say("", area.label)
    for name in _ask_issues() if area.named_locally else [None]:
        if not menu.asks_term:
            yield Choice(area, name)
            continue
        if name:
            say(f"For the issue '{name}':")
        yield Choice(area, name, asked("Term, short or medium (Enter leaves it open): ", or_none(term)))


def _ask_issues() -> list[str | None]:
    """Ask for issues until there are no more; without any, one is left to be named in the file."""
    say("Each issue is named in your own words, and stands as a priority of its own.")
    names: list[str] = []
    question = "Issue (Enter leaves it open): "
    while name := asked(question, or_none(issue)):
        names.append(name)
        question = "Another issue (Enter if there is none): "
    return [*distinct_issues(names)] or [None]


def or_none(check: Callable[[str], T]) -> Callable[[str], T | None]:
    """Return a check that lets no answer at all pass too."""
    return lambda words: check(words) if words.strip() else None


def asked(question: str, check: Callable[[str], T]) -> T:
    """Ask until the answer passes the check; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
    while True:
        try:
            return check(_answer(question))
        except CannotDo as error:
            tell(error.message, error.hint)


def _answer(question: str) -> str:
    with contextlib.suppress(KeyboardInterrupt):
        sys.stderr.write(question)
        sys.stderr.flush()
        # The bytes, since a terminal may send what its locale cannot read.
        if line := sys.stdin.buffer.readline():
            return line.decode("utf-8", "surrogateescape").rstrip("\r\n")
    tell_lines(["", "Nothing was written."])
    raise KeyboardInterrupt


def say(*lines: str) -> None:
    """Say something between the questions."""
    tell_lines([printable(line) for line in lines])
