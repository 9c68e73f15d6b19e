"""Which files a data folder holds, and which of them are none of its documents.

The two folders are listed flatly and every entry is judged: a file that were skipped in silence would be a compact
that nobody checks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from compactctl.files.reading import finding
from compactctl.files.trees import Entry, Tree
from compactctl.finding import Finding, Place
from compactctl.words import quoted

ANNEXES: Final = "annex"
COMPACTS: Final = "compacts"
SINGLE_FILES: Final = ("statement.yaml", "config.yaml", "authorities.csv")

_YAML: Final = (".yaml", ".yml")
_SINGLE_NAME: Final = re.compile(r"(statement|config)\.ya?ml|authorities\.csv|annex|compacts", re.IGNORECASE)

IsName = Callable[[str], str | None]
"""Says what is wrong with the stem of a file's name, or nothing."""


@dataclass(slots=True)
class Folder:
    """What one of the two folders holds: names of documents, stems of those that are there and broken, findings."""

    names: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    lost: bool = False
    """The folder itself is misnamed or cannot be listed, so that what it holds is not known."""


@dataclass(slots=True)
class Listing:
    """A data folder: its folders, which single files are there, those that stand under a wrong name, findings."""

    folders: Mapping[str, Folder]
    present: frozenset[str]
    misnamed: frozenset[str]
    findings: list[Finding]


def list_data(tree: Tree, is_name: Mapping[str, IsName]) -> Listing:
    """List a data folder; `is_name` judges the stems of names in `annex` and `compacts`. Raises OSError."""
    found = {entry.name: entry for entry in tree.entries("")}
    findings = [_misnamed(name) for name in sorted(found) if _is_misnamed(name)]
    folders = {name: _folder(tree, found.get(name), is_name[name]) for name in (ANNEXES, COMPACTS)}
    misnamed = {_right_name(name) for name in found if _is_misnamed(name)}.difference(found)
    for name in misnamed.intersection(folders):
        folders[name].lost = True
    return Listing(folders, frozenset(found).intersection(SINGLE_FILES), frozenset(misnamed), findings)


def _is_misnamed(name: str) -> bool:
    return bool(_SINGLE_NAME.fullmatch(name)) and name not in (*SINGLE_FILES, ANNEXES, COMPACTS)


def _misnamed(name: str) -> Finding:
    message = f"this is not read, since its name is not written '{_right_name(name)}'; rename it"
    return finding("misplaced-file", message, Place(name))


def _right_name(name: str) -> str:
    return re.sub(r"\.yml$", ".yaml", name.lower())


def _folder(tree: Tree, entry: Entry | None, is_name: IsName) -> Folder:
    if entry is None:
        return Folder()
    if entry.kind != "a folder":
        message = f"'{entry.name}' is {entry.kind} and is not read; a folder of that name holds the documents"
        return Folder(findings=[finding("misplaced-file", message, Place(entry.name))], lost=True)
    try:
        inside = sorted(tree.entries(entry.name), key=lambda inner: inner.name)
    except OSError as error:
        message = f"the folder '{entry.name}' cannot be listed: {error.strerror}; ask for permission to read it"
        return Folder(findings=[finding("unreadable", message, Place(entry.name))], lost=True)
    return _judged(inside, entry.name, is_name)


def _judged(entries: Iterable[Entry], folder_name: str, is_name: IsName) -> Folder:
    folder = Folder()
    entries = [entry for entry in entries if not _is_left_alone(entry)]
    twins = _twins(entry.name for entry in entries)
    for entry in entries:
        stem, ending = PurePath(entry.name).stem, PurePath(entry.name).suffix
        trouble = _trouble(entry, stem, ending, is_name, twins)
        if trouble is None:
            folder.names.append(stem)
            continue
        folder.findings.append(finding("misplaced-file", trouble, Place(f"{folder_name}/{entry.name}")))
        if ending and is_name(stem) is None:
            folder.broken.add(stem)
    folder.broken.difference_update(folder.names)
    return folder


def _is_left_alone(entry: Entry) -> bool:
    if entry.name == "README.md":
        return entry.kind == "a plain file"
    return entry.name.startswith(".") and not entry.name.lower().endswith(_YAML)


def _trouble(entry: Entry, stem: str, ending: str, is_name: IsName, twins: Mapping[str, str]) -> str | None:
    """Say why a file is none of the documents, or nothing where it is one."""
    if entry.kind != "a plain file":
        return (
            f"this is {entry.kind} and is not read; only plain files belong here, so move it or put a file in its place"
        )
    if ending == ".yaml" and (trouble := is_name(stem)) is None:
        return None
    if entry.name in twins and twins[entry.name] != entry.name:
        return (
            f"this is not read: its name differs from {quoted(twins[entry.name])} only in capitals; keep one of the two"
        )
    if ending != ".yaml":
        rename = f"rename it to {quoted(stem + '.yaml')}, or " if is_name(stem) is None else ""
        return f"this is not read: its name does not end in '.yaml'; {rename}move it out"
    return f"this is not read: {trouble}; rename it, or move it out"


def _twins(names: Iterable[str]) -> Mapping[str, str]:
    """For each name of which there is another that differs in case only, the one that is nearest to being right."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(name.casefold(), []).append(name)
    return dict(_pairs(group for group in alike.values() if len(group) > 1))


def _pairs(groups: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for group in groups:
        right = next((name for name in group if name == name.lower()), max(group))
        yield from ((name, right) for name in group)
