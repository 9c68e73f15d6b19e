"""The page of a rule as SARIF has it, to be read beside its findings."""

from typing import Final

from compactctl.finding import Level
from compactctl.formats.rules.listing import level_of
from compactctl.formats.rules.page import page
from compactctl.formats.styled import plain
from compactctl.rules.names import page_of
from compactctl.rules.rule import Rule

_PAGES: Final = "https://github.com/compactctl/compactctl/blob/main/docs/rules.md"
_LEVELS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def descriptor(name: str) -> dict[str, object]:
    """Return the description of a rule. A rule that is milder with drafts stands with its heavier level."""
    rule = page_of(name)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": _sentence(rule.found_when)},
        "fullDescription": {"text": f"{_sentence(rule.found_when)} Why: {rule.reason}."},
        "defaultConfiguration": {"level": _LEVELS[rule.level or Level.ERROR]},
        "helpUri": f"{_PAGES}#{name}-{level_of(rule)}",
        "help": {"text": _text(name, rule), "markdown": _markdown(name, rule)},
    }


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _text(name: str, rule: Rule) -> str:
    return plain(page(name, rule)).rstrip()


def _markdown(name: str, rule: Rule) -> str:
    samples = plain(page(name, rule)).partition("\nBreaks it\n")[2].rstrip()
    breaks, _, keeps = samples.partition("\n\nKeeps it\n")
    return (
        f"{_sentence(rule.found_when)}\n\n"
        f"**Why.** {_sentence(rule.reason)}\n\n**What to do.** {_sentence(rule.remedy)}\n\n"
        f"**Breaks it**\n\n```text\n{breaks}\n```\n\n**Keeps it**\n\n```text\n{keeps}\n```\n"
    )
