"""Which years can be compared, and what is said where they cannot."""

import pytest
from tests.changes.making import Values, annex, area, between, compact, edition, files, workspace

from compactctl.changes.inputs import years_between
from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo

THREE = [annex(year, area("lasting")) for year in ("2003/04", "2004/05", "2006/07")]
FIRST, SECOND, LAST = (AcademicYear(start) for start in (2003, 2004, 2006))


def test_without_years_the_two_newest_are_compared() -> None:
    assert years_between(workspace(files(THREE)), None, None) == (SECOND, LAST)


def test_one_year_is_compared_with_the_newest() -> None:
    assert years_between(workspace(files(THREE)), FIRST, None) == (FIRST, LAST)


def test_two_years_are_compared_as_they_are_given() -> None:
    assert years_between(workspace(files(THREE)), LAST, FIRST) == (LAST, FIRST)


@pytest.mark.parametrize("annexes", [[], THREE[:1]])
def test_without_years_it_takes_two_annexes(annexes: list[Values]) -> None:
    with pytest.raises(CannotDo, match="takes two annexes") as refusal:
        years_between(workspace(files(annexes, [compact("norfolk", edition("2003/04", "lasting"))])), None, None)
    assert refusal.value.hint


def test_a_year_without_an_annex() -> None:
    with pytest.raises(CannotDo, match="no annex for 2005/06"):
        between(files(THREE), "2003/04", "2005/06")


@pytest.mark.parametrize("broken", ["annex/2003-04.yaml", "annex/2004-05.yaml", "annex/2006-07.yaml"])
def test_an_annex_on_the_way_that_cannot_be_read(broken: str) -> None:
    year = broken[6:13].replace("-", "/")
    with pytest.raises(CannotDo, match=f"annex of {year}, data/{broken}, cannot be read"):
        between({**files(THREE), broken: "a: *b"}, "2003/04", "2006/07")


def test_an_annex_beside_the_way_that_cannot_be_read() -> None:
    result = between({**files(THREE), "annex/2006-07.yaml": "a: *b"}, "2003/04", "2004/05")
    assert result.unreadable == ("data/annex/2006-07.yaml",)


def test_a_broken_register() -> None:
    with pytest.raises(CannotDo, match=r"register data/authorities\.csv is broken"):
        between({**files(THREE), "authorities.csv": "code,slug\n"}, "2003/04", "2004/05")


def test_a_folder_that_is_none() -> None:
    with pytest.raises(CannotDo, match="folder data/annex cannot be read"):
        years_between(workspace({"annex": "x"}), None, None)
    with pytest.raises(CannotDo, match="folder data/compacts cannot be read"):
        between({**files(THREE), "compacts": "x"}, "2003/04", "2004/05")
