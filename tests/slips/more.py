"""What somebody has signed, two slips in a line, and files that are saved in another encoding.

Where it is not said what was meant, what the form has there was meant.
"""

from collections.abc import Mapping
from typing import Final

from tests.slips.slip import DASH, TERM, WHY, Outcome, Slip, either, repaired, slip, told

SIGNED_WHY: Final = "        why: Numbers are small and vary"

SIGNED_ENTRY: Final = "            - One consultant for all schools"

SIGNED_TEXTS: Final = (
    told("signed", SIGNED_WHY, "        why: Numbers: small, and they vary"),
    told("signed", SIGNED_WHY, "        why: [draft] Numbers are small"),
    told("signed", SIGNED_WHY, "        why: Ranked #3 of nine"),
    told("signed", SIGNED_WHY, "        Why: Numbers are small and vary"),
    told("signed", SIGNED_ENTRY, "            - > 85 per cent"),
    told("signed", SIGNED_ENTRY, "            - 'The county's own'"),
    told("signed", SIGNED_ENTRY, "            - [see table]"),
    told("signed", "  - year: 2003/04", "  - year: 2003-04"),
    told("signed", "        term: short", "        term: Short"),
    told("signed-statement", "title: Supporting Transformation in Partnership", "title: Transformation: a partnership"),
    told("signed-statement", "    due: 2006", "    due: 1 March 2006"),
    told("signed-statement", "  - Every child enjoys learning", "  - [every] child enjoys learning"),
    told("signed-annex", "        summary: Childcare and nursery places", "        summary: Childcare: nursery places"),
    told("signed-annex", "year: 2003/04", "year: 2003-04"),
    told("signed-annex", "        title: Early education", "        title: 'Early' education"),
    told("signed", "        role: Director of Education", "        role: Director: Education"),
    either("signed", SIGNED_ENTRY, "            -One consultant for all schools"),
    either("signed", SIGNED_WHY, "        why:Numbers are small and vary"),
    either("signed", SIGNED_ENTRY, "            • One consultant for all schools"),
    either("signed", "        date: 2003-12-01", "        date: 1 December 2003"),
    either("signed", "      - party: authority", "      - party: Authority"),
    either("signed", "        role: Director of Education", "        Role: Director of Education"),
    repaired(
        "scaffold",
        "    signatures: []",
        "    signatures:\n      - party: authority\n        role: Leader\n        date: 1 December 2003",
        "    signatures:\n      - party: authority\n        role: Leader\n        date: 2003-12-01",
    ),
    told(
        "scaffold",
        "    signatures: []",
        "    signatures:\n      - party: authority\n        role: Leader: the council\n        date: 2003-12-01",
    ),
    repaired("signed", SIGNED_WHY, "\twhy: Numbers are small and vary"),
    repaired("signed", SIGNED_WHY, "        why:\u00a0Numbers are small and vary"),
    repaired("signed", SIGNED_WHY, "         why: Numbers are small and vary"),
    repaired("signed", SIGNED_WHY, "        why: Numbers are small\n        and vary"),
    repaired("signed", SIGNED_ENTRY, "            -\u00a0One consultant for all schools"),
    repaired("signed", SIGNED_ENTRY, "\t\t\t- One consultant for all schools"),
    repaired("signed", "        role: Director of Education", "       role: Director of Education"),
    repaired("signed", "        date: 2003-12-01", "\t\tdate: 2003-12-01"),
    repaired("signed", "        term: medium", "        term: Medium term"),
    repaired(
        "signed",
        "        why: Numbers have not grown since",
        "        why: Numbers: as before",
        '        why: "Numbers: as before"',
    ),
    repaired(
        "signed",
        "            - Tables over five years",
        "            - Tables: over five years",
        '            - "Tables: over five years"',
    ),
    repaired("signed-statement", "    due: 2006", "\tdue: 2006"),
    repaired("signed-statement", "    due: 2006", "     due: 2006"),
    repaired("signed-annex", "        id: early-education", "        id:\u00a0early-education"),
    repaired("signed-annex", "        id: early-education", "         id: early-education"),
)
"""What somebody has signed stays as it is, but for its blanks."""

