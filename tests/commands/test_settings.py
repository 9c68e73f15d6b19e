"""What `config.yaml` and the options on rules may do to findings, and what they may not."""

from pathlib import Path
from typing import Final

import pytest
from jsonschema import Draft7Validator
from tests.commands.validating import (
    COLUMNS,
    CONFIG,
    REGISTER,
    Files,
    changed,
    findings_in,
    places,
    workspace,
)
from tests.running import run

from compactctl.formats.schemas import json_schema_of_document
from compactctl.rules.names import UNTOUCHABLE, rule_names
from compactctl.rules.samples import ANNEX, COMPACT

EXEMPTION: Final = "exemptions:\n  - rule: {}\n    file: {}\n    until: 2004-12-31\n    reason: In spring\n"
ONE_SIDED: Final = changed(COMPACT, ("          department:\n            - The pilot's materials\n", ""))


UNUSED: Final = [f"one-sided {COMPACT}:5:15", f"unused-exemption {CONFIG}:2:11"]
BESIDE: Final = EXEMPTION.format("one-sided", "compacts/norfolk.yaml") + EXEMPTION.removeprefix("exemptions:\n")
"""An exemption that lets nothing pass, and another one, to be filled in."""


@pytest.mark.parametrize(
    ("files", "options", "expected"),
    [
        ({CONFIG: EXEMPTION.format("one-sided", COMPACT)}, (), []),
        ({CONFIG: EXEMPTION.format("one-sided", f"data/{COMPACT}")}, (), []),
        ({CONFIG: EXEMPTION.format("one-sided", COMPACT)}, ("--ignore", "one-sided"), []),
        ({CONFIG: EXEMPTION.format("one-sided", COMPACT) + "    year: 2003/04\n"}, (), []),
        (
            {CONFIG: EXEMPTION.format("one-sided", COMPACT) + "    year: 2004/05\n"},
            (),
            [f"one-sided {COMPACT}:5:15", f"unused-exemption {CONFIG}:2:11"],
        ),
        (
            {CONFIG: EXEMPTION.format("one-sided", COMPACT)},
            ("--as-of", "2005-01-01"),
            [f"one-sided {COMPACT}:5:15", f"expired-exemption {CONFIG}:4:12"],
        ),
        ({CONFIG: EXEMPTION.format("one-sided", "data/data/compacts/hampshire.yaml")}, (), UNUSED),
        ({CONFIG: EXEMPTION.format("one-sided", "zzz/../any/compacts/hampshire.yaml")}, (), UNUSED),
        ({CONFIG: EXEMPTION.format("one-sided", "hampshire.yaml")}, (), UNUSED),
        ({CONFIG: EXEMPTION.format("one-sided", "compacts")}, (), UNUSED),
        (
            {CONFIG: EXEMPTION.format("missing-key", COMPACT)},
            (),
            [f"one-sided {COMPACT}:5:15", f"wrong-value {CONFIG}:2:11"],
        ),
        ({CONFIG: EXEMPTION.format("one-sided", COMPACT), COMPACT: "["}, (), [f"yaml-syntax {COMPACT}:1:2"]),
        (
            {CONFIG: EXEMPTION.format("area-not-open", COMPACT), ANNEX: "["},
            (),
            [f"yaml-syntax {ANNEX}:1:2", f"one-sided {COMPACT}:5:15"],
        ),
        ({CONFIG: "levels:\n  one-sided: off\n"}, (), []),
        ({CONFIG: BESIDE.format("no-such-rule", COMPACT)}, (), [*UNUSED, f"wrong-value {CONFIG}:6:11"]),
        ({CONFIG: BESIDE.format("missing-key", COMPACT)}, (), [*UNUSED, f"wrong-value {CONFIG}:6:11"]),
        ({CONFIG: BESIDE.format("one-sided", "[]")}, (), [*UNUSED, f"wrong-value {CONFIG}:7:5"]),
        (
            {CONFIG: BESIDE.format("no-annex", "statement.yaml") + "levels:\n  zz: off\n"},
            (),
            [*UNUSED, f"unused-exemption {CONFIG}:6:11", f"unknown-key {CONFIG}:11:3"],
        ),
    ],
)
def test_exemptions_and_levels(files: Files, options: tuple[str, ...], expected: list[str], tmp_path: Path) -> None:
    assert places(workspace(tmp_path, {**ONE_SIDED, **files}), *options) == expected


UNTOUCHABLES: Final = [name for name, group in rule_names().items() if group in UNTOUCHABLE]
BROKEN: Final[dict[str, Files]] = {
    "files": {COMPACT: "["},
    "schema": changed(COMPACT, ("short", "soon")),
    "register": {REGISTER: f"{COLUMNS}850,hampshire,Hampshire,,south-east,county,,\n"},
}


