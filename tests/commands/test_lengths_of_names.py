"""Names of authorities and ids have 2 to 60 characters, wherever they stand."""

from pathlib import Path

import pytest
from tests.commands.validating import COLUMNS, REGISTER, changed, findings_in, places, workspace

from compactctl.rules.samples import ANNEX, BASE, COMPACT


@pytest.mark.parametrize(("length", "is_right"), [(1, False), (2, True), (60, True), (61, False)])
class TestLength:
    def test_of_a_compact(self, length: int, is_right: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a column
        slug = "x" * length
        text = BASE[COMPACT].replace("hampshire", slug)
        listed = places(workspace(tmp_path, {f"compacts/{slug}.yaml": text}))
        assert (f"misplaced-file compacts/{slug}.yaml" not in listed) == is_right

    def test_of_a_row_of_the_register(self, length: int, is_right: bool, tmp_path: Path) -> None:  # noqa: FBT001
        rows = f"850,hampshire,Hampshire,,london,county,,,\n851,{'x' * length},X,,london,county,,,\n"
        listed = places(workspace(tmp_path, {REGISTER: COLUMNS + rows}))
        assert listed == ([] if is_right else [f"broken-register {REGISTER}:3:1"])

    def test_of_an_id_that_is_proposed(self, length: int, is_right: bool, tmp_path: Path) -> None:  # noqa: FBT001
        without = changed(ANNEX, ("id: early-education\n        title: Early education", f"title: {'x' * length}"))
        [finding] = findings_in(workspace(tmp_path, without))
        proposed = "x" * length if is_right else "…"
        assert finding["message"].endswith(f"'id: {proposed}'")

    def test_of_an_id(self, length: int, is_right: bool, tmp_path: Path) -> None:  # noqa: FBT001
        listed = places(workspace(tmp_path, changed(ANNEX, ("id: early-education", f"id: {'x' * length}"))))
        assert listed == ([] if is_right else [f"wrong-value {ANNEX}:26:13"])
