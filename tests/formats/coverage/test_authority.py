"""The page of one authority: what a committee asks first, in words that parents understand, and what changed."""

from pathlib import Path
from typing import Final

import pytest
from tests.changes.making import Files, Values, annex, area, as_yaml, compact, edition, files, priority, write
from tests.formats.coverage.pages import read
from tests.formats.made_up import STATEMENT
from tests.running import run

pytestmark = pytest.mark.slow

READABLE: Final = ("terminal", "markdown", "html")
LEADER: Final = {"party": "authority", "role": "Leader", "date": "2004-11-12"}
MINISTER: Final = {"party": "department", "name": "M. Minister", "role": "Minister", "date": "2004-12-01"}
AREAS: Final = (area("reading"), area("numbers"), area("behaviour"), area("local-issues", named_locally="true"))
LATER_AREAS: Final = (
    area("numbers"),
    area("conduct", **{"from": ["behaviour"]}),
    area("reading"),
    area("local-issues", named_locally="true"),
    area("london", open_to={"regions": ["london"]}),
)
KENT: Final = compact(
    "kent",
    edition(
        "2003/04",
        "reading",
        "numbers",
        "behaviour",
        asks=[{"text": "Give notice"}, {"text": "Count late arrivals"}],
    ),
    edition(
        "2004/05",
        priority("numbers", term="medium", contributions={"authority": ["We do this"], "department": []}),
        "conduct",
        priority("local-issues", issue="Falling rolls"),
        asks=[{"text": "Give notice"}, {"text": "Send one letter", "area": "conduct"}],
        signatures=[LEADER],
    ),
)


def record(*compacts: Values, **others: Values | str) -> Files:
    """Return the files of a record of two years in which areas moved."""
    annexes = [annex("2003/04", *AREAS), annex("2004/05", *LATER_AREAS)]
    statement = {**STATEMENT, "conditions": ["Taking part costs nothing", "It is voluntary."]}
    return {**files(annexes, compacts), "statement.yaml": statement, **others}


def page(folder: Path, authority: str, *words: str, format_: str = "terminal") -> str:
    """Return what the page says, without line breaks and marks of layout."""
    done = run(folder, "report", "--authority", authority, *words, "--full", "--format", format_)
    assert done.returncode == 0, done.stderr
    text = read(done.stdout).text if format_ == "html" else done.stdout
    return " ".join(text.replace("#", "").replace("*", "").split())


@pytest.mark.parametrize(
    ("signatures", "sentence", "mark"),
    [
        ([], "This is a draft: nobody has signed it yet.", "Draft, not agreed yet"),
        ([LEADER], "the authority has signed it, and the department has not yet.", "Proposed, not agreed yet"),
        ([MINISTER], "the department has signed it, and the authority has not yet.", "Proposed, not agreed yet"),
        ([LEADER, MINISTER], "It is agreed: both sides have signed it.", None),
    ],
)
def test_how_far_it_has_come_is_said_first(
    tmp_path: Path, signatures: list[Values], sentence: str, mark: str | None
) -> None:
    write(tmp_path, record(compact("kent", edition("2004/05", "numbers", signatures=signatures))))
    text = page(tmp_path, "kent")
    assert text.index(sentence) < text.index("Kent has chosen 1 of the 4 areas of the agenda that are open to it.")
    assert ("not agreed yet" in text) is (mark is not None)
    assert mark is None or text.index(mark) < text.index(sentence)


def test_who_signed_and_when_and_who_has_not(tmp_path: Path) -> None:
    write(tmp_path, record(KENT))
    text = page(tmp_path, "kent")
    assert "12 November 2004: Leader" in text
    assert "The department has not signed" in text
    assert "The authority has not signed" not in text
    write(tmp_path, record(compact("kent", edition("2004/05", "numbers", signatures=[LEADER, MINISTER]))))
    assert "1 December 2004: M. Minister, Minister" in page(tmp_path, "kent")


