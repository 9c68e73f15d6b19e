"""Lines that do not begin where they should: texts that go on, names and dashes off their neighbours.

Where it is not said what was meant, what the form has there was meant.
"""

from collections.abc import Mapping
from typing import Final

from tests.slips.slip import DASH, NEXT_DASH, SECOND_PRIORITY, TERM, WHY, Slip, block, either, moved, repaired, told

CARRIED_ON: Final = (
    repaired("plain", WHY, "        why: Results differ\n        between districts"),
    repaired("plain", WHY, "        why: Results differ\n      between districts"),
    repaired("plain", WHY, "        why: Results differ\nbetween districts"),
    repaired("plain", WHY, "        why: Results differ\n       between districts"),
    repaired("plain", WHY, "        why: Results\n        differ\n        between districts"),
    repaired("plain", WHY, "        why: Results\n      differ\nbetween districts"),
    repaired("plain", WHY, "        why: Results differ\n    between districts"),
    repaired("plain", WHY, "        why: Results differ\n\n        between districts"),
    repaired("plain", WHY, "        why:\n        Results differ between districts"),
    repaired("plain", WHY, "        why:\n        Results differ\n        between districts"),
    repaired("plain", DASH, "            - Two literacy\n            consultants"),
    repaired("plain", DASH, "            - Two literacy\nconsultants"),
    repaired("plain", DASH, "            - Two literacy\n          consultants"),
    repaired("plain", DASH, "            - Two\n            literacy\n            consultants"),
    repaired("plain", NEXT_DASH, "            - A summer school\n            in every district"),
    repaired("plain", "      - text: Publish the tables later", "      - text: Publish the tables\n        later"),
    repaired("plain", "      - text: Publish the tables later", "      - text: Publish the tables\nlater"),
    repaired("plain", "note: Drafted after the meeting in June", "note: Drafted after\nthe meeting in June"),
    repaired("plain", "  - Minutes of the cabinet", "  - Minutes of\n  the cabinet"),
    repaired("plain", "  - Minutes of the cabinet", "  - Minutes of\nthe cabinet"),
    repaired(
        "plain",
        "          text: The department will consult",
        "          text: The department\n          will consult",
    ),
    repaired(
        "statement",
        "    text: One education plan in place of many",
        "    text: One education plan\n    in place of many",
    ),
    repaired("statement", "note: A paraphrase made for this record", "note: A paraphrase\nmade for this record"),
    repaired(
        "statement",
        "        source: Minutes of the standing group",
        "        source: Minutes of\n        the standing group",
    ),
    repaired(
        "annex",
        "        summary: Targets that stretch schools",
        "        summary: Targets that\n        stretch schools",
    ),
    repaired(
        "annex", "      - A primary sector of high standards", "      - A primary sector\n      of high standards"
    ),
    repaired(
        "scaffold",
        "          Targets are set by the schools, and\n          some of them stretch nobody.",
        "        Targets are set by the schools, and\n        some of them stretch nobody.",
    ),
    repaired(
        "scaffold",
        "          Targets are set by the schools, and\n          some of them stretch nobody.",
        "          Targets are set by the schools, and\n        some of them stretch nobody.",
    ),
    repaired(
        "scaffold",
        "          Targets are set by the schools, and\n          some of them stretch nobody.",
        "          Targets are set by the schools, and\nsome of them stretch nobody.",
    ),
    repaired(
        "scaffold",
        "          Targets are set by the schools, and\n          some of them stretch nobody.",
        "            Targets are set by the schools, and\n          some of them stretch nobody.",
    ),
    repaired(
        "scaffold",
        "          Targets are set by the schools, and\n          some of them stretch nobody.",
        "Targets are set by the schools, and\nsome of them stretch nobody.",
    ),
    repaired(
        "scaffold",
        "              An adviser for each cluster of schools",
        "            An adviser for each cluster of schools",
    ),
    repaired(
        "scaffold",
        "              An adviser for each cluster of schools",
        "          An adviser for each cluster of schools",
    ),
    repaired(
        "scaffold", "              An adviser for each cluster of schools", "An adviser for each cluster of schools"
    ),
    repaired(
        "scaffold",
        "              A seminar for governors in spring, and\n              a second one in autumn",
        "              A seminar for governors in spring, and\n            a second one in autumn",
    ),
    repaired(
        "scaffold",
        "  Drafted after the meeting in July, and\n  shown to the heads of all schools.",
        "Drafted after the meeting in July, and\nshown to the heads of all schools.",
    ),
    repaired("scaffold", "          Transport to small schools", "        Transport to small schools"),
    repaired("scaffold", "          Let grants be carried over", "        Let grants be carried over"),
)

