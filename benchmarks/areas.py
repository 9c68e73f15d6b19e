"""The areas of ten annexes as data.

The fourteen areas of 2003/04 are those of the public record, in our words; all that follows is made up for measuring.
"""

from dataclasses import dataclass

STANDARDS, WIDER = "school-standards", "wider-role"


@dataclass(frozen=True, slots=True)
class Area:
    id: str
    title: str
    group: str = STANDARDS
    focuses: tuple[str, ...] = ()
    region: str | None = None
    named_locally: bool = False
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Areas of one year that give way, and those of the next that come from them, in their place."""

    goes: tuple[str, ...]
    comes: tuple[Area, ...]


FIRST = (
    Area("challenging-targets", "Challenging targets and high standards", focuses=("primary", "secondary")),
    Area("ks2-literacy-numeracy", "Literacy and numeracy at key stage 2", focuses=("primary",)),
    Area("ks3-delivery", "Delivery of key stage 3", focuses=("secondary",)),
    Area("underperformance", "Underperformance at all key stages", focuses=("primary", "secondary")),
    Area("behaviour-attendance", "Behaviour, attendance and exclusion"),
    Area("14-19-opportunities", "Opportunities for 14- to 19-year-olds", focuses=("14-19",)),
    Area("ict", "ICT in teaching, and places fit to learn in"),
    Area("school-support-challenge", "Support and challenge to schools", focuses=("school-workforce",)),
    Area("strategic-direction", "Strategic direction and a culture of collaboration"),
    Area("children-at-risk", "Services to children and young people at risk", WIDER),
    Area("early-education", "Early education and Sure Start, where appropriate", WIDER, ("early-years",)),
    Area("inclusive-education", "An inclusive education service", WIDER),
    Area("london-challenge", "The London Challenge", WIDER, ("secondary",), region="london"),
    Area("local-issues", "Other local strategic issues", WIDER, named_locally=True),
)
# What each later year changes, 2004/05 first: every kind of lineage is among them, and most are in the last year.
STEPS: tuple[tuple[Step, ...], ...] = (
    (
        Step(("ks3-delivery",), (Area("ks3-delivery", "Key stage 3 in every subject", focuses=("secondary",)),)),
        Step(("ict",), (Area("ict-and-buildings", "Technology and buildings for learning"),)),
    ),
    (Step((), (Area("extended-schools", "Schools open to their community", WIDER),)),),
    (
        Step(
            ("14-19-opportunities",),
            (
                Area("14-19-pathways", "Pathways from 14 to 19", focuses=("14-19",)),
                Area("14-19-guidance", "Advice and guidance from 14 to 19", focuses=("14-19",)),
            ),
        ),
    ),
    (
        Step(
            ("ks3-delivery", "underperformance"),
            (Area("progress-11-16", "Progress of every pupil from 11 to 16", focuses=("secondary",)),),
        ),
    ),
    (Step(("early-education",), (Area("childrens-centres", "Centres for children", WIDER, ("early-years",)),)),),
    (
        Step(
            ("behaviour-attendance", "school-support-challenge"),
            (
                Area("pupil-wellbeing", "Pupils who are well and in school"),
                Area("school-improvement", "Schools that improve one another", focuses=("school-workforce",)),
            ),
        ),
    ),
    (Step(("ict-and-buildings",), ()),),
    (
        Step(
            ("ks2-literacy-numeracy",),
            (
                Area("ks2-reading-writing", "Reading and writing at key stage 2", focuses=("primary",)),
                Area("ks2-mathematics", "Mathematics at key stage 2", focuses=("primary",)),
            ),
        ),
    ),
    (
        Step(
            ("14-19-pathways", "14-19-guidance"),
            (Area("participation-to-18", "Everybody learning until 18", focuses=("14-19",)),),
        ),
        Step(("strategic-direction",), ()),
        Step(
            ("children-at-risk",),
            (
                Area("looked-after-children", "Children whom the authority looks after", WIDER),
                Area("missing-from-school", "Children who are missing from school", WIDER),
            ),
        ),
        Step(("childrens-centres",), (Area("early-help", "Early help for families", WIDER, ("early-years",)),)),
        Step(("inclusive-education",), (Area("inclusive-education", "An education that includes all", WIDER),)),
        Step((), (Area("enough-places", "Enough places where families live", WIDER),)),
    ),
)
