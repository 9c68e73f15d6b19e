"""What `form` does: one form to a file or to standard output, or one for every authority into a folder."""

import os
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from compactctl.cli.options import STANDARD_OUTPUT, WORD_ENDING, today
from compactctl.cli.output import deliver, is_terminal, notify
from compactctl.cli.progress import with_progress
from compactctl.documents.years import AcademicYear
from compactctl.drafts.renew import CompactEnded
from compactctl.errors import CannotDo
from compactctl.files.result_files import ResultFile, check_way, lies_in
from compactctl.files.targets import exists, in_words, shown_path
from compactctl.files.writing import create
from compactctl.forms.form import form_of
from compactctl.forms.record import Record, record_of
from compactctl.words import agreeing, listed, number, quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.naming import find_authority
from compactctl.workspace.parallel import parallel_map
from compactctl.workspace.requirements import require_register
from compactctl.workspace.workspace import Workspace

_MOST_FILES: Final = 3
"""As many files are named, of all that are there already."""
_FORM_PAYS: Final = 100_000
"""As many bytes of compacts take about as long to read as a form to draw."""


def write_form(workspace: Workspace, root: Path, agenda: Agenda, words: str, output: str | None) -> None:
    """Write the form of an authority in a year, and say what comes next."""
    _check_output(output)
    register = require_register(workspace, "which authority is meant")
    authority = find_authority(workspace, words, year=agenda.year, today=today(), has_compact=True)
    record = record_of(workspace, authority, agenda)
    path = (
        None
        if output in STANDARD_OUTPUT
        else _new_file(_name_of(authority, agenda.year) if output is None else output, root)
    )
    form = form_of(workspace, authority, agenda, record)
    label = f"{register.label(authority)} for {agenda.year}"
    is_signed = not record.edition.is_draft
    if path is None:
        deliver(form)
    else:
        create(path.parent, {path.name: form})
        come_back = f"send it out; when it has come back filled in, run: compactctl import {shown_path(path)}"
        notify(f"wrote '{shown_path(path)}', the form of {label}", None if is_signed else come_back)
    if is_signed:
        next_step = _next_step(workspace, record, authority, agenda.year)
        notify(f"the compact of {label} is signed, so that its form is for reading", next_step)


def write_all(workspace: Workspace, root: Path, agenda: Agenda, output: str | None) -> int:
    """Write the form of every authority that counts in a year, and return the exit code: 1 where one is missing."""
    folder = _folder_for_all(output, root)
    register = require_register(workspace, "which authorities there are")
    authorities = list(register.existing_in(agenda.year))
    forms = parallel_map(authorities, [_FORM_PAYS] * len(authorities), partial(_draw, workspace, folder, agenda))
    results = _Results()
    for authority, drawn in with_progress(zip(authorities, forms, strict=True), len(authorities), "Drawing forms"):
        name = _name_of(authority, agenda.year)
        if isinstance(drawn, _DrawnForm):
            create(folder, {name: drawn.data})
        results.add(register.label(authority), name, drawn)
    _describe(results, workspace, folder, agenda.year)
    return results.exit_code


def _check_output(output: str | None) -> None:
    """Raise `CannotDo` where no form may go to what `--output` names."""
    ending = PurePath(output or "").suffix
    if ending.lower() not in ("", WORD_ENDING):
        message = f"a form is a Word document, and {quoted(output or '')} ends like another file"
        raise CannotDo(message, f"let the name end in {WORD_ENDING}")
    if output in STANDARD_OUTPUT and is_terminal():
        raise CannotDo("a form cannot be shown on a terminal", "name a file for it: --output form.docx")


def _folder_for_all(output: str | None, root: Path) -> Path:
    """Return the folder for many forms, which need not be there; raises `CannotDo` where no form may lie in it."""
    hint = "name a folder for them: --output forms"
    if not output or output in STANDARD_OUTPUT:
        raise CannotDo("--all writes many files, and no folder is given", hint)
    if PurePath(output).suffix.lower() == WORD_ENDING:
        raise CannotDo(f"--all writes many files, and {quoted(output)} is the name of one", hint)
    folder = check_way(Path(output))
    with in_words(folder):
        above = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
        if not above.is_dir():
            raise CannotDo(f"'{shown_path(above)}' is no folder", hint)
        if lies_in(above, root):
            message = f"'{shown_path(folder)}' lies in the data folder '{shown_path(root)}'"
            raise CannotDo(f"{message}, which is for the documents alone", hint)
    return folder


