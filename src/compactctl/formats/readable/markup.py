"""What a page is written with: every value is made safe here, in one place, and types hold all else to it.

`Markup` is what may stand on a page. Texts and lines become it by being escaped, numbers by being written as numbers;
links, names and paths of pictures are what they may be or nothing. A mere string cannot be put where markup is wanted.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import isfinite
from typing import Final, NewType

from compactctl.formats.readable.document import Line, Look, Words
from compactctl.formats.safe import for_html

Markup = NewType("Markup", str)
"""Text that is safe on a page as it stands."""

Attributes = Mapping[str, str | float | None]
"""Of an element, by name: a text, a number, or None for one that is left out."""

NOTHING: Final = Markup("")
NEW_LINE: Final = Markup("\n")
BARE: Final[Attributes] = {}
"""Of an element that has no attributes."""

_KEPT: Final = 10_000
_SHORT: Final = 300
"""A page says the same few words in thousands of places; only such are kept."""

_LOOKS: Final[dict[Look, tuple[str, str]]] = {
    "strong": ("<strong>", "</strong>"),
    "muted": ('<span class="quiet">', "</span>"),
    "mark": ('<span class="mark">', "</span>"),
    "removed": ('<del><span class="spoken">taken out: </span>', "</del>"),
    "added": ('<ins><span class="spoken">put in: </span>', "</ins>"),
}
"""What stands around words that look so; around plain ones nothing does."""

_NAME: Final = r"[A-Za-z0-9._-]+"
_LINK: Final = re.compile(rf"(?:{_NAME}/)*{_NAME}(?:#{_NAME})?|#{_NAME}")


def text(value: str) -> Markup:
    """Return a text as markup."""
    return _kept(value) if len(value) <= _SHORT else Markup(for_html(value))


@lru_cache(_KEPT)
def _kept(value: str) -> Markup:
    return Markup(for_html(value))


def figure(number: int) -> Markup:
    """Return a number as people read it, with thousands signs."""
    return Markup(f"{number:,}")


def words(line: Line) -> Markup:
    """Return a line as markup."""
    return joined([_part(part) for part in line])


def unlinked(line: Line) -> Markup:
    """Return a line as markup that leads nowhere."""
    return joined([_plain(part) for part in line])


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces of markup as one."""
    return Markup("".join(pieces))


def on_a_line(*content: Markup) -> Markup:
    """Return markup that ends its line."""
    return Markup(f"{''.join(content)}\n")


def opened(tag: str, attributes: Attributes = BARE) -> Markup:
    """Return the beginning of an element."""
    return Markup(f"<{tag}{_written(attributes)}>")


def element(tag: str, attributes: Attributes, *content: Markup) -> Markup:
    """Return an element with what stands in it."""
    return Markup(f"<{tag}{_written(attributes)}>{''.join(content)}</{tag}>")


def shape(tag: str, attributes: Attributes) -> Markup:
    """Return an element of a picture that has nothing in it."""
    return Markup(f"<{tag}{_written(attributes)}/>")


def link(target: str | None) -> str | None:
    """Return where a link may lead: to a name on this page or a place relative to it, or None for anything else."""
    return target if target and _LINK.fullmatch(target) else None


def name(wanted: str) -> str:
    """Return a name that a link can lead to on a page, or nothing where this is none."""
    return wanted if re.fullmatch(_NAME, wanted) else ""


def coordinate(value: float) -> str:
    """Return a number as geometry has it, never with thousands signs or an exponent."""
    return f"{value if isfinite(value) else 0:.2f}".rstrip("0").rstrip(".")


def _written(attributes: Attributes) -> str:
    written = ""
    for key, value in attributes.items():
        if value is not None:
            written += f' {key}="{text(value) if isinstance(value, str) else coordinate(value)}"'
    return written


def _part(part: Words) -> Markup:
    target = link(part.link)
    return element("a", {"href": target}, _plain(part)) if target else _plain(part)


def _plain(part: Words) -> Markup:
    if part.look == "plain":
        return text(part.text)
    begin, end = _LOOKS[part.look]
    return Markup(f"{begin}{text(part.text)}{end}")
