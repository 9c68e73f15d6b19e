"""Pictures on a page: maps of hexagons, lines between words, and the small ones that stand in cells."""

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from compactctl.formats.readable.document import Bar, Legend, MapTile, Picture, Sparkline, TileMap, Tone
from compactctl.formats.readable.markup import (
    BARE,
    NEW_LINE,
    NOTHING,
    Attributes,
    Markup,
    coordinate,
    element,
    joined,
    link,
    on_a_line,
    opened,
    shape,
    text,
)
from compactctl.formats.readable.sparkline import SharePlace, drawn_sparkline

_HIDDEN: Final[Attributes] = {"aria-hidden": "true", "focusable": "false"}
_HEXAGON: Final = "l4.7 2.7v5.55l-4.7 2.7l-4.7-2.7v-5.55z"
"""A tile from its top on, a little smaller than its place."""
_NAME_WIDTH: Final = 11
"""Signs in a line of a name on a map."""
_LINE_HEIGHT: Final = 5
_SIGN_WIDTH: Final = 2.8
"""Of letters on a map, with some room."""
_LETTERS: Final = 13
_WIDTH_OF_LETTERS: Final = 70
"""A picture is at most so many times as wide as its letters are high, however narrow the window."""
_PATH: Final = re.compile(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,-]+")
DEFINITIONS: Final = Markup(
    '<svg class="definitions" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="stripes" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ground" width="3" height="3"/><line class="stripe" x1="1.5" x2="1.5" y1="0" y2="3"/></pattern>'
    '<path id="tile" d="M5 .3 9.7 3v5.55L5 11.25.3 8.55V3Z"/></defs></svg>\n'
)
"""What all maps of a page are drawn with."""


def bar(parts: Bar) -> Markup:
    """Return a bar in three parts; of nothing an empty one."""
    attributes = {"class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none", **_HIDDEN}
    if not parts.whole:
        return element("svg", attributes)
    counted = 100 * parts.counted / parts.whole
    known = counted + 100 * parts.not_counted / parts.whole
    widths = {"unknown": 100, "not-counted": known, "counted": counted}
    drawn = [shape("rect", {"class": part, "width": width, "height": 10}) for part, width in widths.items()]
    return element("svg", attributes, *drawn)


def sparkline(line: Sparkline) -> Markup:
    """Return a small line, with a mark where something happened."""
    drawn = drawn_sparkline(line)
    box = f"0 0 {coordinate(drawn.width)} {coordinate(drawn.height)}"
    size: Attributes = {"class": "sparkline", "width": drawn.width, "height": drawn.height, "viewBox": box}
    lines = (
        shape("polyline", {"points": "".join(f"{coordinate(at.x)},{coordinate(at.y)} " for at in run)})
        for run in drawn.runs
    )
    return element("svg", {**size, "role": "img", "aria-label": line.description}, *lines, *map(_dot, drawn.places))


def _dot(place: SharePlace) -> Markup:
    at: Attributes = {"cx": place.x, "cy": place.y}
    if not place.mark:
        return shape("circle", {**at, "r": 1.5})
    return element("circle", {"class": "marked", **at, "r": 3}, element("title", BARE, text(place.mark)))


def tile_map(block: TileMap) -> Iterator[Markup]:
    """Yield a map; a large one has the names of regions, and of each tile where a reader points at it."""
    box = f"-1 -1 {coordinate(block.width + 2)} {coordinate(block.height + 2)}"
    look = ("map", "small") if block.is_small else ("map",)
    role = "img" if block.is_small else "group"
    yield opened("svg", {"class": " ".join(look), "viewBox": box, "role": role, "aria-label": block.description})
    yield NEW_LINE
    for tone, path in shapes(block.tiles):
        yield on_a_line(shape("path", {"class": f"tile {tone.value}", "d": path}))
    for outline in block.outlines:
        yield on_a_line(shape("path", {"class": "outline", "d": _path(outline)}))
    for name in block.names:
        yield on_a_line(_map_name(name.x, name.y, wrap(name.text, _NAME_WIDTH), "middle"))
    for tile in () if block.is_small else block.tiles:
        yield on_a_line(_place(tile, block.width))
    yield Markup("</svg>\n")


def shapes(tiles: Sequence[MapTile]) -> Iterator[tuple[Tone, str]]:
    """Yield all hexagons of a tone as one path, which takes half of what a shape each would."""
    for tone in Tone:
        if places := [tile for tile in tiles if tile.tone is tone]:
            yield tone, "".join(f"M{coordinate(tile.x + 5)} {coordinate(tile.y + 0.3)}{_HEXAGON}" for tile in places)


def _place(tile: MapTile, width: float) -> Markup:
    """Return a tile that a reader can point at, with its name on the side where there is more room."""
    drawn = shape("use", {"href": "#tile", "x": tile.x, "y": tile.y})
    is_left = tile.x < width / 2
    x, side = (tile.x + 12, "start") if is_left else (tile.x - 2, "end")
    room = width - x if is_left else x
    name = _map_name(x, tile.y + 7.5, wrap(tile.label, max(_NAME_WIDTH, int(room / _SIGN_WIDTH))), side)
    if target := link(tile.link):
        return element("a", {"class": "place", "href": target, "aria-label": tile.label}, drawn, name)
    return element("g", {"class": "place"}, element("title", BARE, text(tile.label)), drawn, name)


def _map_name(x: float, y: float, lines: Sequence[str], side: str) -> Markup:
    """Return a name on a map: once as a ground for itself, once in ink."""
    top = y - _LINE_HEIGHT / 2 * (len(lines) - 1)
    spans = [
        element("tspan", {"x": x, "dy": _LINE_HEIGHT if index else None}, text(line))
        for index, line in enumerate(lines)
    ]
    return joined(
        element("text", {"class": layer, "y": top, "text-anchor": side, "aria-hidden": "true"}, *spans)
        for layer in ("halo", "ink")
    )


def picture(block: Picture) -> Iterator[Markup]:
    """Yield lines and words."""
    yield opened(
        "svg",
        {
            "class": "picture-of-lines",
            "viewBox": f"0 0 {coordinate(block.width)} {coordinate(block.height)}",
            "width": block.width,
            "font-size": max(_LETTERS, block.width / _WIDTH_OF_LETTERS),
            "role": "img",
            "aria-label": block.description,
        },
    )
    yield NEW_LINE
    for path in block.paths:
        yield on_a_line(shape("path", {"d": _path(path)}))
    for label in block.labels:
        at: Attributes = {"x": label.x, "y": label.y, "class": "head" if label.is_head else None}
        yield on_a_line(element("text", at, text(label.text)))
    yield Markup("</svg>\n")


def legend(block: Legend) -> Markup:
    """Return what the tones of maps stand for."""
    entries = (on_a_line(element("li", BARE, _hexagon(tone), Markup(" "), text(said))) for tone, said in block.entries)
    return on_a_line(element("ul", {"class": "legend"}, NEW_LINE, *entries))


def _hexagon(tone: Tone) -> Markup:
    tile = shape("use", {"href": "#tile", "class": f"tile {tone.value}"})
    return element("svg", {"class": "hexagon", "viewBox": "0 0 10 11.55", **_HIDDEN}, tile)


def _path(path: str) -> str:
    return path if _PATH.fullmatch(path) else NOTHING
