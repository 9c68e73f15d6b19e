"""The settings of a workspace: `config.yaml`, levels of rules and exemptions."""

from typing import Annotated, Literal

from pydantic import Field

from compactctl.documents.model import EMPTY_MAP, TRIMMED, Day, Maybe, MayBeEmpty, Model, Reference, Text, Year

RuleLevel = Annotated[Literal["error", "warning", "info", "off"], TRIMMED]


class Exemption(Model):
    """Findings that are let pass for a time, and why."""

    rule: Maybe[Reference] = Field(description="The rule's name, as findings show it.")
    file: Maybe[Text] = Field(description="The file, whole, within the data folder: compacts/rutland.yaml.")
    year: Year | None = Field(None, description="Only findings on the edition of this academic year.")
    until: Maybe[Day] = Field(description="The last day of the exemption; after it the finding is back.")
    reason: Maybe[Text] = Field(description="Why it is let pass, for those who read this later.")


class Config(Model):
    """Levels of rules, and exemptions."""

    levels: Annotated[dict[str, Maybe[RuleLevel]], EMPTY_MAP] = Field(
        default_factory=dict, description="How much a rule matters here: error, warning, info or off."
    )
    exemptions: MayBeEmpty[Exemption] = Field(
        default_factory=list, description="Findings that are let pass for a time."
    )
