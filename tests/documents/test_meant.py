"""Years, days and terms that are written in another way than documents have them: what was meant, or nothing at all."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compactctl.documents.values import TERMS, meant_term
from compactctl.documents.years import AcademicYear, meant_day, meant_year, possible_days
from compactctl.words import MONTHS

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
FIGURES = st.sampled_from(
    ("{0.day}/{0.month}/{0.year}", "{0.day:02}.{0.month:02}.{0.year}", "{0.day} - {0.month} - {0.year}")
)
YEAR_FIRST = st.sampled_from(
    (
        "{0.year}-{0.month}-{0.day}",
        "{0.year}/{0.month:02}/{0.day:02}",
        "{0.year}.{0.month}.{0.day}",
        "{0.year}–{0.month:02}–{0.day:02}",
    )
)
IN_WORDS = st.sampled_from(
    (
        "{0.day} {1} {0.year}",
        "{0.day}{2} {1} {0.year}",
        "{0.day}{2} of {1}, {0.year}",
        "{1} {0.day}, {0.year}",
        "{1} {0.day}{2} {0.year}",
        "{0.day}-{1}-{0.year}",
        "“{0.day:02} {1} {0.year}.”",
    )
)
PIECES = st.lists(
    st.sampled_from([*"0123456789/.,-– stndhof", "2004", "2003", "29", "10", "March", "may", "term"]), max_size=12
)


def refused(text: str) -> bool:
    try:
        meant_day(text)
    except ValueError:
        return True
    return False


@given(DAYS, IN_WORDS, st.integers(3, 9), st.sampled_from((str.lower, str.upper, str)))
def test_a_day_in_words_is_that_day(day: date, form: str, letters: int, case: type[str]) -> None:
    endings = {1: "st", 21: "st", 31: "st", 2: "nd", 22: "nd", 3: "rd", 23: "rd"}
    text = form.format(day, MONTHS[day.month - 1][:letters], endings.get(day.day, "th"))
    assert meant_day(case(text)) == day


@given(DAYS, YEAR_FIRST)
def test_a_day_that_begins_with_its_year_is_that_day(day: date, form: str) -> None:
    assert meant_day(form.format(day)) == day


@given(DAYS, FIGURES)
def test_a_day_in_figures_is_refused_where_the_month_may_be_the_day(day: date, form: str) -> None:
    is_sure = day.day > 12 or day.day == day.month
    text = form.format(day)
    assert possible_days(text) == ((day,) if is_sure else (day, day.replace(month=day.day, day=day.month)))
    assert refused(text) != is_sure


@given(DAYS, FIGURES)
def test_a_year_of_two_figures_is_refused(day: date, form: str) -> None:
    whole, short = str(day.year), str(day.year)[2:]
    assert refused(form.format(day).replace(whole, short))


@given(PIECES.map("".join))
def test_a_day_that_is_meant_has_the_figures_that_are_written(text: str) -> None:
    if not refused(text):
        day = meant_day(text)
        figures = sorted(int(number) for number in re.findall("[0-9]+", text))
        in_words = [] if len(figures) == 3 else [day.month]
        assert sorted([*figures, *in_words]) == sorted((day.year, day.month, day.day))


@pytest.mark.parametrize(
    "text",
    [
        *("3/4/2004", "1/3/04", "29/10/04", "04-03-01", "31 April 2004", "31/4/2004", "29/2/2003", "2004-13-01"),
        *("2004-02-30", "13/13/2004", "1 March", "March 2004", "2004", "2st March 2004", "1 M 2004", "1 Ma 2004"),
        *("1 Marsh 2004", "20040301", "1-2 March 2004", "29/10-2004", "0/5/2004", "soon", "", "1 March 2004 or later"),
        *("2004-03-01T00:00", "\u0662\u0669/10/2004"),
    ],
)
def test_no_day_is_meant_where_that_is_not_sure(text: str) -> None:
    assert refused(text)


@given(start=st.integers(2003, 2098), sign=st.sampled_from(("/", "-", "–", "—", " / ", " - ")), is_whole=st.booleans())
def test_a_year_is_meant_whole_or_cut_short(start: int, sign: str, *, is_whole: bool) -> None:
    end = start + 1
    texts = [f"{start}{sign}{end if is_whole else f'{end % 100:02}'}", f"“{start}{sign}{end}”"]
    texts += [f"{start}{sign}{end % 10}"] if end % 10 else []
    assert {meant_year(text) for text in texts} == {AcademicYear(start)}


@given(st.integers(2003, 2098), st.integers(0, 9999), st.sampled_from("/-–"))
def test_the_second_half_of_a_year_follows_from_the_first(start: int, end: int, sign: str) -> None:
    follows = end == start + 1 or end == (start + 1) % 100 or 0 < end == (start + 1) % 10
    try:
        assert meant_year(f"{start}{sign}{end}") == AcademicYear(start)
    except ValueError:
        assert not follows
    else:
        assert follows


@pytest.mark.parametrize(
    "text",
    ["2003-05", "2003/", "2003", "03/04", "2003/004", "2009/0", "1999-00", "2003--04", "2003 04", "2003/04/05", ""],
)
def test_no_year_is_meant_where_that_is_not_sure(text: str) -> None:
    with pytest.raises(ValueError, match="academic year"):
        meant_year(text)


@given(
    st.sampled_from(TERMS),
    st.sampled_from(("{}", "{} term", "{}-term", "{}  Term.", " {} ", "{}_term", "“{}”", "{}term", "{}–term")),
    st.sampled_from((str.lower, str.upper, str.title)),
)
def test_a_term_is_meant_in_any_case(term: str, form: str, case: type[str]) -> None:
    assert meant_term(case(form.format(term))) == term


@pytest.mark.parametrize(
    "text",
    ["soon", "short to medium", "short/medium", "not short", "shorter", "medium terms", "shrt", "long", "TODO", ""],
)
def test_no_term_is_meant_where_that_is_not_sure(text: str) -> None:
    with pytest.raises(ValueError, match="a term is short or medium"):
        meant_term(text)
