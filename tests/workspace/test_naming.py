"""What people call things: each is found by all that it is usually called, and nothing else is taken for it."""

import pytest
from tests.drafts.memory import annex, area, compact, workspace

from compactctl.documents.years import AcademicYear, written_day
from compactctl.errors import CannotDo
from compactctl.workspace.naming import area_meant, find_area, find_authority, find_compact
from compactctl.workspace.registers import built_in_register
from compactctl.workspace.workspace import Workspace

FIRST, LAST_OF_OLD_DORSET, FIRST_OF_NEW_DORSET = AcademicYear(2003), AcademicYear(2018), AcademicYear(2019)
ENGLAND = built_in_register()
NOWHERE = workspace({})
HEADER = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors"


def slug_of(words: str, year: AcademicYear = FIRST, within: Workspace = NOWHERE) -> str:
    return find_authority(within, words, year=year).slug


def refusal(words: str, year: AcademicYear = FIRST) -> CannotDo:
    with pytest.raises(CannotDo) as refused:
        slug_of(words, year)
    return refused.value


USUAL = {
    "hampshire": ("hampshire", "850", " HAMPSHIRE ", "Hampshire County Council", "Hampshire CC", "the Hampshire LEA"),
    "camden": ("London Borough of Camden", "Camden London Borough Council", "LB Camden", "Camden LBC"),
    "kingston-upon-thames": (
        *("Royal Borough of Kingston upon Thames", "kingston  upon-THAMES", "Kingston-upon-Thames Council", "314"),
        "The Royal London Borough of Kingston upon Thames",
    ),
    "kingston-upon-hull": ("Hull", "Hull City Council", "Kingston upon Hull, City of", "City of Kingston-upon-Hull"),
    "bristol": ("City of Bristol", "Bristol City Council", "Bristol, City of", "City and County of Bristol"),
    "st-helens": (
        *("St Helens", "St. Helens", "Saint Helens", "St Helen's", "St. Helens Metropolitan Borough Council"),
        "Metropolitan Borough of St Helens",
    ),
    "county-durham": ("Durham", "County Durham", "Durham County Council", "Durham Unitary Authority"),
    "city-of-london": ("City of London", "City of London Corporation", "the Corporation of the City of London"),
    "brighton-and-hove": ("Brighton & Hove", "Brighton and Hove City Council", "Brighton&Hove"),
    "windsor-and-maidenhead": ("Royal Borough of Windsor & Maidenhead",),
    "isles-of-scilly": ("Council of the Isles of Scilly", "isles of scilly council"),
    "york": ("City of York Council",),
    "rutland": ("Rutland County Council District Council",),
    "bournemouth-christchurch-and-poole": ("Bournemouth Christchurch & Poole",),
    "dorset-county": ("Dorset", "dorset", "Dorset County Council", "dorset-county", "DORSET-COUNTY"),
    "dorset": ("838",),
}


@pytest.mark.parametrize(("slug", "words"), [(slug, words) for slug, usual in USUAL.items() for words in usual])
def test_an_authority_is_found_by_what_it_is_usually_called(slug: str, words: str) -> None:
    assert slug_of(words) == slug


@pytest.mark.parametrize("form", ["{}", "{} Council", "The {} Unitary Authority", "COUNTY OF {}", "{}, City of"])
def test_every_authority_is_found_by_its_name_in_every_usual_form(form: str) -> None:
    for authority in ENGLAND:
        year = FIRST if authority.exists_in(FIRST) else AcademicYear(2025)
        assert slug_of(form.format(authority.name), year) == authority.slug
        assert slug_of(authority.code, year) == authority.slug


@pytest.mark.parametrize("year", [FIRST_OF_NEW_DORSET, AcademicYear(2025)])
def test_of_one_name_it_is_the_authority_that_existed_in_the_year(year: AcademicYear) -> None:
    assert {slug_of(words, year) for words in ("dorset", "Dorset", "Dorset Council")} == {"dorset"}


@pytest.mark.parametrize("words", ["dorset", "Dorset", "Dorset Council"])
def test_several_are_listed_with_what_to_write(words: str) -> None:
    refused = refusal(words, LAST_OF_OLD_DORSET)
    assert (refused.message, refused.hint) == (
        f"several authorities are called '{words}'",
        "write one of these: '838' (dorset, from 1 April 2019); 'dorset-county' (Dorset, until 31 March 2019)",
    )
    assert {slug_of(name, LAST_OF_OLD_DORSET) for name in ("838", "dorset-county")} == {"dorset", "dorset-county"}


