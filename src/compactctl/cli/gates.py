"""Gates: what whoever runs the report wants to be reached, judged after it is printed."""

from fractions import Fraction
from typing import NamedTuple

from compactctl.cli.output import notify
from compactctl.coverage.results import Coverage
from compactctl.coverage.year import reaches_percent
from compactctl.errors import CannotDo
from compactctl.formats.coverage.words import of_editions, of_filters
from compactctl.words import quoted

_HUNDRED = 100


class Gates(NamedTuple):
    """The gates that were asked for: how many of a hundred authorities have an edition, and that no area is a gap."""

    percent: Fraction | None
    no_gaps: bool

    @classmethod
    def asked_for(cls, fail_under: str | None, *, no_gaps: bool) -> "Gates":
        """Return the gates; raises `CannotDo` where the percentage is none."""
        return cls(None if fail_under is None else _percent(fail_under), no_gaps)

    def judge(self, coverage: Coverage[object]) -> int:
        """Say which gates are not met and return the exit code; raises `CannotDo` where they cannot be judged."""
        if self.percent is None and not self.no_gaps:
            return 0
        if not coverage.is_whole:
            hint = "'compactctl validate' says what is wrong"
            raise CannotDo("the gate cannot be judged, since not everything in the data folder can be read", hint)
        failures = list(self._failures(coverage))
        for failure in failures:
            notify(failure)
        return 1 if failures else 0

    def _failures(self, coverage: Coverage[object]) -> list[str]:
        failures = []
        if self.percent is not None and not reaches_percent(coverage, self.percent):
            failures.append(f"{of_editions(coverage)}; --fail-under asks for {float(self.percent):.15g} in a hundred")
        if self.no_gaps and (unmet := _gaps(coverage)):
            about = of_filters(coverage.filters)
            failures.append(f"looking only at {about}, {unmet}" if about else unmet)
        return failures


def _gaps(coverage: Coverage[object]) -> str | None:
    """Say what nobody took up; nobody, and nothing to take up, make no year without a gap."""
    if not coverage.with_edition:
        return f"nobody has an edition of {coverage.year}, so every area that is open is taken up by nobody"
    if all(area.open_to == 0 for area in coverage.areas):
        return f"no area of {coverage.year} is open to anybody, so none is taken up"
    if gaps := coverage.gaps:
        are = "area is" if len(gaps) == 1 else "areas are"
        return f"{len(gaps):,} {are} open and taken up by nobody: {'; '.join(area.label for area in gaps)}"
    return None


def _percent(text: str) -> Fraction:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= _HUNDRED:
        raise CannotDo(f"--fail-under cannot be {quoted(text)}", "it is a number from 0 to 100")
    return Fraction(str(value))
