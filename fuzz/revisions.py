"""Any bytes as what git lists of a revision, and as a document in it: the small workspace is compared with that."""

from datetime import date
from functools import cache
from typing import Final

from compactctl.changes.revisions import compare_revisions
from compactctl.files.opening import Unreadable
from compactctl.finding import Finding
from compactctl.formats.changes.as_json import revisions
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection
from compactctl.workspace.git import Contents
from compactctl.workspace.git_trees import Blob, RevisionTree, listed_blobs
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.since import Since
from compactctl.workspace.workspace import Workspace
from fuzz.memory import NAMES, with_file
from fuzz.promises import check_findings, check_text, keeps, strict_json

_TODAY: Final = date(2004, 1, 15)
_COMMIT: Final = "0123456789" * 4
_SMALL: Final = with_file("README.md", b"")


class _Held(Contents):
    """Contents as git would give them, by the names of the files."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files

    def read(self, name: str, limit: int) -> bytes | int | None:
        """Return the content that is named, its size where there is too much, None where there is none."""
        content = self._files.get(name)
        return len(content) if content is not None and len(content) > limit else content


def target(data: bytes) -> None:
    """Compare with a revision: the first byte names a document; what follows to the first 0xff is listed; its bytes."""
    head, _, content = data.partition(b"\xff")
    name = NAMES[head[0] % len(NAMES)] if head else NAMES[0]
    files = {**_SMALL.files, name: content}
    blobs = [*(Blob(file, "a plain file", file) for file in files), *listed_blobs(head[1:])]
    before = read_workspace(RevisionTree(blobs, _Held(files), Unreadable), "data")
    since = Since("main", _COMMIT, before, _now())
    findings = check(Checks(since.now, _TODAY, since=since), Selection())
    check_findings(findings)
    others = [item for item in findings if item.rule != "changed-after-signing"]
    keeps(others == _wrong_now(), "a revision changes what is wrong today")
    changes = compare_revisions(since)
    document = revisions(changes)
    check_text(document.decode())
    strict_json(document)
    differences = changes.documents or changes.unreadable or changes.caveats or changes.files_differ
    keeps(differences or content == _SMALL.files.get(name), "a file that differs, and is not told")


@cache
def _now() -> Workspace:
    return read_workspace(_SMALL, "data")


@cache
def _wrong_now() -> list[Finding]:
    return check(Checks(_now(), _TODAY), Selection())
