"""What the shell offers when somebody presses TAB: areas, years, slugs, names of rules.

Nothing is offered where there is no data folder, or nothing in it that can be read: whoever is typing wants no message.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from compactctl.errors import CannotDo
from compactctl.formats.safe import one_line, printable

if TYPE_CHECKING:
    from compactctl.workspace.agenda import Agenda
    from compactctl.workspace.workspace import Workspace

Offer = tuple[str, str]
"""A word, and what it means, which some shells show beside it."""
Offering = Callable[[typer.Context, str], list[Offer]]


def choices(words: Iterable[str]) -> Offering:
    """Return what offers some fixed words."""
    fixed = [(word, "") for word in words]

    def offer(context: typer.Context, incomplete: str) -> list[Offer]:  # noqa: ARG001 - what Typer hands over
        return _beginning(incomplete, fixed)

    return offer


def rules(context: typer.Context, incomplete: str) -> list[Offer]:  # noqa: ARG001 - what Typer hands over
    """Offer the names of the rules."""
    from compactctl.rules.names import page_of, rule_names

    return _beginning(incomplete, ((name, page_of(name).holds_when) for name in rule_names()))


def years(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the years that have an annex."""
    return _beginning(incomplete, ((str(year), "") for space in _workspaces(context) for year in space.years))


def areas(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the areas of the year given, or of the newest annex."""
    return _beginning(
        incomplete,
        (
            (area.id, area.label)
            for space in _workspaces(context)
            for agenda in _agendas(space, context.params.get("year"))
            for area in agenda.areas.values()
        ),
    )


def authorities(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the slugs of the register."""
    return _beginning(
        incomplete,
        ((authority.slug, authority.name) for space in _workspaces(context) for authority in space.register or ()),
    )


def compacts(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the slugs of the authorities that have a compact."""
    return _beginning(incomplete, ((slug, "") for space in _workspaces(context) for slug in space.compact_slugs))


def regions(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the regions of the register."""
    return _beginning(
        incomplete,
        ((name, "") for space in _workspaces(context) if space.register for name in sorted(space.register.regions)),
    )


def types(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the types of authority of the register."""
    return _beginning(
        incomplete,
        ((name, "") for space in _workspaces(context) if space.register for name in sorted(space.register.types)),
    )


def _beginning(incomplete: str, offers: Iterable[Offer]) -> list[Offer]:
    return [
        (printable(word, runner=False), printable(one_line(meaning), runner=False))
        for word, meaning in offers
        if word.startswith(incomplete)
    ]


def _workspaces(context: typer.Context) -> "Iterator[Workspace]":
    """Yield the workspace, if there is one that can be read."""
    from compactctl.cli.options import data_folder
    from compactctl.workspace.opening import open_workspace

    root = context.find_root()
    context.obj = root.params.get("data")
    try:
        yield open_workspace(data_folder(context, context.params.get("data")))
    except CannotDo:
        return


def _agendas(workspace: "Workspace", wanted: str | None) -> "Iterator[Agenda]":
    """Yield the agenda of the year wanted, or else the newest that can be read."""
    known = [agenda for agenda in workspace.agendas.values() if agenda is not None]
    if wanted:
        known = [agenda for agenda in known if wanted in (str(agenda.year), agenda.year.file_stem)]
    yield from known[-1:]
