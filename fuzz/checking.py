"""Any bytes as one file of a small workspace, through every rule: findings, and those of the other files unchanged."""

from datetime import date
from functools import cache
from typing import Final

from compactctl.finding import Finding
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import read_workspace
from fuzz.memory import COMPACT, Memory, named, with_file
from fuzz.promises import check_findings, keeps

_TODAY: Final = date(2004, 1, 15)
_OTHER: Final = "compacts/norfolk.yaml"
_FAULTY: Final = (
    b"authority: norfolk\neditions:\n  - year: 2003/04\n    priorities:\n      - area: ks2\n        why: TODO\n"
)


def target(data: bytes) -> None:
    """Check the workspace with the file that the first byte names replaced by the rest."""
    name, content = named(data)
    if name != COMPACT:
        check_findings(_findings(with_file(name, content)))
        return
    findings = _findings(_with_other(name, content))
    check_findings(findings)
    others = [item for item in findings if item.place.file == _OTHER]
    keeps(others == _expected(), "one file changes another's findings")


def _with_other(name: str, content: bytes) -> Memory:
    return Memory({**with_file(name, content).files, _OTHER: _FAULTY})


def _findings(tree: Memory) -> list[Finding]:
    return check(Checks(read_workspace(tree, "data"), _TODAY), Selection())


@cache
def _expected() -> list[Finding]:
    return [item for item in _findings(_with_other("README.md", b"")) if item.place.file == _OTHER]
