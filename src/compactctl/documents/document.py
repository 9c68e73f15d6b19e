"""A document: what a file's values make, its text, and what in it breaks the schema."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic, TypeVar

from pydantic_core import ValidationError

from compactctl.documents.content_base import Content
from compactctl.documents.kinds import DocumentKind
from compactctl.documents.partial import partial
from compactctl.documents.usual_words import meant_choice
from compactctl.documents.violations import SchemaViolation, keys_at, missing_key, unknown_key, value_at
from compactctl.documents.wrong_values import wrong_value
from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.files.reading import Value, finding
from compactctl.files.slips import Slip
from compactctl.files.source import KeyPath, Source
from compactctl.finding import Finding, Place, Repair

C = TypeVar("C", bound=Content)

Told = Callable[[], tuple[Finding, ...]]
"""Tells the findings on a document."""


@dataclass(slots=True)
class Document(Generic[C]):
    """A document that could be read.

    `broken` holds the paths at which it breaks the schema and the rule broken there; the content has None, or nothing
    at all, in those places. `findings` are those on the schema, `slips` what was typed otherwise than it was meant.
    """

    source: Source
    content: C
    broken: Mapping[KeyPath, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    slips: tuple[Slip, ...] = ()
    _inside: dict[KeyPath, str] = field(init=False, repr=False, default_factory=dict)
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

    def has_slip_at(self, place: Place) -> bool:
        """Tell whether something was typed otherwise than it was meant in the line of a place."""
        line = place.span.line if place.span else 0
        return any(slip.line <= line <= slip.end_line for slip in self.slips)

    def repair_of(self, rule: str, place: Place) -> Repair | None:
        """Return how the lines at a place should read, where a rule is broken there by a slip with one reading."""
        line = place.span.line if place.span else 0
        at = (slip.repair for slip in self.slips if slip.rule == rule and slip.line <= line <= slip.end_line)
        return next(filter(None, at), None)

    def is_whole(self, *path: str | int) -> bool:
        """Tell whether nothing at the path, above it or below it breaks the schema."""
        return self.rule_broken_at(*path) is None

    def rule_broken_at(self, *path: str | int) -> str | None:
        """Return the rule that is broken at the path, above it or below it, if any is."""
        above = (self.broken[path[:depth]] for depth in range(len(path)) if path[:depth] in self.broken)
        return next(above, self._inside.get(path))


def read_document(kind: DocumentKind[C], source: Source, value: Value) -> Document[C]:
    """Return the document that a file's values make, with a finding for all that breaks the schema."""
    document, tell = hold_against_schema(kind, source, value)
    document.findings = tell()
    return document


def hold_against_schema(kind: DocumentKind[C], source: Source, value: Value) -> tuple[Document[C], Told]:
    """Return the document that a file's values make, without its findings, and what tells these.

    They take as long as all the rest, since the places in the file are looked up for them.
    """
    try:
        return Document(source, kind.read(value)), tuple
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True, include_input=False)
    violations = [SchemaViolation(kind, source, value, _within(value, tuple(item["loc"])), item) for item in errors]
    broken = {violation.path: violation.rule for violation in violations}
    meant = dict(_meant(kind, value, broken))
    suggested = frozenset(meant.values())
    # An optional key that was probably meant is no absent one: nothing may be concluded from it.
    broken = dict.fromkeys(suggested, "unknown-key") | broken
    broken |= dict.fromkeys(_perhaps_meant(kind, value, broken), "unknown-key")
    document = Document(source, partial(kind.schema, value, broken), broken)
    return document, lambda: tuple(islice(_findings(violations, meant, suggested), MAXIMUM_FINDINGS + 1))


def _meant(kind: DocumentKind[Any], root: Value, broken: Mapping[KeyPath, str]) -> Iterator[tuple[KeyPath, KeyPath]]:
    """Yield the first unknown keys, those that become findings, each with the key that it was probably meant to be."""
    taken: set[KeyPath] = set()
    for path in islice(_unknown(broken), MAXIMUM_FINDINGS + 1):
        above = path[:-1]
        free = [key for key in _absent_keys(kind, root, above) if (*above, key) not in taken]
        missing = [key for key in free if broken.get((*above, key)) == "missing-key"]
        only = missing[0] if len(missing) == 1 else None
        word = str(path[-1])
        if key := meant_choice(word, free) or only:
            taken.add((*above, key))
            yield path, (*above, key)


def _perhaps_meant(kind: DocumentKind[Any], root: Value, broken: Mapping[KeyPath, str]) -> Iterator[KeyPath]:
    """Yield all absent keys of the parts whose unknown keys are too many for a finding each."""
    for above in dict.fromkeys(path[:-1] for path in islice(_unknown(broken), MAXIMUM_FINDINGS + 1, None)):
        yield from ((*above, key) for key in _absent_keys(kind, root, above))


def _absent_keys(kind: DocumentKind[Any], root: Value, path: KeyPath) -> list[str]:
    part = value_at(root, path)
    return [key for key in keys_at(kind, path) if key not in part]


def _unknown(broken: Mapping[KeyPath, str]) -> Iterator[KeyPath]:
    return (path for path, rule in broken.items() if rule == "unknown-key")


def _within(value: Value, path: KeyPath) -> KeyPath:
    """Cut a path where the values end: what Pydantic adds after that names a validator, not a place."""
    for depth, step in enumerate(path):
        if isinstance(value, dict):
            if step not in value:
                return path[: depth + 1]
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            return path[:depth]
    return path


def _findings(
    violations: Iterable[SchemaViolation], meant: Mapping[KeyPath, KeyPath], suggested: Collection[KeyPath]
) -> Iterator[Finding]:
    for violation in violations:
        source, path = violation.source, violation.path
        match violation.rule:
            case "missing-key" if path in suggested:
                pass  # the finding on the unknown key says what it was meant to be
            case "missing-key" as rule:
                yield finding(rule, missing_key(violation), source.first_key(path[:-1]))
            case "unknown-key" as rule:
                key = str(meant[path][-1]) if path in meant else None
                yield finding(rule, unknown_key(violation, key), source.key(path))
            case rule:
                yield finding(rule, wrong_value(violation), source.value(path))
