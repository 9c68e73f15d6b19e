"""Lines of text with the style of each piece: plain into a pipe, in colour on a terminal."""

from collections.abc import Iterable

StyledLine = list[tuple[str, str]]
"""Pieces of a line: a style's name (a level, 'place', 'strong' or none) and text that is safe to print."""

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan", "place": "blue", "strong": "bold"}


def plain(lines: Iterable[StyledLine]) -> str:
    """Return the lines as they stand."""
    return "".join(f"{''.join(text for _, text in line)}\n" for line in lines)


def coloured(lines: Iterable[StyledLine]) -> str:
    """Return the lines with the escape sequences of a terminal."""
    from rich.style import Style

    styles = {name: Style.parse(style) for name, style in _STYLES.items()}
    none = Style.null()
    return "".join(f"{''.join(styles.get(name, none).render(text) for name, text in line)}\n" for line in lines)
