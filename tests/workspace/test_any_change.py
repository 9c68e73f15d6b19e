"""Whatever a document is changed to, checking its workspace ends with findings that have a place."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from compactctl.finding import Finding
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks
from compactctl.rules.samples import BASE
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import open_workspace

PIECES = st.sampled_from(
    [*"-:?[]{},#&*!|>'\"%@`~ \t\n", "\r\n", "---", "...", "<<", "null", "a", "priorities", "2003/04", "é", "\0"]
)
YAML_LIKE = st.lists(PIECES, max_size=40).map("".join).map(str.encode)


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
        assert item.message
        assert item.place.file
        assert span is None or (span.line >= 1 and span.column >= 1)
