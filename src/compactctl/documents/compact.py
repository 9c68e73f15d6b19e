"""A compact: `compacts/hampshire.yaml`, what one authority and the department agree, an edition a year."""

from typing import Annotated

from pydantic import Field

from compactctl.documents.model import (
    EMPTY_MAP,
    Day,
    Entries,
    Maybe,
    MayBeEmpty,
    Model,
    Reference,
    Signature,
    Term,
    Text,
    Year,
)


class Contributions(Model):
    """What each side will do for a priority."""

    authority: MayBeEmpty[Maybe[Text]] = Field(default_factory=list)
    department: MayBeEmpty[Maybe[Text]] = Field(default_factory=list)


class Priority(Model):
    """An area that matters most here, or one local issue of an area that is named locally."""

    area: Maybe[Reference]
    issue: Text | None = None
    term: Maybe[Term]
    why: Maybe[Text]
    contributions: Annotated[Contributions, EMPTY_MAP] = Field(default_factory=Contributions)


class Ask(Model):
    """A change to national policy or practice that the authority asks for."""

    text: Maybe[Text]
    area: Reference | None = None


class Edition(Model):
    """A compact's part for one academic year."""

    year: Maybe[Year]
    note: Text | None = None
    review_by: Day | None = None
    priorities: MayBeEmpty[Priority] = Field(default_factory=list)
    asks: MayBeEmpty[Ask] = Field(default_factory=list)
    signatures: MayBeEmpty[Signature] = Field(default_factory=list)


class Compact(Model):
    """What one authority and the department agree, year by year."""

    authority: Maybe[Reference]
    note: Text | None = None
    sources: MayBeEmpty[Maybe[Text]] = Field(default_factory=list)
    editions: Entries[Edition]
