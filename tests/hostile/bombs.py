"""Files that ask for much: each by its name, as the document it stands for and what makes its bytes."""

from collections.abc import Callable, Mapping
from typing import Final

from compactctl.files.limits import MAXIMUM_BYTES, MAXIMUM_REGISTER_BYTES
from compactctl.rules.samples import REGISTER_HEAD

COMPACT: Final = "compacts/hampshire.yaml"
ANNEX: Final = "annex/2003-04.yaml"
STATEMENT: Final = "statement.yaml"
CONFIG: Final = "config.yaml"
REGISTER: Final = "authorities.csv"

_DIGITS: Final = "9" * 5000
_HEAD: Final = "authority: hampshire\neditions:\n"
_EDITION: Final = f"{_HEAD}  - year: 2003/04\n    priorities:\n"
_PRIORITY: Final = "      - area: ks2-literacy-numeracy\n        why: x\n"


def _doubling(depth: int) -> str:
    """Return aliases that stand for two to the power of the depth texts."""
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, depth))]
    return "\n".join(lines)


def _merging(depth: int) -> str:
    """Return merge keys that stand for two to the power of the depth keys."""
    lines = ["a0: &a0 {k: v}", *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, depth))]
    return "\n".join(lines)


def _staircase(depth: int) -> str:
    return "".join(f"{' ' * level}k:\n" for level in range(depth))


