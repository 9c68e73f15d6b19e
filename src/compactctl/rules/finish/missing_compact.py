"""An authority without an edition, where every authority is to have one."""

from collections.abc import Iterator, Sequence

from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import COMPACTS
from compactctl.finding import Level, Place
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import ANNEX, BASE, REGISTER_HEAD
from compactctl.rules.settings import Seen
from compactctl.words import number

_HAMPSHIRE = "850,hampshire,Hampshire,E10000014,south-east,county,,,\n"
_SURREY = "936,surrey,Surrey,E10000030,south-east,county,,,\n"
_YEAR = AcademicYear(2003)
_OPEN = BASE[ANNEX].replace("regions: [london]", "regions: [south-east]")

RULE = Rule(
    level=Level.ERROR,
    found_when="with --complete YEAR: an authority that counts in that year has no edition of it, nor a compact that had ended",
    reason="whoever asks for completeness wants to be told who is not there yet; nobody is obliged to be",
    remedy="begin the compact with 'compactctl new', go on with it by 'compactctl renew', or leave --complete out",
    says="Surrey (surrey) has no edition of 2003/04; 'compactctl new surrey' begins one",
    breaks=Sample({ANNEX: _OPEN, "authorities.csv": REGISTER_HEAD + _HAMPSHIRE + _SURREY, "⟦compacts⟧": None}, _YEAR),
    keeps=Sample({ANNEX: _OPEN, "authorities.csv": REGISTER_HEAD + _HAMPSHIRE}, _YEAR),
    option="complete",
    say_more=lambda count: f"{number(count, 'more authority has', 'more authorities have')} no edition of that year",
)


def check_after(checks: Checks, seen: Seen) -> Iterator[Violation]:
    """Look for authorities that existed on 1 September and hold no edition."""
    year, register = checks.complete, checks.workspace.register
    if year is None or register is None or not checks.workspace.compacts_known:
        return
    held: dict[str, list[AcademicYear]] = {}
    for slug, other in seen.editions:
        held.setdefault(slug, []).append(other)
    for authority in register:
        is_missing = (authority.slug, year) not in seen.editions and authority.slug not in seen.unknown
        if is_missing and authority.exists_on(year.first_day):
            begin = _begin(checks, authority.slug, held.get(authority.slug, []), year)
            message = f"{authority.name} ({authority.slug}) has no edition of {year}; {begin}"
            yield Violation(Place(COMPACTS), message)


def _begin(checks: Checks, slug: str, held: Sequence[AcademicYear], year: AcademicYear) -> str:
    """Say how an edition of a year is begun, beside those that are held."""
    if not held:
        newest = max(checks.workspace.agendas, default=year)
        return f"'compactctl new {slug}{'' if newest == year else f' --year {year}'}' begins one"
    if max(held) < year:
        return f"'compactctl renew {slug}' adds the next"
    return f"write it in '{slug}.yaml', above that of {min(other for other in held if other > year)}"
