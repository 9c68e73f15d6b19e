"""How wide tables are in a Word document, and their columns."""

from typing import Final

from docx.shared import Length, Twips

TEXT_WIDTH: Final = Twips(10206)
"""Between the margins of a page."""


def widths_of(*shares: int) -> tuple[Length, ...]:
    """Return the widths of columns that have these shares of the width of a page's text."""
    return tuple(Twips(TEXT_WIDTH.twips * share // sum(shares)) for share in shares)