class _DrawnForm(NamedTuple):
    """A form that is to be written, and whether anybody has signed what it shows."""

    data: bytes
    is_signed: bool


class _NoForm(NamedTuple):
    """Why there is no form, and whether one was to be expected: not where the compact has ended."""

    reason: str
    hint: str | None
    is_expected: bool


class _Absence(Enum):
    """Why nothing is to be written where all is in order."""

    NOT_IN_YEAR = auto()
    EXISTS = auto()


_Drawn = _DrawnForm | _NoForm | _Absence
"""What became of the form of an authority."""


def _draw(workspace: Workspace, folder: Path, agenda: Agenda, authority: Authority) -> _Drawn:
    """Return the form of an authority, or why there is none."""
    try:
        record = record_of(workspace, authority, agenda)
        if record.is_new and not authority.exists_on(agenda.year.first_day):
            return _Absence.NOT_IN_YEAR
        if os.path.lexists(folder / _name_of(authority, agenda.year)):
            return _Absence.EXISTS
        return _DrawnForm(form_of(workspace, authority, agenda, record), not record.edition.is_draft)
    except CannotDo as refusal:
        return _NoForm(refusal.message, refusal.hint, not isinstance(refusal, CompactEnded))


@dataclass
class _Results:
    """What became of all forms: the labels of the authorities, and of forms that were there the names of the files."""

    written: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    existing: list[str] = field(default_factory=list)
    missing: dict[str, _NoForm] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        return int(bool(self.existing) or any(no_form.is_expected for no_form in self.missing.values()))

    def add(self, label: str, name: str, drawn: _Drawn) -> None:
        match drawn:
            case _DrawnForm(is_signed=is_signed):
                self.written.append(label)
                self.signed += [label] if is_signed else []
            case _NoForm():
                self.missing[label] = drawn
            case _Absence.EXISTS:
                self.existing.append(name)
            case _Absence.NOT_IN_YEAR:
                pass


def _describe(results: _Results, workspace: Workspace, folder: Path, year: AcademicYear) -> None:
    for label, no_form in results.missing.items():
        notify(f"no form of {label}: {no_form.reason}", no_form.hint)
    if count := len(results.existing):
        are, were = agreeing(count, "is", "are"), agreeing(count, "was", "were")
        names = listed(results.existing, most=_MOST_FILES)
        message = f"{number(count, 'form')} {are} there already, and {were} left: {names}"
        notify(message, "to have them written anew, name another folder, or take them away first")
    if results.signed:
        forms = agreeing(len(results.signed), "the form", "the forms")
        message = f"signed, and so for reading only: {forms} of {listed(results.signed)}"
        notify(message, _renewal(workspace, year, "'compactctl renew' with the name of the authority"))
    shown, count = shown_path(folder), len(results.written)
    come_back = f"send them out; when they have come back filled in, run: compactctl import {shown}"
    notify(f"wrote {number(count, 'form')} of {year} into '{shown}'", come_back if count else None)


def _new_file(name: str, root: Path) -> Path:
    """Return the path of a file to write; raises `Refused` where it is there already, `CannotDo` where none may be."""
    path = ResultFile(name, root, what="the form", hint="name another file with --output").check()
    if os.path.lexists(path):
        raise exists(path, hint="name another file with --output, or take that one away first")
    return path


def _name_of(authority: Authority, year: AcademicYear) -> str:
    return f"{authority.slug}-{year.file_stem}{WORD_ENDING}"


def _next_step(workspace: Workspace, record: Record, authority: Authority, year: AcademicYear) -> str:
    """Say which command begins the edition after one that is signed, or shows it where it is there."""
    editions = [edition.year for edition in record.document.content.editions if edition.year and edition.year > year]
    if editions:
        return f"'compactctl form {authority.slug} --year {min(editions)}' writes the form of the next"
    return _renewal(workspace, year, f"'compactctl renew {authority.slug}'")


def _renewal(workspace: Workspace, year: AcademicYear, renew: str) -> str:
    """Say how the edition after that of a year begins: with the command that renews it, and first of all an annex."""
    if any(annex > year for annex in workspace.years):
        return f"{renew} begins the next edition"
    return f"'compactctl revise {year.following}' begins the next annex, and after it {renew} the next edition"
