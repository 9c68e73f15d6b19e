"""From the words of the options to what a report is about."""

from collections.abc import Mapping

from compactctl.cli.options import one_of
from compactctl.coverage.results import Filters
from compactctl.documents.status import Status
from compactctl.errors import CannotDo
from compactctl.workspace.registers import built_in_register
from compactctl.workspace.workspace import Workspace


def filters_of(workspace: Workspace, region: str | None, type_: str | None, status: str | None) -> Filters:
    """Return the filters; raises `CannotDo` where neither register knows the region or type, or a status is none."""
    registers = [register for register in (workspace.register, built_in_register()) if register]
    if region is not None:
        one_of("--region", region, sorted({name for register in registers for name in register.regions}))
    if type_ is not None:
        one_of("--type", type_, sorted({name for register in registers for name in register.types}))
    if status is not None:
        one_of("--status", status, Status)
    return Filters(region, type_, Status(status) if status is not None else None)


def refuse_together(one: Mapping[str, object], other: Mapping[str, object]) -> None:
    """Raise `CannotDo` where options of both kinds are given: together they mean nothing."""
    given = [[name for name, value in options.items() if value not in (None, False)] for options in (one, other)]
    for first in given[0]:
        for second in given[1]:
            raise CannotDo(f"{first} and {second} do not go together", "leave one of them out")
