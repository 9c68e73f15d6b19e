"""Makes the workspaces that are measured: the same bytes on every run and on every machine.

`national` is every authority of 2003 with one edition, `decade` the same and their successors with an edition for each
of ten years, `dozen` the same for twelve, `hundredfold` 15,000 authorities with a register of their own. None of them
has a finding on any day. `unsigned` is what `national` is, signed by nobody, `drafts` the same with texts that are
easily mistyped, and `mistyped` the same with a slip in each of these.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.agenda import Agenda, agendas, written
from benchmarks.annexes import annex, statement
from benchmarks.areas import STEPS
from benchmarks.compacts import compact
from benchmarks.editions import Edition, editions
from benchmarks.register import Authority, authorities, hundred_of_each, write_register
from benchmarks.slips import mistype, write_as_meant


@dataclass(frozen=True, slots=True)
class Corpus:
    """A data folder, and what a right answer about it has to say.

    `documents` counts statement, annexes and compacts; `names` are the authorities that count in the newest year, all
    of which have an edition of it; `chosen` counts for each of its areas the authorities that take it up.
    """

    folder: Path
    documents: int
    names: tuple[str, ...]
    chosen: dict[str, int]


def national(folder: Path) -> Corpus:
    """Make the 150 authorities of September 2003, an edition each, in a new data folder."""
    return _write(folder, [next(agendas())], authorities())


def unsigned(folder: Path) -> Corpus:
    """Make the same with nobody's signature."""
    return _write(folder, [next(agendas())], authorities(), is_signed=False)


def drafts(folder: Path) -> Corpus:
    """Make the same, and as the next means it."""
    corpus = unsigned(folder)
    write_as_meant(folder)
    return corpus


def mistyped(folder: Path) -> Corpus:
    """Make the same with nobody's signature, and slips of several kinds in each compact."""
    corpus = unsigned(folder)
    mistype(folder)
    return corpus


def decade(folder: Path) -> Corpus:
    """Make ten annexes with a lineage, and an edition a year of every authority for as long as it existed."""
    return _write(folder, list(agendas()), authorities())


def dozen(folder: Path) -> Corpus:
    """Make what a decade holds and two years more, in which the agenda stays as it is."""
    return _write(folder, list(agendas((*STEPS, (), ()))), authorities())


def hundredfold(folder: Path) -> Corpus:
    """Make a hundred authorities for each of those of 2003, an edition each, and the register that knows them."""
    first = date(2003, 9, 1)
    many = list(hundred_of_each([authority for authority in authorities() if authority.exists(first)]))
    corpus = _write(folder, [next(agendas())], many)
    write_register(folder / "authorities.csv", many)
    return corpus


def _write(folder: Path, years: list[Agenda], register: list[Authority], *, is_signed: bool = True) -> Corpus:
    (folder / "annex").mkdir(parents=True)
    (folder / "compacts").mkdir()
    _write_text(folder / "statement.yaml", statement())
    for agenda in years:
        _write_text(folder / "annex" / f"{written(agenda.start).replace('/', '-')}.yaml", annex(agenda))
    compacts = ((authority, _write_compact(folder / "compacts", authority, years, is_signed)) for authority in register)
    written_for = {authority: made for authority, made in compacts if made}
    newest = {authority: made[-1] for authority, made in written_for.items() if made[-1].agenda is years[-1]}
    return Corpus(
        folder,
        documents=1 + len(years) + len(written_for),
        names=tuple(authority.name for authority in newest),
        chosen=Counter(area for edition in newest.values() for area in {p.area for p in edition.priorities}),
    )


def _write_compact(folder: Path, authority: Authority, years: list[Agenda], is_signed: bool) -> list[Edition]:  # noqa: FBT001
    random = Random(authority.slug)  # noqa: S311 - the same on every run is what is wanted
    its_years = [agenda for agenda in years if authority.exists(date(agenda.start, 9, 1))]
    made = editions(its_years, authority.region, random)
    if not is_signed:
        made = [replace(edition, signed_by=()) for edition in made]
    if made:
        _write_text(folder / f"{authority.slug}.yaml", compact(authority.slug, made, random))
    return made


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
