"""What the form of a priority asks for: a term and a reason, as far as the record goes in for them."""

from compactctl.drafts.choices import Menu
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.workspace import Workspace


def menu_in(workspace: Workspace, agenda: Agenda, authority: Authority) -> Menu:
    """Return what an authority may choose from, and whether it is asked for a term and a reason."""
    asks_term, asks_why = _asked(workspace)
    return Menu(agenda, authority, asks_term, asks_why)


def _asked(workspace: Workspace) -> tuple[bool, bool]:
    """Tell of terms and of reasons whether any priority of the record has one, if only to be written.

    Both are asked for where there is no priority, and where a compact is broken, so that it may have one.
    """
    has_any = has_term = has_why = False
    for file in workspace.compacts():
        if file.document is None or file.findings:
            return True, True
        for edition in file.document.content.editions:
            for priority in edition.priorities:
                has_any = True
                has_term = has_term or priority.term is not None
                has_why = has_why or priority.why is not None
        if has_term and has_why:
            break
    untold = not has_any or bool(workspace.unreadable_slugs)
    return has_term or untold, has_why or untold
