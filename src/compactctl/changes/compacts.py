"""One authority's compact in two years: from its two editions to what is told of it."""

from collections import defaultdict

from compactctl.changes.basis import Basis
from compactctl.changes.priorities import fates
from compactctl.changes.results import Carried, Chosen, CompactChange, Fates, Presence
from compactctl.changes.succession import Successions
from compactctl.documents.values import running
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.versions.fingerprints import fingerprint
from compactctl.workspace.versions.part_values import Difference, differences, edition_values


class Comparer:
    """Compares the editions of one authority after the other."""

    def __init__(self, basis: Basis) -> None:
        self._years = (str(basis.old.year), str(basis.new.year))
        self._successions = Successions(basis.register, basis.old.year, basis.new.year)
        self._onward: dict[str, set[str]] = defaultdict(set)
        for begin, end in basis.tied:
            self._onward[begin].add(end)

    def change(
        self,
        authority: Authority,
        old: PlacedEdition | None,
        new: PlacedEdition | None,
    ) -> CompactChange | None:
        """Return what is told of an authority; None where it has an edition in neither year."""
        if old is None and new is None:
            return None
        presence = Presence.ONLY_NEW if old is None else Presence.ONLY_OLD if new is None else Presence.BOTH
        became = fates(old, new, self._onward)
        old_asks, new_asks = _asks(old), _asks(new)
        gained = tuple(text for key, text in new_asks.items() if key not in old_asks)
        lost = tuple(text for key, text in old_asks.items() if key not in new_asks)
        beside = _beside(old, new)
        told = (
            *_told(became),
            sorted(map(running, gained)),
            sorted(map(running, lost)),
            [item.field for item in beside],
        )
        return CompactChange(
            authority=authority.slug,
            presence=presence,
            old_status=old.status if old else None,
            new_status=new.status if new else None,
            succession=self._successions.of(authority),
            fates=became,
            asks_gained=gained,
            asks_lost=lost,
            differences=beside,
            fingerprint=fingerprint(*self._years, authority.slug, presence, *told),
            is_example=any(edition.is_example for edition in (old, new) if edition),
        )


def _asks(edition: PlacedEdition | None) -> dict[str, str]:
    """Return the asks that are whole, as they are compared and as they stand."""
    if edition is None:
        return {}
    whole = edition.document.is_whole(*edition.path, "asks")
    asks: dict[str, str] = {}
    for index, ask in enumerate(edition.content.asks):
        if ask.text is not None and (whole or edition.document.is_whole(*edition.path, "asks", index)):
            asks.setdefault(running(ask.text), ask.text)
    return asks


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


def _carried(part: Carried) -> tuple[list[str], list[str]]:
    return [*map(_name, part.old)], [*map(_name, part.new)]


def _name(chosen: Chosen) -> str:
    return f"{chosen.area.id} {running(chosen.issue or '').casefold()}"
