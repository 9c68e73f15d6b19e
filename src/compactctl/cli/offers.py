"""What the shell offers when somebody presses TAB: areas, years, slugs, names of rules.

Nothing is offered where there is no data folder, or nothing in it that can be read: whoever is typing wants no message.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from compactctl.cli.parameters import Offer, Offers
from compactctl.errors import CannotDo

if TYPE_CHECKING:
    from compactctl.workspace.agenda import Agenda
    from compactctl.workspace.workspace import Workspace

GivenValues = Mapping[str, Any]
"""What has been given so far, by parameter; as `data` always the folder of the documents."""


def choices(words: Iterable[str]) -> Offers:
    """Return what offers some fixed words."""
    fixed = [(word, "") for word in words]
    return lambda values: fixed  # noqa: ARG005 - as all of them take it


def rules(values: GivenValues) -> Iterable[Offer]:  # noqa: ARG001 - as all of them take it
    """Offer the names of the rules."""
    from compactctl.rules.names import page_of, rule_names

    return ((name, page_of(name).found_when) for name in rule_names())


def years(values: GivenValues) -> Iterable[Offer]:
    """Offer the years that have an annex."""
    return ((str(year), "") for space in _workspaces(values) for year in space.years)


def areas(values: GivenValues) -> Iterable[Offer]:
    """Offer the areas of the year given, or of the newest annex."""
    return (
        (area.id, area.label)
        for space in _workspaces(values)
        for agenda in _agendas(space, values.get("year"))
        for area in agenda.areas.values()
    )


def authorities(values: GivenValues) -> Iterable[Offer]:
    """Offer the slugs of the register."""
    return ((authority.slug, authority.name) for space in _workspaces(values) for authority in space.register or ())


def compacts(values: GivenValues) -> Iterable[Offer]:
    """Offer the slugs of the authorities that have a compact."""
    return ((slug, "") for space in _workspaces(values) for slug in space.compact_slugs)


def signable(values: GivenValues) -> Iterable[Offer]:
    """Offer what can be signed: the compacts by their slugs, the annexes by their years."""
    return (*compacts(values), *years(values))


def regions(values: GivenValues) -> Iterable[Offer]:
    """Offer the regions of the register."""
    return ((name, "") for space in _workspaces(values) if space.register for name in sorted(space.register.regions))


def types(values: GivenValues) -> Iterable[Offer]:
    """Offer the types of authority of the register."""
    return ((name, "") for space in _workspaces(values) if space.register for name in sorted(space.register.types))


def _workspaces(values: GivenValues) -> "Iterator[Workspace]":
    """Yield the workspace, if there is one that can be read."""
    from compactctl.workspace.loading import open_workspace

    try:
        yield open_workspace(values["data"])
    except CannotDo:
        return


def _agendas(workspace: "Workspace", wanted: str | None) -> "Iterator[Agenda]":
    """Yield the agenda of the year wanted, or else the newest that can be read."""
    known = workspace.readable_agendas
    if wanted:
        known = [agenda for agenda in known if wanted in (str(agenda.year), agenda.year.file_stem)]
    yield from known[-1:]
