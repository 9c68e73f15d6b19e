"""What `validate` does with its options: check, filter by the paths that are given, show, and say whether it fails."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from compactctl.cli.opening import opened, opened_since
from compactctl.cli.options import day_of, one_of, year_of
from compactctl.cli.output import deliver, notify, wants_colour
from compactctl.errors import CannotDo
from compactctl.files.data_folder import SINGLE_FILES, STATEMENT, compact_file
from compactctl.files.result_files import ResultFile
from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult, Scope
from compactctl.formats.styled import coloured, plain
from compactctl.rules.checking import check
from compactctl.rules.limit import within_limit
from compactctl.rules.names import is_untouchable, page_of
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection, damaged
from compactctl.words import quoted
from compactctl.workspace.loading import no_document
from compactctl.workspace.naming import find_compact
from compactctl.workspace.repositories import given_apart, top_of
from compactctl.workspace.requirements import foundations
from compactctl.workspace.workspace import Workspace


class Inputs(NamedTuple):
    """The options, as they were written."""

    folder: Path
    paths: Sequence[str]
    format: str
    output: ResultFile | None
    fail_on: str
    exit_zero: bool
    as_of: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    statistics: bool
    quiet: bool
    complete: str | None
    since: str | None


def validate(inputs: Inputs) -> int:
    """Do the job and return the exit code; raises `CannotDo`."""
    threshold = Level(one_of("--fail-on", inputs.fail_on, [str(level) for level in Level]))
    selection = _selection(inputs.select, inputs.ignore)
    today = day_of("--as-of", inputs.as_of)
    complete = year_of("--complete", inputs.complete) if inputs.complete is not None else None
    if complete is not None and inputs.paths:
        raise CannotDo("--complete and a path do not go together", "it asks for all authorities; leave one of them out")
    workspace = opened(inputs.folder, must_be_whole=True)
    with opened_since(workspace, inputs.folder, inputs.since) as since:
        everything = check(Checks(workspace, today, complete, since), selection)
    scope = path_filter(workspace, inputs.paths, everything, today)
    findings = [item for item in everything if scope.shows(item.place.file)]
    if not inputs.quiet or inputs.output is not None:
        result = FindingsResult(
            folder=workspace.shown,
            rooted=_rooted(workspace.shown),
            as_of=today,
            scope=scope,
            findings=list(within_limit(findings)),
            statistics=inputs.statistics,
            fails_from=threshold,
            selected=selection.selected,
            ignored=selection.ignored,
        )
        colour = inputs.output is None and wants_colour()
        deliver(_rendered(inputs.format, result, colour=colour), inputs.output)
        if inputs.format == "github":
            _summarise(result, inputs.folder)
        if inputs.format == "sarif":
            _say_what_is_left_out(result)
    if not workspace.document_count:
        raise no_document(workspace.shown)
    fails = any(item.level.reaches(threshold) for item in findings)
    return int(fails and not inputs.exit_zero)


def _summarise(result: FindingsResult, data: Path) -> None:
    """Add the table of all findings to the job's summary, where GitHub Actions asks for one."""
    from compactctl.formats.findings.github import MAXIMUM_SUMMARY, summary

    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        hint = "GITHUB_STEP_SUMMARY names a plain file that can be written to, or is not set"
        with ResultFile(name, data, "the summary", hint).appended() as file:
            file.write(summary(result, MAXIMUM_SUMMARY - file.tell()).encode())


def _say_what_is_left_out(result: FindingsResult) -> None:
    from compactctl.formats.findings.sarif import left_out

    if note := left_out(result):
        notify(note, "the other formats have all of them")


def _selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    for rule in (*select, *ignore):
        page_of(rule)
    for rule in ignore:
        if is_untouchable(rule):
            hint = "where it finds something, nothing can be told; mend it there"
            raise CannotDo(f"'{rule}' cannot be ignored", hint)
    return Selection(frozenset(select), frozenset(ignore))


def _rendered(name: str, result: FindingsResult, *, colour: bool) -> str | bytes:
    rendered: Any = import_module(f"compactctl.formats.findings.{name}").render(result)
    if isinstance(rendered, str | bytes):
        return rendered
    return coloured(rendered) if colour else plain(rendered)


def _rooted(folder: str) -> str:
    """Return the data folder as readers of annotations name it; as it is shown where no root contains it."""
    real = Path(os.path.realpath(folder))
    for root in map(os.path.realpath, _roots(real)):
        for path in (real, Path(folder).absolute()):  # a link may lead out of the repository
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
    return folder


