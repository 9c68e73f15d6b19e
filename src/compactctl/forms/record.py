"""The edition that a form shows and that a returned one is held against, in its file as that is or would be.

Where the year has no edition, it is what `renew` or `new` would write, read back: so that a form and its import agree
on every value. Nothing is written here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from compactctl.documents.content import Compact, Priority
from compactctl.documents.document import Document
from compactctl.documents.kinds import COMPACT
from compactctl.documents.reading import read_document
from compactctl.documents.years import AcademicYear
from compactctl.drafts.candidates import candidates_in
from compactctl.drafts.inputs import check_exists, check_is_new
from compactctl.drafts.new import compact_with
from compactctl.drafts.renew import renewal, whole_compact
from compactctl.errors import Refused
from compactctl.files.data_folder import compact_file
from compactctl.files.inserting import append_entry
from compactctl.forms.boxes import EMPTY, Value
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.requirements import require_register
from compactctl.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Record:
    """An edition of a year in its file.

    `name` is the file's within the data folder, `old` its bytes, None where there is none, and `base` its bytes with
    the edition, which are `old` where that holds it. `document` is what `base` says, `index` the edition's place among
    its editions.
    """

    name: str
    old: bytes | None
    base: bytes
    document: Document[Compact]
    index: int
    edition: PlacedEdition

    @property
    def is_new(self) -> bool:
        """Whether the file does not hold the edition yet."""
        return self.old != self.base


def record_of(workspace: Workspace, authority: Authority, agenda: Agenda) -> Record:
    """Return an authority's edition of the year of an annex, which is whole, or the one that would be written.

    Raises:
        Refused: The compact has errors or had ended, or an edition of another year has to come first.
        CannotDo: The authority did not exist in the year, or what the edition rests on is missing or broken.
    """
    register = require_register(workspace, "which authorities exist when")
    check_exists(register, authority, agenda.year)
    if authority.slug not in workspace.compact_slugs:
        check_is_new(workspace, authority)
        return first_edition(workspace, authority, agenda)
    compact, old = whole_compact(workspace, authority.slug)
    if edition := compact.edition(agenda.year):
        return _in_place(compact, edition, old, old)
    _check_is_next(workspace, compact, agenda.year)
    path = workspace.path_of(compact.document.name)
    draft = renewal(workspace, compact, agenda.year, asks_review=False)
    return _record(workspace, authority, agenda.year, old, append_entry(path, old, ("editions",), draft.text))


def first_edition(
    workspace: Workspace,
    authority: Authority,
    agenda: Agenda,
    priorities: Sequence[tuple[PlacedArea, Priority]] = (),
    review_by: Value = EMPTY,
) -> Record:
    """Return the edition that a new compact would begin with, with some priorities, each after its area."""
    candidates = candidates_in(workspace, agenda, authority)
    base = compact_with(candidates, priorities, offers_others=False, review_by="".join(review_by))
    return _record(workspace, authority, agenda.year, None, base.encode())


def _check_is_next(workspace: Workspace, compact: PlacedCompact, year: AcademicYear) -> None:
    """Raise `Refused` where the compact has a later edition, before which none can be put."""
    later = [edition.year for edition in compact.editions if edition.year is not None and edition.year > year]
    if later:
        path = workspace.path_of(compact.document.name)
        message = f"'{path}' has no edition of {year}, and has one of {min(later)} already, before which none is put"
        raise Refused(
            message, f"the form of {min(later)} can be made; an earlier edition is written into the file by hand"
        )


def _record(workspace: Workspace, authority: Authority, year: AcademicYear, old: bytes | None, base: bytes) -> Record:
    """Return the edition of a year in a file as it would be."""
    name = compact_file(authority.slug)
    document = read_document(COMPACT, name, base).document
    compact = workspace.place(authority.slug, document) if document else None
    edition = compact.edition(year) if compact else None
    if compact is None or edition is None:
        raise Refused(f"'{workspace.path_of(name)}' could not be read with an edition of {year}", "write it by hand")
    return _in_place(compact, edition, old, base)


def _in_place(compact: PlacedCompact, edition: PlacedEdition, old: bytes | None, base: bytes) -> Record:
    index = compact.editions.index(edition)
    return Record(compact.document.name, old, base, compact.document, index, edition)
