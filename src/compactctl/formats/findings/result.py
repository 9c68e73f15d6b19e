"""What every format of findings is given, and what several of them ask of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from posixpath import splitext

from compactctl.finding import Finding, Level, Place
from compactctl.words import number


@dataclass(frozen=True)
class FindingsResult:
    """The findings of a run, in order; `folder` is the data folder as shown, `documents` how many were checked.

    `names` are the documents' names within the folder, for formats that list those without a finding too;
    `fails_from` is the level from which a finding makes the run fail, for formats that have a verdict.
    """

    folder: str
    as_of: date
    documents: int
    names: tuple[str, ...]
    findings: Sequence[Finding]
    statistics: bool = False
    fails_from: Level = Level.ERROR

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
        total = number(self.documents, "document")
        if not self.findings:
            return f"nothing to object to in {total}"
        parts = [number(count, level if level != "info" else "note") for level, count in self.counts.items() if count]
        touched = {_stem(finding.place.file) for finding in self.findings}.intersection(map(_stem, self.names))
        return f"{', '.join(parts)} in {len(touched)} of {total}"


def _stem(file: str) -> str:
    """Return what tells which document a file is, or would be under its right name."""
    return splitext(file)[0].casefold()


def shown_path(folder: str, file: str) -> str:
    """Return the path of a file of the data folder, as it is shown."""
    return file if folder == "." else f"{folder}/{file}"
