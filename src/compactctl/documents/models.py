"""The documents as Pydantic models: the statement, annexes, compacts and the settings, with all their parts.

They are the source of content.py, which everyone else imports, and of the JSON Schemas: reading needs neither them nor
Pydantic.
"""

from typing import Annotated, Final

from pydantic import AfterValidator, Field

from compactctl.documents.model_base import (
    EMPTY_MAP,
    Day,
    Due,
    Entries,
    FormatVersion,
    Id,
    Letter,
    MayBeEmpty,
    Model,
    Name,
    Reference,
    RuleLevel,
    Signatory,
    Term,
    Text,
    Truth,
    WholeNumber,
    Year,
)
from compactctl.documents.values import says_something


class SignatureModel(Model):
    """A party's agreement: which party, in whose name, in what role, and when."""

    party: Signatory = Field(description="Which party signs: department, association or authority.")
    name: Name | None = Field(None, description="The name of the person who signed.")
    role: Name = Field(description="In what role, like 'Director of Education'.")
    date: Day = Field(description="The day of the signature.")


class EventModel(Model):
    """What happened later, and came of something that was agreed."""

    date: Day = Field(description="The day on which it happened.")
    text: Text = Field(description="What happened.")
    source: Text | None = Field(None, description="Where this is known from.")


class FocusModel(Model):
    """One of the areas of work that the statement puts at the centre."""

    id: Id = Field(description="A short name for it, by which the areas of an annex refer to it.")
    title: Name = Field(description="What it is called.")


class CommitmentModel(Model):
    """What the department will do nationally."""

    id: Id = Field(description="A short name for it.")
    text: Text = Field(description="What the department will do.")
    due: Due | None = Field(None, description="The day, or the calendar year, by which it is to be done.")
    follow_up: MayBeEmpty[EventModel] = Field(default_factory=list, description="What came of it, oldest first.")


class StatementModel(Model):
    """What department and association intend to do in partnership."""

    title: Name = Field(description="What the statement is called.")
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    sources: MayBeEmpty[Text] = Field(default_factory=list, description="Where the content comes from.")
    format: FormatVersion | None = Field(
        None, description="The version of the format that the record is written in; 1 is the first, and the newest."
    )
    principles: MayBeEmpty[Text] = Field(default_factory=list, description="What the partners hold to.")
    conditions: MayBeEmpty[Text] = Field(
        default_factory=list, description="On what terms they work together: voluntary, within available resources."
    )
    vision: MayBeEmpty[Text] = Field(default_factory=list, description="What every child is to have.")
    focuses: MayBeEmpty[FocusModel] = Field(default_factory=list, description="What the partnership attends to.")
    commitments: MayBeEmpty[CommitmentModel] = Field(
        default_factory=list, description="What the department will do nationally."
    )
    signatures: MayBeEmpty[SignatureModel] = Field(
        default_factory=list, description="Who has agreed: the department and the association."
    )


class OpenToModel(Model):
    """Who may choose an area: regions and types must both match where both are given; authorities come on top."""

    regions: Entries[Reference] = Field(
        default_factory=list, description="Regions, as the register has them, like london."
    )
    types: Entries[Reference] = Field(
        default_factory=list, description="Types of authority, as the register has them, like county."
    )
    authorities: Entries[Reference] = Field(
        default_factory=list, description="Single authorities, as their files are named, on top of regions and types."
    )


class AreaModel(Model):
    """A priority area of the agenda."""

    letter: Letter = Field(description="Its letter in this year: a to z, then aa, in order through the annex.")
    id: Id = Field(description="Its name across the years, by which compacts choose it.")
    title: Name = Field(description="What it is called.")
    summary: Text = Field(description="What it is about.")
    focuses: MayBeEmpty[Reference] = Field(
        default_factory=list, description="Which focuses of the statement it serves, by their ids."
    )
    open_to: Annotated[OpenToModel, AfterValidator(says_something)] | None = Field(
        None, description="Who may choose it; without this every authority may."
    )
    named_locally: Truth | None = Field(
        None, description="true where each authority names issues of its own in this area."
    )
    origins: MayBeEmpty[Reference] = Field(
        default_factory=list, alias="from", description="The areas of the last annex that it takes the place of."
    )


class GroupModel(Model):
    """A part of the agenda with aims of its own."""

    id: Id = Field(description="A short name for it.")
    title: Name = Field(description="What it is called.")
    aims: MayBeEmpty[Text] = Field(default_factory=list, description="What its areas together are to reach.")
    areas: Entries[AreaModel] = Field(description="The priority areas, in the order of their letters.")


