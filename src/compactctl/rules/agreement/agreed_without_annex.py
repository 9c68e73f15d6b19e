"""An edition that is agreed while its annex is not."""

from collections.abc import Iterator

from compactctl.documents.status import COMPACT_PARTIES, Status
from compactctl.finding import Level, Place, Related
from compactctl.rules.rule import Checks, Hit, Rule, Sample
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
    holds_when="both parties have signed an edition, and not all who signed the statement have signed its annex",
    reason="a compact chooses from an agenda, and this one is not settled yet",
    remedy="have the annex signed first, or take the later signature out until it is",
    breaks=Sample({ANNEX: _UNSIGNED_ANNEX, COMPACT: _SIGNED.format("⟦2003-12-15⟧")}),
    keeps=Sample({COMPACT: _SIGNED.format("2003-12-15")}),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:
    """Hold the status of an edition against that of its annex."""
    agenda = edition.agenda
    if edition.status is not Status.AGREED or agenda is None or checks.workspace.statement is None:
        return
    if agenda.status is None or agenda.status is Status.AGREED:
        return
    message = (
        f"this edition is agreed, and the annex of {agenda.year} is not ({agenda.status}); the annex is signed first"
    )
    related = Related(f"the annex of {agenda.year}", _annex_place(agenda))
    yield Hit(_latest_signature(compact, edition), message, (related,))


def _annex_place(agenda: Agenda) -> Place:
    source = agenda.document.source
    return source.key(("signatures",)) if agenda.document.content.signatures else source.value(("year",))


def _latest_signature(compact: PlacedCompact, edition: PlacedEdition) -> Place:
    """Return the date of the latest signature; of two on one day the one further down."""
    dated = [
        (signature.date, index)
        for index, signature in enumerate(edition.content.signatures)
        if signature.party in COMPACT_PARTIES and signature.date is not None
    ]
    if not dated:
        return compact.document.source.key((*edition.path, "signatures"))
    return compact.document.source.value((*edition.path, "signatures", max(dated)[1], "date"))
