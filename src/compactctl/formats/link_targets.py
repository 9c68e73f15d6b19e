"""Where a page of the site leads: one pattern of names for all that write or link to its pages."""

from itertools import product
from typing import Final, NamedTuple

from compactctl.documents.years import AcademicYear

_TAKEN: Final = frozenset(
    ("index", "con", "prn", "aux", "nul", *(f"{port}{number}" for port, number in product(("com", "lpt"), range(10))))
)
"""What a folder's own list has for a name, and names under which Windows keeps no file, whatever their ending."""


class LinkTargets(NamedTuple):
    """Paths from a page to the others of its site; `top` leads to its first folder, and is None where there is no site.

    Of a page that stands alone all are None.
    """

    top: str | None = None

    def area(self, area: str) -> str | None:
        """Return where the page of an area is, by its id."""
        return self._to(f"areas/{_name(area)}.html")

    def authority(self, slug: str) -> str | None:
        """Return where the page of an authority is."""
        return self._to(f"authorities/{_name(slug)}.html")

    def year(self, year: AcademicYear) -> str | None:
        """Return where the page of a year is."""
        return self._to(f"years/{year.file_stem}.html")

    def changes(self, old: AcademicYear, new: AcademicYear) -> str | None:
        """Return where the comparison of two years is."""
        return self._to(f"changes/{old.file_stem}--{new.file_stem}.html")

    def page(self, name: str) -> str | None:
        """Return where a page of the first folder is, 'asks.html'."""
        return self._to(name)

    def _to(self, path: str) -> str | None:
        return None if self.top is None else f"{self.top}{path}"


def _name(key: str) -> str:
    """Return the name of a page without its ending; no id or slug ends in a hyphen."""
    return f"{key}-" if key in _TAKEN else key


ALONE: Final = LinkTargets()
"""Of a page that stands alone."""
