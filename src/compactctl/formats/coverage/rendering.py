"""From a page to HTML. Every value passes one function here, whatever a template does; templates only place them."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from compactctl.formats.coverage.layout import Bar
from compactctl.formats.coverage.page_parts import Page
from compactctl.formats.coverage.words import of_term, said
from compactctl.formats.safe import for_html

_FOLDER: Final = Path(__file__).parent / "page"
_PIECE: Final = 1_000
_KEPT: Final = 10_000
"""A page says the same few words in thousands of places."""


def render(page: Page) -> Iterator[bytes]:
    """Yield the page in pieces."""
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
    environment.filters["template"] = lambda part: f"{type(part).__name__.lower()}.html"
    environment.filters["said"] = said
    environment.filters["term"] = lambda priority: of_term(priority.term)
    environment.filters["cell"] = lambda cell: cell.name.lower().replace("_", "-")
    stream = environment.get_template("page.html").stream(page=page)
    stream.enable_buffering(_PIECE)
    return (piece.encode() for piece in stream)


def _safe() -> Callable[[Any], Any]:
    """Return what makes a value fit for markup."""
    from markupsafe import Markup

    @lru_cache(_KEPT)
    def markup(text: str) -> Markup:
        return Markup(for_html(text))  # noqa: S704 - escaped there

    def safe(value: Any) -> Any:  # noqa: ANN401 - what stands in a template may be anything
        if value is None:
            return ""
        if isinstance(value, Markup) or not isinstance(value, str):
            return f"{value:,}" if isinstance(value, int) else value
        return markup(value)

    return safe
