"""Files that somebody typed, or sent, in one and the same wrong way from their first line to their last one."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from tests.slips.forms import FORMS
from tests.slips.slip import Outcome, Slip, slip

_NAME: Final = re.compile(r"(?m)^( *(?:- )?)([a-z_]+)(:.*)$")


def indented_by(blanks: str) -> Callable[[str], str]:
    """Return what puts other blanks in the place of each two before a line."""
    return lambda text: re.sub(r"(?m)^(?:  )+", lambda indent: blanks * (len(indent[0]) // 2), text)


def with_dash(bullet: str) -> Callable[[str], str]:
    """Return what puts a bullet in the place of each dash."""
    return lambda text: re.sub(r"(?m)^( *)- ", rf"\1{bullet}", text)


def with_names(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return what changes each name."""
    return lambda text: _NAME.sub(lambda line: line[1] + change(line[2]) + line[3], text)


def with_colon(colon: str) -> Callable[[str], str]:
    """Return what stands in the place of the colon, and the blank, behind each name that has a text."""
    return lambda text: re.sub(r"(?m)^( *(?:- )?[a-z_]+): (?=\S)", rf"\1{colon}", text)


def before_each(sign: str) -> Callable[[str], str]:
    """Return what puts a sign before each line that is not empty."""
    return lambda text: re.sub(r"(?m)^(?=.)", sign, text)


def whole(outcome: Outcome, form: str, change: Callable[[str], str]) -> Slip:
    text = FORMS[form].text.removesuffix("\n")
    return slip(outcome, form, text, change(text))


FORMS_BY_HAND: Final = ("plain", "statement", "annex")
_REPAIRED: Final = (
    indented_by("\t"),
    indented_by("\u00a0\u00a0"),
    indented_by("\u00a0 "),
    indented_by("\u3000"),
    with_dash("-"),
    with_dash("• "),
    with_dash("•\t"),
    with_dash("– "),
    with_dash("* "),
    with_dash("-\u00a0"),
    with_dash("-\t"),
    with_names(str.capitalize),
    with_names(str.upper),
    with_colon(":"),
    with_colon(":\u00a0"),
    with_colon(" :"),
    with_colon("："),
)
_KEPT: Final = (
    before_each("  "),
    before_each(" "),
    lambda text: text.replace("\n", "\n\n"),
    lambda text: f"---\n{text}",
    lambda text: f"\n\n# a note\n{text}\n\n",
    with_colon(" : "),
)
_EITHER: Final = (indented_by("    "), indented_by("   "), indented_by(" "))
_TOLD: Final = (
    before_each("> "),
    before_each("| "),
    before_each("* "),
    before_each("1. "),
    lambda text: text.replace("\n", " "),
    lambda text: f"{{{text}}}",
    lambda text: f'"{text}"',
    lambda text: text.replace(":", ""),
)

_OUTCOMES: Final = {
    Outcome.REPAIRED: _REPAIRED,
    Outcome.KEPT: _KEPT,
    Outcome.EITHER: _EITHER,
    Outcome.TOLD: _TOLD,
}
ALL_ALIKE: Final = tuple(
    whole(outcome, form, change)
    for outcome, changes in _OUTCOMES.items()
    for change in changes
    for form in FORMS_BY_HAND
)

SLIPS: Final[Mapping[str, tuple[Slip, ...]]] = {"the whole file": ALL_ALIKE}
