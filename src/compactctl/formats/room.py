"""How much a page holds, for those that are not readable documents yet."""

from compactctl.formats.readable.room import MAXIMUM_PAGE, NO_ROOM, Room

__all__ = ["MAXIMUM_PAGE", "NO_ROOM", "Room"]
