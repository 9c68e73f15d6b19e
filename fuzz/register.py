"""Any bytes as the register, by itself and in a small workspace: authorities, or findings that every run shows."""

from datetime import date
from typing import Final

from compactctl.documents.years import AcademicYear
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection
from compactctl.workspace.authorities import Register
from compactctl.workspace.document_files import read_source
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.registers import read_register
from fuzz.memory import Memory, with_file
from fuzz.promises import check_findings, keeps

_REGISTER: Final = "authorities.csv"
_TODAY: Final = date(2004, 1, 15)
_YEAR: Final = AcademicYear(2003)


def target(data: bytes) -> None:
    """Read the bytes as a register, and check the small workspace with it."""
    source, findings = read_source(Memory({_REGISTER: data}), _REGISTER)
    keeps(source or findings, "neither a text nor a finding")
    if source is not None:
        reading = read_register(source)
        findings = tuple(reading.findings)
        for item in findings:
            keeps(item.place.span is None or item.place.span.line <= len(source.lines), "a line that is not there")
        if not findings:
            _ask(reading.register)
    check_findings(findings)
    workspace = read_workspace(with_file(_REGISTER, data), "data")
    own = [item for item in workspace.findings if item.place.file == _REGISTER]
    keeps(own == [*findings], "a workspace finds something else in its register")
    keeps((workspace.register is None) == bool(findings), "a broken register that is used, or a whole one that is not")
    if not findings:  # what rests on a broken one is left out, whatever broke it
        check_findings(check(Checks(workspace, _TODAY), Selection()))


def _ask(register: Register) -> None:
    """Ask a whole register what reports and rules ask it."""
    for authority in register:
        keeps(register.get(authority.slug) is authority, "an authority that is not found by its own slug")
        keeps(register.label(authority), "an authority without a name")
        keeps(len(register.successors(authority)) == len(authority.successors), "a successor that is nobody")
    keeps(len(register.by_code) == len(register.slugs), "two authorities with one number")
    keeps(all(authority.exists_in(_YEAR) for authority in register.existing_in(_YEAR)), "one that did not exist")
