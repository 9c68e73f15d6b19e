"""The parts of an edition as a form: what is to be filled in, and beside it, in comments, what to write there."""

from collections.abc import Iterable

from compactctl.documents import hints
from compactctl.documents.compact import Contributions, Priority
from compactctl.documents.values import TODO, Party
from compactctl.drafts.lines import comment, commented, entry, indented, item, keyed
from compactctl.workspace.agenda import PlacedArea


def to_fill_in(area: PlacedArea, issue: str | None = None, term: str | None = None) -> Priority:
    """Return a priority in which what is not given is still to be written."""
    return Priority(
        area=area.id,
        issue=(issue or TODO) if area.named_locally else None,
        term=term or TODO,
        why=TODO,
        contributions=Contributions(authority=[TODO], department=[TODO]),
    )


def heading(area: PlacedArea) -> list[str]:
    """Return the letter, title and summary of an area as comments."""
    return [*comment(area.label), *comment(area.content.summary or "")]


def priority(area: PlacedArea, content: Priority, authority: str) -> list[str]:
    """Return a priority under the heading of its area; `authority` is the name of the one whose compact it is."""
    lines = keyed("area", area.id)
    if content.issue is not None:
        lines += _hinted(keyed("issue", content.issue), hints.ISSUE, content.issue)
    lines += _hinted([f"term: {content.term}"], "short or medium", content.term)
    lines += _hinted(keyed("why", content.why or TODO), hints.WHY, content.why)
    lines += ["contributions:", *indented(_side("authority", content.contributions.authority, authority))]
    lines += indented(_side("department", content.contributions.department, "the department"))
    return [*heading(area), *entry(lines)]


def offered(lines: Iterable[str]) -> list[str]:
    """Return lines that count only once their '# ' is taken away, with a free line after them."""
    return [*commented(lines), ""]


def _side(key: str, texts: Iterable[str | None], who: str) -> list[str]:
    written = [text for text in texts if text is not None]
    named = " ".join(who.split())
    if not written:
        return [f"{key}:", *indented(comment(f"- what {named} will do; nothing yet"))]
    first = _hinted([f"{key}:"], f"what {named} will do, each thing on a line of its own after a '-'", written[0])
    return [*first, *indented(line for text in written for line in item(text))]


def _hinted(lines: list[str], hint: str, text: str | None) -> list[str]:
    """Add what to write to the line of a key whose text is still to be written."""
    return [f"{lines[0]}  # {hint}", *lines[1:]] if text == TODO else lines


def asks(authority: str, example: str | None) -> list[str]:
    """Return the key for asks, empty, and how to write one."""
    about = f"area: {example}" if example else f"area: {TODO}"
    return [
        *comment(f"Changes to national policy or practice that {authority} asks for. None is fine. Each like this:"),
        "asks:",
        *indented(commented([f"- text: {TODO}", f"  {about}  # only where the ask is about one of the areas above"])),
    ]


def signatures(parties: Iterable[Party]) -> list[str]:
    """Return the key for signatures, empty, and how to write them."""
    blocks = (
        entry([f"party: {party}", f"role: {TODO}  # {hints.ROLES[party]}", f"date: {TODO}  # the day, like 2004-01-31"])
        for party in parties
    )
    return [
        *comment("Leave this empty until it is agreed. Then each side signs like this:"),
        "signatures:",
        *indented(commented(line for block in blocks for line in block)),
    ]