@pytest.mark.parametrize("format_", READABLE)
def test_what_changed_since_last_year_is_a_line_a_change(tmp_path: Path, format_: str) -> None:
    write(tmp_path, record(KENT))
    text = page(tmp_path, "kent", format_=format_)
    assert "1 kept, 1 carried to another area, 1 dropped, 1 taken up anew" in text
    changed = text.partition("Give notice Send one letter (b, new)" if format_ == "html" else "(b, new)")[2]
    for line in (
        "draft in 2003/04, proposed in 2004/05",
        "a, Title of numbers: the term and what the department contributes changed",
        "Title of behaviour (c in 2003/04) → b, Title of conduct",
        "Title of reading (a in 2003/04)",
        "d, Title of local-issues: Falling rolls",
        "new ask 1, marked as new above",
        "no longer asked Count late arrivals",
    ):
        assert line in changed
        changed = changed.partition(line)[2]
    assert text.count("Send one letter") == 1


@pytest.mark.parametrize("format_", READABLE)
def test_an_answered_ask_that_goes_on_stands_once_and_one_that_does_not_is_told(tmp_path: Path, format_: str) -> None:
    answer = {"date": "2004-05-18", "text": "From next year"}
    asked = [{"text": "Give notice"}, {"text": "Send one letter", "answer": answer}]
    before = edition("2003/04", "reading", asks=asked)
    asks = [{"text": "Give notice", "answer": answer}, {"text": "Count late arrivals"}]
    after = edition("2004/05", "reading", asks=asks)
    write(tmp_path, record(compact("kent", before, after)))
    text = page(tmp_path, "kent", format_=format_)
    for line in (
        "Count late arrivals (new)",
        "new ask 1, marked as new above",
        "answered Send one letter",
        "answered 1 of those above",
    ):
        assert line in text
    assert [text.count(ask) for ask in ("Give notice", "Count late arrivals", "Send one letter")] == [1, 1, 1]


def test_what_may_go_on_in_what_cannot_be_read_is_not_said_to_be_dropped(tmp_path: Path) -> None:
    before = edition("2003/04", "reading", "behaviour", asks=[{"text": "Give notice"}])
    broken = edition("2004/05", "reading", priority("conduct", term="long"), asks=[{"text": ["Give", "notice"]}])
    write(tmp_path, record(compact("kent", before, {**broken, "priorities": [*broken["priorities"], {"area": 7}]})))
    text = page(tmp_path, "kent")
    assert "cannot be told Title of behaviour (c in 2003/04)" in text
    assert "cannot be told Give notice" in text
    assert "dropped" not in text
    assert "no longer asked" not in text


def test_what_may_have_been_in_what_could_not_be_read_is_not_said_to_be_new(tmp_path: Path) -> None:
    broken = edition("2003/04", "reading", priority("behaviour", term="long"), asks=[{"text": ["Give", "notice"]}])
    after = edition("2004/05", "reading", "conduct", asks=[{"text": "Give notice"}])
    write(tmp_path, record(compact("kent", broken, after)))
    text = page(tmp_path, "kent")
    assert "Since 2003/04: 1 kept, 1 cannot be told" in text
    assert "cannot be told b, Title of conduct" in text
    assert "cannot be told 1 of those above" in text
    assert "anew" not in text
    assert "new ask" not in text
    assert "2 parts of editions break a rule and are left out" in text
    assert "LEFT OUT OF 2003/04, BECAUSE IT BREAKS A RULE - Kent: behaviour is left out (wrong-value, " in text


def test_what_is_unwritten_is_told_as_such_and_not_in_capitals(tmp_path: Path) -> None:
    unfinished = priority(
        "numbers",
        why="TODO still true? Figures fell",
        contributions={"authority": ["TODO: say what"], "department": ["TODO"]},
    )
    write(tmp_path, record(compact("kent", edition("2004/05", unfinished))))
    text = page(tmp_path, "kent")
    assert "TODO" not in text
    assert "Figures fell (of the last edition, still to be looked at)" in text
    assert "still to be written: say what" in text
    assert "a, Title of numbers: the reason is still to be written" in text


def test_an_issue_named_twice_counts_its_area_once(tmp_path: Path) -> None:
    issues = (priority("local-issues", issue=issue) for issue in ("Falling rolls", "Long ways"))
    write(tmp_path, record(compact("kent", edition("2004/05", *issues))))
    assert "Kent has chosen 1 of the 4 areas of the agenda that are open to it, in 2 priorities." in page(
        tmp_path, "kent"
    )


