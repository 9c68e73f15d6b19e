"""Why an authority's page shows no edition, in a sentence. Foreign text in it is still to be made safe."""

from compactctl.coverage.absence import Absence
from compactctl.coverage.authority import AuthorityReport


def of_absence(report: AuthorityReport) -> str:
    """Say why an authority's page shows no edition."""
    match report.absence:
        case Absence.OUT_OF_TIME:
            return f"{report.label} did not exist in {report.year}"
        case Absence.UNREADABLE:
            return f"{report.file} cannot be read, so it cannot be told what {report.label} has agreed"
        case Absence.BELOW_STATUS:
            return f"{report.label} has an edition of {report.year}, and it is only {report.status}"
        case Absence.NO_EDITION:
            return f"{report.label} has a compact, and no edition of {report.year}"
        case _:
            return f"{report.label} has no compact yet"
