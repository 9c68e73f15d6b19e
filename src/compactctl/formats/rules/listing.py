"""The list of all rules: in lines, as Markdown (docs/rules.md) and as JSON."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from compactctl.formats.rules.page import page
from compactctl.formats.strict_json import written
from compactctl.formats.styled import Line, plain
from compactctl.rules.rule import Rule
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


def level_of(rule: Rule) -> str:
    """Return the level as it is told: `draft` is a warning in a draft, and an error once anybody has signed."""
    return str(rule.level) if rule.level else "draft"


def terminal(pages: Pages) -> Iterator[Line]:
    """Yield the rules in their groups, a line or two each."""
    for group, rules in groupby(pages, key=lambda item: item[0]):
        yield [("strong", _GROUPS[group])]
        for _, name, rule in rules:
            style = str(rule.level) if rule.level else "warning"
            yield [("", f"  {name:<24}"), (style, f"{level_of(rule):<9}"), ("", _short(rule.found_when))]
        yield [("", "")]
    yield [("", "draft: a warning while nobody has signed, an error once anybody has")]
    yield [("", "compactctl explain RULE tells more")]


def _short(text: str) -> str:
    return cut(text, 180)


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


def json_(pages: Pages) -> bytes:
    """Return the rules as a list of maps."""
    rules = [
        {
            "rule": name,
            "group": group,
            "level": level_of(rule),
            "found_when": rule.found_when,
            "reason": rule.reason,
            "remedy": rule.remedy,
        }
        for group, name, rule in pages
    ]
    return written({"format": "compactctl/rules/1", "rules": rules}) + b"\n"
