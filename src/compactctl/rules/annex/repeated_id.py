"""Two things of one kind with one id."""

from collections.abc import Iterable, Iterator

from compactctl.documents.content import Statement
from compactctl.documents.document import Document
from compactctl.documents.values import free_id
from compactctl.files.source import KeyPath, Source
from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import ANNEX, replaced
from compactctl.workspace.agenda import Agenda

RULE = Rule(
    level=Level.ERROR,
    found_when="two areas, groups or retired areas of an annex, or two focuses or commitments of the statement, have one id",
    reason="whoever names the id could mean either",
    remedy="give one of the two another id",
    says="'challenging-targets' stands here as an id a second time; give one of the two another, like 'early-education'",
    breaks=replaced(ANNEX, ("id: early-education", "id: ⟦challenging-targets⟧")),
    keeps=replaced(ANNEX, ("title: Early education", "title: The early years")),
)


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Violation]:  # noqa: ARG001 - as every check
    """Look at focuses and commitments."""
    content = statement.content
    for key, named in (
        ("focuses", [(focus.id, focus.title) for focus in content.focuses]),
        ("commitments", [(commitment.id, commitment.text) for commitment in content.commitments]),
    ):
        yield from _repeats(
            statement.source, (((key, index, "id"), *id_and_title) for index, id_and_title in enumerate(named))
        )


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:  # noqa: ARG001 - as every check
    """Look at groups, areas and what was retired."""
    source, groups = agenda.document.source, agenda.document.content.groups
    yield from _repeats(source, ((("groups", i, "id"), group.id, group.title) for i, group in enumerate(groups)))
    yield from _repeats(
        source, (((*area.path, "id"), area.id, area.content.title) for area in agenda.listed if area.id)
    )
    retired = [(("retired", index, "id"), item.id) for index, item in enumerate(agenda.document.content.retired)]
    for path, key, related in _again(source, retired):
        yield Violation(source.value(path), f"'{key}' is retired here a second time; keep one of the two", (related,))


def _repeats(source: Source, named: Iterable[tuple[KeyPath, str | None, str | None]]) -> Iterator[Violation]:
    titles = {path: (key, title) for path, key, title in named}
    ids = frozenset(key for key, _ in titles.values() if key)
    for path, key, related in _again(source, ((path, key) for path, (key, _) in titles.items())):
        another = free_id(key, titles[path][1], ids)
        message = f"'{key}' stands here as an id a second time; give one of the two another, like '{another}'"
        yield Violation(source.value(path), message, (related,))


def _again(source: Source, ids: Iterable[tuple[KeyPath, str | None]]) -> Iterator[tuple[KeyPath, str, Related]]:
    """Yield the ids that stand a second time, with where each stood first."""
    first: dict[str, KeyPath] = {}
    for path, key in ids:
        if key is not None and first.setdefault(key, path) != path:
            yield path, key, Related("the first one", source.value(first[key]))
