"""What has a form: one of a few words, dates, academic years, ids.

Where it is not said what was meant, what the form has there was meant.
"""

from collections.abc import Mapping
from typing import Final

from tests.slips.slip import TERM, WHY, Slip, either, kept, repaired, told

CHOICES: Final = (
    repaired("plain", TERM, "        term: Short"),
    repaired("plain", TERM, "        term: SHORT"),
    repaired("plain", TERM, "        term: Short term"),
    repaired("plain", TERM, "        term: short term"),
    repaired("plain", TERM, "        Term: Short term"),
    repaired("scaffold", "        term: medium", "        term: Medium"),
    repaired("scaffold", "        term: medium", "        term: Medium term"),
    repaired("scaffold", "        term: medium", "        term: MEDIUM"),
    either("plain", TERM, "        term: Short-term"),
    either("plain", TERM, "        term: short."),
    either("plain", TERM, "        term: short,"),
    either("plain", TERM, "        term: “short”"),
    either("plain", TERM, "        term: (short)"),
    either("plain", TERM, "        term: the short term"),
    either("plain", TERM, "        term: shrot"),
    either("plain", TERM, "        term: - short"),
    either("annex", "        named_locally: true", "        named_locally: True"),
    either("annex", "        named_locally: true", "        named_locally: yes"),
    either("annex", "at_most: 5", "at_most: five"),
    either("annex", "at_most: 5", "at_most: 5 areas"),
    either("annex", "      - letter: d", "      - letter: D"),
    either("annex", "      - letter: d", "      - letter: (d)"),
    either("annex", "      - letter: d", "      - letter: d."),
    either("annex", "        id: early-education", "        id: Early-Education"),
    either("annex", "        id: early-education", "        id: early education"),
    either("plain", "authority: hampshire", "authority: Hampshire"),
    either("plain", "      - area: early-education", "      - area: Early-Education"),
    either("plain", "      - area: early-education", "      - area: early‑education"),
    either("plain", "      - area: early-education", "      - area: early–education"),
    either("plain", "      - area: early-education", "      - area: early-education."),
    either("plain", "      - area: early-education", "      - area: early -education"),
    either("plain", "      - area: early-education", "      - area: ‘early-education’"),
    kept("plain", "      - area: early-education", '      - area: "early-education"'),
    kept("plain", "authority: hampshire", "authority: hampshire # our council"),
    kept("plain", TERM, "        term: short # two years"),
    either("plain", TERM, "        term: Short # two years", "        term: short # two years"),
    either("plain", TERM, "        term: short#two years"),
    told("plain", TERM, "        term: short (two years)"),
    told("plain", TERM, "        term: short, two years"),
    told("plain", TERM, "        term: medium to long"),
    told("plain", TERM, "        term: shorts"),
    told("plain", TERM, "        term: s"),
    told("plain", TERM, "        term: long"),
    told("plain", TERM, "        term: short or medium"),
    told("plain", TERM, "        term: short/medium"),
    told("plain", TERM, "        term: two years"),
)

