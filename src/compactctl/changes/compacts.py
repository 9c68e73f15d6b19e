"""One authority's compact in two years: from its two editions to what is told of it."""

from collections.abc import Iterator

from compactctl.changes.asks import ask_changes
from compactctl.changes.basis import Basis
from compactctl.changes.priorities import fates
from compactctl.changes.results import AskChanges, Carried, Chosen, CompactChange, Ending, Fates, Presence
from compactctl.changes.succession import Successions
from compactctl.changes.unlooked import Side
from compactctl.documents.values import folded, running
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.versions.part_changes import fingerprint
from compactctl.workspace.versions.part_values import Difference, differences, edition_values


class Comparer:
    """Compares the editions of one authority after the other."""

    def __init__(self, basis: Basis) -> None:
        self._years = (str(basis.old.year), str(basis.new.year))
        self._later: Side = "old" if basis.new.year < basis.old.year else "new"
        self._successions = Successions(basis.register, basis.old.year, basis.new.year)
        self._reach = basis.reach

    def change(
        self,
        authority: Authority,
        old: PlacedEdition | None,
        new: PlacedEdition | None,
        ending: Ending | None,
    ) -> CompactChange | None:
        """Return what is told of an authority; None where it has an edition in neither year."""
        if old is None and new is None:
            return None
        presence = Presence.ONLY_NEW if old is None else Presence.ONLY_OLD if new is None else Presence.BOTH
        became = fates(old, new, self._reach, self._later)
        asks = ask_changes(old, new, self._later)
        beside = _beside(old, new)
        told = (*_told(became), *_told_of_asks(asks), [item.field for item in beside])
        return CompactChange(
            authority=authority.slug,
            presence=presence,
            old_status=old.status if old else None,
            new_status=new.status if new else None,
            succession=self._successions.of(authority),
            ending=ending,
            fates=became,
            asks=asks,
            differences=beside,
            fingerprint=fingerprint(*self._years, authority.slug, presence, *told),
            is_example=any(edition.is_example for edition in (old, new) if edition),
        )


def _beside(old: PlacedEdition | None, new: PlacedEdition | None) -> tuple[Difference, ...]:
    if old is None or new is None:
        return ()
    values = [edition_values(edition.content, edition.document.content.note) for edition in (old, new)]
    # Each edition has a review of its own; that is no change from one year to the next.
    return tuple(item for item in differences(*values) if item.field != "review")


def _told(became: Fates) -> tuple[list[object], ...]:
    """Return what a fingerprint takes from the fates: what they are, not how a text reads."""
    return (
        [(_name(kept.priority), [item.field for item in kept.differences]) for kept in became.kept if kept.differences],
        [_carried(part) for part in became.carried],
        [_name(chosen) for chosen in became.lost],
        [_name(chosen) for chosen in became.gained],
    )


def _told_of_asks(asks: AskChanges) -> Iterator[list[str]]:
    for texts in (asks.gained, asks.lost, [ask.text for ask in asks.answered]):
        yield sorted(map(running, texts))


def _carried(part: Carried) -> tuple[list[str], list[str]]:
    return [*map(_name, part.old)], [*map(_name, part.new)]


def _name(chosen: Chosen) -> str:
    return f"{chosen.area.id} {folded(chosen.issue or '')}"
