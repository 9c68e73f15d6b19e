"""What `validate` does with its options: check, narrow, show, and say whether it fails."""

import os
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from compactctl.cli.narrowing import Narrowing
from compactctl.cli.options import day, one_of, wants_colour, year
from compactctl.cli.output import deliver, tell
from compactctl.cli.since import opened_since
from compactctl.errors import CannotDo
from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import under_actions
from compactctl.formats.styled import coloured, plain
from compactctl.rules.checking import Selection, check, within_limit
from compactctl.rules.names import is_untouchable, page_of
from compactctl.rules.rule import Checks
from compactctl.words import quoted
from compactctl.workspace.opening import no_document, open_workspace
from compactctl.workspace.workspace import Workspace


class Wishes(NamedTuple):
    """The options, as they were written."""

    folder: Path
    paths: Sequence[str]
    format: str
    formats: Sequence[str]
    output: str | None
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
    name = one_of("--format", wishes.format, wishes.formats)
    threshold = Level(one_of("--fail-on", wishes.fail_on, [str(level) for level in Level]))
    selection = _selection(wishes.select, wishes.ignore)
    today = day("--as-of", wishes.as_of)
    complete = year("--complete", wishes.complete) if wishes.complete is not None else None
    workspace = open_workspace(wishes.folder)
    narrowing = Narrowing(workspace.shown, wishes.paths)
    for path in narrowing.outside:
        tell(f"{quoted(path)} lies outside {quoted(workspace.shown)}, so nothing of it is checked")
    with opened_since(workspace, wishes.folder, wishes.since) as since:
        all_found = check(Checks(workspace, today, complete, since), selection)
    found = [item for item in all_found if narrowing.shows(item.place.file)]
    if not wishes.quiet or wishes.output is not None:
        result = _result(workspace, today, list(within_limit(found)), threshold, statistics=wishes.statistics)
        colour = wishes.output is None and wants_colour()
        deliver(_rendered(name, result, colour=colour), wishes.output)
        if name == "github":
            _summarise(result)
    if not workspace.document_count:
        raise no_document(workspace.shown)
    fails = any(item.level.reaches(threshold) for item in found)
    return int(fails and not wishes.exit_zero)


def _summarise(result: FindingsResult) -> None:
    """Add the table of all findings to the job's summary, where GitHub Actions asks for one."""
    from compactctl.formats.findings.job_summary import MAXIMUM_SUMMARY, summary

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with Path(path).open("ab") as file:
            file.write(summary(result, MAXIMUM_SUMMARY - file.tell()).encode())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        hint = "GITHUB_STEP_SUMMARY names a file that can be written to, or is not set"
        raise CannotDo(f"the summary cannot be written to {quoted(path)}: {reason}", hint) from error


def _selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    for rule in (*select, *ignore):
        page_of(rule)
    for rule in ignore:
        if is_untouchable(rule):
            hint = "what it finds cannot be read as anything; mend it where it is found"
            raise CannotDo(f"'{rule}' cannot be ignored", hint)
    return Selection(frozenset(select), frozenset(ignore))


def _result(
    workspace: Workspace, today: date, found: Sequence[Finding], threshold: Level, *, statistics: bool
) -> FindingsResult:
    return FindingsResult(
        folder=workspace.shown,
        as_of=today,
        documents=workspace.document_count,
        names=workspace.document_names,
        findings=found,
        runner=under_actions(os.environ),
        statistics=statistics,
        fails_from=threshold,
    )


def _rendered(name: str, result: FindingsResult, *, colour: bool) -> str | bytes:
    rendered: Any = import_module(f"compactctl.formats.findings.{name}").render(result)
    if isinstance(rendered, str | bytes):
        return rendered
    return coloured(rendered) if colour else plain(rendered)
