"""One line a finding: `data/compacts/hampshire.yaml:9:15: error[unknown-area] …`."""

from collections.abc import Iterator

from compactctl.finding import Finding
from compactctl.formats.findings.result import FindingsResult, position
from compactctl.formats.safe import one_line, printable
from compactctl.formats.styled import StyledLine


def render(result: FindingsResult) -> Iterator[StyledLine]:
    """Yield the lines."""
    for finding in result.findings:
        yield _line(result, finding)
    if result.statistics:
        if result.by_rule:
            yield [("", "")]
        yield from statistics(result)


def _line(result: FindingsResult, finding: Finding) -> StyledLine:
    return [
        ("place", f"{printable(result.path(finding.place))}{position(finding.place)}: "),
        (finding.level, f"{finding.level}[{finding.rule}]"),
        ("", f" {printable(one_line(finding.message))}"),
    ]


def statistics(result: FindingsResult) -> Iterator[StyledLine]:
    """Yield how often each rule was broken."""
    for rule, count in result.by_rule:
        yield [("", f"{count:>6}  {rule}")]
