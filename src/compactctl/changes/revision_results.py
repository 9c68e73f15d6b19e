"""What changed since a git revision, as plain data: one change for each part of a document that differs."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.workspace.versions.part_changes import PartChange
from compactctl.workspace.versions.signed_texts import SignedText


class Fate(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class DocumentChange(NamedTuple):
    """A document that came, went or changed; `name` is that of the file within the data folder, `file` its path."""

    name: str
    file: str
    fate: Fate
    changes: tuple[PartChange, ...] = ()


class RevisionChanges(NamedTuple):
    """What differs in substance from a revision, by file.

    `base` is the hash of the commit compared with. `unreadable` names what cannot be read on either side,
    `unreadable_then` what could not be read then and can be now, or is gone. `files_differ` tells whether any file that
    could be read differs at all; `not_whole` names those that do, and of which a part breaks the schema on either side,
    so that more may differ than is told. `not_checked_out` are taken as git's index has them. `titles` has the title of
    each area that an annex of either side names, by year and id, the new side's first.
    """

    revision: str
    base: str
    unreadable: tuple[str, ...]
    unreadable_then: tuple[str, ...]
    documents: tuple[DocumentChange, ...]
    changed_after_signing: tuple[SignedText, ...]
    files_differ: bool
    not_whole: tuple[str, ...]
    not_checked_out: tuple[str, ...]
    labels: Mapping[str, str]
    titles: Mapping[tuple[AcademicYear, str], str]

    def path_of(self, text: SignedText) -> str:
        """Return the path of the file that a signed text stands, or stood, in."""
        return next(document.file for document in self.documents if document.name == text.name)

    @property
    def is_change(self) -> bool:
        """Whether there is any change to tell."""
        return bool(self.documents)
