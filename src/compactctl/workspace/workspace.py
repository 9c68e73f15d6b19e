"""The data folder as a whole: what is read at once, and the compacts, which are read one after the other.

Nothing here judges: a document that is broken is there with what is whole of it, or as None, and the findings on
files and schemas are kept for whoever shows them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from compactctl.documents.content import Compact, Config, Edition, Statement
from compactctl.documents.document import Document
from compactctl.documents.years import AcademicYear
from compactctl.files.source import Path, Source
from compactctl.files.trees import Tree
from compactctl.finding import Finding
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.reading import CompactFile, read_compact
from compactctl.workspace.registers import KNOWN_UNTIL, Register
from compactctl.workspace.sharing import shared

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Workspace:
    """A data folder that has been read, but for its compacts.

    `shown` is the folder as messages name it. `statement` is None where there is none or it cannot be read
    (`has_statement` tells the two apart), an agenda None where the annex of its year is there and cannot be read,
    `register` None where the workspace's own is broken. `compacts_known` is False where the folder of compacts
    cannot be listed. `stands_for` has the files that are there under a wrong name or in a wrong place, and the right
    names of what they stand for. `findings` are those on files and schemas of all that was read here.
    `not_checked_out` names the files that are taken as git's index has them, since a sparse checkout leaves them out;
    `checkout_unknown_because` says why it cannot be told which these are, where that is so.
    """

    tree: Tree
    shown: str
    has_statement: bool
    statement: Document[Statement] | None
    config: Document[Config] | None
    register: Register | None
    register_source: Source | None
    agendas: Mapping[AcademicYear, Agenda | None]
    annexes_known: bool
    compact_slugs: tuple[str, ...]
    broken_slugs: frozenset[str]
    stands_for: Mapping[str, str]
    compacts_known: bool
    findings: tuple[Finding, ...]
    not_checked_out: tuple[str, ...] = ()
    checkout_unknown_because: str | None = None

    @property
    def document_count(self) -> int:
        """How many documents there are: statement, annexes and compacts, broken ones too."""
        return self.has_statement + len(self.agendas) + len(self.compact_slugs) + len(self.broken_slugs)

    def files_of(self, name: str) -> list[str]:
        """Return the files that stand for a document which is not there, or itself where none does."""
        return [file for file, right in self.stands_for.items() if right == name] or [name]

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
        statement = ["statement.yaml"] if self.has_statement else []
        annexes = [f"annex/{year.file_stem}.yaml" for year in self.agendas]
        compacts = [f"compacts/{slug}.yaml" for slug in sorted({*self.compact_slugs, *self.broken_slugs})]
        return (*statement, *annexes, *compacts)

    @property
    def years(self) -> list[AcademicYear]:
        """The years that have an annex, oldest first, those whose annex cannot be read too."""
        return list(self.agendas)

    def path_of(self, name: str) -> str:
        """Return the path of a file in the data folder, relative to the folder the command runs in, with '/'."""
        return PurePosixPath(self.shown, name).as_posix()

    def last_annex_before(self, year: AcademicYear) -> tuple[AcademicYear, Agenda | None] | None:
        """Return the newest annex before a year, None for its agenda where it cannot be read."""
        earlier = [other for other in self.agendas if other < year]
        return (earlier[-1], self.agendas[earlier[-1]]) if earlier else None

    def last_agenda(self, year: AcademicYear) -> Agenda | None:
        """Return the newest annex before a year; None where there is none or it cannot be read."""
        previous = self.last_annex_before(year)
        return previous[1] if previous else None

    def compacts(self) -> Iterator[CompactFile]:
        """Read the compacts one after the other, in the order of slugs; none is kept."""
        for slug in self.compact_slugs:
            yield read_compact(self.tree, slug)

    def map_compacts(self, work: Callable[[CompactFile], T]) -> Iterator[T]:
        """Yield what the work makes of each compact, in the order of slugs; in two processes where that pays."""
        sizes = [self.tree.size(f"compacts/{slug}.yaml") for slug in self.compact_slugs]
        return shared(self.compact_slugs, sizes, lambda slug: work(read_compact(self.tree, slug)))

    def place(self, slug: str, document: Document[Compact]) -> PlacedCompact:
        """Return a compact with what its editions mean in this workspace."""
        authority = self.register.get(slug) if self.register else None
        return PlacedCompact(slug, document, authority, tuple(self._editions(document, authority)))

    def _editions(self, document: Document[Compact], authority: Authority | None) -> Iterator[PlacedEdition]:
        seen: set[AcademicYear] = set()
        for index, content in enumerate(document.content.editions):
            path: Path = ("editions", index)
            year = content.year
            trouble = self._trouble(content, authority, document, path)
            trouble = trouble or ("edition-order" if year in seen else None)
            if year is not None:
                seen.add(year)
            agenda = self.agendas.get(year) if year is not None else None
            yield PlacedEdition(content, path, document, authority, agenda, trouble)

    def _trouble(
        self,
        content: Edition,
        authority: Authority | None,
        document: Document[Compact],
        path: Path,
    ) -> str | None:
        """Return the rule by which an edition is none of its year."""
        if content.year is None:
            return document.rule_broken_at(*path, "year") or document.rule_broken_at(*path)
        if authority is None:
            return "unknown-authority" if self.register else None
        return None if authority.exists_in(content.year) else "authority-out-of-time"
