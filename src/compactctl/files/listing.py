"""Which files a data folder holds, and which of them are none of its documents.

The two folders are listed flatly and every entry is judged: a file that were skipped in silence would be a compact
that nobody checks.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final, NamedTuple

from compactctl.files.data_folder import ANNEXES, COMPACTS, SINGLE_FILES, document_file
from compactctl.files.reading import finding
from compactctl.files.trees import FolderEntry, Tree
from compactctl.finding import Finding, Place
from compactctl.words import quoted

_YAML: Final = (".yaml", ".yml")
_WRITTEN_AS_YAML: Final = re.compile(r"(.+?)(\.ya?ml(\.txt)?)", re.IGNORECASE)
"""A name with the ending of a document, or one that an editor made of it, and what stands before."""
_SINGLE_NAME: Final = re.compile(
    r"(statement|config)\.ya?ml(\.txt)?|authorities\.csv(\.csv|\.txt)?|(?P<annexes>annexe?s?)|(?P<compacts>compacts?)",
    re.IGNORECASE,
)
_COPY: Final = re.compile(r".*(~|\.bak|\.orig|\.tmp|\.swp)", re.IGNORECASE)
_OF_A_SYSTEM: Final = re.compile(r"desktop\.ini|thumbs\.db", re.IGNORECASE)

_OF_OFFICES: Final = {
    ".doc": "this is a Word document, which is not read",
    ".docx": "this is not read here: a Word form is taken in with 'compactctl import'",
    ".xls": "this is a workbook; 'compactctl report' makes them, and none is read",
    ".xlsx": "this is a workbook; 'compactctl report' makes them, and none is read",
    ".pdf": "this is a printed document, which is not read",
}

IsName = Callable[[str], str | None]
"""Says what is wrong with the stem of a file's name, or nothing."""


@dataclass(slots=True)
class Folder:
    """What one of the two folders holds: names of documents, and findings.

    `meant` has the files under a wrong name or in a wrong place, and the stems of the documents that they stand for.
    """

    names: list[str] = field(default_factory=list)
    meant: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    lost: bool = False
    """The folder itself is misnamed or cannot be listed, so that what it holds is not known."""

    @property
    def broken(self) -> frozenset[str]:
        """The stems of the documents that are there under a wrong name, or in a wrong place, alone."""
        return frozenset(self.meant.values()).difference(self.names)


@dataclass(slots=True)
class FolderListing:
    """A data folder: its folders, which single files are there, those that stand under a wrong name, findings.

    `misnamed` has the single files, and the folders, that stand under a wrong name, and their right ones.
    `strays` are names in the data folder itself that end like those of documents and are none of its own: whose they
    are can be told only by who knows the authorities.
    """

    folders: Mapping[str, Folder]
    present: frozenset[str]
    misnamed: Mapping[str, str]
    strays: tuple[str, ...]
    findings: list[Finding]


def list_data(tree: Tree, is_name: Mapping[str, IsName]) -> FolderListing:
    """List a data folder; `is_name` judges the stems of names in `annex` and `compacts`. Raises OSError."""
    present = {entry.name: entry for entry in tree.entries("")}
    findings = [_misnamed(name, present) for name in sorted(present) if _is_misnamed(name)]
    folders = {name: _folder(tree, present.get(name), is_name[name]) for name in (ANNEXES, COMPACTS)}
    misnamed = {name: _right_name(name) for name in sorted(present) if _is_misnamed(name)}
    for name in {*folders}.intersection(misnamed.values()).difference(present):
        folders[name].lost = True
    strays = tuple(name for name in sorted(present) if _is_stray(name))
    return FolderListing(folders, frozenset(present).intersection(SINGLE_FILES), misnamed, strays, findings)


def stem_of_stray(name: str) -> str:
    """Return what stands before the ending of a stray, in small letters."""
    match = _WRITTEN_AS_YAML.fullmatch(name)
    return (match[1] if match else name).lower()


def place_stray(listing: FolderListing, name: str, folder_name: str | None) -> Finding:
    """Put a stray where it belongs, into one of the folders or nowhere, and return what is wrong with it."""
    if folder_name is None:
        message = (
            f"this is not read: '{ANNEXES}' holds the annexes, named after their years, and '{COMPACTS}' the compacts,"
            " named after their authorities; move it there under its right name, or out of the data folder"
        )
    else:
        folder, stem = listing.folders[folder_name], stem_of_stray(name)
        right = document_file(folder_name, stem)
        if stem in folder.meant.values() and stem not in folder.names:
            message = (
                f"this is not read, and another file stands for '{right}' too; keep one of them there, and no other"
            )
        elif stem in folder.names:
            message = _beside(right)
        else:
            message = f"this is not read where it lies: move it to '{right}'"
        folder.meant[name] = stem
    return finding("misplaced-file", message, Place(name))


def forget_others(folder: Folder, stems: Collection[str]) -> None:
    """Take what other programs write for none of the documents, unless it has the stem of one: a report, or notes."""
    folder.meant = {
        file: stem for file, stem in folder.meant.items() if stem in stems or _WRITTEN_AS_YAML.fullmatch(file)
    }


def _beside(right: str) -> str:
    return f"this is not read, and '{right}' is there too; keep what is right in that, and take this one out"


