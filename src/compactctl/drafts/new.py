"""The first edition of an authority's compact, to be filled in."""

from collections.abc import Iterator, Sequence
from typing import Final

from compactctl.documents.content import Priority
from compactctl.documents.status import COMPACT_PARTIES
from compactctl.drafts.candidates import Candidates, Choice
from compactctl.drafts.form import asks, priority_lines, review_to_come, signatures, to_fill_in, to_take_up
from compactctl.drafts.lines import comment, document, indented, keyed, schema_line
from compactctl.workspace.agenda import PlacedArea

_HOW_TO: Final = (
    "Write over every TODO. A text stands on lines of its own below '>-' and needs no quotes, whatever is in it.",
    "Begin each line as far in as the TODO stands, with blanks and not with the Tab key.",
    'A text that you write behind a name and a colon stands in double quotes: "Reading: the first years".',
    "Lines that begin with '#' are notes for you; delete them as you like.",
    "When you are done, run: compactctl validate",
)


def new_compact(candidates: Candidates, choices: Sequence[Choice]) -> str:
    """Return the text of a compact with one priority to fill in for each choice; all other open areas are offered."""
    return compact_with(candidates, [(choice.area, to_fill_in(choice, candidates)) for choice in choices])


def compact_with(
    candidates: Candidates,
    priorities: Sequence[tuple[PlacedArea, Priority]],
    *,
    offers_others: bool = True,
    review_by: str = "",
) -> str:
    """Return the text of a compact with some priorities, each after its area; the other open areas may be offered.

    Where no day of review is given, a comment says where it goes.
    """
    authority, agenda = candidates.authority, candidates.agenda
    edition = [
        *([f"review_by: {review_by}"] if review_by else review_to_come(agenda.year)),
        "priorities:",
        *indented(_priorities(candidates, priorities, offers_others=offers_others)),
        *asks(authority.name, priorities[0][0].id if priorities else None),
        "",
        *signatures(COMPACT_PARTIES, authority.slug),
    ]
    return document(
        [
            schema_line("compact"),
            "#",
            *comment(f"The compact of {authority.name} with the department, from {agenda.year} on."),
            "#",
            *(line for words in _HOW_TO for line in comment(words)),
            *keyed("authority", authority.slug),
            "editions:",
            f"  - year: {agenda.year}",
            *indented(edition, 2),
        ],
    )


def _priorities(
    candidates: Candidates, priorities: Sequence[tuple[PlacedArea, Priority]], *, offers_others: bool
) -> Iterator[str]:
    name = candidates.authority.name
    for area, content in priorities:
        yield from priority_lines(area, content, name)
        yield ""
    chosen = {area.id for area, _ in priorities}
    areas = [area for area in candidates.areas if area.id not in chosen] if offers_others else []
    if areas:
        others = "other areas are open to" if priorities else "areas are open to"
        yield from comment(
            f"These {others} {name}. Take up what matters most: delete the '# ' before the lines of an area."
        )
        yield ""
        yield from to_take_up(candidates, areas)
