"""A compact: `compacts/hampshire.yaml`, what one authority and the department agree, an edition a year."""

from typing import Annotated

from pydantic import Field

from compactctl.documents.model import (
    EMPTY_MAP,
    Day,
    Entries,
    Event,
    Maybe,
    MayBeEmpty,
    Model,
    Reference,
    Signature,
    Term,
    Text,
    Truth,
    Year,
)


class Contributions(Model):
    """What each side will do for a priority."""

    authority: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="What the authority will do.")
    department: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="What the department will do.")


class Priority(Model):
    """An area that matters most here, or one local issue of an area that is named locally."""

    area: Maybe[Reference] = Field(description="The id of an area of that year's annex; never its letter.")
    issue: Text | None = Field(
        None, description="The issue in your own words; needed where the annex says named_locally, and only there."
    )
    term: Term | None = Field(None, description="short or medium, where it was agreed; TODO in a draft.")
    why: Text | None = Field(None, description="Why this matters most here, where a reason is given.")
    contributions: Annotated[Contributions, EMPTY_MAP] = Field(
        default_factory=Contributions,
        description="What each side will do; at least one text a side before anyone signs.",
    )


class Ask(Model):
    """A change to national policy or practice that the authority asks for."""

    text: Maybe[Text] = Field(description="What is to change.")
    area: Reference | None = Field(None, description="The id of the priority's area that it belongs to.")
    answer: Event | None = Field(None, description="What the department said to it, and when.")


class Edition(Model):
    """A compact's part for one academic year."""

    year: Maybe[Year] = Field(description="The academic year, like 2003/04.")
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    review_by: Day | None = Field(None, description="The day by which both sides look at it again.")
    review: Event | None = Field(None, description="That it was looked at again, on which day, and what came of it.")
    priorities: MayBeEmpty[Priority] = Field(
        default_factory=list, description="The areas that matter most here; at least one before anyone signs."
    )
    asks: MayBeEmpty[Ask] = Field(
        default_factory=list, description="Changes to national policy or practice that the authority asks for."
    )
    signatures: MayBeEmpty[Signature] = Field(
        default_factory=list, description="Who has agreed: the authority and the department. Nobody yet: a draft."
    )


class Compact(Model):
    """What one authority and the department agree, year by year."""

    authority: Maybe[Reference] = Field(
        description="The authority, as in the register and in the file's name, like isle-of-wight."
    )
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    sources: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="Where the content comes from.")
    example: Truth | None = Field(
        None, description="true where it is made up to show how the record works; every output says so."
    )
    ended: Event | None = Field(None, description="That the compact was brought to an end: the day, and how.")
    editions: Entries[Edition] = Field(description="What is agreed, an edition a year, oldest first.")
