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
    Year,
)


class OpenTo(Model):
    """Who may choose an area: regions and types must both match where both are given; authorities come on top."""

    regions: Entries[Maybe[Reference]] = Field(default_factory=list)
    types: Entries[Maybe[Reference]] = Field(default_factory=list)
    authorities: Entries[Maybe[Reference]] = Field(default_factory=list)


def _says_something(open_to: OpenTo) -> OpenTo:
    if open_to.regions or open_to.types or open_to.authorities:
        return open_to
    message = "nothing is given; name regions, types or authorities, or leave 'open_to' out"
    raise ValueError(message)


class Area(Model):
    """A priority area of the agenda."""

    letter: Maybe[Letter]
    id: Maybe[Id]
    title: Maybe[Name]
    summary: Maybe[Text]
    focuses: MayBeEmpty[Maybe[Reference]] = Field(default_factory=list)
    open_to: Annotated[OpenTo, AfterValidator(_says_something)] | None = None
    named_locally: Truth | None = None
    origins: MayBeEmpty[Maybe[Reference]] = Field(default_factory=list, alias="from")


class Group(Model):
    """A part of the agenda with aims of its own."""

    id: Maybe[Id]
    title: Maybe[Name]
    aims: MayBeEmpty[Maybe[Text]] = Field(default_factory=list)
    areas: Entries[Area]


class Retired(Model):
    """An area of the last annex that this one drops."""

    id: Maybe[Reference]
    why: Maybe[Text]


class Annex(Model):
    """The agenda of an academic year."""

    year: Maybe[Year]
    title: Maybe[Name]
    note: Text | None = None
    sources: MayBeEmpty[Maybe[Text]] = Field(default_factory=list)
    groups: Entries[Group]
    retired: MayBeEmpty[Retired] = Field(default_factory=list)
    signatures: MayBeEmpty[Signature] = Field(default_factory=list)
