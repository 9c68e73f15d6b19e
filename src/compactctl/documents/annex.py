"""An annex: `annex/2003-04.yaml`, the agenda of an academic year."""

from typing import Annotated

from pydantic import AfterValidator, Field

from compactctl.documents.model import (
    Entries,
    Id,
    Letter,
    Maybe,
    MayBeEmpty,
    Model,
    Name,
    Reference,
    Signature,
    Text,
    Truth,
    WholeNumber,
    Year,
)
from compactctl.documents.values import says_something


class OpenTo(Model):
    """Who may choose an area: regions and types must both match where both are given; authorities come on top."""

    regions: Entries[Maybe[Reference]] = Field(
        default_factory=list, description="Regions, as the register has them, like london."
    )
    types: Entries[Maybe[Reference]] = Field(
        default_factory=list, description="Types of authority, as the register has them, like county."
    )
    authorities: Entries[Maybe[Reference]] = Field(
        default_factory=list, description="Single authorities, as their files are named, on top of regions and types."
    )


class Area(Model):
    """A priority area of the agenda."""

    letter: Maybe[Letter] = Field(description="Its letter in this year: a to z, then aa, in order through the annex.")
    id: Maybe[Id] = Field(description="Its name across the years, by which compacts choose it.")
    title: Maybe[Name] = Field(description="What it is called.")
    summary: Maybe[Text] = Field(description="What it is about.")
    focuses: MayBeEmpty[Maybe[Reference]] = Field(
        default_factory=list, description="Which focuses of the statement it serves, by their ids."
    )
    open_to: Annotated[OpenTo, AfterValidator(says_something)] | None = Field(
        None, description="Who may choose it; without this every authority may."
    )
    named_locally: Truth | None = Field(
        None, description="true where each authority names issues of its own in this area."
    )
    origins: MayBeEmpty[Maybe[Reference]] = Field(
        default_factory=list, alias="from", description="The areas of the last annex that it takes the place of."
    )


class Group(Model):
    """A part of the agenda with aims of its own."""

    id: Maybe[Id] = Field(description="A short name for it.")
    title: Maybe[Name] = Field(description="What it is called.")
    aims: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="What its areas together are to reach.")
    areas: Entries[Area] = Field(description="The priority areas, in the order of their letters.")


class Retired(Model):
    """An area of the last annex that this one drops."""

    id: Maybe[Reference] = Field(description="The area's id in the last annex.")
    why: Maybe[Text] = Field(description="Why it goes no further.")


class Annex(Model):
    """The agenda of an academic year."""

    year: Maybe[Year] = Field(description="The academic year, like 2003/04; the file's name says the same.")
    title: Maybe[Name] = Field(description="What the annex is called.")
    note: Text | None = Field(None, description="Something that readers should know; reports show it.")
    sources: MayBeEmpty[Maybe[Text]] = Field(default_factory=list, description="Where the content comes from.")
    example: Truth | None = Field(
        None, description="true where it is made up to show how the record works; every output says so."
    )
    at_most: WholeNumber | None = Field(
        None, description="How many areas an edition should take up at most; without it half of those open to it."
    )
    groups: Entries[Group] = Field(description="The areas, in groups.")
    retired: MayBeEmpty[Retired] = Field(
        default_factory=list, description="Areas of the last annex that this one drops, and nothing takes the place of."
    )
    signatures: MayBeEmpty[Signature] = Field(
        default_factory=list, description="Who has agreed: the department and the association."
    )
