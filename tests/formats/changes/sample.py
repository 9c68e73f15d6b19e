"""One small story of two years with a change of every kind, and one of a revision: what every format is shown with."""

from typing import Final

from tests.changes.making import Files, Values, annex, area, between, compact, edition, files, priority, since

from compactctl.changes.results import YearChanges
from compactctl.changes.revisions import RevisionChanges
from compactctl.documents.texts import STILL_TRUE
from compactctl.formats.changes.revision import describe_revision
from compactctl.formats.changes.years import describe_years
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import ReadableDocument

PROVENANCE: Final = Provenance("1.2.3", "0123456789ab")
OLD: Final = annex(
    "2007/08",
    area("reading", title="Reading at key stage 2"),
    area("delivery", title="Delivery of key stage 3"),
    area("behaviour", title="Behaviour and attendance", summary="How pupils come to be in school and ready to learn"),
    area("choices", title="Choices from 14"),
    area("support", title="Support to schools"),
    area("at-risk", title="Children at risk"),
    area("inclusion", title="Inclusion"),
    area("local-issues", title="Local issues", named_locally="true"),
)
NEW: Final = annex(
    "2009/10",
    area("reading", title="Reading at key stage 2"),
    area(
        "behaviour",
        title="Behaviour and attendance",
        summary="How all pupils come to be in school, safe and ready to learn",
    ),
    {**area("pathways", title="Pathways from 14 to 19"), "from": ["choices"]},
    {**area("teaching", title="Quality of teaching"), "from": ["support"]},
    {**area("workforce", title="Reform of the workforce"), "from": ["support"]},
    {**area("services", title="Services for children"), "from": ["at-risk", "inclusion"]},
    area("extended", title="Schools open all day", open_to={"regions": ["london"]}),
    area("local-issues", title="Local issues", named_locally="true"),
    retired=["delivery"],
    signatures=[{"party": "department", "role": "Minister", "date": "2009-07-01"}],
    example="true",
)
STATEMENT: Final[Values] = {
    "title": "Statement",
    "vision": ["Every child"],
    "focuses": [{"id": "primary", "title": "Primary"}],
    "commitments": [{"id": "one-plan", "text": "One plan"}],
    "signatures": [{"party": "department", "role": "Minister", "date": "2003-07-23"}],
}
HAMPSHIRE: Final = compact(
    "hampshire",
    edition(
        "2007/08",
        "reading",
        priority("behaviour", why="Too many pupils miss too much school"),
        "support",
        "delivery",
        priority("local-issues", issue="Small schools"),
        asks=[{"text": "Give notice of grants for three years"}],
        review_by="2008-12-31",
    ),
    edition(
        "2009/10",
        "reading",
        priority(
            "behaviour",
            why="Too many pupils miss too many lessons",
            term="medium",
            contributions={"authority": ["We do this"], "department": ["They do that", "And more"]},
        ),
        "teaching",
        "workforce",
        priority("local-issues", issue="Rural buses"),
        asks=[{"text": "Publish results in the spring"}],
    ),
)
STAFFORDSHIRE: Final = compact(
    "staffordshire",
    edition(
        "2007/08",
        {"area": "reading", "contributions": {"authority": ["We do this"]}},
        priority("behaviour"),
        asks=[
            {"text": "Tell us sooner", "answer": {"date": "2008-06-01", "text": "It will be looked at"}},
            {"text": "Ask us less"},
        ],
    ),
    edition(
        "2009/10",
        priority("reading", contributions={"authority": [f"{STILL_TRUE} We do this"]}),
        priority("behaviour", why=f"{STILL_TRUE} Because"),
        asks=[{"text": f"{STILL_TRUE} Ask us less"}],
    ),
)
KENT: Final = compact("kent", edition("2007/08", "reading"), ended={"date": "2009-03-31", "text": "By agreement"})
COMPACTS: Final = (
    HAMPSHIRE,
    STAFFORDSHIRE,
    KENT,
    compact("bedfordshire", edition("2007/08", "reading", "choices")),
    compact("bedford", edition("2009/10", "reading")),
    compact("norfolk", edition("2007/08", "reading", "delivery"), example="true"),
    compact("suffolk", edition("2007/08", "reading"), edition("2009/10", "reading"), example="true"),
    compact("surrey", edition("2007/08", "unheard-of", "reading")),
)
FILES: Final[Files] = {
    **files([OLD, NEW], COMPACTS),
    "statement.yaml": STATEMENT,
    "compacts/rutland.yaml": "a: &b c",
}


def year_changes(authority: str | None = None) -> YearChanges:
    return between(FILES, "2007/08", "2009/10", authority)


def revision_changes() -> RevisionChanges:
    later = {name: values for name, values in FILES.items() if name != "compacts/suffolk.yaml"}
    _, second = HAMPSHIRE["editions"]
    reworded = priority("reading", why="Because of this")
    changed = {**second, "priorities": [reworded, *second["priorities"][2:]], "asks": [{"text": "Another ask"}]}
    later["compacts/hampshire.yaml"] = compact("hampshire", changed, note="A note")
    areas = [{key: value for key, value in item.items() if key != "letter"} for item in NEW["groups"][0]["areas"][1:]]
    later["annex/2009-10.yaml"] = {**NEW, "groups": annex("2009/10", *areas)["groups"]}
    later["config.yaml"] = {"levels": {"one-sided": "error"}}
    later["compacts/kent.yaml"] = compact("kent", *KENT["editions"])
    first, second = STAFFORDSHIRE["editions"]
    asks = [{**ask, "answer": {"date": "2009-12-01", "text": "Agreed", "source": "A letter"}} for ask in second["asks"]]
    review = {"date": "2010-06-01", "text": "All goes on"}
    later["compacts/staffordshire.yaml"] = compact("staffordshire", first, {**second, "asks": asks, "review": review})
    return since(FILES, later)


def described(result: YearChanges | RevisionChanges) -> ReadableDocument:
    if isinstance(result, YearChanges):
        return describe_years(result, PROVENANCE)
    return describe_revision(result, PROVENANCE)


HOSTILE: Final = (
    "::error file=x::boo",
    "##[group]boo",
    "<script>alert(1)</script>",
    "| a | `b` | [c](http://d) | @everyone #1",
    "</details>",
    "**bold** ~~gone~~",
    "{{ 7 * 7 }}",
    "-- # not a heading",
    "=1+1",
    "[-fake-] {+fake+}",
    "x" * 250,
    "漢字" * 60,
)
"""Texts that a document may hold."""


def hostile_changes() -> YearChanges:
    """Return changes in which every foreign text is hostile."""
    old = annex("2003/04", *(area(f"area-{number}", title=text) for number, text in enumerate(HOSTILE)))
    new = annex(
        "2004/05",
        *(
            {**area(f"next-{number}", title=text, summary=text), "from": [f"area-{number}"]}
            for number, text in enumerate(HOSTILE)
        ),
        note=" ".join(HOSTILE),
    )
    first = edition("2003/04", *(priority(f"area-{number}", why=text) for number, text in enumerate(HOSTILE)))
    second = edition(
        "2004/05",
        *(
            priority(f"next-{number}", why=f"{text} again", contributions={"authority": [text]})
            for number, text in enumerate(HOSTILE)
        ),
        asks=[{"text": text} for text in HOSTILE],
    )
    return between(files([old, new], [compact("hampshire", first, second)]), "2003/04", "2004/05")
