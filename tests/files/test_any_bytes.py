"""Whatever a file holds, reading it ends with a document or with findings, and the tool with 0 or 1."""

import json
import tempfile
from datetime import date
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from compactctl.files.reading import Broken, decode, parse
from compactctl.finding import Finding
from compactctl.rules.checking import Selection, check
from compactctl.rules.rule import Checks
from compactctl.rules.samples import BASE, COMPACT
from compactctl.workspace.opening import open_workspace

PIECES = st.sampled_from(
    [*"-:?[]{},#&*!|>'\"%@`~ \t\n", "\r\n", "---", "...", "<<", "null", "a", "priorities", "2003/04", "é", "\0"]
)
YAML_LIKE = st.lists(PIECES, max_size=40).map("".join).map(str.encode)


def findings(data: bytes) -> list[Finding]:
    try:
        parse(decode("compacts/hampshire.yaml", data))
    except Broken as broken:
        return broken.findings
    return []


@given(st.binary(max_size=300) | YAML_LIKE)
def test_any_bytes_are_a_document_or_findings_of_one_kind(data: bytes) -> None:
    found = findings(data)
    assert len({item.rule for item in found}) <= 1
    assert all(item.message and item.place.file for item in found)


def workspace_findings(files: dict[str, bytes]) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        return check(Checks(open_workspace(root), date(2004, 1, 15)), Selection())


@given(st.data())
def test_a_document_changed_anywhere_still_ends_in_findings(data: st.DataObject) -> None:
    files = {name: text.encode() for name, text in BASE.items()}
    name = data.draw(st.sampled_from(sorted(files)))
    start = data.draw(st.integers(0, len(files[name])))
    end = data.draw(st.integers(start, min(len(files[name]), start + 30)))
    files[name] = files[name][:start] + data.draw(YAML_LIKE) + files[name][end:]
    for item in workspace_findings(files):
        span = item.place.span
        assert span is None or (span.line >= 1 and span.column >= 1)


@given(st.binary(max_size=200) | YAML_LIKE)
def test_one_bad_compact_hides_nothing_in_another(data: bytes) -> None:
    clean = {name: text.encode() for name, text in BASE.items()}
    other = BASE[COMPACT].replace("hampshire", "norfolk", 1).replace("ks2-literacy-numeracy", "ks2").encode()
    files = {**clean, "compacts/norfolk.yaml": other}
    kept = [item for item in workspace_findings(files) if item.place.file == "compacts/norfolk.yaml"]
    broken = workspace_findings({**files, COMPACT: data})
    assert [item for item in broken if item.place.file == "compacts/norfolk.yaml"] == kept
    assert kept


@given(st.text(max_size=60))
def test_a_quoted_text_is_refused_or_comes_back_equal(text: str) -> None:
    source = f"why: {json.dumps(text)}\n".encode()
    try:
        value = parse(decode("x.yaml", source))
    except Broken:
        return
    assert value == {"why": text} or yaml.safe_load(source) == value


@given(st.integers(0, 30))
def test_lines_added_above_shift_every_finding(count: int) -> None:
    text = BASE[COMPACT].replace("term: short", "term: soon").replace("why:", "reason:")
    plain = workspace_findings({**{name: body.encode() for name, body in BASE.items()}, COMPACT: text.encode()})
    shifted = workspace_findings(
        {**{name: body.encode() for name, body in BASE.items()}, COMPACT: ("# a line\n" * count + text).encode()}
    )
    lines = [item.place.span.line + count for item in plain if item.place.span]
    assert [item.place.span.line for item in shifted if item.place.span] == lines
