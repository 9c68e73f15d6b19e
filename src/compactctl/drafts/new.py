"""The first edition of an authority's compact, to be filled in."""

from collections.abc import Iterator, Sequence
from typing import Final

from compactctl.documents.values import Party
from compactctl.drafts.basis import is_misnamed
from compactctl.drafts.choices import Choice, Menu
from compactctl.drafts.form import asks, offered, priority, signatures, to_fill_in
from compactctl.drafts.lines import comment, document, indented, keyed, schema_line
from compactctl.errors import CannotDo, Refused
from compactctl.workspace.authorities import Authority
from compactctl.workspace.workspace import Workspace

_SLUG_LENGTHS: Final = range(3, 61)
"""As ids have them, and so the names of compacts."""
_HOW_TO: Final = (
    "Write over every TODO. Lines that begin with '#' are notes for you; delete them as you like. Indent with blanks, "
    "as the lines around do. A text that holds ': ' or ' #', or does not begin with a letter or a figure, stands in "
    "quotes: 'Reading: the first years'. When you have done so, run: compactctl validate"
)


def check_is_new(workspace: Workspace, authority: Authority) -> None:
    """Raise `Refused` where the authority has a compact already, under a wrong name too."""
    slug = authority.slug
    if len(slug) not in _SLUG_LENGTHS:
        message = f"the name '{slug}' cannot be the name of a compact: it has less than 3 or more than 60 characters"
        raise CannotDo(message, f"give it another in '{workspace.path_of('authorities.csv')}'")
    if slug in workspace.compact_slugs:
        message = f"{authority.name} has a compact already, '{workspace.path_of(f'compacts/{slug}.yaml')}'"
        raise Refused(message, f"'compactctl renew {slug}' adds the edition of the next year to it")
    if is_misnamed(workspace, slug):
        message = f"something in '{workspace.path_of('compacts')}' goes by the name of '{slug}', and is no compact"
        raise Refused(message, "'compactctl validate' shows what it is; rename it, or move it out")


def new_compact(menu: Menu, choices: Sequence[Choice]) -> str:
    """Return the text of a compact with one priority to fill in for each choice; without any, all areas are offered."""
    authority, agenda = menu.authority, menu.agenda
    edition = [
        *comment("The day of the annual review goes here, without the '# ' before it:"),
        f"# review_by: {agenda.year.following.start}-12-31",
        "priorities:",
        *indented(_priorities(menu, choices)),
        *asks(authority.name, choices[0].area.id if choices else None),
        "",
        *signatures((Party.AUTHORITY, Party.DEPARTMENT)),
    ]
    return document(
        [
            schema_line("compact"),
            "#",
            *comment(f"The compact of {authority.name} with the department, from {agenda.year} on."),
            "#",
            *comment(_HOW_TO),
            *keyed("authority", authority.slug),
            "editions:",
            f"  - year: {agenda.year}",
            *indented(edition, 2),
        ],
    )


def _priorities(menu: Menu, choices: Sequence[Choice]) -> Iterator[str]:
    name = menu.authority.name
    for choice in choices:
        yield from priority(choice.area, to_fill_in(choice.area, choice.issue, choice.term), name)
        yield ""
    if not choices:
        yield from comment(
            f"These areas are open to {name}. Take up what matters most: delete the '# ' before the lines of an area.",
        )
        yield ""
        for area in menu.areas:
            yield from offered(priority(area, to_fill_in(area), name))
