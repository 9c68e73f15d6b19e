"""A readable document as one page: in light and dark, on a phone and on A4 paper, and whole without its script.

A page by itself needs nothing else; one of a site needs the site's style sheet. Nothing is asked for from anywhere.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Final, Literal, NamedTuple

from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    Folded,
    Legend,
    Links,
    Listing,
    ReadableDocument,
    Section,
    Table,
    TileMap,
    Words,
)
from compactctl.formats.readable.markup import (
    BARE,
    NEW_LINE,
    NOTHING,
    Markup,
    element,
    joined,
    link,
    name,
    on_a_line,
    opened,
    text,
    words,
)
from compactctl.formats.readable.page_blocks import BLOCK_LEFT_OUT, BlockDrawer
from compactctl.formats.readable.page_pictures import DEFINITIONS
from compactctl.formats.readable.page_tables import facts
from compactctl.formats.readable.room import Room
from compactctl.formats.safe import for_css


class Frame(NamedTuple):
    """What stands around a document on a page: nothing where it stands alone.

    On a page of a site `title` is the site's, with a link to its first page, `style` the path to its style sheet,
    `links` where else to go, and `current` that of them on which the reader is. All are relative to the page.
    """

    title: Words = Words("")
    style: str = ""
    links: tuple[Words, ...] = ()
    current: str = ""


ALONE_FRAME: Final = Frame()
_FILES: Final = Path(__file__).parent / "page"
_FEW_PARTS: Final = 3
"""A reader sees them without contents."""
_BEGINNING: Final = Markup("""\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
""")
_ON_PAPER: Final = Markup('<p class="on-paper">Details that were folded on the screen are not printed.</p>\n')
_MOST_CARDS: Final = 4
"""Cards of two columns on one side of paper, of a size that is read with ease."""
_HOLE: Final = "\0"
"""Stands where drawn blocks go; in no text, since what acts unseen is shown."""


PartLook = Literal["for-screens", "for-paper"]


class PagePart(NamedTuple):
    """A part of the page: its title, its name for links, and whether only screens show it, or only paper."""

    title: str
    anchor: str
    look: PartLook | None


def draw(document: ReadableDocument, frame: Frame = ALONE_FRAME) -> Iterator[bytes]:
    """Yield a document as a page, in pieces; of what there is no room for on it, a sentence stands in its place."""
    parts = tuple(_parts(document))
    around = _around(document, frame, parts)
    kept = sum(len(piece.encode()) for piece in around) + len(BLOCK_LEFT_OUT) * (len(parts) + 2)
    drawer = BlockDrawer(Room(kept), ("content", *(part.anchor for part in parts)))
    filled = [drawer.blocks([Listing(entries)], 2) for entries in (document.alerts, document.notices) if entries]
    filled += [drawer.blocks(section.blocks, 3, section.title) for section in document.sections]
    drawer.draw_pictures()
    return (piece.encode() for piece in chain.from_iterable(zip(around, [*map("".join, filled), ""], strict=True)))


def _around(document: ReadableDocument, frame: Frame, parts: tuple[PagePart, ...]) -> list[str]:
    """Return the page without what is listed first and what stands in its parts, cut where these go."""
    blocks = tuple(_all_blocks(document.sections))
    script = _text("script.js").strip() if any(map(_can_be_searched, blocks)) else ""
    has_maps = any(isinstance(block, TileMap | Legend) for block in blocks)
    look = {"class": _look_of_page(document)}
    return joined(
        (
            *(_head(document, frame, script), opened("body", look), NEW_LINE),
            Markup('<a class="skip" href="#content">Skip to the content</a>\n'),
            *(_site_links(frame), DEFINITIONS if has_maps else NOTHING),
            *(_header(document), _contents(parts)),
            Markup('<main id="content" tabindex="-1">\n'),
            *map(_section, parts),
            *(Markup("</main>\n"), _footer(document)),
            Markup(f"<script>{script}</script>\n" if script else ""),
            Markup("</body>\n</html>\n"),
        )
    ).split(_HOLE)


def _look_of_page(document: ReadableDocument) -> str | None:
    """Return how a page is set on paper: on one side where that is asked for, close where it has much to say."""
    if not document.is_one_page:
        return None
    on_paper = (section for section in document.sections if not section.is_for_screens)
    cards = sum(len(block.cards) for block in _all_blocks(on_paper) if isinstance(block, Cards) and block.heads)
    return "one-page close" if cards > _MOST_CARDS else "one-page"


def _head(document: ReadableDocument, frame: Frame, script: str) -> Markup:
    policy = {"http-equiv": "Content-Security-Policy", "content": _policy(script, frame)}
    title = " – ".join(dict.fromkeys(filter(None, (document.title, frame.title.text))))
    shared = {"rel": "stylesheet", "href": link(frame.style) or ""}
    style = on_a_line(opened("link", shared)) if frame.style else NOTHING
    own = "" if frame.style else _text("style.css")
    return joined(
        (
            *(_BEGINNING, opened("meta", policy), NEW_LINE, element("title", BARE, text(title)), NEW_LINE, style),
            Markup(f'<style>\n{own}@page {{ @top-left {{ content: "{for_css(document.running)}"; }} }}\n</style>\n'),
            Markup("</head>\n"),
        )
    )


def _site_links(frame: Frame) -> Markup:
    """Return where else a reader of the site may go."""
    if not frame.title.text:
        return NOTHING
    links = (on_a_line(element("li", BARE, _site_link(entry, frame))) for entry in frame.links)
    title = element("p", BARE, words((frame.title,)))
    name = {"class": "site", "aria-label": frame.title.text}
    return on_a_line(element("nav", name, NEW_LINE, title, Markup("\n<ul>\n"), *links, Markup("</ul>\n")))


def _site_link(entry: Words, frame: Frame) -> Markup:
    if entry.link != frame.current:
        return words((entry,))
    return element("a", {"href": link(entry.link), "aria-current": "page"}, text(entry.text))


def _header(document: ReadableDocument) -> Markup:
    on_paper = _all_blocks(section for section in document.sections if not section.is_for_screens)
    has_folded = any(isinstance(block, Folded) for block in on_paper)
    return joined(
        (
            Markup("<header>\n"),
            _warning("Before all else") if document.alerts else NOTHING,
            *(element("h1", BARE, text(document.title)), NEW_LINE),
            _marks(document.marks),
            _warning("What is left out") if document.notices else NOTHING,
            *(on_a_line(element("p", {"class": "lead"}, words(line))) for line in document.lead),
            facts(document.facts) if document.facts else NOTHING,
            _ON_PAPER if has_folded else NOTHING,
            Markup("</header>\n"),
        )
    )


def _warning(name: str) -> Markup:
    """Return a part of the header whose entries are drawn later."""
    return on_a_line(element("section", {"class": "warning", "aria-label": name}, NEW_LINE, Markup(_HOLE)))


def _marks(marks: Iterable[str]) -> Markup:
    sentences = [on_a_line(element("p", BARE, text(sentence))) for sentence in marks]
    return on_a_line(element("div", {"class": "made-up"}, NEW_LINE, *sentences)) if sentences else NOTHING


def _contents(parts: Sequence[PagePart]) -> Markup:
    """Return the contents above more than a few parts: open on a wide screen, folded on a phone."""
    shown = [part for part in parts if part.look != "for-paper"]
    if len(shown) <= _FEW_PARTS:
        return NOTHING
    entries = (
        on_a_line(element("li", BARE, element("a", {"href": f"#{part.anchor}"}, text(part.title)))) for part in shown
    )
    listed = element("ul", BARE, NEW_LINE, *entries)
    folded = element("details", BARE, Markup("\n<summary>Contents</summary>\n"), listed, NEW_LINE)
    name = {"class": "contents", "aria-label": "Contents"}
    return on_a_line(element("nav", name, NEW_LINE, listed, NEW_LINE, folded, NEW_LINE))


def _section(part: PagePart) -> Markup:
    heading = element("h2", {"id": part.anchor}, text(part.title))
    return on_a_line(element("section", {"class": part.look}, NEW_LINE, heading, NEW_LINE, Markup(_HOLE)))


def _footer(document: ReadableDocument) -> Markup:
    lines = [on_a_line(element("p", BARE, words(line))) for line in document.ending]
    return on_a_line(element("footer", BARE, NEW_LINE, *lines)) if lines else NOTHING


def style_sheet() -> bytes:
    """Return the style sheet that the pages of a site share."""
    return _text("style.css").encode()


def _parts(document: ReadableDocument) -> Iterator[PagePart]:
    """Yield the parts of a page, each with a name of its own."""
    taken = {"", "content"}
    for number, section in enumerate(document.sections, 1):
        wanted = (name(section.anchor), *(f"part-{place}" for place in range(number, number + len(taken))))
        anchor = next(anchor for anchor in wanted if anchor not in taken)
        taken.add(anchor)
        yield PagePart(section.title, anchor, _look(section))


def _look(section: Section) -> PartLook | None:
    return "for-screens" if section.is_for_screens else "for-paper" if section.is_for_paper else None


def _all_blocks(blocks: Iterable[Block | Card]) -> Iterator[Block | Card]:
    for block in blocks:
        yield block
        if isinstance(block, Section | Folded | Card):
            yield from _all_blocks(block.blocks)
        elif isinstance(block, Cards):
            yield from _all_blocks(block.cards)


def _can_be_searched(block: Block | Card) -> bool:
    return isinstance(block, Table | Links) and block.can_be_searched


def _policy(script: str, frame: Frame) -> str:
    """Return what the page may load: its own style, which a running head is part of, and its own script."""
    # A file on a memory stick is no 'self' in every browser.
    style = "'self' file: 'unsafe-inline'" if frame.style else "'unsafe-inline'"
    digest = b64encode(sha256(script.encode()).digest()).decode()
    scripts = f"; script-src 'sha256-{digest}'" if script else ""
    return f"default-src 'none'; style-src {style}{scripts}; base-uri 'none'; form-action 'none'"


@cache
def _text(file: str) -> str:
    return (_FILES / file).read_text(encoding="utf-8")
