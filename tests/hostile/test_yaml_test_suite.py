"""Every input of the public yaml-test-suite, as every kind of document: a document or findings, never otherwise."""

import json
from pathlib import Path
from typing import Final

import pytest
import yaml
from tests.hostile.limited import ends_well, limited, small_workspace

from compactctl.documents.kinds import KINDS
from compactctl.files.reading import Blank, Broken, Value, decode, parse
from compactctl.files.trees import DiskTree
from compactctl.workspace.document_files import read_file
from compactctl.workspace.registers import read_register

_FILE: Final = Path(__file__).with_name("yaml-test-suite") / "inputs.jsonl"
INPUTS: Final = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
NAME: Final = "compacts/hampshire.yaml"


def reading(text: str) -> Value:
    return parse(decode(NAME, text.encode()))


def test_all_inputs_are_here() -> None:
    assert len(INPUTS) == 402
    assert sum("fail" in item for item in INPUTS) == 94


@pytest.mark.parametrize("item", INPUTS, ids=lambda item: item["id"])
def test_ends_with_a_document_or_with_findings(item: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(item["yaml"].encode())
    for kind in KINDS:
        read = read_file(DiskTree(tmp_path), "x.yaml", kind)
        assert read.document or read.findings
        for finding in read.findings:
            assert finding.message
            assert finding.place.span
            assert 1 <= finding.place.span.line <= item["yaml"].count("\n") + 1
    assert read_register(decode("authorities.csv", item["yaml"].replace("\ufeff", "").encode())).findings


@pytest.mark.parametrize("item", INPUTS, ids=lambda item: item["id"])
def test_what_is_read_is_what_yaml_says(item: dict[str, str]) -> None:
    try:
        value = reading(item["yaml"])
    except Broken:
        return
    # Texts as they are written: the base loader turns no scalar into anything else.
    assert _texts(value) == _texts(yaml.load(item["yaml"], Loader=yaml.CBaseLoader))  # noqa: S506 - makes texts only


def _texts(value: Value) -> object:
    if isinstance(value, dict):
        return {key: _texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_texts(inner) for inner in value]
    return None if isinstance(value, Blank) or value in ("", "~", "null") else value


def test_the_command_ends_well_with_all_of_them(tmp_path: Path) -> None:
    compacts = {f"compacts/{item['id'].lower()}.yaml": item["yaml"] for item in INPUTS}
    small_workspace(tmp_path, **compacts)
    answer = limited(tmp_path, "validate", "--format", "json")
    assert ends_well(answer)
    files = {item["file"] for item in json.loads(answer.stdout)["findings"]}
    assert files >= {f"data/{name}" for name in compacts}
