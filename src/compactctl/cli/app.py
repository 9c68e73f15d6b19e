"""The tree of commands, and the only place where errors become messages and exit codes."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer import core

from compactctl import __version__
from compactctl.cli.listing import command_names, summary
from compactctl.cli.output import OutputClosed, deliver, tell
from compactctl.errors import CannotDo

CANNOT_DO: Final = 2
INTERRUPTED: Final = 130

_HELP: Final = """Keeps, checks, compares and reports the compacts that local authorities agree with the department."""
# Spares Typer the import of Pydantic when all that is wanted is help.
_SETTINGS: Final = {"help_option_names": ["-h", "--help"], "default_map": {"help": False}, "max_content_width": 100}

_HELPING: Final = frozenset(("-h", "--help", "--version"))


class LazyCommands(core.TyperGroup):
    """Commands that are imported when they are called, and listed from their docstrings."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer's context changed its type
        """Return the names of all commands."""
        return list(command_names())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - as above
        """Import one command."""
        if cmd_name not in command_names():
            return None
        return _single(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - as above
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary(name)) for name in command_names()])


def _single(name: str) -> Any:  # noqa: ANN401 - Typer's command changed its type
    module = import_module(f"compactctl.cli.commands.{name}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    text = (module.__doc__ or "").strip()
    single.command(name=name, help=text, context_settings=dict(_SETTINGS))(module.command)
    return typer.main.get_command(single)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"compactctl {__version__}")
        raise typer.Exit


def _root(
    context: typer.Context,
    data: Annotated[
        str | None,
        typer.Option(
            "--data", metavar="DIR", help="The folder of the documents [env: COMPACTCTL_DATA] [default: data]."
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 - Typer hands it to its callback
        bool,
        typer.Option("--version", is_eager=True, callback=_version, help="Show the version and leave."),
    ] = False,
) -> None:
    context.obj = data


def _tree(*, completion: bool) -> Any:  # noqa: ANN401 - Typer's command changed its type
    app = typer.Typer(
        name="compactctl",
        cls=LazyCommands,
        help=_HELP,
        callback=_root,
        add_completion=completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        invoke_without_command=False,
        context_settings=dict(_SETTINGS),
    )
    return typer.main.get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run the command line on these arguments and return the exit code; nothing is raised from here."""
    try:
        return _run(arguments or ["--help"])
    except CannotDo as error:
        tell(error.message, error.hint)
        return error.exit_code
    except OutputClosed as error:
        tell(str(error))
        return CANNOT_DO
    except (KeyboardInterrupt, typer.Abort):
        tell("interrupted")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a defect ends in one line, never in a traceback
        return _defect(error)


def _run(arguments: Sequence[str]) -> int:
    wants_completion = any(word in ("--install-completion", "--show-completion") for word in arguments)
    completes = "_COMPACTCTL_COMPLETE" in os.environ
    if not _HELPING.isdisjoint(arguments):
        deliver("")  # Typer passes over a standard output that is closed
    try:
        if arguments[0] in command_names() and not completes:
            # Without an option before it a command is run alone: the whole tree would load Pydantic for each --help.
            result = _single(arguments[0]).main(
                args=list(arguments[1:]), prog_name=f"compactctl {arguments[0]}", standalone_mode=False
            )
        else:
            tree = _tree(completion=wants_completion or completes)
            result = tree.main(args=list(arguments), prog_name="compactctl", standalone_mode=False)
    except typer.Exit as leave:
        return int(leave.exit_code)
    except Exception as error:
        if not hasattr(error, "format_message") or not hasattr(error, "exit_code"):
            raise
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "compactctl"
        raise CannotDo(str(error.format_message()), f"see '{command} --help'") from error
    return result if isinstance(result, int) else 0


def _defect(error: Exception) -> int:
    if os.environ.get("COMPACTCTL_DEBUG"):
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    kind = type(error).__name__
    hint = "please report it with the command and the file; COMPACTCTL_DEBUG=1 shows where it happened"
    tell(f"this is a defect of the tool, not of your files ({kind})", hint)
    return CANNOT_DO
