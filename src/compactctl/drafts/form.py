"""The parts of an edition as a form: what is to be filled in, and above it, in comments, what to write there.

Every text stands on lines of its own below a '>-', so that whoever types over a TODO needs no quotes.
"""

from collections.abc import Iterable
from typing import Final

from compactctl.documents.content import Contributions, Priority
from compactctl.documents.values import TODO, Party
from compactctl.documents.years import AcademicYear
from compactctl.drafts.candidates import Candidates, Choice
from compactctl.drafts.lines import comment, commented, entry, free, indented, item, keyed
from compactctl.workspace.agenda import PlacedArea

ROLES: Final = {
    Party.AUTHORITY: "leader of the council",
    Party.DEPARTMENT: "minister for schools",
    Party.ASSOCIATION: "chair of the association",
}
"""In what office one signs for a party, as an example."""


def to_fill_in(choice: Choice, candidates: Candidates) -> Priority:
    """Return a priority in which what is not given, and is asked for in this record, is still to be written."""
    return Priority(
        area=choice.area.id,
        issue=(choice.issue or TODO) if choice.area.named_locally else None,
        term=choice.term or (TODO if candidates.asks_term else None),
        why=TODO if candidates.asks_why else None,
        contributions=Contributions(authority=[TODO], department=[TODO]),
    )


def heading(area: PlacedArea) -> list[str]:
    """Return the letter, title and summary of an area as comments."""
    return [*comment(area.label), *comment(area.content.summary or "")]


def priority_lines(area: PlacedArea, content: Priority, authority: str) -> list[str]:
    """Return a priority under the heading of its area; `authority` is the name of the one whose compact it is."""
    lines = keyed("area", area.id)
    if content.issue is not None:
        lines += _hinted("What matters here, in your own words:", free("issue", content.issue), content.issue)
    if content.term is not None:
        hint = "The term, short or medium; take the line out where none is agreed:"
        lines += _hinted(hint, [f"term: {content.term}"], content.term)
    if content.why is not None:
        hint = "Why it matters most here, in a sentence or two; take it out where no reason is given:"
        lines += _hinted(hint, free("why", content.why), content.why)
    lines += ["contributions:", *indented(_contributions("authority", content.contributions.authority, authority))]
    lines += indented(_contributions("department", content.contributions.department, "the department"))
    return [*heading(area), *entry(lines)]


def offered(lines: Iterable[str]) -> list[str]:
    """Return lines that count only once their '# ' is taken away, with a free line after them."""
    return [*commented(lines), ""]


def to_take_up(candidates: Candidates, areas: Iterable[PlacedArea]) -> list[str]:
    """Return areas as comments, each a priority to fill in."""
    name = candidates.authority.name
    return [
        line for area in areas for line in offered(priority_lines(area, to_fill_in(Choice(area), candidates), name))
    ]


def _contributions(key: str, texts: Iterable[str | None], who: str) -> list[str]:
    written = [text for text in texts if text is not None]
    if not written:
        what = f"What {who} will do; nothing is written yet. To write something, delete the '# ':"
        return [*comment(what), f"{key}:", *indented(commented(item(TODO)))]
    what = f"What {who} will do; for another thing, write another '- >-' with its text below:"
    return _hinted(what, [f"{key}:", *indented(line for text in written for line in item(text))], written[0])


def _hinted(hint: str, lines: list[str], text: str | None) -> list[str]:
    """Put what to write above a key whose text is still to be written."""
    return [*comment(hint), *lines] if text == TODO else lines


def review_to_come(year: AcademicYear) -> list[str]:
    """Return as comments where the day of the review of a year's edition goes."""
    hint = "The day of the annual review goes here, without the '# ' before it:"
    return [*comment(hint), f"# review_by: {year.following.start}-12-31"]


def asks(authority: str, example: str | None) -> list[str]:
    """Return the key for asks, empty, and how to write one."""
    block = free("text", TODO)
    if example:
        block += [*comment("Only where the ask is about one of the areas above:"), *keyed("area", example)]
    return [
        *comment(f"Changes to national policy or practice that {authority} asks for. None is fine. Each like this:"),
        "asks:",
        *indented(commented(entry(block))),
    ]


def signatures(parties: Iterable[Party], what: str) -> list[str]:
    """Return the key for signatures, empty, and how to write them; `what` is an authority or a year, as in commands."""
    return [
        *comment(f"Leave this empty. When a side signs, run: compactctl sign {what}; or write it like this:"),
        "signatures:",
        *indented(commented(line for party in parties for line in entry(_signature(party)))),
    ]


def _signature(party: Party) -> list[str]:
    return [
        f"party: {party}",
        *comment("The name of who signs; these three lines may be left out:"),
        *free("name", TODO),
        *comment(f"In what office, such as {ROLES[party]}:"),
        *free("role", TODO),
        *comment("On which day, like 2004-01-31:"),
        f"date: {TODO}",
    ]
