"""The data folder as a whole: what is read at once, and the compacts, which are read one after the other.

Nothing here judges: a document that is broken is there with what is whole of it, or as None, and the findings on
files and schemas are kept for whoever shows them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import Any, Protocol, TypeVar

from compactctl.documents.content import Compact, Config, Statement
from compactctl.documents.document import Document
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import CONFIG, REGISTER, STATEMENT, annex_file, compact_file
from compactctl.files.source import Source
from compactctl.files.trees import Tree
from compactctl.finding import Finding
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register
from compactctl.workspace.compacts import LeftOut, PlacedCompact, placed_editions
from compactctl.workspace.document_files import CompactFile, read_compact
from compactctl.workspace.parallel import parallel_map
from compactctl.workspace.registers import KNOWN_UNTIL

T = TypeVar("T")


class Watch(Protocol):
    """Hands on what comes of so many items one after the other, and may show how far that is."""

    def __call__(self, items: Iterable[T], total: int, /) -> Iterator[T]:
        """Yield the items as they come."""


def _unwatched(items: Iterable[T], _: int, /) -> Iterator[T]:
    return iter(items)


@dataclass(frozen=True, eq=False)
class Workspace:
    """A data folder that has been read, but for its compacts.

    `shown` is the folder as messages name it. `statement` is None where there is none or it cannot be read
    (`has_statement` tells the two apart), an agenda None where the annex of its year is there and cannot be read,
    `register` None where the workspace's own is broken. `compacts_known` is False where the folder of compacts
    cannot be listed. `stands_for` has the files that are there under a wrong name or in a wrong place, and the right
    names of what they stand for. `findings` are those on files and schemas of all that was read here.
    `unreadable` has what is there and cannot be read, by its right name, with the files that are it or stand for it:
    documents, the settings and the register. `skipped` are the files and folders among the documents that are none.
    The compacts of `compact_slugs` are in neither: what is wrong with one is known while it is read.
    `understood` has what can be told of the statement, of annexes and of the settings that break rules on files: it is
    checked for itself, and nothing may be concluded from it for other files.
    `not_checked_out` names the files that are taken as git's index has them, since a sparse checkout leaves them out;
    `checkout_unknown_because` says why it cannot be told which these are, where that is so. `watch` sees the compacts
    while they are read.
    """

    tree: Tree
    shown: str
    statement: Document[Statement] | None
    config: Document[Config] | None
    register: Register | None
    register_source: Source | None
    agendas: Mapping[AcademicYear, Agenda | None]
    annexes_known: bool
    compact_slugs: tuple[str, ...]
    unreadable_slugs: frozenset[str]
    unreadable: Mapping[str, tuple[str, ...]]
    skipped: tuple[str, ...]
    stands_for: Mapping[str, str]
    compacts_known: bool
    findings: tuple[Finding, ...]
    understood: Mapping[str, Document[Any]]
    not_checked_out: tuple[str, ...] = ()
    checkout_unknown_because: str | None = None
    watch: Watch = _unwatched

    @cached_property
    def slugs(self) -> frozenset[str]:
        """The slugs of the compacts, of those that cannot be read too."""
        return self.unreadable_slugs.union(self.compact_slugs)

    @property
    def document_count(self) -> int:
        """How many documents there are: statement, annexes and compacts, broken ones too."""
        return self.has_statement + len(self.agendas) + len(self.compact_slugs) + len(self.unreadable_slugs)

    @property
    def has_statement(self) -> bool:
        """Whether there is a statement, be it one that cannot be read."""
        return self.statement is not None or STATEMENT in self.unreadable

    def files_of(self, name: str) -> tuple[str, ...]:
        """Return the files that are, or stand for, what cannot be read; the name itself of all else."""
        return self.unreadable.get(name, (name,))

    @property
    def unreadable_documents(self) -> frozenset[str]:
        """The files that are, or stand for, documents that cannot be read, but for compacts under their right names."""
        documents = (files for name, files in self.unreadable.items() if name not in (CONFIG, REGISTER))
        return frozenset(chain.from_iterable(documents))

    @cached_property
    def damaged(self) -> frozenset[str]:
        """All files that are unreadable, break the schema or are skipped, but for compacts under their right names."""
        return frozenset(item.place.file for item in self.findings)

    @property
    def uses_built_in_register(self) -> bool:
        """Whether it has no register of its own, not even a broken one."""
        return self.register is not None and self.register_source is None

    def is_beyond_register(self, year: AcademicYear) -> bool:
        """Tell whether the year ends after the last day up to which the built-in register, if it is used, is known."""
        return self.uses_built_in_register and year.last_day > KNOWN_UNTIL

    @property
    def document_names(self) -> tuple[str, ...]:
        """The names of all documents within the data folder, broken ones too."""
        statement = [STATEMENT] if self.has_statement else []
        annexes = [annex_file(year.file_stem) for year in self.agendas]
        compacts = [compact_file(slug) for slug in sorted(self.slugs)]
        return (*statement, *annexes, *compacts)

    @property
    def years(self) -> list[AcademicYear]:
        """The years that have an annex, oldest first, those whose annex cannot be read too."""
        return list(self.agendas)

    @cached_property
    def lost_years(self) -> tuple[AcademicYear, ...]:
        """The years whose annex cannot be read, oldest first."""
        return tuple(year for year, agenda in self.agendas.items() if agenda is None)

    @cached_property
    def readable_agendas(self) -> list[Agenda]:
        """The annexes that can be read, oldest first."""
        return [agenda for agenda in self.agendas.values() if agenda]

    def path_of(self, name: str) -> str:
        """Return the path of a file in the data folder, relative to the folder the command runs in, with '/'."""
        return PurePosixPath(self.shown, name).as_posix()

    def label(self, compact: PlacedCompact) -> str:
        """Return how messages name whose compact it is: its authority, or its slug where no register knows that."""
        return self.register.label(compact.authority) if self.register and compact.authority else compact.slug

    def in_order(self, parts: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
        """Return what counts nowhere by authority and line, with paths as messages show them."""
        by_line = sorted(parts, key=lambda part: (part.authority, part.line))
        return tuple(replace(part, file=self.path_of(part.file)) for part in by_line)

    def lacks_annex(self, year: AcademicYear) -> bool:
        """Tell whether there is no annex for a year, as far as that is known."""
        return self.annexes_known and year not in self.agendas

    def years_without_annex(self, compact: PlacedCompact) -> tuple[AcademicYear, ...]:
        """Return the years of a compact's editions for which there is no annex, oldest first."""
        years = {edition.year for edition in compact.editions if edition.year}
        return tuple(sorted(filter(self.lacks_annex, years)))

    def last_annex_before(self, year: AcademicYear) -> tuple[AcademicYear, Agenda | None] | None:
        """Return the newest annex before a year, None for its agenda where it cannot be read."""
        earlier = [other for other in self.agendas if other < year]
        return (earlier[-1], self.agendas[earlier[-1]]) if earlier else None

    def last_agenda(self, year: AcademicYear) -> Agenda | None:
        """Return the newest annex before a year; None where there is none or it cannot be read."""
        previous = self.last_annex_before(year)
        return previous[1] if previous else None

    def read_compact(self, slug: str) -> CompactFile:
        """Read the compact of an authority."""
        return read_compact(self.tree, slug, self.register)

    def compacts(self) -> Iterator[CompactFile]:
        """Read the compacts one after the other, in the order of slugs; none is kept."""
        return self.watch(map(self.read_compact, self.compact_slugs), len(self.compact_slugs))

    def map_compacts(self, work: Callable[[CompactFile], T], slugs: Sequence[str] | None = None) -> Iterator[T]:
        """Yield what the work makes of each compact, or of some, in their order; in two processes where that pays."""
        some = self.compact_slugs if slugs is None else slugs
        sizes = [self.tree.size(compact_file(slug)) for slug in some]
        return self.watch(parallel_map(some, sizes, lambda slug: work(self.read_compact(slug))), len(some))

    def place(self, slug: str, document: Document[Compact]) -> PlacedCompact:
        """Return a compact with what its editions mean in this workspace."""
        authority = self.register.get(slug) if self.register else None
        knows_authorities = self.register is not None
        editions = placed_editions(document, authority, self.agendas, knows_authorities=knows_authorities)
        return PlacedCompact(slug, document, authority, tuple(editions))
