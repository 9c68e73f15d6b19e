"""Entries of lists and the signs before them, and lines that do not belong into a document at all.

Where it is not said what was meant, what the form has there was meant.
"""

from collections.abc import Mapping
from typing import Final

from tests.slips.slip import DASH, NEXT_DASH, TERM, TWO_ENTRIES, WHY, Slip, block, either, kept, repaired, told

ANSWER: Final = block("plain", "        answer:", "          source: Letter of the minister")

ENTRIES: Final = (
    told("plain", "      - area: early-education", "        area: early-education"),
    told("plain", "      - area: early-education", "\n        area: early-education"),
    told("plain", "      - area: early-education", "      area: early-education"),
    told("plain", "      - text: Publish the tables later", "        text: Publish the tables later"),
    told("plain", "      - text: Publish the tables later", "      - Publish the tables later"),
    told("plain", TWO_ENTRIES, "            Two literacy consultants, a summer school"),
    told(
        "plain",
        f"          authority:\n{TWO_ENTRIES}",
        "          authority: Two literacy consultants, a summer school",
    ),
    told(
        "plain",
        TWO_ENTRIES,
        "            1. Two literacy consultants\n            2. A summer school in every district",
    ),
    told(
        "plain",
        TWO_ENTRIES,
        "            1) Two literacy consultants\n            2) A summer school in every district",
    ),
    told(
        "plain",
        TWO_ENTRIES,
        "            a) Two literacy consultants\n            b) A summer school in every district",
    ),
    told(
        "plain",
        TWO_ENTRIES,
        "            (i) Two literacy consultants\n            (ii) A summer school in every district",
    ),
    either(
        "plain",
        NEXT_DASH,
        "            A summer school in every district",
        "              A summer school in every district",
    ),
    either(
        "plain",
        TWO_ENTRIES,
        '            - "Two literacy consultants\n            - A summer school in every district"',
        '            - "\\"Two literacy consultants"\n            - "A summer school in every district\\""',
    ),
    either(
        "plain",
        TWO_ENTRIES,
        "            - 'Two literacy consultants\n            - A summer school in every district'",
        '            - "\'Two literacy consultants"\n            - "A summer school in every district\'"',
    ),
    repaired(
        "plain",
        NEXT_DASH,
        "            - - A summer school in every district",
        '            - "- A summer school in every district"',
    ),
    told("plain", NEXT_DASH, "            -- A summer school in every district"),
    kept(
        "plain",
        NEXT_DASH,
        "            - • A summer school in every district",
        "            - • A summer school in every district",
    ),
    kept(
        "plain",
        NEXT_DASH,
        "            - 2. A summer school in every district",
        "            - 2. A summer school in every district",
    ),
    either("plain", NEXT_DASH, f"            -\n{NEXT_DASH}"),
    told("plain", NEXT_DASH, f"{NEXT_DASH}\n            -"),
    told("plain", NEXT_DASH, f"{NEXT_DASH}\n            - -"),
    repaired("plain", WHY, "        why: >-\n        Results differ between districts"),
    repaired("plain", WHY, "        why: >-\nResults differ between districts"),
    either("plain", WHY, "        why: >- Results differ\n          between districts"),
    either("plain", WHY, "        why: >- Results differ\n        between districts"),
    either(
        "scaffold",
        "        why: >-\n          Journeys take an hour in the west",
        "        why: >- Journeys take an hour in the west",
    ),
    either(
        "scaffold",
        "        why: >-\n          Journeys take an hour in the west",
        "        why: - >-\n          Journeys take an hour in the west",
    ),
    either(
        "scaffold",
        "        why: >-\n          Journeys take an hour in the west",
        "        why: >—\n          Journeys take an hour in the west",
    ),
    either(
        "scaffold",
        "        why: >-\n          Journeys take an hour in the west",
        "        why: >–\n          Journeys take an hour in the west",
    ),
    either(
        "scaffold",
        "        why: >-\n          Journeys take an hour in the west",
        "        why: > -\n          Journeys take an hour in the west",
    ),
    either(
        "scaffold",
        "        why: >-\n          Journeys take an hour in the west",
        "        why: &gt;-\n          Journeys take an hour in the west",
    ),
    either(
        "scaffold",
        "        why: >-\n          Journeys take an hour in the west",
        "        why: ->\n          Journeys take an hour in the west",
    ),
    either(
        "scaffold",
        "            - >-\n              A bus for three villages",
        "            - >- A bus for three villages",
    ),
    either(
        "scaffold",
        "            - >-\n              A bus for three villages",
        "            >-\n              A bus for three villages",
    ),
    either(
        "scaffold",
        "            - >-\n              A bus for three villages",
        "            - - >-\n              A bus for three villages",
    ),
    told("scaffold", "            - >-\n              A bus for three villages", "            - >-"),
    told("scaffold", "        why: >-\n          Journeys take an hour in the west", "        why: >-"),
    kept(
        "scaffold",
        "              A bus for three villages",
        "              A bus for three villages\n            - A car",
        "              A bus for three villages\n            - A car",
    ),
    repaired(
        "scaffold",
        "              A bus for three villages",
        "              A bus for three villages\n           - A car",
        "              A bus for three villages\n            - A car",
    ),
    either(
        "scaffold",
        "              A bus for three villages",
        "              A bus for three villages\n            A car for the fourth",
        "              A bus for three villages\n              A car for the fourth",
    ),
    repaired(
        "scaffold",
        "              A bus for three villages",
        "              A bus for three villages\n            -A car",
        "              A bus for three villages\n            - A car",
    ),
    repaired(
        "scaffold",
        "              A bus for three villages",
        "              A bus for three villages\n            • A car",
        "              A bus for three villages\n            - A car",
    ),
    told(
        "plain",
        ANSWER,
        "        answer: {date: 2004-06-01, text: Yes, in part}",
    ),
    told(
        "plain",
        ANSWER,
        "        answer: {date: 2004-06-01, text: Yes",
    ),
    told(
        "plain",
        ANSWER,
        "        answer: The department will consult",
    ),
)

