"""What the rules say beside their samples: the words to write, and nothing that follows from another finding alone."""

from pathlib import Path

import pytest
from tests.rules.looking import compact, findings_in

from compactctl.files.data_folder import STATEMENT
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX, area, next_annex

AREA = "area: ks2-literacy-numeracy"
ASK = "    asks:\n      - text: Give notice\n        area: {}\n"
IDS = "'challenging-targets', 'ks2-literacy-numeracy', 'london-challenge', 'early-education' or 'local-issues'"
OPEN_TO_HAMPSHIRE = IDS.replace("'london-challenge', ", "")
OTHERS = "".join(area(letter, key) for letter, key in (("a", "challenging-targets"), ("b", "xyz")))


def changed(name: str, old: str, new: str) -> dict[str, str | None]:
    assert old in BASE[name]
    return {name: BASE[name].replace(old, new, 1)}


def compact_of(file: str, authority: str) -> dict[str, str | None]:
    """Return the compact under a name of its own, which says another name inside."""
    text = BASE[COMPACT].replace("authority: hampshire", f"authority: {authority}")
    return {COMPACT: None, f"compacts/{file}.yaml": text}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (changed(COMPACT, AREA, "area: b"), "2003/04 has no area 'b': areas are named by id, not by letter; write 'ks2-literacy-numeracy' (b, Literacy and numeracy at key stage 2)"),
        (changed(COMPACT, AREA, "area: early  Education"), "2003/04 has no area 'early  Education': areas are named by id, not by title; write 'early-education' (d, Early education)"),
        (changed(COMPACT, AREA, "area: LITERACY & numeracy, at key stage 2"), "2003/04 has no area 'LITERACY & numeracy, at key stage 2': areas are named by id, not by title; write 'ks2-literacy-numeracy' (b, Literacy and numeracy at key stage 2)"),
        (changed(COMPACT, AREA, "area: zzz"), f"2003/04 has no area 'zzz'; write one of {OPEN_TO_HAMPSHIRE}"),
        (changed(COMPACT, AREA, "area: c"), "2003/04 has no area 'c': areas are named by id, not by letter, and 'london-challenge' (c, The London Challenge) is not open to this authority; choose an area that is"),
        (changed(COMPACT, AREA, "area: london-chalenge"), "2003/04 has no area 'london-chalenge'; did you mean 'london-challenge' (c, The London Challenge)? It is not open to this authority; choose an area that is"),
        (changed(COMPACT, "2003/04", "2005/06"), "there is no annex for 2005/06, only for 2003/04; correct the year, or begin the annex with 'compactctl revise 2005/06'"),
        ({COMPACT: None, "compacts/norfolk-2004.yaml": BASE[COMPACT].replace("hampshire", "norfolk")}, "the register has no authority 'norfolk-2004'; did you mean 'norfolk' (Norfolk)? Rename the file to 'norfolk.yaml'"),
        *(
            (compact_of(file, file), f"the register has no authority '{file}'; did you mean '{slug}' ({name})? Rename the file to '{slug}.yaml', and write '{slug}' here")
            for file, slug, name in (
                ("hull", "kingston-upon-hull", "Kingston upon Hull"),
                ("hampshire-county-council", "hampshire", "Hampshire"),
                ("city-of-bristol", "bristol", "Bristol"),
                ("london-borough-of-camden", "camden", "Camden"),
                ("durham", "county-durham", "County Durham"),
                ("bath", "bath-and-north-east-somerset", "Bath and North East Somerset"),
                ("886", "kent", "Kent"),
            )
        ),
        (compact_of("cuddington", "Kent County Council"), "the register has no authority 'cuddington'; did you mean 'kent' (Kent)? Rename the file to 'kent.yaml', and write 'kent' here"),
        (compact_of("2004-05", "2004-05"), "the register has no authority '2004-05'; if this is an annex, move it to the folder 'annex'; else name the file as the register does, like 'isle-of-wight.yaml', and write the same here"),
        ({COMPACT: None, "compacts/2004-05.yaml": BASE[ANNEX]}, "'authority' is missing from this compact; add a line 'authority: …'"),
        *(
            ({"authorities.csv": f"code,slug,name,ons_code,region,type,valid_from,valid_to,successors\n850,hampshire,Hampshire,,{region},{kind},,,\n", **changed(COMPACT, AREA, "area: london-challenge")}, f"'london-challenge' (c, The London Challenge) is not open to Hampshire{known}; choose an area that is")
            for region, kind, known in (("", "county", " (type county)"), ("south-east", "", " (region south-east)"), ("", "", ""))
        ),
        (compact_of("kingston", "kingston"), "the register has no authority 'kingston'; did you mean 'kingston-upon-hull' (Kingston upon Hull) or 'kingston-upon-thames' (Kingston upon Thames)? Name the file after the right one of these, and write the same here"),
        (compact_of("dorset-council", "dorset-council"), "the register has no authority 'dorset-council'; did you mean 'dorset-county' (Dorset (dorset-county))? Rename the file to 'dorset-county.yaml', and write 'dorset-county' here"),
        ({**compact_of("hampshire-county-council", "hampshire-county-council"), COMPACT: BASE[COMPACT]}, "the register has no authority 'hampshire-county-council'; the compact of Hampshire is in 'hampshire.yaml' already: move into it what belongs there, and take this file away"),
        (compact_of("hampshir", "Hampshire"), "'authority' is 'Hampshire', and the file is that of 'hampshir'; the register has neither"),
        (compact_of("hampshir", "hampshire"), "'authority' is 'hampshire', and the file is that of 'hampshir', which the register does not have"),
        (compact_of("hampshire", "Hampshire"), "'authority' is 'Hampshire', and the file is that of 'hampshire'; write 'hampshire'"),
        (changed(STATEMENT, "    text: One education plan in place of many\n", "    text: One education plan\n    due: 2006-13-01\n"), "'due' is '2006-13-01'; there is no such day in the calendar"),
        (changed(STATEMENT, "party: association", "party: authority"), "the authority does not sign the statement; write 'department' or 'association', or take the signature out"),
        (changed(STATEMENT, "focuses:\n  - id: primary\n    title: Primary education\n", ""), "the statement has no focus 'primary'; it names none; add it there, or take it out here"),
        (changed(ANNEX, "[primary]", "[zzz]"), "the statement has no focus 'zzz'; write one of 'primary'"),
        (changed(ANNEX, "regions: [london]", "regions: [london, zzz]"), "the register has no region 'zzz'; write one of 'east-midlands', 'east-of-england', 'london', 'north-east', 'north-west', 'south-east', 'south-west', 'west-midlands' or 'yorkshire-and-the-humber', or take it out"),
        (changed(ANNEX, "regions: [london]", "authorities: [Kent County Council]"), "the register has no authority 'Kent County Council'; did you mean 'kent'?"),
        (changed(ANNEX, "regions: [london]", "authorities: [886]"), "the register has no authority '886'; did you mean 'kent'?"),
        (changed(ANNEX, "regions: [london]", "authorities: [Kingston]"), "the register has no authority 'Kingston'; did you mean 'kingston-upon-hull' or 'kingston-upon-thames'?"),
        (changed(ANNEX, "regions: [london]", "authorities: [zzz]"), "the register has no authority 'zzz'; correct it, or take it out"),
        (compact(more=ASK.format("early-education")), "'early-education' (d, Early education) is no priority of this edition; write 'ks2-literacy-numeracy', or take the line out"),
    ],
)  # fmt: skip
def test_a_message_ends_with_what_to_write(files: dict[str, str | None], message: str, tmp_path: Path) -> None:
    assert message in [finding.message for finding in findings_in(tmp_path, files)]


