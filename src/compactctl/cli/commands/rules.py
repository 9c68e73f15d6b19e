"""Lists the rules, with their levels and what each is about."""

from typing import Annotated, Final

from compactctl.cli import completion
from compactctl.cli.options import Output, one_of, wants_colour
from compactctl.cli.output import deliver
from compactctl.cli.parameters import Option

FORMATS: Final = ("terminal", "markdown", "json")


def command(
    format_: Annotated[
        str,
        Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.", offers=completion.choices(FORMATS)),
    ] = "terminal",
    output: Output = None,
) -> int:
    """List the rules."""
    from compactctl.formats.rules import listing
    from compactctl.formats.styled import coloured, plain
    from compactctl.rules.names import page_of, rule_names

    name = one_of("--format", format_, FORMATS)
    pages = [(group, rule, page_of(rule)) for rule, group in rule_names().items()]
    if name == "terminal":
        lines = list(listing.terminal(pages))
        deliver(coloured(lines) if output is None and wants_colour() else plain(lines), output)
    else:
        deliver(listing.markdown(pages) if name == "markdown" else listing.json_(pages), output)
    return 0
