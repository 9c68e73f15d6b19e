"""A workspace beside what it was where this branch began: what `--since` compares."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal, NamedTuple

from compactctl.errors import CannotDo
from compactctl.files.data_folder import ANNEXES, COMPACTS, SINGLE_FILES
from compactctl.files.opening import Unreadable
from compactctl.files.targets import shown_path
from compactctl.files.trees import PastTree
from compactctl.words import listed, quoted
from compactctl.workspace.git import Contents, find_path, list_revision, merge_base, path_in_repository, shortened
from compactctl.workspace.git_refusals import not_held
from compactctl.workspace.git_trees import RevisionTree, listed_blobs
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.repositories import given_apart, top_of
from compactctl.workspace.versions.document_version import Versions
from compactctl.workspace.workspace import Workspace

_DOCUMENT: Final = rf"(?i:[/\0](?:statement|(?:{ANNEXES}|{COMPACTS})/[^/\0]+)\.ya?ml(?=\0))"
"""A path, from the top of a repository, that is a document's in some data folder."""


@dataclass(frozen=True)
class Since:
    """Two versions of a workspace. `ref` is the revision as it was given, `base` the commit that it leads to.

    `remarks` are what else is to be said of how the revision was found.
    """

    ref: str
    base: str
    before: Workspace
    now: Workspace
    remarks: tuple[str, ...] = ()

    @property
    def commit(self) -> str:
        """The commit as readers are shown it: the first ten digits of its hash."""
        return shortened(self.base)

    @property
    def not_checked_out(self) -> tuple[str, ...]:
        """The documents that are taken as git's index has them, the register and the settings too."""
        documents = {*self.now.document_names, *SINGLE_FILES}
        return tuple(name for name in self.now.not_checked_out if name in documents)

    @property
    def is_new(self) -> bool:
        """Whether there was no document yet, nor anything that could not be read."""
        return not self.before.document_count and not self.before.findings

    @cached_property
    def versions(self) -> Versions:
        """Both versions, document by document."""
        return Versions(self.before, self.now)


@contextmanager
def open_since(workspace: Workspace, root: Path, ref: str) -> Iterator[Since]:
    """Open what the workspace at a path was in the newest commit that a branch, tag or commit and HEAD both have.

    Raises `CannotDo` where there is no git, no repository, no such revision, nothing in common, or where documents lay
    elsewhere then, and none in the folder.
    """
    base, warnings = merge_base(root, ref, workspace.shown)
    listing = list_revision(root, base, (ANNEXES, COMPACTS), workspace.shown)

    def missing(name: str) -> Exception:
        damaged = Unreadable("git does not hold its content whole")
        return not_held(root, workspace.path_of(name)) or damaged

    with closing(Contents(root)) as contents:
        before = read_workspace(PastTree(RevisionTree(listed_blobs(listing), contents, missing)), workspace.shown)
        if not before.document_count:
            _check_not_elsewhere(root, base, workspace.shown)
        remarks = (*(f"git warns: {warned}" for warned in warnings), *_whose_history(root, base))
        yield Since(ref, base, before, workspace, remarks)


def _whose_history(root: Path, base: str) -> Iterator[str]:
    """Yield whose history is read, where the command runs in one repository and the data folder lies in one within."""
    try:
        own, around = top_of(root), top_of(Path())
    except FileNotFoundError:  # the working folder is gone, and lies in none
        return
    if own and around and own != around and own.is_relative_to(around) and not given_apart(root):
        yield f"commit {shortened(base)} is one of the repository in {quoted(shown_path(own))}, not of that around it"


def _check_not_elsewhere(root: Path, base: str, shown: str) -> None:
    """Raise `CannotDo` where a commit without a document in a folder has any elsewhere: it may have been moved."""
    # Of folders only what lies in them is listed, so that a path which the own one begins with is a link, say.
    parts = os.fsencode(path_in_repository(root)).split(b"/")
    above = b"|".join(re.escape(b"/".join(parts[:end])) for end in range(1, len(parts) + 1))
    wanted = re.compile(_DOCUMENT.encode() + rb"|\0(?:" + above + rb")(?=\0)")
    if elsewhere := find_path(root, base, wanted, shown):
        message = f"there is no document in '{shown}' where this branch began (commit {shortened(base)}), but there is"
        hint = (
            "where the folder was moved or given another name, merge that first, by itself and without --since; where "
            "the other is no part of this record, leave --since out until this record is merged"
        )
        raise CannotDo(f"{message} {quoted(elsewhere)}", hint)


class Caveat(NamedTuple):
    """Something that cannot be told, and its kind in a word; `what` completes each of the paths, if there are any."""

    kind: Literal["new", "unread", "broken", "not here"]
    what: str
    paths: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """What is said where each path has a line of its own."""
        return [f"{path} {self.what}" for path in self.paths] or [self.what]


def caveats_of(since: Since, is_wanted: Callable[[str], bool]) -> Iterator[Caveat]:
    """Yield what cannot be told of two versions, once all pairs of documents have been gone through.

    Of those that broke the schema then, only what is wanted is named.
    """

    def paths(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(since.now.path_of, sorted(names)))

    versions, then = since.versions, f"where this branch began (commit {since.commit})"
    if since.is_new:
        yield Caveat("new", f"there was no document yet {then}, so nothing counts as signed")
    if unreadable := versions.unreadable_then - versions.unreadable_now:
        what = f"could not be read {then}, so what changed in it cannot be told, and what was signed counts as unsigned"
        yield Caveat("unread", what, paths(unreadable))
    if incomplete := [*filter(is_wanted, versions.incomplete_then)]:
        what = f"broke the schema {then}, so what was broken there counts as unsigned"
        yield Caveat("broken", what, paths(incomplete))
    if names := [*map(since.now.path_of, since.not_checked_out)]:
        yield Caveat("not here", f"a sparse checkout leaves out {listed(names)}: taken as git's index has it")
