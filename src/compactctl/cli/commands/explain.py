"""Explains a rule: why it is there, a sample that breaks it, one that keeps it, and what to do."""

from typing import Annotated

from compactctl.cli import offers
from compactctl.cli.options import Data, Output, data_folder, format_of, result_file
from compactctl.cli.output import deliver, styled
from compactctl.cli.parameters import Argument


def command(
    rule: Annotated[
        str,
        Argument(metavar="RULE", help="The rule's name, as findings show it.", offers=offers.rules),
    ],
    output: Output = None,
    data: Data = None,
) -> int:
    """Explain one rule."""
    from compactctl.formats.rules import page
    from compactctl.rules.names import page_of

    format_of(None, output, ("terminal",))
    file = result_file(output, data_folder(data))
    deliver(styled(page(rule, page_of(rule)), file), file)
    return 0
