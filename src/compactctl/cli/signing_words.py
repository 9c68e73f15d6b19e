"""What the words of `sign` mean: which edition or annex, and what they say of the signature."""

import datetime as dt
import re
from typing import NamedTuple

from compactctl.cli.options import day, one_of, year
from compactctl.cli.signing import Wanted, WantedEdition, unreadable
from compactctl.documents.values import Party
from compactctl.drafts.renew import check_has_compact
from compactctl.drafts.sign import NewSignature, given_name, given_role
from compactctl.errors import CannotDo
from compactctl.files.data_folder import REGISTER
from compactctl.words import listed, quoted
from compactctl.workspace.naming import find_authority
from compactctl.workspace.requirements import needed_agenda
from compactctl.workspace.workspace import Workspace


class Given(NamedTuple):
    """What the options say of a signature; None where one was left out."""

    party: Party | None
    role: str | None
    name: str | None
    date: dt.date | None

    def signature(self, as_of: dt.date) -> NewSignature:
        """Return the signature; raises `CannotDo` where the options do not say enough."""
        if self.party is None or self.role is None:
            missing = [name for name, value in (("--party", self.party), ("--role", self.role)) if value is None]
            hint = "add it, like --party authority --role 'Leader of the council'; on a terminal you are asked"
            raise CannotDo(f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} not given", hint)
        return NewSignature(self.party, self.name, self.role, self.date or as_of)


def given(party: str | None, role: str | None, name: str | None, date: str | None) -> Given:
    """Return what the options say; raises `CannotDo` for what cannot be meant."""
    return Given(
        Party(one_of("--party", party, list(Party))) if party is not None else None,
        given_role(role) if role is not None else None,
        given_name(name) if name is not None else None,
        day("--date", date) if date is not None else None,
    )


def wanted(workspace: Workspace, what: str, written: str | None, as_of: dt.date) -> Wanted:
    """Return which edition or annex an argument and the option for a year mean.

    Raises `CannotDo` where there is none, `Refused` where the register is broken.
    """
    edition = year("--year", written) if written is not None else None
    if re.fullmatch(r"[0-9]+[/-][0-9]+", what):
        if edition is not None:
            raise CannotDo(f"--year goes with an authority, and {quoted(what)} is the year of an annex", "leave it out")
        annex = year("WHAT", what)
        if annex not in workspace.agendas:
            needed_agenda(workspace, annex, "so nothing can be signed")
        return annex
    if workspace.register is None:
        raise unreadable(workspace, REGISTER)
    one = find_authority(workspace, what, year=edition, today=as_of, has_compact=True)
    check_has_compact(workspace, one)
    return WantedEdition(one.slug, edition)