_INSIDE: Final = "              - for reading\n              - for number"
NAMES_BETWEEN: Final = (
    told("plain", "    priorities:", "  example: true\n    priorities:", told=(0,)),
    told("plain", DASH, f"          note: Mild\n{DASH}", told=(0,)),
    told("plain", NEXT_DASH, f"            example: true\n{NEXT_DASH}", told=(0,)),
    told("scaffold", "        contributions:", "          example: true\n        contributions:", told=(0,)),
)
"""A line that belongs further out, between lines that belong together."""
ENTRIES_INSIDE: Final = (
    told("plain", DASH, f"{DASH}\n{_INSIDE}", told=(1, 2)),
    told("plain", TWO_ENTRIES, f"{DASH}\n{_INSIDE}", told=(1, 2)),
    told("plain", TWO_ENTRIES, f"{DASH}\n{_INSIDE}\n              - for both\n{NEXT_DASH}", told=(1, 2, 3)),
    told("plain", TWO_ENTRIES, f"          - Two literacy consultants\n{NEXT_DASH}", told=(0,)),
    *(
        kept(
            "plain",
            TWO_ENTRIES,
            f"            - {sign}\n              Two literacy consultants\n{_INSIDE}{after}",
            f'            - "Two literacy consultants{part}- for reading{part}- for number"{after}',
        )
        for sign, part in ((">-", " "), ("|-", "\\n"))
        for after in ("", f"\n{NEXT_DASH}")
    ),
    *(
        told(
            "plain",
            WHY,
            f"        why: >-\n          Results differ\n          {line}\n          in the north",
            told=(2,),
        )
        for line in ("example: true", "- year: 2004/05", "- area: early-education")
    ),
    told(
        "statement",
        "    text: One education plan in place of many",
        "    text: >-\n      One education plan\n      due: 2006\n      in place of many",
        told=(2,),
    ),
)
"""What stands further in below an entry, or in the middle of a text, and may be a part of it."""

