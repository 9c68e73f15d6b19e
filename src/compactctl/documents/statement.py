"""The Statement of Intent: `statement.yaml`, one a workspace."""

from pydantic import Field

from compactctl.documents.model import (
    Due,
    Event,
    FormatVersion,
    Id,
    Maybe,
    MayBeEmpty,
    Model,
    Name,
    Signature,
    Text,
)


class Focus(Model):
    """One of the areas of work that the statement puts at the centre."""

    id: Maybe[Id] = Field(description="A short name for it, by which the areas of an annex refer to it.")
    title: Maybe[Name] = Field(description="What it is called.")


class Commitment(Model):
    """What the department will do nationally."""

    id: Maybe[Id] = Field(description="A short name for it.")
    text: Maybe[Text] = Field(description="What the department will do.")
    due: Due | None = Field(None, description="The day, or the calendar year, by which it is to be done.")
    follow_up: MayBeEmpty[Event] = Field(default_factory=list, description="What came of it, oldest first.")


class Statement(Model):
    """What department and association intend to do in partnership."""

    title: Maybe[Name] = Field(description="What the statement is called.")
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    sources: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="Where the content comes from.")
    format: FormatVersion | None = Field(
        None, description="The version of the format that the record is written in; 1 is the first, and the newest."
    )
    principles: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="What the partners hold to.")
    conditions: MayBeEmpty[Maybe[Text]] = Field(
        default_factory=list, description="On what terms they work together: voluntary, within available resources."
    )
    vision: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="What every child is to have.")
    focuses: MayBeEmpty[Focus] = Field(default_factory=list, description="What the partnership attends to.")
    commitments: MayBeEmpty[Commitment] = Field(
        default_factory=list, description="What the department will do nationally."
    )
    signatures: MayBeEmpty[Signature] = Field(
        default_factory=list, description="Who has agreed: the department and the association."
    )
