"""What `import` does with its options: read the forms, hold each against the record, write, and say what came of it."""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from compactctl.cli.opening import opened
from compactctl.cli.options import today
from compactctl.cli.output import OutputClosed, deliver, notify, notify_lines, styled
from compactctl.cli.progress import with_progress
from compactctl.cli.returns import Return, contradictions, returns_in
from compactctl.errors import CannotDo
from compactctl.files.data_folder import COMPACTS, compact_file
from compactctl.files.locking import locked, locked_folder
from compactctl.files.targets import shown_path
from compactctl.files.trees import ChangedTree
from compactctl.files.writing import create
from compactctl.files.writing import replace as replace_file
from compactctl.formats.imports import json, text
from compactctl.formats.imports.result import ImportedFile, ImportsResult
from compactctl.formats.patch import unified_diff
from compactctl.formats.styled import plain
from compactctl.forms.returned import ReturnedForm
from compactctl.forms.taking_in import Outcome, TakenIn, refused, take_in
from compactctl.workspace.requirements import check_format
from compactctl.workspace.workspace import Workspace


class Inputs(NamedTuple):
    """The options, as they were written."""

    folder: Path
    files: Sequence[str]
    dry_run: bool
    format: str


def import_forms(inputs: Inputs) -> int:
    """Do the job and return the exit code; raises `CannotDo`."""
    workspace = opened(inputs.folder, must_be_whole=True)
    check_format(workspace)
    returns = returns_in(inputs.files)
    doubts = contradictions(returns)
    record = _Record(inputs.folder, workspace, dry_run=inputs.dry_run)
    # The older edition first: the next is held against what comes of it, in whatever order they were named.
    in_turn = sorted(returns, key=lambda each: each.form.year if each.form else "")
    shown = with_progress(in_turn, len(in_turn), "Taking forms in")
    taken = {each.path: record.take(each, doubts.get(each.path)) for each in shown}
    result = ImportsResult([taken[each.path] for each in returns], has_written=record.has_written)
    try:
        _show(result, record, inputs)
    except OutputClosed as closed:
        raise CannotDo(str(closed), "the forms were taken in all the same" if record.has_written else None) from closed
    return max(record.exit_code, int(result.counts[Outcome.REFUSED] > 0))


@dataclass
class _Record:
    """The record that forms are taken into, one after the other; each is written before the next is looked at.

    `drafts` has what would be written in a dry run, by the names of files.
    """

    folder: Path
    workspace: Workspace
    dry_run: bool
    has_written: bool = False
    exit_code: int = 0
    drafts: dict[str, bytes] = field(default_factory=dict)

    def take(self, returned: Return, doubt: str | None) -> ImportedFile:
        """Take the form of a file in, but for one of which it is doubtful whether it counts."""
        path, form = shown_path(returned.path), returned.form
        if form is None:
            return ImportedFile(path, refused(returned.refusal))
        taken = refused(doubt, *form.objections) if doubt else self._taken(form)
        register = self.workspace.register
        authority = register.get(form.authority) if register else None
        label = f"{register.label(authority) if register and authority else form.authority} {form.year}"
        return ImportedFile(path, taken, form.authority, form.year, label, form.comments)

    def _taken(self, form: ReturnedForm) -> TakenIn:
        """Return what comes of a form, which is written where anything is; what stands against that refuses it."""
        try:
            with nullcontext() if self.dry_run else self._locked():
                taken = take_in(self._workspace_for(form), form, today())
                if taken.outcome is Outcome.IMPORTED:
                    self._keep(taken)
        except CannotDo as refusal:
            self.exit_code = max(self.exit_code, refusal.exit_code)
            return refused(refusal.in_a_line)
        return taken

    def _locked(self) -> AbstractContextManager[None]:
        """Hold the lock of the compacts; the folder above is locked while there is none of theirs."""
        root = Path(os.path.realpath(self.folder))
        return locked(root, COMPACTS) if os.path.lexists(root / COMPACTS) else locked_folder(root)

    def _workspace_for(self, form: ReturnedForm) -> Workspace:
        """Return the record as the forms before this one, and other runs, have left it, or would."""
        name = compact_file(form.authority)
        if (draft := self.drafts.get(name)) is not None:
            return replace(self.workspace, tree=ChangedTree(self.workspace.tree, name, draft))
        is_known = self.workspace.register is not None and self.workspace.register.get(form.authority) is not None
        if is_known and os.path.lexists(self.folder / name):
            self._know(form.authority)
        return self.workspace

    def _know(self, slug: str) -> None:
        """Know that an authority has a compact."""
        slugs = {*self.workspace.compact_slugs, slug}
        self.workspace = replace(self.workspace, compact_slugs=tuple(sorted(slugs)))

    def _keep(self, taken: TakenIn) -> None:
        """Write a file, or in a dry run keep what it would be."""
        if self.dry_run:
            self.drafts[taken.name] = taken.new
        elif taken.old is None:
            create(self.folder, {taken.name: taken.new})
        else:
            replace_file(self.folder, taken.name, taken.old, taken.new)
        self.has_written = not self.dry_run
        if taken.old is None:
            self._know(Path(taken.name).stem)


def _show(result: ImportsResult, record: _Record, inputs: Inputs) -> None:
    """Deliver the result; of a dry run in words, what would be written, and the table beside it."""
    if inputs.format == "json":
        deliver(json.render(result))
        return
    lines = list(text.render(result))
    if not inputs.dry_run:
        deliver(styled(lines))
        if record.has_written:
            notify("'compactctl validate' says what else there is; 'compactctl sign AUTHORITY' records a signature")
        return
    in_turn = sorted(result.files, key=lambda file: file.year or "")
    taken = (file.taken for file in in_turn if file.taken.outcome is Outcome.IMPORTED)
    path_of = record.workspace.path_of
    deliver("".join(unified_diff(path_of(each.name), each.old, each.new) for each in taken))
    notify_lines(plain(lines).splitlines())
    notify("nothing was written, as --dry-run asks")
