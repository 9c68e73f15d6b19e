"""Makes workspaces by chance, the same for the same seed: authorities that end, closed areas, drafts, missing years."""

from pathlib import Path
from random import Random
from typing import Any

import yaml

YEARS = ("2003/04", "2004/05", "2005/06", "2006/07")
REGIONS = ("london", "north-east", "south-east")
TYPES = ("county", "london-borough", "unitary")
FOCUSES = ("early-years", "primary", "secondary")
DAYS = ("", "", "2003-09-01", "2004-08-31", "2004-09-01", "2005-04-01", "2006-03-31")
ISSUES = ("Falling rolls", "falling  Rolls", "Armed forces", "Village schools", "TODO")
HEADER = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors,earlier_type,earlier_until"


def make(folder: Path, seed: int) -> Path:
    """Make a workspace and return its data folder."""
    random = Random(seed)  # noqa: S311 - the same for the same seed is what is wanted
    data = folder / "data"
    (data / "annex").mkdir(parents=True)
    (data / "compacts").mkdir()
    slugs = [f"authority-{number:02}" for number in range(random.randint(1, 14))]
    rows = [_authority(random, number, slug) for number, slug in enumerate(slugs)]
    (data / "authorities.csv").write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    signed = random.sample(["department", "association"], random.randint(0, 2))
    _write(data / "statement.yaml", _statement(random, signed))
    years = sorted(random.sample(YEARS, random.randint(1, 4)))
    areas: list[dict[str, Any]] = []
    agenda: dict[str, list[dict[str, Any]]] = {}
    for year in years:
        areas = agenda[year] = _areas(random, year, areas, slugs)
        _write(data / f"annex/{year.replace('/', '-')}.yaml", _annex(random, year, areas))
    for slug in [*slugs, "authority-unknown"]:
        chance = random.random()
        if chance < 0.1:
            (data / f"compacts/{slug}.yaml").write_text("authority: [", encoding="utf-8")
        elif chance < 0.8:
            _write(data / f"compacts/{slug}.yaml", _compact(random, slug, agenda))
    return data


def years_of(data: Path) -> list[str]:
    return sorted(path.stem.replace("-", "/") for path in (data / "annex").iterdir())


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _authority(random: Random, number: int, slug: str) -> str:
    begin, end = sorted(random.sample(DAYS[2:], 2)) if random.random() < 0.5 else ("", "")
    begin, end = (begin, "") if random.random() < 0.3 else ("", end) if random.random() < 0.5 else (begin, end)
    earlier = f"{random.choice(TYPES)},{random.choice(DAYS[2:])}" if random.random() < 0.3 else ","
    name = f"Authority {number if random.random() < 0.9 else 'Twin'}"
    return f"{number},{slug},{name},,{random.choice(REGIONS)},{random.choice(TYPES)},{begin},{end},,{earlier}"


def _statement(random: Random, signed: list[str]) -> dict[str, Any]:
    plan = {"id": "one-plan", "text": "One plan"}
    later = {"due": random.choice(["2006", "2006-04-01"]), "follow_up": [_event(), _event(source="The House")]}
    commitments = {"commitments": [plan, {"id": "code", "text": "The code"} | later]}
    return {
        "title": "Statement",
        "vision": ["Every child learns"],
        "focuses": [{"id": focus, "title": f"About {focus}"} for focus in FOCUSES],
        "signatures": [{"party": party, "role": "Signs", "date": "2003-07-23"} for party in signed],
    } | (commitments if random.random() < 0.7 else {})


def _areas(random: Random, year: str, before: list[dict[str, Any]], slugs: list[str]) -> list[dict[str, Any]]:
    old = [area["id"] for area in before]
    kept = [area for area in old if random.random() < 0.6]
    ids = [*kept, *(f"area-{year[:4]}-{number}" for number in range(random.randint(1, 4)))]
    random.shuffle(ids)
    return [_area(random, index, key, old, slugs) for index, key in enumerate(ids)]


