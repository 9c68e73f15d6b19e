"""How much a page holds: what would make it larger than a browser can show well is left out, and that is said."""

from collections.abc import Iterable
from typing import Final

MAXIMUM_PAGE: Final = 12_000_000
"""Bytes."""

NO_ROOM: Final = "Left out: it would make this page too large. '--format json' writes what it is made from."


class Room:
    """The bytes that are left on a page, of which `kept` are set aside for all that is to be there in any case."""

    def __init__(self, kept: int) -> None:
        self._left = MAXIMUM_PAGE - kept

    def take(self, pieces: Iterable[str]) -> str | None:
        """Return the pieces as one, or nothing, as soon as there are more than there is room for."""
        taken: list[str] = []
        left = self._left
        for piece in pieces:
            left -= len(piece) if piece.isascii() else len(piece.encode())
            if left < 0:
                return None
            taken.append(piece)
        self._left = left
        return "".join(taken)
