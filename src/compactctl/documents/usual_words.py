"""What people call things whose name in a document is another one: a name, or one of a few values."""

from collections.abc import Collection, Mapping
from typing import Final

from compactctl.words import did_you_mean

_SAID_FOR: Final[Mapping[str, str]] = {
    "aims": "aim goals objectives",
    "answer": "answered awnser reply response",
    "area": "area_id priority priority_area",
    "asks": "ask request requests",
    "association": "lga local_government_association",
    "at_most": "limit max maximum",
    "authority": "borough_council city_council council county_council lea local_authority local_education_authority",
    "commitments": "actions undertakings",
    "conditions": "terms",
    "contributions": "commitments offers",
    "date": "day signed signed_on",
    "department": "department_for_education_and_skills dept dfe dfes government ministry",
    "due": "by date deadline",
    "ended": "closed end ended_on ending",
    "example": "fictitious made_up",
    "exemptions": "exceptions",
    "false": "n no off",
    "file": "path",
    "focuses": "foci focus_areas",
    "follow_up": "outcome progress",
    "from": "origin origins replaces",
    "groups": "sections themes",
    "id": "code key slug",
    "issue": "local_issue topic",
    "medium": "medium_term",
    "name": "person signatory",
    "named_locally": "local",
    "note": "comment comments notes remark remarks",
    "open_to": "only_for",
    "party": "side who",
    "principles": "values",
    "priorities": "areas priority priority_areas",
    "reason": "rationale reasons why",
    "retired": "dropped removed",
    "review": "annual_review reviewed reviewed_on",
    "review_by": "deadline due next_review review_date",
    "role": "job_title office position post title",
    "short": "short_term",
    "signatures": "signatories signed signed_by",
    "sources": "references",
    "summary": "description",
    "term": "period timeframe timescale",
    "text": "ask commitment description request summary",
    "title": "heading name",
    "true": "on y yes",
    "until": "end expires expiry",
    "why": "because rationale reason reasons",
    "year": "academic_year",
}
"""The names and values of documents, each with what else it is often called."""


def usual_word(word: str, choices: Collection[str]) -> str | None:
    """Return the one of the choices that a word usually stands for, or nothing where there is none."""
    said = "_".join(word.casefold().replace("-", " ").replace("_", " ").split()).removeprefix("the_")
    return next((choice for choice in choices if said == choice or said in _SAID_FOR.get(choice, "").split()), None)


def meant_choice(word: str, choices: Collection[str]) -> str | None:
    """Return the one of the choices that a word usually stands for, or else was most likely meant to be, if any."""
    return usual_word(word, choices) or did_you_mean(word, choices)
