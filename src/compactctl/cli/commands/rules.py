"""Lists the rules, with their levels and what each is about."""

from typing import Annotated, Final

from compactctl.cli.options import Data, Output, data_folder, format_of, format_option, result_file
from compactctl.cli.output import deliver, styled

FORMATS: Final = ("terminal", "markdown", "json")


def command(
    format_: Annotated[
        str | None,
        format_option(FORMATS),
    ] = None,
    output: Output = None,
    data: Data = None,
) -> int:
    """List the rules."""
    from compactctl.formats.rules import as_json, markdown, terminal
    from compactctl.rules.names import page_of, rule_names

    name = format_of(format_, output, FORMATS)
    file = result_file(output, data_folder(data))
    pages = [(group, rule, page_of(rule)) for rule, group in rule_names().items()]
    if name == "terminal":
        deliver(styled(terminal(pages), file), file)
    else:
        deliver(markdown(pages) if name == "markdown" else as_json(pages), file)
    return 0
