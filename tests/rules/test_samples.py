"""Every rule is provoked by its own sample, where that marks it, as its page says, and kept by its other one."""

from pathlib import Path

import pytest
from tests.rules.looking import Mark, write_before, write_sample

from compactctl.finding import Finding
from compactctl.rules.checking import check
from compactctl.rules.names import page_of, rule_names
from compactctl.rules.rule import Checks, Sample
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.since import Since


def findings_in(sample: Sample, folder: Path) -> tuple[Mark | None, list[Finding]]:
    mark = write_sample(sample, folder / "now")
    workspace, since = open_workspace(folder / "now"), None
    if sample.before is not None:
        write_before(sample, folder / "before")
        since = Since("main", "", open_workspace(folder / "before"), workspace)
    return mark, check(Checks(workspace, sample.as_of, sample.complete, since), Selection())


@pytest.mark.parametrize("rule", rule_names())
def test_the_sample_breaks_the_rule_where_it_says(rule: str, tmp_path: Path) -> None:
    mark, findings = findings_in(page_of(rule).breaks, tmp_path)
    assert mark is not None
    places = [(item.rule, item.place.file, item.place.span) for item in findings]
    if mark.span is None:
        assert places == [(rule, mark.file, None)]
    else:
        starts = [(name, file, span and (span.line, span.column)) for name, file, span in places]
        assert starts == [(rule, mark.file, (mark.span.line, mark.span.column))]


@pytest.mark.parametrize("rule", rule_names())
def test_the_sample_is_told_in_the_words_that_its_page_has(rule: str, tmp_path: Path) -> None:
    page = page_of(rule)
    assert [finding.message for finding in findings_in(page.breaks, tmp_path)[1]] == [page.says]


@pytest.mark.parametrize("rule", rule_names())
def test_the_other_sample_keeps_every_rule(rule: str, tmp_path: Path) -> None:
    _, findings = findings_in(page_of(rule).keeps, tmp_path)
    assert findings == []
