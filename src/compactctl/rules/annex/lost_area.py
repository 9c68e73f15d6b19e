"""An area of the last annex that vanishes."""

from collections.abc import Iterator

from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import area, next_annex
from compactctl.workspace.agenda import Agenda

_OTHERS = "".join(
    area(letter, key)
    for letter, key in (("a", "challenging-targets"), ("b", "london-challenge"), ("c", "local-issues"))
)

RULE = Rule(
    level=Level.ERROR,
    found_when="an area of the last annex is neither continued, nor named in a 'from', nor retired",
    reason="an area that vanishes takes the compacts that rest on it along, and nobody can say where they went",
    remedy="keep the area under its id, name that id in the 'from' of the area that takes its place, or list it under 'retired'",
    says="'early-education' (d, Early education) of 2003/04 does not go on here: keep it, write 'from: [early-education]' in the area that takes its place, or list it under 'retired' with 'id: early-education' and 'why: …'",
    breaks=next_annex(_OTHERS + area("d", "ks2-literacy-numeracy"), head="year: ⟦2004/05⟧"),
    keeps=next_annex(
        _OTHERS + area("d", "ks2-literacy-numeracy"),
        tail="retired:\n  - id: early-education\n    why: It has a programme of its own\n",
    ),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Follow every area of the last annex into this one."""
    last = checks.workspace.last_agenda(agenda.year)
    if last is None or not agenda.knows_lineage:
        return
    gone_on = set(agenda.areas) | {item.id for item in agenda.document.content.retired}
    for area_of_this in agenda.areas.values():
        gone_on.update(area_of_this.content.origins)
    for lost in last.areas.values():
        if lost.id not in gone_on:
            source = agenda.document.source
            related = Related(f"the area in {last.year}", last.document.source.value((*lost.path, "id")))
            message = (
                f"'{lost.id}' ({lost.label}) of {last.year} does not go on here: keep it, write 'from: [{lost.id}]'"
                f" in the area that takes its place, or list it under 'retired' with 'id: {lost.id}' and 'why: …'"
            )
            yield Violation(source.value(("year",)), message, (related,))
