"""From a page to HTML. Every value passes one function here, whatever a template does; templates only place them."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from compactctl.formats.coverage.layout import Bar
from compactctl.formats.coverage.page_parts import Lineage, Maps, Matrix, Page, Part
from compactctl.formats.coverage.words import of_term, said
from compactctl.formats.room import NO_ROOM, Room
from compactctl.formats.safe import for_html

_FOLDER: Final = Path(__file__).parent / "page"
_KEPT: Final = 10_000
_SHORT: Final = 300
"""A page says the same few words in thousands of places; only such are kept."""
_LEFT_OUT: Final = 1_000
"""Bytes that a part takes of which nothing but its title is shown."""
_PICTURES: Final = (Maps, Matrix, Lineage)
"""They are drawn where there is room left: tables and lists say the same."""


def render(page: Page) -> Iterator[bytes]:
    """Yield the page in pieces; parts for which it has no room are left out, pictures first."""
    from markupsafe import Markup

    environment = _environment()
    frame = environment.get_template("page.html")
    kept = sum(len(piece.encode()) for piece in frame.generate(page=page, sections=())) + _LEFT_OUT * len(page.parts)
    sections = _sections(page, environment, Room(kept))
    texts = [Markup(sections[number]) for number in sorted(sections)]  # noqa: S704 - drawn by our templates
    return (piece.encode() for piece in frame.generate(page=page, sections=texts))


def _sections(page: Page, environment: Any, room: Room) -> Mapping[int, str]:  # noqa: ANN401 - imported when used
    """Return the parts by their number, drawn as far as there is room."""
    sections: dict[int, str] = {}
    for number, part in sorted(enumerate(page.parts, 1), key=lambda pair: isinstance(pair[1], _PICTURES)):
        drawn = room.take(environment.get_template(_template(part)).generate(part=part, number=number))
        if drawn is None:
            drawn = environment.get_template("left_out.html").render(part=part, number=number, sentence=NO_ROOM)
        sections[number] = drawn
    return sections


def _template(part: Part) -> str:
    return f"{type(part).__name__.lower()}.html"


def _environment() -> Any:  # noqa: ANN401 - as above
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["bar"] = lambda value: isinstance(value, Bar)
    environment.filters["said"] = said
    environment.filters["term"] = lambda priority: of_term(priority.term)
    environment.filters["cell"] = lambda cell: cell.name.lower().replace("_", "-")
    return environment


def _safe() -> Callable[[Any], Any]:
    """Return what makes a value fit for markup."""
    from markupsafe import Markup

    def markup(text: str) -> Markup:
        return Markup(for_html(text))  # noqa: S704 - escaped there

    kept = lru_cache(_KEPT)(markup)

    def safe(value: Any) -> Any:  # noqa: ANN401 - what stands in a template may be anything
        if value is None:
            return ""
        if isinstance(value, Markup) or not isinstance(value, str):
            return f"{value:,}" if isinstance(value, int) else value
        return kept(value) if len(value) <= _SHORT else markup(value)

    return safe
