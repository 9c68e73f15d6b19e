"""What a command line is run as, and the only place where errors become messages and exit codes."""

import contextlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from compactctl import __version__
from compactctl.cli.output import OutputClosed, deliver, tell, tell_lines, tell_text
from compactctl.errors import CannotDo

if TYPE_CHECKING:
    from compactctl.cli.parameters import Parameter

CANNOT_DO: Final = CannotDo.exit_code
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
        tell("interrupted")
        return INTERRUPTED
    except (MemoryError, SystemError):  # libraries in C and Rust that get no memory end with the one or the other
        pass  # what the run held is free only after this
    except Exception as error:  # noqa: BLE001 - a defect ends in one line, never in a traceback
        ended = _defect(error)
    if ended is None:
        ended = CannotDo("there is too little memory for this")
        tell_lines([f"compactctl: {ended.message}"])
    else:
        tell(ended.message, ended.hint)
    with contextlib.suppress(Exception):  # it is said already
        from compactctl.cli.annotating import annotate

        annotate(arguments, ended.message, ended.hint)
    return ended.exit_code


def _run(arguments: Sequence[str]) -> int:
    """Take the quickest way that does: the plain forms, or Typer."""
    if os.environ.get("_COMPACTCTL_COMPLETE"):
        from compactctl.cli.completing import complete

        return complete()
    if list(arguments) == ["--version"]:
        deliver(f"compactctl {__version__}\n")
        return 0
    if arguments[0] in ("--install-completion", "--show-completion"):
        from compactctl.cli.shells import set_up

        return set_up(arguments)
    from compactctl.cli.commands import command_names, function_of
    from compactctl.cli.plain import plain_values, split_root

    data, words = split_root(arguments)
    if words and words[0] in command_names():
        command = function_of(words[0])
        first = [] if data is None else ["--data", data]
        if (values := plain_values(command, [*first, *words[1:]], _asked)) is not None:
            return command(**values)
    from compactctl.cli.typer_app import run_typer

    return run_typer(arguments)


def _asked(parameter: "Parameter") -> str | None:
    """Return what somebody at a terminal says for a parameter, if there is somebody."""
    from compactctl.cli.asking_argument import ask_argument
    from compactctl.cli.conversation import can_ask

    return ask_argument(parameter) if can_ask() else None


def _refused_by_system(error: OSError) -> CannotDo:
    """Return what to say where the system, and no file of the record, stands in the way."""
    from compactctl.files.paths import working_folder

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

        tell_text("".join(traceback.format_exception(error)))
    if isinstance(error, ImportError):
        return CannotDo(f"a part of the tool cannot be loaded ({error})", "install it anew, or give it more memory")
    if isinstance(error, OSError):
        return _refused_by_system(error)
    kind = type(error).__name__
    hint = "please report it with the command and the file; COMPACTCTL_DEBUG=1 shows where it happened"
    return CannotDo(f"this is a defect of the tool, not of your files ({kind})", hint)
