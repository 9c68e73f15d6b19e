"""The common workspace that every rule's sample starts from, and how a sample is made of it."""

from collections.abc import Mapping
from textwrap import indent
from typing import Final

from compactctl.files.data_folder import STATEMENT, annex_file, compact_file
from compactctl.rules.rule import Sample

ANNEX: Final = annex_file("2003-04")
NEXT_ANNEX: Final = annex_file("2004-05")
COMPACT: Final = compact_file("hampshire")

REGISTER_HEAD: Final = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors\n"

BASE: Final[Mapping[str, str]] = {
    STATEMENT: """\
title: Supporting Transformation in Partnership
vision:
  - Every child enjoys learning
focuses:
  - id: primary
    title: Primary education
commitments:
  - id: single-education-plan
    text: One education plan in place of many
signatures:
  - party: department
    role: Secretary of State
    date: 2003-07-23
  - party: association
    role: Chair
    date: 2003-07-23
""",
    ANNEX: """\
year: 2003/04
title: Agenda for the academic year 2003/04
groups:
  - id: school-standards
    title: Standards in schools
    areas:
      - letter: a
        id: challenging-targets
        title: Challenging targets
        summary: Support to schools for setting targets
      - letter: b
        id: ks2-literacy-numeracy
        title: Literacy and numeracy at key stage 2
        summary: Reading, writing and number at the end of primary school
        focuses: [primary]
  - id: wider-role
    title: The wider role
    areas:
      - letter: c
        id: london-challenge
        title: The London Challenge
        summary: The objectives of the London Challenge
        open_to:
          regions: [london]
      - letter: d
        id: early-education
        title: Early education
        summary: Early education and childcare
      - letter: e
        id: local-issues
        title: Local issues
        summary: What arises from local circumstances
        named_locally: true
signatures:
  - party: department
    role: Secretary of State
    date: 2003-07-23
  - party: association
    role: Chair
    date: 2003-07-23
""",
    COMPACT: """\
authority: hampshire
editions:
  - year: 2003/04
    priorities:
      - area: ks2-literacy-numeracy
        term: short
        why: Results differ between districts
        contributions:
          authority:
            - Two consultants
          department:
            - The pilot's materials
""",
}

OPENING, CLOSING = "⟦", "⟧"


def plain(text: str) -> str:
    """Return a sample's text without its marks."""
    return text.replace(OPENING, "").replace(CLOSING, "")


def replaced(file: str, *pairs: tuple[str, str]) -> Sample:
    """Return a sample in which pieces of one file of the common workspace are replaced, each at its first place."""
    text = BASE[file]
    for old, new in pairs:
        if old not in text:
            raise ValueError(old)
        text = text.replace(old, new, 1)
    return Sample({file: text})


def next_annex(areas: str, head: str = "year: 2004/05", tail: str = "") -> Sample:
    """Return a sample with a second annex, whose areas are given as lines of the list."""
    text = f"{head}\ntitle: Agenda\ngroups:\n  - id: all-areas\n    title: All areas\n    areas:\n"
    return Sample({NEXT_ANNEX: text + indent(areas, "      ") + tail})


def area(letter: str, key: str, more: str = "") -> str:
    """Return the lines of an area for `next_annex`; further lines come indented by two."""
    return (
        f"- letter: {letter}\n  id: {key}\n  title: {key.replace('-', ' ').capitalize()}\n  summary: As agreed\n{more}"
    )
