"""What the workspace's settings do to findings: levels of rules and exemptions, and what is wrong with both."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from compactctl.documents.document import Document
from compactctl.files.reading import finding
from compactctl.finding import Finding, Level
from compactctl.rules.names import is_untouchable, rule_names, suggestion
from compactctl.words import quoted

if TYPE_CHECKING:
    from compactctl.documents.config import Config, Exemption


def wrong_settings(config: "Document[Config] | None") -> Iterator[Finding]:
    """Yield what the schema cannot tell: unknown rules, and rules that cannot be turned off or exempted."""
    if config is None:
        return
    for name, level in config.content.levels.items():
        if name not in rule_names():
            message = f"there is no rule {quoted(name)}; {suggestion(name)}"
            yield finding("unknown-key", message, config.source.key(("levels", name)))
        elif level == "off" and is_untouchable(name):
            message = (
                f"'{name}' cannot be turned off: what it finds cannot be read as anything; mend it where it is found"
            )
            yield finding("wrong-value", message, config.source.value(("levels", name)))
    for index, exemption in enumerate(config.content.exemptions):
        if exemption.rule is not None and (trouble := _trouble(exemption.rule)):
            yield finding("wrong-value", trouble, config.source.value(("exemptions", index, "rule")))


def _trouble(name: str) -> str | None:
    if name not in rule_names():
        return f"there is no rule {quoted(name)}; {suggestion(name)}"
    if is_untouchable(name):
        return f"'{name}' cannot be exempted: what it finds cannot be read as anything; mend it where it is found"
    return None


def levels(config: "Document[Config] | None") -> Mapping[str, str]:
    """Return the levels that count, by rule."""
    given = config.content.levels.items() if config else ()
    return {
        name: level
        for name, level in given
        if level is not None and name in rule_names() and not (level == "off" and is_untouchable(name))
    }


def at_level(found: Finding, given: Mapping[str, str]) -> Finding | None:
    """Return the finding at the level that the settings give its rule; None where that is off."""
    level = given.get(found.rule)
    if level is None:
        return found
    return None if level == "off" else found._replace(level=Level(level))


def exemptions(config: "Document[Config] | None", as_of: date) -> "Mapping[int, Exemption]":
    """Return the exemptions that count today, by their place in the list."""
    if config is None:
        return {}
    return {
        index: exemption
        for index, exemption in enumerate(config.content.exemptions)
        if config.is_whole("exemptions", index)
        and exemption.until is not None
        and exemption.until >= as_of
        and exemption.rule is not None
        and _trouble(exemption.rule) is None
    }


def is_exempt(found: Finding, exemption: "Exemption") -> bool:
    """Tell whether an exemption lets a finding pass; its file is named as in the output, or within the data folder."""
    if found.rule != exemption.rule or not f"/{exemption.file}".endswith(f"/{found.place.file}"):
        return False
    return exemption.year is None or found.year == str(exemption.year)
