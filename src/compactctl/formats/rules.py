"""The rules as text: the page of one, and the list of all in lines, as Markdown (docs/rules.md) and as JSON."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from compactctl.formats.safe import source_line
from compactctl.formats.strict_json import written
from compactctl.formats.styled import StyledLine, plain
from compactctl.rules.rule import Rule, Sample
from compactctl.rules.samples import BASE, CLOSING, OPENING
from compactctl.rules.samples import plain as unmarked
from compactctl.words import cut

Pages = Iterable[tuple[str, str, Rule]]
"""Group, name and page of each rule."""

_GROUPS = {
    "files": "Files",
    "schema": "Schema",
    "annex": "Statement and annex",
    "register": "Register",
    "compact": "Compact",
    "agreement": "Agreement",
    "finish": "Finish",
    "exemptions": "Exemptions",
}
_LISTED = 180
"""Characters of what a rule finds, in the list."""
_WIDTH = 76
_AROUND = 3


def level_of(rule: Rule) -> str:
    """Return the level as it is shown: `draft` is a warning in a draft, and an error once anybody has signed."""
    return str(rule.level) if rule.level else "draft"


def _style(rule: Rule) -> str:
    return str(rule.level) if rule.level else "warning"


def terminal(pages: Pages) -> Iterator[StyledLine]:
    """Yield the rules in their groups, a line or two each."""
    for group, rules in groupby(pages, key=lambda item: item[0]):
        yield [("strong", _GROUPS[group])]
        for _, name, rule in rules:
            level = (_style(rule), f"{level_of(rule):<9}")
            yield [("", f"  {name:<24}"), level, ("", cut(rule.found_when, _LISTED))]
        yield [("", "")]
    yield [("", "draft: a warning while nobody has signed, an error once anybody has")]
    yield [("", "compactctl explain RULE tells more")]


def markdown(pages: Pages) -> str:
    """Return the reference of all rules."""
    parts = [
        "# The rules\n\nMade from the code by `compactctl rules --format markdown`.\n\n",
        "`draft` means: a warning while nobody has signed, an error once anybody has.\n",
    ]
    for group, rules in groupby(pages, key=lambda item: item[0]):
        parts.append(f"\n## {_GROUPS[group]}\n")
        for _, name, rule in rules:
            text = plain(page(name, rule)).partition("\n\n")[2].rstrip()
            parts.append(f"\n### `{name}` ({level_of(rule)})\n\n```text\n{text}\n```\n")
    return "".join(parts)


def as_json(pages: Pages) -> bytes:
    """Return the rules as a list of maps."""
    rules = [
        {
            "rule": name,
            "group": group,
            "level": level_of(rule),
            "holds_when": rule.found_when,
            "reason": rule.reason,
            "remedy": rule.remedy,
        }
        for group, name, rule in pages
    ]
    return written({"format": "compactctl/rules/1", "rules": rules}) + b"\n"


def page(name: str, rule: Rule) -> Iterator[StyledLine]:
    """Yield the lines of a rule's page."""
    level = str(rule.level) if rule.level else "a warning in a draft, an error once anybody has signed"
    yield [("strong", name), ("", " ("), (_style(rule), level), ("", ")")]
    yield [("", "")]
    for title, text in _sections(rule):
        yield [("strong", title)]
        yield from ([("", f"  {line}")] for line in textwrap.wrap(text, _WIDTH))
        yield [("", "")]
    yield [("strong", "Breaks it")]
    yield from _sample(rule.breaks)
    yield [("", "")]
    yield [("strong", "Keeps it")]
    yield from _sample(rule.keeps)


def _sections(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield what the page says of a rule, each with its title; what the finding says stands as it does in one."""
    yield "It is found when", f"{rule.found_when}."
    yield "Why", f"{rule.reason}."
    yield "What to do", f"{rule.remedy}."
    yield "It says", rule.says


def _sample(sample: Sample) -> Iterator[StyledLine]:
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


def _file(name: str, text: str | None) -> Iterator[StyledLine]:
    shown = unmarked(name).rstrip("/")
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
    marked = [number for number, line in enumerate(lines) if OPENING in line]
    shown = marked or [number for number, line in enumerate(lines) if line not in common] or [0]
    first, last = max(0, shown[0] - _AROUND), min(len(lines), shown[-1] + _AROUND + 1)
    if len(lines) <= 2 * _AROUND + 2:
        first, last = 0, len(lines)
    for number in range(first, last):
        line = source_line(unmarked(lines[number]))
        marks = ""
        if OPENING in lines[number]:
            begin, end = lines[number].index(OPENING), lines[number].find(CLOSING) - 1
            marks = line.carets(begin, end if end > begin else len(unmarked(lines[number])))
        yield number + 1, line.text, marks
