"""`compactctl diff` on the record: the years it takes, its options, formats and exit codes."""

import json
import re
import shutil
from pathlib import Path
from typing import Any, Final

import pytest
from tests.changes.making import annex, area, as_yaml, compact, edition, files, write
from tests.repositories import begin
from tests.running import DATA, picture, run, run_anew

ROOT: Final = DATA.parent


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Return a folder with a copy of the record in it."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path


def changes(folder: Path, *arguments: str) -> dict[str, Any]:
    result = run(folder, "diff", "--format", "json", *arguments)
    assert result.returncode == 0, result.stderr
    comparison: dict[str, Any] = json.loads(result.stdout)
    return comparison


def test_tells_the_story_of_the_record() -> None:
    result = run(ROOT, "diff", "--full")
    assert (result.returncode, result.stderr) == (0, "")
    story = " ".join(re.sub(r"(?m)^ *- ", "", result.stdout).split())
    for words in (
        "From 2003/04 to 2004/05",
        "Of 26 priorities of the 6 that renewed: 11 kept, 8 carried to another area, 7 dropped; 5 taken up anew.",
        "5 have not renewed yet, 1 has an edition of 2004/05 and had none of 2003/04.",
        "retired Improved delivery of key stage 3 (c in 2003/04) why: What it set out to establish is now part of",
        "split Support and challenge to schools (h in 2003/04) → g, Quality of teaching and leadership + h, Reform of",
        "+ An inclusive education service (l in 2003/04) → j, Services for children",
        "replaced Opportunities for all 14- to 19-year-olds (f in 2003/04) → e, Pathways from 14 to 19",
        "new l, Schools at the heart of their community",
        "! All 18 editions of 2003/04 and 2004/05 are examples, not real compacts",
        "still resting on it, with no edition of 2004/05: Telford and Wrekin (example)",
        "Bristol: draft (example) in 2003/04; 3 priorities; 1 ask",
        "Northamptonshire: draft (example) in 2004/05; 4 priorities; 1 ask",
    ):
        assert words in story
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_a_screen_has_the_totals_and_a_line_for_each_authority_and_the_rest_is_for_the_asking() -> None:
    brief, full = (run(ROOT, "diff", *options).stdout for options in ((), ("--full",)))
    for words in ("7 dropped; 5 taken up anew", "Hampshire", "Northamptonshire"):
        assert words in " ".join(brief.split())
    assert "Progress has slowed" not in brief
    assert "Progress has slowed" in full
    assert len(brief.splitlines()) < len(full.splitlines()) / 2


def test_the_sums_agree_with_two_reports() -> None:
    totals = changes(ROOT)["totals"]
    for year, name in (("2003/04", "old_priorities"), ("2004/05", "new_priorities")):
        report = json.loads(run(ROOT, "report", "--year", year, "--format", "json").stdout)
        assert sum(len(compact["priorities"]) for compact in report["compacts"]) == totals[name]


@pytest.mark.parametrize("years", [(), ("2003/04",), ("2003-04", "2004-05"), ("2003/04", "2004/05")])
def test_the_years_that_are_compared(years: tuple[str, ...]) -> None:
    comparison = changes(ROOT, *years)
    assert (comparison["old"], comparison["new"]) == ("2003/04", "2004/05")


def test_an_older_year_as_the_new_one_is_the_mirror_image() -> None:
    forward, back = changes(ROOT), changes(ROOT, "2004/05", "2003/04")
    assert back["totals"]["lost"] == forward["totals"]["gained"]
    assert back["totals"]["gained"] == forward["totals"]["lost"]
    assert [part["kind"] for part in back["annex"]].count("merged") == 1


def test_only_one_authority() -> None:
    comparison = changes(ROOT, "--authority", "hampshire")
    assert [compact["authority"] for compact in comparison["compacts"]] == ["hampshire"]
    assert comparison["totals"]["old_priorities"] == 5
    assert [part["kind"] for part in comparison["annex"]] == [part["kind"] for part in changes(ROOT)["annex"]]


def test_only_the_agenda() -> None:
    comparison = changes(ROOT, "--annex-only")
    assert comparison["annex"] == changes(ROOT)["annex"]
    assert comparison["compacts"] == []
    assert "Hampshire" not in run(ROOT, "diff", "--annex-only", "--full").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--annex-only",), 1),
        (("2004/05", "2004/05"), 0),
        (("2004/05", "2004/05", "--format", "json"), 0),
    ],
)
def test_exit_code_tells_whether_there_is_a_change(arguments: tuple[str, ...], code: int) -> None:
    assert run(ROOT, "diff", "--exit-code", *arguments).returncode == code


