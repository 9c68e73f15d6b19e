"""From plain values to a document: the model, and what breaks the schema in an officer's words at its place."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic_core import ValidationError

from compactctl.documents.document import Document
from compactctl.documents.healing import Schema, bare, fields_by_key, heal
from compactctl.documents.kinds import DocumentKind
from compactctl.documents.values import ID_PATTERN
from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.files.reading import Blank, Value, finding
from compactctl.files.source import Path, Source
from compactctl.finding import Finding
from compactctl.words import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from compactctl.documents.model import Model

M = TypeVar("M", bound="Model")

_OTHER_WORDS: Final = {"reason": "why", "reasons": "why"}
"""What people often call a key, and its name."""
_RULES: Final = {"missing": "missing-key", "extra_forbidden": "unknown-key"}

_NOUNS: Final = {
    "focuses": "focus",
    "commitments": "commitment",
    "follow_up": "follow-up",
    "signatures": "signature",
    "groups": "group",
    "areas": "area",
    "retired": "retired area",
    "open_to": "'open_to'",
    "editions": "edition",
    "priorities": "priority",
    "contributions": "'contributions'",
    "asks": "ask",
    "levels": "'levels'",
    "exemptions": "exemption",
}


def read_document(kind: DocumentKind[M], source: Source, value: Value) -> Document[M]:
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
        _finding(kind, source, value, path, item, meant.get(path)) for path, item in told[: MAXIMUM_FINDINGS + 1]
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
        free = [key for key in _keys(kind, above) if key not in _value_at(root, above) and (*above, key) not in taken]
        missing = [key for key in free if broken.get((*above, key)) == "missing-key"]
        only = missing[0] if len(missing) == 1 else None
        word = _OTHER_WORDS.get(str(path[-1]))
        if key := word if word in free else did_you_mean(str(path[-1]), free) or only:
            taken.add((*above, key))
            yield path, (*above, key)


def _perhaps_meant(kind: DocumentKind[Any], root: Value, broken: Mapping[Path, str]) -> Iterator[Path]:
    """Yield all absent keys of the parts whose unknown keys are too many to be told one by one."""
    for above in dict.fromkeys(path[:-1] for path in islice(_unknown(broken), MAXIMUM_FINDINGS + 1, None)):
        yield from ((*above, key) for key in _keys(kind, above) if key not in _value_at(root, above))


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


def _finding(
    kind: DocumentKind[Any], source: Source, root: Value, path: Path, error: Mapping[str, Any], meant: Path | None
) -> Finding:
    rule = _rule(error)
    if rule == "missing-key":
        message = f"{quoted(str(path[-1]))} is missing from this {_noun(kind, path[:-1])}; add it"
        return finding(rule, message, source.first_key(path[:-1]))
    if rule == "unknown-key":
        return finding(rule, _unknown_key(kind, path, meant), source.key(path))
    return finding(rule, _wrong_value(kind, root, path, error), source.value(path))


def _noun(kind: DocumentKind[Any], path: Path) -> str:
    """Say in the field's words what a map in the document is."""
    key = next((step for step in reversed(path) if isinstance(step, str)), None)
    return _NOUNS.get(key or "", quoted(key) if key else kind.name)


def _unknown_key(kind: DocumentKind[Any], path: Path, meant: Path | None) -> str:
    start = f"{_indefinite(_noun(kind, path[:-1]))} has no key {quoted(str(path[-1]))}"
    return (
        f"{start}; did you mean '{meant[-1]}'?" if meant else f"{start}; its keys are {listed(_keys(kind, path[:-1]))}"
    )


def _indefinite(noun: str) -> str:
    return noun if noun.startswith("'") else f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _keys(kind: DocumentKind[Any], path: Path) -> list[str]:
    """Return the keys that the map at the path may have."""
    schema: Schema = kind.schema
    for step in path:
        schema = bare(schema)["items_schema"] if isinstance(step, int) else fields_by_key(schema)[step][1]
    return list(fields_by_key(schema))


def _value_at(root: Value, path: Path) -> Value:
    for step in path:
        root = root[step]
    return root


def _wrong_value(kind: DocumentKind[Any], root: Value, path: Path, error: Mapping[str, Any]) -> str:
    value = _value_at(root, path)
    name = _name(kind, path)
    if isinstance(value, Blank):
        what = "has no value" if value is Blank.NOTHING else "has no value but '~' or 'null'"
        return f"{name} {what}; write {_wanted(error)}, or take the key out if it is optional"
    if isinstance(value, dict | list) or not error["type"].startswith(("string", "literal", "enum", "value")):
        return _wrong_kind(name, value, error)
    return f"{name} is {quoted(value.strip()) if value.strip() else 'empty'}; {_reason(path, value, error)}"


def _name(kind: DocumentKind[Any], path: Path) -> str:
    if not path:
        return f"the {kind.name}"
    if isinstance(path[-1], str):
        return quoted(path[-1])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    noun = _NOUNS.get(key)
    return f"this {noun}" if noun else f"this entry of '{key}'"


def _wanted(error: Mapping[str, Any]) -> str:
    kind = error["type"]
    if kind == "list_type":
        return "a list below it, each entry on a line that begins with '- '"
    return "its keys below it" if kind in ("model_type", "dict_type") else "it after the colon"


_KINDS: Final = {
    "list_type": "a list is expected, each entry on a line that begins with '- '",
    "model_type": "keys with their values are expected",
    "dict_type": "keys with their values are expected",
}


def _wrong_kind(name: str, value: Value, error: Mapping[str, Any]) -> str:
    context = error.get("ctx", {})
    if error["type"] == "too_short":
        return f"{name} is an empty list; it needs at least one entry"
    if error["type"] == "too_long":
        return (
            f"{name} has {context.get('actual_length') or len(value):,} entries; {context['max_length']:,} is the limit"
        )
    if error["type"] == "value_error" and isinstance(value, dict):
        return f"in {name} {_told(error)}"
    if isinstance(value, dict) and not value:
        return f"{name} is an empty map; {_KINDS.get(error['type'], 'a text is expected')}"
    wanted = _KINDS.get(error["type"])
    if isinstance(value, dict) and wanted is None:
        return f"{name} is a map; a text is expected, and a text that holds a colon and a blank needs quotes around it"
    is_now = "a list" if isinstance(value, list) else "a map" if isinstance(value, dict) else "a text"
    return f"{name} is {is_now}; {wanted or 'a text is expected'}"


def _told(error: Mapping[str, Any]) -> str:
    return str(error["msg"]).removeprefix("Value error, ")


def _reason(path: Path, value: str, error: Mapping[str, Any]) -> str:
    context, kind = error.get("ctx", {}), error["type"]
    if kind == "string_too_short":
        return "write a text" if not value.strip() else f"at least {context['min_length']} characters are expected"
    if kind == "string_too_long":
        return f"it has {len(value.strip()):,} characters, and {context['max_length']:,} is the limit"
    if kind == "string_pattern_mismatch":
        return _pattern(path, context["pattern"])
    if kind in ("literal_error", "enum"):
        return f"one of {context['expected'].replace(chr(39), '').replace(' or ', ', ')} is expected"
    return _told(error)


def _pattern(path: Path, pattern: str) -> str:
    if pattern == ID_PATTERN:
        return "an id is lower-case letters and digits, words joined by '-'"
    if path[-1] == "letter":
        return "a letter is one or two lower-case letters, as in 'b' or 'aa'"
    return "a term is short or medium (or TODO in a draft)"
