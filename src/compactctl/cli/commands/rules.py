"""Lists the rules, with their levels and what each is about."""

from typing import Annotated, Final

from compactctl.cli import completion
from compactctl.cli.endings import format_of
from compactctl.cli.options import Data, Output, data_folder, result_file, wants_colour
from compactctl.cli.output import deliver
from compactctl.cli.parameters import Option

FORMATS: Final = ("terminal", "markdown", "json")


def command(
    format_: Annotated[
        str | None,
        Option(
            "--format",
            metavar="FORMAT",
            help=f"One of {', '.join(FORMATS)} [default: what the ending of --output says, or {FORMATS[0]}].",
            offers=completion.choices(FORMATS),
        ),
    ] = None,
    output: Output = None,
    data: Data = None,
) -> int:
    """List the rules."""
    from compactctl.formats.rules import as_json, markdown, terminal
    from compactctl.formats.styled import coloured, plain
    from compactctl.rules.names import page_of, rule_names

    name = format_of(format_, output, FORMATS)
    file = result_file(output, data_folder(data))
    pages = [(group, rule, page_of(rule)) for rule, group in rule_names().items()]
    if name == "terminal":
        lines = list(terminal(pages))
        deliver(coloured(lines) if file is None and wants_colour() else plain(lines), file)
    else:
        deliver(markdown(pages) if name == "markdown" else as_json(pages), file)
    return 0
