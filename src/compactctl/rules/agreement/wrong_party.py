"""A party that does not sign this kind of document, or signs twice in the same name and role."""

from collections.abc import Iterator

from compactctl.documents.texts import case_folded
from compactctl.documents.values import Party
from compactctl.files.data_folder import STATEMENT
from compactctl.files.source import KeyPath
from compactctl.finding import Level, Related
from compactctl.rules.passages import Passage
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import replaced
from compactctl.words import listed

RULE = Rule(
    level=Level.ERROR,
    found_when="a party signs that does not sign this kind of document, or a party signs twice in the same name and role",
    reason="statement and annexes are agreed between department and association, a compact between department and authority",
    remedy="correct the party, or take the signature out",
    says="the authority does not sign the statement; write 'department' or 'association', or take the signature out",
    breaks=replaced(STATEMENT, ("party: association", "party: ⟦authority⟧")),
    keeps=replaced(STATEMENT, ("role: Chair", "role: Chair of the association")),
)


def check_signatures(checks: Checks, passage: Passage) -> Iterator[Violation]:  # noqa: ARG001 - as every check
    """Look at the parties of signatures."""
    source, parties = passage.source, passage.parties
    first: dict[tuple[Party, str, str], KeyPath] = {}
    for index, signature in enumerate(passage.signatures):
        place = (*passage.path, "signatures", index, "party")
        party = signature.party
        if party is None:
            continue
        signing = (party, case_folded(signature.name or ""), case_folded(signature.role or ""))
        if party not in parties:
            others = listed((f"'{other}'" for other in Party if other in parties), "or")
            message = f"the {party} does not sign {passage.noun}; write {others}, or take the signature out"
            yield Violation(source.value(place), message)
        elif signing in first:
            related = Related("the first one", source.value(first[signing]))
            message = f"the {party} signs here a second time in the same name and role; if another person signed, write the 'name:' of each, else keep one"
            yield Violation(source.value(place), message, (related,))
        else:
            first[signing] = place
