"""What changed since a git revision, as plain data: one change for each part of a document that differs."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from compactctl.changes.results import Spot
from compactctl.changes.values import Difference
from compactctl.documents.years import AcademicYear


class Fate(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class ChangeKind(StrEnum):
    """What became of a part of a document; asks and contributions are told apart by their text, and never change."""

    DOCUMENT_CHANGED = "document-changed"
    AREA_GAINED = "area-gained"
    AREA_LOST = "area-lost"
    AREA_CHANGED = "area-changed"
    EDITION_GAINED = "edition-gained"
    EDITION_LOST = "edition-lost"
    EDITION_CHANGED = "edition-changed"
    PRIORITY_GAINED = "priority-gained"
    PRIORITY_LOST = "priority-lost"
    PRIORITY_CHANGED = "priority-changed"
    ASK_GAINED = "ask-gained"
    ASK_LOST = "ask-lost"


class PartChange(NamedTuple):
    """One change within a document; `text` is that of an ask."""

    kind: ChangeKind
    year: AcademicYear | None
    area: str | None
    issue: str | None
    text: str | None
    differences: tuple[Difference, ...]
    spots: tuple[Spot, ...]
    fingerprint: str


class DocumentChange(NamedTuple):
    """A document that came, went or changed; `name` is that of the file within the data folder, `file` its path.

    An example is made up, as the document stands now, or stood where it went.
    """

    name: str
    file: str
    fate: Fate
    is_example: bool
    changes: tuple[PartChange, ...] = ()


class RevisionChanges(NamedTuple):
    """What differs in substance from a revision, by file.

    `files_differ` tells whether any file that could be read differs at all; `not_whole` names those that do, and of
    which a part breaks the schema on either side, so that more may differ than is told. `titles` has the title of each
    area that an annex of either side names, by year and id, the new side's first.
    """

    revision: str
    unreadable: tuple[str, ...]
    documents: tuple[DocumentChange, ...]
    files_differ: bool
    not_whole: tuple[str, ...]
    labels: Mapping[str, str]
    titles: Mapping[tuple[AcademicYear, str], str]

    @property
    def is_change(self) -> bool:
        """Whether there is any change to tell."""
        return bool(self.documents)
