"""The Statement of Intent: `statement.yaml`, one a workspace."""

from pydantic import Field

from compactctl.documents.model import Day, Entries, Id, Maybe, MayBeEmpty, Model, Name, Signature, Text


class Focus(Model):
    """One of the areas of work that the statement puts at the centre."""

    id: Maybe[Id]
    title: Maybe[Name]


class Commitment(Model):
    """What the department will do nationally."""

    id: Maybe[Id]
    text: Maybe[Text]
    due: Day | None = None


class Statement(Model):
    """What department and association intend to do in partnership."""

    title: Maybe[Name]
    note: Text | None = None
    sources: MayBeEmpty[Maybe[Text]] = Field(default_factory=list)
    vision: Entries[Maybe[Text]]
    focuses: Entries[Focus]
    commitments: Entries[Commitment]
    signatures: MayBeEmpty[Signature] = Field(default_factory=list)