TWO_AT_ONCE: Final = (
    repaired("plain", DASH, "            -Two: literacy consultants", '            - "Two: literacy consultants"'),
    repaired("plain", DASH, "\t\t\t-Two: literacy consultants", '            - "Two: literacy consultants"'),
    repaired("plain", DASH, "             • [draft] Two consultants", '            - "[draft] Two consultants"'),
    repaired("plain", DASH, "            –\u00a0'Tis two consultants", '            - "\'Tis two consultants"'),
    repaired("plain", WHY, "\tWhy :Results: the gap", '        why: "Results: the gap"'),
    repaired("plain", WHY, "         why:\u00a0Results: the gap", '        why: "Results: the gap"'),
    repaired("plain", WHY, "        why：> 85 per cent", '        why: "> 85 per cent"'),
    repaired("plain", WHY, "        Why: Ranked #3\n        of nine", '        why: "Ranked #3 of nine"'),
    repaired(
        "plain", WHY, "        why: Results: reading,\n        writing", '        why: "Results: reading, writing"'
    ),
    either(
        "plain", WHY, "        why: 'The county's results\n        trail'", '        why: "The county\'s results trail"'
    ),
    repaired("plain", TERM, "       Term:\u00a0Short"),
    repaired("plain", "    review_by: 2004-12-31", "\tReview_by:31st December 2004"),
    repaired("plain", "      - area: early-education", "       -Area:early-education"),
    repaired("scaffold", "        term: medium", "\t\tTerm:Medium term"),
    repaired("statement", "      - date: 2003-12-16", "       -Date: 16 December 2003"),
    repaired(
        "annex",
        "      - letter: d\n        id: early-education",
        "      -Letter: d\n\t\tID: early-education",
        told=(0, 1),
    ),
    repaired(
        "plain",
        f"{TERM}\n{WHY}",
        "\tterm: Short\n\twhy: Results: the gap",
        f'{TERM}\n        why: "Results: the gap"',
        told=(0, 1),
    ),
)


SETTINGS: Final = (
    repaired(
        "settings",
        "    reason: Agreed while the council reorganises",
        "    reason: Agreed: the council reorganises",
        '    reason: "Agreed: the council reorganises"',
    ),
    repaired(
        "settings",
        "    reason: Agreed while the council reorganises",
        "    reason: Agreed while\n    the council reorganises",
    ),
    repaired(
        "settings",
        "    reason: Agreed while the council reorganises",
        "    reason: 'The county's wish'",
        '    reason: "The county\'s wish"',
    ),
    repaired("settings", "    until: 2005-03-31", "    until: 31 March 2005"),
    repaired("settings", "    until: 2005-03-31", "    until: 31/3/2005"),
    repaired("settings", "    until: 2005-03-31", "    until:\u00a02005-03-31"),
    repaired("settings", "    until: 2005-03-31", "\tuntil: 2005-03-31"),
    repaired("settings", "    until: 2005-03-31", "     until: 2005-03-31"),
    repaired("settings", "    until: 2005-03-31", "    Until: 2005-03-31"),
    repaired("settings", "  - rule: changed-after-signing", "  -rule: changed-after-signing"),
    repaired("settings", "  - rule: changed-after-signing", "  • rule: changed-after-signing"),
    repaired("settings", "exemptions:", "Exemptions:"),
    either("settings", "  one-sided: warning", "  one-sided:warning"),
    either("settings", "  one-sided: warning", "  one-sided: Warning"),
    either("settings", "  one-sided: warning", "  One-sided: warning"),
    told("settings", "    until: 2005-03-31", "    until: 3/4/2005"),
    told(
        "settings", "    reason: Agreed while the council reorganises", "    why: Agreed while the council reorganises"
    ),
)


def saved(encoding: str, form: str, old: str, typed: str, outcome: Outcome = Outcome.REPAIRED) -> Slip:
    """Return a line of a file that is saved in another encoding, where nothing is wrong with the line itself."""
    meant = typed.encode("utf-8", "surrogateescape").decode("cp1252", "replace") if outcome is Outcome.TOLD else typed
    return slip(outcome, form, old, typed, meant, encoding=encoding)


ENCODINGS: Final = (
    saved("utf-16", "plain", WHY, "        why: The county’s £3m – “good” value"),
    saved("utf-16", "plain", WHY, WHY),
    saved("utf-16", "statement", "    due: 2006", "    due: 2006"),
    saved("utf-16", "scaffold", "        term: short", "        term: short"),
    saved("utf-16", "annex", "        title: Early education", "        title: Éarly education"),
    saved("cp1252", "plain", WHY, "        why: The county’s share is £3m – a “good” one"),
    saved("cp1252", "plain", DASH, "            - Zoë’s café"),
    saved("cp1252", "plain", DASH, "            - €3m"),
    saved("cp1252", "scaffold", "          Journeys take an hour in the west", "          Journeys’ length"),
    saved("cp1252", "statement", "  - Every child enjoys learning", "  - Every child’s learning"),
    saved("cp1252", "annex", "        title: Early education", "        title: Early education – the “first” years"),
)
"""The whole file is saved otherwise; the line stands for it."""

TWO_ENCODINGS: Final = (
    told("plain", WHY, "        why: Zo\u00eb has a caf\udce9 here"),
    told("plain", DASH, "            - \u00a33m, or \udca33m"),
    told("statement", "  - Every child enjoys learning", "  - Every child\u2019s learning \udc96 and joy"),
)
"""Half of a surrogate pair stands for a byte that is no UTF-8."""

SLIPS: Final[Mapping[str, tuple[Slip, ...]]] = {
    "a signed text": SIGNED_TEXTS,
    "two slips in a line": TWO_AT_ONCE,
    "the settings": SETTINGS,
    "another encoding": ENCODINGS,
    "two encodings in a file": TWO_ENCODINGS,
}
