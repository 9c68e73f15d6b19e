"""One file that has become a document: its content, its text, and what in it is broken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from compactctl.documents.part import Part
from compactctl.files.source import Path, Source
from compactctl.finding import Finding

P = TypeVar("P", bound=Part)


@dataclass(slots=True)
class Document(Generic[P]):
    """A document that could be read.

    `broken` holds the paths at which it breaks the schema and the rule broken there; the content has None, or nothing
    at all, in those places. `findings` are those on the schema.
    """

    source: Source
    content: P
    broken: Mapping[Path, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    _inside: dict[Path, str] = field(init=False, repr=False, default_factory=dict)
    """The first rule broken at or below each place that has one."""

    def __post_init__(self) -> None:
        for place, rule in self.broken.items():
            for depth in range(len(place) + 1):
                self._inside.setdefault(place[:depth], rule)

    @property
    def name(self) -> str:
        """The file's name within the data folder."""
        return self.source.name

    @property
    def is_example(self) -> bool:
        """Whether it is made up, to show how the record works; also where it cannot be read what it says of that."""
        values = self.content.by_key()
        return "example" in values and (bool(values["example"]) or ("example",) in self.broken)

    def is_whole(self, *path: str | int) -> bool:
        """Tell whether nothing at the path, above it or below it breaks the schema."""
        return self.rule_broken_at(*path) is None

    def rule_broken_at(self, *path: str | int) -> str | None:
        """Return the rule that is broken at the path, above it or below it, if any is."""
        above = (self.broken[path[:depth]] for depth in range(len(path)) if path[:depth] in self.broken)
        return next(above, self._inside.get(path))
