"""An edition that is agreed while its annex is not."""

from collections.abc import Iterator

from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES, Status, agreed_by, signed_by
from compactctl.finding import Level, Place, Related
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import ANNEX, BASE, COMPACT
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_SIGNATURES = """\
    signatures:
      - party: authority
        role: Director of education
        date: 2003-12-01
      - party: department
        role: For the Secretary of State
        date: {}
    priorities:
"""
_SIGNED = BASE[COMPACT].replace("    priorities:\n", _SIGNATURES)
_UNSIGNED_ANNEX = BASE[ANNEX].partition("signatures:")[0]

RULE = Rule(
    level=Level.ERROR,
    found_when="both parties have signed an edition, and not all who signed the statement have signed its annex; a warning where they signed it later than the edition",
    reason="a compact chooses from an agenda, and this one was not settled yet",
    remedy="have the annex signed first, or take the later signature out until it is; where the annex was signed later, correct a date if one is wrong, or exempt the edition and say why",
    says="this edition is agreed, and the annex of 2003/04 is not (draft); have the annex signed first, or take this signature out until it is",
    breaks=Sample({ANNEX: _UNSIGNED_ANNEX, COMPACT: _SIGNED.format("⟦2003-12-15⟧")}),
    keeps=Sample({COMPACT: _SIGNED.format("2003-12-15")}),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Hold the status of an edition, and the day on which it was agreed, against those of its annex."""
    agenda, statement = edition.agenda, checks.workspace.statement
    if edition.status is not Status.AGREED or agenda is None or statement is None:
        return
    index = agreed_by(edition.content.signatures, COMPACT_PARTIES)
    day = edition.content.signatures[index].date if index is not None else None
    if agenda.status not in (None, Status.AGREED):
        has_signed = signed_by(statement.content.signatures, NATIONAL_PARTIES)
        why, first = ("", "the annex") if has_signed else (", for nobody has signed the statement", "the statement")
        message = f"this edition is agreed, and the annex of {agenda.year} is not ({agenda.status}){why}; have {first} signed first, or take this signature out until it is"
        yield Violation(_place(compact, edition, index), message, (_related(agenda),))
    elif agenda.agreed_on is not None and day is not None and day < agenda.agreed_on:
        message = (
            f"this edition was agreed on {day}, before the annex of {agenda.year} ({agenda.agreed_on});"
            " correct a date if one is wrong, or exempt the edition and say why"
        )
        yield Violation(_place(compact, edition, index), message, (_related(agenda),), level=Level.WARNING)


def _related(agenda: Agenda) -> Related:
    source = agenda.document.source
    place = source.key(("signatures",)) if agenda.document.content.signatures else source.value(("year",))
    return Related(f"the annex of {agenda.year}", place)


def _place(compact: PlacedCompact, edition: PlacedEdition, index: int | None) -> Place:
    """Return the date of the signature that made the edition agreed."""
    path = (*edition.path, "signatures")
    source = compact.document.source
    return source.key(path) if index is None else source.value((*path, index, "date"))
