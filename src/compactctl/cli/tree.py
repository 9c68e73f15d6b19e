"""The commands as Typer knows them, made of what each declares: for every form, for help, and for messages.

Loaded only where the plain forms do not do, since Typer takes longer to load than a small workspace to check.
"""

import inspect
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Annotated, Any, Final

import typer
from typer import core

from compactctl import __version__
from compactctl.cli.listing import command_groups, command_names, function_of, help_of, summary
from compactctl.cli.output import deliver, delivered
from compactctl.cli.parameters import Argument, Parameter, parameters_of
from compactctl.errors import CannotDo
from compactctl.words import did_you_mean, quoted

PROGRAM: Final = "compactctl"

_HELP: Final = """Keeps, checks, compares and reports the compacts that local authorities agree with the department."""


class LazyCommands(core.TyperGroup):
    """Commands that are imported when they are called, and listed from their docstrings."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer's context changed its type
        """Return the names of all commands."""
        return list(command_names())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - as above
        """Import one command, which looks where the root's `--data` says; raises `CannotDo` where there is none."""
        if cmd_name not in command_names():
            suggestion = did_you_mean(cmd_name, command_names())
            hint = f"did you mean '{suggestion}'?" if suggestion else f"see '{PROGRAM} --help'"
            raise CannotDo(f"there is no command {quoted(cmd_name)}", hint)
        return _single(cmd_name, ctx.params.get("data"))

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - as above
        """List the commands by what they are for, without importing them."""
        width = max(map(len, command_names()))
        for group, names in command_groups().items():
            with formatter.section(group):
                formatter.write_dl([(name.ljust(width), summary(name)) for name in names])


def run_typer(arguments: Sequence[str]) -> int:
    """Let Typer read the command line, run it and return the exit code; raises `CannotDo` with what Typer says."""
    if arguments[0] in command_names():
        # Alone, since the root's --data, which is no flag, has Typer load Pydantic for each --help.
        return _run(_single(arguments[0]), f"{PROGRAM} {arguments[0]}", arguments[1:])
    app = typer.Typer(
        name=PROGRAM,
        cls=LazyCommands,
        help=_HELP,
        callback=_root,
        add_completion=False,
        context_settings=_settings(),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    return _run(typer.main.get_command(app), PROGRAM, arguments)


def _run(command: Any, name: str, arguments: Sequence[str]) -> int:  # noqa: ANN401 - Typer's command changed its type
    is_for_typer = not {"-h", "--help"}.isdisjoint(arguments)
    try:
        with delivered() if is_for_typer else nullcontext():
            result = command.main(args=list(arguments), prog_name=name, standalone_mode=False)
    except typer.Exit as leave:
        return int(leave.exit_code)
    except typer.Abort as abort:
        raise KeyboardInterrupt from abort
    except Exception as error:
        if not hasattr(error, "format_message") or not hasattr(error, "exit_code"):
            raise
        context = getattr(error, "ctx", None)
        path = context.command_path if context is not None else name
        raise CannotDo(_complaint(error), f"see '{path} --help'") from error
    return result if isinstance(result, int) else 0


def _complaint(error: Any) -> str:  # noqa: ANN401 - Typer's errors have no base of their own
    """Return what Typer says, but for what it calls an argument: a word that is wanted."""
    said = str(error.format_message())
    wanted = said.removeprefix("Missing argument ")
    return said if wanted == said else f"{wanted.rstrip('.')} is not given"


def _version(wanted: bool) -> None:
    if wanted:
        deliver(f"{PROGRAM} {__version__}\n")
        raise typer.Exit


def _root(
    data: Annotated[
        str | None,
        typer.Option(
            "--data", metavar="DIR", help="The folder of the documents [env: COMPACTCTL_DATA] [default: data]."
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_version, help="Show the version and leave."),
    ] = False,
) -> None:
    pass


def _settings(**values: str | None) -> dict[str, Any]:
    # A default for help spares Typer the import of Pydantic when all that is wanted is help.
    return {"help_option_names": ["-h", "--help"], "default_map": {"help": False} | values, "max_content_width": 100}


def _single(name: str, root_data: str | None = None) -> Any:  # noqa: ANN401 - Typer's command changed its type
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    command = function_of(name)

    def called(**values: Any) -> int:  # noqa: ANN401 - of the types that the signature says
        return command(**values)

    parameters = [_for_typer(parameter) for parameter in parameters_of(command)]
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    app.command(name=name, help=help_of(name), context_settings=_settings(data=root_data))(called)
    return typer.main.get_command(app)


def _for_typer(parameter: Parameter) -> inspect.Parameter:
    declared = parameter.declared
    told: Any = (
        typer.Argument(metavar=declared.metavar, help=declared.help, show_default=declared.shows_default)
        if isinstance(declared, Argument)
        else typer.Option(*parameter.names, metavar=declared.metavar or None, help=declared.help)
    )
    default = inspect.Parameter.empty if parameter.is_required else parameter.default
    annotation = Annotated[parameter.type, told]  # type: ignore[name-defined]
    return inspect.Parameter(parameter.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
