"""Two things of one kind with one id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from compactctl.documents.document import Document
from compactctl.files.source import Path, Source
from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import ANNEX, replaced
from compactctl.workspace.agenda import Agenda

if TYPE_CHECKING:
    from compactctl.documents.statement import Statement

RULE = Rule(
    level=Level.ERROR,
    holds_when="two areas or groups of an annex, or two focuses or commitments of the statement, have one id",
    reason="whoever names the id could mean either",
    remedy="give one of the two another id",
    breaks=replaced(ANNEX, ("id: early-education", "id: ⟦challenging-targets⟧")),
    keeps=replaced(ANNEX, ("title: Early education", "title: The early years")),
)


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look at focuses and commitments."""
    content = statement.content
    for key, ids in (
        ("focuses", [focus.id for focus in content.focuses]),
        ("commitments", [commitment.id for commitment in content.commitments]),
    ):
        yield from _repeats(statement.source, (((key, index, "id"), found) for index, found in enumerate(ids)))


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look at groups and areas."""
    groups = agenda.document.content.groups
    yield from _repeats(agenda.document.source, ((("groups", i, "id"), group.id) for i, group in enumerate(groups)))
    yield from _repeats(agenda.document.source, (((*area.path, "id"), area.id) for area in agenda.listed if area.id))


def _repeats(source: Source, ids: Iterable[tuple[Path, str | None]]) -> Iterator[Hit]:
    first: dict[str, Path] = {}
    for path, key in ids:
        if key is not None and key in first:
            related = Related("the first one", source.value(first[key]))
            yield Hit(
                source.value(path), f"the id '{key}' stands here a second time; give one of the two another", (related,)
            )
        elif key is not None:
            first[key] = path
