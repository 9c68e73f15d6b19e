"""The coverage of a year counted anew from the design alone: plain YAML, plain CSV, and nothing of the package.

It knows whole documents and files that are no YAML at all; what is broken inside a document is for tests of its own.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

PARTIES = {"department", "authority"}
STATUSES = ("draft", "proposed", "agreed")


@dataclass
class Question:
    """The options that a report is asked with."""

    year: str
    region: str | None = None
    type: str | None = None
    status: str | None = None


def load(path: Path) -> Any:  # noqa: ANN401 - whatever the YAML holds
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    except yaml.YAMLError:
        return None


@dataclass
class Year:
    """One year of a data folder, and what has been read of it."""

    data: Path
    ask: Question
    areas: dict[str, dict[str, Any]]
    register: dict[str, dict[str, str]]
    editions: dict[str, dict[str, Any]] = field(default_factory=dict)
    left_out: list[dict[str, Any]] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    below: set[str] = field(default_factory=set)
    compacts: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def first(self) -> date:
        return date(int(self.ask.year[:4]), 9, 1)

    def kind(self, slug: str) -> str:
        return kind_of(self.register[slug], self.first)

    def existed(self, slug: str) -> bool:
        row = self.register.get(slug)
        return row is not None and begins(row) <= date(self.first.year + 1, 8, 31) and ends(row) >= self.first

    def is_wanted(self, slug: str) -> bool:
        if slug not in self.register:
            return not self.ask.region and not self.ask.type
        of_region = self.ask.region in (None, self.register[slug]["region"])
        return of_region and self.ask.type in (None, self.kind(slug))

    def may_choose(self, slug: str, area: dict[str, Any]) -> bool:
        row = self.register.get(slug)
        return row is None or is_open(area, slug, row, self.kind(slug))

    @cached_property
    def counted(self) -> list[str]:
        """The authorities that count: there on the first day, or with an edition."""
        return [
            slug
            for slug, row in self.register.items()
            if self.is_wanted(slug) and (slug in self.editions or begins(row) <= self.first <= ends(row))
        ]

    @cached_property
    def lost(self) -> list[str]:
        return [slug for slug in self.counted if slug in self.unreadable]

    @cached_property
    def without(self) -> list[str]:
        return [slug for slug in self.counted if slug not in self.editions and slug not in self.lost]

    def ended(self, slug: str) -> str | None:
        day = (self.compacts.get(slug, {}).get("ended") or {}).get("date")
        return day if day and day < self.first.isoformat() else None

    @cached_property
    def not_renewed(self) -> dict[str, str]:
        """The last year before of those that had an edition and have none, and whose compact has not ended."""
        lasts = {slug: self.last(slug) for slug in self.without if not self.ended(slug)}
        return {slug: year for slug, year in lasts.items() if year}

    def last(self, slug: str) -> str | None:
        firsts: dict[str, dict[str, Any]] = {}
        for edition in self.compacts.get(slug, {"editions": []})["editions"]:
            firsts.setdefault(edition["year"], edition)
        had = [
            name
            for name, edition in firsts.items()
            if name < self.ask.year
            and Year(self.data, Question(name), {}, self.register).existed(slug)
            and STATUSES.index(status(edition)) >= STATUSES.index(self.ask.status or "draft")
        ]
        return max(had, default=None)


def read(data: Path, ask: Question) -> Year:
    groups = load(data / f"annex/{ask.year.replace('/', '-')}.yaml")["groups"]
    areas = {area["id"]: area | {"group": group["id"]} for group in groups for area in group["areas"]}
    rows = csv.DictReader((data / "authorities.csv").read_text(encoding="utf-8").splitlines())
    year = Year(data, ask, areas, {row["slug"]: row for row in sorted(rows, key=lambda row: row["slug"])})
    for path in sorted((data / "compacts").glob("*.yaml")):
        compact = load(path)
        if compact is None:
            year.unreadable.append(path.stem)
        elif year.is_wanted(path.stem):
            year.compacts[path.stem] = compact
            read_compact(year, path, compact)
    return year


def read_compact(year: Year, path: Path, compact: dict[str, Any]) -> None:
    slug = path.stem
    numbers = [n for n, edition in enumerate(compact["editions"]) if edition["year"] == year.ask.year]
    for number in numbers:
        edition = compact["editions"][number]
        is_first = number == numbers[0]
        if (
            is_first
            and year.existed(slug)
            and STATUSES.index(status(edition)) < STATUSES.index(year.ask.status or "draft")
        ):
            year.below.add(slug)
            return
        none_because = (
            "unknown-authority"
            if slug not in year.register
            else "authority-out-of-time"
            if not year.existed(slug)
            else None
            if is_first
            else "edition-order"
        )
        counting = list(counting_priorities(year, path, number, edition, none_because))
        if none_because is None:
            counting.sort(key=lambda p: (list(year.areas).index(p["area"]), p.get("issue", "").casefold()))
            beside = {"note": edition.get("note") or compact.get("note"), "example": is_example(compact)}
            beside["ended"] = compact.get("ended")
            year.editions[slug] = edition | {"counting": counting} | beside


def counting_priorities(
    year: Year, path: Path, number: int, edition: dict[str, Any], none_because: str | None
) -> Iterator[dict[str, Any]]:
    seen: set[tuple[str, str]] = set()
    for index, priority in enumerate(edition.get("priorities") or []):
        issue = " ".join(priority.get("issue", "").split()).casefold()
        area = year.areas.get(priority["area"])
        rule = none_because
        if rule is None and area is None:
            rule = "unknown-area"
        if rule is None and area and not year.may_choose(path.stem, area):
            rule = "area-not-open"
        if rule is None and (priority["area"], issue) in seen and issue != "todo":
            rule = "repeated-area"
        seen.add((priority["area"], issue))
        if rule is None:
            yield priority
        else:
            place = {"file": shown(year.data, path), "line": line_of(path, number, index)}
            year.left_out.append({"authority": path.stem, "area": priority["area"], "rule": rule} | place)


def coverage(data: Path, ask: Question) -> dict[str, Any]:
    """Return what `report --format json` has to print."""
    year = read(data, ask)
    statement, annex = load(data / "statement.yaml"), load(data / f"annex/{ask.year.replace('/', '-')}.yaml")
    return {
        "format": "compactctl/coverage/1",
        "year": ask.year,
        "annex": annex_status(statement, annex),
        "filters": {"region": ask.region, "type": ask.type, "status": ask.status},
        "unreadable": [shown(data, data / f"compacts/{slug}.yaml") for slug in year.unreadable],
        "left_out": sorted(year.left_out, key=lambda item: (item["authority"], item["line"])),
        "authorities": {
            "registered": len(year.counted),
            "with_edition": len(year.editions),
            "without_edition": len(year.without),
            "unreadable": len(year.lost),
            "below_status": len(year.below & set(year.without)),
            **{name: sum(status(edition) == name for edition in year.editions.values()) for name in STATUSES},
        },
        "areas": [
            area_row(year, area, [focus["id"] for focus in statement["focuses"]]) for area in year.areas.values()
        ],
        "focuses": [focus_row(year, focus) for focus in statement["focuses"]],
        "regions": slices(year, "region", {slug: year.register[slug]["region"] for slug in year.counted}),
        "types": slices(year, "type", {slug: year.kind(slug) for slug in year.counted}),
        "compacts": [
            compact_row(slug, year.register[slug]["name"], year.editions[slug]) for slug in sorted(year.editions)
        ],
        "without_edition": year.without,
        "examples": sum(edition["example"] for edition in year.editions.values()),
        "annex_example": is_example(annex),
        "not_renewed": [{"authority": slug, "year": last} for slug, last in year.not_renewed.items()],
        "ended": [{"authority": slug, "date": year.ended(slug)} for slug in year.without if year.ended(slug)],
        "beyond_register": False,
        "commitments": [commitment(entry) for entry in statement.get("commitments", [])] or None,
    }


def commitment(entry: dict[str, Any]) -> dict[str, Any]:
    due = entry.get("due")
    return {
        "id": entry["id"],
        "text": entry["text"],
        "due": int(due) if due and due.isdigit() else due,
        "follow_up": [event | {"source": event.get("source")} for event in entry.get("follow_up", [])],
    }


def focus_row(year: Year, focus: dict[str, str]) -> dict[str, Any]:
    areas = [area["id"] for area in year.areas.values() if focus["id"] in area.get("focuses", [])]
    takers = [slug for slug, edition in year.editions.items() if any(p["area"] in areas for p in edition["counting"])]
    return {"id": focus["id"], "title": focus["title"], "areas": areas, "chosen": len(takers)}


def area_row(year: Year, area: dict[str, Any], order: list[str]) -> dict[str, Any]:
    editions, lost = year.editions, year.lost
    may = [slug for slug in year.counted if year.may_choose(slug, area)]
    mine = {slug: [p for p in editions[slug]["counting"] if p["area"] == area["id"]] for slug in sorted(editions)}
    takers = [slug for slug, priorities in mine.items() if priorities]
    having = [slug for slug in may if slug in editions]
    all_mine = [priority for slug in takers for priority in mine[slug]]
    names: dict[str, tuple[str, list[str]]] = {}
    for slug in takers:
        for priority in mine[slug]:
            issue = priority.get("issue", "")
            if area.get("named_locally") == "true" and issue and not issue.startswith("TODO"):
                names.setdefault(" ".join(issue.split()).casefold(), (issue, []))[1].append(slug)
    return {
        "letter": area["letter"],
        "id": area["id"],
        "title": area["title"],
        "group": area["group"],
        "focuses": sorted(area.get("focuses", []), key=order.index),
        "open_to": len(may),
        "with_edition": len(having),
        "chosen": len(takers),
        "not_chosen": len(set(having) - set(takers)),
        "no_edition": sum(slug not in editions and slug not in lost for slug in may),
        "unreadable": sum(slug in lost for slug in may),
        "share": float(round(Fraction(len(takers), len(having)), 4)) if having else None,
        "short": sum(p.get("term") == "short" for p in all_mine),
        "medium": sum(p.get("term") == "medium" for p in all_mine),
        **{name: sum(status(editions[slug]) == name for slug in takers) for name in STATUSES},
        **{
            f"no_{side}_contribution": sum(not offers(p, side) for p in all_mine)
            for side in ("authority", "department")
        },
        "issues": [{"issue": names[key][0], "authorities": names[key][1]} for key in sorted(names)],
        "authorities": takers,
        "term_unsaid": sum(p.get("term") not in ("short", "medium") for p in all_mine),
    }


def compact_row(slug: str, name: str, edition: dict[str, Any]) -> dict[str, Any]:
    return {
        "authority": slug,
        "name": name,
        "status": status(edition),
        "priorities": [
            {
                "area": p["area"],
                "issue": p.get("issue"),
                "term": p.get("term"),
                "why": p.get("why"),
                "contributions": {
                    side: (p.get("contributions") or {}).get(side) or [] for side in ("authority", "department")
                },
            }
            for p in edition["counting"]
        ],
        "asks": [
            {"text": a["text"], "area": a.get("area"), "answer": a.get("answer")} for a in edition.get("asks") or []
        ],
        "review_by": edition.get("review_by"),
        "note": edition["note"],
        "example": edition["example"],
        "review": edition.get("review"),
        "ended": edition["ended"],
    }


def trend(data: Path, ask: Question) -> dict[str, Any]:
    """Return what `report --trend --format json` has to print; the year of the question does not count."""
    years = []
    before: dict[str, Any] = {}
    for path in sorted((data / "annex").glob("*.yaml")):
        year = Question(path.stem.replace("-", "/"), ask.region, ask.type, ask.status)
        counted = coverage(data, year)
        now = {area["id"]: area for group in load(path)["groups"] for area in group["areas"]}
        years.append(
            {
                "year": year.year,
                "registered": counted["authorities"]["registered"],
                "with_edition": counted["authorities"]["with_edition"],
                "areas": [
                    {
                        "id": row["id"],
                        "letter": row["letter"],
                        "title": row["title"],
                        "from": [old for old in before if old == row["id"] or old in now[row["id"]].get("from", [])],
                        "chosen": row["chosen"],
                        "with_edition": row["with_edition"],
                        "share": row["share"],
                    }
                    for row in counted["areas"]
                ],
                "examples": counted["examples"],
                "annex_example": counted["annex_example"],
                "not_renewed": len(counted["not_renewed"]),
            }
        )
        before = now
    filters = {"region": ask.region, "type": ask.type, "status": ask.status}
    return {"format": "compactctl/trend/1", "filters": filters, "years": years}


def slices(year: Year, name: str, of: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            name: part,
            "registered": sum(other == part for other in of.values()),
            "with_edition": sum(of[slug] == part for slug in year.editions),
            "priorities": sum(len(edition["counting"]) for slug, edition in year.editions.items() if of[slug] == part),
        }
        for part in sorted(set(of.values()))
    ]


def begins(row: dict[str, str]) -> date:
    return date.fromisoformat(row["valid_from"]) if row["valid_from"] else date.min


def ends(row: dict[str, str]) -> date:
    return date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max


def kind_of(row: dict[str, str], first: date) -> str:
    until = row.get("earlier_until")
    return row["earlier_type"] if until and max(first, begins(row)) <= date.fromisoformat(until) else row["type"]


def is_open(area: dict[str, Any], slug: str, row: dict[str, str], kind: str) -> bool:
    to = area.get("open_to")
    if not to or slug in to.get("authorities", []):
        return True
    wants = [(to["regions"], row["region"])] if "regions" in to else []
    wants += [(to["types"], kind)] if "types" in to else []
    return bool(wants) and all(value in allowed for allowed, value in wants)


def is_example(document: dict[str, Any]) -> bool:
    return bool(document.get("example") == "true")


def status(edition: dict[str, Any]) -> str:
    return STATUSES[len(PARTIES & {signature["party"] for signature in edition.get("signatures") or []})]


def annex_status(statement: dict[str, Any], annex: dict[str, Any]) -> str:
    needed = {signature["party"] for signature in statement.get("signatures") or []}
    signed = {signature["party"] for signature in annex.get("signatures") or []} & {"department", "association"}
    return "agreed" if needed and needed <= signed else "proposed" if signed else "draft"


def offers(priority: dict[str, Any], side: str) -> bool:
    texts = (priority.get("contributions") or {}).get(side) or []
    return any(not text.startswith("TODO") for text in texts)


def line_of(path: Path, edition: int, priority: int) -> int:
    node: Any = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    for step in ("editions", edition, "priorities", priority):
        named = isinstance(step, str)
        node = next(value for key, value in node.value if key.value == step) if named else node.value[step]
    return int(node.start_mark.line) + 1


def shown(data: Path, path: Path) -> str:
    return path.relative_to(data.parent).as_posix()
