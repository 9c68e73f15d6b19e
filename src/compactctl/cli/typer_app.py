"""The commands as Typer knows them, made of what each declares: for every form, for help, and for messages.

Loaded only where the plain forms do not do, since Typer takes longer to load than a small workspace to check.
"""

import inspect
import re
import shutil
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from functools import partial
from typing import Annotated, Any, Final

import typer
from typer import core

from compactctl import __version__
from compactctl.cli.commands import command_groups, command_names, function_of, help_of, summary
from compactctl.cli.output import deliver, delivered
from compactctl.cli.parameters import Argument, Parameter, parameters_of
from compactctl.errors import CannotDo
from compactctl.words import did_you_mean, quoted

PROGRAM: Final = "compactctl"

_HELP: Final = """Keeps, checks, compares and reports the compacts that local authorities agree with the department."""
_MARGIN: Final = 2
_FEWEST: Final = 30
"""Characters in a line of help, whatever the window; Typer's own fewest, 50, would be broken in a window of 40."""
_MOST: Final = 98
_NARROW: Final = 50
_NARROW_NAMES: Final = 8
"""The column of names in lines that are shorter than `_NARROW`; a longer name stands above what it means."""
_TOO_MUCH: Final = r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)"
_COMPLAINTS: Final = (
    (r"Missing argument (.+?)\.?", r"\1 is not given"),
    (_TOO_MUCH, r"more is given than can be used: \1"),
    (r"Option (.+) requires an argument\.?", r"nothing is given after \1"),
)


class _Plain:
    """What our commands and their root have in common: values stay words, and help can be read in a narrow window."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - Typer's context changed its type
        """Return the parameters, none of which has Typer load Pydantic to look at its value."""
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # one of Typer's classes follows
        as_given = _as_given()
        for parameter in parameters if as_given else ():
            parameter._runtime_param = as_given  # noqa: SLF001 - there is no public way
        return parameters

    def parse_args(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """Read the words; what is wrong with one is told of this command, also where Typer does not say whose it is."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]  # as above
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]  # it has one: that was just looked at
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Write the help; in a narrow window what a name means stands below it."""
        if formatter.width < _NARROW:
            formatter.write_dl = partial(formatter.write_dl, col_max=_NARROW_NAMES)
        super().format_help(ctx, formatter)  # type: ignore[misc]  # as above


class _Command(_Plain, core.TyperCommand):
    """A command as we make it."""


class _LazyCommands(_Plain, core.TyperGroup):
    """Commands that are imported when they are called, and listed from their docstrings."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - as above
        """Return the names of all commands."""
        return list(command_names())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - as above
        """Import one command, which looks where the root's `--data` says; raises `CannotDo` where there is none."""
        if cmd_name not in command_names():
            suggestion = did_you_mean(cmd_name, command_names())
            hint = f"did you mean '{suggestion}'?" if suggestion else f"see '{PROGRAM} --help'"
            raise CannotDo(f"there is no command {quoted(cmd_name)}", hint)
        return _command(cmd_name, ctx.params.get("data"))

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - as above
        """List the commands by what they are for, without importing them."""
        width = max(map(len, command_names()))
        for group, names in command_groups().items():
            with formatter.section(group):
                formatter.write_dl([(name.ljust(width), summary(name)) for name in names])


def _as_given() -> Any:  # noqa: ANN401 - Typer's class for it is not public
    """Return what hands a parameter's words on; None where Typer has no place for it, and takes the longer way."""
    try:
        from typer._coercion import RuntimeParam
    except ImportError:
        return None

    class AsGiven(RuntimeParam):
        def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401, ARG002 - as Typer says
            return list(value) if isinstance(value, tuple) else value

    with suppress(TypeError):  # it may ask for more one day
        return AsGiven(typer.models.OptionInfo(), str)
    return None


def run_typer(arguments: Sequence[str]) -> int:
    """Let Typer read the command line, run it and return the exit code; raises `CannotDo` with what Typer says."""
    width = min(max(shutil.get_terminal_size().columns - _MARGIN, _FEWEST), _MOST)
    app = typer.Typer(
        cls=_LazyCommands,
        help=_HELP,
        callback=_root,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"], "terminal_width": width},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    is_for_typer = not {"-h", "--help"}.isdisjoint(arguments)
    try:
        with delivered() if is_for_typer else nullcontext():
            result = typer.main.get_command(app).main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except typer.Exit as leave:
        return int(leave.exit_code)
    except typer.Abort as abort:
        raise KeyboardInterrupt from abort
    except Exception as error:
        if not hasattr(error, "format_message") or not hasattr(error, "exit_code"):
            raise
        raise CannotDo(_complaint(error), _hint(error, list(arguments))) from error
    return result if isinstance(result, int) else 0


def _complaint(error: Any) -> str:  # noqa: ANN401 - Typer's errors have no base of their own
    """Return what Typer says, in words that do without its "argument"."""
    said = str(error.format_message())
    matches = ((re.fullmatch(pattern, said), in_our_words) for pattern, in_our_words in _COMPLAINTS)
    return next((match.expand(in_our_words) for match, in_our_words in matches if match), said)


def _hint(error: Any, arguments: list[str]) -> str:  # noqa: ANN401 - as above
    """Return where to read on; of words that have no place before that how they are likely to be given."""
    context = getattr(error, "ctx", None)
    see = f"see '{context.command_path if context is not None else PROGRAM} --help'"
    too_much = re.fullmatch(_TOO_MUCH, str(error.format_message()))
    if context is None or too_much is None or any(sign.isdigit() for sign in too_much[1]):
        return see
    words = too_much[1]
    first = words if words in arguments else words.split(" ")[0]
    before = arguments[arguments.index(first) - 1] if first in arguments else ""
    follows_value = before != context.info_name and not before.startswith("-")
    hints = []
    if any("--authority" in parameter.opts for parameter in context.command.params):
        named = f'"{words}"' if " " in words else words
        example = "" if follows_value else f", as in '{context.command_path} --authority {named}'"
        hints.append(f"an authority is named with --authority{example}")
    if follows_value:
        hints.append("several words that belong together stand in double quotes")
    return "; ".join([*hints, see])


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


def _command(name: str, data: str | None) -> Any:  # noqa: ANN401 - Typer's command changed its type
    """Return a command as Typer knows it, its `--data` as the root has it where it says nothing itself."""
    function = function_of(name)

    def called(**values: Any) -> int:  # noqa: ANN401 - of the types that the signature says
        return function(**values)

    parameters = [_for_typer(parameter) for parameter in parameters_of(function)]
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name=name, cls=_Command, help=help_of(name), context_settings={"default_map": {"data": data}})(called)
    return typer.main.get_command(app)


def _for_typer(parameter: Parameter) -> inspect.Parameter:
    declared = parameter.declared
    info: Any = (
        typer.Argument(metavar=declared.metavar, help=declared.help, show_default=declared.shows_default)
        if isinstance(declared, Argument)
        else typer.Option(*parameter.names, metavar=declared.metavar or None, help=declared.help)
    )
    default = inspect.Parameter.empty if parameter.is_required else parameter.default
    annotation = Annotated[parameter.type, info]  # type: ignore[name-defined]
    return inspect.Parameter(parameter.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
