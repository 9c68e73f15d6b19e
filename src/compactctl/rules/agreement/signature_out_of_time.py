"""A signature before the statement."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache

from compactctl.documents.content import Signature
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES, agreed_by, signed_by
from compactctl.documents.values import Party
from compactctl.files.source import Path, Source
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import ANNEX, replaced
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.workspace import Workspace

RULE = Rule(
    level=Level.ERROR,
    holds_when="an annex, or a compact's edition, is signed before the statement",
    reason="all agreement follows from the statement",
    remedy="correct the date",
    says="this is signed on 2003-07-01, before the statement itself (2003-07-23); correct the date",
    breaks=replaced(ANNEX, ("date: 2003-07-23", "date: ⟦2003-07-01⟧")),
    keeps=replaced(ANNEX, ("date: 2003-07-23", "date: 2003-09-15")),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:
    """Look at the dates of an annex's signatures."""
    signatures = agenda.document.content.signatures
    yield from _early(checks, agenda.document.source, (), signatures, NATIONAL_PARTIES)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:
    """Look at the dates of an edition's signatures."""
    signatures = edition.content.signatures
    yield from _early(checks, compact.document.source, edition.path, signatures, COMPACT_PARTIES)


def _early(
    checks: Checks,
    source: Source,
    path: Path,
    signatures: Sequence[Signature],
    parties: Collection[Party],
) -> Iterator[Hit]:
    begin = _statement_day(checks.workspace) if signatures else None
    for index, signature in enumerate(signatures):
        if begin and signature.party in parties and signature.date is not None and signature.date < begin:
            message = f"this is signed on {signature.date}, before the statement itself ({begin}); correct the date"
            yield Hit(source.value((*path, "signatures", index, "date")), message)


@lru_cache(maxsize=1)  # asked for each edition of a compact, one after the other
def _statement_day(workspace: Workspace) -> date | None:
    """Return the day on which the last of the parties that signed it first signed the statement, where it can be told."""
    statement = workspace.statement
    if statement is None or not statement.is_whole("signatures"):
        return None
    signatures = statement.content.signatures
    last = agreed_by(signatures, signed_by(signatures, NATIONAL_PARTIES))
    return None if last is None else signatures[last].date
