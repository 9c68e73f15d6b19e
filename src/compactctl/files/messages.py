"""What is said of a line whichever way a text is read, in an officer's words."""

from typing import Final

from compactctl.words import quoted

DIRECTIVE: Final = "a line that begins with '%' is not used here; take it out"
MERGED: Final = "'<<' is not used here; write out what it stands for"
SECOND_DOCUMENT: Final = (
    "a second document begins here; a file holds one: move it to a file of its own, or take this line out"
)
_BEGINNINGS: Final = {"area": "priority", "text": "ask", "party": "signature", "year": "edition", "id": "entry"}


def twice(name: str) -> str:
    """Say that a name stands a second time."""
    return f"{quoted(name)} stands here a second time; keep one of the two lines"


def begins_anew(name: str) -> str:
    """Say that the next entry of a list begins without its '- '; the name is that of its first line."""
    return f"a new {_BEGINNINGS.get(name, 'entry')} begins with '- ', like the one above"
