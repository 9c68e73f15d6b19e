"""A slip as data: which lines of a form become which, and what was meant by them."""

import json
from enum import StrEnum
from typing import Final, NamedTuple

from tests.slips.forms import FORMS


class Outcome(StrEnum):
    """What may become of a slip."""

    REPAIRED = "repaired"
    """Told, and repaired as it was meant: a kind of the table."""
    TOLD = "told"
    """Told, and left: it has two readings, or wants a decision."""
    EITHER = "either"
    """Told, and left or repaired as it was meant: no kind of the table, or one may doubt what was meant."""
    KEPT = "kept"
    """No slip at all: it reads as it was typed."""


class Slip(NamedTuple):
    """Lines of a form, from `line` on (the first being 0) as many as `old` has, that become those of `typed`.

    `meant` are the lines as they should have been typed. `told` numbers those of the typed lines of which each has to
    be told; without any, one of those that differ from what was meant has to be. `encoding` is that of the whole file.
    """

    kind: str
    outcome: Outcome
    form: str
    line: int
    old: tuple[str, ...]
    typed: tuple[str, ...]
    meant: tuple[str, ...]
    told: tuple[int, ...] = ()
    encoding: str = "utf-8"

    @property
    def end(self) -> int:
        """The line of the form after its last one."""
        return self.line + len(self.old)

    def told_lines(self, first: int) -> list[frozenset[int]]:
        """Return sets of lines of each of which one has to be told, where the typed lines begin at `first`."""
        if self.told:
            return [frozenset([first + number]) for number in self.told]
        differing = [number for number, line in enumerate(self.typed) if line not in self.meant]
        return [frozenset(first + number for number in differing or range(len(self.typed)))]


def slip(
    outcome: Outcome,
    form: str,
    old: str,
    typed: str,
    meant: str | None = None,
    *,
    told: tuple[int, ...] = (),
    encoding: str = "utf-8",
) -> Slip:
    """Return a slip of whole lines, where these stand first in a form; what was meant is what stood there, or others.

    It has no kind yet.
    """
    lines, wanted = FORMS[form].text.split("\n"), old.split("\n")
    begins = [n for n in range(len(lines)) if lines[n : n + len(wanted)] == wanted]
    if not begins:
        raise ValueError(f"{form} has no such lines: {old}")
    good = wanted if meant is None else meant.split("\n")
    return Slip("", outcome, form, begins[0], tuple(wanted), tuple(typed.split("\n")), tuple(good), told, encoding)


SLOTS: Final = (
    ("plain", "Results differ between districts"),
    ("plain", "Two literacy consultants"),
    ("plain", "Drafted after the meeting in June"),
    ("plain", "Advice on the use of grants"),
    ("plain", "Publish the tables later"),
    ("plain", "Schools that serve armed forces families"),
    ("plain", "A summer school in every district"),
    ("plain", "Places are scarce in the rural north"),
    ("plain", "The department will consult"),
    ("plain", "Capital for two new buildings"),
    ("plain", "Papers of the education committee"),
    ("plain", "Pupils move twice a year"),
    ("plain", "A teacher for new arrivals"),
    ("plain", "Letter of the minister"),
    ("plain", "Records that follow the child"),
    ("plain", "Agreed in principle by both sides"),
    ("plain", "The materials of the national pilot"),
    ("plain", "Give notice of grants for three years"),
    ("plain", "Training for forty childminders"),
    ("plain", "Minutes of the cabinet"),
    ("statement", "Supporting Transformation in Partnership"),
    ("statement", "Each side respects what the other does"),
    ("statement", "Minutes of the standing group"),
    ("statement", "Every child achieves their potential"),
    ("statement", "One education plan in place of many"),
    ("statement", "A standing group was set up"),
    ("annex", "Agenda for the academic year"),
    ("annex", "A coherent picture of secondary schools"),
    ("annex", "Targets that stretch schools"),
    ("annex", "The London Challenge"),
    ("annex", "What arises from local circumstances"),
    ("signed", "A second consultant from spring"),
    ("signed", "Numbers have not grown since"),
)
"""Places of a free text: the form, and the text that stands there, behind a name or behind a dash."""


def in_slot(outcome: Outcome, slot: tuple[str, str], typed: str, meant: str) -> Slip:
    """Return the slip of one text that is typed behind its name or its dash, where another one was meant."""
    form, text = slot
    line = next(line for line in FORMS[form].text.split("\n") if line.endswith(text))
    before = line.removesuffix(text)
    return slip(outcome, form, line, before + typed, before + json.dumps(meant, ensure_ascii=False))


def shifted(outcome: Outcome, form: str, old: str, by: int) -> Slip:
    """Return the slip of lines that stand some blanks further in, or further out, than they should."""
    moved = [" " * by + line if by > 0 else line[-by:] for line in old.split("\n")]
    return slip(outcome, form, old, "\n".join(moved))


def repaired(form: str, old: str, typed: str, meant: str | None = None, *, told: tuple[int, ...] = ()) -> Slip:
    return slip(Outcome.REPAIRED, form, old, typed, meant, told=told)


def either(form: str, old: str, typed: str, meant: str | None = None, *, told: tuple[int, ...] = ()) -> Slip:
    return slip(Outcome.EITHER, form, old, typed, meant, told=told)


def told(form: str, old: str, typed: str, *, told: tuple[int, ...] = ()) -> Slip:
    return slip(Outcome.TOLD, form, old, typed, told=told)


def kept(form: str, old: str, typed: str, meant: str | None = None) -> Slip:
    return slip(Outcome.KEPT, form, old, typed, meant)


def moved(form: str, *lines: tuple[str, int]) -> tuple[Slip, ...]:
    """Return the slips of lines that stand further in, or further out, each by so many blanks."""
    return tuple(shifted(Outcome.REPAIRED, form, line, by) for line, by in lines)


def part(form: str, first: str, last: str) -> str:
    """Return the lines of a form from one to another one."""
    text = FORMS[form].text
    return text[text.index(first) : text.index(last) + len(last)]


def block(form: str, first: str, last: str) -> str:
    """Return the lines of a form that begin with one and end with another one, each given whole."""
    return part(form, f"\n{first}\n", f"\n{last}\n").strip("\n")


WHY: Final = "        why: Results differ between districts"
DASH: Final = "            - Two literacy consultants"
NEXT_DASH: Final = "            - A summer school in every district"
TERM: Final = "        term: short"
SECOND_PRIORITY: Final = block("plain", "      - area: early-education", "            - Capital for two new buildings")
TWO_ENTRIES: Final = f"{DASH}\n{NEXT_DASH}"