def test_all_of_many_are_listed_without_ado() -> None:
    rows = "".join(f"{number},x-{number},Springfield,,,,,,\n" for number in range(3000))
    with pytest.raises(CannotDo) as refused:
        slug_of("Springfield", within=workspace({"authorities.csv": f"{HEADER}\n{rows}"}))
    assert (refused.value.hint or "").count("(Springfield)") == 3000


@pytest.mark.parametrize("region", sorted(ENGLAND.regions))
@pytest.mark.parametrize("form", ["{}", "{} Council", "The {} Authority", "County of {}"])
def test_no_region_is_taken_for_an_authority(form: str, region: str) -> None:
    assert "the register has no authority" in refusal(form.format(region.replace("-", " ").title())).message


NEAR = {
    "hamshire": "hampshire",
    "Hamshire County Council": "hampshire",
    "Hampshier": "hampshire",
    "Camdem": "camden",
    "Midlesborough": "middlesbrough",
    "Liecester": "leicester",
    "City of Londn": "city-of-london",
    "Stafford": "staffordshire",
    "Woking": "wokingham",
    "Buckinhamshire": "buckinghamshire",
    "Rotland": "rutland",
    "Lincoln": "lincolnshire",
    "Chester": "cheshire-west-and-chester",
}
FAR = (
    *("Winchester", "Scotland", "Wales", "England", "Ireland", "Jutland", "Chichester", "Rochester", "Dorchester"),
    *(
        "Norwich",
        "Lancaster",
        "Falmouth",
        "Boston upon Sea",
        "Stratford",
        "Burnley",
        "Atlantis",
        "Paris",
        "xx",
        "999",
        "../etc",
    ),
    *("", " ", ".", "council", "the county of"),
)


@pytest.mark.parametrize(("words", "slug"), NEAR.items())
def test_what_is_really_like_a_name_is_suggested(words: str, slug: str) -> None:
    name = ENGLAND.authorities[slug].name
    assert refusal(words).message.endswith(f"{words}'; did you mean '{slug}' ({name})?")


@pytest.mark.parametrize("words", FAR)
def test_what_is_not_suggests_nothing(words: str) -> None:
    refused = refusal(words)
    assert refused.message == f"the register has no authority '{words}'"
    assert refused.hint == 'write its name or its number: hampshire, "Hampshire County Council" or 850'


@pytest.mark.parametrize("words", ["x" + " county" * 15_000, "the " * 15_000 + "x"])
def test_what_is_longer_than_any_name_is_told_at_once(words: str) -> None:
    refused = refusal(words)
    assert refused.message == f"the register has no authority '{words[:79]}…'"
    assert (refused.hint or "").endswith("or 850; it has 300 characters at most")


def test_a_name_may_be_followed_by_much_that_says_its_kind() -> None:
    assert slug_of("the " * 20 + "Hampshire" + " county" * 20) == "hampshire"


def test_a_name_that_lacks_a_letter_is_found_or_suggested() -> None:
    alike = {"Bradford": "bedford", "Hertfordshire": "herefordshire", "Dorset": "dorset-county"}
    for authority in ENGLAND:
        name = authority.name
        for index in (at for at in range(1, len(name)) if name[at].isalpha()):
            words = name[:index] + name[index + 1 :]
            refused = _refusal_of(words)
            assert authority.slug in refused or alike.get(name, "?") in refused, words


def _refusal_of(words: str) -> str:
    try:
        return slug_of(words)
    except CannotDo as refused:
        return refused.message


def test_all_that_hold_the_words_are_suggested() -> None:
    assert refusal("Kingston").message.endswith(
        "did you mean 'kingston-upon-hull' (Kingston upon Hull) or 'kingston-upon-thames' (Kingston upon Thames)?"
    )


def test_a_register_of_ones_own_may_name_earlier_names_and_short_slugs() -> None:
    rows = "1,ab,Avon Bay,,,,,,,Bay of Avon\n2,ply,Plymouth Town,,,,,,,\n"
    own = workspace({"authorities.csv": f"{HEADER},earlier_name\n{rows}"})
    assert [slug_of(words, within=own) for words in ("AB", "bay of avon", "1", "Plymouth Town Council")] == [
        *("ab", "ab", "ab", "ply")
    ]


def with_compacts(*slugs: str) -> Workspace:
    return workspace({f"compacts/{slug}.yaml": compact(slug, "2003/04") for slug in slugs})


