"""Where a page of the site leads: one pattern of names for all that write or link to its pages."""

from typing import Final, NamedTuple

from compactctl.documents.years import AcademicYear


class LinkTargets(NamedTuple):
    """Paths from a page to the others of its site; `top` leads to its first folder, and is None where there is no site.

    Of a page that stands alone all are None.
    """

    top: str | None = None

    def area(self, area: str) -> str | None:
        """Return where the page of an area is, by its id."""
        return self._to(f"areas/{area}.html")

    def authority(self, slug: str) -> str | None:
        """Return where the page of an authority is."""
        # A register of its own may have an authority of that name; no slug ends in a hyphen.
        return self._to(f"authorities/{'index-' if slug == 'index' else slug}.html")

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


ALONE: Final = LinkTargets()
"""Of a page that stands alone."""
