"""A signature of a day that is still to come."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import SAMPLE_DAY, Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.rules.signatures import Signatures

_SIGNATURES = "    signatures:\n      - party: authority\n        role: Director of education\n        date: {}\n    priorities:\n"

RULE = Rule(
    level=Level.ERROR,
    found_when="a signature is of a later day than today (or than --as-of)",
    reason="nobody has signed yet, and the document would count as signed",
    remedy="correct the date, or take the signature out until it is given",
    says="this is signed on 2004-03-01, and today is 2004-01-15; correct the date, or sign later",
    breaks=replaced(COMPACT, ("    priorities:\n", _SIGNATURES.format("⟦2004-03-01⟧"))),
    keeps=replaced(COMPACT, ("    priorities:\n", _SIGNATURES.format(SAMPLE_DAY))),
)


def check_signatures(checks: Checks, signatures: Signatures) -> Iterator[Violation]:
    """Hold the days of signatures against today."""
    for day, path in signatures.days():
        if day > checks.as_of:
            message = f"this is signed on {day}, and today is {checks.as_of}; correct the date, or sign later"
            yield Violation(signatures.source.value(path), message)
