"""Opens a workspace: lists the folder, and reads all but the compacts; or says where a data folder may lie."""

import itertools
import os
import shlex
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from compactctl.documents import kinds
from compactctl.documents.content import Annex, Statement
from compactctl.documents.content_base import Content
from compactctl.documents.document import Document
from compactctl.documents.status import NATIONAL_PARTIES, agreed_by, signed_by, status_of
from compactctl.documents.strict import DocumentRead
from compactctl.documents.values import Party, is_id
from compactctl.documents.years import AcademicYear, year_of_file
from compactctl.errors import CannotDo
from compactctl.files.data_folder import (
    ANNEXES,
    COMPACTS,
    CONFIG,
    REGISTER,
    STATEMENT,
    annex_file,
    compact_file,
    document_file,
)
from compactctl.files.listing import Folder, FolderListing, forget_others, list_data, place_stray, stem_of_stray
from compactctl.files.source import Source
from compactctl.files.targets import shown_path, working_folder
from compactctl.files.trees import Tree
from compactctl.finding import Finding
from compactctl.words import quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register
from compactctl.workspace.document_files import read_annex, read_file, read_source
from compactctl.workspace.registers import built_in_register, read_register
from compactctl.workspace.repositories import is_submodule_to_fetch
from compactctl.workspace.sparse_checkout import check_not_left_out, checked_out
from compactctl.workspace.workspace import Workspace

M = TypeVar("M", bound=Content)


def open_workspace(root: Path) -> Workspace:
    """Read the data folder at a path, all but its compacts; raises `CannotDo` where there is none, or nothing in it."""
    shown = shown_path(root)
    try:
        with suppress(OSError):  # which one is said below
            root.stat()
    except ValueError:
        raise CannotDo(f"the data folder '{shown}' cannot be read: its name cannot be used") from None
    try:
        checkout = checked_out(root)
        workspace = replace(
            read_workspace(checkout.tree, shown),
            not_checked_out=checkout.left_out,
            checkout_unknown_because=checkout.unknown_because,
        )
    except FileNotFoundError:
        check_not_left_out(root)
        raise CannotDo(f"there is no data folder '{shown}'", _way_to(root)) from None
    except NotADirectoryError:
        raise CannotDo(f"'{shown}' is no folder", "name the data folder with --data") from None
    except OSError as error:
        raise CannotDo(f"the data folder '{shown}' cannot be read: {error.strerror}") from None
    if not workspace.document_count and not workspace.findings:
        raise no_document(shown)
    return workspace


def no_document(shown: str) -> CannotDo:
    """Return what to say of a data folder without a document."""
    hint = "name the right folder with --data, or begin one with 'compactctl init'"
    if is_submodule_to_fetch(Path(shown)):
        hint = f"'git submodule update --init {shlex.quote(shown)}' brings what belongs there"
    return CannotDo(f"there is no document in '{shown}'", hint)


def read_workspace(tree: Tree, shown: str) -> Workspace:
    """Read a tree of documents, all but its compacts; raises OSError where it cannot be listed."""
    listing = list_data(tree, {ANNEXES: _no_year, COMPACTS: _no_slug})
    annex_folder, compact_folder = listing.folders[ANNEXES], listing.folders[COMPACTS]
    statement = _single_file(tree, listing, kinds.STATEMENT, STATEMENT)
    config = _single_file(tree, listing, kinds.CONFIG, CONFIG)
    register = _register(tree, listing)
    misplaced = [item for part in (listing, annex_folder, compact_folder) for item in part.findings]
    known = register.register or built_in_register()
    forget_others(compact_folder, known.slugs)
    # A stray may stand for a document of a folder, which is broken then: from here on all is in its place.
    strays = [place_stray(listing, name, _home_of(name, known)) for name in listing.strays]
    annexes = {stem: _annex(tree, annex_folder, stem) for stem in sorted([*annex_folder.names, *annex_folder.broken])}
    documents: dict[str, DocumentRead[Any]] = {STATEMENT: statement, CONFIG: config}
    documents |= {annex_file(stem): annex for stem, annex in annexes.items()}
    in_documents = [item for read in documents.values() for item in read.findings]
    findings = (*misplaced, *strays, *in_documents, *register.findings)
    stands_for = _stands_for(listing)
    missing = [name for name, read in documents.items() if read.document is None]
    missing += [REGISTER] * (register.source is None) + [compact_file(slug) for slug in compact_folder.broken]
    unreadable = _unreadable(missing, findings, stands_for)
    is_without = statement.document is None and STATEMENT not in unreadable
    parties = frozenset() if is_without else _parties(statement.document)
    return Workspace(
        tree=tree,
        shown=shown,
        statement=statement.document,
        config=config.document,
        register=register.register,
        register_source=register.source,
        agendas={
            year: agenda_of(year, read.document, parties) if read.document else None
            for year, read in ((year_of_file(stem), annex) for stem, annex in annexes.items())
        },
        annexes_known=not annex_folder.lost,
        compact_slugs=tuple(sorted(compact_folder.names)),
        unreadable_slugs=compact_folder.broken,
        unreadable=unreadable,
        skipped=_skipped([*(item.place.file for item in misplaced), *listing.strays], unreadable),
        stands_for=stands_for,
        compacts_known=not compact_folder.lost,
        findings=findings,
        understood={
            name: read.understood
            for name, read in documents.items()
            if read.document is None and read.understood is not None
        },
    )