def _area(random: Random, index: int, key: str, old: list[str], slugs: list[str]) -> dict[str, Any]:
    area: dict[str, Any] = {"letter": "abcdefghijklmnop"[index], "id": key, "title": f"Title {key}", "summary": "What"}
    if random.random() < 0.6:
        area["focuses"] = random.sample(FOCUSES, random.randint(1, 3))
    if random.random() < 0.4:
        choices = {"regions": REGIONS, "types": TYPES, "authorities": slugs}
        keys = random.sample(sorted(choices), random.randint(1, 3))
        area["open_to"] = {name: random.sample(choices[name], 1) for name in keys}
    if random.random() < 0.3:
        area["named_locally"] = True
    if old and random.random() < 0.4:
        area["from"] = random.sample(old, random.randint(1, min(2, len(old))))
    return area


def _annex(random: Random, year: str, areas: list[dict[str, Any]]) -> dict[str, Any]:
    middle = random.randint(1, len(areas))
    parts = [part for part in (areas[:middle], areas[middle:]) if part]
    groups = [{"id": f"group-{number}", "title": "Group", "areas": part} for number, part in enumerate(parts)]
    signatures = _signatures(random, "association")
    return (
        {"year": year, "title": f"Agenda {year}"}
        | _maybe_example(random)
        | {"groups": groups, "signatures": signatures}
    )


def _maybe_example(random: Random) -> dict[str, bool]:
    return {"example": random.random() < 0.8} if random.random() < 0.4 else {}


def _signatures(random: Random, other: str) -> list[dict[str, str]]:
    parties = random.sample(["department", other], random.randint(0, 2))
    return [{"party": party, "role": "Signs", "date": "2003-10-01"} for party in parties]


def _compact(random: Random, slug: str, agenda: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    years = sorted(random.sample(YEARS, random.randint(1, 4)))
    years += [random.choice(years)] * (random.random() < 0.2)
    compact: dict[str, Any] = {"authority": slug} | _maybe_example(random)
    if random.random() < 0.3:
        compact["note"] = "Of the document"
    if random.random() < 0.3:
        compact["ended"] = _event(date=random.choice(DAYS[2:]))
    return compact | {"editions": [_edition(random, year, agenda.get(year, [])) for year in years]}


def _edition(random: Random, year: str, areas: list[dict[str, Any]]) -> dict[str, Any]:
    edition: dict[str, Any] = {"year": year}
    if random.random() < 0.3:
        edition["note"] = "Of the edition"
    if random.random() < 0.3:
        edition["review_by"] = "2005-01-31"
    choices = [*areas, {"id": "area-of-nowhere"}]
    if random.random() < 0.3:
        edition["review"] = _event()
    edition["priorities"] = [_priority(random, random.choice(choices)) for _ in range(random.randint(0, 6))]
    asks = [
        {"text": f"Ask {number}"} | _maybe_area(random, areas) | _maybe_answer(random)
        for number in range(random.randint(0, 2))
    ]
    return edition | {"asks": asks, "signatures": _signatures(random, "authority")}


def _maybe_area(random: Random, areas: list[dict[str, Any]]) -> dict[str, str]:
    return {"area": random.choice(areas)["id"]} if areas and random.random() < 0.5 else {}


def _event(**more: str) -> dict[str, str]:
    return {"date": "2004-06-01", "text": "It came about"} | more


def _maybe_answer(random: Random) -> dict[str, dict[str, str]]:
    return {"answer": _event()} if random.random() < 0.4 else {}


def _priority(random: Random, area: dict[str, Any]) -> dict[str, Any]:
    priority = {"area": area["id"]}
    if area.get("named_locally"):
        priority["issue"] = random.choice(ISSUES)
    texts = ["Something", "TODO", "TODO still true? Something", "Two — “quoted” things"]
    sides = {side: random.sample(texts, random.randint(0, 2)) for side in ("authority", "department")}
    said = {"term": random.choice(["short", "medium", "TODO"]), "why": "Because"}
    given = {key: value for key, value in said.items() if random.random() < 0.8}
    return priority | given | {"contributions": sides}
