"""How the parts of a page begin that hold others, and how they end."""

from compactctl.formats.readable.document import Card, Cards, Entry, Folded, Listing, Paragraph, Section
from compactctl.formats.readable.markup import (
    BARE,
    NEW_LINE,
    NOTHING,
    Markup,
    element,
    joined,
    on_a_line,
    opened,
    text,
    unlinked,
    words,
)

_SPACE = Markup(" ")


def paragraph(block: Paragraph) -> Markup:
    """Return a paragraph."""
    look = None if block.look == "plain" else block.look
    return on_a_line(element("p", {"class": look}, words(block.line)))


def entry(block: Entry, anchor: str) -> Markup:
    """Return the beginning of an entry, as far as its own line goes."""
    label = NOTHING
    if block.label:
        label = joined((element("span", {"class": "quiet"}, text(f"{block.label}:")), _SPACE))
    return joined((opened("li", {"id": anchor or None}), _badge(block.badge), label, words(block.line)))


def listing(block: Listing) -> Markup:
    """Return the beginning of a list."""
    caption = on_a_line(element("p", {"class": "caption"}, text(block.caption))) if block.caption else NOTHING
    return joined((caption, Markup("<ul>\n")))


def cards(block: Cards) -> Markup:
    """Return the beginning of some cards."""
    return on_a_line(opened("div", {"class": "cards small" if block.are_small else "cards"}))


def titled(block: Card | Folded | Section, level: int, anchor: str) -> tuple[Markup, Markup]:
    """Return the beginning of what has a title, which is a heading of the level, and its end."""
    named = {"id": anchor or None}
    match block:
        case Card():
            heading = element(f"h{level}", named, words(block.title))
            return on_a_line(Markup('<div class="card">\n'), heading), Markup("</div>\n")
        case Section():
            heading = element(f"h{level}", named, text(block.title))
            return on_a_line(Markup("<section>\n"), heading), Markup("</section>\n")
        case Folded():
            begin = on_a_line(opened("details", named), NEW_LINE, _summary(block, level))
            return begin, Markup("</details>\n")


def _summary(block: Folded, level: int) -> Markup:
    heading = joined((element(f"h{level}", BARE, text(block.heading)), _SPACE)) if block.heading else NOTHING
    line = element("span", {"class": "folded-line"}, unlinked(block.line))
    return element("summary", BARE, heading, _badge(block.badge), line)


def _badge(badge: str) -> Markup:
    return joined((element("span", {"class": "mark"}, text(badge)), _SPACE)) if badge else NOTHING
