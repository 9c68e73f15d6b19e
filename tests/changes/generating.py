"""Workspaces made up at random: agendas with every kind of lineage, compacts with priorities, issues and asks."""

from dataclasses import dataclass
from random import Random
from typing import Any, Final

import yaml
from hypothesis import strategies as st
from tests.changes.making import Files, PlainDumper, Values, annex, area, compact, edition, files, priority

YEARS: Final = ("2003/04", "2004/05", "2005/06", "2006/07")
SLUGS: Final = ("gateshead", "hampshire", "norfolk")
ISSUES: Final = ("Ferries", "Small schools", "TODO name it", "TODO")
WORDS: Final = ("more", "less", "better", "sooner", "together")


@dataclass
class Generator:
    """Makes a workspace from a source of chance."""

    random: Random
    count: int = 0

    def files(self, years: int) -> Files:
        annexes = [self._first()]
        while len(annexes) < years:
            annexes.append(self._next(annexes[-1], YEARS[len(annexes)]))
        return files(annexes, [document for slug in SLUGS if (document := self._compact(slug, annexes))])

    def _fresh(self, **keys: Any) -> Values:  # noqa: ANN401 - whatever an area may hold
        self.count += 1
        named = {"named_locally": "true"} if self.random.random() < 0.3 else {}
        return area(f"area-{self.count}", summary=self._words(), **named, **keys)

    def _words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 6)))

    def _first(self) -> Values:
        return annex(YEARS[0], *(self._fresh() for _ in range(self.random.randint(2, 7))))

    def _next(self, last: Values, year: str) -> Values:
        old = [{key: value for key, value in item.items() if key not in ("letter", "from")} for item in areas(last)]
        self.random.shuffle(old)
        new, retired = [self._fresh()], []
        while old:
            taken, old = old[: self.random.randint(1, 3)], old[3:] if len(old) > 3 else []
            ids = [item["id"] for item in taken]
            match self.random.randrange(6):
                case 0:
                    new += taken
                case 1:
                    new += [{**item, "title": self._words()} for item in taken]
                case 2:
                    new += [{**self._fresh(), "from": ids} for _ in range(self.random.randint(1, 3))]
                case 3:
                    new += [*taken, {**self._fresh(), "from": ids}]
                case 4:
                    new += [{**taken[0], "from": ids}]
                case _:
                    retired += ids
            gone = set(ids)
            old = [item for item in old if item["id"] not in gone]
        return annex(year, *new, retired=retired)

    def _compact(self, slug: str, annexes: list[Values]) -> Values | None:
        editions = [self._edition(item) for item in annexes if self.random.random() < 0.7]
        return compact(slug, *editions) if editions else None

    def _edition(self, of: Values) -> Values:
        chosen = [item for item in areas(of) if self.random.random() < 0.6]
        items = [self._priority(item["id"], issue) for item in chosen for issue in self._issues(item)]
        asks = [{"text": self._words()} for _ in range(self.random.randrange(3))]
        return edition(of["year"], *items, asks=asks)

    def _issues(self, chosen: Values) -> list[str | None]:
        if "named_locally" not in chosen:
            return [None]
        return list(self.random.sample(ISSUES, self.random.randint(1, len(ISSUES))))

    def _priority(self, id_: str, issue: str | None) -> Values:
        texts = {
            party: [self._words() for _ in range(self.random.randrange(3))] for party in ("authority", "department")
        }
        named = {"issue": issue} if issue else {}
        return priority(
            id_, why=self._words(), term=self.random.choice(["short", "medium"]), contributions=texts, **named
        )


def areas(of: Values) -> list[Values]:
    return [item for group in of["groups"] for item in group["areas"]]


def shuffled(value: Any, random: Random) -> Any:  # noqa: ANN401 - plain values of any kind
    """Return the same values with the order of every list and map another, but for that of editions."""
    if isinstance(value, dict):
        keys = random.sample(list(value), len(value))
        return {key: value[key] if key == "editions" else shuffled(value[key], random) for key in keys}
    if isinstance(value, list):
        return [shuffled(item, random) for item in random.sample(value, len(value))]
    return value


def laid_out(values: Values, random: Random) -> str:
    """Return a document as text in one of many layouts."""
    text = yaml.dump(
        values,
        Dumper=PlainDumper,
        sort_keys=random.random() < 0.5,
        default_flow_style=random.choice([None, False, True]),
        default_style=random.choice([None, '"', "'"]),
        indent=random.randint(2, 6),
        width=random.choice([20, 80, 400]),
        line_break=random.choice(["\n", "\r\n"]),
    )
    return f"# A comment\n{text}# Another\n"


@st.composite
def workspaces(draw: st.DrawFn, years: int = 2) -> Files:
    """A workspace with annexes of so many years."""
    return Generator(draw(st.randoms(use_true_random=False))).files(years)
