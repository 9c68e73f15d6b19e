"""A signature of a day that is still to come."""

from collections.abc import Collection, Iterator, Sequence

from compactctl.documents.content import Signature, Statement
from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party
from compactctl.files.source import Path, Source
from compactctl.finding import Level
from compactctl.rules.rule import SAMPLE_DAY, Checks, Hit, Rule
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_SIGNATURES = "    signatures:\n      - party: authority\n        role: Director of education\n        date: {}\n    priorities:\n"

RULE = Rule(
    level=Level.ERROR,
    holds_when="a signature is of a later day than today (or than --as-of)",
    reason="nobody has signed yet, and the document would count as signed",
    remedy="correct the date, or take the signature out until it is given",
    says="this is signed on 2004-03-01, and today is 2004-01-15; correct the date, or sign later",
    breaks=replaced(COMPACT, ("    priorities:\n", _SIGNATURES.format("⟦2004-03-01⟧"))),
    keeps=replaced(COMPACT, ("    priorities:\n", _SIGNATURES.format(SAMPLE_DAY))),
)


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Hit]:
    """Look at the dates of the statement's signatures."""
    yield from _future(checks, statement.source, (), statement.content.signatures, NATIONAL_PARTIES)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:
    """Look at the dates of an annex's signatures."""
    yield from _future(checks, agenda.document.source, (), agenda.document.content.signatures, NATIONAL_PARTIES)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:
    """Look at the dates of an edition's signatures."""
    yield from _future(checks, compact.document.source, edition.path, edition.content.signatures, COMPACT_PARTIES)


def _future(
    checks: Checks,
    source: Source,
    path: Path,
    signatures: Sequence[Signature],
    parties: Collection[Party],
) -> Iterator[Hit]:
    for index, signature in enumerate(signatures):
        if signature.party in parties and signature.date is not None and signature.date > checks.as_of:
            message = (
                f"this is signed on {signature.date}, and today is {checks.as_of}; correct the date, or sign later"
            )
            yield Hit(source.value((*path, "signatures", index, "date")), message)