class RetiredModel(Model):
    """An area of the last annex that this one drops."""

    id: Reference = Field(description="The area's id in the last annex.")
    why: Text = Field(description="Why it goes no further.")


class AnnexModel(Model):
    """The agenda of an academic year."""

    year: Year = Field(description="The academic year, like 2003/04; the file's name says the same.")
    title: Name = Field(description="What the annex is called.")
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    sources: MayBeEmpty[Text] = Field(default_factory=list, description="Where the content comes from.")
    example: Truth | None = Field(
        None, description="true where it is made up to show how the record works; every output says so."
    )
    at_most: WholeNumber | None = Field(
        None, description="How many areas an edition should take up at most; without it half of those open to it."
    )
    groups: Entries[GroupModel] = Field(description="The areas, in groups.")
    retired: MayBeEmpty[RetiredModel] = Field(
        default_factory=list, description="Areas of the last annex that this one drops, and nothing takes the place of."
    )
    signatures: MayBeEmpty[SignatureModel] = Field(
        default_factory=list, description="Who has agreed: the department and the association."
    )


class ContributionsModel(Model):
    """What each side will do for a priority."""

    authority: MayBeEmpty[Text] = Field(default_factory=list, description="What the authority will do.")
    department: MayBeEmpty[Text] = Field(default_factory=list, description="What the department will do.")


class PriorityModel(Model):
    """An area that matters most here, or one local issue of an area that is named locally."""

    area: Reference = Field(description="The id of an area of that year's annex; never its letter.")
    issue: Text | None = Field(
        None, description="The issue in your own words; needed where the annex says named_locally, and only there."
    )
    term: Term | None = Field(None, description="short or medium, where it was agreed; TODO in a draft.")
    why: Text | None = Field(None, description="Why this matters most here, where a reason is given.")
    contributions: Annotated[ContributionsModel, EMPTY_MAP] = Field(
        default_factory=ContributionsModel,
        description="What each side will do; at least one text a side before anyone signs.",
    )


class AskModel(Model):
    """A change to national policy or practice that the authority asks for."""

    text: Text = Field(description="What is to change.")
    area: Reference | None = Field(None, description="The id of the priority's area that it belongs to.")
    answer: EventModel | None = Field(None, description="What the department said to it, and when.")


class EditionModel(Model):
    """A compact's part for one academic year."""

    year: Year = Field(description="The academic year, like 2003/04.")
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    review_by: Day | None = Field(None, description="The day by which both sides look at it again.")
    review: EventModel | None = Field(
        None, description="That it was looked at again, on which day, and what came of it."
    )
    priorities: MayBeEmpty[PriorityModel] = Field(
        default_factory=list, description="The areas that matter most here; at least one before anyone signs."
    )
    asks: MayBeEmpty[AskModel] = Field(
        default_factory=list, description="Changes to national policy or practice that the authority asks for."
    )
    signatures: MayBeEmpty[SignatureModel] = Field(
        default_factory=list, description="Who has agreed: the authority and the department. Nobody yet: a draft."
    )


class CompactModel(Model):
    """What one authority and the department agree, year by year."""

    authority: Reference = Field(
        description="The authority, as in the register and in the file's name, like isle-of-wight."
    )
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    sources: MayBeEmpty[Text] = Field(default_factory=list, description="Where the content comes from.")
    example: Truth | None = Field(
        None, description="true where it is made up to show how the record works; every output says so."
    )
    ended: EventModel | None = Field(None, description="That the compact was brought to an end: the day, and how.")
    editions: Entries[EditionModel] = Field(description="What is agreed, an edition a year, oldest first.")


class ExemptionModel(Model):
    """Findings that are let pass for a time, and why."""

    rule: Reference = Field(description="The rule's name, as findings show it.")
    file: Reference = Field(description="The file, whole, within the data folder: compacts/rutland.yaml.")
    year: Year | None = Field(None, description="Only findings on the edition of this academic year.")
    until: Day = Field(description="The last day of the exemption; after it the finding is back.")
    reason: Text = Field(description="Why it is let pass, for those who read this later.")


class ConfigModel(Model):
    """Levels of rules, and exemptions."""

    levels: Annotated[dict[str, RuleLevel], EMPTY_MAP] = Field(
        default_factory=dict, description="How much a rule matters here: error, warning, info or off."
    )
    exemptions: MayBeEmpty[ExemptionModel] = Field(
        default_factory=list, description="Findings that are let pass for a time."
    )


MODELS: Final[dict[str, type[Model]]] = {
    "statement": StatementModel,
    "annex": AnnexModel,
    "compact": CompactModel,
    "config": ConfigModel,
}
"""The model of each kind of document."""
