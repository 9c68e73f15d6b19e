import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker
from tests.docs.blocks import ROOT
from tests.running import DATA, copy_record, run

from compactctl.addresses import HOME
from compactctl.rules.names import page_of, rule_names
from compactctl.rules.samples import BASE, plain

DOCUMENTS: Final = ("statement", "annex", "compact", "config")
OUTPUTS: Final = (
    *("findings", "coverage", "authority", "trend", "changes", "revisions"),
    *("repairs", "imports", "record", "site"),
)
KINDS: Final = (*DOCUMENTS, *OUTPUTS)
COMMITTED: Final = Path(__file__).parents[2] / "schemas"


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as an editor does, whose version of it has no dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def schema_of(folder: Path, kind: str) -> Draft7Validator:
    done = run(folder, "schema", kind)
    assert (done.returncode, done.stderr) == (0, "")
    schema = json.loads(done.stdout)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=FormatChecker())


def in_editor(text: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a safe loader


def kind_of(name: str) -> str:
    return {"annex": "annex", "compacts": "compact"}.get(name.split("/", maxsplit=1)[0]) or Path(name).stem


@pytest.mark.parametrize("kind", KINDS)
def test_the_copy_in_the_repository_is_what_the_command_prints(kind: str, tmp_path: Path) -> None:
    """Made anew by running `compactctl schema KIND --output KIND.json` in the folder `schemas`."""
    assert (COMMITTED / f"{kind}.json").read_text(encoding="utf-8") == run(tmp_path, "schema", kind).stdout


def test_every_kind_has_a_copy() -> None:
    assert sorted(path.stem for path in COMMITTED.glob("*.json")) == sorted(KINDS)


def test_the_help_names_a_page_that_is_there(tmp_path: Path) -> None:
    page = "docs/editors.md"
    assert f" {HOME}/blob/main/{page} " in " ".join(run(tmp_path, "schema", "--help").stdout.split())
    assert (ROOT / page).is_file()


def test_an_unknown_kind_is_told_with_what_was_meant(tmp_path: Path) -> None:
    done = run(tmp_path, "schema", "compacts")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean 'compact'?" in done.stderr


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_editors_of_draft_7_understand_it(kind: str, tmp_path: Path) -> None:
    text = json.dumps(schema_of(tmp_path, kind).schema)
    for keyword in ("$ref", "$defs", "prefixItems", "unevaluatedProperties"):
        assert f'"{keyword}"' not in text


def keys_of(schema: Any, schemas: list[Any]) -> list[Any]:  # noqa: ANN401 - any part of a schema
    """Return the schemas of all keys, those within others too."""
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        keys_of(part, schemas)
    if isinstance(schema, dict) and isinstance(schema.get("properties"), dict) and "additionalProperties" in schema:
        schemas.extend(schema["properties"].values())
    return schemas


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_key_says_what_it_is(kind: str, tmp_path: Path) -> None:
    keys = keys_of(schema_of(tmp_path, kind).schema, [])
    assert len(keys) > 5
    assert [key for key in keys if not key.get("title") or not key.get("description")] == []


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_record_is_valid(path: Path) -> None:
    kind = kind_of(path.relative_to(DATA).as_posix())
    schema_of(DATA.parent, kind).validate(in_editor(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("rule", ["missing-key", "unknown-key", "wrong-value"])
def test_it_is_of_one_mind_with_the_rules_on_the_schema(rule: str, tmp_path: Path) -> None:
    page = page_of(rule)
    for sample, is_valid in ((page.breaks, False), (page.keeps, True)):
        for name, text in {**BASE, **{plain(name): text for name, text in sample.files.items()}}.items():
            if text is not None and name.endswith(".yaml"):
                schema = schema_of(tmp_path, kind_of(name))
                changed = name in {plain(name) for name in sample.files}
                assert schema.is_valid(in_editor(plain(text))) == (is_valid or not changed), name


START: Final = "authority: hampshire\neditions:\n  - year: 2003/04\n"
PRIORITY: Final = (
    f"{START}    priorities:\n      - area: ict-and-learning-environments\n        term: short\n        why: x\n"
)


@pytest.mark.parametrize(
    ("text", "is_valid"),
    [
        (f"{START}    priorities:\n", True),
        (f"{START}    priorities: []\n    asks:\n    signatures:\n", True),
        (f"{START}    note:\n", False),
        (f"{START}    review_by: null\n", False),
        (f"{START}    review_by: 2004-12-31\n", True),
        (f"{START}    note: 42\n", True),
        (f"{PRIORITY}        contributions:\n          authority:\n          department: []\n", True),
        (f"{PRIORITY}        contributions:\n", True),
        (PRIORITY.replace("term: short", "term: TODO short or medium"), True),
        (PRIORITY.replace("term: short", "term: long"), False),
        ("authority: hampshire\neditions:\n", False),
        ("authority: hampshire\neditions: []\n", False),
    ],
)
def test_an_editor_takes_what_validate_takes(text: str, tmp_path: Path, *, is_valid: bool) -> None:
    assert schema_of(tmp_path, "compact").is_valid(in_editor(text)) == is_valid
    copy_record(tmp_path)
    (tmp_path / "data/compacts").mkdir()
    (tmp_path / "data/compacts/hampshire.yaml").write_text(text)
    done = run(tmp_path, "validate", "--select", "wrong-value", "--select", "missing-key", "--select", "unknown-key")
    assert (done.returncode == 0) == is_valid, done.stdout


@pytest.mark.parametrize(
    ("year", "area", "is_valid"),
    [
        ("2003/04", "london-challenge", True),
        ("2003/04", "ks2-literacy", False),
        ("2004/05", "ks2-literacy", False),
        ("2009/10", "anything", True),
    ],
)
def test_a_workspace_gives_the_areas_of_the_editions_year(
    year: str, area: str, tmp_path: Path, *, is_valid: bool
) -> None:
    copy_record(tmp_path)
    text = PRIORITY.replace("2003/04", year).replace("area: ict-and-learning-environments", f"area: {area}")
    assert schema_of(tmp_path, "compact").is_valid(in_editor(text)) == is_valid


def test_areas_come_with_their_letters_and_titles(tmp_path: Path) -> None:
    copy_record(tmp_path, annexes=("2003-04",))
    schema: Any = schema_of(tmp_path, "compact").schema
    (only,) = schema["properties"]["editions"]["items"]["allOf"]
    areas = only["then"]["properties"]["priorities"]["items"]["properties"]["area"]["anyOf"]
    assert len(areas) == 14
    assert (areas[1]["const"], areas[1]["title"]) == (
        "ks2-literacy-numeracy",
        "b, Literacy and numeracy at key stage 2",
    )


def test_a_data_folder_is_only_missed_where_it_was_named(tmp_path: Path) -> None:
    plain_schema = run(tmp_path, "schema", "compact").stdout
    (tmp_path / "data").mkdir()
    assert run(tmp_path, "schema", "compact").stdout == plain_schema
    for named in ("elsewhere", ""):
        done = run(tmp_path, "schema", "compact", "--data", named)
        assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    "broken", ["groups: oh", "groups:\n  - id: one\n    title: x\n    areas:\n      - letter: a\n"]
)
def test_an_annex_whose_areas_are_not_known_names_none(broken: str, tmp_path: Path) -> None:
    copy_record(tmp_path)
    (tmp_path / "data/annex/2003-04.yaml").write_text(f"year: 2003/04\ntitle: x\n{broken}\n")
    assert schema_of(tmp_path, "compact").is_valid(
        in_editor(PRIORITY.replace("area: ict-and-learning-environments", "area: anything"))
    )


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        ("findings", ["validate"]),
        ("coverage", ["report"]),
        ("coverage", ["report", "--authority", "hampshire"]),
        ("coverage", ["report", "--trend"]),
        ("changes", ["diff"]),
        ("changes", ["diff", "--since", "HEAD"]),
    ],
    ids=str,
)
def test_what_commands_print_is_valid(kind: str, arguments: list[str], tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    author = ("-c", "user.name=Officer", "-c", "user.email=officer@example.org")
    for words in (("init", "-q"), ("add", "data"), (*author, "commit", "-qm", "The record")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    norfolk = tmp_path / "data/compacts/norfolk.yaml"
    norfolk.write_text(norfolk.read_text(encoding="utf-8").replace("term: short", "term: medium"), encoding="utf-8")
    done = run(tmp_path, *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    schema_of(tmp_path, kind).validate(json.loads(done.stdout))


def test_config_names_the_rules(tmp_path: Path) -> None:
    schema = schema_of(tmp_path, "config")
    assert schema.is_valid(in_editor("levels:\n  one-sided: error\n"))
    assert not schema.is_valid(in_editor("levels:\n  onesided: error\n"))
    assert not schema.is_valid(in_editor("levels:\n  yaml-syntax: off\n"))
    assert "one-sided" in rule_names()
