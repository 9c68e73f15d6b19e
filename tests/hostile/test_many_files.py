"""Many files: their number has no limit, and what is wrong with one is found among all."""

import json
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.limited import small_workspace, within
from tests.running import COMMAND

from compactctl.rules.samples import BASE, COMPACT, REGISTER_HEAD

SECONDS: Final = {1_000: 20, 10_000: 200}
"""What SECURITY.md promises of two cores, in seconds of work."""


@pytest.mark.parametrize("count", SECONDS)
def test_many_compacts_end_within_what_is_promised(count: int, tmp_path: Path) -> None:
    slugs = [f"authority-{number:05}" for number in range(count)]
    rows = "".join(f"{slug},{slug},{slug},x,london,county,,,\n" for slug in slugs)
    data = small_workspace(tmp_path, **{"authorities.csv": REGISTER_HEAD + rows})
    (data / COMPACT).unlink()
    for slug in slugs:
        (data / f"compacts/{slug}.yaml").write_text(BASE[COMPACT].replace("hampshire", slug))
    (data / f"compacts/{slugs[-1]}.yaml").write_text("[")
    words = (*COMMAND, "validate", "--as-of", "2004-01-15", "--format", "json")
    answer = within(tmp_path, words, seconds=SECONDS[count])
    assert (answer.returncode, answer.stderr) == (1, b"")
    result = json.loads(answer.stdout)
    assert result["documents"] == count + 2
    assert [item["file"] for item in result["findings"]] == [f"data/compacts/{slugs[-1]}.yaml"]
