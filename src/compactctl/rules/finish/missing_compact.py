"""An authority without an edition, where every authority is to have one."""

from collections.abc import Iterator

from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import COMPACTS
from compactctl.finding import Level, Place
from compactctl.rules.rule import Checks, Hit, Rule, Sample
from compactctl.rules.samples import ANNEX, BASE

_HEAD = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors\n"
_HAMPSHIRE = "850,hampshire,Hampshire,E10000014,south-east,county,,,\n"
_SURREY = "936,surrey,Surrey,E10000030,south-east,county,,,\n"
_YEAR = AcademicYear(2003)
_OPEN = BASE[ANNEX].replace("regions: [london]", "regions: [south-east]")

RULE = Rule(
    level=Level.ERROR,
    holds_when="with --complete YEAR: an authority that counts in that year has no edition of it, nor a compact that had ended",
    reason="whoever asks for completeness wants to be told who is not there yet; nobody is obliged to be",
    remedy="begin the compact with 'compactctl new', go on with it by 'compactctl renew', or leave --complete out",
    says="Surrey (surrey) has no edition of 2003/04; 'compactctl new surrey' begins one",
    breaks=Sample({ANNEX: _OPEN, "authorities.csv": _HEAD + _HAMPSHIRE + _SURREY, "⟦compacts⟧": None}, _YEAR),
    keeps=Sample({ANNEX: _OPEN, "authorities.csv": _HEAD + _HAMPSHIRE}, _YEAR),
)


def check_absence(checks: Checks, held: frozenset[tuple[str, AcademicYear]], untold: frozenset[str]) -> Iterator[Hit]:
    """Look for authorities that existed on 1 September and hold no edition.

    Those of which it cannot be told, and those whose compact had ended by then, are `untold`.
    """
    year, register = checks.complete, checks.workspace.register
    if year is None or register is None or not checks.workspace.compacts_known:
        return
    begun = {slug for slug, _ in held}
    for authority in register:
        if authority.exists_on(year.first_day) and (authority.slug, year) not in held and authority.slug not in untold:
            command, does = ("renew", "adds the next") if authority.slug in begun else ("new", "begins one")
            begin = f"'compactctl {command} {authority.slug}' {does}"
            message = f"{authority.name} ({authority.slug}) has no edition of {year}; {begin}"
            yield Hit(Place(COMPACTS), message)
