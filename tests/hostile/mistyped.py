"""Files that ask for much of the reading by lines: each by its name, as what makes a compact."""

from collections.abc import Callable, Mapping
from itertools import cycle, islice
from typing import Final

from compactctl.files.limits import MAXIMUM_BYTES

_HEAD: Final = "authority: hampshire\neditions:\n  - year: 2003/04\n    priorities:\n"
_WHY: Final = f"{_HEAD}      - area: ks2-literacy-numeracy\n        why: "
_OFFERS: Final = f"{_WHY}x\n        contributions:\n          authority:\n"
_KINDS: Final = (
    "            - Results: the county's\n",
    "            - 'the county's own'\n",
    "            - [draft] Two\n",
    "            - > 85 per cent\n",
    "            -Two\n",
    "            • Two\n",
    "\t    - Two\n",
    "             - Ranked #3\n",
    "          carried on\n",
    '            - "x" y\n',
)
_IN_SHORT: Final = ("- a: b\n", "-x\n", "'\n", '"\n', "[\n", "\t\n", "#3\n", "a\n", "why x\n", "•y\n")
_ANYWHERE: Final = ("area: x\n", "  date: x\n", "    text: x\n", " party: x\n")


def _full(piece: str, head: str = "") -> str:
    """Return a piece as often as a file may hold it, behind a head."""
    return head + piece * ((MAXIMUM_BYTES - len(head) - 200) // len(piece.encode()))


def _many(*pieces: str, head: str, lines: int) -> str:
    return head + "".join(islice(cycle(pieces), lines))


MISTYPED: Final[Mapping[str, Callable[[], str]]] = {
    "ten-kinds": lambda: _many(*_KINDS, head=_OFFERS, lines=40_000),
    "ten-kinds-in-short": lambda: _many(*_IN_SHORT, head="", lines=100_000),
    "quotes": lambda: _full("'"),
    "double-quotes": lambda: _full('"'),
    "quotes-in-a-text": lambda: _full("'", _WHY),
    "quoted-words": lambda: _full("'a' ", _WHY),
    "open-quotes": lambda: _full("            - 'x\n", _OFFERS),
    "open-double-quotes": lambda: _full('            - "x\n', _OFFERS),
    "quote-never-closed": lambda: _full("            - x\n", f"{_WHY}'x\n"),
    "double-quote-never-closed": lambda: _full("          x\n", f'{_WHY}"x\n'),
    "dashes": lambda: _full("-", _WHY),
    "dashes-apart": lambda: _full("- ", f"{_OFFERS}            "),
    "dash-lines": lambda: _full("-\n", _OFFERS),
    "dashes-further-in": lambda: _HEAD + "".join(f"{' ' * level}- x\n" for level in range(1_400)),
    "dashes-further-out": lambda: _HEAD + "".join(f"{' ' * level}- x\n" for level in range(1_400, 0, -1)),
    "bullets": lambda: _full("            •x\n", _OFFERS),
    "tabs": lambda: _full("\t", _WHY),
    "tabs-before": lambda: _full("\t\t- x\n", _OFFERS),
    "blanks-of-word": lambda: _full("\u00a0", f"{_HEAD}      - area:"),
    "names": lambda: _full("a: ", _WHY),
    "name-lines": lambda: _full("a: \n"),
    "known-names": lambda: _full("why: x\n", _HEAD),
    "known-names-apart": lambda: _full("            why:x\n", _HEAD),
    "known-names-in-capitals": lambda: _full("        AREA: x\n", _HEAD),
    "areas": lambda: _full("      -area: x\n", _HEAD),
    "names-anywhere": lambda: _many(*_ANYWHERE, head=_HEAD, lines=90_000),
    "colons": lambda: _full(":", _WHY),
    "colons-of-china": lambda: _full("why\uff1ax\n", _HEAD),
    "brackets": lambda: _full("            - [x\n", _OFFERS),
    "bracket-never-closed": lambda: _full("            - x\n", f"{_WHY}[x\n"),
    "brackets-in-a-line": lambda: _full("[", _WHY),
    "braces": lambda: _full("            - {x: y\n", _OFFERS),
    "commas": lambda: _full(",", _WHY),
    "backslashes": lambda: _full("\\", f'{_WHY}"'),
    "signs-of-forms": lambda: _full("            - >- x\n", _OFFERS),
    "carried-on": lambda: _full("x\n", _WHY),
    "carried-on-between-blank-lines": lambda: _full("x\n\n", _WHY),
    "blank-lines": lambda: _full("\n", f"{_WHY}a: b\n") + "x\n",
    "notes": lambda: _full("# x\n", f"{_WHY}a: b\n") + "x\n",
    "signs-of-notes": lambda: _full("            - x #3\n", _OFFERS),
    "signs-of-notes-in-a-line": lambda: _full(" #3", _WHY),
    "merges": lambda: _full("<<<<<<< HEAD\n", _HEAD),
    "merges-whole": lambda: _full("<<<<<<< a\n=======\n>>>>>>> b\n", _HEAD),
    "documents": lambda: _full("---\na: [x\n"),
    "directives": lambda: _full("%x\n", "a: [\n"),
    "one-line": lambda: f"{_WHY}{'a: b ' * 200_000}\n",
    "one-word": lambda: f"{_WHY}{'x' * 1_000_000}: y\n",
    "one-line-of-quotes": lambda: f"{_WHY}'{'it is ' * 160_000}the county's'\n",
    "one-line-of-blanks": lambda: f"{_WHY}a: b{' ' * 1_000_000}#3\n",
    "long-lines": lambda: _full(f"            - {'a: b ' * 2_000}\n", _OFFERS),
}
