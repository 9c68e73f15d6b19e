"""Authorities, and when each existed: a register, as rows that were read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.words import Choices, region_in_words, type_in_words

_Namesake = tuple[str, str | None, str | None]
"""A name, and the region or the type of those who have it."""


class Authority(NamedTuple):
    """An upper-tier local authority with education duties; the register's notes say what each column means."""

    code: str
    slug: str
    name: str
    region: str
    current_type: str
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    earlier_type: str | None
    earlier_until: date | None
    earlier_name: str | None = None

    def exists_on(self, day: date) -> bool:
        """Tell whether the authority existed on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def exists_in(self, year: AcademicYear) -> bool:
        """Tell whether the authority existed on at least one day of the academic year, and so may hold an edition."""
        begins = self.valid_from is None or self.valid_from <= year.last_day
        return begins and not self.has_ended_by(year)

    def has_ended_by(self, year: AcademicYear) -> bool:
        """Tell whether its last day was before the academic year."""
        return self.valid_to is not None and self.valid_to < year.first_day

    def type_in(self, year: AcademicYear) -> str:
        """Return its type on 1 September of the year, or on its own first day where that is later."""
        day = max(year.first_day, self.valid_from or year.first_day)
        if self.earlier_type and self.earlier_until and day <= self.earlier_until:
            return self.earlier_type
        return self.current_type

    def type_among(self, years: Sequence[AcademicYear]) -> str:
        """Return its type in the first of the years in which it existed, or of all, where it did in none."""
        return self.type_in(next(filter(self.exists_in, years), years[0]))


@dataclass(frozen=True, eq=False)
class Register:
    """Authorities by slug, in the order of slugs."""

    authorities: Mapping[str, Authority]

    def __iter__(self) -> Iterator[Authority]:
        return iter(self.authorities.values())

    def get(self, slug: str) -> Authority | None:
        """Return the authority with the slug."""
        return self.authorities.get(slug)

    @cached_property
    def slugs(self) -> frozenset[str]:
        """The slugs of all authorities."""
        return frozenset(self.authorities)

    @cached_property
    def regions(self) -> frozenset[str]:
        """The regions of all authorities."""
        return frozenset(authority.region for authority in self if authority.region)

    @cached_property
    def types(self) -> frozenset[str]:
        """The types of all authorities, earlier ones too."""
        types = (kind for authority in self for kind in (authority.current_type, authority.earlier_type))
        return frozenset(filter(None, types))

    @cached_property
    def by_code(self) -> Mapping[str, Authority]:
        """Authorities by their number."""
        return {authority.code: authority for authority in self}

    @cached_property
    def choices(self) -> Choices:
        """The slugs, of which a mistyped one was probably meant to be one."""
        return Choices(self.authorities)

    @cached_property
    def _by_successor(self) -> Mapping[str, list[Authority]]:
        ended: dict[str, list[Authority]] = {}
        for authority in self:
            for code in dict.fromkeys(authority.successors):
                ended.setdefault(code, []).append(authority)
        return ended

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        counts = Counter(authority.name for authority in self)
        return frozenset(name for name, count in counts.items() if count > 1)

    def label(self, authority: Authority) -> str:
        """Return the authority's name, with its slug where two share a name."""
        if authority.name in self._shared_names:
            return f"{authority.name} ({authority.slug})"
        return authority.name

    def _namesakes_in(self, year: AcademicYear) -> Counter[_Namesake]:
        """Count who shares a name in a year, in all, and with a region or a type too; of each year once."""
        if year not in self._namesakes:
            counts: Counter[_Namesake] = Counter()
            for authority in self.existing_in(year):
                if (name := authority.name) in self._shared_names:
                    type_ = authority.type_in(year)
                    counts.update({(name, None, None), (name, authority.region, None), (name, None, type_)})
            self._namesakes[year] = counts
        return self._namesakes[year]

    @cached_property
    def _namesakes(self) -> dict[AcademicYear, Counter[_Namesake]]:
        return {}

    def label_in(self, authority: Authority, year: AcademicYear) -> str:
        """Return the authority's name, with what tells it from others of that name in the year."""
        if authority.name not in self._shared_names:
            return authority.name
        namesakes, itself = self._namesakes_in(year), authority.exists_in(year)
        if namesakes[authority.name, None, None] == itself:
            return authority.name
        region, type_ = authority.region, authority.type_in(year)
        if region and namesakes[authority.name, region, None] == itself:
            return f"{authority.name} ({region_in_words(region)})"
        if type_ and namesakes[authority.name, None, type_] == itself:
            return f"{authority.name} ({type_in_words(type_)})"
        return self.label(authority)

    def label_between(self, authority: Authority, old: AcademicYear, new: AcademicYear) -> str:
        """Return the authority's name, with what tells it from others of that name in either of two years."""
        years = (new, old)
        if not (namesakes := self._namesakes_among(authority, years)):
            return authority.name
        if authority.region and all(other.region != authority.region for other in namesakes):
            return f"{authority.name} ({region_in_words(authority.region)})"
        type_ = authority.type_among(years)
        if type_ and all(other.type_among(years) != type_ for other in namesakes):
            return f"{authority.name} ({type_in_words(type_)})"
        return self.label(authority)

    def _namesakes_among(self, authority: Authority, years: Sequence[AcademicYear]) -> list[Authority]:
        if authority.name not in self._shared_names:
            return []
        namesakes = (other for other in self if other.name == authority.name and other is not authority)
        return [other for other in namesakes if any(map(other.exists_in, years))]

    def successors(self, authority: Authority) -> list[Authority]:
        """Return the authorities that took over from one that ended."""
        return [self.by_code[code] for code in authority.successors if code in self.by_code]

    def predecessors(self, authority: Authority) -> list[Authority]:
        """Return the authorities that this one took over from."""
        return self._by_successor.get(authority.code, [])

    def existing_in(self, year: AcademicYear) -> Iterator[Authority]:
        """Yield the authorities that existed on at least one day of the year."""
        return (authority for authority in self if authority.exists_in(year))