DATES: Final = (
    *(
        repaired("plain", "    review_by: 2004-12-31", f"    review_by: {typed}", f"    review_by: {meant}")
        for typed, meant in (
            ("31 December 2004", "2004-12-31"),
            ("31st December 2004", "2004-12-31"),
            ("31 Dec 2004", "2004-12-31"),
            ("31st Dec 2004", "2004-12-31"),
            ("1 March 2005", "2005-03-01"),
            ("1st Mar 2005", "2005-03-01"),
            ("2nd September 2004", "2004-09-02"),
            ("3rd Sep 2004", "2004-09-03"),
            ("22nd November 2004", "2004-11-22"),
            ("01 March 2005", "2005-03-01"),
            ("29.10.2004", "2004-10-29"),
            ("29/10/2004", "2004-10-29"),
            ("31/12/2004", "2004-12-31"),
            ("31.12.2004", "2004-12-31"),
            ("2005-3-1", "2005-03-01"),
            ("2005-3-01", "2005-03-01"),
            ("2004-10-9", "2004-10-09"),
            ("29 February 2008", "2008-02-29"),
        )
    ),
    repaired("plain", "          date: 2004-06-01", "          date: 1 June 2004"),
    repaired("plain", "          date: 2004-06-01", "          date: 1st June 2004"),
    repaired("plain", "          date: 2004-06-01", "          date: 2004-6-1"),
    repaired("statement", "      - date: 2003-12-16", "      - date: 16 December 2003"),
    repaired("statement", "      - date: 2003-12-16", "      - date: 16/12/2003"),
    repaired("statement", "      - date: 2003-12-16", "      - date: 16.12.2003"),
    repaired("statement", "    due: 2006", "    due: 1 March 2006", "    due: 2006-03-01"),
    repaired("scaffold", "    review_by: 2004-11-30", "    review_by: 30 November 2004"),
    repaired("scaffold", "    review_by: 2004-11-30", "    review_by: 30th Nov 2004"),
    repaired("plain", "    review_by: 2004-12-31", "    Review_by:31 December 2004"),
)

OTHER_DATES: Final = tuple(
    either("plain", "    review_by: 2004-12-31", f"    review_by: {typed}", f"    review_by: {meant}")
    for typed, meant in (
        ("31 december 2004", "2004-12-31"),
        ("31 December 2004 # as agreed", "2004-12-31"),
        ("'31 December 2004'", "2004-12-31"),
        ('"31/12/2004"', "2004-12-31"),
        ("31st december, 2004", "2004-12-31"),
        ("31 DECEMBER 2004", "2004-12-31"),
        ("31  December  2004", "2004-12-31"),
        ("31\u00a0December\u00a02004", "2004-12-31"),
        ("31December2004", "2004-12-31"),
        ("2004-12- 31", "2004-12-31"),
        ("(2004-12-31)", "2004-12-31"),
        ("2004-12-31 (Friday)", "2004-12-31"),
        ("2004-012-31", "2004-12-31"),
        ("December 31, 2004", "2004-12-31"),
        ("December 31st 2004", "2004-12-31"),
        ("31 December, 2004", "2004-12-31"),
        ("Friday 31 December 2004", "2004-12-31"),
        ("Friday, 31 December 2004", "2004-12-31"),
        ("31st of December 2004", "2004-12-31"),
        ("31 Dec. 2004", "2004-12-31"),
        ("31-12-2004", "2004-12-31"),
        ("31-Dec-2004", "2004-12-31"),
        ("31. December 2004", "2004-12-31"),
        ("2004/12/31", "2004-12-31"),
        ("2004.12.31", "2004-12-31"),
        ("20041231", "2004-12-31"),
        ("2004-12-31T00:00:00", "2004-12-31"),
        ("2004-12-31 00:00:00", "2004-12-31"),
        ("2004-12-31.", "2004-12-31"),
        ("2004–12–31", "2004-12-31"),
        ("2004‑12‑31", "2004-12-31"),
        ("2004 12 31", "2004-12-31"),
        ("2004- 12-31", "2004-12-31"),
        ("10/10/2004", "2004-10-10"),
        ("12/31/2004", "2004-12-31"),
        ("2004-31-12", "2004-12-31"),
        ("31 / 12 / 2004", "2004-12-31"),
        ("31 Decmber 2004", "2004-12-31"),
        ("by 31 December 2004", "2004-12-31"),
        ("30 Sept 2004", "2004-09-30"),
    )
)

DATES_TO_DECIDE: Final = tuple(
    told("plain", "    review_by: 2004-12-31", f"    review_by: {typed}")
    for typed in (
        "03/04/2005",
        "3/4/2005",
        "3.4.2005",
        "03.04.2005",
        "31/12/04",
        "31.12.04",
        "31 December 04",
        "31 Dec '04",
        "31-Dec-04",
        "1/3/05",
        "04-12-31",
        "31 September 2004",
        "2004-02-30",
        "30 February 2005",
        "31/11/2004",
        "13/13/2004",
        "December 2004",
        "2004-12",
        "2004",
        "end of 2004",
        "31 December",
        "spring 2005",
        "tomorrow",
    )
)

