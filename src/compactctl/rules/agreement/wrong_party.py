"""A party that does not sign this kind of document, or signs twice in the same name and role."""

from collections.abc import Collection, Iterator, Sequence

from compactctl.documents.content import Signature, Statement
from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party, folded
from compactctl.files.source import Path, Source
from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import STATEMENT, replaced
from compactctl.words import listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

RULE = Rule(
    level=Level.ERROR,
    holds_when="a party signs that does not sign this kind of document, or a party signs twice in the same name and role",
    reason="statement and annexes are agreed between department and association, a compact between department and authority",
    remedy="correct the party, or take the signature out",
    says="the authority does not sign the statement; write 'department' or 'association', or take the signature out",
    breaks=replaced(STATEMENT, ("party: association", "party: ⟦authority⟧")),
    keeps=replaced(STATEMENT, ("role: Chair", "role: Chair of the association")),
)


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look at the signatures of the statement."""
    yield from _wrong(statement.source, (), statement.content.signatures, NATIONAL_PARTIES, "the statement")


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look at the signatures of an annex."""
    yield from _wrong(agenda.document.source, (), agenda.document.content.signatures, NATIONAL_PARTIES, "an annex")


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:  # noqa: ARG001
    """Look at the signatures of an edition."""
    yield from _wrong(compact.document.source, edition.path, edition.content.signatures, COMPACT_PARTIES, "a compact")


def _wrong(
    source: Source,
    path: Path,
    signatures: Sequence[Signature],
    parties: Collection[Party],
    noun: str,
) -> Iterator[Hit]:
    first: dict[tuple[Party, str, str], Path] = {}
    for index, signature in enumerate(signatures):
        place = (*path, "signatures", index, "party")
        party = signature.party
        if party is None:
            continue
        signing = (party, folded(signature.name or ""), folded(signature.role or ""))
        if party not in parties:
            others = listed((f"'{other}'" for other in Party if other in parties), "or")
            message = f"the {party} does not sign {noun}; write {others}, or take the signature out"
            yield Hit(source.value(place), message)
        elif signing in first:
            related = Related("the first one", source.value(first[signing]))
            message = f"the {party} signs here a second time in the same name and role; if another person signed, write the 'name:' of each, else keep one"
            yield Hit(source.value(place), message, (related,))
        else:
            first[signing] = place
