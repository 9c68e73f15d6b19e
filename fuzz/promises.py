"""What must hold of every result, whatever the input was; raises `Broken` where it does not."""

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from compactctl.finding import Finding

_ACTING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_COMMAND: Final = re.compile(r"^\s*::|##\[", re.MULTILINE)


class Broken(AssertionError):  # noqa: N818 - names what happened to it
    """A promise is broken."""


def keeps(held: object, what: str) -> None:
    """Raise where something does not hold."""
    if not held:
        raise Broken(what)


def check_findings(findings: Sequence[Finding]) -> None:
    """Each finding says what is wrong, in which file, and on which line if it names one."""
    for item in findings:
        keeps(item.message and item.place.file, "a finding without a message or a file")
        for place in (item.place, *(related.place for related in item.related)):
            span = place.span
            begins = span is None or (span.line >= 1 and span.column >= 1)
            keeps(begins, f"a place before the file: {span}")
            ends = span is None or (span.end_line, span.end_column) >= (span.line, span.column)
            keeps(ends, f"a place that ends before it begins: {span}")
        if item.repair is not None and item.repair.text is not None:
            first, last = item.repair.line, item.repair.end_line
            keeps(first and last and 1 <= first <= last, f"a repair of no lines: {first} to {last}")


def check_text(text: str, *, commands: int = 0) -> None:
    """Nothing in a text acts on a terminal, and a runner finds no more commands in it than these."""
    match = _ACTING.search(text)
    keeps(match is None, f"{match} reaches the output")
    keeps(len(_COMMAND.findall(text)) == commands, "a runner's command reaches the output")


def strict_json(document: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what a JSON document holds, where it is JSON to the letter."""
    return json.loads(document.decode("utf-8"), parse_constant=_no_number)


def _no_number(name: str) -> None:
    raise Broken(f"{name} is no JSON")
