"""Asks an officer, in a conversation on a terminal, what a new edition is to take up."""

import re
from collections.abc import Iterator, Sequence

from compactctl.cli.prompts import Conversation, or_none
from compactctl.drafts.candidates import Candidates, Choice, distinct_issues, issue, term
from compactctl.errors import CannotDo
from compactctl.workspace.agenda import PlacedArea


def ask_choices(menu: Candidates) -> list[Choice]:
    """Ask for areas, their terms and the names of local issues; raises `KeyboardInterrupt` on Ctrl-C or Ctrl-D."""
    return Conversation.hold(lambda talk: _choices(talk, menu))


def _choices(talk: Conversation, menu: Candidates) -> list[Choice]:
    talk.say(f"These areas are open to {menu.authority.name} in {menu.agenda.year}:", "")
    talk.say(*(f"  {area.letter:2} {area.title}" for area in menu.areas))
    talk.say("", "Which of them matter most there? Give their letters, like b, e and n.")
    areas = talk.ask("Areas", "Enter leaves them open, to choose in the file", lambda words: _areas(menu, words))
    return [choice for area in {area.id: area for area in areas}.values() for choice in _ask_about(talk, menu, area)]


def _areas(menu: Candidates, words: str, separators: Sequence[str] = (";", ",", r"\s")) -> list[PlacedArea]:
    """Return the areas that an answer names: by one title, which may hold commas and blanks, or one after the other."""
    if words.strip().lower() in ("", "and", "&"):
        return []
    try:
        return [menu.area(words)]
    except CannotDo:
        if not separators:
            raise
    parts = re.split(separators[0], words)
    return [area for part in parts for area in _areas(menu, part, separators[1:])]


def _ask_about(talk: Conversation, menu: Candidates, area: PlacedArea) -> Iterator[Choice]:
    talk.say("", area.label)
    for name in _ask_issues(talk) if area.named_locally else [None]:
        if not menu.asks_term:
            yield Choice(area, name)
            continue
        if name:
            talk.say(f"For the issue '{name}':")
        chosen = talk.ask("Term, s for short or m for medium", "Enter leaves it open", or_none(term))
        yield Choice(area, name, chosen)


def _ask_issues(talk: Conversation) -> list[str | None]:
    """Ask for issues until there are no more; without any, one is left to be named in the file."""
    talk.say("Each issue is named in your own words, and stands as a priority of its own.")
    names: list[str] = []
    question = "Issue", "Enter leaves it open"
    while name := talk.ask(*question, or_none(issue)):
        names.append(name)
        question = "Another issue", "Enter if there is none"
    return [*distinct_issues(names)] or [None]
