"""What `fix` does with its options: look for repairs, show them, ask, write, and say whether anything is left."""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from compactctl.cli.opening import opened
from compactctl.cli.options import today
from compactctl.cli.output import deliver, is_terminal, notify, styled
from compactctl.cli.path_filter import path_filter
from compactctl.cli.prompts import can_ask, wants_to
from compactctl.documents import kinds
from compactctl.errors import CannotDo
from compactctl.files import writing
from compactctl.files.by_lines.said import PERHAPS_SIGNED
from compactctl.files.data_folder import CONFIG, STATEMENT, is_compact, stem_of
from compactctl.files.locking import locked
from compactctl.files.trees import ChangedTree
from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult, Scope
from compactctl.formats.repairs import json, text
from compactctl.formats.repairs.result import RepairsResult, counted
from compactctl.rules.checking import findings_of_compact
from compactctl.rules.limit import within_limit
from compactctl.rules.names import rule_names
from compactctl.rules.rule import Checks
from compactctl.rules.settings import wrong_settings
from compactctl.words import agreeing
from compactctl.workspace.document_files import read_file
from compactctl.workspace.loading import no_document
from compactctl.workspace.repairing import FileRepairs, repairs_in
from compactctl.workspace.requirements import check_format
from compactctl.workspace.workspace import Workspace

_LEFT: Final = ("files", "schema")
"""The groups of rules whose errors are left, where they cannot be repaired."""
_CUT_OFF: Final = "text-in-comment"
"""The one rule that lines break which are told and not repaired, and which is milder with drafts."""


class Inputs(NamedTuple):
    """The options, as they were written."""

    folder: Path
    paths: Sequence[str]
    dry_run: bool
    yes: bool
    format: str


def fix(inputs: Inputs) -> int:
    """Do the job and return the exit code; raises `CannotDo`."""
    asks = not (inputs.dry_run or inputs.yes)
    if asks:
        _check_can_ask(inputs.format)
    workspace = opened(inputs.folder)
    _check_format(workspace)
    scope = path_filter(workspace, inputs.paths, workspace.findings, today())
    files = _files(workspace, scope)
    result = _result(workspace, scope, files)
    if inputs.format == "text":
        deliver(styled(text.render(result)))
    exit_code = int(any(file.left for file in files))
    if result.repairs and inputs.dry_run:
        notify("nothing was written, as --dry-run asks")
    elif result.repairs:
        if asks and not wants_to(_question(result.repairs)):
            return 1
        refused, code = _write(inputs.folder, files)
        exit_code = max(exit_code, code)
        kept = [file._replace(repairs=()) if file.name in refused else file for file in files]
        result = replace(result, files=kept, has_written=len(refused) < len(result.repaired))
    if inputs.format == "json":
        deliver(json.render(result))
    if not workspace.document_count:
        raise no_document(workspace.shown)
    return exit_code


def _check_can_ask(format_: str) -> None:
    """Raise `CannotDo` where nobody sees what is to be written, or nobody can say whether."""
    if format_ == "json" or not (can_ask() and is_terminal()):
        because = "with --format json nothing is asked" if format_ == "json" else "there is nobody to ask here"
        hint = "add --yes to write the repairs, or --dry-run to see them first"
        raise CannotDo(f"{because}, and 'fix' writes nothing unasked", hint)


def _question(repairs: int) -> str:
    return agreeing(repairs, "Write this repair?", f"Write these {repairs:,} repairs?")


def _check_format(workspace: Workspace) -> None:
    """Raise `CannotDo` where the record, once repaired, is in a format that this tool does not know."""
    if workspace.has_statement and _has_right_name(workspace, STATEMENT):
        tree = ChangedTree(workspace.tree, STATEMENT, repairs_in(workspace, STATEMENT).new)
        statement = read_file(tree, STATEMENT, kinds.STATEMENT).document
        check_format(replace(workspace, statement=statement))


def _result(workspace: Workspace, scope: Scope, files: Sequence[FileRepairs]) -> RepairsResult:
    left = [finding for file in files for finding in file.left]
    # No rule that is left asks what day it is.
    return RepairsResult(files, FindingsResult(workspace.shown, workspace.shown, date.max, scope, left))


