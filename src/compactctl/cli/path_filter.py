"""What the paths of a command line name of the data folder: files, folders of them, or authorities."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from compactctl.errors import CannotDo
from compactctl.files.data_folder import SINGLE_FILES, STATEMENT, compact_file, stem_of
from compactctl.finding import Finding
from compactctl.formats.findings.result import Scope
from compactctl.rules.settings import damaged
from compactctl.words import quoted
from compactctl.workspace.naming import find_compact
from compactctl.workspace.requirements import foundations
from compactctl.workspace.workspace import Workspace


def path_filter(workspace: Workspace, paths: Sequence[str], findings: Sequence[Finding], today: date) -> Scope:
    """Return what a run over these paths is about; without a path, and for one above the data folder, all of it.

    A path that does not exist may be an authority, and stands for its compact. Raises `CannotDo` for one that is
    neither, lies outside the data folder, or names nothing that is checked: nothing could be said of it.
    """
    everything = workspace.document_names
    named = {path: frozenset(_named(workspace, path, today)) for path in paths}
    if not named or any("." in names for names in named.values()):
        return Scope(len(everything), everything, workspace.stands_for)
    places = frozenset(item.place.file for item in findings)
    files = places.union(everything, SINGLE_FILES)
    known = files.union(*map(_folders, files))
    for path, inside in named.items():
        if known.isdisjoint(inside) and files.isdisjoint(folder for name in inside for folder in _folders(name)):
            raise _nothing_there(path)
    names = frozenset().union(*named.values())
    covered = _covered(files, names)
    # A misplaced file stands for the document that it was meant to be, whichever of the two is named.
    stands_for = {file: name for file, name in workspace.stands_for.items() if file in places}
    meant = {stands_for.get(file, file) for file in places & covered}
    documents = tuple(name for name in everything if name in covered or name in meant)
    others = tuple(name for name in SINGLE_FILES if name in names.difference(documents))
    shown = places & covered.union(documents, (file for file, name in stands_for.items() if name in documents))
    missing = () if workspace.has_statement else (STATEMENT,)
    beneath = foundations(workspace, (*documents, *others), damaged(workspace).union(missing) - shown)
    return Scope(len(everything), documents, workspace.stands_for, others, shown, beneath)


def _covered(files: frozenset[str], names: frozenset[str]) -> frozenset[str]:
    """Return the files that are named, lie in a folder that is, or are a folder in which lies what is named."""
    above = frozenset(folder for name in names for folder in _folders(name))
    return frozenset(file for file in files if file in names or file in above or not names.isdisjoint(_folders(file)))


def _folders(name: str) -> list[str]:
    """Return the folders in which a name lies, within the data folder."""
    parts = name.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _nothing_there(path: str) -> CannotDo:
    hint = "what is checked is the statement, the annexes, the compacts, the register and the settings; leave it out"
    if Path(path).is_dir():
        return CannotDo(f"there is no document in {quoted(path)}", hint)
    return CannotDo(f"{quoted(path)} is no document, so nothing of it is checked", hint)


def _named(workspace: Workspace, path: str, today: date) -> Iterator[str]:
    try:
        os.lstat(path)
    except (OSError, ValueError):
        yield _compact(workspace, path, today)
    else:
        yield from _within(workspace.shown, path)


def _compact(workspace: Workspace, words: str, today: date) -> str:
    """Return the compact of the authority that goes by the words, since no file or folder does."""
    message = f"there is no file or folder {quoted(words)}"
    if "/" in words or os.sep in words or words.endswith((".yaml", ".yml", ".csv")):
        hint = (
            "paths are as seen from where you are; a deleted file cannot be looked at: "
            "'git diff --name-only --diff-filter=d' leaves it out"
        )
        stem = Path(words).stem.casefold()
        alike = (workspace.files_of(name)[0] for name in workspace.document_names if stem_of(name) == stem)
        meant = next(filter(os.path.lexists, map(workspace.path_of, alike)), None)
        raise CannotDo(message, f"did you mean {quoted(meant)}?" if meant else hint)
    try:
        return compact_file(find_compact(workspace, words, today))
    except CannotDo as error:
        raise CannotDo(f"{message}, and {error.message}", error.hint) from None


def _within(folder: str, path: str) -> Iterator[str]:
    """Yield how the data folder names a path: as it is written, and as it is where a folder above is a link."""
    above, last = os.path.split(path.rstrip("/") or path)
    ways = ((path, folder), (Path(os.path.realpath(above), last), os.path.realpath(folder)))
    try:
        names = [Path(os.path.relpath(target, start)).as_posix() for target, start in ways]
    except ValueError:  # there is no way from one drive to another
        names = []
    if os.path.realpath(path) == os.path.realpath(folder) or any(set(name.split("/")) == {".."} for name in names):
        names.append(".")
    inside = [name for name in names if not f"{name}/".startswith("../")]
    if not inside:
        hint = "only what lies in that folder is checked; leave it out, or name another folder with --data"
        raise CannotDo(f"{quoted(path)} lies outside the data folder {quoted(folder)}", hint)
    yield from inside
