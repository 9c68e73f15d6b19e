"""The settings of a workspace: `config.yaml`, levels of rules and exemptions."""

from typing import Annotated, Literal

from pydantic import Field

from compactctl.documents.model import EMPTY_MAP, Day, Maybe, MayBeEmpty, Model, Reference, Text, Year

RuleLevel = Literal["error", "warning", "info", "off"]


class Exemption(Model):
    """Findings that are let pass for a time, and why."""

    rule: Maybe[Reference]
    file: Maybe[Text]
    year: Year | None = None
    until: Maybe[Day]
    reason: Maybe[Text]


class Config(Model):
    """Levels of rules, and exemptions."""

    levels: Annotated[dict[str, Maybe[RuleLevel]], EMPTY_MAP] = Field(default_factory=dict)
    exemptions: MayBeEmpty[Exemption] = Field(default_factory=list)
