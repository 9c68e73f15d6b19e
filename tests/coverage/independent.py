"""The coverage of a year counted anew from the design alone: plain YAML, plain CSV, and nothing of the package.

It knows whole documents and files that are no YAML at all; what is broken inside a document is for tests of its own.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
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
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    except yaml.YAMLError:
        return None


def coverage(data: Path, ask: Question) -> dict[str, Any]:  # noqa: C901, PLR0914, PLR0915 - one thing after the other
    """Return what `report --format json` has to print."""
    first, last = date(int(ask.year[:4]), 9, 1), date(int(ask.year[:4]) + 1, 8, 31)
    statement, annex = load(data / "statement.yaml"), load(data / f"annex/{ask.year.replace('/', '-')}.yaml")
    order = [focus["id"] for focus in statement["focuses"]]
    areas = [area | {"group": group["id"]} for group in annex["groups"] for area in group["areas"]]
    by_id = {area["id"]: area for area in areas}
    rows = csv.DictReader((data / "authorities.csv").read_text(encoding="utf-8").splitlines())
    register = {row["slug"]: row for row in rows}
    register = dict(sorted(register.items()))
    kinds = {slug: kind_of(row, first) for slug, row in register.items()}
    wanted = {
        slug
        for slug, row in register.items()
        if ask.region in (None, row["region"]) and ask.type in (None, kinds[slug])
    }
    editions, unreadable, left_out, below = {}, set(), [], set()
    for path in sorted((data / "compacts").glob("*.yaml")):
        slug, compact = path.stem, load(path)
        if compact is None:
            unreadable.add(slug)
            continue
        if slug not in wanted and (slug in register or ask.region or ask.type):
            continue
        same_year = [edition for edition in compact["editions"] if edition["year"] == ask.year]
        exists = slug in register and begins(register[slug]) <= last and ends(register[slug]) >= first
        if same_year and exists and STATUSES.index(status(same_year[0])) < STATUSES.index(ask.status or "draft"):
            below.add(slug)
            continue
        for edition in same_year:
            counting: list[dict[str, Any]] = []
            seen: set[tuple[str, str]] = set()
            for number, priority in enumerate(edition.get("priorities") or []):
                rule = None
                area = by_id.get(priority["area"])
                key = (priority["area"], " ".join(priority.get("issue", "").split()).casefold())
                if area is None:
                    rule = "unknown-area"
                elif not is_open(area, slug, register.get(slug), kinds.get(slug)):
                    rule = "area-not-open"
                elif key in seen and not priority.get("issue", "").startswith("TODO"):
                    rule = "repeated-area"
                seen.add(key)
                if slug not in register:
                    rule = "unknown-authority"
                elif not exists:
                    rule = "authority-out-of-time"
                elif edition is not same_year[0]:
                    rule = "edition-order"
                if rule is None:
                    counting.append(priority)
                else:
                    line = line_of(path, compact["editions"].index(edition), number)
            if exists and edition is same_year[0]:
                counting.sort(key=lambda p: (list(by_id).index(p["area"]), p.get("issue", "").casefold()))
                note = edition.get("note") or compact.get("note")
                editions[slug] = edition | {"counting": counting, "note": note}
    counted = {
        slug: register[slug]
        for slug in register
        if slug in wanted and (slug in editions or begins(register[slug]) <= first <= ends(register[slug]))
    }
    lost = {slug for slug in unreadable if slug in counted}
    chosen = {slug: {p["area"] for p in edition["counting"]} for slug, edition in editions.items()}
    without = [slug for slug in counted if slug not in editions and slug not in lost]
    return {
        "format": "compactctl/coverage/1",
        "year": ask.year,
        "annex": annex_status(statement, annex),
        "filters": {"region": ask.region, "type": ask.type, "status": ask.status},
        "unreadable": [shown(data, data / f"compacts/{slug}.yaml") for slug in sorted(unreadable)],
        "left_out": sorted(left_out, key=lambda item: (item["authority"], item["line"])),
        "authorities": {
            "registered": len(counted),
            "with_edition": len(editions),
            "without_edition": len(without),
            "unreadable": len(lost),
            "below_status": len(below & set(without)),
            **{name: sum(status(edition) == name for edition in editions.values()) for name in STATUSES},
        },
        "areas": [area_row(area, order, counted, kinds, editions, lost) for area in areas],
        "focuses": [
            {
                "id": focus["id"],
                "title": focus["title"],
                "areas": (ids := [a["id"] for a in areas if focus["id"] in a.get("focuses", [])]),
                "chosen": sum(bool(taken & set(ids)) for taken in chosen.values()),
            }
            for focus in statement["focuses"]
        ],
        "regions": slices("region", {slug: row["region"] for slug, row in counted.items()}, editions),
        "types": slices("type", {slug: kinds[slug] for slug in counted}, editions),
        "compacts": [compact_row(slug, register[slug]["name"], editions[slug]) for slug in sorted(editions)],
        "without_edition": without,
    }


def area_row(
    area: dict[str, Any],
    order: list[str],
    counted: dict[str, dict[str, str]],
    kinds: dict[str, str],
    editions: dict[str, Any],
    lost: set[str],
) -> dict[str, Any]:
    may = [slug for slug, row in counted.items() if is_open(area, slug, row, kinds[slug])]
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
        "short": sum(p["term"] == "short" for p in all_mine),
        "medium": sum(p["term"] == "medium" for p in all_mine),
        **{name: sum(status(editions[slug]) == name for slug in takers) for name in STATUSES},
        **{
            f"no_{side}_contribution": sum(not offers(p, side) for p in all_mine)
            for side in ("authority", "department")
        },
        "issues": [{"issue": names[key][0], "authorities": names[key][1]} for key in sorted(names)],
        "authorities": takers,
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
                "term": p["term"],
                "why": p["why"],
                "contributions": {
                    side: (p.get("contributions") or {}).get(side) or [] for side in ("authority", "department")
                },
            }
            for p in edition["counting"]
        ],
        "asks": [{"text": a["text"], "area": a.get("area")} for a in edition.get("asks") or []],
        "review_by": edition.get("review_by"),
        "note": edition["note"],
    }


def trend(data: Path, ask: Question) -> dict[str, Any]:
    """Return what `report --trend --format json` has to print; the year of the question does not count."""
    years, before = [], {}
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
            }
        )
        before = now
    filters = {"region": ask.region, "type": ask.type, "status": ask.status}
    return {"format": "compactctl/trend/1", "filters": filters, "years": years}


def slices(name: str, of: dict[str, str], editions: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            name: part,
            "registered": sum(other == part for other in of.values()),
            "with_edition": sum(of[slug] == part for slug in editions),
            "priorities": sum(len(edition["counting"]) for slug, edition in editions.items() if of[slug] == part),
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


def is_open(area: dict[str, Any], slug: str, row: dict[str, str] | None, kind: str | None) -> bool:
    to = area.get("open_to")
    if not to or row is None or slug in to.get("authorities", []):
        return True
    wants = [(to["regions"], row["region"])] if "regions" in to else []
    wants += [(to["types"], kind)] if "types" in to else []
    return bool(wants) and all(value in allowed for allowed, value in wants)


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
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for step in ("editions", edition, "priorities", priority):
        pairs: Iterator[Any] = iter(root.value)
        root = root.value[step] if isinstance(step, int) else next(value for key, value in pairs if key.value == step)
    return int(root.start_mark.line) + 1


def shown(data: Path, path: Path) -> str:
    return path.relative_to(data.parent).as_posix()