@pytest.mark.parametrize("format_", READABLE)
def test_without_an_edition_it_says_why_and_what_there_was(tmp_path: Path, format_: str) -> None:
    write(tmp_path, record(compact("kent", edition("2003/04", "reading", "behaviour"))))
    text = page(tmp_path, "kent", format_=format_)
    assert "Kent has no edition of 2004/05: it had one of 2003/04, and has not renewed it." in text
    had = text.partition("What it had chosen in 2003/04".upper() if format_ == "terminal" else "chosen in 2003/04")[2]
    assert had.index("a, Title of reading") < had.index("c, Title of behaviour") < had.index("b, Title of conduct")
    assert "e, Title of london" in had.partition("Not open to it")[2]
    never = page(tmp_path, "surrey", format_=format_)
    assert "Surrey has no edition of 2004/05, and never had one." in never
    assert "Surrey: no edition of 2004/05" in never
    assert "Kent: no edition of 2004/05" in text
    assert "compact for" not in f"{text} {never}"
    assert "What it had chosen" not in never


def test_it_is_not_said_that_there_is_no_edition_where_the_year_of_one_cannot_be_read(tmp_path: Path) -> None:
    before = edition("2003/04", "reading", "behaviour")
    write(tmp_path, record(compact("kent", before, edition("2004-5", "numbers"), example=True)))
    text = page(tmp_path, "kent")
    assert text.startswith("Kent: whether it has an edition of 2004/05 cannot be told")
    said = "Whether Kent has an edition of 2004/05 cannot be told: its compact (example) is broken in places"
    assert f"{said}." in text
    assert "WHAT IT HAD CHOSEN IN 2003/04 - a, Title of reading" in text
    assert "no edition" not in text
    assert run(tmp_path, "site", "out").returncode == 0
    of_site = read((tmp_path / "out/authorities/kent.html").read_text(encoding="utf-8")).text
    assert f"{said}." in of_site
    assert "cannot be told" in of_site.partition("Through the years")[2]


def test_of_an_authority_that_had_ended_its_last_day_and_what_came_after_it_are_told(tmp_path: Path) -> None:
    annexes = [annex(year, *AREAS) for year in ("2019/20", "2020/21", "2021/22")]
    write(tmp_path, files(annexes, [compact("northamptonshire", edition("2020/21", "reading"))]))
    text = page(tmp_path, "northamptonshire")
    assert (
        "Northamptonshire did not exist in 2021/22: it ended on 31 March 2021, "
        "and after it came North Northamptonshire and West Northamptonshire." in text
    )
    before = page(tmp_path, "north-northamptonshire", "--year", "2019/20")
    assert "North Northamptonshire did not exist in 2019/20. " in before


def test_of_an_authority_that_had_ended_no_earlier_annex_is_said_to_be_made_up(tmp_path: Path) -> None:
    annexes = [annex("2020/21", *AREAS, example=True), annex("2021/22", *AREAS)]
    write(tmp_path, files(annexes, [compact("northamptonshire", edition("2020/21", "reading"))]))
    assert "Example, not a real annex: that of 2020/21" in page(tmp_path, "northamptonshire", "--year", "2020/21")
    assert "xample" not in page(tmp_path, "northamptonshire")


def test_all_is_new_where_there_was_no_edition(tmp_path: Path) -> None:
    write(tmp_path, record(compact("kent", edition("2004/05", "numbers"))))
    text = page(tmp_path, "kent")
    assert "all of it is new: there was no edition of 2003/04" in text
    assert "since 2003/04" not in text
    assert "2003/04" not in page(tmp_path, "kent", "--year", "2003/04").replace("no edition of 2003/04", "").replace(
        "compact for 2003/04", ""
    ).replace("academic year 2003/04", "")


def test_it_is_not_said_that_all_is_new_where_the_year_of_another_edition_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, record(compact("kent", edition("2003-4", "numbers"), edition("2004/05", "numbers"))))
    text = page(tmp_path, "kent")
    assert "whether there was an edition of 2003/04 cannot be told: the year of one cannot be read" in text
    assert "all of it is new" not in text
    assert "data/compacts/kent.yaml is broken in places" in text


@pytest.mark.parametrize(
    ("before", "notice"),
    [
        ("year: [", "2003/04 is left out, since its annex cannot be read"),
        ("title: Nothing", "data/annex/2003-04.yaml is broken in places"),
    ],
)
def test_a_comparison_that_cannot_be_made_takes_nothing_else_away(tmp_path: Path, before: str, notice: str) -> None:
    write(tmp_path, {**record(KENT), "annex/2003-04.yaml": before})
    text = page(tmp_path, "kent")
    assert "Kent has chosen 3 of the 4 areas" in text
    assert notice in text


