"""Each machine format against the schema that its readers publish, on anything."""

import json
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from tests.formats.findings.sample import ENCODED, HOSTILE, NASTY, finding, result

from compactctl.finding import Level, Repair, Span
from compactctl.formats.findings import gitlab, junit, sarif
from compactctl.formats.findings import json as findings_json
from compactctl.formats.findings.result import FindingsResult
from compactctl.rules.names import rule_names

SCHEMAS: Final = Path(__file__).parents[2] / "schemas"
SARIF: Final = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))
CODE_QUALITY: Final = Draft202012Validator(json.loads((SCHEMAS / "code-quality.json").read_text()))
JUNIT: Final = [xmlschema.XMLSchema10(SCHEMAS / f"junit-{name}.xsd") for name in ("ant", "jenkins")]

any_text = st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(HOSTILE)).map("".join)
spans = st.none() | st.builds(lambda line, column: Span(line, column, line + column, column), *[st.integers(1, 99)] * 2)
lines = st.builds(lambda line, more, text: Repair(line, line + more, text), *[st.integers(1, 99)] * 2, any_text)
findings = st.builds(
    finding,
    any_text,
    any_text,
    st.sampled_from(Level),
    spans,
    rule=st.sampled_from([*rule_names()]),
    repair=st.none() | st.just(ENCODED) | lines,
)
results = st.lists(findings, max_size=4).map(lambda some: result(*some))


def strict(document: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(document.decode(), parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def check(shown: FindingsResult) -> None:
    SARIF.validate(strict(sarif.render(shown)))
    for issue in strict(gitlab.render(shown)):
        CODE_QUALITY.validate(issue)
    document = ET.fromstring(junit.render(shown))  # noqa: S314 - our own
    for schema in JUNIT:
        schema.validate(document)
    strict(findings_json.render(shown))


@pytest.mark.parametrize("shown", [result(), result(finding("plain")), NASTY], ids=["none", "one", "nasty"])
def test_is_valid(shown: FindingsResult) -> None:
    check(shown)


@settings(max_examples=50)
@given(results)
def test_is_valid_whatever_is_found(shown: FindingsResult) -> None:
    check(shown)


def test_every_rule_has_a_page_that_is_valid() -> None:
    check(result(*(finding("x", rule=rule) for rule in rule_names())))