class TestCompact:
    today = written_day("2026-01-01")

    def test_of_one_name_it_is_the_one_that_is_there(self) -> None:
        assert find_compact(with_compacts("dorset-county"), "Dorset", self.today) == "dorset-county"
        assert find_compact(with_compacts("dorset-county", "dorset"), "Dorset", self.today) == "dorset"
        earlier = written_day("2003-10-01")
        assert find_compact(with_compacts("dorset-county", "dorset"), "Dorset", earlier) == "dorset-county"

    def test_that_is_not_there_is_told(self) -> None:
        with pytest.raises(CannotDo, match="Hampshire has no compact in 'data/compacts'") as refused:
            find_compact(with_compacts("norfolk"), "Hampshire County Council", self.today)
        assert refused.value.hint == "'compactctl new hampshire' writes its first edition"

    def test_that_no_register_knows_goes_by_its_slug(self) -> None:
        assert find_compact(with_compacts("atlantis"), "atlantis", self.today) == "atlantis"
        broken = workspace({"authorities.csv": "code\n", "compacts/norfolk.yaml": compact("norfolk", "2003/04")})
        assert find_compact(broken, "norfolk", self.today) == "norfolk"
        with pytest.raises(CannotDo, match=r"data/authorities\.csv is broken, so it cannot be told which authority"):
            find_compact(broken, "Norfolk County Council", self.today)

    def test_the_year_tells_before_the_compact_and_the_compact_before_the_day(self) -> None:
        county, both = with_compacts("dorset-county"), with_compacts("dorset-county", "dorset")
        asked = {"today": self.today, "has_compact": True}
        for within, year, slug in [
            *((county, None, "dorset-county"), (county, FIRST_OF_NEW_DORSET, "dorset")),
            *((county, LAST_OF_OLD_DORSET, "dorset-county"), (both, FIRST, "dorset-county")),
            *((both, LAST_OF_OLD_DORSET, "dorset"), (both, None, "dorset")),
        ]:
            assert find_authority(within, "Dorset", year=year, **asked).slug == slug  # type: ignore[arg-type]


class TestArea:
    agenda = workspace(
        {
            "annex/2003-04.yaml": annex(
                "2003/04",
                {**area("a", "reading"), "title": "Reading & writing: the first years"},
                {**area("b", "local-one"), "title": "Local issues"},
                {**area("c", "local-two"), "title": "Local  Issues"},
            )
        }
    ).agendas[FIRST]

    def id_of(self, words: str) -> str:
        assert self.agenda is not None
        return find_area(self.agenda, words).id

    @pytest.mark.parametrize(
        "words",
        [
            "a",
            " A",
            "reading",
            "READING",
            "reading  & Writing: the first YEARS",
            "Reading and writing, the first years",
            *(
                "(a)",
                "a.",
                "Area A",
                "a, Reading & writing: the first years",
                "a. Reading and writing: the first years",
            ),
        ],
    )
    def test_is_found_by_id_letter_or_title(self, words: str) -> None:
        assert self.id_of(words) == "reading"

    def test_a_title_of_two_is_told(self) -> None:
        with pytest.raises(CannotDo, match="several areas of 2003/04 are called 'local issues'") as refused:
            self.id_of("local issues")
        assert refused.value.hint == "write 'local-one' (b) or 'local-two' (c)"

    @pytest.mark.parametrize("words", ["readin", "Reading and writing"])
    def test_what_is_like_one_is_suggested(self, words: str) -> None:
        with pytest.raises(CannotDo, match=f"no area '{words}'; did you mean 'reading' \\(a, Reading & writing"):
            self.id_of(words)

    @pytest.mark.parametrize(
        ("words", "beginning"),
        [
            ("b", ": areas are named by id, not by letter; write 'local-one' (b, Local issues)"),
            ("Reading and Writing, the first years", ": areas are named by id, not by title; write 'reading' (a, "),
            (
                "local issues",
                ": areas are named by id, not by title; write 'local-one' (b, Local issues) or 'local-two' (c, Local",
            ),
            ("READING", "; did you mean 'reading' (a, "),
            ("readin", "; did you mean 'reading' (a, "),
            ("Reading and", "; did you mean 'reading' (a, "),
        ],
    )
    def test_that_is_named_otherwise_than_by_its_id_is_told_by_its_id(self, words: str, beginning: str) -> None:
        assert self.agenda is not None
        assert (area_meant(self.agenda, words) or "").startswith(beginning)

    @pytest.mark.parametrize("words", ["", " ", ".", "zz", "writing"])
    def test_what_is_not_suggests_nothing(self, words: str) -> None:
        with pytest.raises(CannotDo) as refused:
            self.id_of(words)
        assert refused.value.message == f"2003/04 has no area '{words}'"
