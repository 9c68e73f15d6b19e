"""From plain values to a document: the model, and what breaks the schema at its place."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final, TypeVar

from pydantic_core import ValidationError

from compactctl.documents.breaks import Broken, missing_name, names_at, unknown_name, value_at, wrong_value
from compactctl.documents.document import Document
from compactctl.documents.healing import heal
from compactctl.documents.kinds import DocumentKind
from compactctl.documents.part import Part
from compactctl.documents.usual_words import usual_word
from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.files.reading import Value, finding
from compactctl.files.source import Path, Source
from compactctl.finding import Finding
from compactctl.words import did_you_mean

P = TypeVar("P", bound=Part)

_RULES: Final = {"missing": "missing-key", "extra_forbidden": "unknown-key"}


def read_document(kind: DocumentKind[P], source: Source, value: Value) -> Document[P]:
    """Return the document that a file's values make, with a finding for all that breaks the schema."""
    try:
        return Document(source, kind.read(value))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True, include_input=False)
    placed = [(_within(value, tuple(item["loc"])), item) for item in errors]
    broken = {path: _rule(item) for path, item in placed}
    meant = dict(_meant(kind, value, broken))
    suggested = frozenset(meant.values())
    told = [(path, item) for path, item in placed if not (_rule(item) == "missing-key" and path in suggested)]
    findings = tuple(
        _finding(Broken(kind, source, value, path, item), meant.get(path))
        for path, item in told[: MAXIMUM_FINDINGS + 1]
    )
    # An optional key that was probably meant is no absent one: nothing may be concluded from it.
    broken = dict.fromkeys(suggested, "unknown-key") | broken
    broken |= dict.fromkeys(_perhaps_meant(kind, value, broken), "unknown-key")
    return Document(source, heal(kind.schema, value, broken), broken, findings)


def _meant(kind: DocumentKind[Any], root: Value, broken: Mapping[Path, str]) -> Iterator[tuple[Path, Path]]:
    """Yield the first unknown keys that are told, each with the key that it was probably meant to be."""
    taken: set[Path] = set()
    for path in islice(_unknown(broken), MAXIMUM_FINDINGS + 1):
        above = path[:-1]
        free = [key for key in names_at(kind, above) if key not in value_at(root, above) and (*above, key) not in taken]
        missing = [key for key in free if broken.get((*above, key)) == "missing-key"]
        only = missing[0] if len(missing) == 1 else None
        word = str(path[-1])
        if key := usual_word(word, free) or did_you_mean(word, free) or only:
            taken.add((*above, key))
            yield path, (*above, key)


def _perhaps_meant(kind: DocumentKind[Any], root: Value, broken: Mapping[Path, str]) -> Iterator[Path]:
    """Yield all absent keys of the parts whose unknown keys are too many to be told one by one."""
    for above in dict.fromkeys(path[:-1] for path in islice(_unknown(broken), MAXIMUM_FINDINGS + 1, None)):
        yield from ((*above, key) for key in names_at(kind, above) if key not in value_at(root, above))


def _unknown(broken: Mapping[Path, str]) -> Iterator[Path]:
    return (path for path, rule in broken.items() if rule == "unknown-key")


def _within(value: Value, path: Path) -> Path:
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


def _rule(error: Mapping[str, Any]) -> str:
    return _RULES.get(error["type"], "wrong-value")


def _finding(broken: Broken, meant: Path | None) -> Finding:
    rule, source, path = _rule(broken.error), broken.source, broken.path
    if rule == "missing-key":
        return finding(rule, missing_name(broken), source.first_key(path[:-1]))
    if rule == "unknown-key":
        return finding(rule, unknown_name(broken, str(meant[-1]) if meant else None), source.key(path))
    return finding(rule, wrong_value(broken), source.value(path))
