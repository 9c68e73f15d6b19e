"""The faults that the tests must notice are still there to be put in; `python -m tests.mutations` puts them in."""

from collections import Counter

import pytest
from tests.mutations import KEPT, ROOT, TESTS, Fault, kept


def test_every_line_of_the_list_is_a_fault_and_none_stands_twice() -> None:
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    assert [str(fault) for fault in kept()] == lines == sorted(set(lines))


def test_there_are_a_hundred_faults_and_some_of_each_floor() -> None:
    floors = Counter(fault.floor for fault in kept())
    assert floors.keys() == TESTS.keys()
    assert min(floors.values()) >= 5
    assert floors.total() >= 100


@pytest.mark.parametrize("fault", kept(), ids=str)
def test_a_fault_can_be_put_in(fault: Fault) -> None:
    whole = (ROOT / fault.path).read_text(encoding="utf-8")
    broken = fault.put_into(whole)
    assert sum(old != new for old, new in zip(whole.splitlines(), broken.splitlines(), strict=True)) == 1