CARRIED_ON_WITH_A_SIGN: Final = (
    repaired(
        "plain",
        WHY,
        "        why: Results differ\n        in this: reading",
        '        why: "Results differ in this: reading"',
    ),
    repaired(
        "plain",
        WHY,
        "        why: Results differ\n          in this: reading",
        '        why: "Results differ in this: reading"',
    ),
    repaired(
        "plain",
        DASH,
        "            - Two\n              of these: consultants",
        '            - "Two of these: consultants"',
    ),
    repaired(
        "scaffold",
        "          Journeys take an hour in the west",
        "        Journeys: an hour in the west",
        "          Journeys: an hour in the west",
    ),
    repaired(
        "scaffold",
        "              A bus for three villages",
        "            [draft] A bus for three villages",
        "              [draft] A bus for three villages",
    ),
    either("plain", WHY, "        why: Ranked\n        #3 of nine", '        why: "Ranked #3 of nine"', told=(1,)),
    either(
        "plain", DASH, "            - Ranked\n            #3 of nine", '            - "Ranked #3 of nine"', told=(1,)
    ),
    either("plain", WHY, "        why:\n          Results: the gap", '        why: "Results: the gap"'),
    either("plain", WHY, "        why:\n        Results: the gap", '        why: "Results: the gap"'),
    either("plain", WHY, "        why:\n          [draft] The gap", '        why: "[draft] The gap"'),
    either("plain", WHY, "        why:\n          'Tis the gap", '        why: "\'Tis the gap"'),
    told("plain", WHY, "        why:\n          - The gap\n          - The map"),
    either("plain", DASH, "            -\n              Two: consultants", '            - "Two: consultants"'),
    repaired(
        "scaffold",
        "              A bus for three villages",
        "              A bus for three villages\n            - A car: for the fourth",
        '              A bus for three villages\n            - "A car: for the fourth"',
    ),
    either("plain", WHY, "        why: Ranked\n          #3 of nine", '        why: "Ranked #3 of nine"'),
    either(
        "plain",
        WHY,
        "        why: Results differ\n        - between districts",
        '        why: "Results differ - between districts"',
    ),
    either(
        "scaffold",
        "          Journeys take an hour in the west",
        "        #3 in the west",
        "          #3 in the west",
    ),
)

