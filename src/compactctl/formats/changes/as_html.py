"""Changes as one page that needs nothing else: no script, no request, in light and dark, and on A4 paper."""

from pathlib import Path
from typing import Final

from compactctl.formats.changes.story import Story
from compactctl.formats.safe import for_markup

_PAGE: Final = Path(__file__).parent / "page.html"
_GAINS: Final = frozenset({"new", "gained", "new ask", "new area", "new edition", "added", "began", "succeeds"})
_LOSSES: Final = frozenset({"retired", "lost", "ask gone", "area gone", "edition gone", "removed", "ended"})


def html(story: Story, *, runner: bool = False) -> str:
    """Return the story as a page; with `runner` nothing in it is taken for a command by GitHub's runner."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False, keep_trailing_newline=True)
    environment.filters["safe_text"] = lambda text: for_markup(text, runner=runner)
    environment.filters["side"] = _side
    return environment.from_string(_PAGE.read_text(encoding="utf-8")).render(story=story)


def _side(badge: str) -> str:
    return "gain" if badge in _GAINS else "loss" if badge in _LOSSES else "other"
