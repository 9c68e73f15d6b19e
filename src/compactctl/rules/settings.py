"""What settings do to findings: levels of rules, exemptions, what is wrong with both; and the rules that a run selects."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from compactctl.documents.content import Config
from compactctl.documents.document import Document
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import ANNEXES, COMPACTS, CONFIG
from compactctl.files.reading import finding
from compactctl.finding import Finding, Level
from compactctl.rules.names import is_untouchable, rule_names, suggestion
from compactctl.words import quoted
from compactctl.workspace.workspace import Workspace

_UNTOUCHABLE: Final = "where it finds something, nothing can be told, so it is mended there"


def wrong_settings(config: Document[Config] | None) -> Iterator[Finding]:
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
        if exemption.rule is not None and (wrong := _wrong_rule(exemption.rule)):
            yield finding("wrong-value", wrong, config.source.value(("exemptions", index, "rule")))


def damaged(workspace: Workspace) -> frozenset[str]:
    """Return the files of a workspace, but for its compacts, of which something is unreadable or means nothing."""
    has_wrong = any(True for _ in wrong_settings(workspace.config))
    return workspace.damaged | ({CONFIG} if has_wrong else set())


def _wrong_rule(name: str) -> str | None:
    """Say why there can be no exemption from a rule; nothing where there can."""
    if name not in rule_names():
        return f"there is no rule {quoted(name)}; {suggestion(name)}"
    if is_untouchable(name):
        return f"'{name}' cannot be exempted: {_UNTOUCHABLE}; delete this exemption"
    return None


def levels(config: Document[Config] | None) -> Mapping[str, str]:
    """Return the levels that count, by rule."""
    given = config.content.levels.items() if config else ()
    return {
        name: level for name, level in given if level is not None and name in rule_names() and not is_untouchable(name)
    }


def at_levels(findings: Iterable[Finding], given: Mapping[str, str]) -> Iterator[Finding]:
    """Yield findings at the levels that the settings give their rules, none of a rule that is off."""
    for item in findings:
        level = given.get(item.rule)
        if level is None:
            yield item
        elif level != "off":
            yield item._replace(level=Level(level))


class CountingExemption(NamedTuple):
    """An exemption that counts: which findings of which file, within the data folder, it lets pass.

    `year` is that of the edition, as findings have it; None for all.
    """

    rule: str
    file: str
    year: str | None


class Exemptions:
    """The exemptions that count on a day, and which of them have let a finding pass.

    `shown` is the data folder as it is shown.
    """

    def __init__(self, config: Document[Config] | None, shown: str, as_of: date) -> None:
        self._counting = dict(_counting(config, shown, as_of)) if config else {}
        self._used: set[CountingExemption] = set()

    def remaining(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that no exemption lets pass."""
        given = frozenset(self._counting.values())
        for item in findings:
            matching = given.intersection(_covering(item))
            self._used |= matching
            if not matching:
                yield item

    def unused(self) -> Iterator[tuple[int, CountingExemption]]:
        """Yield the exemptions that have let nothing pass so far, with their place in the list."""
        return ((index, exemption) for index, exemption in self._counting.items() if exemption not in self._used)


def _covering(finding: Finding) -> Iterator[CountingExemption]:
    """Yield the exemptions that would let a finding pass; none lets pass what is found of an exemption."""
    if rule_names()[finding.rule] != "exemptions":
        yield from (CountingExemption(finding.rule, finding.place.file, year) for year in {finding.year, None})


def _counting(config: Document[Config], shown: str, as_of: date) -> Iterator[tuple[int, CountingExemption]]:
    """Yield the exemptions that are whole, may be given, and are not over, with their place in the list."""
    for index, content in enumerate(config.content.exemptions):
        rule, file, until = content.rule, content.file, content.until
        if rule is None or file is None or until is None or not config.is_whole("exemptions", index):
            continue
        if until >= as_of and rule in rule_names() and not is_untouchable(rule):
            yield index, CountingExemption(rule, _within(file, shown), str(content.year) if content.year else None)


def _within(file: str, shown: str) -> str:
    """Return a file's name within the data folder, which may stand before it, as it is shown or by its own name."""
    # By its own name too, so that the working folder decides nothing.
    for folder in (shown, os.path.basename(os.path.abspath(shown))):  # noqa: PTH100, PTH119 - no file is looked at
        # A data folder may itself be called 'compacts': what is whole already stays.
        if file.startswith(f"{folder}/") and not (folder in (ANNEXES, COMPACTS) and file.count("/") == 1):
            return file.removeprefix(f"{folder}/")
    return file


class Selection(NamedTuple):
    """Which rules count: those selected, or all, but for those ignored.

    Those on files, the schema and the register count in any case: what rests on these cannot be told.
    """

    selected: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    def takes(self, rule: str) -> bool:
        """Tell whether findings of a rule count."""
        return is_untouchable(rule) or ((not self.selected or rule in self.selected) and rule not in self.ignored)


class Seen(NamedTuple):
    """What a `check_after` is given beside the run.

    `exemptions` know which of them let a finding pass so far. `editions` has the slug and year of each that there is,
    `unknown` the slugs of the compacts of whose editions no absence can be told, and of those that had ended. `damaged`
    names the documents of which something cannot be read.
    """

    selection: Selection
    exemptions: Exemptions
    editions: frozenset[tuple[str, AcademicYear]]
    unknown: frozenset[str]
    damaged: frozenset[str]
