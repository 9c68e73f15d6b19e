"""Asks an officer on a terminal about a signature: shows what is to be signed, and asks for what was not given."""

from collections.abc import Callable, Collection
from datetime import date

from compactctl.cli.conversation import Conversation, asked, or_none, say
from compactctl.cli.options import day, one_of
from compactctl.cli.output import tell_lines
from compactctl.cli.signing import Signing
from compactctl.cli.signing_words import Given
from compactctl.documents.values import Party
from compactctl.drafts.form import ROLES
from compactctl.drafts.sign import NewSignature, given_name, given_role
from compactctl.words import listed, marked


def show_page(signing: Signing) -> None:
    """Show an edition as its committee sees it, an annex by its title and areas."""
    subject, workspace = signing.subject, signing.workspace
    if subject.slug is None:
        agenda = workspace.agendas[subject.year]
        if agenda is not None:
            say(marked(agenda.document.content.title or subject.label, is_example=subject.is_example), "")
            say(*(f"  {area.letter:2} {area.title}" for area in agenda.areas.values()), "")
        return
    from compactctl.cli.reporting.printing import printer_for
    from compactctl.coverage.authority import report_authority

    page = printer_for("terminal", None).writer.authority(report_authority(workspace, subject.slug, subject.year))
    tell_lines([*str(page).splitlines(), ""])


def ask_signature(signing: Signing, given: Given) -> NewSignature:
    """Return a signature of what is given, and of answers where something is not."""
    return Conversation.held(lambda talk: _signature(talk, signing, given))


def _signature(talk: Conversation, signing: Signing, given: Given) -> NewSignature:
    parties = signing.subject.parties
    party = given.party or talk.asked("Who signs", listed(parties, "or"), _party(parties))
    role = given.role or talk.asked("In what role", f"such as {ROLES[party]}", given_role)
    name = given.name or talk.asked("In whose name", "Enter leaves it out", or_none(given_name))
    when = given.date or talk.asked("On what day", f"Enter is {signing.as_of}", or_none(_day))
    return NewSignature(party, name, role, when or signing.as_of)


def _day(words: str) -> date:
    return day("the day", words)


def _party(parties: Collection[Party]) -> Callable[[str], Party]:
    return lambda words: Party(one_of("who signs", words.strip().lower(), parties))


def wants_to_sign() -> bool:
    """Ask whether to sign."""
    answers = ("y", "yes", "n", "no")
    answer = asked("Sign?", "y or n", lambda words: one_of("the answer", words.strip().lower(), answers))
    if answer.startswith("n"):
        say("Nothing was written.")
    return answer.startswith("y")
