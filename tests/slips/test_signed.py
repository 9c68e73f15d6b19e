"""What somebody has signed keeps every letter, whatever is typed into it, or into a line beside it."""

from itertools import chain, cycle
from typing import Final

import pytest
from tests.slips.cases import SLIPS
from tests.slips.forms import FORMS, NATIONAL_SIGNATURES
from tests.slips.judging import PLAIN_DRESS, lines_with, told_lines, workspace_of
from tests.slips.slip import Outcome, Slip, in_slot
from tests.slips.texts import EITHER, REPAIRED

from compactctl.files.characters import find_hidden
from compactctl.workspace.repairing import repairs_in

PLACES: Final = (
    ("signed", "Numbers are small and vary"),
    ("signed", "One consultant for all schools"),
    ("signed", "Director of Education"),
    ("signed-statement", "Supporting Transformation in Partnership"),
    ("signed-statement", "Every child achieves their potential"),
    ("signed-statement", "Jeremy Beecham"),
    ("signed-annex", "Targets that stretch schools"),
    ("signed-annex", "A primary sector of high standards"),
    ("signed-annex", "Secretary of State"),
)
TEXTS: Final = [
    text if isinstance(text, str) else text[0]
    for text in chain.from_iterable((*REPAIRED.values(), *EITHER.values()))
    if not any(find_hidden(text if isinstance(text, str) else text[0]))
]
IN_SIGNED: Final = [in_slot(Outcome.TOLD, place, text, "-") for place, text in zip(cycle(PLACES), TEXTS, strict=False)]
OF_DOCUMENTS: Final = [
    slip._replace(form=f"signed-{slip.form}")
    for slip in SLIPS
    if slip.form in {"statement", "annex"} and slip.outcome is not Outcome.KEPT
]


def letters(data: bytes) -> str:
    return "".join(data.decode("utf-8", "surrogateescape").split())


def data_of(slip: Slip) -> bytes:
    return PLAIN_DRESS.bytes_of(lines_with(slip.form, [slip], [slip])[0], "utf-8")


@pytest.mark.parametrize("form", ["signed", "signed-statement", "signed-annex"])
def test_letters_stay(form: str) -> None:
    changed = []
    for slip in (slip for slip in (*IN_SIGNED, *OF_DOCUMENTS) if slip.form == form and slip.encoding == "utf-8"):
        data = data_of(slip)
        new = repairs_in(workspace_of(form, data), FORMS[form].name).new
        if letters(new) != letters(data):
            changed.append((slip.typed, new))
    assert not changed


def test_what_is_left_is_told() -> None:
    untold = []
    for slip in IN_SIGNED:
        lines, begins = lines_with(slip.form, [slip], [slip])
        told = told_lines(slip.form, workspace_of(slip.form, PLAIN_DRESS.bytes_of(lines, "utf-8")))
        if not told & set(range(begins[slip], begins[slip] + len(slip.typed))):
            untold.append(slip.typed)
    assert not untold


def test_the_forms_are_signed() -> None:
    assert all(FORMS[form].text.endswith(NATIONAL_SIGNATURES) for form in ("signed-statement", "signed-annex"))
