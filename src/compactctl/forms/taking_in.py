"""What a returned form makes of the record: nothing, a change of one edition in its file, or a refusal in words.

Nothing is written here. A form may be taken in twice, or late: it is held against what the record says now.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from compactctl.documents.content import Compact
from compactctl.documents.document import Document
from compactctl.documents.kinds import COMPACT
from compactctl.documents.reading import read_document
from compactctl.documents.status import COMPACT_PARTIES, signed_by
from compactctl.documents.values import TODO
from compactctl.documents.years import AcademicYear, any_year
from compactctl.drafts.inputs import whole_agenda
from compactctl.errors import CannotDo, Refused
from compactctl.files.editing import LostComment, edited
from compactctl.finding import Level
from compactctl.forms.boxes import EMPTY, Value, digest, label_of, number_of, values_of
from compactctl.forms.edits import edits_of, priority_of
from compactctl.forms.fitting import misfits
from compactctl.forms.groups import Groups, group_of, grouped
from compactctl.forms.meaning import Meaning, meaning_of
from compactctl.forms.record import Record, first_edition, record_of
from compactctl.forms.remarks import remarks_on
from compactctl.forms.returned import ReturnedForm, first_of
from compactctl.rules.checking import findings_of_compact
from compactctl.rules.rule import Checks
from compactctl.words import listed, number, quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.document_files import CompactFile
from compactctl.workspace.requirements import require_register
from compactctl.workspace.workspace import Workspace

_NAMED: Final = 6
"""Boxes, or rules, that a refusal names."""
_FEW: Final = 3
"""Comments that are told one by one."""


class Outcome(StrEnum):
    """What became of a form."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class TakenIn(NamedTuple):
    """What comes of a form: why it was refused, or the bytes of the file that it changes, before and after.

    `name` is that file's within the data folder; `old` is None where there is none yet. `left_out` says what the
    edition does not have any more, `remarks` what to look at.
    """

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    name: str = ""
    old: bytes | None = None
    new: bytes = b""


def take_in(workspace: Workspace, form: ReturnedForm, as_of: date) -> TakenIn:
    """Return what comes of a form in a workspace, as its compacts are now; `as_of` is the day that counts as today."""
    if form.objections:
        return refused(*form.objections)
    try:
        whose = _Whose.of(workspace, form)
        return _Returned(workspace, form, whose, as_of).taken_in()
    except CannotDo as refusal:
        return refused(refusal.in_a_line)


def refused(*reasons: str) -> TakenIn:
    """Return that a form was refused."""
    return TakenIn(Outcome.REFUSED, reasons)


def year_of(form: ReturnedForm) -> AcademicYear:
    """Return the year that a form is for; raises `Refused` where it names none."""
    try:
        return any_year(form.year)
    except ValueError as error:
        raise Refused(f"the form names the year {quoted(form.year)}, and {error}", _MAKE_ANEW) from error


_MAKE_ANEW: Final = "have a new form made by 'compactctl form'"


@dataclass(frozen=True, slots=True)
class _Whose:
    """The authority and the year of a form, as the workspace knows them."""

    authority: Authority
    agenda: Agenda

    @classmethod
    def of(cls, workspace: Workspace, form: ReturnedForm) -> "_Whose":
        """Look them up; raises `CannotDo` where the workspace does not know them."""
        authority = require_register(workspace, "whose form this is").get(form.authority)
        if authority is None:
            message = f"the form is that of {quoted(form.authority)}, which is no authority of the register"
            raise Refused(message, "see that it belongs to this record")
        year = year_of(form)
        if workspace.years and workspace.lacks_annex(year):
            # A form of a wrong year is no reason to draft an annex.
            hint = (
                f"there is one for {listed(map(str, workspace.years))}; ask for the form of a year that the record has"
            )
            raise Refused(f"there is no annex for {year}", hint)
        return cls(authority, whole_agenda(workspace, year))