def _files(workspace: Workspace, scope: Scope) -> list[FileRepairs]:
    """Return the files of a scope of which something can be repaired, or is left, by name."""
    names = _names(workspace, scope)
    documents = (
        _as_validate_tells(workspace, _with_settings(workspace, repairs_in(workspace, name))) for name in names
    )
    files = (file for file in chain(documents, _others(workspace, scope, names)) if file.repairs or file.left)
    return sorted((file._replace(left=tuple(within_limit([*file.left]))) for file in files), key=lambda file: file.name)


def _names(workspace: Workspace, scope: Scope) -> list[str]:
    """Return the documents of a scope, and the settings where they are among it, that are files on the disk."""
    settings = [CONFIG] if scope.shown is None or CONFIG in scope.others else []
    misplaced = {finding.place.file for finding in workspace.findings if finding.rule == "misplaced-file"}
    passed_over = misplaced.union(workspace.not_checked_out)
    return [name for name in (*scope.names, *settings) if _has_right_name(workspace, name) and name not in passed_over]


def _has_right_name(workspace: Workspace, name: str) -> bool:
    """Tell whether a document, or the settings, are there under their right name."""
    return name in workspace.unreadable.get(name, (name,) if name != CONFIG or workspace.config else ())


def _with_settings(workspace: Workspace, file: FileRepairs) -> FileRepairs:
    """Return a file with what rules say of the settings, where it holds these, as they are when they are repaired."""
    if file.name != CONFIG:
        return file
    config = read_file(ChangedTree(workspace.tree, CONFIG, file.new), CONFIG, kinds.CONFIG).document
    return file._replace(left=(*file.left, *wrong_settings(config)))


def _as_validate_tells(workspace: Workspace, file: FileRepairs) -> FileRepairs:
    """Return a compact in which a draft's text that ends before a '#' is told as by its rule, as a warning."""
    if not is_compact(file.name) or all(item.rule != _CUT_OFF for item in file.left):
        return file
    repaired = replace(workspace, tree=ChangedTree(workspace.tree, file.name, file.new))
    findings = findings_of_compact(Checks(repaired, today()), repaired.read_compact(stem_of(file.name)))
    told = {item.place.span: item for item in findings if item.rule == _CUT_OFF and item.level is Level.WARNING}
    left = (
        told.get(item.place.span, item) if item.rule == _CUT_OFF and PERHAPS_SIGNED not in item.message else item
        for item in file.left
    )
    return file._replace(left=tuple(left))


def _others(workspace: Workspace, scope: Scope, names: Collection[str]) -> Iterator[FileRepairs]:
    """Yield what is left of what is no document, or none under its right name, and cannot be repaired."""
    left: dict[str, list[Finding]] = {}
    passed_over = {*names, *workspace.not_checked_out}
    for finding in workspace.findings:
        file = finding.place.file
        is_named = scope.shown is None or file in scope.shown
        if is_named and file not in passed_over and rule_names()[finding.rule] in _LEFT:
            left.setdefault(file, []).append(finding)
    yield from (FileRepairs(file, b"", b"", (), tuple(findings)) for file, findings in left.items())


def _write(root: Path, files: Sequence[FileRepairs]) -> tuple[frozenset[str], int]:
    """Write what is repaired, each file whole or not at all, and say so.

    Return the files that could not be written, for which is said why, and the exit code that follows.
    """
    refused: dict[str, int] = {}
    repaired = [file for file in files if file.repairs]
    for file in repaired:
        try:
            # A data folder that is a link is locked where it lies.
            with locked(Path(os.path.realpath(root)), str(PurePosixPath(file.name).parent)):
                writing.replace(root, file.name, file.old, file.new)
        except CannotDo as refusal:
            notify(refusal.message, refusal.hint)
            refused[file.name] = refusal.exit_code
    written = [file for file in repaired if file.name not in refused]
    if written:
        notify(f"wrote {counted(written)}", "'compactctl validate' says what else there is")
    return frozenset(refused), max(refused.values(), default=0)
