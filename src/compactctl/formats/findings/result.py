"""What every format of findings is given, and what several of them ask of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from compactctl.finding import Finding, Level, Place
from compactctl.words import listed, number


class Scope(NamedTuple):
    """What a run is about, by names within the data folder: all of it, or what paths name.

    `documents` counts all that there are, `names` are those that the result is about, `stands_for` has the right names
    of files under wrong ones. `others` are the register and the settings where a path names them. `shown` holds the
    files whose findings are shown because they are named, None for all; `beneath` those on which the named ones rest,
    and which are broken.
    """

    documents: int
    names: tuple[str, ...]
    stands_for: Mapping[str, str] = {}
    others: tuple[str, ...] = ()
    shown: frozenset[str] | None = None
    beneath: frozenset[str] = frozenset()

    def shows(self, file: str) -> bool:
        """Return whether what is found of a file is shown, and counts for the exit code."""
        return self.shown is None or file in self.shown or file in self.beneath


@dataclass(frozen=True)
class FindingsResult:
    """The findings of a run, in order; `folder` is the data folder as shown, `scope` what the run is about.

    `rooted` is the data folder as those name it who look at files from the root of a repository.
    `selected` and `ignored` are the rules that the run was narrowed to, and those that it left out.
    `fails_from` is the level from which a finding makes the run fail, for formats that have a verdict.
    """

    folder: str
    rooted: str
    as_of: date
    scope: Scope
    findings: Sequence[Finding]
    statistics: bool = False
    fails_from: Level = Level.ERROR
    selected: Collection[str] = ()
    ignored: Collection[str] = ()

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each level."""
        counted = Counter(finding.level for finding in self.findings)
        return {str(level): counted[level] for level in Level}

    @cached_property
    def by_rule(self) -> list[tuple[str, int]]:
        """How many findings there are of each rule, most first."""
        return sorted(Counter(finding.rule for finding in self.findings).items(), key=lambda pair: (-pair[1], pair[0]))

    def worst_first(self) -> list[Finding]:
        """Return the errors, the warnings and the notes, each in their order."""
        return sorted(self.findings, key=lambda finding: finding.level.rank)

    def path(self, place: Place) -> str:
        """Return a file's path as it is shown."""
        return shown_path(self.folder, place.file)

    def rooted_path(self, place: Place) -> str:
        """Return a file's path from the root of the repository."""
        return shown_path(self.rooted, place.file)

    def fingerprints(self) -> Iterator[tuple[Finding, str]]:
        """Yield each finding with a fingerprint that stays when lines are added above it."""
        import hashlib

        seen: Counter[tuple[str, str, str]] = Counter()
        for finding in self.findings:
            key = (finding.rule, finding.place.file, finding.message)
            seen[key] += 1
            text = "\n".join((*key, str(seen[key])))
            yield finding, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def summary(self) -> str:
        """Return the last line: how much was found, in how many documents of how many."""
        beneath = [finding for finding in self.findings if finding.place.file in self.scope.beneath]
        others = [finding for finding in self.findings if finding.place.file not in self.scope.beneath]
        counted = f"{_counted(others)} in {self._places(others)}" if others else self._nothing()
        return f"{counted}, and {_counted(beneath)} in what they rest on" if beneath else counted

    def repairable(self) -> str | None:
        """Say how many of the findings 'compactctl fix' can repair, where it can repair any."""
        count, total = sum(finding.repair is not None for finding in self.findings), len(self.findings)
        if not count:
            return None
        some = f"{count:,} of these {total:,}" if count < total else f"all of these {total:,}"
        return f"'compactctl fix' can repair {some if total > 1 else 'this'}"

    def _nothing(self) -> str:
        """Return that nothing was found, of what was looked at: a run that was narrowed speaks for no other rule."""
        only = [rule for rule in sorted(self.selected) if rule not in self.ignored]
        narrowed = ""
        if self.selected:
            narrowed = f" (asked for: {listed(only) if only else 'no rule but those on files, schema and register'})"
        elif self.ignored:
            narrowed = f" (left out: {listed(sorted(self.ignored))})"
        return f"nothing to object to in {self.looked_at()}{narrowed}"

    def looked_at(self) -> str:
        """Return what was looked at: '15 documents', '1 of 15 documents'."""
        documents = number(self.scope.documents, "document")
        if self.scope.shown is None:
            return documents
        named = [f"{len(self.scope.names)} of {documents}"] if self.scope.names else []
        return listed([*named, *(shown_path(self.folder, name) for name in self.scope.others)])

    def _places(self, findings: Sequence[Finding]) -> str:
        """Return in how much of what was looked at these findings are."""
        names, total = self.scope.names, self.scope.documents
        files = {finding.place.file for finding in findings}
        touched = len({self.scope.stands_for.get(file, file) for file in files}.intersection(names))
        if self.scope.shown is None:
            return f"{touched} of {number(total, 'document')}"
        if not names:
            return listed(shown_path(self.folder, file) for file in sorted(files))
        return f"{touched} of the {number(len(names), 'document')} named, of {total:,}"


def _counted(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.level for finding in findings)
    return ", ".join(
        number(counts[level], "note" if level is Level.INFO else level) for level in Level if counts[level]
    )


def position(place: Place) -> str:
    """Return line and column as they stand behind a path, ':9:15'; nothing for a whole file."""
    return f":{place.span.line}:{place.span.column}" if place.span else ""


def shown_path(folder: str, file: str) -> str:
    """Return the path of a file of the data folder, as it is shown."""
    return file if folder == "." else f"{folder}/{file}"
