"""The authorities that count in a year, by what they are: to how many an area is open, without a look at each one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from compactctl.coverage.results import AuthorityRow, Standing
from compactctl.workspace.agenda import PlacedArea


class Trait(StrEnum):
    """What is counted of authorities beside their standing."""

    EXAMPLE = "example"
    """It has an edition that counts, and that is one."""
    NOT_RENEWED = "not renewed"


Counts = Counter[Standing | Trait]


class Crowd:
    """Counts of authorities: of all, of each region, of each type, and of each type within a region."""

    def __init__(self, rows: Iterable[AuthorityRow]) -> None:
        self._rows = {row.slug: row for row in rows}
        self._all: Counts = Counter()
        self._types: dict[str, Counts] = {}
        self._regions: dict[str, Counts] = {}
        self._both: dict[str, dict[str, Counts]] = {}
        for row in self._rows.values():
            traits = list(_traits(row))
            of_region = self._both.setdefault(row.region, {})
            self._all.update(traits)
            self._regions.setdefault(row.region, Counter()).update(traits)
            self._types.setdefault(row.type, Counter()).update(traits)
            of_region.setdefault(row.type, Counter()).update(traits)

    def open_to(self, area: PlacedArea) -> Counts:
        """Return the counts of those to which an area is open."""
        open_to = area.content.open_to
        if open_to is None:
            return self._all
        regions, types = (set(filter(None, names)) for names in (open_to.regions, open_to.types))
        counts: Counts = Counter()
        for part in self._matching(regions, types):
            counts.update(part)
        for slug in set(filter(None, open_to.authorities)):
            row = self._rows.get(slug)
            if row and not ((regions or types) and _is_among(row, regions, types)):
                counts.update(_traits(row))
        return counts

    def _matching(self, regions: set[str], types: set[str]) -> Iterator[Counts]:
        """Yield the counts of those whose region and type match, where both are given."""
        if not types:
            yield from (self._regions[region] for region in regions & self._regions.keys())
        elif not regions:
            yield from (self._types[type_] for type_ in types & self._types.keys())
        else:
            for region in regions & self._both.keys():
                of_region = self._both[region]
                yield from (of_region[type_] for type_ in types & of_region.keys())


def _is_among(row: AuthorityRow, regions: set[str], types: set[str]) -> bool:
    return (not regions or row.region in regions) and (not types or row.type in types)


def _traits(row: AuthorityRow) -> Iterator[Standing | Trait]:
    yield row.standing
    if row.counts_as_example:
        yield Trait.EXAMPLE
    if row.past.not_renewed:
        yield Trait.NOT_RENEWED
