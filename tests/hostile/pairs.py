"""Files that ask for much together: each by its name, as what makes the texts of an annex, a compact and others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, product
from typing import Final

from tests.hostile.bombs import ANNEX, COMPACT, CONFIG, REGISTER, STATEMENT

from compactctl.documents.values import MAXIMUM_ENTRIES, MAXIMUM_ID
from compactctl.files.limits import MAXIMUM_ROWS
from compactctl.rules.samples import BASE, REGISTER_HEAD

SECOND: Final = "annex/2004-05.yaml"
THIRD: Final = "annex/2005-06.yaml"

_HEAD: Final = "authority: hampshire\neditions:\n"


def _alike(count: int, end: str = "") -> list[str]:
    """Return as many ids of the greatest length, which differ a little near their ends."""
    ends = ("".join(letters) + end for letters in product("abcdefgh", repeat=4))
    return [letters.rjust(MAXIMUM_ID, "a") for letters in islice(ends, count)]


def _mistyped(count: int) -> list[list[str]]:
    """Return lists, as long as they may be, of ids that are nearly like those, and like none of them."""
    words = _alike(count * MAXIMUM_ENTRIES, "zzz")
    return [words[begin : begin + MAXIMUM_ENTRIES] for begin in range(0, len(words), MAXIMUM_ENTRIES)]


def _numbered(letter: str, count: int) -> list[str]:
    return [f"{letter}{number:05}" for number in range(count)]


def _annex(year: str, ids: Sequence[str], more: Callable[[int], str] = lambda _: "", title: str = "T") -> str:
    """Return an annex with these areas, in groups that are as long as a list may be."""
    areas = [f"      - {{letter: a, id: {key}, title: {title}, summary: s{more(n)}}}\n" for n, key in enumerate(ids)]
    groups = (
        f"  - id: g{begin}\n    title: T\n    areas:\n{''.join(areas[begin : begin + MAXIMUM_ENTRIES])}"
        for begin in range(0, len(areas), MAXIMUM_ENTRIES)
    )
    return f"year: {year}\ntitle: T\ngroups:\n{''.join(groups)}"


def _edition(year: str, areas: Iterable[str]) -> str:
    return f"  - year: {year}\n    priorities:\n" + "".join(f"      - area: {area}\n" for area in areas)


def _years(count: int) -> list[str]:
    return [f"{start}/{(start + 1) % 100:02}" for start in range(2003, 2003 + count)]


def _file(year: str) -> str:
    return f"annex/{year.replace('/', '-')}.yaml"


def _from(ids: Sequence[str]) -> Callable[[int], str]:
    return lambda _: f", from: [{', '.join(ids)}]"


def _register(rows: Iterable[str]) -> str:
    return f"{REGISTER_HEAD}850,hampshire,Hampshire,,south-east,county,,,\n{''.join(rows)}"


def _nobody() -> dict[str, str]:
    """Return as many areas as there is room for, each open to nobody of very many authorities."""
    rows = (f"{n},a{n},A,,r,t,,,\n" for n in range(1000, MAXIMUM_ROWS))
    areas = _annex("2003/04", _numbered("a", 2700), lambda _: ", open_to: {regions: [r], types: [county]}")
    return {REGISTER: _register(rows), ANNEX: areas}


def _hourglass() -> dict[str, str]:
    """Return many areas that become one, of which many come: millions of ways from the first annex to the third."""
    many, neck = _numbered("a", MAXIMUM_ENTRIES), ["x1"]
    third = _annex("2005/06", _numbered("c", 3500), _from(neck))
    unknown = _HEAD + _edition("2005/06", many)
    return {
        ANNEX: _annex("2003/04", many),
        SECOND: _annex("2004/05", neck, _from(many)),
        THIRD: third,
        COMPACT: unknown,
    }


def _dense() -> dict[str, str]:
    """Return areas each of which comes from each of the last annex's, twice over."""
    first, second, third = (_numbered(letter, 200) for letter in "abc")
    annexes = {SECOND: _annex("2004/05", second, _from(first)), THIRD: _annex("2005/06", third, _from(second))}
    return {ANNEX: _annex("2003/04", first), **annexes, COMPACT: _HEAD + _edition("2005/06", first)}


