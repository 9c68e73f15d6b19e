"""Writes the first edition of an authority's compact, as a form to fill in.

AUTHORITY is a name or a number: hampshire, "Hampshire County Council", 850. On a terminal, without --area, it asks
which areas of the annex matter most there. Otherwise each area given becomes a priority to fill in; all others that are
open to the authority stand in the file as comments to take up. What is to be written is marked TODO.
"""

from typing import Annotated

from compactctl.cli import offers
from compactctl.cli.options import Data, DryRun, YearOption, data_folder, year_of
from compactctl.cli.output import notify
from compactctl.cli.parameters import Argument, Option
from compactctl.words import number


def command(
    authority: Annotated[
        str,
        Argument(metavar="AUTHORITY", help="The authority: its name or number.", offers=offers.authorities),
    ],
    year: YearOption = None,
    area: Annotated[
        list[str] | None,
        Option(
            "--area",
            metavar="AREA",
            help="An area to take up, by letter, id or title; may be given several times.",
            offers=offers.areas,
        ),
    ] = None,
    term: Annotated[
        list[str] | None,
        Option("--term", metavar="AREA=TERM", help="The term of an area, short or medium: --term b=short."),
    ] = None,
    local_issue: Annotated[
        list[str] | None,
        Option("--local-issue", metavar="TEXT", help="The name of an issue of the area that is named locally."),
    ] = None,
    dry_run: DryRun = False,
    data: Data = None,
) -> int:
    """Choose, draft, write."""
    from compactctl.cli.choosing import ask_choices
    from compactctl.cli.drafting import notify_beyond_register, write_new
    from compactctl.cli.opening import opened
    from compactctl.cli.prompts import can_ask
    from compactctl.drafts.candidates import candidates_in
    from compactctl.drafts.inputs import check_exists, check_is_new, newest_year, whole_agenda
    from compactctl.drafts.new import new_compact
    from compactctl.files.data_folder import compact_file
    from compactctl.workspace.naming import find_authority
    from compactctl.workspace.requirements import require_register

    root = data_folder(data)
    workspace = opened(root)
    register = require_register(workspace, "which authority is meant")
    agenda = whole_agenda(workspace, newest_year(workspace) if year is None else year_of("--year", year))
    who = find_authority(workspace, authority, year=agenda.year)
    check_exists(register, who, agenda.year)
    check_is_new(workspace, who)
    menu = candidates_in(workspace, agenda, who)
    given = (area or [], term or [], local_issue or [])
    choices = menu.choices(*given) if any(given) or not can_ask() else ask_choices(menu)
    notify_beyond_register(workspace, agenda.year)
    name = compact_file(who.slug)
    write_new(root, {name: new_compact(menu, choices).encode()}, dry_run=dry_run)
    if not dry_run:
        what = f"{number(len(choices), 'priority', 'priorities')} to fill in" if choices else "all areas to choose from"
        hint = "write over every TODO" if choices else "take up what matters most, and write over every TODO"
        written = f"wrote '{workspace.path_of(name)}', the compact of {register.label(who)} for {agenda.year}"
        notify(f"{written} with {what}", f"open it and {hint}; then run 'compactctl validate'")
    return 0