YEARS: Final = (
    *(
        repaired("plain", "  - year: 2003/04", f"  - year: {typed}")
        for typed in ("2003-4", "2003-04", "2003–04", "2003/2004", "2003–4")
    ),
    *(repaired("annex", "year: 2003/04", f"year: {typed}") for typed in ("2003-04", "2003/2004", "2003–04", "2003-4")),
    repaired("signed", "  - year: 2004/05", "  - year: 2004-05"),
    *(
        either("plain", "  - year: 2003/04", f"  - year: {typed}")
        for typed in (
            "2003/4",
            "2003-2004",
            "2003–2004",
            "2003 / 04",
            "2003 - 04",
            "2003/04.",
            "2003_04",
            "2003 04",
            "2003 to 2004",
            "academic year 2003/04",
            "2003‑04",
            "2003—04",
            "2003\u204404",
        )
    ),
    *(
        told("plain", "  - year: 2003/04", f"  - year: {typed}")
        for typed in ("2003", "03/04", "2003/05", "2003-05", "2003/2005", "2003-12", "2003-2", "2003/13")
    ),
)

TO_DECIDE: Final = (
    told("plain", WHY, "        reason: Results differ between districts"),
    told("plain", WHY, "        Reason: Results differ between districts"),
    told(
        "plain",
        "          department:\n            - Capital for two new buildings",
        "          DfES:\n            - Capital for two new buildings",
    ),
    told(
        "plain",
        "          authority:\n            - A nursery in each market town",
        "          LEA:\n            - A nursery in each market town",
    ),
    told(
        "plain",
        "          authority:\n            - A nursery in each market town",
        "          council:\n            - A nursery in each market town",
    ),
    told("plain", "        term: short", "        period: short"),
    told("annex", "        summary: Childcare and nursery places", "        description: Childcare and nursery places"),
    told("plain", "      - area: early-education", "      - area: d"),
    told("plain", "      - area: early-education", "      - area: D"),
    told("plain", "      - area: early-education", "      - area: (d)"),
    told("plain", "      - area: early-education", "      - area: Early education"),
    told("plain", "      - area: early-education", "      - area: early education"),
    told("plain", "      - area: early-education", "      - area: d, Early education"),
    told("plain", "      - area: early-education", "      - area: early-educaton"),
    told("plain", "authority: hampshire", "authority: Hampshire County Council"),
    told("plain", "authority: hampshire", "authority: 850"),
    told("annex", "      - letter: d", "      - letter: f"),
    told("annex", "      - letter: d", "      - letter: c"),
    told("annex", "        focuses: [primary]", "        focuses: [primray]"),
    told("annex", "        focuses: [primary]", "        focuse: [primary]"),
    told("annex", "          regions: [london]", "          region: [london]"),
    told("annex", "          regions: [london]", "          regoins: [london]"),
    told("scaffold", "    signatures: []", "    signature: []"),
    told("annex", "        focuses: [primary]", "        focuses: primary"),
    told("annex", "        focuses: [primary]", "        focuses: primary, early-years"),
    told("annex", "        focuses: [primary]", "        focuses: [primary early-years]"),
    told("annex", "        focuses: [primary]", "        focuses: [Primary]"),
    told("annex", "        focuses: [primary]", "        focuses: [primary"),
    told("annex", "        focuses: [primary]", "        focuses: (primary)"),
    told("annex", "        focuses: [primary]", "        focuses: primary]"),
    told("annex", "          regions: [london]", "          regions: [London and the South"),
    told("annex", "          regions: [london]", "          regions: London"),
)

SLIPS: Final[Mapping[str, tuple[Slip, ...]]] = {
    "one of a few words": CHOICES,
    "a date": DATES,
    "a date of another shape": OTHER_DATES,
    "a date to decide": DATES_TO_DECIDE,
    "an academic year": YEARS,
    "what wants a decision": TO_DECIDE,
}
