"""How a readable document is drawn where it goes: on the terminal that is there, as text, as a page, in Word."""

import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

from compactctl import __version__
from compactctl.cli.output import is_terminal, wants_colour
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import ReadableDocument
from compactctl.workspace.digest import digest
from compactctl.workspace.workspace import Workspace

READABLE: Final = ("terminal", "markdown", "html", "docx")
"""The formats of what people read."""


def drawer(format_: str, *, to_terminal: bool, full: bool) -> Callable[[ReadableDocument], str | Iterable[bytes]]:
    """Return what draws a document in a format, each imported only where it is wanted.

    A terminal is shown all of it if it is `full`, else what fits a screen; `to_terminal` says that it may be one.
    """
    if format_ == "html":
        from compactctl.formats.readable.html import draw as draw_page

        return draw_page
    if format_ == "markdown":
        from compactctl.formats.readable.markdown import draw as draw_markdown

        return draw_markdown
    if format_ == "docx":
        from compactctl.formats.readable.docx import draw as draw_for_word

        return lambda document: (draw_for_word(document),)
    from compactctl.formats.readable.terminal import WIDTH, draw

    width = shutil.get_terminal_size().columns if to_terminal and is_terminal() else WIDTH
    return partial(draw, width=width, colour=to_terminal and wants_colour(), full=full)


def provenance_of(workspace: Workspace, committed: Path | None = None) -> Provenance:
    """Return where a document comes from that is made of a workspace.

    Where its folder is given, the last commit that changed it is told too, if that is sure.
    """
    if committed is None:
        return Provenance(__version__, digest(workspace))
    from compactctl.workspace.last_commit import last_commit

    return Provenance(__version__, digest(workspace), last_commit(workspace, committed))
