"""What a report shows of the statement: what the department undertook nationally, and on what terms all is agreed."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from compactctl.coverage.events import Event, event_of
from compactctl.workspace.workspace import Workspace


class Commitment(NamedTuple):
    """What the department will do nationally, by when (a day or a calendar year), and what came of it."""

    id: str
    text: str
    due: date | int | None
    follow_up: tuple[Event, ...]


def commitments(workspace: Workspace) -> Iterator[Commitment]:
    """Yield what the department undertook, as far as it can be read."""
    for one in workspace.statement.content.commitments if workspace.statement else ():
        if one.id is not None and one.text is not None:
            yield Commitment(one.id, one.text, one.due, tuple(filter(None, map(event_of, one.follow_up))))


def conditions(workspace: Workspace) -> tuple[str, ...]:
    """Return on what terms the partners work together, as far as it can be read."""
    return tuple(filter(None, workspace.statement.content.conditions)) if workspace.statement else ()
