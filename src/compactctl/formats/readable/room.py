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

    def holds(self, text: str) -> bool:
        """Tell whether there is room for a short text, and take it."""
        size = len(text) if text.isascii() else len(text.encode())
        if size > self._left:
            return False
        self._left -= size
        return True

    def take(self, pieces: Iterable[str]) -> str | None:
        """Return the pieces as one, or nothing, as soon as there are more than there is room for."""
        # In bytes: each of very many small pieces would take more room as a text than what stands in it.
        taken = bytearray()
        for piece in pieces:
            taken += piece.encode()
            if len(taken) > self._left:
                return None
        self._left -= len(taken)
        return taken.decode()
