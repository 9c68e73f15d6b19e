"""What changed since a git revision, as plain data: one change for each part of a document that differs."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.workspace.versions.pairs import Untold, untold
from compactctl.workspace.versions.part_changes import PartChange
from compactctl.workspace.versions.signed_texts import SignedText


class Fate(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class DocumentChange(NamedTuple):
    """A document that came, went or changed; `name` is that of the file within the data folder, `file` its path.

    An example is made up, as the document stands now, or stood where it went. `after_signature` has the texts in it
    that anybody had signed, and that are others now.
    """

    name: str
    file: str
    fate: Fate
    is_example: bool
    changes: tuple[PartChange, ...] = ()
    after_signature: tuple[SignedText, ...] = ()


class RevisionChanges(NamedTuple):
    """What differs in substance from a revision, by file.

    `base` is the hash of the commit compared with, `commit` as readers are shown it; `is_new` tells
    that there was no document in it yet. `unreadable` names what cannot be
    read on either side, `unreadable_then` what could not be read then and can be now, or is gone, and `incomplete_then`
    what broke the schema then and is not the same now. `files_differ` tells whether any file that
    could be read differs at all; `not_whole` names those that do, and of which a part breaks the schema on either side,
    so that more may differ than is told. `not_checked_out` are taken as git's index has them. `titles` has the title of
    each area that an annex of either side names, by year and id, the new side's first.
    """

    revision: str
    base: str
    commit: str
    is_new: bool
    unreadable: tuple[str, ...]
    unreadable_then: tuple[str, ...]
    incomplete_then: tuple[str, ...]
    documents: tuple[DocumentChange, ...]
    files_differ: bool
    not_whole: tuple[str, ...]
    not_checked_out: tuple[str, ...]
    labels: Mapping[str, str]
    titles: Mapping[tuple[AcademicYear, str], str]

    @property
    def changed_after_signing(self) -> list[tuple[DocumentChange, SignedText]]:
        """The texts that anybody had signed and that are others now, each with its document."""
        return [(document, text) for document in self.documents for text in document.after_signature]

    @property
    def untold(self) -> list[Untold]:
        """What cannot be told of the revision."""
        return [
            *untold(
                self.commit,
                is_new=self.is_new,
                unreadable_then=self.unreadable_then,
                incomplete_then=self.incomplete_then,
                not_checked_out=self.not_checked_out,
            )
        ]

    @property
    def is_change(self) -> bool:
        """Whether there is any change to tell."""
        return bool(self.documents)