def test_a_broken_compact_of_another_authority_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, record(KENT))
    whole = run(tmp_path, "report", "--authority", "kent")
    write(tmp_path, {"compacts/surrey.yaml": "authority: ["})
    other = run(tmp_path, "report", "--authority", "kent")
    assert [line for line in other.stdout.splitlines() if "revision" not in line] == [
        line for line in whole.stdout.splitlines() if "revision" not in line
    ]


def test_of_very_many_changes_the_first_are_told_and_how_many_more(tmp_path: Path) -> None:
    many = [area(f"area-{number}") for number in range(11, 20)]
    before, now = (annex(year, *many) for year in ("2003/04", "2004/05"))
    dropped = edition("2003/04", *(item["id"] for item in many))
    write(tmp_path, files([before, now], [compact("kent", dropped, edition("2004/05", "area-19"))]))
    changed = page(tmp_path, "kent").partition("WHAT CHANGED SINCE 2003/04")[2]
    assert changed.count("dropped Title of area-") == 8
    write(tmp_path, files([before, now], [compact("kent", dropped, edition("2004/05"))]))
    changed = page(tmp_path, "kent").partition("WHAT CHANGED SINCE 2003/04")[2]
    assert (changed.count("dropped Title of area-"), changed.count("dropped and 2 more")) == (7, 1)


def test_what_came_over_and_nobody_has_looked_at_is_counted(tmp_path: Path) -> None:
    first = edition("2003/04", "reading", asks=[{"text": "Give notice"}])
    over = priority("reading", why="TODO still true? Because")
    asked = [{"text": "TODO still true? Give notice"}]
    write(tmp_path, record(compact("kent", first, edition("2004/05", over, asks=asked))))
    text = page(tmp_path, "kent")
    assert "to look at 2 texts that came over from 2003/04, not yet looked at" in text
    assert "Give notice (of the last edition, still to be looked at)" in text
    assert "kept c, Title of reading " in text
    assert "changed" not in text.partition("kept c, Title of reading")[2].partition("THE OTHER AREAS")[0]


def test_an_edition_whose_signatures_are_broken_is_of_no_known_status(tmp_path: Path) -> None:
    write(tmp_path, record(compact("kent", edition("2004/05", "numbers", signatures="Leader"))))
    text = page(tmp_path, "kent")
    assert "How far it has come cannot be told, since its signatures are broken." in text
    assert "not agreed yet" not in text


def test_an_ended_compact_says_when_and_nothing_of_it_is_open(tmp_path: Path) -> None:
    ended = {"date": "2005-03-31", "text": "Both sides let it end", "source": "A letter"}
    write(tmp_path, record(compact("kent", edition("2004/05", "numbers"), ended=ended)))
    text = page(tmp_path, "kent")
    assert "Compact ended on: 31 March 2005: Both sides let it end (A letter)" in text
    assert "has not signed" not in text


def test_ends_with_the_terms_and_where_it_comes_from(tmp_path: Path) -> None:
    write(tmp_path, record(KENT))
    text = page(tmp_path, "kent")
    terms = text.upper().index("ON WHAT TERMS TAKING PART COSTS NOTHING. IT IS VOLUNTARY. ")
    assert terms < text.index("nobody is ranked.") < text.index("from the record alone, revision ")
    first = text.rpartition("revision ")[2]
    changed = as_yaml(KENT).replace("Falling rolls", "Rising rolls")
    write(tmp_path, {"compacts/kent.yaml": changed})
    assert page(tmp_path, "kent").rpartition("revision ")[2] != first


@pytest.mark.parametrize(("count", "said"), [(40, "Title of x39"), (41, "41 areas of the agenda")])
def test_areas_that_are_not_chosen_are_named_while_somebody_finds_one_among_them(
    tmp_path: Path, count: int, said: str
) -> None:
    areas = [area(f"x{number}", letter="a") for number in range(count)]
    agenda = annex("2003/04", groups=[{"id": "all", "title": "All", "areas": areas}])
    write(tmp_path, {**files([agenda], []), "statement.yaml": STATEMENT})
    assert said in page(tmp_path, "kent")
