"""Workspaces that lie in no folder, of documents as plain data; and hostile texts for them."""

import json
from collections.abc import Mapping
from typing import Any, Final

from hypothesis import strategies as st
from tests.changes.making import MemoryTree

from compactctl.files.characters import find_hidden, has_visible
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.document_files import read_compact
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.workspace import Workspace

Plain = dict[str, Any]

_PIECES: Final = [
    ": ", " #", "#", "# ", "-", "- ", "'", '"', "\\", "\n", "\r", "\t", "  ", " ", "[", "]", "{", "}", ",",
    "&a", "*a", "!a", "%", "@", "`", "|", ">", "?", "? ", "<<: ", "---", "...", "~", "null", "true", "no",
    "2004-01-31", "1e5", "0x1", "=", ":", "word", "word " * 30, "w" * 120, "\xa0", "\u3000", "é", "中",
    "1\ufe0f\u20e3", "\U0001f469\u200d\U0001f467", "TODO", "yaml-language-server: $schema=http://example.org",
]  # fmt: skip


def _may_stand(text: str) -> bool:
    return has_visible(text) and not any(find_hidden(text))


texts: Final = (
    (st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12).map("".join) | st.text(min_size=1, max_size=40))
    .map(str.strip)
    .filter(_may_stand)
)
"""Texts that a document may hold, and that YAML would take for something else."""
names: Final = texts.filter(lambda text: len(text) <= 300)


def workspace(files: Mapping[str, Plain | str]) -> Workspace:
    """Read a workspace whose documents are texts or plain data."""
    written = {
        name: file if isinstance(file, str) else json.dumps(file, ensure_ascii=False) for name, file in files.items()
    }
    return read_workspace(MemoryTree(written), "data")


def compact_in(space: Workspace, slug: str) -> PlacedCompact:
    """Return a compact that is whole."""
    file = read_compact(space.tree, slug)
    assert file.document is not None, file.findings
    assert not file.findings
    return space.place(slug, file.document)


def area(letter: str, key: str, **more: object) -> Plain:
    """Return an area of an annex."""
    return {"letter": letter, "id": key, "title": f"About {key}", "summary": f"What {key} is about", **more}


def annex(year: str, *areas: Plain, **more: object) -> Plain:
    """Return an annex with its areas in one group."""
    return {
        "year": year,
        "title": f"Agenda of {year}",
        "groups": [{"id": "all", "title": "All", "areas": [*areas]}],
        **more,
    }


def priority(key: str, **more: object) -> Plain:
    """Return a priority whose texts tell where they come from."""
    texts = {"authority": [f"ours for {key}"], "department": [f"theirs for {key}"]}
    return {"area": key, "term": "medium", "why": f"why {key}", "contributions": texts, **more}


def compact(slug: str, year: str, *priorities: Plain, **more: object) -> Plain:
    """Return a compact with one edition."""
    return {"authority": slug, "editions": [{"year": year, "priorities": [*priorities], **more}]}
