"""Whom an area is open to: everybody, or those alone whom its `open_to` names."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from compactctl.documents.content import OpenTo


class LimitedTo(NamedTuple):
    """What an `open_to` names, to be asked for each of many authorities."""

    regions: frozenset[str | None]
    types: frozenset[str | None]
    authorities: frozenset[str | None]

    @classmethod
    def of(cls, open_to: OpenTo | None) -> LimitedTo | None:
        """Return what is named; None where everybody may choose the area."""
        if open_to is None:
            return None
        return cls(frozenset(open_to.regions), frozenset(open_to.types), frozenset(open_to.authorities))


def is_open_to(limits: OpenTo | LimitedTo | None, slug: str, region: str, type_: str) -> bool:
    """Tell whether an authority may choose an area, by its slug, region and type."""
    return limits is None or slug in limits.authorities or is_among(limits.regions, limits.types, region, type_)


def is_among(regions: Collection[str | None], types: Collection[str | None], region: str, type_: str) -> bool:
    """Tell whether a region and a type are among those named: both of them, where both are."""
    matches = (not regions or region in regions) and (not types or type_ in types)
    return matches and bool(regions or types)
