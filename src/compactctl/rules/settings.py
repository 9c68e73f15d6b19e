"""What the workspace's settings do to findings: levels of rules and exemptions, and what is wrong with both."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from compactctl.documents.content import Config
from compactctl.documents.document import Document
from compactctl.files.listing import ANNEXES, COMPACTS
from compactctl.files.reading import finding
from compactctl.finding import Finding, Level
from compactctl.rules.names import is_untouchable, rule_names, suggestion
from compactctl.words import quoted

_UNTOUCHABLE: Final = "where it finds something, nothing can be told, so it is mended there"


def wrong_settings(config: "Document[Config] | None") -> Iterator[Finding]:
    """Yield what the schema cannot tell: unknown rules, and rules that cannot be given a level or exempted."""
    if config is None:
        return
    for name in config.content.levels:
        if name not in rule_names():
            message = f"there is no rule {quoted(name)}; {suggestion(name)}"
            yield finding("unknown-key", message, config.source.key(("levels", name)))
        elif is_untouchable(name):
            message = f"'{name}' cannot be given another level: {_UNTOUCHABLE}; delete this line"
            yield finding("wrong-value", message, config.source.value(("levels", name)))
    for index, exemption in enumerate(config.content.exemptions):
        if exemption.rule is not None and (trouble := _trouble(exemption.rule)):
            yield finding("wrong-value", trouble, config.source.value(("exemptions", index, "rule")))


def _trouble(name: str) -> str | None:
    if name not in rule_names():
        return f"there is no rule {quoted(name)}; {suggestion(name)}"
    if is_untouchable(name):
        return f"'{name}' cannot be exempted: {_UNTOUCHABLE}; delete this exemption"
    return None


def levels(config: "Document[Config] | None") -> Mapping[str, str]:
    """Return the levels that count, by rule."""
    given = config.content.levels.items() if config else ()
    return {
        name: level for name, level in given if level is not None and name in rule_names() and not is_untouchable(name)
    }


def at_level(found: Finding, given: Mapping[str, str]) -> Finding | None:
    """Return the finding at the level that the settings give its rule; None where that is off."""
    level = given.get(found.rule)
    if level is None:
        return found
    return None if level == "off" else found._replace(level=Level(level))


class Exemption(NamedTuple):
    """An exemption that counts: which findings of which file, within the data folder, it lets pass.

    `year` is that of the edition, as findings have it; None for all.
    """

    rule: str
    file: str
    year: str | None


def covering(found: Finding) -> Iterator[Exemption]:
    """Yield the exemptions that would let a finding pass; none lets pass what is found of an exemption."""
    if rule_names()[found.rule] != "exemptions":
        yield from (Exemption(found.rule, found.place.file, year) for year in {found.year, None})


def exemptions(config: "Document[Config] | None", shown: str, as_of: date) -> Mapping[int, Exemption]:
    """Return the exemptions that count today, by their place in the list; `shown` is the data folder as it is shown."""
    return {
        index: Exemption(content.rule, _within(content.file, shown), str(content.year) if content.year else None)
        for index, content in enumerate(config.content.exemptions if config else ())
        if config is not None
        and config.is_whole("exemptions", index)
        and content.until is not None
        and content.until >= as_of
        and content.file is not None
        and content.rule is not None
        and content.rule in rule_names()
        and not is_untouchable(content.rule)
    }


def _within(file: str, shown: str) -> str:
    """Return a file's name within the data folder, which may stand before it, as it is shown or by its own name."""
    # By its own name too, so that the working folder decides nothing.
    for folder in (shown, os.path.basename(os.path.abspath(shown))):  # noqa: PTH100, PTH119 - no file is looked at
        # A data folder may itself be called 'compacts': what is whole already stays.
        if file.startswith(f"{folder}/") and not (folder in (ANNEXES, COMPACTS) and file.count("/") == 1):
            return file.removeprefix(f"{folder}/")
    return file