_NOTHING: Final = DocumentRead[Any](None, None, (), None)
"""What is read of a file that is not there, or that no document may be."""


def _single_file(tree: Tree, listing: FolderListing, kind: kinds.DocumentKind[M], name: str) -> DocumentRead[M]:
    return read_file(tree, name, kind) if name in listing.present else _NOTHING


def _annex(tree: Tree, folder: Folder, stem: str) -> DocumentRead[Annex]:
    return _NOTHING if stem in folder.broken else read_annex(tree, stem)


def _unreadable(
    missing: Iterable[str], findings: Iterable[Finding], stands_for: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """Return which names that nothing could be read for have files, and these, the right one first."""
    files: dict[str, list[str]] = {}
    for file in sorted({item.place.file for item in findings}):
        files.setdefault(stands_for.get(file) or _beside_documents(file) or file, []).append(file)
    return {name: tuple(sorted(files[name], key=lambda file: file != name)) for name in missing if name in files}


def _skipped(misplaced: Iterable[str], unreadable: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what of all that is misplaced among the documents stands for none that cannot be read."""
    others = set(misplaced).difference(*unreadable.values())
    return tuple(name for name in sorted(others) if not _beside_documents(name))


def _beside_documents(file: str) -> str | None:
    """Return whether a file is meant to be the settings or the register, whatever its ending, and which of the two."""
    stem = file.lower().partition(".")[0]
    return next((name for name in (CONFIG, REGISTER) if name.partition(".")[0] == stem), None)


def _no_year(stem: str) -> str | None:
    try:
        year_of_file(stem)
    except ValueError as error:
        return str(error)
    return None


def _no_slug(stem: str) -> str | None:
    if is_id(stem):
        return None
    return "a compact is named after its authority, in lower-case words joined by '-', like 'isle-of-wight.yaml'"


def _home_of(stray: str, register: Register) -> str | None:
    """Return the folder that a file in the data folder itself belongs into, if its name tells."""
    stem = stem_of_stray(stray)
    if _no_year(stem) is None:
        return ANNEXES
    return COMPACTS if register.get(stem) else None


def _stands_for(listing: FolderListing) -> Mapping[str, str]:
    inside = {
        file: document_file(name, stem)
        for name, folder in listing.folders.items()
        for file, stem in folder.meant.items()
    }
    return {**listing.misnamed, **inside}


class _RegisterRead(NamedTuple):
    """A workspace's own register, None where it is broken, and its text; or the built-in one, which has none here."""

    register: Register | None
    source: Source | None = None
    findings: tuple[Finding, ...] = ()


def _register(tree: Tree, listing: FolderListing) -> _RegisterRead:
    if REGISTER not in listing.present:
        return _RegisterRead(None if REGISTER in listing.misnamed.values() else built_in_register())
    source, findings = read_source(tree, REGISTER)
    if source is None:
        return _RegisterRead(None, None, findings)
    reading = read_register(source)
    register = None if reading.findings else reading.register
    return _RegisterRead(register, source, (*findings, *reading.findings))


def _parties(statement: Document[Statement] | None) -> frozenset[Party] | None:
    """Return who signed the statement; None where that cannot be told."""
    if statement is None or not statement.is_whole("signatures"):
        return None
    return signed_by(statement.content.signatures, NATIONAL_PARTIES)


def agenda_of(year: AcademicYear, document: Document[Annex], parties: frozenset[Party] | None) -> Agenda:
    """Return an annex in its workspace; `parties` are those that signed the statement, None where that is not known."""
    if parties is None or not document.is_whole("signatures"):
        return Agenda(year, document, None)
    signatures = document.content.signatures
    last = agreed_by(signatures, parties)
    status = status_of(signatures, parties, NATIONAL_PARTIES)
    return Agenda(year, document, status, signatures[last].date if last is not None else None)


_LOOKED_THROUGH: Final = 200
"""Names of a folder, so that a home full of files costs no time."""
_SEEN_FROM_THERE: Final = "its files named as seen from there"


def _way_to(root: Path) -> str:
    """Return how to get to the data folder of this name, from inside it or above it, or from where none is near."""
    begin = "where there is no record yet, begin one with 'compactctl init'"
    if root.is_absolute():
        return f"name the folder with --data; {begin}"
    here = working_folder()
    for steps, above in enumerate(here.parents, 1):
        if is_data_folder(above / root):
            up = "/".join([os.pardir] * steps)
            return f"it lies further up: type 'cd {up}', then the command again, {_SEEN_FROM_THERE}"
    if is_data_folder(here):
        return "this folder is one: add '--data .' to the command"
    for name in _folders(here):
        if is_data_folder(here / name / root):
            return (
                f"there is one in '{name}': type 'cd {shlex.quote(name)}', then the command again, {_SEEN_FROM_THERE}"
            )
    go = f"go to the folder in which {quoted(root.as_posix())} lies ('cd …')"
    return f"{go}, or name the folder of the documents with --data; {begin}"


def is_data_folder(path: Path) -> bool:
    """Tell whether a folder holds what only a data folder holds, or a part of that."""
    return any(os.path.lexists(path / name) for name in (STATEMENT, ANNEXES, COMPACTS))


def _folders(path: Path) -> Iterator[str]:
    try:
        with os.scandir(path) as entries:
            names = [entry.name for entry in itertools.islice(entries, _LOOKED_THROUGH) if entry.is_dir()]
    except OSError:
        return
    yield from sorted(name for name in names if not name.startswith("."))
