"""Many files: their number has no limit, and what is wrong with one is found among all."""

import json
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.commands.test_asking import talk
from tests.hostile.limited import small_workspace, within
from tests.running import COMMAND

from compactctl.rules.samples import BASE, COMPACT, REGISTER_HEAD

SECONDS: Final = {1_000: 20, 10_000: 200}
"""What SECURITY.md promises of two cores, in seconds of work."""


def many_compacts(folder: Path, count: int) -> Path:
    """Write so many compacts, of which the last is broken; return its path."""
    slugs = [f"authority-{number:05}" for number in range(count)]
    rows = "".join(f"{slug},{slug},{slug},x,london,county,,,\n" for slug in slugs)
    data = small_workspace(folder, **{"authorities.csv": REGISTER_HEAD + rows})
    (data / COMPACT).unlink()
    for slug in slugs:
        (data / f"compacts/{slug}.yaml").write_text(BASE[COMPACT].replace("hampshire", slug))
    last = data / f"compacts/{slugs[-1]}.yaml"
    last.write_text("[")
    return last


@pytest.mark.parametrize("count", SECONDS)
def test_many_compacts_end_within_what_is_promised(count: int, tmp_path: Path) -> None:
    broken = many_compacts(tmp_path, count)
    words = (*COMMAND, "validate", "--as-of", "2004-01-15", "--format", "json")
    answer = within(tmp_path, words, seconds=SECONDS[count])
    assert (answer.returncode, answer.stderr) == (1, b"")
    result = json.loads(answer.stdout)
    assert result["documents"] == count + 2
    assert [item["file"] for item in result["findings"]] == [f"data/compacts/{broken.name}"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_on_a_terminal_a_bar_shows_how_many_have_been_read(tmp_path: Path) -> None:
    many_compacts(tmp_path, 6_000)
    code, seen = talk(tmp_path, ["validate", "--as-of", "2004-01-15"], [])
    assert code == 1
    assert "Reading compacts" in seen
    assert "1 error in 1 of 6,002 documents" in seen
