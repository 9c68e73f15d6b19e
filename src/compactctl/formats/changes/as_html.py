"""Changes as one page that needs nothing else: no script, no request, in light and dark, and on A4 paper."""

from pathlib import Path
from typing import Final

from compactctl.formats.changes.story import Story
from compactctl.formats.safe import for_html

_PAGE: Final = Path(__file__).parent / "page.html"
_GAINS: Final = frozenset(
    {"new", "taken up", "put in", "new ask", "new area", "new edition", "added", "began", "succeeds"}
)
_LOSSES: Final = frozenset(
    {"retired", "dropped", "taken out", "ask gone", "area gone", "edition gone", "removed", "ended"}
)


def html(story: Story) -> str:
    """Return the story as a page."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False, keep_trailing_newline=True)
    environment.filters["safe_text"] = lambda text: Markup(for_html(text))  # noqa: S704 - escaped there
    environment.filters["side"] = _side
    return environment.from_string(_PAGE.read_text(encoding="utf-8")).render(story=story)


def _side(badge: str) -> str:
    return "gain" if badge in _GAINS else "loss" if badge in _LOSSES else "other"
