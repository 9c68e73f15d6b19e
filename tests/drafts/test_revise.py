import re
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafts.memory import Plain, annex, area, compact, names, priority, texts, workspace

from compactctl.documents.content import Annex, Area
from compactctl.documents.years import AcademicYear, written_year
from compactctl.drafts.inputs import newest_year
from compactctl.drafts.revise import check_has_none, next_annex, year_after
from compactctl.errors import CannotDo, Refused

NEXT = written_year("2004/05")


def areas_of(content: Annex) -> Iterator[tuple[str | None, Area]]:
    for group in content.groups:
        yield from ((group.id, area_) for area_ in group.areas)


def drafted(files: dict[str, Plain | str], year: AcademicYear = NEXT) -> tuple[str, Annex]:
    """Return the text of an annex, and the annex it is read as."""
    text = next_annex(workspace(files), year)
    agenda = workspace({f"annex/{year.file_stem}.yaml": text}).agendas[year]
    assert agenda is not None
    assert agenda.document.findings == ()
    return text, agenda.document.content


AREAS = (
    area("a", "one", focuses=["primary", "14-19"]),
    area(
        "b", "two", open_to={"regions": ["london"], "types": ["county"], "authorities": ["kent"]}, **{"from": ["old"]}
    ),
    area("c", "own", named_locally="true"),
)
MORE = {
    "note": "An old note",
    "sources": ["A source"],
    "retired": [{"id": "gone", "why": "It is done"}],
    "signatures": [{"party": "department", "role": "Minister", "date": "2003-07-23"}],
}
BASE: dict[str, Plain | str] = {"annex/2003-04.yaml": annex("2003/04", *AREAS, **MORE)}


def test_every_area_goes_on_as_it_was() -> None:
    _, content = drafted(BASE)
    [first, second, own] = [area_ for _, area_ in areas_of(content)]
    assert [(area_.letter, area_.id, area_.origins) for area_ in (first, second, own)] == [
        ("a", "one", []),
        ("b", "two", []),
        ("c", "own", []),
    ]
    assert (first.title, first.summary, first.focuses) == ("About one", "What one is about", ["primary", "14-19"])
    assert second.open_to is not None
    assert (second.open_to.regions, second.open_to.types, second.open_to.authorities) == (
        ["london"],
        ["county"],
        ["kent"],
    )
    assert own.named_locally


def test_nothing_else_does() -> None:
    _, content = drafted(BASE)
    assert (str(content.year), content.title) == ("2004/05", "Agenda of 2004/05")
    assert (content.note, content.sources, content.retired, content.signatures) == (None, [], [], [])


def test_says_which_compacts_rest_on_each_area() -> None:
    files = {
        **BASE,
        "compacts/hampshire.yaml": compact("hampshire", "2003/04", priority("one"), priority("own", issue="Forces"),
                                           priority("own", issue="Travel")),
        "compacts/kent.yaml": compact("kent", "2003/04", priority("one"), priority("two")),
        "compacts/surrey.yaml": compact("surrey", "2003/04", priority("two")),
        "compacts/dorset-county.yaml": ": :",
        "compacts/essex.yml": "",
    }  # fmt: skip
    text, _ = drafted(files)
    before = [text[: text.index(f"letter: {letter}")].split("\n")[-2].strip() for letter in "abc"]
    assert before == [
        "# 2 compacts rest on it: Hampshire; Kent",
        "# 1 compact rests on it: Kent",
        "# 1 compact rests on it: Hampshire",
    ]
    assert "# On which areas 2 compacts rest cannot be told: compactctl validate shows why." in text
    assert "No compact rests on it." in drafted(BASE)[0]


def resting(files: dict[str, Plain | str], year: AcademicYear = NEXT) -> dict[str, str]:
    """Return what is said of each area about the compacts that rest on it."""
    text, content = drafted(files, year)
    pattern = r" *# (.*)\n *- letter: {}\n"
    comments = ((area_.id, re.search(pattern.format(area_.letter), text)) for _, area_ in areas_of(content))
    return {key or "": match[1] for key, match in comments if match}


