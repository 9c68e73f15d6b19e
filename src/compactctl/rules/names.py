"""Which rules there are: the files of the folder, imported only when they are needed."""

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

from compactctl.errors import CannotDo
from compactctl.rules.rule import Rule
from compactctl.words import Choices, quoted

GROUPS: Final = ("files", "schema", "annex", "register", "compact", "agreement", "finish", "exemptions")
UNTOUCHABLE: Final = ("files", "schema", "register")
"""Groups whose rules have one level and no exemption: what they find cannot be read as anything."""

_FOLDER: Final = Path(__file__).parent


@cache
def rule_names() -> dict[str, str]:
    """Return the group of every rule, by the rule's name, in the order of groups and names."""
    return {
        path.stem.replace("_", "-"): group
        for group in GROUPS
        for path in sorted((_FOLDER / group).glob("*.py"))
        if path.stem != "__init__"
    }


def module_of(name: str) -> ModuleType:
    """Import the module of a rule."""
    return import_module(f"compactctl.rules.{rule_names()[name]}.{name.replace('-', '_')}")


def page_of(name: str) -> Rule:
    """Return the page of a rule; raises `CannotDo` where there is no such rule."""
    if name not in rule_names():
        raise CannotDo(f"there is no rule {quoted(name)}", suggestion(name))
    page: Rule = module_of(name).RULE
    return page


def suggestion(name: str) -> str:
    """Say which rule was probably meant."""
    meant = _choices().meant_by(name)
    return f"did you mean '{meant}'?" if meant else "'compactctl rules' lists the rules"


@cache
def _choices() -> Choices:
    return Choices(rule_names())


def is_untouchable(name: str) -> bool:
    """Tell whether a rule can be neither ignored, nor exempted, nor given another level."""
    return rule_names().get(name) in UNTOUCHABLE
