"""What is said of a signature: by the words of `sign`, or by an officer who is asked on a terminal."""

import datetime as dt
import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from compactctl.cli.options import day_of, one_of, year_of
from compactctl.cli.output import notify_lines
from compactctl.cli.prompts import Conversation, or_none, say
from compactctl.cli.signing import Signing, Wanted, WantedEdition, unreadable
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party
from compactctl.drafts.form import ROLES
from compactctl.drafts.inputs import check_has_compact
from compactctl.drafts.sign import NewSignature, given_name, given_role
from compactctl.errors import CannotDo
from compactctl.files.data_folder import REGISTER
from compactctl.words import agreeing, listed, marked, quoted
from compactctl.workspace.naming import find_authority
from compactctl.workspace.requirements import require_agenda
from compactctl.workspace.workspace import Workspace


class SignatureOptions(NamedTuple):
    """What the options say of a signature; None where one was left out."""

    party: Party | None
    role: str | None
    name: str | None
    date: dt.date | None

    def signature(self, as_of: dt.date) -> NewSignature:
        """Return the signature; raises `CannotDo` where the options do not say enough."""
        if self.party is None or self.role is None:
            missing = [name for name, value in (("--party", self.party), ("--role", self.role)) if value is None]
            hint = 'as in --party authority --role "Leader of the council"; on a terminal you are asked'
            raise CannotDo(f"{listed(missing)} {agreeing(len(missing), 'is', 'are')} not given", hint)
        return NewSignature(self.party, self.name, self.role, self.date or as_of)


def signature_options(
    what: str, party: str | None, role: str | None, name: str | None, date: str | None
) -> SignatureOptions:
    """Return what the options say; raises `CannotDo` for what cannot be meant.

    A party that does not sign what is to be signed is no slip of typing: whether it is an error is for the rules.
    """
    parties = NATIONAL_PARTIES if _is_year(what) else COMPACT_PARTIES
    return SignatureOptions(
        Party(party if party in list(Party) else one_of("--party", party, parties)) if party is not None else None,
        given_role(role) if role is not None else None,
        given_name(name) if name is not None else None,
        day_of("--date", date) if date is not None else None,
    )


def find_wanted(workspace: Workspace, what: str, written: str | None, as_of: dt.date) -> Wanted:
    """Return which edition or annex an argument and the option for a year mean.

    Raises `CannotDo` where there is none, `Refused` where the register is broken.
    """
    edition = year_of("--year", written) if written is not None else None
    if _is_year(what):
        if edition is not None:
            raise CannotDo(f"--year goes with an authority, and {quoted(what)} is the year of an annex", "leave it out")
        annex = year_of("WHAT", what)
        if annex not in workspace.agendas:
            require_agenda(workspace, annex, "so nothing can be signed")
        return annex
    if workspace.register is None:
        raise unreadable(workspace, REGISTER)
    authority = find_authority(workspace, what, year=edition, today=as_of, has_compact=True)
    check_has_compact(workspace, authority)
    return WantedEdition(authority.slug, edition)


def _is_year(what: str) -> bool:
    """Tell whether an argument is to be an academic year, whose annex is signed, and no authority."""
    return re.fullmatch(r"[0-9]+[/-][0-9]+", what) is not None


def show_page(signing: Signing) -> None:
    """Show an edition as its committee sees it, an annex by its title and areas."""
    subject, workspace = signing.subject, signing.workspace
    if subject.slug is None:
        agenda = workspace.agendas[subject.year]
        if agenda is not None:
            say(marked(agenda.document.content.title or subject.label, is_example=subject.is_example), "")
            say(*(f"  {area.letter:2} {area.title}" for area in agenda.areas.values()), "")
        return
    from compactctl.cli.reporting import authority_page

    notify_lines([*authority_page(workspace, subject.slug, subject.year).splitlines(), ""])


def ask_signature(signing: Signing, given: SignatureOptions) -> NewSignature:
    """Return a signature of what is given, and of answers where something is not."""
    return Conversation.hold(lambda talk: _signature(talk, signing, given))


def _signature(talk: Conversation, signing: Signing, given: SignatureOptions) -> NewSignature:
    parties = signing.subject.parties
    party = given.party or talk.ask("Who signs", listed(parties, "or"), _party(parties))
    role = given.role or talk.ask("In what role", f"such as {ROLES[party]}", given_role)
    name = given.name or talk.ask("In whose name", "Enter leaves it out", or_none(given_name))
    when = given.date or talk.ask("On what day", f"Enter is {signing.as_of}", or_none(_day))
    return NewSignature(party, name, role, when or signing.as_of)


def _day(words: str) -> dt.date:
    return day_of("the day", words)


def _party(parties: Collection[Party]) -> Callable[[str], Party]:
    return lambda words: Party(one_of("who signs", words.strip().lower(), parties))