LINES_THAT_DO_NOT_BELONG: Final = (
    told("plain", WHY, f"<<<<<<< HEAD\n{WHY}\n=======\n        why: Another reason\n>>>>>>> north", told=(0,)),
    told("plain", "      - area: early-education", "<<<<<<< HEAD\n      - area: early-education", told=(0,)),
    told("plain", "      - area: early-education", "=======\n      - area: early-education", told=(0,)),
    told("plain", "      - area: early-education", ">>>>>>> north\n      - area: early-education", told=(0,)),
    told("plain", "    asks:", "||||||| merged common ancestors\n    asks:", told=(0,)),
    told("plain", "authority: hampshire", "The compact of Hampshire\nauthority: hampshire", told=(0,)),
    told("plain", "authority: hampshire", "Dear Jane\n\nauthority: hampshire", told=(0,)),
    told("plain", "authority: hampshire", "%PDF\nauthority: hampshire", told=(0,)),
    told("plain", "authority: hampshire", "```yaml\nauthority: hampshire", told=(0,)),
    told("plain", "authority: hampshire", "From: jane@hants.gov.uk\nauthority: hampshire", told=(0,)),
    told("plain", "authority: hampshire", "{\nauthority: hampshire", told=(0,)),
    told("plain", "authority: hampshire", "{\\rtf1\\ansi\nauthority: hampshire", told=(0,)),
    told("plain", "authority: hampshire", "<html>\nauthority: hampshire", told=(0,)),
    either(
        "plain",
        "            - Advice on the use of grants",
        "            - Advice on the use of grants\nPage 2 of 3",
        "            - Advice on the use of grants\n              Page 2 of 3",
    ),
    told(
        "scaffold",
        "      # - area: early-education\n      #   term: TODO\n      #   why: >-\n      #     TODO",
        "      # - area: early-education\n        term: short\n        why: >-\n          Places are scarce",
    ),
    told(
        "plain",
        "            - Advice on the use of grants\n      - area: early-education",
        "            - Advice on the use of grants      - area: early-education",
    ),
    told(
        "plain",
        "            - Capital for two new buildings\n      - area: local-issues",
        "            - Capital for two new buildings- area: local-issues",
    ),
    told("plain", f"{WHY}\n        contributions:", f"{WHY}        contributions:"),
    told("statement", "    title: Primary education\ncommitments:", "    title: Primary educationcommitments:"),
    told("plain", "    asks:", "    ---\n    asks:", told=(0,)),
    told("plain", "    asks:", "---\n    asks:", told=(0,)),
    told("plain", "    asks:", "...\n    asks:"),
    told("plain", "    asks:", "***\n    asks:", told=(0,)),
    told("plain", "    asks:", "==========\n    asks:", told=(0,)),
    told("plain", "    asks:", "__________\n    asks:", told=(0,)),
    told("plain", TERM, f"{TERM}\n        see also the annex"),
    told("plain", "      - text: Publish the tables later", "      - text: Publish the tables later\n```"),
    told(
        "statement",
        "        source: Minutes of the standing group",
        "        source: Minutes of the standing group\n---\ntitle: Another",
    ),
    told("plain", "  - year: 2003/04", "  - year: 2003/04\n    &more"),
    told("plain", "  - year: 2003/04", "  - &first\n    year: 2003/04"),
    told(
        "plain",
        "        contributions:\n          authority:\n            - A nursery in each market town",
        "        contributions: *first\n          authority:\n            - A nursery in each market town",
    ),
    told("plain", "    priorities:", "    priorities: see below"),
    told("plain", "    priorities:", "    priorities: ["),
    told("plain", "    priorities:", "    priorities: {"),
    told("plain", "    priorities:", '    priorities: "'),
    told("plain", "    priorities:", "    priorities: >-"),
    told("plain", "    priorities:", "    priorities: |"),
    told("plain", "    priorities:", "    priorities: - "),
    told("annex", "    areas:\n      - letter: a", "    areas: a\n      - letter: a"),
    told("plain", "    asks:", "    answers:\n    asks:", told=(0,)),
    told("plain", "    asks:", "    -\n    asks:", told=(0,)),
    told("plain", "    asks:", "    :\n    asks:", told=(0,)),
    told("plain", "    asks:", "    ?\n    asks:", told=(0,)),
    told("plain", "    asks:", "    : x\n    asks:", told=(0,)),
    told("plain", "    asks:", "    ? x\n    asks:", told=(0,)),
    told("plain", "    asks:", '    "\n    asks:', told=(0,)),
    told("plain", "    asks:", "    '\n    asks:", told=(0,)),
    told("plain", "    asks:", "    [\n    asks:", told=(0,)),
    told("plain", "    asks:", "    }\n    asks:", told=(0,)),
)

SLIPS: Final[Mapping[str, tuple[Slip, ...]]] = {
    "an entry": ENTRIES,
    "a name between others": NAMES_BETWEEN,
    "an entry inside another": ENTRIES_INSIDE,
    "a line that does not belong": LINES_THAT_DO_NOT_BELONG,
}
