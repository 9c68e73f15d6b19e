"""What templates of a page draw with: every value is made safe here, in one place, whatever a template does.

Text is escaped, numbers are written as numbers, and links, names and paths of pictures are what they may be or nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import isfinite
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from compactctl.formats.readable.document import Bar, Line, Look, MapTile, Sparkline, TableColumn, Tone, Words
from compactctl.formats.readable.document import ColumnKind as Kind
from compactctl.formats.readable.sparkline import drawn_sparkline
from compactctl.formats.safe import for_css, for_html

PAGE: Final = Path(__file__).parent / "page"
_KEPT: Final = 10_000
_SHORT: Final = 300
"""A page says the same few words in thousands of places; only such are kept."""

_NAME_WIDTH: Final = 11
"""Signs in a line of a name on a map."""

_LOOKS: Final[dict[Look, tuple[str, str]]] = {
    "plain": ("", ""),
    "strong": ("<strong>", "</strong>"),
    "muted": ('<span class="quiet">', "</span>"),
    "mark": ('<span class="mark">', "</span>"),
    "removed": ('<del><span class="spoken">taken out: </span>', "</del>"),
    "added": ('<ins><span class="spoken">put in: </span>', "</ins>"),
}
"""What stands around words that look so."""
_HEXAGON: Final = "l4.7 2.7v5.55l-4.7 2.7l-4.7-2.7v-5.55z"
"""A tile from its top on, a little smaller than its place."""

_NAME: Final = r"[A-Za-z0-9._-]+"
_LINK: Final = re.compile(rf"(?:{_NAME}/)*{_NAME}(?:#{_NAME})?|#{_NAME}")
_PATH: Final = re.compile(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,-]+")


@cache
def environment() -> Any:  # noqa: ANN401 - imported when used
    """Return the templates of a page, with what they draw with."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    templates = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe(),
        trim_blocks=True,
        auto_reload=False,  # they are our own, and are asked for at each block
    )
    templates.filters |= {
        "coordinate": coordinate,
        "css": _css,
        "facts": lambda pairs: Markup(facts(pairs)),  # noqa: S704 - escaped there
        "figure": lambda number: f"{number:,}",
        "lines": lambda text: wrap(text, _NAME_WIDTH),
        "link": link,
        "path": lambda path: path if _PATH.fullmatch(path) else "",
        "row_head": row_head,
        "shapes": lambda tiles: ((tone, Markup(shape)) for tone, shape in shapes(tiles)),  # noqa: S704 - numbers
        "sparkline": drawn_sparkline,
        "unlinked": lambda line: Markup(unlinked(line)),  # noqa: S704 - escaped there
        "words": lambda line: Markup(words(line)),  # noqa: S704 - escaped there
    }
    templates.tests |= {
        "bar": lambda cell: isinstance(cell, Bar),
        "sparkline": lambda cell: isinstance(cell, Sparkline),
        "line": lambda cell: isinstance(cell, tuple),
    }
    return templates


def link(target: str | None) -> str | None:
    """Return where a link may lead: to a name on this page or a place relative to it, or None for anything else."""
    return target if target and _LINK.fullmatch(target) else None


def name(wanted: str) -> str:
    """Return a name that a link can lead to on a page, or nothing where this is none."""
    return wanted if re.fullmatch(_NAME, wanted) else ""


def coordinate(value: float) -> str:
    """Return a number as geometry has it, never with thousands signs or an exponent."""
    return f"{value if isfinite(value) else 0:.2f}".rstrip("0").rstrip(".")


def shapes(tiles: Sequence[MapTile]) -> Iterator[tuple[Tone, str]]:
    """Yield all hexagons of a tone as one path, which takes half of what a shape each would."""
    for tone in Tone:
        if places := [tile for tile in tiles if tile.tone is tone]:
            yield tone, "".join(f"M{coordinate(tile.x + 5)} {coordinate(tile.y + 0.3)}{_HEXAGON}" for tile in places)


def row_head(columns: tuple[TableColumn, ...]) -> int | None:
    """Return which column heads each row, by its index: the first of words, if any."""
    return next((index for index, column in enumerate(columns) if column.kind is Kind.WORDS), None)


def _css(text: str) -> Any:  # noqa: ANN401 - as above
    from markupsafe import Markup

    return Markup(for_css(text))  # noqa: S704 - escaped there


def words(line: Line) -> str:
    """Return a line as markup. In Python, since a page has tens of thousands, and a macro takes ten times as long."""
    return "".join([_part(part) for part in line])


def unlinked(line: Line) -> str:
    """Return a line as markup that leads nowhere."""
    return "".join([_plain(part) for part in line])


def facts(pairs: Iterable[tuple[str, Line]]) -> str:
    """Return what is to be known in brief as markup."""
    entries = (f"<div><dt>{text(name)}</dt><dd>{words(line)}</dd></div>\n" for name, line in pairs)
    return f'<dl class="facts">\n{"".join(entries)}</dl>'


def _part(part: Words) -> str:
    target = link(part.link)
    return f'<a href="{target}">{_plain(part)}</a>' if target else _plain(part)


def _plain(part: Words) -> str:
    begin, end = _LOOKS[part.look]
    return f"{begin}{text(part.text)}{end}"


def text(value: str) -> str:
    """Return a text fit for markup."""
    return _kept(value) if len(value) <= _SHORT else for_html(value)


_kept: Final = lru_cache(_KEPT)(for_html)


def _safe() -> Callable[[Any], Any]:
    """Return what makes a value fit for markup."""
    from markupsafe import Markup

    def safe(value: Any) -> Any:  # noqa: ANN401 - what stands in a template may be anything
        if value is None:
            return ""
        if isinstance(value, float):
            return coordinate(value)
        if isinstance(value, Markup) or not isinstance(value, str):
            return value
        return Markup(text(value))  # noqa: S704 - escaped there

    return safe
