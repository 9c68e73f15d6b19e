"""Prints a report in a format, which is imported only then; before it, on standard error, what it leaves out."""

import shutil
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from compactctl.cli.options import is_terminal, wants_colour
from compactctl.cli.output import deliver, tell
from compactctl.errors import CannotDo
from compactctl.formats.coverage.writer import Text, Writer

if TYPE_CHECKING:
    from compactctl.files.result_files import ResultFile

MOST_NOTICES: Final = 20


class Printer(NamedTuple):
    """A format, and the file that the report goes to, None for standard output."""

    writer: Writer[Any]
    output: "ResultFile | None"
    on_screen: bool
    """The report is drawn on the terminal where messages appear too."""
    has_head: bool = True
    """A table alone has none, that could say what is made up."""

    def print(self, examples: Iterable[str], notices: Iterable[str], text: Text) -> None:
        """Say what is made up and what is left out, unless it stands at the head of the report; then print."""
        told = [*([] if self.has_head else examples), *([] if self.on_screen else notices)]
        for notice in told[:MOST_NOTICES]:
            tell(notice)
        if len(told) > MOST_NOTICES:
            tell(f"and {len(told) - MOST_NOTICES:,} more like these", "'compactctl validate' lists all of them")
        deliver(text, self.output)


def printer_for(name: str, output: "ResultFile | None") -> Printer:
    """Return the printer of a format; raises `CannotDo` where a terminal cannot show it."""
    on_screen = output is None and is_terminal()
    if name == "xlsx" and on_screen:
        raise CannotDo("a workbook cannot be shown on a terminal", "name a file for it: --output coverage.xlsx")
    if name == "terminal":
        return Printer(_terminal(output, on_screen=on_screen), output, on_screen)
    writer = cast("Writer[Any]", import_module(f"compactctl.formats.coverage.as_{name}"))
    return Printer(writer, output, on_screen=False, has_head=name != "csv")


def _terminal(output: "ResultFile | None", *, on_screen: bool) -> Writer[Any]:
    from compactctl.formats.coverage.as_terminal import PLAIN_WIDTH, Terminal

    width = shutil.get_terminal_size().columns if on_screen else PLAIN_WIDTH
    return Terminal(width, colour=output is None and wants_colour())
