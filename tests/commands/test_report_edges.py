"""`compactctl report` where an agenda is long or empty, nobody has a compact, or parts of documents are left out."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from tests.changes.making import annex, area, compact, edition, files, priority, write
from tests.running import run


@pytest.mark.parametrize("count", [26, 27, 60])
def test_matrix_shows_every_area_however_many_there_are(tmp_path: Path, count: int) -> None:
    agenda = annex("2003/04")
    agenda["groups"][0]["areas"] = [area(f"area-{number}", letter=letters(number)) for number in range(count)]
    chosen = edition("2003/04", "area-1", f"area-{count - 1}")
    write(tmp_path, files([agenda], [compact("telford-and-wrekin", chosen)]))

    drawn = run(tmp_path, "report", "--full").stdout
    assert max(map(len, drawn.splitlines())) <= 80
    section = drawn.partition("\nWHO TOOK UP WHAT\n")[2].partition("● took it up")[0]
    heads = [line for line in section.splitlines() if line.startswith("authority")]
    signs = [line for line in section.splitlines() if line.startswith("Telford")]
    columns = [
        (word.group(), sign[word.start() : word.end()])
        for head, sign in zip(heads, signs, strict=True)
        for word in list(re.finditer(r"\S+", head))[1:]
    ]
    assert [head for head, _ in columns] == [letters(number) for number in range(count)]
    assert [number for number, (_, sign) in enumerate(columns) if "●" in sign] == [1, count - 1]

    markdown = run(tmp_path, "report", "--format", "markdown").stdout
    head, _, _, row = markdown.partition("Who took up what</b></summary>\n\n")[2].splitlines()[:4]
    assert head.strip(" |").split(" | ")[1:] == [letters(number) for number in range(count)]
    assert row.count("●") == 2


def letters(number: int) -> str:
    """Return the letter of an area by its place, from 0: a to z, then aa."""
    before, last = divmod(number, 26)
    return ("abcdefghijklmnopqrstuvwxyz"[before - 1] if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html", "csv", "json", "xlsx"])
@pytest.mark.parametrize("more", [(), ("--trend",), ("--authority", "kent")])
def test_annex_without_an_area_is_reported_on(tmp_path: Path, format_: str, more: tuple[str, ...]) -> None:
    write(tmp_path, {"annex/2003-04.yaml": "year: 2003/04\ntitle: Nothing yet\n"})
    answer = run(tmp_path, "report", "--format", format_, *more, "--output", "out")
    assert answer.returncode == 0
    assert "Traceback" not in answer.stderr
    assert "defect" not in answer.stderr


def test_what_cannot_be_told_apart_is_not_said_of_nobody(tmp_path: Path) -> None:
    write(tmp_path, files([annex("2003/04", area("reading"))]))
    drawn = run(tmp_path, "report", "--format", "markdown").stdout
    assert "Who took up what" not in drawn
    assert "All others" not in drawn
    assert "None of the 150 authorities has an edition of 2003/04." in drawn


def test_a_status_that_is_asked_for_is_said_with_every_count_and_not_counted_beside_itself(tmp_path: Path) -> None:
    signed = [{"party": party, "role": "Role", "date": "2003-12-01"} for party in ("authority", "department")]
    write(
        tmp_path, files([annex("2003/04", area("reading"))], [compact("kent", edition("2003/04", signatures=signed))])
    )
    for more in ((), ("--trend",)):
        markdown = run(tmp_path, "report", "--format", "markdown", "--status", "agreed", *more).stdout
        assert "1 of 150 authorities has an agreed edition of 2003/04." in markdown
        assert "with an edition" not in markdown


def test_an_area_that_is_open_to_none_of_these_did_not_change(tmp_path: Path) -> None:
    london = area("challenge", open_to={"regions": ["london"]})
    write(tmp_path, files([annex("2003/04", london), annex("2004/05", london)], [compact("kent", edition("2004/05"))]))
    markdown = run(tmp_path, "report", "--format", "markdown", "--type", "county").stdout
    [row] = [line for line in markdown.splitlines() if "Title of challenge |" in line]
    assert "open to none of these authorities" in row
    assert "as many" not in row


def test_what_somebody_wrote_with_a_full_stop_ends_with_one(tmp_path: Path) -> None:
    ended = {"date": "2004-08-01", "text": "Both sides let it end."}
    agendas = [annex(year, area("reading")) for year in ("2003/04", "2004/05")]
    write(tmp_path, files(agendas, [compact("kent", edition("2003/04"), ended=ended)]))
    page = run(tmp_path, "report", "--format", "markdown", "--authority", "kent").stdout
    assert "its compact ended on 1 August 2004: Both sides let it end.\n" in page


def test_a_compact_that_cannot_be_read_is_not_called_one_of_the_year(tmp_path: Path) -> None:
    write(tmp_path, {**files([annex("2003/04", area("reading"))]), "compacts/kent.yaml": "a: &b c"})
    page = run(tmp_path, "report", "--format", "markdown", "--authority", "kent").stdout
    assert page.startswith("## Kent: no edition of 2003/04 can be read\n")


def test_an_areas_count_is_of_all_to_whom_it_is_open_and_beside_it_stand_those_with_an_edition(tmp_path: Path) -> None:
    london = area("challenge", open_to={"regions": ["london"]})
    compacts = [compact("kent", edition("2003/04", "reading")), compact("camden", edition("2003/04", "challenge"))]
    write(tmp_path, files([annex("2003/04", area("reading"), london)], compacts))
    for more in ((), ("--trend",)):
        markdown = run(tmp_path, "report", "--format", "markdown", *more).stdout
        for title, figures in (("reading", "1 of 150 | 2"), ("challenge", "1 of 33 | 1")):
            row = next(line for line in markdown.splitlines() if f"Title of {title} |" in line)
            assert f"| {figures} |" in row


def test_years_in_a_row_as_csv_tell_as_much_of_an_area_as_one_year_does(tmp_path: Path) -> None:
    old = annex("2003/04", area("reading"), area("numbers"))
    new = annex("2004/05", {**area("basics"), "from": ["reading", "numbers"]})
    write(tmp_path, files([old, new], [compact("kent", edition("2003/04", "reading"))]))
    rows = list(csv.DictReader(io.StringIO(run(tmp_path, "report", "--trend", "--format", "csv").stdout)))
    assert [(row["year"], row["id"], row["chosen"], row["no_edition"], row["from"]) for row in rows] == [
        ("2003/04", "reading", "1", "149", ""),
        ("2003/04", "numbers", "0", "149", ""),
        ("2004/05", "basics", "0", "150", "reading numbers"),
    ]
    year_rows = csv.DictReader(io.StringIO(run(tmp_path, "report", "--year", "2003/04", "--format", "csv").stdout))
    assert list(year_rows) == [{key: row[key] for key in row if key != "from"} for row in rows[:2]]


def test_years_in_a_row_list_what_any_of_them_leaves_out(tmp_path: Path) -> None:
    annexes = [annex("2003/04", area("reading")), annex("2004/05", area("reading"))]
    annexes[0]["groups"][0]["areas"].append({"letter": "b", "title": "No id", "summary": "Nothing"})
    editions = edition("2003/04", "nowhere"), edition("2004/05", "elsewhere"), {"year": "soon", "priorities": []}
    write(tmp_path, files(annexes, [compact("kent", *editions)]))
    messages = [
        "data/annex/2003-04.yaml is broken in places, and what is broken in it is left out",
        "Kent: nowhere is left out (unknown-area, data/compacts/kent.yaml:5)",
        "Kent: elsewhere is left out (unknown-area, data/compacts/kent.yaml:15)",
        "Kent: an edition is left out (wrong-value, data/compacts/kent.yaml:23)",
    ]
    answer = run(tmp_path, "report", "--trend", "--format", "json")
    assert sorted(answer.stderr.splitlines()) == sorted(f"compactctl: {line}" for line in messages)
    drawn = run(tmp_path, "report", "--trend", "--format", "markdown").stdout
    assert "> - 3 parts of editions break a rule and are left out\n" in drawn
    assert "<b>Left out, because it breaks a rule</b>" in drawn


@pytest.mark.parametrize(
    ("chosen", "what", "line"),
    [
        (["reading", "maths"], "maths and 2 asks", 13),
        ([], "an edition and 2 asks", 3),
    ],
)
def test_with_an_edition_of_no_year_its_asks_are_told(tmp_path: Path, chosen: list[str], what: str, line: int) -> None:
    told = f"{what} of that edition are left out (wrong-value, data/compacts/kent.yaml:{line})"
    asks = [{"text": "Give notice"}, {"text": "Count late arrivals"}]
    kent = compact("kent", edition("2003-4", *chosen, asks=asks))
    write(tmp_path, files([annex("2003/04", area("reading"), area("maths"))], [kent]))
    last = run(tmp_path, "report", "--format", "json").stderr.splitlines()[-1]
    assert last == f"compactctl: Kent: {told}"
    assert run(tmp_path, "site", "out").returncode == 0
    assert told in (tmp_path / "out/asks.html").read_text(encoding="utf-8")


@pytest.fixture
def beyond(tmp_path: Path) -> Path:
    """Make a workspace of two compacts with editions of years that have no annex; the second has no others."""
    annexes = [annex(year, area("reading")) for year in ("2003/04", "2005/06")]
    kent = compact("kent", *(edition(year, "reading") for year in ("2004/05", "2005/06", "2006/07")))
    leeds = compact("leeds", edition("2006/07", "reading", asks=[{"text": "Give notice"}]))
    write(tmp_path, files(annexes, [kent, leeds]))
    return tmp_path


LEFT_OUT: str = "3 editions of 2004/05 and 2006/07 are left out, since there is no annex for those years"


@pytest.mark.parametrize("words", [(), ("--year", "2005/06"), ("--trend",)])
def test_editions_of_years_without_an_annex_are_counted(beyond: Path, words: tuple[str, ...]) -> None:
    drawn = run(beyond, "report", *words, "--format", "markdown")
    assert drawn.stdout.count(f"> - {LEFT_OUT}\n") == 1
    assert drawn.stderr == f"compactctl: {LEFT_OUT}\n"
    assert run(beyond, "report", *words, "--format", "json").stderr == f"compactctl: {LEFT_OUT}\n"


def test_of_a_year_before_the_newest_nothing_is_left_out_for_want_of_an_annex(beyond: Path) -> None:
    answer = run(beyond, "report", "--year", "2003/04", "--format", "markdown")
    assert "there is no annex" not in answer.stdout
    assert answer.stderr == ""


def test_editions_of_years_without_an_annex_are_narrowed_with_the_report(beyond: Path) -> None:
    told = "1 edition of 2006/07 is left out, since there is no annex for that year"
    assert run(beyond, "report", "--region", "yorkshire-and-the-humber", "--format", "csv").stderr.endswith(f"{told}\n")


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("kent", "Kent: its editions of 2004/05 and 2006/07 are left out, since there is no annex for those years"),
        ("leeds", "Leeds: its edition of 2006/07 is left out, since there is no annex for that year"),
    ],
)
def test_an_edition_of_a_year_without_an_annex_is_told_of_its_authority(beyond: Path, slug: str, told: str) -> None:
    answer = run(beyond, "report", "--authority", slug, "--format", "markdown")
    assert f"> - {told}\n" in answer.stdout
    assert f"compactctl: {told}\n" in answer.stderr
    assert run(beyond, "site", "out").stderr.startswith(f"compactctl: {LEFT_OUT}\n")
    assert told in (beyond / f"out/authorities/{slug}.html").read_text(encoding="utf-8")
    assert LEFT_OUT in (beyond / "out/index.html").read_text(encoding="utf-8")
    asks = (beyond / "out/asks.html").read_text(encoding="utf-8")
    assert LEFT_OUT in asks
    assert "No authority has asked" not in asks


def test_of_an_annex_that_cannot_be_read_no_year_is_said_to_have_none(beyond: Path) -> None:
    (beyond / "data/annex/2006-07.yaml").write_text("x: [\n")
    told = "Kent: its edition of 2004/05 is left out, since there is no annex for that year"
    assert run(beyond, "site", "out").returncode == 0
    page = (beyond / "out/authorities/kent.html").read_text(encoding="utf-8")
    assert told in page
    assert "2006/07 is left out, since its annex cannot be read" in page


BROKEN: str = "data/annex/2004-05.yaml is broken in places, and what is broken in it is left out"


@pytest.fixture
def unsure(tmp_path: Path) -> Path:
    """Make a workspace in whose newest annex it cannot be read whom an area is open to, and what another comes from."""
    later = [area("basics", form=["reading"]), area("london", open_too={"regions": ["london"]})]
    annexes = [annex("2003/04", area("reading"), area("london")), annex("2004/05", *later)]
    kent = compact("kent", edition("2003/04", "reading"), edition("2004/05", "basics"))
    write(tmp_path, files(annexes, [kent, compact("camden", edition("2004/05", "london"))]))
    return tmp_path


def test_to_whom_an_area_is_open_is_not_guessed(unsure: Path) -> None:
    answer = run(unsure, "report", "--format", "json")
    assert BROKEN in answer.stderr
    [london] = [row for row in json.loads(answer.stdout)["areas"] if row["id"] == "london"]
    counts = [london[key] for key in ("chosen", "not_chosen", "with_edition", "no_edition", "unreadable", "open_to")]
    assert counts == [1, 0, 1, 0, 149, 150]
    assert london["share"] is None
    shown = run(unsure, "report", "--format", "markdown").stdout
    assert "| b | Title of london | 1, of how many cannot be told |" in shown
    assert re.search(r"\| Kent.* \| ● \| \? \|", shown)


def test_what_an_area_comes_from_is_not_guessed(unsure: Path) -> None:
    shown = run(unsure, "report").stdout
    assert re.search("Title of basics .* cannot be told", shown)
    assert "new" not in shown
    assert "WHAT WAS RETIRED" not in run(unsure, "report", "--trend", "--full").stdout


def test_a_page_says_what_it_rests_on_is_broken(unsure: Path) -> None:
    answer = run(unsure, "report", "--authority", "kent")
    assert BROKEN in answer.stderr
    shown = " ".join(answer.stdout.split())
    assert f"! {BROKEN}" in shown
    assert "Kent has chosen 1 of the 1 area of the agenda that is open to it" in shown
    assert "Whether open to it cannot be read: b, Title of london" in shown
    assert "Since 2003/04: 2 cannot be told" in shown


def test_statement_that_is_broken_in_places_is_said_first(tmp_path: Path) -> None:
    statement = "title: Together\nfocuses:\n  - id: primary\n    title: Primary\n  - id: second ary\n"
    write(tmp_path, {**files([annex("2003/04", area("reading"))]), "statement.yaml": statement})
    message = "data/statement.yaml is broken in places, and what is broken in it is left out"
    shown = run(tmp_path, "report").stdout
    assert shown.index(f"! {message}") < shown.index("None of the 150")
    answer = run(tmp_path, "report", "--format", "json")
    assert answer.stderr == f"compactctl: {message}\n"
    assert [focus["id"] for focus in json.loads(answer.stdout)["focuses"]] == ["primary"]


def test_note_of_a_document_that_is_broken_is_listed(tmp_path: Path) -> None:
    agenda = annex("2003/04", area("reading"))
    noted = {"authority": "kent", "note": "", "editions": [edition("2003/04", "reading")]}
    write(tmp_path, files([agenda], [noted]))
    report = json.loads(run(tmp_path, "report", "--format", "json").stdout)
    file = "data/compacts/kent.yaml"
    assert report["left_out"] == [{"authority": "kent", "area": None, "rule": "wrong-value", "file": file, "line": 2}]
    assert report["compacts"][0]["note"] is None
    assert len(report["compacts"][0]["priorities"]) == 1


@pytest.mark.parametrize("name", ["2004-05.yml", "2004-05.YAML", "2004-05.yaml"])
def test_annex_that_cannot_be_read_is_named_as_it_is(tmp_path: Path, name: str) -> None:
    write(tmp_path, {**files([annex("2003/04", area("reading"))]), f"annex/{name}": "year: ["})
    for words in (("report",), ("diff",)):
        answer = run(tmp_path, *words)
        assert (answer.returncode, answer.stdout) == (2, "")
        assert f"the annex of 2004/05, data/annex/{name}, cannot be read" in answer.stderr


def test_page_of_an_edition_without_a_priority_says_that_none_is_chosen(tmp_path: Path) -> None:
    write(tmp_path, files([annex("2003/04", area("reading"))], [compact("kent", {"year": "2003/04"})]))
    drawn = run(tmp_path, "report", "--authority", "kent").stdout
    assert "- No priority is chosen yet" in drawn
    assert "- The department has not signed" in drawn


def test_page_of_an_authority_sets_what_each_side_does_below_its_priority(tmp_path: Path) -> None:
    chosen = priority("reading", contributions={"authority": ["A van of books"]})
    write(tmp_path, files([annex("2003/04", area("reading"))], [compact("kent", edition("2003/04", chosen))]))
    shown = run(tmp_path, "report", "--authority", "kent").stdout.partition("WHAT EACH SIDE WILL DO\n")[2]
    assert " ".join(shown.split()).startswith(
        "a, Title of reading (short term) Because Kent contributes - A van of books "
        "The department contributes - still open"
    )
    drawn = run(tmp_path, "report", "--authority", "kent", "--format", "markdown").stdout
    assert "a, Title of reading (short term)" in drawn


def test_what_a_gate_asks_for_is_told_as_it_was_asked(tmp_path: Path) -> None:
    write(tmp_path, files([annex("2003/04", area("reading"))], [compact("kent", edition("2003/04", "reading"))]))
    answer = run(tmp_path, "report", "--format", "json", "--fail-under", "99.9999999")
    assert answer.returncode == 1
    assert answer.stderr == (
        "compactctl: 1 of 150 authorities has an edition of 2003/04 (1 draft); "
        "--fail-under asks for 99.9999999 in a hundred\n"
    )
    assert json.loads(answer.stdout)["authorities"]["with_edition"] == 1


@pytest.mark.parametrize(
    ("options", "about"),
    [
        ((), ""),
        (("--region", "london", "--type", "county"), "looking only at authorities in London of the type county, "),
    ],
)
def test_a_year_of_nobody_is_no_year_without_a_gap(options: tuple[str, ...], about: str, tmp_path: Path) -> None:
    write(tmp_path, files([annex("2003/04", area("reading"))]))
    answer = run(tmp_path, "report", "--format", "csv", "--no-gaps", *options)
    message = f"{about}nobody has an edition of 2003/04, so every area that is open is taken up by nobody"
    assert (answer.returncode, answer.stderr) == (1, f"compactctl: {message}\n")
    assert answer.stdout.startswith("year,letter,id")


def test_where_no_area_is_open_none_is_taken_up(tmp_path: Path) -> None:
    london = area("challenge", open_to={"regions": ["london"]})
    write(tmp_path, files([annex("2003/04", london)], [compact("kent", {"year": "2003/04", "priorities": []})]))
    assert run(tmp_path, "report", "--no-gaps").returncode == 1
    answer = run(tmp_path, "report", "--no-gaps", "--region", "south-east")
    message = "looking only at authorities in South East, no area of 2003/04 is open to anybody, so none is taken up"
    assert (answer.returncode, answer.stderr) == (1, f"compactctl: {message}\n")
