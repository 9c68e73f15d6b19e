"""What a rule's one sample cannot show: several faults at once, and what is told of a file with too many."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Final

from tests.rules.looking import findings_in, write_sample

from compactctl.files.limits import MAXIMUM_FINDINGS, MAXIMUM_SHOWN_BYTES
from compactctl.finding import Finding, Level, Place, Repair, Span
from compactctl.rules.checking import check
from compactctl.rules.limit import within_limit
from compactctl.rules.rule import Checks, Sample
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX, plain, replaced
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import open_workspace


def test_an_unknown_name_is_told_after_a_known_one_too(tmp_path: Path) -> None:
    write_sample(replaced(ANNEX, ("[london]", "[london, lundon, south-east, est]")), tmp_path)
    findings = check(Checks(open_workspace(tmp_path), date(2004, 1, 15)), Selection(frozenset({"unknown-open-to"})))
    assert [plain(item.message).partition("'")[2].partition("'")[0] for item in findings] == ["lundon", "est"]


def test_an_area_of_another_year_is_told_by_its_name_of_this_year(tmp_path: Path) -> None:
    later = (
        BASE[ANNEX]
        .replace("2003/04", "2004/05")
        .replace("id: early-education", "id: early-years\n        from: [early-education]")
    )
    compact = BASE[COMPACT].replace("2003/04", "2004/05").replace("ks2-literacy-numeracy", "early-education")
    write_sample(Sample({NEXT_ANNEX: later, COMPACT: compact}), tmp_path)
    findings = check(Checks(open_workspace(tmp_path), date(2005, 1, 15)), Selection(frozenset({"unknown-area"})))
    assert [item.message.partition("; in 2004/05 ")[2] for item in findings] == [
        "that is 'early-years' (d, Early education)"
    ]


def _findings(count: int, level: Level) -> list[Finding]:
    return [Finding("unfinished", level, "x", Place("a.yaml", Span(line, 1, line, 2))) for line in range(1, count + 1)]


def test_what_is_left_out_weighs_as_much_as_the_heaviest_of_it() -> None:
    later = Finding("wrong-value", Level.ERROR, "x", Place("a.yaml", Span(9999, 1, 9999, 2)))
    shown = list(within_limit([*_findings(MAXIMUM_FINDINGS + 5, Level.WARNING), later]))
    assert len(shown) == MAXIMUM_FINDINGS + 1
    assert [item.level for item in shown if item.place.span is None] == [Level.ERROR]


def test_of_a_file_with_long_messages_fewer_are_shown_and_the_last_line_says_so() -> None:
    long = [item._replace(message="&" * 1000) for item in _findings(MAXIMUM_FINDINGS, Level.WARNING)]
    other = Finding("unfinished", Level.WARNING, "x", Place("b.yaml", Span(1, 1, 1, 2)))
    *others, beside = within_limit([*long, other])
    last, *shown = others
    assert beside == other
    assert len(shown) * 5000 <= MAXIMUM_SHOWN_BYTES < (len(shown) + 1) * 5000
    assert last.message.startswith(f"there are more findings in this file than the {len(shown)} that are shown")


def test_what_repairs_say_counts_too_and_the_last_line_has_none() -> None:
    repaired = [
        item._replace(message="", repair=Repair(1, 1, "&" * 1000)) for item in _findings(MAXIMUM_FINDINGS, Level.ERROR)
    ]
    last, *shown = within_limit(repaired)
    assert len(shown) * 5000 <= MAXIMUM_SHOWN_BYTES < (len(shown) + 1) * 5000
    assert last.repair is None


def test_as_many_findings_as_are_shown_need_no_last_line() -> None:
    findings = _findings(MAXIMUM_FINDINGS, Level.WARNING)
    assert list(within_limit(findings)) == findings


MANY: Final = MAXIMUM_FINDINGS + 100


def _edition(year: str, more: str = "") -> str:
    areas = "      - area: early-education\n" * MANY
    return f"  - year: {year}\n    priorities:\n{areas}{more}"


def _exempted(rule: str, year: str) -> str:
    return (
        f"exemptions:\n  - rule: {rule}\n    file: compacts/hampshire.yaml\n    year: {year}\n"
        "    until: 2009-01-01\n    reason: Agreed\n"
    )


def test_no_more_findings_that_are_alike_are_made_than_are_shown(tmp_path: Path) -> None:
    findings = findings_in(tmp_path, {COMPACT: f"authority: hampshire\neditions:\n{_edition('2003/04')}"})
    assert Counter(item.rule for item in findings)["repeated-area"] == MAXIMUM_FINDINGS + 1


def test_very_many_findings_of_one_rule_hide_none_of_another(tmp_path: Path) -> None:
    compact = f"authority: hampshire\neditions:\n{_edition('2003/04', '      - area: nowhere')}\n"
    config = "levels:\n  one-sided: off\n  repeated-area: off\n"
    findings = findings_in(tmp_path, {COMPACT: compact, "config.yaml": config})
    assert {item.rule for item in findings} == {"unknown-area"}


def test_very_many_findings_that_are_exempted_hide_none_of_another_year(tmp_path: Path) -> None:
    later = {NEXT_ANNEX: BASE[ANNEX].replace("2003/04", "2004/05")}
    twice = "  - year: 2004/05\n    priorities:\n" + "      - area: early-education\n" * 2
    compact = f"authority: hampshire\neditions:\n{_edition('2003/04')}{twice}"
    config = _exempted("repeated-area", "2003/04")
    findings = findings_in(tmp_path, {COMPACT: compact, "config.yaml": config, **later})
    assert [item.year for item in findings if item.rule == "repeated-area"] == ["2004/05"]
