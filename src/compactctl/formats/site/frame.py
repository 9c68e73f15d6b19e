"""What stands around every page of a site: its title, and where else to go, from wherever the page lies."""

from typing import Final

from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable.document import Words
from compactctl.formats.readable.html import Frame

STYLE: Final = "style.css"
FRONT: Final = "index.html"
AUTHORITIES: Final = "authorities/index.html"
ASKS: Final = "asks.html"
DEPARTMENT: Final = "department.html"
STATEMENT: Final = "statement.html"
DATA: Final = "data/index.html"
_LINKS: Final = {
    FRONT: "The newest year",
    AUTHORITIES: "Authorities",
    ASKS: "Asks",
    DEPARTMENT: "The department",
    STATEMENT: "The statement",
    DATA: "Data",
}


def top_of(path: str) -> str:
    """Return the way from a page, by its path, to the first folder of its site."""
    return "../" * path.count("/")


def targets_from(path: str) -> LinkTargets:
    """Return where a page leads, by its path."""
    return LinkTargets(top_of(path))


def frame_of(title: str, path: str) -> Frame:
    """Return what stands around a page of the site that has the title, by the page's path."""
    top = top_of(path)
    links = tuple(Words(name, link=f"{top}{target}") for target, name in _LINKS.items())
    return Frame(Words(title, link=f"{top}{FRONT}"), f"{top}{STYLE}", links, f"{top}{path}")