OFF_BY_SOME: Final = (
    *moved(
        "plain",
        (TERM, -1),
        (TERM, 1),
        (TERM, -2),
        (TERM, 2),
        (TERM, 3),
        (TERM, -8),
        (WHY, 1),
        (WHY, -1),
        (WHY, -2),
        (WHY, 4),
        (WHY, -8),
        (DASH, 1),
        (DASH, -1),
        (DASH, 2),
        (NEXT_DASH, 1),
        (NEXT_DASH, -1),
        (NEXT_DASH, 2),
        (NEXT_DASH, 4),
        (NEXT_DASH, -2),
        ("  - year: 2003/04", 1),
        ("  - year: 2003/04", -1),
        ("    review_by: 2004-12-31", 1),
        ("    review_by: 2004-12-31", -1),
        ("    review_by: 2004-12-31", 2),
        ("    priorities:", 1),
        ("    priorities:", -1),
        ("      - area: early-education", 1),
        ("      - area: early-education", -1),
        ("      - area: early-education", 2),
        ("      - area: early-education", -2),
        ("      - area: local-issues", 6),
        ("      - area: local-issues", 4),
        ("        issue: Schools that serve armed forces families", 1),
        ("        issue: Schools that serve armed forces families", -2),
        ("editions:", 1),
        ("editions:", 2),
        ("authority: hampshire", 1),
        ("sources:", 1),
        ("  - Papers of the education committee", 1),
        ("  - Papers of the education committee", -1),
        ("  - Papers of the education committee", -2),
        ("    asks:", 2),
        ("    asks:", -1),
        ("        answer:", 1),
        ("        answer:", -1),
        ("          source: Letter of the minister", 1),
        ("          source: Letter of the minister", -1),
        ("      - text: Publish the tables later", 1),
        ("      - text: Publish the tables later", -1),
        ("            - Advice on the use of grants", 3),
        ("            - The materials of the national pilot", -1),
        (block("plain", WHY, DASH), 1),
        (SECOND_PRIORITY, 1),
        (SECOND_PRIORITY, -1),
        (SECOND_PRIORITY, 2),
    ),
    *moved(
        "statement",
        ("    title: Primary education", 1),
        ("    title: Primary education", -1),
        ("  - id: primary", 1),
        ("    due: 2006", 2),
        ("    due: 2006", -1),
        ("  - Every child achieves their potential", 2),
        ("vision:", 1),
        ("        source: Minutes of the standing group", 1),
        ("        source: Minutes of the standing group", -3),
        ("title: Supporting Transformation in Partnership", 1),
    ),
    *moved(
        "annex",
        ("        id: early-education", 1),
        ("        id: early-education", -1),
        ("      - letter: d", -1),
        ("      - letter: d", 1),
        ("        title: The London Challenge", 1),
        ("        named_locally: true", 2),
        ("        named_locally: true", -2),
        ("          regions: [london]", -2),
        ("          - early-years", 1),
        ("          - early-years", -1),
        ("    aims:", 1),
        ("at_most: 5", 2),
        ("groups:", 1),
    ),
    *moved(
        "scaffold",
        ("    review_by: 2004-11-30", 1),
        ("    review_by: 2004-11-30", -1),
        ("        term: short", 1),
        ("        term: short", -1),
        ("        term: medium", 2),
        ("      - area: challenging-targets", 1),
        ("      - area: challenging-targets", -1),
        ("    signatures: []", 2),
        ("    signatures: []", -1),
        ("    signatures: []", -4),
    ),
)
"""A line that slipped to the right below a text is one text with it for YAML, in silence."""

ONLY_ENTRY: Final = "            - A teacher for new arrivals"
SIGNED_ENTRY: Final = "            - One consultant for all schools"
AIM: Final = "      - A primary sector of high standards"
FRONT_LINE: Final = "  - Capacity belongs at the front line"
SEMINAR: Final = "              A seminar for governors in spring, and\n              a second one in autumn"
SWALLOWED: Final = (
    either("plain", NEXT_DASH, "              -A summer school in every district"),
    either("plain", NEXT_DASH, "                  -A summer school in every district"),
    either("plain", NEXT_DASH, "              -\tA summer school in every district"),
    either("plain", NEXT_DASH, "              –A summer school in every district"),
    either("plain", NEXT_DASH, "              • A summer school in every district"),
    either("plain", NEXT_DASH, "              •\tA summer school in every district"),
    either("plain", NEXT_DASH, "             * A summer school in every district"),
    either("plain", NEXT_DASH, "              -\u00a0A summer school in every district"),
    either("plain", "  - Papers of the education committee", "    -Papers of the education committee"),
    either("statement", "  - Every child achieves their potential", "        -Every child achieves their potential"),
    either("plain", "      - text: Publish the tables later", "            -text: Publish the tables later"),
    either("plain", "      - text: Publish the tables later", "            - text: Publish the tables later"),
    repaired("plain", "          source: Letter of the minister", "source:Letter of the minister"),
    repaired("plain", "          source: Letter of the minister", "        source:Letter of the minister"),
    repaired("plain", "          source: Letter of the minister", "          source:Letter of the minister"),
    repaired("plain", "          source: Letter of the minister", "            source:Letter of the minister"),
    repaired("plain", "          source: Letter of the minister", "            source: Letter of the minister"),
    repaired("plain", "          source: Letter of the minister", "            Source:Letter of the minister"),
    repaired("plain", "          source: Letter of the minister", "            source：Letter of the minister"),
    repaired(
        "plain", "        why: Results differ between districts", "          why:Results differ between districts"
    ),
    repaired("statement", "format: 1", "          format:1"),
    repaired("statement", "format: 1", " format:1"),
    repaired("annex", "        id: london-challenge", "id:london-challenge"),
    repaired("annex", "        id: london-challenge", "    id:london-challenge"),
    repaired("annex", "        id: london-challenge", "          id:london-challenge"),
    repaired("annex", "        focuses: [primary]", "            focuses:[primary]"),
    repaired("annex", "        focuses: [primary]", "  focuses:[primary]"),
    repaired("annex", "note: The letters are those of the annex", "    note:The letters are those of the annex"),
    repaired(
        "scaffold",
        "        area: challenging-targets\n    signatures: []",
        "          area:challenging-targets\n    signatures: []",
    ),
    repaired("scaffold", "    signatures: []", "                signatures:[]"),
    either(
        "scaffold",
        f"            - >-\n{SEMINAR}",
        f"                 ->-\n{SEMINAR}",
    ),
    either(
        "scaffold",
        f"            - >-\n{SEMINAR}",
        f"              - >-\n{SEMINAR}",
    ),
)
"""Where it is not looked at twice, such a line is one text with the one above it."""

