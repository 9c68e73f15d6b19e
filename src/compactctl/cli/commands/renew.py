"""Adds the next edition to a compact, carried over from its last.

AUTHORITY is a name or a number: hampshire, "Hampshire County Council", 850. The edition is that of the next year
that has an annex, and its areas are followed through that annex. Every text that came over is marked to be looked at
again; what stood in the file stays as it is.
"""

from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

from compactctl.cli import offers
from compactctl.cli.options import Data, DryRun, data_folder, today
from compactctl.cli.output import deliver, notify
from compactctl.cli.parameters import Argument
from compactctl.words import number

if TYPE_CHECKING:
    from compactctl.drafts.renew import Renewal


def command(
    authority: Annotated[
        str,
        Argument(metavar="AUTHORITY", help="The authority: its name or number.", offers=offers.compacts),
    ],
    dry_run: DryRun = False,
    data: Data = None,
) -> int:
    """Read, draft and write as one step to other runs."""
    from compactctl.cli.drafting import notify_beyond_register
    from compactctl.cli.opening import opened
    from compactctl.drafts.inputs import check_has_compact
    from compactctl.drafts.renew import renewal, whole_compact
    from compactctl.files.data_folder import COMPACTS, compact_file
    from compactctl.files.inserting import append_entry
    from compactctl.files.locking import locked
    from compactctl.files.writing import replace
    from compactctl.formats.patch import unified_diff
    from compactctl.workspace.naming import find_authority
    from compactctl.workspace.requirements import check_format

    root = data_folder(data)
    workspace = opened(root)
    check_format(workspace)
    who = find_authority(workspace, authority, today=today(), has_compact=True)
    check_has_compact(workspace, who)
    name = compact_file(who.slug)
    path = workspace.path_of(name)
    with nullcontext() if dry_run else locked(root, COMPACTS):
        compact, old = whole_compact(workspace, who.slug)
        edition = renewal(workspace, compact)
        new = append_entry(path, old, ("editions",), edition.text)
        if not dry_run:
            replace(root, name, old, new)
    if not edition.last_is_reviewed:
        message = f"the edition of {edition.last} has no review yet"
        notify(message, "where one was held, write in that edition 'review:', and below it 'date: …' and 'text: …'")
    notify_beyond_register(workspace, edition.year)
    if dry_run:
        deliver(unified_diff(path, old, new))
    else:
        _describe(path, edition)
    return 0


def _describe(path: str, edition: "Renewal") -> None:
    carried = edition.carried
    over = number(len(carried.priorities), "priority", "priorities")
    *lines, last = [
        f"added the edition of {edition.year} to '{path}', with {over} carried over from {edition.last}",
        *(f"offered in it as a comment, to be decided: {offer.area.label}" for offer in carried.offers),
        *(f"left out of it: {words}" for words in carried.left_out),
        *(f"left behind, since it has its answer: {words}" for words in carried.answered),
        *(f"cut short in it, and whole in the edition of {edition.last}: {words}" for words in carried.cut),
    ]
    for line in lines:
        notify(line)
    notify(last, "open it and look at every TODO; then run 'compactctl validate'")
