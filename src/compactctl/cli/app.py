"""What a command line is run as, and the only place where errors become messages and exit codes."""

import contextlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from compactctl import __version__
from compactctl.cli.output import OutputClosed, deliver, notify, notify_lines, notify_text
from compactctl.errors import CannotDo

if TYPE_CHECKING:
    from compactctl.cli.parameters import Parameter

INTERRUPTED: Final = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command line on these arguments and return the exit code; nothing is raised from here."""
    ended: CannotDo | None = None
    try:
        return _run(arguments or ["--help"])
    except CannotDo as error:
        ended = error
    except OutputClosed as error:
        ended = CannotDo(str(error))
    except KeyboardInterrupt:
        notify("interrupted")
        return INTERRUPTED
    except (MemoryError, SystemError):  # libraries in C and Rust that get no memory end with the one or the other
        pass  # what the run held is free only after this
    except Exception as error:  # noqa: BLE001 - a defect ends in one line, never in a traceback
        ended = _defect(error)
    if ended is None:
        ended = CannotDo("there is too little memory for this")
        notify_lines([f"compactctl: {ended.message}"])
    else:
        notify(ended.message, ended.hint)
    with contextlib.suppress(Exception):  # it is said already
        _annotate(arguments, ended)
    return ended.exit_code


def _run(arguments: Sequence[str]) -> int:
    """Take the quickest way that does: the plain forms, or Typer."""
    if os.environ.get("_COMPACTCTL_COMPLETE"):
        from compactctl.cli.completion import complete

        return complete()
    if list(arguments) == ["--version"]:
        deliver(f"compactctl {__version__}\n")
        return 0
    if arguments[0] in ("--install-completion", "--show-completion"):
        from compactctl.cli.shells import set_up

        return set_up(arguments)
    from compactctl.cli.commands import command_names, function_of
    from compactctl.cli.parameters import plain_values, split_root

    data, words = split_root(arguments)
    if words and words[0] in command_names():
        command = function_of(words[0])
        first = [] if data is None else ["--data", data]
        if (values := plain_values(command, [*first, *words[1:]], _ask)) is not None:
            return command(**values)
    from compactctl.cli.typer_app import run_typer

    return run_typer(arguments)


def _ask(parameter: "Parameter") -> str | None:
    """Return what somebody at a terminal says for a parameter, if there is somebody."""
    from compactctl.cli.prompts import ask_argument, can_ask

    return ask_argument(parameter) if can_ask() else None


def _refused_by_system(error: OSError) -> CannotDo:
    """Return what to say where the system, and no file of the record, stands in the way."""
    from compactctl.files.targets import working_folder

    try:
        working_folder()
    except CannotDo as gone:
        return gone
    reason = error.strerror or type(error).__name__
    hint = "COMPACTCTL_DEBUG=1 shows where; if nothing of this machine explains it, please report it"
    return CannotDo(f"the system does not let the tool go on: {reason}", hint)


def _defect(error: Exception) -> CannotDo:
    """Return what to say of what no command is prepared for."""
    if os.environ.get("COMPACTCTL_DEBUG"):
        import traceback

        notify_text("".join(traceback.format_exception(error)))
    if isinstance(error, ImportError):
        return CannotDo(f"a part of the tool cannot be loaded ({error})", "install it anew, or give it more memory")
    if isinstance(error, OSError):
        return _refused_by_system(error)
    kind = type(error).__name__
    hint = "please report it with the command and the file; COMPACTCTL_DEBUG=1 shows where it happened"
    return CannotDo(f"this is a defect of the tool, not of your files ({kind})", hint)


def _annotate(arguments: Sequence[str], error: CannotDo) -> None:
    """Write why `validate` ends with 2 to standard output too, where its format is GitHub's.

    GitHub shows no line of standard error beside a pull request.
    """
    from compactctl.cli.parameters import split_root

    _, words = split_root(arguments)
    if words[:1] != ["validate"] or _format_of_validate(words[1:]) != "github":
        return
    from compactctl.formats.findings.github import error as annotation

    deliver(annotation(error.in_a_line))


def _format_of_validate(words: Sequence[str]) -> str | None:
    """Return the format that the words ask for, as far as they can be read."""
    from compactctl.cli.commands.validate import FORMAT_VARIABLE, FORMATS, command
    from compactctl.cli.options import format_of
    from compactctl.cli.parameters import GivenWords, parameters_of

    values = GivenWords(parameters_of(command)).read(words).values
    given, output = (value if isinstance(value := values.get(name), str) else None for name in ("format_", "output"))
    try:
        return format_of(given, output, FORMATS, FORMAT_VARIABLE)
    except CannotDo:
        return given
