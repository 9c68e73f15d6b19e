"""The page of one rule, as `compactctl explain` shows it."""

import textwrap
from collections.abc import Iterator

from compactctl.formats.safe import source_line
from compactctl.formats.styled import Line
from compactctl.rules.rule import Rule, Sample
from compactctl.rules.samples import BASE, CLOSING, OPENING, plain

_WIDTH = 76
_AROUND = 3


def page(name: str, rule: Rule) -> Iterator[Line]:
    """Yield the lines of a rule's page."""
    level = str(rule.level) if rule.level else "warning"
    told = f"{rule.level}" if rule.level else "a warning in a draft, an error once anybody has signed"
    yield [("strong", name), ("", " ("), (level, told), ("", ")")]
    yield [("", "")]
    for title, text in _told(rule):
        yield [("strong", title)]
        yield from ([("", f"  {line}")] for line in textwrap.wrap(text, _WIDTH))
        yield [("", "")]
    yield [("strong", "Breaks it")]
    yield from _sample(rule.breaks)
    yield [("", "")]
    yield [("strong", "Keeps it")]
    yield from _sample(rule.keeps)


def _told(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield what the page says of a rule, each with its title; what the finding says stands as it does there."""
    yield "It is found when", f"{rule.found_when}."
    yield "Why", f"{rule.reason}."
    yield "What to do", f"{rule.remedy}."
    yield "It says", rule.says


def _sample(sample: Sample) -> Iterator[Line]:
    if sample.complete:
        yield [("", f"  with --complete {sample.complete}")]
    if not sample.files:
        yield [("", "  statement.yaml is there")]
    if sample.before is not None:
        yield [("", "  with --since REF, where it was")]
        for name, text in sample.before.items():
            yield from _file(name, text)
        yield [("", "  and is")]
    for name, text in sample.files.items():
        yield from _file(name, text)


def _file(name: str, text: str | None) -> Iterator[Line]:
    shown = plain(name).rstrip("/")
    if text is None:
        if OPENING in name and shown in BASE:
            yield [("error", f"  {shown}: not there")]
        return
    what = " (a folder)" if name.endswith("/") else ""
    yield [("error" if OPENING in name else "place", f"  {shown}{what}")]
    for number, line, carets in _lines(shown, text):
        yield [("place", f"  {number:>4} | "), ("", line)]
        if carets:
            yield [("place", "       | "), ("error", carets)]


def _lines(name: str, text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, text and marks of the lines that differ from the common workspace, with a few around them."""
    common = BASE.get(name, "").split("\n")
    lines = text.rstrip("\n").split("\n")
    telling = [number for number, line in enumerate(lines) if OPENING in line] or [
        number for number, line in enumerate(lines) if line not in common
    ]
    if not telling:
        telling = [0]
    first, last = max(0, telling[0] - _AROUND), min(len(lines), telling[-1] + _AROUND + 1)
    if len(lines) <= 2 * _AROUND + 2:
        first, last = 0, len(lines)
    for number in range(first, last):
        line = source_line(plain(lines[number]))
        marks = ""
        if OPENING in lines[number]:
            begin, end = lines[number].index(OPENING), lines[number].find(CLOSING) - 1
            marks = line.carets(begin, end if end > begin else len(plain(lines[number])))
        yield number + 1, line.text, marks