def _years_apart() -> dict[str, str]:
    """Return ten annexes of areas that came of one another, and an edition of the last with the ids of the first."""
    years, ids = _years(10), [_numbered(letter, 1200) for letter in "abcdefghij"]
    annexes = {_file(years[0]): _annex(years[0], ids[0])}
    for year, keys, last in zip(years[1:], ids[1:], ids, strict=False):
        annexes[_file(year)] = _annex(year, keys, [f", from: [{key}]" for key in last].__getitem__)
    return {**annexes, COMPACT: _HEAD + _edition(years[-1], ids[0][:990])}


def _round_the_years() -> dict[str, str]:
    """Return editions that go round the years of three annexes, each with an id that is like none."""
    years = _years(3)
    annexes = {_file(year): _annex(year, _alike(3500, end)) for year, end in zip(years, "abc", strict=True)}
    editions = "".join(_edition(years[number % 3], [f"nothing-like-it-{number}"]) for number in range(990))
    return {**annexes, COMPACT: _HEAD + editions}


def _exempt() -> dict[str, str]:
    """Return as many exemptions as a list may hold, and thousands of findings that each might let pass."""
    lines = (
        f"  - {{rule: one-sided, file: compacts/hampshire.yaml, year: {year}, until: 2009-01-01, reason: x}}\n"
        for year in _years(MAXIMUM_ENTRIES - 7)
    )
    priorities = ", ".join(["{area: early-education}"] * 45)
    editions = (f"  - {{year: {year}, priorities: [{priorities}]}}\n" for year in _years(300))
    return {CONFIG: f"exemptions:\n{''.join(lines)}", COMPACT: _HEAD + "".join(editions)}


PAIRS: Final[Mapping[str, Callable[[], Mapping[str, str]]]] = {
    "areas-alike": lambda: {
        ANNEX: _annex("2003/04", _alike(20)),
        COMPACT: _HEAD + "".join(_edition("2003/04", areas) for areas in _mistyped(4)),
    },
    "many-areas-alike": lambda: {
        ANNEX: _annex("2003/04", _alike(4000)),
        COMPACT: _HEAD + "".join(_edition("2003/04", areas) for areas in _mistyped(4)),
    },
    "origins-alike": lambda: {
        ANNEX: _annex("2003/04", _alike(20)),
        SECOND: _annex("2004/05", _numbered("b", 4), lambda n: _from(_mistyped(4)[n])(n)),
    },
    "focuses-alike": lambda: {
        STATEMENT: BASE[STATEMENT].replace(
            "  - id: primary\n", "".join(f"  - {{id: {key}, title: T}}\n" for key in _alike(900)) + "  - id: primary\n"
        ),
        ANNEX: _annex("2003/04", _numbered("a", 10), lambda _: f", focuses: [{', '.join(_mistyped(1)[0])}]"),
    },
    "authorities-alike": lambda: {
        REGISTER: _register(f"{n},{slug},A,,r,t,,,\n" for n, slug in enumerate(_alike(4000), 1000)),
        ANNEX: _annex(
            "2003/04", _numbered("a", 10), lambda _: f", open_to: {{authorities: [{', '.join(_mistyped(1)[0])}]}}"
        ),
    },
    "nobody": _nobody,
    "hourglass": _hourglass,
    "dense": _dense,
    "years": lambda: {COMPACT: _HEAD + "".join(_edition(year, ["x1"]) for year in reversed(_years(1000)))},
    "years-apart": _years_apart,
    "round-the-years": _round_the_years,
    "exempt": _exempt,
}

LONG_NAMES: Final = {
    ANNEX: _annex("2003/04", _numbered("a", 600), lambda _: ", open_to: {regions: [london]}", title=f"'{'&' * 300}'"),
    REGISTER: f"{REGISTER_HEAD}850,hampshire,{'&' * 300},,{'&' * 300},{'&' * 300},,,\n1,london,L,,london,x,,,\n",
    COMPACT: _HEAD + _edition("2003/04", _numbered("a", 600)),
}
"""Messages as long as they get, of a sign that XML writes as five."""
