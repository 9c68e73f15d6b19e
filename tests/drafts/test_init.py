import json

import pytest
from tests.running import DATA

from compactctl.drafts.init import workspace_files
from compactctl.drafts.lines import SCHEMAS


@pytest.mark.parametrize("name", ["statement.yaml", "annex/2003-04.yaml"])
def test_statement_and_annex_are_those_of_the_record(name: str) -> None:
    assert workspace_files()[f"data/{name}"] == (DATA / name).read_bytes()


def test_the_editor_finds_the_schemas() -> None:
    settings = json.loads(workspace_files()[".vscode/settings.json"])
    assert {url.rpartition("/")[0] for url in settings["yaml.schemas"]} == {SCHEMAS}
