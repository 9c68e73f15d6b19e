"""An annex in its workspace: its areas by id and letter, the annex before it, and how far all that is whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from compactctl.documents.content import Annex, Area
from compactctl.documents.document import Document
from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.files.source import KeyPath
from compactctl.workspace.authorities import Authority
from compactctl.workspace.openness import LimitedTo, is_open_to

MOST_ANNEXES: Final = 64
"""Of how many annexes what was made once is kept: editions may name their years in any order."""

_DEPTH_OF_AREA: Final = len(("groups", 0, "areas", 0))


class PlacedArea(NamedTuple):
    """An area, its group's id, and where it stands in its annex."""

    id: str
    content: Area
    group: str | None
    path: KeyPath
    broken: frozenset[str]
    """The keys at which the area breaks the schema."""
    limited_to: LimitedTo | None
    """Who may choose it; everybody where nobody is named."""

    @property
    def knows_open_to(self) -> bool:
        """Whether it can be read whom it is open to; otherwise it counts as open to everybody."""
        return "open_to" not in self.broken

    @property
    def letter(self) -> str:
        """Its letter, or a dash where that is broken."""
        return self.content.letter or "–"

    @property
    def title(self) -> str:
        """Its title, or its id where that is broken, or a dash where both are."""
        return self.content.title or self.id or "–"

    @property
    def label(self) -> str:
        """The area as messages name it: 'b, Literacy and numeracy at key stage 2'."""
        return f"{self.letter}, {self.title}"

    @property
    def named_locally(self) -> bool:
        """Whether each authority names its own issues here."""
        return bool(self.content.named_locally)

    @property
    def origins(self) -> tuple[str, ...]:
        """The areas of the last annex that it comes from, but for itself."""
        return tuple(origin for origin in self.content.origins if origin is not None and origin != self.id)

    def is_open_to(self, authority: Authority, year: AcademicYear) -> bool:
        """Tell whether the authority may choose the area in the year."""
        return self.limited_to is None or is_open_to(
            self.limited_to, authority.slug, authority.region, authority.type_in(year)
        )

    def may_be_open_to(self, authority: Authority, year: AcademicYear) -> bool | None:
        """Tell the same; None where it cannot be read whom the area is open to."""
        return self.is_open_to(authority, year) if self.knows_open_to else None


@dataclass(frozen=True, eq=False)
class Agenda:
    """The annex of a year, the same as no other.

    `status` is None where the statement or the signatures do not let it be told, and so is `agreed_on`, the day, there
    and where it is not agreed.
    """

    year: AcademicYear
    document: Document[Annex]
    status: Status | None
    agreed_on: date | None = None

    @property
    def is_example(self) -> bool:
        """Whether it is made up, to show how the record works."""
        return self.document.is_example

    @cached_property
    def areas(self) -> Mapping[str, PlacedArea]:
        """The areas by id, in the annex's order; of two with one id the first."""
        areas_by_id: dict[str, PlacedArea] = {}
        for area in self.listed:
            if area.id:
                areas_by_id.setdefault(area.id, area)
        return areas_by_id

    @cached_property
    def by_letter(self) -> Mapping[str, PlacedArea]:
        """The areas by letter; of two with one letter the first."""
        return {area.letter: area for area in reversed(list(self.areas.values()))}

    @cached_property
    def listed(self) -> list[PlacedArea]:
        """All areas, in the annex's order; the id of one whose id is broken is empty."""
        return list(self._placed())

    @cached_property
    def retired(self) -> Mapping[str, str]:
        """Why areas of the last annex were retired, by id, where that is said; of two entries with one id the first."""
        return {item.id: item.why for item in reversed(self.document.content.retired) if item.id and item.why}

    @cached_property
    def knows_areas(self) -> bool:
        """Whether all its areas are known by id, so that one may say which are not there."""
        groups = self.document.content.groups
        listed = self.document.is_whole() or all(place not in self.document.broken for place in self._paths_of_lists())
        return listed and bool(groups) and all(area.id is not None for group in groups for area in group.areas)

    @cached_property
    def knows_lineage(self) -> bool:
        """Whether all that ties its areas to those of the last annex is whole."""
        broken_retired = any(place[:1] == ("retired",) and place[2:] != ("why",) for place in self.document.broken)
        return (
            self.knows_areas and not broken_retired and all("from" not in area.broken for area in self.areas.values())
        )

    def _paths_of_lists(self) -> Iterator[KeyPath]:
        yield ()
        yield ("groups",)
        for index, _ in enumerate(self.document.content.groups):
            yield ("groups", index)
            yield ("groups", index, "areas")

    def _areas(self) -> Iterator[tuple[KeyPath, Area, str | None]]:
        for number, group in enumerate(self.document.content.groups):
            for index, area in enumerate(group.areas):
                yield ("groups", number, "areas", index), area, group.id

    def _placed(self) -> Iterator[PlacedArea]:
        broken: dict[KeyPath, set[str]] = {}
        for place in self.document.broken:
            if len(place) > _DEPTH_OF_AREA:
                broken.setdefault(place[:_DEPTH_OF_AREA], set()).add(str(place[_DEPTH_OF_AREA]))
        for path, area, group in self._areas():
            yield PlacedArea(
                area.id or "", area, group, path, frozenset(broken.get(path, set())), LimitedTo.of(area.open_to)
            )
