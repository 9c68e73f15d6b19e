"""What is read of a file that is not as large as it was said to be."""

import os
from pathlib import Path

import pytest

from compactctl.files.limits import MAXIMUM_BYTES
from compactctl.files.opening import Unreadable
from compactctl.files.trees import DiskTree


@pytest.fixture
def as_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file has one byte when its size is asked for, and has grown when it is read."""
    real = os.fstat

    def one_byte(descriptor: int) -> os.stat_result:
        fields = list(real(descriptor))
        fields[6] = 1
        return os.stat_result(fields)

    monkeypatch.setattr(os, "fstat", one_byte)


@pytest.mark.usefixtures("as_it_began")
@pytest.mark.parametrize("size", [1, 2, 3, 70_000, MAXIMUM_BYTES])
def test_what_was_added_is_read_too(size: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * size)
    assert DiskTree(tmp_path).read("a.yaml") == b"x" * size


@pytest.mark.usefixtures("as_it_began")
def test_what_grew_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * (MAXIMUM_BYTES + 1))
    with pytest.raises(Unreadable, match="1 MiB"):
        DiskTree(tmp_path).read("a.yaml")
