"""Asks an officer on a terminal: one question, or several in a conversation.

Questions go to standard error. Nothing is written: whoever leaves with Ctrl-C or Ctrl-D leaves all as it was.
"""

import contextlib
import sys
from collections.abc import Callable
from typing import Final, TypeVar

from compactctl.cli.options import one_of
from compactctl.cli.output import notify, notify_lines, notify_text
from compactctl.cli.parameters import Parameter
from compactctl.errors import CannotDo
from compactctl.formats.safe import printable

T = TypeVar("T")

BACK: Final = "<"
"""The answer that goes back to the question before."""


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal who can be asked."""
    try:
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
    except ValueError:
        return False


class Conversation:
    """Questions that build on one another, among which one can go back.

    To go back is to begin anew with all answers but the last: what was answered is neither asked nor said again.
    """

    def __init__(self, answers: list[str]) -> None:
        self._answers = answers
        self._asked = 0
        self._lines: list[str] = []

    @classmethod
    def hold(cls, script: "Callable[[Conversation], T]") -> T:
        """Return what comes of a conversation; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
        answers: list[str] = []
        while True:
            try:
                return script(cls(answers))
            except _Back:
                del answers[-1:]

    def say(self, *lines: str) -> None:
        """Say something before the next question."""
        self._lines += lines

    def ask(self, question: str, hint: str, check: Callable[[str], T]) -> T:
        """Ask until the answer passes the check; the hint says what may be answered."""
        if self._asked == len(self._answers):
            if self._lines:
                say(*self._lines)
            self._answers.append(ask(question, f"{hint}, {BACK} goes back", _back_or(check)))
        self._lines.clear()
        self._asked += 1
        return check(self._answers[self._asked - 1])


class _Back(Exception):  # noqa: N818 - what was answered, not what went wrong
    pass


def _back_or(check: Callable[[str], object]) -> Callable[[str], str]:
    def checked(words: str) -> str:
        if words.strip() == BACK:
            raise _Back
        check(words)
        return words

    return checked


def or_none(check: Callable[[str], T]) -> Callable[[str], T | None]:
    """Return a check that lets no answer at all pass too."""
    return lambda words: check(words) if words.strip() else None


def ask(question: str, hint: str, check: Callable[[str], T]) -> T:
    """Ask one question until the answer passes the check; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
    while True:
        try:
            return check(_answer(f"{question} ({hint}): " if hint else f"{question}: "))
        except CannotDo as error:
            notify(error.message, error.hint)


def wants_to(question: str) -> bool:
    """Ask whether to write; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
    answers = ("y", "yes", "n", "no")
    answer = ask(question, "y or n", lambda words: one_of("the answer", words.strip().lower(), answers))
    if answer.startswith("n"):
        say("Nothing was written.")
    return answer.startswith("y")


def _answer(question: str) -> str:
    with contextlib.suppress(KeyboardInterrupt):
        notify_text(question)
        # The bytes, since a terminal may send what its locale cannot read.
        if line := sys.stdin.buffer.readline():
            return line.decode("utf-8", "surrogateescape").rstrip("\r\n")
    notify_lines(["", "Nothing was written."])
    raise KeyboardInterrupt


def say(*lines: str) -> None:
    """Say something between the questions."""
    notify_lines([printable(line) for line in lines])


def ask_argument(parameter: Parameter) -> str:
    """Ask for what a command needs and was not given; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
    say(parameter.declared.help)
    return ask(parameter.declared.metavar.capitalize(), "", _something)


def _something(words: str) -> str:
    if not words.strip():
        raise CannotDo("there is no answer yet", "Ctrl-C leaves")
    return words
