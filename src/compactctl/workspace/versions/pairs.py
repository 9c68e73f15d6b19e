"""Two versions of a workspace, document by document: those that came, went, or are not the same to the byte."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from compactctl.files.data_folder import ANNEXES, COMPACTS, compact_file, is_annex, is_compact
from compactctl.files.opening import Unreadable
from compactctl.workspace.document_files import read_compact
from compactctl.workspace.versions.document_version import DocumentVersion, single_versions, version_of_compact
from compactctl.workspace.workspace import Workspace


class DocumentPair(NamedTuple):
    """Both versions of a document, None where there is none; `name` is that of its file within the data folder."""

    name: str
    old: DocumentVersion | None
    new: DocumentVersion | None

    @property
    def is_compact(self) -> bool:
        """Whether it is an authority's compact."""
        return is_compact(self.name)


class Versions:
    """Both versions of a workspace. What cannot be read is known once all pairs have been gone through."""

    def __init__(self, old: Workspace, new: Workspace) -> None:
        self._old = old
        self._new = new
        self._lost = {*old.unreadable, *new.unreadable}
        self.unreadable_then = {*_unreadable(old)}
        """The files that cannot be read in the older version, and the folders that cannot be listed."""
        self.unreadable_now = {*_unreadable(new)}
        self.incomplete_then: set[str] = set()
        """The documents of the older version that break the schema, and are not the same today."""

    def pairs(self) -> Iterator[DocumentPair]:
        """Yield the documents that differ in any way and can be read on both sides, the compacts last."""
        for pair in chain(self._single_documents(), self._compacts()):
            if pair.old and not pair.old.is_whole:
                self.incomplete_then.add(pair.name)
            yield pair

    def _single_documents(self) -> Iterator[DocumentPair]:
        old, new = dict(single_versions(self._old)), dict(single_versions(self._new))
        annexes_known = self._old.annexes_known and self._new.annexes_known
        for name in sorted({*old, *new} - self._lost):
            if annexes_known or not is_annex(name):
                before, after = old.get(name), new.get(name)
                if before is None or after is None or before.source.text != after.source.text:
                    yield DocumentPair(name, before, after)

    def _compacts(self) -> Iterator[DocumentPair]:
        """Compare the compacts, reading one after the other."""
        if not self._old.compacts_known or not self._new.compacts_known:
            return
        then, now = frozenset(self._old.compact_slugs), frozenset(self._new.compact_slugs)
        for slug in sorted(then | now):
            name = compact_file(slug)
            if name in self._lost:
                continue
            if slug in then and slug in now and self._is_same(name):
                if read_compact(self._new.tree, slug).document is None:
                    self.unreadable_then.add(name)
                    self.unreadable_now.add(name)
                continue
            old = _read(self._old, slug, self.unreadable_then) if slug in then else None
            new = _read(self._new, slug, self.unreadable_now) if slug in now else None
            if name not in self.unreadable_then and name not in self.unreadable_now:
                yield DocumentPair(name, old, new)

    def _is_same(self, name: str) -> bool:
        try:
            return self._old.tree.read(name) == self._new.tree.read(name)
        except Unreadable:
            return False


def _read(workspace: Workspace, slug: str, unreadable: set[str]) -> DocumentVersion | None:
    """Return a compact as it is compared; where it cannot be read, its name is added to those."""
    document = read_compact(workspace.tree, slug).document
    if document is None:
        unreadable.add(compact_file(slug))
        return None
    return version_of_compact(document)


def _unreadable(workspace: Workspace) -> Iterator[str]:
    """Yield the files that cannot be read, and the folders that cannot be listed."""
    yield from chain.from_iterable(workspace.unreadable.values())
    if not workspace.annexes_known:
        yield ANNEXES
    if not workspace.compacts_known:
        yield COMPACTS