def _is_stray(name: str) -> bool:
    # A program's own settings, such as those of pre-commit, begin with a dot, and no document does.
    is_hidden = name.startswith(".")
    return bool(_WRITTEN_AS_YAML.fullmatch(name)) and not is_hidden and not _SINGLE_NAME.fullmatch(name)


def _is_misnamed(name: str) -> bool:
    return bool(_SINGLE_NAME.fullmatch(name)) and name not in (*SINGLE_FILES, ANNEXES, COMPACTS)


def _misnamed(name: str, present: Collection[str]) -> Finding:
    right = _right_name(name)
    if right in present:
        message = _beside(right)
    elif rivals := [
        other for other in present if other != name and _is_misnamed(other) and _right_name(other) == right
    ]:
        message = (
            f"this is not read, and '{min(rivals)}' is there too; keep one of them as '{right}', and take the other out"
        )
    else:
        message = f"this is not read, since its name is not written '{right}'; rename it"
    return finding("misplaced-file", message, Place(name))


def _right_name(name: str) -> str:
    match = _SINGLE_NAME.fullmatch(name)
    if match and (match["annexes"] or match["compacts"]):
        return ANNEXES if match["annexes"] else COMPACTS
    stem = name.lower().partition(".")[0]
    return next(right for right in SINGLE_FILES if right.startswith(f"{stem}."))


def _folder(tree: Tree, entry: FolderEntry | None, is_name: IsName) -> Folder:
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


def _judged(entries: Iterable[FolderEntry], folder_name: str, is_name: IsName) -> Folder:
    folder = Folder()
    entries = [entry for entry in entries if not _is_left_alone(entry)]
    others: _Others | None = None  # looked at only where something is wrong
    for entry in entries:
        reason = _reason(entry, is_name)
        if reason is None:
            folder.names.append(PurePath(entry.name).stem)
            continue
        others = others or _others([other.name for other in entries], is_name)
        stem = _stands_for(entry.name, is_name)
        message = _message(entry, reason, stem, others)
        file = f"{folder_name}/{entry.name}"
        folder.findings.append(finding("misplaced-file", message, Place(file)))
        if stem is not None:
            folder.meant[file] = stem
    return folder


class _Others(NamedTuple):
    """What else lies in a folder: twins by name, and by stem the files written as YAML that stand for a document."""

    twins: Mapping[str, str]
    standing: Mapping[str, list[str]]


def _others(names: Sequence[str], is_name: IsName) -> _Others:
    standing: dict[str, list[str]] = {}
    for name in names:
        if _WRITTEN_AS_YAML.fullmatch(name) and (stem := _stands_for(name, is_name)) is not None:
            standing.setdefault(stem, []).append(name)
    return _Others(_twins(names), standing)


def _stands_for(name: str, is_name: IsName) -> str | None:
    """Return the stem of the document that a misplaced file probably is, if its name says so."""
    match = _WRITTEN_AS_YAML.fullmatch(name)
    stem = match[1].lower() if match else PurePath(name).stem
    has_ending = bool(match or PurePath(name).suffix)
    return stem if has_ending and not _OF_A_SYSTEM.fullmatch(name) and is_name(stem) is None else None


def _is_left_alone(entry: FolderEntry) -> bool:
    if entry.name == "README.md":
        return entry.kind == "a plain file"
    return entry.name.startswith(".") and not entry.name.lower().endswith(_YAML)


def _reason(entry: FolderEntry, is_name: IsName) -> str | None:
    """Say why a file is none of the documents; nothing where it is one."""
    if entry.kind != "a plain file":
        return f"this is {entry.kind} and is not read"
    path = PurePath(entry.name)
    return is_name(path.stem) if path.suffix == ".yaml" else "its name does not end in '.yaml'"


def _message(entry: FolderEntry, reason: str, stem: str | None, others: _Others) -> str:
    """Say why a file is none of the documents, and what to do; `stem` is that of the one that it stands for."""
    if entry.kind != "a plain file":
        return f"{reason}; only plain files belong here, so move it or put a file in its place"
    twin = others.twins.get(entry.name, entry.name)
    if twin != entry.name:
        return f"this is not read: its name differs from {quoted(twin)} only in capitals; keep one of the two"
    return _foreign(entry.name) or f"this is not read: {reason}; {_advice(entry.name, stem, others)}"


def _foreign(name: str) -> str | None:
    """Say what a file is that some program or office made, and nobody meant for a document."""
    if _COPY.fullmatch(name) or _OF_A_SYSTEM.fullmatch(name):
        return "this is not read: it is a copy, or something of its own, that a program left here; move it out"
    what = _OF_OFFICES.get(PurePath(name).suffix.lower())
    return f"{what}; move it out" if what else None


def _advice(name: str, stem: str | None, others: _Others) -> str:
    standing = others.standing.get(stem or "", [])
    if name not in standing:
        return "rename it, or move it out" if name.endswith(".yaml") else "move it out"
    right = f"{stem}.yaml"
    if right in standing:
        return f"{quoted(right)} is there too, so keep what is right in that, and move this one out"
    if rivals := [other for other in standing if other != name]:
        return f"{quoted(min(rivals))} is there too, so keep one of them as {quoted(right)}, and move the other out"
    return f"rename it to {quoted(right)}, or move it out"


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
