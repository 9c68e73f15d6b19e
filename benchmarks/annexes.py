"""Writes the statement and the annexes of the corpora."""

from benchmarks.agenda import Agenda, written
from benchmarks.areas import STANDARDS, WIDER, Area

GROUPS = {STANDARDS: "Standards in schools", WIDER: "The authority's wider role, and local issues"}
FOCUSES = {
    "early-years": "More and better early education and childcare",
    "primary": "Primary education that builds on what has been gained",
    "secondary": "Secondary education that serves every pupil well",
    "14-19": "A phase from 14 to 19 that suits each learner",
    "school-workforce": "A school workforce with the time and the skills to teach well",
}


def statement() -> str:
    """Write the statement, signed by both of its parties."""
    focuses = "\n".join(f"  - id: {id_}\n    title: {title}" for id_, title in FOCUSES.items())
    return f"""\
title: Supporting Transformation in Partnership
vision:
  - Every child is accorded equal worth
focuses:
{focuses}
commitments:
  - id: single-education-plan
    text: One education plan for every authority in place of many
    due: 2006-12-31
{_signatures("2003-07-23")}"""


def annex(agenda: Agenda) -> str:
    """Write the annex of a year, signed by both of its parties in the July before it."""
    letters = dict(zip((area.id for area in agenda.areas), "abcdefghijklmnopqrstuvwxyz", strict=False))
    groups = "".join(
        f"  - id: {group}\n    title: {title}\n    areas:\n"
        + "".join(_area(letters[area.id], area) for area in agenda.areas if area.group == group)
        for group, title in GROUPS.items()
    )
    retired = "".join(f"  - id: {id_}\n    why: It has become part of every school's plan\n" for id_ in agenda.retired)
    return (
        f"# Made up for measuring.\nyear: {written(agenda.start)}\n"
        f"title: Agenda for the academic year {written(agenda.start)}\ngroups:\n{groups}"
        + (f"retired:\n{retired}" if retired else "")
        + _signatures(f"{agenda.start}-07-23")
    )


def _area(letter: str, area: Area) -> str:
    lines = [f"- letter: {letter}", f"  id: {area.id}", f"  title: {area.title}"]
    lines += [f"  summary: How this is to get better, for every pupil whom it touches ({area.title})."]
    lines += [f"  focuses: [{', '.join(area.focuses)}]"] if area.focuses else []
    lines += ["  open_to:", f"    regions: [{area.region}]"] if area.region else []
    lines += ["  named_locally: true"] if area.named_locally else []
    lines += [f"  from: [{', '.join(area.origins)}]"] if area.origins else []
    return "".join(f"      {line}\n" for line in lines)


def _signatures(date: str) -> str:
    return f"""\
signatures:
  - party: department
    role: Secretary of State for Education and Skills
    date: {date}
  - party: association
    role: Chair of the Local Government Association
    date: {date}
"""
