"""What holds of every comparison, shown on workspaces made up at random."""

from collections.abc import Iterable
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.changes.generating import YEARS, areas, laid_out, shuffled, workspaces
from tests.changes.making import Files, between, since, workspace
from tests.changes.test_agenda import MIRROR

from compactctl.changes.results import CompactChange, PriorityName, YearChanges
from compactctl.coverage.pages import keep_nothing
from compactctl.coverage.year import cover
from compactctl.documents.years import written_year
from compactctl.workspace.lineage import Kind

OLD, NEW = YEARS[:2]


@given(workspaces())
def test_a_year_against_itself_has_no_change(contents: Files) -> None:
    for year in (OLD, NEW):
        result = between(contents, year, year)
        assert not result.is_change
        assert result.totals.kept == result.totals.old_priorities == result.totals.new_priorities


@given(workspaces())
def test_the_older_year_as_the_new_one_is_the_mirror_image(contents: Files) -> None:
    forth, back = between(contents, OLD, NEW), between(contents, NEW, OLD)
    assert sorted(_annex(back)) == sorted((MIRROR[kind], new, old, fields) for kind, old, new, fields in _annex(forth))
    for change, mirrored in zip(forth.compacts, back.compacts, strict=True):
        assert _names(change.priorities.lost) == _names(mirrored.priorities.gained)
        assert _names(change.priorities.gained) == _names(mirrored.priorities.lost)
        assert sorted(_kept(change)) == sorted(_kept(mirrored))
        assert sorted(_carried(change)) == sorted((old, new) for new, old in _carried(mirrored))
        assert sorted(change.asks.gained) == sorted(mirrored.asks.lost)


@given(workspaces())
def test_every_priority_is_told_once_and_the_sums_agree_with_two_reports(contents: Files) -> None:
    result = between(contents, OLD, NEW)
    for change in result.compacts:
        for year, priorities in ((OLD, _priorities(change, old=True)), (NEW, _priorities(change, old=False))):
            assert sorted(priorities) == sorted(_written(contents, change.authority, year))
    here = workspace(contents)
    reports = [cover(here, written_year(year), keep_nothing) for year in (OLD, NEW)]
    assert result.totals.old_priorities == reports[0].priorities
    assert result.totals.new_priorities == reports[1].priorities
    chosen = [{row.id: row.chosen for row in report.areas} for report in reports]
    for part in result.annex:
        if len(part.part.old) == 1:
            assert part.old_authorities == chosen[0][part.part.old[0].id]
        if len(part.part.new) == 1:
            assert part.new_authorities == chosen[1][part.part.new[0].id]


@given(workspaces(), st.randoms(use_true_random=False))
def test_order_and_layout_are_no_change(contents: Files, random: Random) -> None:
    others = {
        name: laid_out(shuffled(values, random), random) if isinstance(values, dict) else values
        for name, values in contents.items()
    }
    assert not since(contents, others).documents
    first, second = between(contents, OLD, NEW), between(others, OLD, NEW)
    assert _unordered(first) == _unordered(second)
    for mine, its in zip(first.compacts, second.compacts, strict=True):
        assert sorted(_kept(mine)) == sorted(_kept(its))
        assert sorted(_carried(mine)) == sorted(_carried(its))
        assert sorted(_names(mine.priorities.lost)) == sorted(_names(its.priorities.lost))


@given(workspaces(years=4))
def test_years_apart_are_the_composition_of_the_steps_between(contents: Files) -> None:
    steps = [_step(contents, year) for year in YEARS[1:]]
    tied = {(item["id"], item["id"]) for item in areas(_annex_of(contents, YEARS[0]))}
    for step in steps:
        tied = {(first, end) for first, middle in tied for begin, end in step if begin == middle}
    result = between(contents, YEARS[0], YEARS[-1])
    for change in result.annex:
        ids = ({item.id for item in change.part.old}, {item.id for item in change.part.new})
        assert {end for begin, end in tied if begin in ids[0]} == ids[1] or not ids[0]
        assert {begin for begin, end in tied if end in ids[1]} == ids[0] or not ids[1]
        assert (change.part.kind is Kind.RETIRED) == (not ids[1])
    for compact in result.compacts:
        for part in compact.priorities.carried:
            for name in part.old:
                assert any((name.area.id, successor.area.id) in tied for successor in part.new)
        for gone in compact.priorities.lost:
            alike = {name.area.id for name in compact.priorities.gained if _is_like(name, gone)}
            assert not alike & {end for begin, end in tied if begin == gone.area.id}


@given(workspaces(), workspaces())
def test_what_came_one_way_went_the_other(old: Files, new: Files) -> None:
    forth, back = since(old, new), since(new, old)
    assert [item.file for item in forth.documents] == [item.file for item in back.documents]
    for change, mirrored in zip(forth.documents, back.documents, strict=True):
        assert len(change.changes) == len(mirrored.changes)


def _annex(result: YearChanges) -> list[tuple[Kind, list[str], list[str], tuple[str, ...]]]:
    return [
        (
            change.part.kind,
            [area.id for area in change.part.old],
            [area.id for area in change.part.new],
            change.part.fields,
        )
        for change in result.annex
    ]


def _unordered(result: YearChanges) -> list[tuple[Kind, list[str], list[str], tuple[str, ...]]]:
    return sorted((kind, sorted(old), sorted(new), fields) for kind, old, new, fields in _annex(result))


def _key(name: PriorityName) -> str:
    return " ".join((name.issue or "").split()).casefold()


def _is_like(old: PriorityName, new: PriorityName) -> bool:
    return _key(old) == _key(new) and old.area.named_locally == new.area.named_locally


def _names(names: Iterable[PriorityName]) -> list[tuple[str, str]]:
    return [(name.area.id, _key(name)) for name in names]


def _kept(change: CompactChange) -> list[tuple[str, str, list[str]]]:
    return [
        (kept.priority.area.id, _key(kept.priority), [item.field for item in kept.differences])
        for kept in change.priorities.kept
    ]


def _carried(change: CompactChange) -> list[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    return [(sorted(_names(part.old)), sorted(_names(part.new))) for part in change.priorities.carried]


def _priorities(change: CompactChange, *, old: bool) -> list[tuple[str, str]]:
    changes = change.priorities
    names = [kept.priority for kept in changes.kept]
    names += [name for part in changes.carried for name in (part.old if old else part.new)]
    return _names([*names, *(changes.lost if old else changes.gained)])


def _written(contents: Files, slug: str, year: str) -> list[tuple[str, str]]:
    document = contents[f"compacts/{slug}.yaml"]
    assert isinstance(document, dict)
    return [
        (item["area"], item.get("issue", "").casefold())
        for edition in document["editions"]
        if edition["year"] == year
        for item in edition["priorities"]
    ]


def _annex_of(contents: Files, year: str) -> dict[str, object]:
    document = contents[f"annex/{year.replace('/', '-')}.yaml"]
    assert isinstance(document, dict)
    return document


def _step(contents: Files, year: str) -> set[tuple[str, str]]:
    last = {item["id"] for item in areas(_annex_of(contents, YEARS[YEARS.index(year) - 1]))}
    new = areas(_annex_of(contents, year))
    goes_on = {(item["id"], item["id"]) for item in new if item["id"] in last}
    return goes_on | {(origin, item["id"]) for item in new for origin in item.get("from", [])}
