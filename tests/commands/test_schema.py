"""The schemas kept in `schemas/` are those that the command prints, and real documents and outputs fit them."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from tests.running import DATA, run

SCHEMAS = Path(__file__).parents[2] / "schemas"
DOCUMENTS = {"statement": "statement.yaml", "annex": "annex/2003-04.yaml", "compact": "compacts/norfolk.yaml"}
OUTPUTS = {"findings": ["validate"], "coverage": ["report"], "changes": ["diff"]}


@pytest.mark.parametrize("kind", [*DOCUMENTS, *OUTPUTS, "config"])
def test_the_copy_that_is_kept_is_what_the_command_prints(kind: str, tmp_path: Path) -> None:
    printed = run(tmp_path, "schema", kind)
    assert printed.returncode == 0
    assert printed.stdout == (SCHEMAS / f"{kind}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_documents_of_the_record_fit_their_schema(kind: str) -> None:
    schema = json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    document = yaml.load((DATA / DOCUMENTS[kind]).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    for area in (area for group in document.get("groups", []) for area in group["areas"] if "named_locally" in area):
        area["named_locally"] = area["named_locally"] == "true"
    jsonschema.Draft7Validator(schema).validate(document)


def test_a_draft_with_nothing_after_its_lists_fits(tmp_path: Path) -> None:
    schema = json.loads(run(tmp_path, "schema", "compact").stdout)
    edition = {"year": "2003/04", "priorities": None, "asks": None, "signatures": None}
    jsonschema.Draft7Validator(schema).validate({"authority": "norfolk", "editions": [edition]})
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema).validate({"authority": "norfolk", "editions": [{**edition, "note": None}]})


@pytest.mark.parametrize("kind", OUTPUTS)
def test_outputs_fit_their_schema(kind: str) -> None:
    schema = json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))
    printed = run(DATA.parent, *OUTPUTS[kind], "--format", "json")
    jsonschema.Draft7Validator(schema).validate(json.loads(printed.stdout))


def test_a_workspace_offers_its_areas() -> None:
    schema = json.loads(run(DATA.parent, "schema", "compact", "--data", "data").stdout)
    offered = [choice.get("const") for choice in schema["$defs"]["Priority"]["properties"]["area"]["anyOf"]]
    assert "extended-schools" in offered