def test_what_each_year_has_of_its_own_is_no_change(tmp_path: Path) -> None:
    own = {"note": "A note", "review_by": "2004-12-31"}
    annexes = [annex(year, area("lasting"), title=f"Agenda {year}") for year in ("2003/04", "2004/05")]
    kent = compact("kent", edition("2003/04", "lasting", **own), edition("2004/05", "lasting"))
    write(tmp_path, files(annexes, [kent]))
    result = run(tmp_path, "diff", "--exit-code")
    assert result.returncode == 0
    assert "Nothing differs but what the documents of each year have of their own" in " ".join(result.stdout.split())
    assert changes(tmp_path)["document"]["fields"] == ["title"]


def test_exit_code_is_2_where_something_could_not_be_read_and_the_rest_is_shown(record: Path) -> None:
    for arguments in ((), ("2004/05", "2004/05")):
        (record / "data/compacts/rutland.yaml").write_text("a: *b\n", encoding="utf-8")
        result = run(record, "diff", "--exit-code", *arguments)
        assert result.returncode == 2
        assert "data/compacts/rutland.yaml" in result.stdout
    assert run(record, "diff").returncode == 0


def test_an_authority_in_which_nothing_changed_leaves_the_agendas_changes() -> None:
    result = run(ROOT, "diff", "--exit-code", "--authority", "camden")
    assert result.returncode == 1
    assert "Camden has no edition of 2003/04 or 2004/05." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2003/04", "2010/11"), "there is no annex for 2010/11"),
        (("2003",), "OLD cannot be '2003'"),
        (
            ("hampshire",),
            "like 2003/04; an authority is named with --authority, a branch or commit with --since\n",
        ),
        (
            ("2003/04", "main"),
            "like 2003/04; an authority is named with --authority, a branch or commit with --since\n",
        ),
        (("",), "OLD cannot be ''"),
        (("2003/04", ""), "NEW cannot be ''"),
        (("2003/04", "2003/05"), "NEW cannot be '2003/05'"),
        (("--authority", "hampshre"), "did you mean 'hampshire' (Hampshire)?"),
        (("--authority", "Atlantis"), "the register has no authority 'Atlantis'"),
        (("--format", "csv"), "--format cannot be 'csv'"),
        (("--since", "HEAD", "2003/04"), "takes no years"),
        (
            ("2003/04", "2004/05", "2005/06"),
            "more is given than can be used: 2005/06\n  hint: see 'compactctl diff --help'\n",
        ),
        (
            ("2003/04", "2004/05", "hampshire"),
            "hint: an authority is named with --authority; several words that belong together stand in double quotes",
        ),
    ],
)
def test_what_cannot_be_done(arguments: tuple[str, ...], words: str) -> None:
    result = run(ROOT, "diff", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr


def test_one_annex_is_too_few(record: Path) -> None:
    (record / "data/annex/2004-05.yaml").unlink()
    result = run(record, "diff")
    assert result.returncode == 2
    assert "takes two annexes" in result.stderr
    assert "hint:" in result.stderr
    assert run(record, "diff", "2003/04", "2003/04").returncode == 0


def test_a_file_takes_the_result(record: Path) -> None:
    result = run(record, "diff", "--format", "html", "--output", "page.html")
    assert (result.returncode, result.stdout) == (0, "")
    assert (record / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_reading_writes_nothing(record: Path) -> None:
    before = picture(record)
    for format_ in ("terminal", "markdown", "html", "json"):
        assert run(record, "diff", "--format", format_).returncode == 0
    assert picture(record) == before


def test_what_cannot_be_read_is_said_first_and_the_rest_compared(record: Path) -> None:
    (record / "data/compacts/norfolk.yaml").write_text("a: *b\n", encoding="utf-8")
    result = run(record, "diff")
    assert result.returncode == 0
    assert result.stdout.index("data/compacts/norfolk.yaml") < result.stdout.index("priorities of the")
    assert changes(record)["unreadable"] == ["data/compacts/norfolk.yaml"]
    assert "'norfolk' cannot be read" in run(record, "diff", "--authority", "norfolk").stderr
    assert "No change in what can be read.\n" in run(record, "diff", "2004/05", "2004/05").stdout


def test_what_breaks_a_rule_is_left_out_and_listed(record: Path) -> None:
    path = record / "data/compacts/norfolk.yaml"
    text = path.read_text(encoding="utf-8").replace("area: ks2-literacy-numeracy", "area: london-challenge", 1)
    path.write_text(text, encoding="utf-8")
    [left_out] = changes(record)["left_out"]
    line = text.splitlines().index("      - area: london-challenge") + 1
    assert left_out == {
        "authority": "norfolk",
        "area": "london-challenge",
        "rule": "area-not-open",
        "file": "data/compacts/norfolk.yaml",
        "line": line,
    }


def test_what_is_left_out_stands_in_the_order_of_reports(record: Path) -> None:
    """By authority, though 'dorset-county.yaml' comes before 'dorset.yaml'."""
    for slug in ("dorset", "dorset-county"):
        compact = {"authority": slug, "editions": [edition("2003/04", "nowhere")]}
        (record / f"data/compacts/{slug}.yaml").write_text(as_yaml(compact), encoding="utf-8")
    left_out = changes(record)["left_out"]
    assert [part["authority"] for part in left_out] == ["dorset", "dorset-county"]
    report = run(record, "report", "--year", "2003/04", "--format", "json")
    assert json.loads(report.stdout)["left_out"] == left_out


def test_an_authority_that_succeeds_another_is_told_as_such_though_its_compact_stays_the_same(tmp_path: Path) -> None:
    editions = [edition(year, "lasting") for year in ("2008/09", "2009/10")]
    annexes = [annex(year, area("lasting")) for year in ("2008/09", "2009/10")]
    compacts = [compact("bedford", *editions), compact("norfolk", *editions)]
    write(tmp_path, files(annexes, compacts))
    text = " ".join(run(tmp_path, "diff", "--full").stdout.split())
    assert (
        "Bedford: draft in both years; 1 kept succeeds the authority succeeds Bedfordshire, from 1 April 2009" in text
    )
    assert run(tmp_path, "diff", "--exit-code").returncode == 0


def test_an_annex_that_breaks_the_schema_is_told_of(record: Path) -> None:
    path = record / "data/annex/2004-05.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("from: [14-19-opportunities]", "from: {}"), encoding="utf-8"
    )
    result = run(record, "diff", "--format", "json")
    assert result.returncode == 0
    assert "data/annex/2004-05.yaml breaks the schema" in result.stderr


@pytest.mark.parametrize("editions", ["none yet", [edition("2004-5", "lasting")]], ids=["no list", "no year"])
def test_exit_code_is_2_where_it_cannot_be_read_which_editions_there_are(tmp_path: Path, editions: object) -> None:
    annexes = [annex(year, area("lasting")) for year in ("2003/04", "2004/05")]
    write(tmp_path, files(annexes, [{"authority": "kent", "editions": editions}]))
    result = run(tmp_path, "diff", "--exit-code")
    assert result.returncode == 2
    assert "No change in what can be read." in result.stdout
    assert "data/compacts/kent.yaml breaks the schema" in result.stderr
    assert run(tmp_path, "diff", "--exit-code", "--authority", "norfolk").returncode == 0
    assert run(tmp_path, "diff", "--exit-code", "--annex-only").returncode == 0


def test_sums_hold_where_an_edition_may_have_been_renewed_and_it_is_not_said_that_it_was_not(tmp_path: Path) -> None:
    annexes = [annex(year, area("lasting")) for year in ("2003/04", "2004/05")]
    write(tmp_path, files(annexes, [compact("kent", edition("2003/04", "lasting"), edition("2004-5", "lasting"))]))
    comparison = changes(tmp_path)
    assert comparison["not_renewed"] == []
    assert [(change["kind"], len(change["lost"])) for change in comparison["compacts"]] == [("only-old", 1)]
    totals = comparison["totals"]
    assert {key: count for key, count in totals.items() if count} == {"lost": 1, "dropped": 1, "old_priorities": 1}


def test_paths_are_relative_to_where_the_command_runs(record: Path) -> None:
    inside = record / "data"
    places = json.loads(run(inside, "--data", ".", "diff", "--format", "json").stdout)["annex"][0]["places"]
    assert [place["file"] for place in places] == ["annex/2003-04.yaml", "annex/2004-05.yaml"]


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html", "json"])
def test_the_same_tree_gives_the_same_bytes(format_: str) -> None:
    words = (ROOT, "diff", "--format", format_)
    assert len({run_anew(*words, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}) == 1


@pytest.mark.parametrize("revision", [(), ("--since", "HEAD")])
def test_an_authority_is_named_as_people_do(revision: tuple[str, ...], record: Path) -> None:
    begin(record)
    named = [
        run(record, "diff", *revision, "--format", "json", "--authority", name) for name in ("Norfolk CC", "norfolk")
    ]
    assert named[0].stdout == named[1].stdout != ""
