"""Gates: what a report has to reach for whoever asked for it."""

from fractions import Fraction

from compactctl.coverage.results import Coverage


def reaches(coverage: Coverage[object], percent: Fraction) -> bool:
    """Tell whether so many of a hundred authorities that count have an edition; of no authorities, none do."""
    if not coverage.registered:
        return percent == 0
    return Fraction(100 * coverage.with_edition, coverage.registered) >= percent
