"""Any bytes as the settings of a small workspace that has something wrong: findings, and no error let pass unseen."""

from datetime import date
from functools import cache
from typing import Final

from compactctl.finding import Finding, Level
from compactctl.rules.checking import check
from compactctl.rules.names import is_untouchable
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.workspace import Workspace
from fuzz.memory import COMPACT, Memory, with_file
from fuzz.promises import check_findings, keeps

_CONFIG: Final = "config.yaml"
_TODAY: Final = date(2004, 1, 15)
_FAULTY: Final = (
    b"authority: hampshire\neditions:\n  - year: 2003/04\n    priorities:\n      - area: ks2\n        whi: x\n"
)


def target(data: bytes) -> None:
    """Check the workspace under the settings that the bytes are."""
    workspace = _with(_CONFIG, data)
    if workspace.config is None:
        check_findings(workspace.findings)
        own = [item for item in workspace.findings if item.place.file == _CONFIG]
        keeps(own, "settings that cannot be read, and nobody is told")
        keeps(all(item.level is Level.ERROR for item in own), "settings that cannot be read are no error")
        return
    findings = check(Checks(workspace, _TODAY), Selection())
    check_findings(findings)
    others = [item for item in findings if item.place.file != _CONFIG]
    firm = [item for item in others if is_untouchable(item.rule)]
    keeps(firm == [item for item in _expected() if is_untouchable(item.rule)], "settings touch what cannot be read")
    at_most = {(item.rule, item.place) for item in _expected()}
    keeps({(item.rule, item.place) for item in others} <= at_most, "settings make a finding that was none")


def _with(name: str, data: bytes) -> Workspace:
    return read_workspace(Memory({**with_file(name, data).files, COMPACT: _FAULTY}), "data")


@cache
def _expected() -> list[Finding]:
    return check(Checks(_with("README.md", b""), _TODAY), Selection())
