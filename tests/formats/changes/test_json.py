"""The JSON is as its records say, key for key, whatever the documents hold."""

import json

import pytest
from pydantic import TypeAdapter
from tests.formats.changes.sample import hostile_changes, revision_changes, year_changes

from compactctl.changes.results import YearChanges
from compactctl.formats.changes.as_json import revisions, years
from compactctl.formats.changes.records import ChangesRecord, RevisionsRecord

CHANGES = TypeAdapter(ChangesRecord)
REVISIONS = TypeAdapter(RevisionsRecord)
KEYS = (
    *("format", "old", "new", "unreadable", "left_out", "document", "annex", "compacts", "totals"),
    *("not_renewed", "examples", "annex_example"),
)
LOSSES = ("dropped", "not_renewed", "lost_with_authority", "lost_with_compact")


@pytest.mark.parametrize("result", [year_changes(), year_changes("norfolk"), year_changes().without_compacts])
def test_the_changes_of_years(result: YearChanges) -> None:
    data = years(result)
    record = CHANGES.validate_json(data, strict=True)
    assert tuple(record) == KEYS
    totals = record["totals"]
    carried = [part for compact in record["compacts"] for part in compact["carried"]]
    assert totals["old_priorities"] == totals["kept"] + sum(len(part["old"]) for part in carried) + totals["lost"]
    assert totals["lost"] == sum(totals[loss] for loss in LOSSES)  # type: ignore[literal-required]  # these are keys
    assert totals["new_priorities"] == totals["kept"] + sum(len(part["new"]) for part in carried) + totals["gained"]


def test_the_agenda_alone_has_the_same_parts_and_no_compacts() -> None:
    whole, alone = json.loads(years(year_changes())), json.loads(years(year_changes().without_compacts))
    assert alone["annex"] == whole["annex"]
    assert alone["compacts"] == []
    assert set(alone["totals"].values()) == {0}


def test_the_changes_since_a_revision() -> None:
    record = REVISIONS.validate_json(revisions(revision_changes()), strict=True)
    assert tuple(record) == (
        *("format", "revision", "unreadable", "documents"),
        *("base", "changed_after_signing", "not_checked_out"),
    )
    assert tuple(record["documents"][0]) == ("file", "kind", "changes", "example")
    change = record["documents"][0]["changes"][0]
    assert tuple(change) == ("kind", "year", "area", "issue", "fields", "fingerprint", "places", "after_signature")


def test_hostile_texts_are_strict_json() -> None:
    CHANGES.validate_json(years(hostile_changes()), strict=True)


def test_two_changes_never_share_a_fingerprint() -> None:
    record = json.loads(years(year_changes()))
    prints = [change["fingerprint"] for change in (*record["annex"], *record["compacts"])]
    since = json.loads(revisions(revision_changes()))
    prints += [change["fingerprint"] for document in since["documents"] for change in document["changes"]]
    assert len(prints) == len(set(prints))
