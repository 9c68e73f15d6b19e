"""How the parts of a page begin whose ends are always the same, and paragraphs whole.

In Python and in no template: a site has hundreds of thousands of them, and a macro takes ten times as long. Each text
in them passes `text` or `words`, which make it safe.
"""

from compactctl.formats.readable.document import Card, Cards, Entry, Folded, Listing, Paragraph, Section
from compactctl.formats.readable.markup import text, unlinked, words


def paragraph(block: Paragraph) -> str:
    """Return a paragraph."""
    look = "" if block.look == "plain" else f' class="{block.look}"'
    return f"<p{look}>{words(block.line)}</p>\n"


def entry(block: Entry, anchor: str) -> str:
    """Return the beginning of an entry, as far as its own line goes."""
    label = f'<span class="quiet">{text(block.label)}:</span> ' if block.label else ""
    return f"<li{_named(anchor)}>{_badge(block.badge)}{label}{words(block.line)}"


def listing(block: Listing) -> str:
    """Return the beginning of a list."""
    caption = f'<p class="caption">{text(block.caption)}</p>\n' if block.caption else ""
    return f"{caption}<ul>\n"


def cards(block: Cards) -> str:
    """Return the beginning of some cards."""
    return f'<div class="cards{" small" if block.are_small else ""}">\n'


def titled(block: Card | Folded | Section, level: int, anchor: str) -> tuple[str, str]:
    """Return the beginning of what has a title, which is a heading of the level, and its end."""
    match block:
        case Card():
            return f'<div class="card">\n<h{level}{_named(anchor)}>{words(block.title)}</h{level}>\n', "</div>\n"
        case Section():
            return f"<section>\n<h{level}{_named(anchor)}>{text(block.title)}</h{level}>\n", "</section>\n"
        case Folded():
            return f"<details{_named(anchor)}>\n{_summary(block, level)}\n", "</details>\n"


def _summary(block: Folded, level: int) -> str:
    heading = f"<h{level}>{text(block.heading)}</h{level}> " if block.heading else ""
    line = f'<span class="folded-line">{unlinked(block.line)}</span>'
    return f"<summary>{heading}{_badge(block.badge)}{line}</summary>"


def _named(anchor: str) -> str:
    return f' id="{anchor}"' if anchor else ""


def _badge(badge: str) -> str:
    return f'<span class="mark">{text(badge)}</span> ' if badge else ""