class TestACompactRests:
    """On what its newest edition takes up, and on what came of that since."""

    LATER = annex(
        "2004/05",
        area("a", "one"),
        area("b", "first-half", **{"from": ["two"]}),
        area("c", "second-half", **{"from": ["two"]}),
        area("d", "own"),
    )
    FILES: Mapping[str, Plain | str] = {**BASE, "annex/2004-05.yaml": LATER}
    YEAR = written_year("2005/06")

    def test_along_the_lineage(self) -> None:
        kent = compact("kent", "2003/04", priority("one"), priority("two"))
        assert resting({**self.FILES, "compacts/kent.yaml": kent}, self.YEAR) == {
            "one": "1 compact rests on it: Kent",
            "first-half": "1 compact rests on it: Kent",
            "second-half": "1 compact rests on it: Kent",
            "own": "No compact rests on it.",
        }

    def test_on_its_newest_edition_alone(self) -> None:
        kent = compact("kent", "2003/04", priority("one"))
        kent["editions"] += compact("kent", "2004/05", priority("own"))["editions"]
        comments = resting({**self.FILES, "compacts/kent.yaml": kent}, self.YEAR)
        assert (comments["one"], comments["own"]) == ("No compact rests on it.", "1 compact rests on it: Kent")

    def test_on_none_of_a_later_year(self) -> None:
        kent = compact("kent", "2003/04", priority("one"))
        kent["editions"] += compact("kent", "2005/06", priority("own"))["editions"]
        files = {**BASE, "annex/2005-06.yaml": annex("2005/06", *AREAS), "compacts/kent.yaml": kent}
        assert resting(files)["one"] == "1 compact rests on it: Kent"

    def test_on_nothing_once_it_or_its_authority_has_ended(self) -> None:
        ended = {**compact("kent", "2003/04", priority("one")), "ended": {"date": "2004-06-01", "text": "It ended"}}
        comments = resting({**self.FILES, "compacts/kent.yaml": ended}, self.YEAR)
        assert comments["one"] == "No compact rests on it."
        ended["ended"] = {"date": "2005-12-31", "text": "It will end"}
        assert resting({**self.FILES, "compacts/kent.yaml": ended}, self.YEAR)["one"] == "1 compact rests on it: Kent"
        files = {**self.FILES, "compacts/cheshire.yaml": compact("cheshire", "2004/05", priority("one"))}
        assert resting(files, written_year("2008/09"))["one"] == "1 compact rests on it: Cheshire"
        assert resting(files, written_year("2009/10"))["one"] == "No compact rests on it."

    def test_along_the_lineage_from_an_annex_that_does_not_tell_its_own(self) -> None:
        untold = annex("2003/04", area("a", "one", **{"from": ["Old One"]}), area("b", "two"))
        files = {"annex/2003-04.yaml": untold, "compacts/kent.yaml": compact("kent", "2003/04", priority("two"))}
        comments = resting({**self.FILES, **files}, self.YEAR)
        assert comments["first-half"] == "1 compact rests on it: Kent"

    @pytest.mark.parametrize("broken", [": :", {"year": "2003/04", "groups": []}])
    def test_on_what_cannot_be_told_where_an_annex_is_broken(self, broken: Plain | str) -> None:
        files = {
            **self.FILES,
            "annex/2003-04.yaml": broken,
            "compacts/kent.yaml": compact("kent", "2003/04", priority("one")),
        }
        text, _ = drafted(files, self.YEAR)
        assert "# On which areas 1 compact rests cannot be told: compactctl validate shows why." in text


def test_says_how_to_change_the_agenda_and_begins_with_the_schema() -> None:
    text, _ = drafted(BASE)
    assert text.startswith("# yaml-language-server: $schema=")
    assert text.split("\n")[0].endswith("/schemas/annex.json")
    for word in ("reword", "replace", "merge", "split", "retire", "add"):
        assert f"#   To {word} " in text


def in_next_year(title: str) -> str:
    return title.replace("2003/04", "2004/05").replace("2003-04", "2004-05")


@given(names, texts, st.lists(texts, max_size=2), texts)
def test_any_text_goes_on_as_it_was(title: str, summary: str, aims: list[str], focus: str) -> None:
    groups = [
        {
            "id": "all",
            "title": title,
            "aims": aims,
            "areas": [area("a", "null", title=title, summary=summary, focuses=[focus])],
        }
    ]
    _, content = drafted({"annex/2003-04.yaml": {"year": "2003/04", "title": title, "groups": groups}})
    [group] = content.groups
    [area_] = group.areas
    assert (content.title, group.title, group.aims) == (in_next_year(title), title, aims)
    assert (area_.id, area_.title, area_.summary, area_.focuses) == ("null", title, summary, [focus])


def test_rests_on_the_last_annex_before_its_year() -> None:
    files = {**BASE, "annex/2005-06.yaml": annex("2005/06", area("a", "later"))}
    assert str(newest_year(workspace(files))) == "2005/06"
    assert [area_.id for _, area_ in areas_of(drafted(files)[1])] == ["one", "two", "own"]
    assert [area_.id for _, area_ in areas_of(drafted(files, written_year("2010/11"))[1])] == ["later"]


def test_what_limits_and_marks_an_annex_stays() -> None:
    _, content = drafted({"annex/2003-04.yaml": annex("2003/04", *AREAS, at_most="5", example="true")})
    assert (content.at_most, content.example) == (5, True)


def test_there_is_no_year_after_the_last() -> None:
    with pytest.raises(Refused, match="there is no year after 9998/99"):
        year_after(written_year("9998/99"))
    assert year_after(written_year("9997/98")) == written_year("9998/99")


def attempt(files: dict[str, Plain | str]) -> None:
    check_has_none(workspace(files), NEXT)
    next_annex(workspace(files), NEXT)


@pytest.mark.parametrize(
    ("files", "kind", "message"),
    [
        ({"annex/2004-05.yaml": annex("2004/05", *AREAS)}, Refused, "there is an annex for 2004/05 already"),
        ({"annex/2004-05.yml": "x"}, Refused, "there is an annex for 2004/05 already"),
        (
            {"annex/2005-06.yaml": annex("2005/06", *AREAS)},
            CannotDo,
            "there is no annex before 2004/05 to draft it from",
        ),
        ({"annex/2003-04.yaml": "x: 1"}, CannotDo, "the annex of 2003/04 has errors"),
        ({}, CannotDo, "there is no annex before 2004/05"),
    ],
)
def test_what_stands_against_it_is_told(files: dict[str, Plain | str], kind: type[CannotDo], message: str) -> None:
    with pytest.raises(kind, match=message):
        attempt(files)