NAMES_AMONG_TEXTS: Final = (
    *(
        told("plain", DASH, f"{DASH}\n{' ' * column}- {entry}", told=(1,))
        for column in (9, 10, 11, 13)
        for entry in (
            "why: a study of why pupils leave",
            "issue: a named adviser",
            "term: short",
            "area: books",
            "text: books for each school",
            "role: governors",
            "date: a day in May",
        )
    ),
    either(
        "plain",
        NEXT_DASH,
        f" {NEXT_DASH}\n            - why: a study of why pupils leave",
        f"{NEXT_DASH}\n            - 'why: a study of why pupils leave'",
        told=(1,),
    ),
    either(
        "plain",
        ONLY_ENTRY,
        f" {ONLY_ENTRY}\n            - issue: a named adviser",
        f"{ONLY_ENTRY}\n            - 'issue: a named adviser'",
        told=(1,),
    ),
    told("plain", DASH, f"{DASH}\n           -why: a study of why pupils leave", told=(1,)),
    told("plain", DASH, f"{DASH}\n           • area: books", told=(1,)),
    told("plain", DASH, f"{DASH}\n\t\t- why: a study of why pupils leave", told=(1,)),
    told("plain", "        answer:", "        - answer:"),
    told("signed", SIGNED_ENTRY, f"{SIGNED_ENTRY}\n           - why: a study of why pupils leave", told=(1,)),
    told("annex", AIM, f"{AIM}\n     - title: For all ages", told=(1,)),
    told("statement", FRONT_LINE, f"{FRONT_LINE}\n   - text: As near to pupils as can be", told=(1,)),
    repaired("plain", "      - area: local-issues", "         - area: local-issues"),
    repaired("plain", "      - area: local-issues", "           - area: local-issues"),
    *moved("plain", (SECOND_PRIORITY, 4), (SECOND_PRIORITY, 5)),
)
"""An entry that begins like one with a name may be a text, of the list of texts that it stands nearest to."""

TWO_BLANKS_BEHIND_A_DASH: Final = (
    repaired("plain", "  - year: 2003/04", "  -  year: 2003/04"),
    repaired("plain", "      - area: early-education", "      -  area: early-education"),
    repaired("plain", "      - area: early-education", "      -    area: early-education"),
    repaired("annex", "      - letter: d", "      -  letter: d"),
    repaired("statement", "  - id: primary", "  -   id: primary"),
    repaired("scaffold", "      - area: local-issues", "      -  area: local-issues"),
)
"""The lines below stand where they should; it is the line of the dash that does not."""

SCAFFOLD_BLOCK: Final = block("scaffold", "      - area: local-issues", "              A part of the fares")

MARKS_LEFT_WITH_A_BLANK: Final = moved("scaffold", (SCAFFOLD_BLOCK, 1), (SCAFFOLD_BLOCK, 2))

SLIPS: Final[Mapping[str, tuple[Slip, ...]]] = {
    "a text carried on too far out": CARRIED_ON,
    "a text carried on, with a sign in it": CARRIED_ON_WITH_A_SIGN,
    "a line off its neighbours": OFF_BY_SOME,
    "a line that the text above swallows": SWALLOWED,
    "a name in a list of texts": NAMES_AMONG_TEXTS,
    "two blanks behind a dash": TWO_BLANKS_BEHIND_A_DASH,
    "a block that was a note": MARKS_LEFT_WITH_A_BLANK,
}
