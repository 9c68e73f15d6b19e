import json

import pytest
from tests.running import DATA

from compactctl.drafts.init import workspace_files
from compactctl.drafts.lines import SCHEMAS, schema_line


@pytest.mark.parametrize(("name", "kind"), [("statement.yaml", "statement"), ("annex/2003-04.yaml", "annex")])
def test_statement_and_annex_are_those_of_the_record_below_the_schema_for_the_editor(name: str, kind: str) -> None:
    first, _, rest = workspace_files()[f"data/{name}"].partition(b"\n")
    assert (first.decode(), rest) == (schema_line(kind), (DATA / name).read_bytes())


def test_the_editor_finds_the_schemas() -> None:
    settings = json.loads(workspace_files()[".vscode/settings.json"])
    assert {url.rpartition("/")[0] for url in settings["yaml.schemas"]} == {SCHEMAS}
