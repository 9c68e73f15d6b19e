"""The counts of a comparison add up, in its head and in an authority's line."""

from pathlib import Path

import pytest
from tests.rules.looking import write_sample
from tests.running import run

from compactctl.rules.rule import Sample
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX, area

OLD = ("challenging-targets", "ks2-literacy-numeracy", "early-education")
ENDED = "ended: {date: 2004-07-01, text: Over}\n"


def edition(year: str, *areas: str) -> str:
    rest = "term: short, why: It matters, contributions: {authority: [Training], department: [Advice]}"
    return f"  - year: {year}\n    priorities:\n" + "".join(f"      - {{area: {key}, {rest}}}\n" for key in areas)


@pytest.mark.parametrize(
    ("more", "new", "head", "line"),
    [
        ("", (OLD[0],), "1 kept, 0 carried to another area, 2 dropped", "1 kept, 2 dropped"),
        (ENDED, (OLD[0],), "1 kept, 0 carried to another area, 2 dropped", "1 kept, 2 dropped"),
        ("", ("merged-area",), "0 kept, 2 carried to another area, 1 dropped", "2 carried, 1 dropped"),
    ],
)
def test_what_became_of_the_old_priorities(
    more: str, new: tuple[str, ...], head: str, line: str, tmp_path: Path
) -> None:
    merged = area("a", "merged-area", "  from: [challenging-targets, ks2-literacy-numeracy]\n")
    kept = "".join(area(letter, key) for letter, key in zip("ab", OLD, strict=False))
    areas = merged if "merged-area" in new else kept
    annex = "year: 2004/05\ntitle: Agenda\ngroups:\n  - id: all\n    title: All\n    areas:\n"
    annex += "".join(f"      {text}\n" for text in areas.splitlines())
    compact = f"authority: hampshire\n{more}editions:\n{edition('2003/04', *OLD)}{edition('2004/05', *new)}"
    write_sample(Sample({ANNEX: BASE[ANNEX], NEXT_ANNEX: annex, COMPACT: compact}), tmp_path / "data")
    story = " ".join(run(tmp_path, "diff").stdout.split())
    assert f"Of 3 priorities of the one that renewed: {head}; 0 taken up anew." in story
    assert line in story
