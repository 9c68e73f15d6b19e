"""Writes an authority's compact as people do: mostly plain text, some of it folded or quoted, a few comments."""

from random import Random

from benchmarks.agenda import written
from benchmarks.editions import Edition, Priority
from benchmarks.wording import NOTES, say

ROLES = {"authority": "Director of Education", "department": "Minister of State for School Standards"}


def compact(slug: str, editions: list[Edition], random: Random) -> str:
    """Write the compact of the authority `slug` with its editions, oldest first."""
    body = "".join(_edition(edition, random, newest=edition is editions[-1]) for edition in editions)
    # An ampersand inside a text is no anchor: a reader that takes a short cut for files without any meets some here.
    text = body.replace(" and ", " & ") if random.random() < 1 / 20 else body
    return f"# Made up for measuring.\nauthority: {slug}\neditions:\n{text}"


def _edition(edition: Edition, random: Random, *, newest: bool) -> str:
    agenda = edition.agenda
    titles = {area.id: area.title for area in agenda.areas}
    note = f"    note: {_text(say(random, NOTES), 6, random)}\n" if random.random() < 1 / 2 else ""
    # A review is overdue until a later edition follows: the newest says no date, so that no day brings a warning.
    review = "" if newest else f"    review_by: {agenda.start + 1}-12-31\n"
    return (
        f"  - year: {written(agenda.start)}\n{note}{review}    priorities:\n"
        + "".join(_priority(priority, titles[priority.area], random) for priority in edition.priorities)
        + "    asks:\n"
        + "".join(_ask(text, area, random) for text, area in edition.asks)
        + _signatures(edition, random)
    )


def _priority(priority: Priority, title: str, random: Random) -> str:
    comment = f"  # {title}" if random.random() < 1 / 3 else ""
    issue = f"        issue: {priority.issue}\n" if priority.issue else ""
    return (
        f"      - area: {priority.area}{comment}\n{issue}        term: {priority.term}\n"
        f"        why: {_text(priority.why, 10, random)}\n        contributions:\n"
        f"          authority:\n{_list(priority.authority, random)}"
        f"          department:\n{_list(priority.department, random)}"
    )


def _list(texts: tuple[str, ...], random: Random) -> str:
    return "".join(f"            - {_text(text, 14, random)}\n" for text in texts)


def _ask(text: str, area: str | None, random: Random) -> str:
    return f"      - text: {_text(text, 10, random)}\n" + (f"        area: {area}\n" if area else "")


def _text(text: str, indent: int, random: Random) -> str:
    """Lay a text out plain, quoted, or folded over two lines; each of them means the same."""
    layout = random.random()
    if layout < 1 / 8:
        return f'"{text}"'
    if layout < 1 / 3:
        middle = text.index(" ", len(text) // 2)
        return f">-\n{' ' * indent}{text[:middle]}\n{' ' * indent}{text[middle + 1 :]}"
    return text


def _signatures(edition: Edition, random: Random) -> str:
    if not edition.signed_by:
        return "    signatures: []\n"
    start = edition.agenda.start
    return "    signatures:\n" + "".join(
        f"      - party: {party}\n        role: {ROLES[party]}\n"
        f"        date: {start}-{month}-{random.randint(10, 28)}\n"
        for party, month in zip(edition.signed_by, ("10", "12"), strict=False)
    )
