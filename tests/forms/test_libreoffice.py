"""Forms that LibreOffice opened and saved or printed: the officers who use it lose nothing."""

import re
from pathlib import Path
from typing import Final

import pytest
from tests.drafts.memory import annex, area, compact, priority, workspace
from tests.forms.drawn import SECOND, drawn, record, said
from tests.forms.libreoffice import converted, is_here
from tests.running import DATA

from compactctl.forms.boxes import REVIEW_BY, values_of
from compactctl.forms.reading import read_form
from compactctl.workspace.loading import open_workspace

pytestmark = [pytest.mark.slow, is_here]

TEXT = 'One  line\n\nand\tanother – £5, ‘so’ "so" € ŵ ŷ 中文 👩‍👧'
A4 = b"/MediaBox[0 0 595"


@pytest.mark.parametrize("slug", ["hampshire", "rutland", "bexley"])
def test_a_form_that_was_saved_anew_says_the_same(tmp_path: Path, slug: str) -> None:
    form = drawn(open_workspace(DATA), slug)
    before, after = read_form(form), read_form(converted(tmp_path, form, "docx"))
    assert after.objections == ()
    assert (after.authority, after.year, after.digests) == (before.authority, before.year, before.digests)
    assert said(after) == said(before)


ODD: Final = ("Two\nlines", "שלום עולם", "Arabic مرحبا 31 بكم", "日本語の文章と English", "हिन्दी", "한국어", "ελληνικά")


def test_odd_texts_stay_as_they_are(tmp_path: Path) -> None:
    entries = {"authority": [TEXT, "Two", TEXT, *ODD], "department": [*reversed(ODD), "Two"]}
    ours = compact(
        *("bexley", "2004/05", priority("issues", issue=TEXT, why=TEXT, contributions=entries), priority("gone")),
        asks=[{"text": TEXT}],
        review_by="2004-12-31",
    )
    areas = (area("a", "issues", named_locally=True), area("b", "reading"))
    space = workspace({"annex/2004-05.yaml": annex("2004/05", *areas), "compacts/bexley.yaml": ours})
    returned = read_form(converted(tmp_path, drawn(space, "bexley"), "docx"))
    values = values_of(record(space, "bexley", SECOND).edition.content)
    assert returned.objections == ()
    assert {tag: value for tag, value in said(returned).items() if tag in values} == {
        **values,
        REVIEW_BY: ("31 December 2004",),
    }


def test_it_prints_on_a_few_pages_of_a4(tmp_path: Path) -> None:
    pages = converted(tmp_path, drawn(open_workspace(DATA), "rutland"), "pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", pages)) == 4
    assert A4 in pages