def test_an_id_given_twice_is_told_another_that_is_free(tmp_path: Path) -> None:
    files = changed(ANNEX, "id: early-education", "id: ks2-literacy-numeracy")
    files[ANNEX] = (files[ANNEX] or "").replace("title: Early education", "title: Challenging targets")
    (message,) = [finding.message for finding in findings_in(tmp_path, files) if finding.rule == "repeated-id"]
    assert message.endswith("give one of the two another, like 'ks2-literacy-numeracy-2'")


def test_an_ask_is_not_held_against_an_edition_of_which_an_area_is_unknown(tmp_path: Path) -> None:
    files = compact(more=ASK.format("early-education"))
    files[COMPACT] = (files[COMPACT] or "").replace(AREA, "area: early-eduction")
    assert [finding.rule for finding in findings_in(tmp_path, files)] == ["unknown-area"]


@pytest.mark.parametrize(
    ("origin", "says"),
    [
        ("[early-education]", "; in 2004/05 that is 'xyz' (b, Xyz)"),
        ("[challenging-targets]", ", and it is not on this year's agenda"),
        ("{early: education}", ""),
    ],
)
def test_what_an_area_is_called_now_is_told_where_its_lineage_is(origin: str, says: str, tmp_path: Path) -> None:
    later = next_annex(OTHERS.replace("id: xyz\n", f"id: xyz\n  from: {origin}\n")).files[NEXT_ANNEX]
    edition = changed(COMPACT, AREA, "area: early-education")[COMPACT] or ""
    files = {NEXT_ANNEX: later, COMPACT: edition.replace("2003/04", "2004/05")}
    (message,) = [item.message for item in findings_in(tmp_path, files) if item.rule == "unknown-area"]
    assert message == f"2004/05 has no area 'early-education'; in 2003/04 it was d, Early education{says}"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("  from: [early-education]\n", "; in 2003/04 that is 'early-education' (d, Early education)"),
        ("  from: [london-challenge]\n", "; in 2003/04 that is 'london-challenge' (c, The London Challenge), not open to this authority; choose an area that is"),
        ("", ", and this year has nothing that became it"),
    ],
)  # fmt: skip
def test_an_area_may_be_meant_by_its_title_in_another_year(more: str, says: str, tmp_path: Path) -> None:
    later = next_annex(area("a", "challenging-targets") + area("b", "early-steps", more)).files
    files = {**later, **changed(COMPACT, AREA, "area: early  Steps")}
    (message,) = [item.message for item in findings_in(tmp_path, files) if item.rule == "unknown-area"]
    assert message == f"2003/04 has no area 'early  Steps'; that is the title of 'early-steps' in 2004/05{says}"