def test_the_register_is_no_matter_of_taste_either() -> None:
    assert UNTOUCHABLE == ("files", "schema", "register")


@pytest.mark.parametrize("level", ["error", "warning", "info", "off"])
def test_what_makes_a_document_unusable_has_no_other_level(level: str, tmp_path: Path) -> None:
    levels = "".join(f"  {rule}: {level}\n" for rule in UNTOUCHABLES)
    findings = findings_in(workspace(tmp_path, {CONFIG: f"levels:\n{levels}"}))
    for line, (rule, finding) in enumerate(zip(UNTOUCHABLES, findings, strict=True), 2):
        assert (finding["rule"], finding["line"]) == ("wrong-value", line)
        assert finding["message"].startswith(f"'{rule}' cannot be given another level: ")
        assert finding["message"].endswith("; delete this line")


@pytest.mark.parametrize(
    ("group", "rule"), [("files", "yaml-syntax"), ("schema", "wrong-value"), ("register", "broken-register")]
)
def test_neither_settings_nor_options_make_a_broken_tree_pass(group: str, rule: str, tmp_path: Path) -> None:
    files = BROKEN[group]
    [name] = files
    softened = f"levels:\n  {rule}: info\n{EXEMPTION.format(rule, name)}"
    workspace(tmp_path, {**files, CONFIG: softened})
    for options in ((), ("--select", "unknown-area")):
        findings = findings_in(tmp_path, *options)
        levels = [item["level"] for item in findings if (item["rule"], item["file"]) == (rule, f"data/{name}")]
        assert levels == ["error"]
    refused = run(tmp_path, "validate", "--ignore", rule)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith(f"compactctl: '{rule}' cannot be ignored\n")


def test_an_exemption_is_the_same_from_every_folder(tmp_path: Path) -> None:
    folder = workspace(tmp_path, {**ONE_SIDED, CONFIG: EXEMPTION.format("one-sided", f"data/{COMPACT}")})
    for here, data in ((folder, "data"), (folder / "data", "."), (folder / "data/annex", "..")):
        assert run(here, "validate", "--data", data, "--as-of", "2004-01-15").stdout.startswith("nothing to object to")


@pytest.mark.parametrize("rule", ["expired-exemption", "unused-exemption"])
def test_an_exemption_covers_no_exemption(rule: str, tmp_path: Path) -> None:
    expired = EXEMPTION.format("one-sided", COMPACT).replace("2004-12-31", "2003-12-31")
    covering = EXEMPTION.format(rule, CONFIG).removeprefix("exemptions:\n")
    findings = places(workspace(tmp_path, {CONFIG: expired + covering}))
    assert findings == [f"expired-exemption {CONFIG}:4:12", f"unused-exemption {CONFIG}:6:11"]


def test_an_expired_exemption_is_a_warning(tmp_path: Path) -> None:
    [finding] = findings_in(
        workspace(tmp_path, {CONFIG: EXEMPTION.format("one-sided", COMPACT)}), "--as-of", "2005-01-01"
    )
    assert (finding["rule"], finding["level"]) == ("expired-exemption", "warning")


def test_an_exemption_of_what_an_option_asks_for_is_unused_only_with_the_option(tmp_path: Path) -> None:
    register = f"{COLUMNS}850,hampshire,Hampshire,,london,county,,,\n"
    workspace(tmp_path, {REGISTER: register, CONFIG: EXEMPTION.format("missing-compact", "compacts")})
    assert places(tmp_path) == []
    assert places(tmp_path, "--complete", "2003/04") == [f"unused-exemption {CONFIG}:2:11"]


@pytest.mark.parametrize("signed", [False, True])
def test_a_level_holds_for_drafts_and_for_what_is_signed(signed: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a column
    signature = "\n    signatures:\n      - {party: authority, role: r, date: 2003-12-01}\n    priorities:\n"
    text = changed(COMPACT, ("Results", "TODO"), *([("\n    priorities:\n", signature)] if signed else []))
    plain = findings_in(workspace(tmp_path / "plain", text))
    given = findings_in(workspace(tmp_path / "given", {**text, CONFIG: "levels:\n  unfinished: info\n"}))
    levels = [[item["level"] for item in findings if item["rule"] == "unfinished"] for findings in (plain, given)]
    assert levels == [["error" if signed else "warning"], ["info"]]


@pytest.mark.parametrize("rule", rule_names())
def test_an_editor_takes_what_the_check_takes(rule: str) -> None:
    takes = Draft7Validator(json_schema_of_document("config", None)).is_valid
    may = rule_names()[rule] not in UNTOUCHABLE
    exemption = {"rule": rule, "file": COMPACT, "until": "2004-12-31", "reason": "In spring"}
    assert takes({"levels": {rule: "info"}}) == may
    assert takes({"exemptions": [exemption]}) == (may and rule_names()[rule] != "exemptions")
