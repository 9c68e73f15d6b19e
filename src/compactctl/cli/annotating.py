"""A check that could not be made, as an annotation: GitHub shows no line of standard error beside a pull request."""

from collections.abc import Sequence

from compactctl.cli.commands import function_of
from compactctl.cli.commands.validate import FORMAT_VARIABLE, FORMATS
from compactctl.cli.endings import format_of
from compactctl.cli.output import deliver
from compactctl.cli.parameters import parameters_of
from compactctl.cli.plain import Given, split_root
from compactctl.errors import CannotDo

_COMMAND = "validate"


def annotate(arguments: Sequence[str], message: str, hint: str | None = None) -> None:
    """Write why `validate` ends with 2 to standard output, where its format is GitHub's."""
    _, words = split_root(arguments)
    if words[:1] != [_COMMAND] or _format_of(words[1:]) != "github":
        return
    from compactctl.formats.findings.github import error

    deliver(error(f"{message}; {hint}" if hint else message))


def _format_of(words: Sequence[str]) -> str | None:
    """Return the format that the words ask for, as far as they can be read."""
    parameters = parameters_of(function_of(_COMMAND))
    values = Given(parameters).read(words).values
    given, output = (
        values.get(parameter.name)
        for name in ("--format", "--output")
        for parameter in parameters
        if name in parameter.names
    )
    try:
        return format_of(_word(given), _word(output), FORMATS, FORMAT_VARIABLE)
    except CannotDo:
        return _word(given)


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None
