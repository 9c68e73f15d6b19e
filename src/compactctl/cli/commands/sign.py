"""Records a signature to an authority's compact, or to a year's annex.

WHAT is an authority (its name or number), whose newest edition is signed, or an academic year, whose annex is. On
a terminal it shows what is to be signed, asks for what is not given, and signs when you say so. Nothing is signed while
something in it, or in what it rests on, is wrong or unfinished. What stood in the file stays as it is.
"""

from contextlib import ExitStack
from typing import Annotated

from compactctl.cli import offers
from compactctl.cli.options import AsOf, Data, DryRun, data_folder, day_of
from compactctl.cli.output import deliver, notify
from compactctl.cli.parameters import Argument, Option


def command(
    what: Annotated[
        str,
        Argument(metavar="WHAT", help="An authority, or the year of an annex.", offers=offers.signable),
    ],
    party: Annotated[
        str | None,
        Option(
            "--party",
            metavar="PARTY",
            help="Who signs: authority or department; to an annex department or association.",
            offers=offers.choices(("authority", "department", "association")),
        ),
    ] = None,
    role: Annotated[
        str | None,
        Option("--role", metavar="TEXT", help='In what role: --role "Leader of the council".'),
    ] = None,
    name: Annotated[
        str | None,
        Option("--name", metavar="TEXT", help="The name of the person who signs."),
    ] = None,
    date: Annotated[
        str | None,
        Option("--date", metavar="DATE", help="The day of the signature [default: that of --as-of]."),
    ] = None,
    year: Annotated[
        str | None,
        Option(
            "--year",
            metavar="YEAR",
            help="The academic year of the edition [default: the newest edition's].",
            offers=offers.years,
        ),
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    data: Data = None,
) -> int:
    """Find, check, ask, and write."""
    from compactctl.cli.opening import opened
    from compactctl.cli.prompts import can_ask, wants_to
    from compactctl.cli.signature import ask_signature, find_wanted, show_page, signature_options
    from compactctl.cli.signing import WantedEdition, notify_signed, show, signing
    from compactctl.files.data_folder import ANNEXES, COMPACTS
    from compactctl.files.locking import locked
    from compactctl.files.writing import replace
    from compactctl.formats.patch import unified_diff

    today = day_of("--as-of", as_of)
    options = signature_options(what, party, role, name, date)
    asks = can_ask()
    signature = None if asks else options.signature(today)
    root = data_folder(data)
    workspace = opened(root)
    wanted = find_wanted(workspace, what, year, today)
    folder = COMPACTS if isinstance(wanted, WantedEdition) else ANNEXES
    with ExitStack() as lock:
        if not asks and not dry_run:
            lock.enter_context(locked(root, folder))
        before = signing(workspace, wanted, today)
        before.check_is_ready()
        if asks:
            show_page(before)
        for line in before.not_carried_on():
            notify(line)
        signature = signature or ask_signature(before, options)
        old, new, after = before.signed(signature)
        show(workspace, after.warnings)
        if dry_run:
            deliver(unified_diff(before.path, old, new))
            return 0
        if asks:
            # Nobody else waits for an answer: whoever writes meanwhile makes `replace` refuse.
            if not wants_to("Sign?"):
                return 1
            lock.enter_context(locked(root, folder))
        replace(root, before.subject.name, old, new)
    notify_signed(before, after, signature)
    return 0