def _full(piece: str, size: int = MAXIMUM_BYTES) -> str:
    """Return a piece as often as a file may hold it."""
    return piece * ((size - 200) // len(piece.encode()))


def _full_register(piece: str) -> str:
    """Return a register with as many lines as it may hold."""
    return REGISTER_HEAD + _full(piece, MAXIMUM_REGISTER_BYTES)


SYNTAX: Final[Mapping[str, Callable[[], str]]] = {
    "brackets": lambda: _full("["),
    "braces": lambda: _full("{"),
    "braces-with-keys": lambda: _full("{a: "),
    "dashes": lambda: _full("- "),
    "questions": lambda: _full("? "),
    "staircase": lambda: _staircase(1400),
    "closed-brackets": lambda: "[" * 400_000 + "]" * 400_000,
    "aliases": lambda: _doubling(60),
    "merges": lambda: _merging(25),
    "anchors": lambda: _full("- &a x\n"),
    "alias-of-itself": lambda: "a: &a [*a]\n" + _full("- *a\n"),
    "anchors-after-another-fault": lambda: "a: 1\na: 2\nb: [" + "&x y, " * 40_000 + "z" * 780_000 + "\U0001f469]\n",
    "tags": lambda: _full("- !!python/object/apply:os.system [id]\n"),
    "tag-of-a-megabyte": lambda: "!" + "a" * 1_000_000 + " x",
    "anchor-of-a-megabyte": lambda: "&" + "a" * 1_000_000 + " x",
    "directives": lambda: _full("%YAML 1.1\n"),
    "tag-directives": lambda: _full("%TAG !a! !b\n"),
    "documents": lambda: _full("---\n"),
    "scalar": lambda: f"title: {'x' * 1_000_000}",
    "quoted-scalar": lambda: f"title: '{'x' * 1_000_000}'",
    "open-quote": lambda: "title: '" + "x\n" * 500_000,
    "escapes": lambda: 'title: "' + "\\x41" * 250_000 + '"',
    "hidden-escapes": lambda: 'title: "' + "\\u202e" * 170_000 + '"',
    "block-scalar": lambda: "title: |\n" + "  x\n" * 250_000,
    "key": lambda: f"{'k' * 1_000_000}: x",
    "keys": lambda: "".join(f"k{number}: v\n" for number in range(80_000)),
    "same-keys": lambda: _full("a:\n"),
    "misspelt-keys": lambda: "".join(f"editons{number}: v\n" for number in range(20_000)),
    "long-misspelt-keys": lambda: "".join(f"{'edition' * 140}{number}: v\n" for number in range(1_000)),
    "empty-lines": lambda: _full("\n"),
    "returns": lambda: _full("\r"),
    "blanks": lambda: _full(" "),
    "tabs": lambda: _full("\t"),
    "comments": lambda: _full("#\n"),
    "plain-lines": lambda: _full("a\n"),
    "texts": lambda: _full("- x\n"),
    "empty-entries": lambda: _full("-\n"),
    "hidden-in-one-line": lambda: _full("\u0085"),
    "hidden-in-many-lines": lambda: _full("\u0085\n"),
    "nulls": lambda: _full("\0"),
    "bidi": lambda: _full("\u202e"),
    "emoji-joined": lambda: _full("\U0001f469\u200d"),
    "flags-unfinished": lambda: _full("\U0001f3f4\U000e0067"),
    "combining": lambda: "title: a" + "\u0301" * 500_000,
}
"""What the reader meets, whatever the document."""

_LINE_ENDS: Final = '  - "a' + r"\n" * 2_400 + 'x TODO"\n'

MEANING: Final[Mapping[str, tuple[str, Callable[[], str]]]] = {
    "digits-as-year": (COMPACT, lambda: f"{_HEAD}  - year: {_DIGITS}/{_DIGITS}\n    priorities: []\n"),
    "digits-as-date": (
        STATEMENT,
        lambda: f"signatures:\n  - party: department\n    role: x\n    date: {_DIGITS}-01-01\n",
    ),
    "digits-as-letter": (ANNEX, lambda: f"year: 2003/04\ntitle: x\ngroups:\n  - areas:\n      - letter: {_DIGITS}\n"),
    "digits-as-all": (CONFIG, lambda: f"levels:\n  unfinished: {_DIGITS}\nexemptions:\n  - until: {_DIGITS}\n"),
    "empty-editions": (COMPACT, lambda: _HEAD + "  - {}\n" * 24_000),
    "same-years": (COMPACT, lambda: _HEAD + "  - {year: 2003/04, priorities: []}\n" * 8_000),
    "same-priorities": (COMPACT, lambda: _EDITION + _PRIORITY * 9_000),
    "unknown-areas": (COMPACT, lambda: _EDITION + "".join(f"      - area: ks{n}\n" for n in range(15_000))),
    "unknown-keys": (COMPACT, lambda: _EDITION + "".join(f"      - {{arae{n}: x}}\n" for n in range(12_000))),
    "long-area": (COMPACT, lambda: f"{_EDITION}      - area: {'ks2-literacy' * 80_000}\n"),
    "unfinished": (COMPACT, lambda: _EDITION + "      - {area: challenging-targets, why: TODO}\n" * 8_000),
    "line-ends": (COMPACT, lambda: f"authority: hampshire\nsources:\n{_LINE_ENDS * 200}editions: []\n"),
    "cut-off-texts": (COMPACT, lambda: "authority: hampshire\nsources:\n" + "  - x #y\n" * 45_000),
    "lost-lines": (COMPACT, lambda: "authority: hampshire\nsources:\n  - x\n" + "    #y\n  - >-\n      x\n" * 20_000),
    "comments": (COMPACT, lambda: "authority: hampshire\nsources:\n" + "  -\n" + "  # y\n" * 100_000 + "    x\n"),
    "signatures": (COMPACT, lambda: f"{_EDITION}{_PRIORITY}    signatures:\n" + "      - {party: x}\n" * 12_000),
    "same-areas": (ANNEX, lambda: "groups:\n  - areas:\n" + "      - {letter: a, id: abc, title: x}\n" * 6_000),
    "groups": (ANNEX, lambda: "groups:\n" + "  - {id: abc, title: x, areas: []}\n" * 6_000),
    "commitments": (STATEMENT, lambda: "commitments:\n" + "  - {id: abc, text: x}\n" * 9_000),
    "exemptions": (CONFIG, lambda: "exemptions:\n" + "  - {rule: unfinished, reason: x, until: 2009-01-01}\n" * 5_000),
    "levels": (CONFIG, lambda: "levels:\n" + "".join(f"  unfinishe{n}: error\n" for n in range(20_000))),
    "register-rows": (REGISTER, lambda: _full_register("ab\n")),
    "register-same-rows": (REGISTER, lambda: _full_register(f"850,hampshire,Hampshire,,,,,,{'1 ' * 100}\n")),
    "register-lines": (REGISTER, lambda: _full_register("\n") + "ab"),
    "register-commas": (REGISTER, lambda: _full(",", MAXIMUM_REGISTER_BYTES)),
    "register-quotes": (REGISTER, lambda: _full_register('"')),
    "register-field": (REGISTER, lambda: f"{REGISTER_HEAD}{'x' * 1_000_000},b,c,d,e,f,,,\n"),
    "register-digits": (
        REGISTER,
        lambda: f"{REGISTER_HEAD}850,hampshire,Hampshire,,,,{_DIGITS[:300]},{_DIGITS[:300]},\n",
    ),
}
"""What the rules meet: documents that can be read, and break the same rule thousands of times."""

FILES: Final = (COMPACT, ANNEX, STATEMENT, CONFIG, REGISTER)
