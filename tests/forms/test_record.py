import pytest
from tests.drafts.memory import annex, area, compact, priority, workspace
from tests.forms.drawn import FIRST, SECOND, THIRD, record
from tests.running import DATA

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo, Refused
from compactctl.forms.boxes import values_of
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.workspace import Workspace

AREAS = (area("a", "reading"), area("b", "writing"))


def space_of(*compacts: dict[str, object], years: tuple[AcademicYear, ...] = (FIRST, SECOND)) -> Workspace:
    annexes = {f"annex/{year.file_stem}.yaml": annex(str(year), *AREAS) for year in years}
    return workspace({**annexes, **{f"compacts/{item['authority']}.yaml": item for item in compacts}})


def test_an_edition_that_is_there_is_taken_as_it_stands() -> None:
    space = open_workspace(DATA)
    kept = record(space, "hampshire", SECOND)
    assert kept.old == kept.base == (DATA / "compacts/hampshire.yaml").read_bytes()
    assert (kept.index, kept.is_new, kept.name) == (1, False, "compacts/hampshire.yaml")
    assert kept.edition.content == kept.document.content.editions[1]


def test_a_year_without_an_edition_holds_what_renew_would_carry() -> None:
    space = open_workspace(DATA)
    drafted = record(space, "rutland", SECOND)
    assert drafted.old == (DATA / "compacts/rutland.yaml").read_bytes()
    assert drafted.base.startswith(drafted.old)
    assert b"# review_by:" not in drafted.base.removeprefix(drafted.old)  # there is a box for it
    assert (drafted.index, drafted.is_new) == (1, True)
    values = values_of(drafted.edition.content)
    assert values["priority/1/why"][0].startswith("TODO still true? ")
    assert values["review_by"] == ()


def test_a_year_after_the_next_is_carried_to_as_well() -> None:
    priorities = "    priorities:\n      - area: reading\n        why: It matters\n"
    last = f"authority: bexley\neditions:\n  - year: 2003/04\n{priorities}"
    annexes = {f"annex/{year.file_stem}.yaml": annex(str(year), *AREAS) for year in (FIRST, SECOND, THIRD)}
    drafted = record(workspace({**annexes, "compacts/bexley.yaml": last}), "bexley", THIRD)
    assert (drafted.index, drafted.is_new, drafted.edition.year) == (1, True, THIRD)
    assert values_of(drafted.edition.content)["priority/1/why"] == ("TODO still true? It matters",)


def test_an_authority_without_a_compact_has_an_empty_edition() -> None:
    drafted = record(space_of(), "bexley", SECOND)
    assert (drafted.old, drafted.index, drafted.is_new) == (None, 0, True)
    assert values_of(drafted.edition.content) == {"review_by": ()}


@pytest.mark.parametrize(
    ("year", "file", "says"),
    [
        (FIRST, compact("bexley", "2004/05", priority("reading")), "has one of 2004/05 already"),
        (SECOND, compact("bexley", "2003/04", priority("gone")), "names 'gone' in line 1, and 2003/04 has no such"),
        (FIRST, compact("bexley", "2003/04", priority("reading", term="soon")), "has errors; the first in line 1"),
        (
            SECOND,
            compact("bexley", "2003/04", priority("reading")) | {"ended": {"date": "2004-05-01", "text": "So be it"}},
            "was brought to an end on 1 May 2004",
        ),
    ],
)
def test_what_cannot_be_taken_or_drafted_is_refused(year: AcademicYear, file: dict[str, object], says: str) -> None:
    with pytest.raises(Refused) as refusal:
        record(space_of(file, years=(FIRST, SECOND, THIRD)), "bexley", year)
    assert says in refusal.value.message
    assert refusal.value.hint


def test_an_authority_has_no_form_of_a_year_before_it_began() -> None:
    with pytest.raises(CannotDo, match="Bedford began on 1 April 2009, after 2003/04"):
        record(space_of(), "bedford", FIRST)
