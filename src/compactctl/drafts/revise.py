"""The next annex, drafted from the last: every area goes on as it was, and nobody has signed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

from compactctl.documents.content import Area, Group, OpenTo
from compactctl.documents.status import NATIONAL_PARTIES
from compactctl.documents.values import TODO
from compactctl.documents.years import FIRST_START, LAST_START, AcademicYear
from compactctl.drafts.form import signatures
from compactctl.drafts.inputs import whole_agenda
from compactctl.drafts.lines import (
    comment,
    commented,
    document,
    entry,
    flow_list,
    free,
    indented,
    item,
    keyed,
    schema_line,
)
from compactctl.errors import CannotDo, Refused
from compactctl.files.data_folder import ANNEXES
from compactctl.words import agreeing, marked, number
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.lineage import became, chain_between
from compactctl.workspace.requirements import check_compacts, check_format
from compactctl.workspace.workspace import Workspace

_NAMES_SHOWN: Final = 10_000
"""Names of authorities in the whole draft: all of them, but for a register of its own with thousands."""
_EXAMPLE: Final = (*comment("Made up, as the last one is; take the next line out of a real annex."), "example: true")

_HOW_TO: Final = """\
The agenda of {new}, drafted from that of {old}: every area goes on as it was until you change it here.
  To reword an area, change its title or its summary; its id stays, since compacts find it by that.
  To replace an area, give it a new id, and add a line below its summary: from: [the-old-id]
  To merge areas, keep one or write a new one with from: [one-id, another-id], and take the others out.
  To split an area, take it out, and write one for each part, each with from: [the-old-id]
  To retire an area, take it out, and name it with the reason at the end of this file.
  To add an area, write it like the others, with an id that no annex had before.
A text stands on lines of its own below '>-', each as far in as the first, and needs no quotes, whatever is in it.
Put the letters right last: they run a, b, c and so on through the whole annex. 'compactctl validate' then tells
what is still amiss, and 'compactctl diff {old} {new}' what became of every area and which compacts rest on it."""


def year_after(newest: AcademicYear) -> AcademicYear:
    """Return the year after the newest annex; raises `Refused` where there is none that can be written."""
    if newest.start == LAST_START:
        raise Refused(f"there is no year after {newest}", "'compactctl revise YEAR' drafts the annex of another year")
    return newest.following


def check_has_none(workspace: Workspace, year: AcademicYear) -> None:
    """Raise `Refused` where the year has an annex already, under a wrong name too."""
    if year in workspace.agendas:
        raise Refused(f"there is an annex for {year} already", f"look in '{workspace.path_of(ANNEXES)}'")


def next_annex(workspace: Workspace, year: AcademicYear) -> str:
    """Return the text of a year's annex; raises `CannotDo` where the last one is missing or broken."""
    last = workspace.last_annex_before(year)
    if last is None:
        hint = f"the first academic year is {AcademicYear(FIRST_START)}; 'compactctl init' begins a workspace with it"
        raise CannotDo(f"there is no annex before {year} to draft it from", hint)
    check_format(workspace)
    check_compacts(workspace, "which of them rest on an area")
    old = whole_agenda(workspace, last[0])
    content = old.document.content
    title = (content.title or "").replace(str(old.year), str(year)).replace(old.year.file_stem, year.file_stem)
    resting = _Resting.of(workspace, old, year)
    return document(
        [
            schema_line("annex"),
            "#",
            *commented(_HOW_TO.format(old=old.year, new=year).splitlines()),
            *resting.warning,
            f"year: {year}",
            *free("title", title),
            *([f"at_most: {content.at_most}"] if content.at_most is not None else []),
            *(_EXAMPLE if old.is_example else []),
            "groups:",
            *indented(line for group in content.groups for line in entry(_group(group, resting))),
            *comment("Areas that this annex drops are named here, without the '# ':"),
            *commented(["retired:", *indented(entry(["id: the-old-id", *free("why", TODO)]))]),
            *signatures(NATIONAL_PARTIES, str(year)),
        ],
    )


@dataclass(frozen=True, slots=True)
class _Resting:
    """The names of the authorities that take up each area, by its id, and of how many compacts that is not known."""

    names: Mapping[str, Sequence[str]]
    unknown: int

    @classmethod
    def of(cls, workspace: Workspace, agenda: Agenda, year: AcademicYear) -> Self:
        """Read all compacts for their newest editions, and follow what these take up to the annex."""
        names: dict[str, list[str]] = {area: [] for area in agenda.areas}
        unknown = len(workspace.unreadable_slugs)
        followed = cache(lambda since: chain_between(workspace, since, agenda.year))
        for file in workspace.compacts():
            if file.document is None:
                unknown += 1
                continue
            compact = workspace.place(file.slug, file.document)
            edition = compact.newest_before(agenda.year.following)
            if edition is None or edition.year is None or not _goes_on(compact, year):
                continue
            chain = followed(edition.year)
            if chain is None:
                unknown += 1
                continue
            taken_up = {priority.area.id for priority in edition.taken_up if priority.area}
            for area in became(chain, taken_up):
                names[area].append(marked(workspace.label(compact), is_example=compact.is_example))
        return cls(names, unknown)

    @property
    def warning(self) -> list[str]:
        """What to say, as comments, where of some compacts it is not known what they rest on."""
        if not self.unknown:
            return []
        which = number(self.unknown, "compact")
        verb = agreeing(self.unknown, "rests", "rest")
        return comment(f"On which areas {which} {verb} cannot be told: compactctl validate shows why.")

    def on(self, area: str) -> list[str]:
        """Return who rests on an area, as comments."""
        if not (names := self.names[area]):
            return comment("No compact rests on it.")
        shown = names[: max(1, _NAMES_SHOWN // len(self.names))]
        more = [f"and {len(names) - len(shown):,} more"] if len(shown) < len(names) else []
        verb = agreeing(len(names), "rests", "rest")
        return comment(f"{number(len(names), 'compact')} {verb} on it: {'; '.join([*shown, *more])}")


def _goes_on(compact: PlacedCompact, year: AcademicYear) -> bool:
    """Return whether there may be an edition of a year: neither the compact nor its authority has ended."""
    return compact.had_ended_by(year) is False and (compact.authority is None or compact.authority.exists_in(year))


def _group(group: Group, resting: _Resting) -> Iterator[str]:
    yield from keyed("id", group.id or "")
    yield from free("title", group.title or "")
    if group.aims:
        yield "aims:"
        yield from indented(line for aim in group.aims for line in item(aim or ""))
    yield "areas:"
    for area in group.areas:
        yield from indented([*resting.on(area.id or ""), *entry(_area(area))])


def _area(area: Area) -> Iterator[str]:
    yield f"letter: {area.letter}"
    yield from keyed("id", area.id or "")
    yield from free("title", area.title or "")
    yield from free("summary", area.summary or "")
    if area.focuses:
        yield f"focuses: {flow_list(filter(None, area.focuses))}"
    if area.open_to:
        yield "open_to:"
        yield from indented(_open_to(area.open_to))
    if area.named_locally:
        yield "named_locally: true"


def _open_to(open_to: OpenTo) -> Iterator[str]:
    named = {"regions": open_to.regions, "types": open_to.types, "authorities": open_to.authorities}
    for key, values in named.items():
        if values:
            yield f"{key}: {flow_list(filter(None, values))}"
