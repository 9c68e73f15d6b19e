"""A readable document as one page: in light and dark, on a phone and on A4 paper, and whole without its script.

A page by itself needs nothing else; one of a site needs the site's style sheet. Nothing is asked for from anywhere.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import chain
from typing import Final, NamedTuple

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
from compactctl.formats.readable.markup import PAGE, environment, name
from compactctl.formats.readable.page_blocks import BLOCK_LEFT_OUT, BlockDrawer
from compactctl.formats.readable.room import Room


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
_HOLE: Final = "\0"
"""Stands where drawn blocks go; in no text, since what acts unseen is shown."""


class PagePart(NamedTuple):
    """A part of the page: its title, its name for links, and whether a printer leaves it out."""

    title: str
    anchor: str
    is_for_screens: bool


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
    from markupsafe import Markup

    values = {"document": document, "frame": frame, **_surroundings(document, frame)}
    page = environment().get_template("page.html").render(values, sections=parts, hole=Markup(_HOLE))  # noqa: S704 - ours
    return str(page).split(_HOLE)


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
        yield PagePart(section.title, anchor, section.is_for_screens)


def _surroundings(document: ReadableDocument, frame: Frame) -> Mapping[str, object]:
    """Return what the page has besides the document's own words, as far as something in the document needs it."""
    from markupsafe import Markup

    blocks = tuple(_all_blocks(document.sections))
    on_paper = _all_blocks(section for section in document.sections if not section.is_for_screens)
    script = Markup(_text("script.js").strip() if any(map(_can_be_searched, blocks)) else "")  # noqa: S704 - ours
    return {
        "style": Markup(_text("style.css")),  # noqa: S704 - ours
        "script": script,
        "policy": _policy(script, frame),
        "has_maps": any(isinstance(block, TileMap | Legend) for block in blocks),
        "has_folded": any(isinstance(block, Folded) for block in on_paper),
    }


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
    return (PAGE / file).read_text(encoding="utf-8")