@pytest.mark.parametrize("tail", ["", "retired: early-education\n"])
def test_an_area_keeps_its_id_under_another_title(tail: str, tmp_path: Path) -> None:
    renamed = area("a", "early-education").replace("title: Early education", "title: First steps")
    files = {**next_annex(renamed, tail=tail).files, **changed(COMPACT, AREA, "area: First steps")}
    (message,) = [item.message for item in findings_in(tmp_path, files) if item.rule == "unknown-area"]
    assert message.endswith(
        "that is the title of 'early-education' in 2004/05; in 2003/04 that is 'early-education' (d, Early education)"
    )


def test_a_from_may_be_meant_by_title(tmp_path: Path) -> None:
    others = OTHERS.replace("id: xyz\n", "id: xyz\n  from: [Early education]\n")
    findings = findings_in(tmp_path, {NEXT_ANNEX: next_annex(others).files[NEXT_ANNEX]})
    (message,) = [item.message for item in findings if item.rule == "unknown-origin"]
    assert message.endswith("areas are named by id, not by title; write 'early-education' (d, Early education)")


def test_what_a_from_may_name_is_told(tmp_path: Path) -> None:
    files = {NEXT_ANNEX: next_annex(OTHERS.replace("id: xyz\n", "id: xyz\n  from: [zzz]\n")).files[NEXT_ANNEX]}
    (message,) = [finding.message for finding in findings_in(tmp_path, files) if finding.rule == "unknown-origin"]
    assert message == f"2003/04, the last annex, has no area 'zzz'; write one of {IDS}, or take it out"


@pytest.mark.parametrize("term", ["TODOshort", "TODO_medium"])
def test_a_term_is_still_to_be_written_only_where_todo_is_a_word(term: str, tmp_path: Path) -> None:
    (finding,) = findings_in(tmp_path, changed(COMPACT, "term: short", f"term: {term}"))
    assert (finding.rule, f"'term' is '{term}'" in finding.message) == ("wrong-value", True)


def test_every_edition_that_stands_below_a_later_one_is_told(tmp_path: Path) -> None:
    editions = "".join(f"  - year: {year}\n    priorities: []\n" for year in ("2005/06", "2003/04", "2004/05"))
    annexes = {f"annex/200{n}-0{n + 1}.yaml": BASE[ANNEX].replace("2003/04", f"200{n}/0{n + 1}") for n in (3, 4, 5)}
    findings = findings_in(tmp_path, {COMPACT: f"authority: hampshire\neditions:\n{editions}", **annexes})
    assert [item.year for item in findings if item.rule == "edition-order"] == ["2003/04", "2004/05"]


def test_an_area_that_is_back_and_went_again_went_first_before_that(tmp_path: Path) -> None:
    with_it, without = BASE[ANNEX], BASE[ANNEX].replace("id: early-education", "id: other")
    retired = "retired:\n  - id: early-education\n    why: It is done\n"
    texts = zip((3, 4, 5, 6), (with_it, without + retired, with_it, without + retired), strict=True)
    annexes = {f"annex/200{n}-0{n + 1}.yaml": text.replace("2003/04", f"200{n}/0{n + 1}") for n, text in texts}
    findings = findings_in(tmp_path, dict(annexes))
    (back,) = [item for item in findings if item.rule == "reused-id" and "'early-education'" in item.message]
    assert [item.message for item in back.related] == ["it was retired in 2004/05"]


def test_an_area_is_retired_once(tmp_path: Path) -> None:
    retired = "retired:\n" + "".join(f"  - id: early-education\n    why: {why}\n" for why in ("Done", "Over"))
    later = BASE[ANNEX].replace("2003/04", "2004/05").replace("id: early-education", "id: other") + retired
    messages = [item.message for item in findings_in(tmp_path, {NEXT_ANNEX: later}) if item.rule == "repeated-id"]
    assert messages == ["'early-education' is retired here a second time; keep one of the two"]


def test_no_file_is_to_be_renamed_to_one_that_is_there(tmp_path: Path) -> None:
    findings = findings_in(tmp_path, {"compacts/hampshir.yaml": BASE[COMPACT]})
    (message,) = [item.message for item in findings if item.rule == "unknown-authority"]
    assert message.endswith(
        "the compact of Hampshire is in 'hampshire.yaml' already: move into it what belongs there, and take this file away"
    )
