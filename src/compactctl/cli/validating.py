"""What `validate` does with its options: check, narrow, show, and say whether it fails."""

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from compactctl.cli.narrowing import scope_of
from compactctl.cli.opening import opened
from compactctl.cli.options import day, one_of, wants_colour, year
from compactctl.cli.output import deliver, tell
from compactctl.cli.roots import rooted
from compactctl.cli.since import opened_since
from compactctl.errors import CannotDo
from compactctl.finding import Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.styled import coloured, plain
from compactctl.rules.checking import check
from compactctl.rules.limit import within_limit
from compactctl.rules.names import is_untouchable, page_of
from compactctl.rules.rule import Checks
from compactctl.rules.seen import Selection
from compactctl.workspace.loading import no_document

if TYPE_CHECKING:
    from compactctl.files.result_files import ResultFile


class Wishes(NamedTuple):
    """The options, as they were written."""

    folder: Path
    paths: Sequence[str]
    format: str
    output: "ResultFile | None"
    fail_on: str
    exit_zero: bool
    as_of: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    statistics: bool
    quiet: bool
    complete: str | None
    since: str | None


def validate(wishes: Wishes) -> int:
    """Do the job and return the exit code; raises `CannotDo`."""
    threshold = Level(one_of("--fail-on", wishes.fail_on, [str(level) for level in Level]))
    selection = _selection(wishes.select, wishes.ignore)
    today = day("--as-of", wishes.as_of)
    complete = year("--complete", wishes.complete) if wishes.complete is not None else None
    if complete is not None and wishes.paths:
        raise CannotDo("--complete and a path do not go together", "it asks for all authorities; leave one of them out")
    workspace = opened(wishes.folder, must_be_whole=True)
    with opened_since(workspace, wishes.folder, wishes.since) as since:
        everything = check(Checks(workspace, today, complete, since), selection)
    scope = scope_of(workspace, wishes.paths, everything, today)
    found = [item for item in everything if scope.shows(item.place.file)]
    if not wishes.quiet or wishes.output is not None:
        result = FindingsResult(
            folder=workspace.shown,
            rooted=rooted(workspace.shown),
            as_of=today,
            scope=scope,
            findings=list(within_limit(found)),
            statistics=wishes.statistics,
            fails_from=threshold,
            selected=selection.selected,
            ignored=selection.ignored,
        )
        colour = wishes.output is None and wants_colour()
        deliver(_rendered(wishes.format, result, colour=colour), wishes.output)
        if wishes.format == "github":
            _summarise(result, wishes.folder)
        if wishes.format == "sarif":
            _say_what_is_left_out(result)
    if not workspace.document_count:
        raise no_document(workspace.shown)
    fails = any(item.level.reaches(threshold) for item in found)
    return int(fails and not wishes.exit_zero)


def _summarise(result: FindingsResult, data: Path) -> None:
    """Add the table of all findings to the job's summary, where GitHub Actions asks for one."""
    from compactctl.files.result_files import ResultFile
    from compactctl.formats.findings.github import MAXIMUM_SUMMARY, summary

    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        hint = "GITHUB_STEP_SUMMARY names a plain file that can be written to, or is not set"
        with ResultFile(name, data, "the summary", hint).appended() as file:
            file.write(summary(result, MAXIMUM_SUMMARY - file.tell()).encode())


def _say_what_is_left_out(result: FindingsResult) -> None:
    from compactctl.formats.findings.sarif import left_out

    if note := left_out(result):
        tell(note, "the other formats have all of them")


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
