"""Findings to be shown: plain ones, and hostile ones that any format must survive."""

from datetime import date
from typing import Final

from compactctl.finding import Finding, Level, Place, Related, Repair, Span
from compactctl.formats.findings.result import FindingsResult, Scope

HOSTILE: Final = (
    "\x1b[31mred\x1b]52;c;aGk=\x07",
    "\x00\x0b\x7f\x9b2J\ufffe\uffff",
    "\u202etxt.exe\u2028\u200b\ufeff",
    "half \ud83d of a pair \udcff",
    "\r\n::error ::taken over",
    "\t##[group]taken over",
    "::stop-commands::token",
    "100% of it, really: yes",
    "]]> & <b>bold</b> <!-- --> &lt; \" '",
    "`code` | [a link](https://example.org) @somebody #12",
    "=cmd|' /C calc'!A0",
    "{0} {{braces}} \\ %0A",
    "ordinary – “quoted”, £5m, नमस्ते, \U0001f469\u200d\U0001f467",
)


def finding(
    message: str,
    file: str = "compacts/hampshire.yaml",
    level: Level = Level.ERROR,
    span: Span | None = Span(9, 15, 9, 27),  # noqa: B008 - frozen
    *,
    rule: str = "unknown-area",
    repair: Repair | None = None,
) -> Finding:
    related = Related(f"see {message}", Place(file, span))
    return Finding(rule, level, message, Place(file, span, message, 1), (related,), repair=repair)


def result(*findings: Finding, fails_from: Level = Level.ERROR) -> FindingsResult:
    return FindingsResult(
        folder="data",
        rooted="data",
        as_of=date(2004, 1, 15),
        scope=Scope(3, ("statement.yaml", "annex/2003-04.yaml", "compacts/hampshire.yaml")),
        findings=findings,
        fails_from=fails_from,
    )


ENCODED: Final = Repair(None, None, None)
"""The repair of a file that is to be saved anew."""

NASTY: Final = result(
    *(finding(text, f"compacts/{text}.yaml", level) for text in HOSTILE for level in Level),
    *(finding(text, repair=Repair(9, 10, f"{text}\n{text}")) for text in HOSTILE),
    *(finding(text, span=None, rule="misplaced-file") for text in HOSTILE),
)
"""Hostile messages, paths and second places, with and without a line."""
