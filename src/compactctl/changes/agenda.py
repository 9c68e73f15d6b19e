"""What became of the agenda: the parts of the lineage from one annex to another, and whose compacts they touch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from compactctl.changes.inputs import ComparisonInputs
from compactctl.changes.results import AnnexChange
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.lineage import Kind, Part, Reach, lineage
from compactctl.workspace.versions.part_changes import Spot, fingerprint


class TakeUp(NamedTuple):
    """The areas that an authority took up in either year, by id, and whether it has yet to move to the new one."""

    authority: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    is_staying: bool


def take_up(
    authority: Authority,
    old: PlacedEdition | None,
    new: PlacedEdition | None,
    inputs: ComparisonInputs,
    *,
    may_stay: bool,
) -> TakeUp:
    """Return what an authority's editions take up; one whose compact has, or may have, moved on does not stay."""
    is_staying = may_stay and new is None and authority.exists_on(inputs.new.year.first_day)
    return TakeUp(authority.slug, _areas(old), _areas(new), is_staying)


def _areas(edition: PlacedEdition | None) -> tuple[str, ...]:
    return tuple(priority.area.id for priority in (edition.taken_up if edition else ()) if priority.area)


class TakeUpByArea:
    """Which authorities took up each area in either year, and which of them have not moved to the new one."""

    def __init__(self) -> None:
        self.old: dict[str, set[str]] = defaultdict(set)
        self.new: dict[str, set[str]] = defaultdict(set)
        self.staying: set[str] = set()

    def add(self, of_authority: TakeUp) -> None:
        """Take in one authority."""
        for areas, by_area in ((of_authority.old, self.old), (of_authority.new, self.new)):
            for area in areas:
                by_area[area].add(of_authority.authority)
        if of_authority.is_staying:
            self.staying.add(of_authority.authority)


def annex_changes(inputs: ComparisonInputs, by_area: TakeUpByArea) -> Iterator[AnnexChange]:
    """Yield the parts of the lineage in the order of the new annex, the retired last; the kept ones too."""
    reasons = {} if inputs.is_backward else _reasons(inputs.chain)
    for part in lineage(inputs.old, inputs.new, inputs.tied):
        old = _union(by_area.old, part.old)
        why = tuple(reasons[area.id] for area in part.old if area.id in reasons and not part.new)
        yield AnnexChange(
            part=part,
            reasons=why,
            old_authorities=len(old),
            new_authorities=len(_union(by_area.new, part.new)),
            not_moved=() if part.kind is Kind.KEPT else tuple(sorted(old & by_area.staying)),
            spots=tuple(_spots(inputs, part)),
            fingerprint=_fingerprint(inputs, part),
            is_known=bool(why) or _is_known(inputs, part),
        )


def _is_known(inputs: ComparisonInputs, part: Part) -> bool:
    """Tell whether the annexes say in full what a part is tied to."""
    later = part.old if inputs.is_backward else part.new
    return inputs.unsure.isdisjoint(area.id for area in later) if later else not inputs.unsure


def _union(authorities: dict[str, set[str]], areas: Iterable[PlacedArea]) -> set[str]:
    return set().union(*(authorities.get(area.id, ()) for area in areas))


def _reasons(chain: tuple[Agenda, ...]) -> dict[str, str]:
    """Return why areas of the first annex were retired, in whichever later one they, or what came of them, were."""
    reasons: dict[str, str] = {}
    for index, agenda in enumerate(chain[1:], start=1):
        reach, retired = Reach(chain[:index]), sorted(agenda.retired)
        for begin in chain[0].areas:
            if end := next(reach.among(begin, retired), None):
                reasons.setdefault(begin, agenda.retired[end])
    return reasons


def _spots(inputs: ComparisonInputs, part: Part) -> Iterator[Spot]:
    old, new = inputs.old.document, inputs.new.document
    for area in part.old:
        yield Spot("old", inputs.workspace.path_of(old.name), old.source.line(area.path))
    for area in part.new:
        yield Spot("new", inputs.workspace.path_of(new.name), new.source.line(area.path))


def _fingerprint(inputs: ComparisonInputs, part: Part) -> str:
    years = (str(inputs.old.year), str(inputs.new.year))
    return fingerprint(*years, part.kind, [area.id for area in part.old], [area.id for area in part.new], part.fields)
