"""One nasty sample through every format: none lets anything act. Each has more tests of its own."""

import re
from collections.abc import Callable

import pytest
from tests.formats.findings.sample import NASTY

from compactctl.formats.findings import concise, full, github, gitlab, junit, sarif
from compactctl.formats.findings import json as as_json
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.styled import plain

ALL: dict[str, Callable[[FindingsResult], bytes]] = {
    "concise": lambda given: plain(concise.render(given)).encode(),
    "full": lambda given: plain(full.render(given)).encode(),
    "json": as_json.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": lambda given: github.render(given).encode(),
    "summary": lambda given: github.summary(given).encode(),
}


@pytest.mark.parametrize("name", ALL)
def test_nothing_foreign_acts(name: str) -> None:
    text = ALL[name](NASTY).decode()
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b\u2028\ufeff]", text) == []
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert len(commands) == (len(NASTY.findings) if name == "github" else 0)
    assert "##[" not in text
