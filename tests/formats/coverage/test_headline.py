"""The first sentences of a year, by rule: what was taken up most, by nobody, what is new, how many editions."""

from collections.abc import Sequence
from typing import Final

import pytest
from tests.changes.making import Values, annex, area, compact, edition, files, workspace

from compactctl.coverage.descent import Descent
from compactctl.coverage.pages import keep_nothing
from compactctl.coverage.results import EVERYTHING, Filters
from compactctl.coverage.trend import cover_among_years
from compactctl.documents.status import Status
from compactctl.formats.coverage.headline import sentences

AREAS: Final = [area(id_, title=id_.capitalize()) for id_ in ("reading", "numbers", "music", "sport", "science")]
SLUGS: Final = ("kent", "surrey", "essex", "devon", "dorset-county", "norfolk")
OPEN: Final = "of the 150 authorities to whom it is open, 5 of which have an edition."
EACH: Final = "each of 150, 5 of which have an edition."
FIVE: Final = "5 of 150 authorities have an edition of 2003/04 (5 draft)."


def told(chosen: str, *, areas: list[Values] = AREAS, filters: Filters = EVERYTHING) -> list[str]:
    """Return the sentences; for each authority that has an edition, `chosen` has a word of the letters it took up."""
    ids = {letter: item["id"] for letter, item in zip("abcde", areas, strict=False)}
    compacts = [
        compact(slug, edition("2003/04", *(ids[letter] for letter in letters if letter != "-")))
        for slug, letters in zip(SLUGS, chosen.split(), strict=False)
    ]
    return of(files([annex("2003/04", *areas)], compacts), filters)


def of(contents: dict[str, Values | str], filters: Filters = EVERYTHING) -> list[str]:
    result, years = cover_among_years(workspace(contents), None, keep_nothing, filters)
    return list(sentences(result, years, Descent.until(years, result.year)))


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("", ["None of the 150 authorities has an edition of 2003/04."]),
        ("a", ["1 of 150 authorities has an edition of 2003/04 (1 draft)."]),
        ("a a a a", ["4 of 150 authorities have an edition of 2003/04 (4 draft)."]),
        (
            "a ab abc abcde a",
            [
                f"Reading (a) was taken up most: by 5 {OPEN}",
                "Every area that is open to somebody was taken up.",
                FIVE,
            ],
        ),
        (
            "ab ab c c a",
            [
                f"Reading (a) was taken up most: by 3 {OPEN}",
                "Nobody took up Sport (d) or Science (e).",
                FIVE,
            ],
        ),
        (
            "ab ab - - -",
            [
                f"Reading (a) and Numbers (b) were taken up most: by 2 authorities {EACH}",
                "Nobody took up Music (c), Sport (d) or Science (e).",
                FIVE,
            ],
        ),
        (
            "a - - - -",
            [
                f"Reading (a) was taken up most: by 1 {OPEN}",
                "Nobody took up 4 of the 5 areas.",
                FIVE,
            ],
        ),
        (
            "abcd - - - -",
            [
                f"4 of the 5 areas were taken up most: by 1 authority {EACH}",
                "Nobody took up Science (e).",
                FIVE,
            ],
        ),
        (
            "abcde - - - -",
            [
                f"All 5 areas were taken up equally often: by 1 authority {EACH}",
                "Every area that is open to somebody was taken up.",
                FIVE,
            ],
        ),
        ("- - - - -", ["Nobody took up any of the 5 areas.", FIVE]),
    ],
)
def test_sentences_follow_from_the_counts(chosen: str, expected: list[str]) -> None:
    assert told(chosen) == expected


def test_where_all_have_an_edition_only_one_number_stands_beside_the_count() -> None:
    of_five = area("reading", title="Reading", open_to={"authorities": list(SLUGS[:5])})
    most, *_ = told("a a a - -", areas=[of_five])
    assert most == "Reading (a) was taken up most: by 3 of the 5 authorities to whom it is open."


@pytest.mark.parametrize(
    ("open_to", "whom"),
    [
        ((SLUGS[:5], None), "the 5 to 150 to whom they are open"),
        ((SLUGS[:5], SLUGS), "the 5 to 6 to whom they are open"),
        ((SLUGS[:5], SLUGS[1:]), "the 5 to whom they are open"),
    ],
)
def test_a_tie_counts_those_to_whom_its_areas_are_open(open_to: tuple[Sequence[str] | None, ...], whom: str) -> None:
    areas = [
        area(item["id"], title=item["title"], **({"open_to": {"authorities": list(slugs)}} if slugs else {}))
        for item, slugs in zip(AREAS, (*open_to, None), strict=False)
    ]
    most, *_ = told("- ab ab c -", areas=areas)
    assert most == f"Reading (a) and Numbers (b) were taken up most: by 2 authorities each of {whom}."


def test_nobody_is_said_of_those_alone_that_are_looked_at() -> None:
    narrowed = told("a a a a a", filters=Filters(status=Status.DRAFT, type="county"))
    assert narrowed[1].endswith("of the 5 areas, looking only at authorities of the type county.")


def test_what_is_new_and_was_taken_up_by_nobody_is_named_once() -> None:
    old, new = annex("2003/04", *AREAS[:2]), annex("2004/05", *AREAS[:3])
    compacts = [compact(slug, edition("2004/05", "reading", "numbers")) for slug in SLUGS]
    assert of(files([old, new], compacts))[1] == "Nobody took up Music (c), new in 2004/05."


def test_new_areas_and_the_year_before_are_told() -> None:
    old = annex("2003/04", *AREAS[:2])
    new = annex("2004/05", *AREAS[:2], AREAS[2])
    compacts = [compact(slug, edition("2003/04", "reading"), edition("2004/05", "music")) for slug in SLUGS]
    assert of(files([old, new], [*compacts, compact("cornwall", edition("2003/04", "numbers"))])) == [
        "Music (c) was taken up most: by 6 of the 150 authorities to whom it is open, 6 of which have an edition.",
        "Nobody took up Reading (a) or Numbers (b). Music (c) is new in 2004/05.",
        "6 of 150 authorities have an edition of 2004/05 (6 draft). In 2003/04 it was 7 of 150.",
    ]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("a a a a a", "Reading (a) was taken up most: by 5 authorities."),
        ("ab ab - - -", "Reading (a) and Numbers (b) were taken up most: by 2 authorities each."),
    ],
)
def test_of_how_many_is_not_said_where_it_cannot_be_read_whom_an_area_is_open_to(chosen: str, expected: str) -> None:
    areas = [AREAS[0] | {"open_too": {"regions": ["london"]}}, *AREAS[1:]]
    assert told(chosen, areas=areas)[0] == expected