def _roots(real: Path) -> Iterator[str | Path]:
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        if root := os.environ.get(variable):
            yield root
    yield from filter(None, (given_apart(real).get("GIT_WORK_TREE"), top_of(real)))
    with suppress(FileNotFoundError):  # it may be gone
        yield Path.cwd()


def path_filter(workspace: Workspace, paths: Sequence[str], findings: Sequence[Finding], today: date) -> Scope:
    """Return what a run over these paths is about; without a path, and for one above the data folder, all of it.

    A path that does not exist may be an authority, and stands for its compact. Raises `CannotDo` for one that is
    neither, lies outside the data folder, or names nothing that is checked: nothing could be said of it.
    """
    everything = workspace.document_names
    named = {path: frozenset(_named(workspace, path, today)) for path in paths}
    if not named or any("." in names for names in named.values()):
        return Scope(len(everything), everything, workspace.stands_for)
    places = frozenset(item.place.file for item in findings)
    files = places.union(everything, SINGLE_FILES)
    known = files.union(*map(_folders, files))
    for path, inside in named.items():
        if known.isdisjoint(inside) and files.isdisjoint(folder for name in inside for folder in _folders(name)):
            raise _nothing_there(path)
    names = frozenset().union(*named.values())
    covered = _covered(files, names)
    # A misplaced file stands for the document that it was meant to be, whichever of the two is named.
    stands_for = {file: name for file, name in workspace.stands_for.items() if file in places}
    meant = {stands_for.get(file, file) for file in places & covered}
    documents = tuple(name for name in everything if name in covered or name in meant)
    others = tuple(name for name in SINGLE_FILES if name in names.difference(documents))
    shown = places & covered.union(documents, (file for file, name in stands_for.items() if name in documents))
    missing = () if workspace.has_statement else (STATEMENT,)
    beneath = foundations(workspace, (*documents, *others), damaged(workspace).union(missing) - shown)
    return Scope(len(everything), documents, workspace.stands_for, others, shown, beneath)


def _covered(files: frozenset[str], names: frozenset[str]) -> frozenset[str]:
    """Return the files that are named, lie in a folder that is, or are a folder in which lies what is named."""
    above = frozenset(folder for name in names for folder in _folders(name))
    return frozenset(file for file in files if file in names or file in above or not names.isdisjoint(_folders(file)))


def _folders(name: str) -> list[str]:
    """Return the folders in which a name lies, within the data folder."""
    parts = name.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _nothing_there(path: str) -> CannotDo:
    hint = "what is checked is the statement, the annexes, the compacts, the register and the settings; leave it out"
    if Path(path).is_dir():
        return CannotDo(f"there is no document in {quoted(path)}", hint)
    return CannotDo(f"{quoted(path)} is no document, so nothing of it is checked", hint)


def _named(workspace: Workspace, path: str, today: date) -> Iterator[str]:
    try:
        os.lstat(path)
    except (OSError, ValueError):
        yield _compact(workspace, path, today)
    else:
        yield from _within(workspace.shown, path)


def _compact(workspace: Workspace, words: str, today: date) -> str:
    """Return the compact of the authority that goes by the words, since no file or folder does."""
    message = f"there is no file or folder {quoted(words)}"
    if "/" in words or os.sep in words or words.endswith((".yaml", ".yml", ".csv")):
        hint = (
            "paths are as seen from where you are; a deleted file cannot be looked at: "
            "'git diff --name-only --diff-filter=d' leaves it out"
        )
        raise CannotDo(message, hint)
    try:
        return compact_file(find_compact(workspace, words, today))
    except CannotDo as error:
        raise CannotDo(f"{message}, and {error.message}", error.hint) from None


def _within(folder: str, path: str) -> Iterator[str]:
    """Yield how the data folder names a path: as it is written, and as it is where a folder above is a link."""
    above, last = os.path.split(path.rstrip("/") or path)
    names = [
        Path(os.path.relpath(target, start)).as_posix()
        for target, start in ((path, folder), (Path(os.path.realpath(above), last), os.path.realpath(folder)))
    ]
    if os.path.realpath(path) == os.path.realpath(folder) or any(set(name.split("/")) == {".."} for name in names):
        names.append(".")
    inside = [name for name in names if not f"{name}/".startswith("../")]
    if not inside:
        hint = "only what lies in that folder is checked; leave it out, or name another folder with --data"
        raise CannotDo(f"{quoted(path)} lies outside the data folder {quoted(folder)}", hint)
    yield from inside
