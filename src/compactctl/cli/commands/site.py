"""Writes the whole record as a web site that needs no server.

DIR is the folder of the site, which is written whole: the new one takes the place of the old one only when all of it is
there. A folder that holds anything else is left alone. The site has a page for each year, area and authority, what
changed from year to year, asks and promises, and all data; it works from a memory stick as from a server.
"""

from typing import Annotated

from compactctl.cli.options import Data, data_folder
from compactctl.cli.parameters import Argument, Option


def command(
    folder: Annotated[str, Argument(metavar="DIR", help="The folder of the site.")],
    title: Annotated[
        str | None,
        Option("--title", metavar="TEXT", help="What the site is called [default: as the statement is]."),
    ] = None,
    data: Data = None,
) -> int:
    """Read, draw, exchange, say where it is."""
    from compactctl.cli.drawing import provenance_of
    from compactctl.cli.opening import opened
    from compactctl.cli.output import notify, notify_each
    from compactctl.cli.publishing import Site, title_of
    from compactctl.files.site_folder import site_folder
    from compactctl.files.targets import shown_path

    root = data_folder(data)
    workspace = opened(root)
    with site_folder(folder, root) as new:
        left_out = Site(workspace, new, title_of(workspace, title), provenance_of(workspace, root)).write()
    notify_each(left_out)
    notify(f"wrote the site into '{shown_path(new.shown)}'", "open 'index.html' there")
    return 0