class _Returned:
    """A form beside the edition that it is held against."""

    def __init__(self, workspace: Workspace, form: ReturnedForm, whose: _Whose, as_of: date) -> None:
        self.workspace, self.form, self.as_of = workspace, form, as_of
        self.authority, self.agenda = whose.authority, whose.agenda
        self.record: Record = record_of(workspace, whose.authority, whose.agenda)
        self.meaning: Meaning = meaning_of(form, whose.agenda, whose.authority)
        self.recorded: Mapping[str, Value] = values_of(self.record.edition.content)
        self.groups: Groups = grouped({**dict.fromkeys(form.digests, EMPTY), **self.meaning.values})

    def taken_in(self) -> TakenIn:
        """Return what comes of it; raises `Refused`."""
        if objections := [*self.meaning.objections, *self._missing()]:
            return refused(*first_of(objections))
        before = grouped(self.recorded)
        if self._is_as_sent() or self.groups.said == before.said:
            return TakenIn(Outcome.UNCHANGED, remarks=(*self._not_begun(), *self.form.remarks))
        self._check_is_not_signed()
        self._check_is_as_it_was()
        if objections := [*misfits(self.groups.priorities, self._unnamed(), self.agenda, self.authority)]:
            return refused(*first_of(objections))
        return self._written()

    def _unnamed(self) -> set[int]:
        """Return the numbers of the priorities whose local issue is still to be written, and that keep their area."""
        recorded = dict(enumerate(self.record.edition.content.priorities, 1))
        return {
            number
            for number, boxes in self.groups.priorities.items()
            if number in recorded and recorded[number].issue == TODO and boxes["area"] == (recorded[number].area,)
        }

    def _not_begun(self) -> Iterator[str]:
        if self.record.is_new:
            yield f"nothing is filled in, and {self.authority.name} has no edition of {self.agenda.year}"

    def _is_as_sent(self) -> bool:
        values = self.meaning.values
        return all(digest(values.get(tag, EMPTY)) == sent for tag, sent in self.form.digests.items())

    def _missing(self) -> Iterator[str]:
        """Yield the boxes that were sent with something in them, and are gone from a group of which others are not."""
        said = {group_of(tag) for tag, value in self.meaning.values.items() if value}
        for tag, sent in self.form.digests.items():
            if tag not in self.form.boxes and sent != digest(EMPTY) and group_of(tag) in said:
                yield f"{label_of(tag)} is gone from the form: {_MAKE_ANEW}, or write what it is to hold into the file"

    def _check_is_not_signed(self) -> None:
        if signed_by(self.record.edition.content.signatures, COMPACT_PARTIES):
            message = f"the edition of {self.agenda.year} is signed, and a signed text does not change"
            raise Refused(message, "what is to be different belongs in the edition of a later year")

    def _check_is_as_it_was(self) -> None:
        """Raise `Refused` where the record has changed in a way that the form does not know."""
        values, sent = self.meaning.values, self.form.digests
        changed = [
            label_of(tag)
            for tag in {**self.recorded, **sent}
            if (recorded := self.recorded.get(tag, EMPTY)) != values.get(tag, EMPTY)
            and digest(recorded) != sent.get(tag, digest(EMPTY))
        ]
        if changed:
            which = listed(changed, most=_NAMED)
            message = f"the record has changed since this form was made, or another return was taken in: {which}"
            raise Refused(message, f"{_MAKE_ANEW}, and copy what was filled in into it")

    def _written(self) -> TakenIn:
        record, groups = self._to_edit()
        edits = edits_of(record.edition, groups, self.agenda, self.authority.name)
        result = edited(self.workspace.path_of(record.name), record.base, list(edits))
        if reasons := [*self._errors_of(result.data)]:
            return refused(*reasons)
        left_out = (*self._dropped(), *_told(result.lost))
        remarks = (*remarks_on(self.record, self.groups, self.agenda), *self.form.remarks)
        return TakenIn(Outcome.IMPORTED, (), left_out, remarks, record.name, record.old, result.data)

    def _to_edit(self) -> tuple[Record, Groups]:
        """Return the edition, and what it is to say; a new compact begins with its priorities, and offers the rest."""
        if self.record.old is not None:
            return self.record, self.groups
        groups = self.groups.of_new()
        areas = (self.agenda.areas[values["area"][0]] for values in groups.priorities.values())
        priorities = list(zip(areas, map(priority_of, groups.priorities.values()), strict=True))
        return first_edition(self.workspace, self.authority, self.agenda, priorities, groups.review_by), groups

    def _dropped(self) -> Iterator[str]:
        """Yield what the edition says, and the boxes do not say any more: a whole priority in one."""
        content = self.record.edition.content
        emptied = [tag for tag, value in self.recorded.items() if value and not self.meaning.values.get(tag)]
        dropped = {count for count, values in self.groups.priorities.items() if not any(values.values())}
        for count, priority in enumerate(content.priorities, 1):
            if count in dropped:
                boxes = [tag for tag in self.form.boxes if tag.startswith(f"priority/{count}/")]
                state = "empty or gone, or say TODO" if any(map(self._says_todo, boxes)) else "empty or gone"
                yield f"priority {count}, {self._area_of(priority.area)}: all of its boxes are {state}"
        for tag in emptied:
            if tag.startswith("ask/"):
                answer = ", with its answer" if content.asks[number_of(tag) - 1].answer else ""
                state = "says TODO" if self._says_todo(tag) else "is empty or gone"
                yield f"ask {number_of(tag)}{answer}: its box {state}"
            elif number_of(tag) not in dropped:
                yield f"what stood in {label_of(tag)}, which {'says TODO' if self._says_todo(tag) else 'is empty'} now"

    def _says_todo(self, tag: str) -> bool:
        """Tell whether a box that counts as empty says that it is still to be written."""
        return tag in self.form.boxes and bool(self.form.boxes[tag].texts)

    def _area_of(self, key: str | None) -> str:
        area = self.agenda.areas.get(key or "")
        return area.label if area else quoted(key or "")

    def _errors_of(self, data: bytes) -> Iterator[str]:
        """Yield the errors that the file would have with the form taken in, and does not have without it."""
        after = read_document(COMPACT, self.record.name, data)
        if after.document is None:
            yield from (item.message for item in after.findings[:_NAMED])
            return
        said = grouped(values_of(after.document.content.editions[self.record.index])).said
        if said != self.groups.said:
            raise Refused(
                f"{self.workspace.path_of(self.record.name)} cannot take the form in safely", "write it by hand"
            )
        brought = list(self._errors(after.document) - self._errors(self.record.document))
        yield from brought[:_NAMED]
        if len(brought) > _NAMED:
            yield f"and {number(len(brought) - _NAMED, 'more error')}"

    def _errors(self, document: Document[Compact]) -> Counter[str]:
        file = CompactFile(self.authority.slug, document, document.findings, document)
        checks = Checks(self.workspace, self.as_of)
        return Counter(item.message for item in findings_of_compact(checks, file) if item.level is Level.ERROR)


def _told(lost: Sequence[LostComment]) -> Iterator[str]:
    """Yield the comments that could not stay: a few each, many by their lines."""
    if len(lost) > _FEW:
        yield f"{len(lost)} comments of the file, in lines {lost[0].line} to {lost[-1].line}"
        return
    yield from (f"a comment in line {comment.line}: {comment.text.strip()}" for comment in lost)
