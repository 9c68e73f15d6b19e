"""A small workspace of compacts as real ones are: no terms, no reasons, answers, a review, an end, and who is gone."""

from typing import Final

from tests.changes.making import Files, Values, annex, area, compact, edition, files, priority
from tests.formats.made_up import STATEMENT

ENDED: Final = {"date": "2004-06-30", "text": "Both sides let it end"}
SIGNED: Final = [
    {"party": "authority", "name": "L. Leader", "role": "Leader", "date": "2004-01-12"},
    {"party": "authority", "name": "D. Director", "role": "Director", "date": "2004-01-13"},
    {"party": "department", "role": "Minister", "date": "2004-02-01"},
]
ASKS: Final = [
    {
        "text": "Give notice",
        "area": "reading",
        "answer": {"date": "2004-06-01", "text": "It is given", "source": "A letter"},
    },
    {"text": "Count late arrivals"},
]
FOLLOW_UP: Final = [{"date": "2003-12-16", "text": "It is consulted on", "source": "A paper"}]


def unsaid(area_id: str) -> Values:
    """Return a priority that gives neither a term nor a reason."""
    return {key: value for key, value in priority(area_id).items() if key not in ("term", "why")}


def real(year: str = "2003/04", following: str = "2004/05") -> Files:
    """Return the files: of the second year, Kent has an edition, Surrey none yet, and Essex's compact has ended."""
    areas = (area("reading"), area("numbers"))
    agreed = edition(
        year,
        unsaid("reading"),
        asks=ASKS,
        review_by="2004-09-30",
        review={"date": "2004-09-07", "text": "Both sides go on"},
        signatures=SIGNED,
    )
    return {
        **files(
            [annex(year, *areas), annex(following, *areas)],
            [
                compact("kent", agreed, edition(following, unsaid("reading"), "numbers")),
                compact("surrey", edition(year, "reading", signatures=SIGNED)),
                compact("essex", edition(year, "reading"), ended=ENDED),
            ],
        ),
        "statement.yaml": {
            **STATEMENT,
            "conditions": ["Taking part costs nothing"],
            "commitments": [{"id": "one-plan", "text": "One plan", "due": "2006-04-01", "follow_up": FOLLOW_UP}],
        },
    }
