"""Whether a document fits a page, measured without drawing it."""

import pytest
from docx.shared import Pt

from compactctl.word.blocks import line, row, table
from compactctl.word.document import new_document
from compactctl.word.markup import put_first
from compactctl.word.measuring import fits

WORDS = "mmmmmmmmm mmmmmmmmm"
"""They are 130 points wide in a table; on a page there is room for fifty such lines, and not for a hundred."""


@pytest.mark.parametrize(("width", "is_one_line"), [(130, False), (140, True)])
def test_beside_what_stands_in_a_cell_some_room_is_kept_free(width: float, is_one_line: bool) -> None:  # noqa: FBT001
    document, widths = new_document("A paper"), [Pt(width)]
    put_first(document, table("RuledTable", widths, [row([[line("TableText", WORDS)]], widths)] * 50, "Rows", ""))
    assert fits(document, 1) == is_one_line
