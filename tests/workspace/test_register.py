"""A register of one's own: what it may hold, and what breaks it."""

from collections.abc import Iterator

import pytest

from compactctl.documents.years import AcademicYear
from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.files.source import Source
from compactctl.workspace.registers import built_in_register, read_register, tiles

COLUMNS = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors"


def messages(*rows: str, columns: str = COLUMNS) -> list[str]:
    text = "\n".join([columns, *rows, ""])
    return [finding.message for finding in read_register(Source("authorities.csv", text)).findings]


def numbered(count: int) -> Iterator[str]:
    return (f"{number},x-{number},X,,,,,," for number in range(count))


def test_a_slug_has_two_characters_at_least() -> None:
    assert messages("1,ab,Ab,,,,,,") == []
    assert messages("1,a,Ab,,,,,,") != []


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (f"{COLUMNS},earlier_name", None),
        (f"{COLUMNS},earlier_type,earlier_until,earlier_name", None),
        (f"{COLUMNS},name", "the register has the column 'name' twice; take one of them out"),
        (
            f"{COLUMNS},earlier_tipe",
            "the register has a column 'earlier_tipe', which is none of its columns; did you mean",
        ),
        (
            f"{COLUMNS},leader",
            "the register has a column 'leader', which is none of its columns; take it out; there may",
        ),
        (f"{COLUMNS},", "the register has a column '', which is none of its columns; take it out"),
    ],
)
def test_a_column_twice_or_unknown_breaks_it(columns: str, message: str | None) -> None:
    result = messages("1,ab,Ab" + "," * (columns.count(",") - 2), columns=columns)
    assert (result[0].startswith(message) and len(result) == 1) if message else result == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (f"1,ab,{'x' * 300},,,,,,", None),
        (f"1,ab,{'x' * 301},,,,,,", "name has more than 300 characters; shorten it"),
        (f"1,ab,Ab,,,,,,{'9 ' * 1000}", None),
        (f"1,ab,Ab,,,,,,{'9 ' * 1000}9", "successors has more than 2,000 characters; shorten it"),
    ],
)
def test_a_cell_has_an_end(row: str, message: str | None) -> None:
    assert messages(row, "9,ac,Ac,,,,,,") == ([message] if message else [])


@pytest.mark.parametrize("earlier", ["county,", ",1998-03-31"])
def test_an_earlier_type_has_a_last_day(earlier: str) -> None:
    columns = f"{COLUMNS},earlier_type,earlier_until"
    message = "'earlier_type' and 'earlier_until' go together; fill in both, or neither"
    assert messages(f"1,ab,Ab,,,,,,,{earlier}", columns=columns) == [message]
    assert messages("1,ab,Ab,,,,,,,county,1998-03-31", columns=columns) == []


def test_nobody_comes_after_themselves() -> None:
    assert messages("1,ab,Ab,,,,,,1") == ["Ab names itself as its successor, with '1'; take it out"]


def test_it_has_twenty_thousand_rows_at_most() -> None:
    assert messages(*numbered(20_000), "") == []
    assert messages(*numbered(20_001)) == ["the register has more than 20,000 rows; take out what does not belong"]


def test_no_more_is_found_in_it_than_is_shown() -> None:
    assert len(messages(*("1,ab,Ab,,,,,," for _ in range(2000)))) == MAXIMUM_FINDINGS + 1


def test_a_blank_region_or_type_is_none() -> None:
    register = read_register(Source("authorities.csv", f"{COLUMNS}\n1,ab,Ab,,,,,,\n2,cd,Cd,,west,,,,\n")).register
    assert register.regions == {"west"}
    assert register.types == set()


def test_every_authority_of_the_built_in_register_has_a_tile() -> None:
    assert {(authority.code, authority.slug) for authority in built_in_register()} == tiles().keys()


@pytest.mark.parametrize(
    ("year", "labels"),
    [
        (2004, ("Dorset", "Dorset (unitary)")),  # the unitary one does not exist yet, and still has to be told apart
        (2018, ("Dorset (county)", "Dorset (unitary)")),
        (2020, ("Dorset (county)", "Dorset")),
    ],
)
def test_who_shares_a_name_in_one_of_two_years_is_told_by_its_type(year: int, labels: tuple[str, str]) -> None:
    register, years = built_in_register(), (AcademicYear(year), AcademicYear(year + 1))
    both = (register.authorities[slug] for slug in ("dorset-county", "dorset"))
    assert tuple(register.label_between(authority, *years) for authority in both) == labels


def test_who_shares_a_name_is_told_by_its_region_and_at_last_by_its_slug() -> None:
    rows = "1,ab,Ab,,east,county,,,\n2,cd,Ab,,west,county,,,\n3,ef,Ef,,west,county,,,\n4,gh,Ef,,west,county,,,\n"
    register = read_register(Source("authorities.csv", f"{COLUMNS}\n{rows}")).register
    years = (AcademicYear(2003), AcademicYear(2004))
    labels = [register.label_between(authority, *years) for authority in register]
    assert labels == ["Ab (East)", "Ab (West)", "Ef (ef)", "Ef (gh)"]


def test_codes_and_slugs_stand_once_each() -> None:
    other = "in an earlier row too; give each row its own"
    assert messages("code=1,ab,Ab,,,,,,", "1,ac,Ac,,,,,,") == []
    assert messages("1,ab,Ab,,,,,,", "1,ac,Ac,,,,,,", "1,ac,Ad,,,,,,") == [
        *(f"'{column}' is '{value}' {other}" for column, value in (("code", "1"), ("code", "1"), ("slug", "ac"))),
    ]


def test_a_successor_that_is_none_is_told_in_its_own_row() -> None:
    text = f"{COLUMNS}\n1,ab,Ab,,,,,,9\n1,ac,Ac,,,,,,\n"
    places = [item.place for item in read_register(Source("authorities.csv", text)).findings if "9" in item.message]
    assert [place.span and place.span.line for place in places] == [2]
