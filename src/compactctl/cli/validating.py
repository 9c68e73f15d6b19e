"""What `validate` does with its options: check, filter by the paths that are given, show, and say whether it fails."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from compactctl.cli.opening import opened, opened_since
from compactctl.cli.options import day_of, one_of, year_of
from compactctl.cli.output import deliver, notify, styled
from compactctl.cli.path_filter import path_filter
from compactctl.errors import CannotDo
from compactctl.files.result_files import ResultFile
from compactctl.finding import Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.rules.checking import check
from compactctl.rules.limit import within_limit
from compactctl.rules.names import is_untouchable, page_of
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import no_document
from compactctl.workspace.repositories import given_apart, top_of


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
    selection = _selection(inputs)
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
        deliver(_rendered(inputs.format, result, inputs.output), inputs.output)
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


def _selection(inputs: Inputs) -> Selection:
    """Return the rules that are asked for; raises `CannotDo` where one of them would not be looked at."""
    pages = {rule: page_of(rule) for rule in (*inputs.select, *inputs.ignore)}
    for rule in inputs.ignore:
        if is_untouchable(rule):
            hint = "where it finds something, nothing can be told; mend it there"
            raise CannotDo(f"'{rule}' cannot be ignored", hint)
    for rule in inputs.select:
        option = pages[rule].option
        if option is not None and getattr(inputs, option) is None:
            raise CannotDo(f"'{rule}' is looked for with --{option} alone", f"see 'compactctl explain {rule}'")
    return Selection(frozenset(inputs.select), frozenset(inputs.ignore))


def _rendered(name: str, result: FindingsResult, file: ResultFile | None) -> str | bytes:
    rendered: Any = import_module(f"compactctl.formats.findings.{name}").render(result)
    return rendered if isinstance(rendered, str | bytes) else styled(rendered, file)


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
