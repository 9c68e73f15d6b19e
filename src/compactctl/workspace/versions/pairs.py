"""Two versions of a workspace, document by document: those that came, went, or are not the same to the byte."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from compactctl.files.data_folder import compact_file, is_annex, is_compact
from compactctl.files.opening import Unreadable
from compactctl.workspace.reading import read_compact
from compactctl.workspace.versions.part_changes import Read
from compactctl.workspace.versions.version import Version, read_of_compact
from compactctl.workspace.workspace import Workspace


class DocumentPair(NamedTuple):
    """Both versions of a document, None where there is none; `name` is that of its file within the data folder."""

    name: str
    old: Read | None
    new: Read | None

    @property
    def is_compact(self) -> bool:
        """Whether it is an authority's compact."""
        return is_compact(self.name)


class Versions:
    """Both versions of a workspace. What cannot be read is known once all pairs have been gone through."""

    def __init__(self, old: Workspace, new: Workspace) -> None:
        self._old = Version(old)
        self._new = Version(new)
        self._lost = {*old.unreadable, *new.unreadable}
        self.unreadable_then = {*self._old.unreadable}
        """The files that cannot be read in the older version, and the folders that cannot be listed."""
        self.unreadable_now = {*self._new.unreadable}
        self.incomplete_then: set[str] = set()
        """The documents of the older version that break the schema, and are not the same today."""

    def pairs(self) -> Iterator[DocumentPair]:
        """Yield the documents that differ in any way and can be read on both sides, the compacts last."""
        for pair in chain(self._single_documents(), self._compacts()):
            if pair.old and not pair.old.is_whole:
                self.incomplete_then.add(pair.name)
            yield pair

    def _single_documents(self) -> Iterator[DocumentPair]:
        old, new = self._old.documents, self._new.documents
        annexes_known = self._old.workspace.annexes_known and self._new.workspace.annexes_known
        for name in sorted({*old, *new} - self._lost):
            if annexes_known or not is_annex(name):
                before, after = old.get(name), new.get(name)
                if before is None or after is None or before.source.text != after.source.text:
                    yield DocumentPair(name, before, after)

    def _compacts(self) -> Iterator[DocumentPair]:
        """Compare the compacts, reading one after the other."""
        if not self._old.workspace.compacts_known or not self._new.workspace.compacts_known:
            return
        for slug in sorted(self._old.slugs | self._new.slugs):
            if compact_file(slug) not in self._lost:
                yield from self._compact(slug, compact_file(slug))

    def _compact(self, slug: str, name: str) -> Iterator[DocumentPair]:
        if slug in self._old.slugs and slug in self._new.slugs and self._is_same(name):
            if read_compact(self._new.workspace.tree, slug).document is None:
                self.unreadable_then.add(name)
                self.unreadable_now.add(name)
            return
        old = self._read(self._old, slug, name, self.unreadable_then)
        new = self._read(self._new, slug, name, self.unreadable_now)
        if name not in self.unreadable_then and name not in self.unreadable_now:
            yield DocumentPair(name, old, new)

    @staticmethod
    def _read(version: Version, slug: str, name: str, unreadable: set[str]) -> Read | None:
        if slug not in version.slugs:
            return None
        document = read_compact(version.workspace.tree, slug).document
        if document is None:
            unreadable.add(name)
            return None
        return read_of_compact(document)

    def _is_same(self, name: str) -> bool:
        try:
            return self._old.workspace.tree.read(name) == self._new.workspace.tree.read(name)
        except Unreadable:
            return False
