"""Finds what the word at the cursor can be: a command, an option, or a value; Typer talks with the shell."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import typer
from typer import core

from compactctl.cli.commands import command_names, function_of, summary
from compactctl.cli.options import data_folder
from compactctl.cli.output import delivered
from compactctl.cli.parameters import GivenWords, Offer, parameters_of, split_root
from compactctl.files.characters import shortened
from compactctl.formats.safe import for_completion

_WORD: Final = r"[A-Za-z0-9/._-]+"
_MEANING: Final = 120
"""How many characters of a meaning are shown; Typer would break a line that is wider than it takes the window for."""


class CompletionItem(NamedTuple):
    """A word as Typer wants it for the shell."""

    value: str
    help: str | None
    type: str = "plain"


class AnyWords(core.TyperCommand):
    """A command that takes whatever has been typed so far, and offers the next word."""

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:  # noqa: ANN401 - Typer's context changed its type
        """Return what the word at the cursor can be, but for words that a shell could take for more than a word."""
        return [
            CompletionItem(word, shortened(for_completion(meaning), _MEANING) or None)
            for word, meaning in offered(ctx.args, incomplete)
            if re.fullmatch(_WORD, word)
        ]


def complete() -> int:
    """Answer the shell, which asks through the environment; return the exit code."""
    os.environ["TERMINAL_WIDTH"] = str(10 * _MEANING)
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    takes_all = {"allow_extra_args": True, "allow_interspersed_args": False, "ignore_unknown_options": True}
    app.command(cls=AnyWords, add_help_option=False, context_settings=takes_all)(_nothing)
    command = typer.main.get_command(app)
    # The options that install completion are not offered, and no flags: with them Typer loads Pydantic.
    command.params.clear()
    try:
        with delivered():
            command.main(prog_name="compactctl", standalone_mode=False)
    except typer.Exit as leave:
        return int(leave.exit_code)
    except SystemExit as leave:
        return int(leave.code or 0)
    except (KeyError, ValueError):
        return 1  # the shell has not said what it wants to know
    return 0


def _nothing() -> None:
    pass


def script_for(shell: str) -> str:
    """Return what a shell of this name has to read, so that it asks at each TAB."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # imported there, not listed

    return get_completion_script(prog_name="compactctl", complete_var="_COMPACTCTL_COMPLETE", shell=shell)


def offered(words: Sequence[str], incomplete: str) -> Iterator[Offer]:
    """Return what can follow the words before the cursor, of which this much has been typed."""
    # Bash takes an equals sign for a word of its own.
    data, rest = split_root([word for word in words if word != "="])
    following = _after(data, rest, is_option=incomplete.startswith("-"))
    return ((word, meaning) for word, meaning in following if word.startswith(incomplete))


def _after(data: str | None, words: Sequence[str], *, is_option: bool) -> Iterable[Offer]:
    if not words:
        return _commands()
    if words[0] not in command_names():
        return ()
    given = GivenWords(parameters_of(function_of(words[0]))).read(words[1:])
    if given.waiting is None and is_option:
        return _options(given)
    parameter = given.waiting or given.next_argument()
    if parameter is None or parameter.declared.offers is None:
        return ()
    folder = given.values.get("data") or data
    named = folder if isinstance(folder, str) and folder else None
    return parameter.declared.offers(given.values | {"data": data_folder(named)})


def _commands() -> Iterator[Offer]:
    yield from ((name, summary(name)) for name in command_names())
    yield "--data", "The folder of the documents."
    yield "--version", "Show the version and leave."
    yield "--help", "Show this message and exit."


def _options(given: GivenWords) -> Iterator[Offer]:
    for parameter in given.parameters:
        if parameter.takes_many or parameter.name not in given.values:
            yield from ((name, parameter.declared.help) for name in parameter.names)
    yield "--help", "Show this message and exit."
