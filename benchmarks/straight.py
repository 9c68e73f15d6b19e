"""What a competent engineer would write in an hour, to measure against: no positions, no tricks, and nothing foolish.

It reads with `yaml.load` and CSafeLoader, checks with Pydantic models and the plain cross checks, and answers to
`validate DIR`, `report DIR --format json|html` and `diff DIR OLD NEW`. Not a part of the tool, and no example for it:
duplicate keys, hidden characters, hostile files, places in files and most of the small print are left out.
"""
# ruff: noqa: T201 - a script prints

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

REGISTER = Path(__file__).parent.parent / "src/compactctl/workspace/register/authorities.csv"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=3, max_length=60)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Year = Annotated[str, StringConstraints(pattern=r"^\d{4}/\d{2}$")]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,2}$")]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Signature(Model):
    party: Literal["department", "association", "authority"]
    name: Title | None = None
    role: Title
    date: date


class Document(Model):
    sources: list[Text] = Field(default=[], max_length=1000)
    note: Text | None = None


class Focus(Model):
    id: Id
    title: Title


class Commitment(Model):
    id: Id
    text: Text
    due: date | None = None


class Statement(Document):
    title: Title
    vision: list[Text] = Field(min_length=1, max_length=1000)
    focuses: list[Focus] = Field(min_length=1, max_length=1000)
    commitments: list[Commitment] = Field(min_length=1, max_length=1000)
    signatures: list[Signature] = []


class OpenTo(Model):
    regions: list[str] = []
    types: list[str] = []
    authorities: list[str] = []


class Area(Model):
    letter: Letter
    id: Id
    title: Title
    summary: Text
    focuses: list[Id] = []
    origins: list[Id] = Field(default=[], alias="from")
    open_to: OpenTo | None = None
    named_locally: bool = False


class Group(Model):
    id: Id
    title: Title
    aims: list[Text] = []
    areas: list[Area] = Field(min_length=1, max_length=1000)


class Retired(Model):
    id: Id
    why: Text


class Annex(Document):
    year: Year
    title: Title
    groups: list[Group] = Field(min_length=1, max_length=1000)
    retired: list[Retired] = []
    signatures: list[Signature] = []

    def areas(self) -> dict[str, Area]:
        return {area.id: area for group in self.groups for area in group.areas}


class Contributions(Model):
    authority: list[Text] = Field(default=[], max_length=1000)
    department: list[Text] = Field(default=[], max_length=1000)


class Priority(Model):
    area: Id
    issue: Title | None = None
    term: Literal["short", "medium", "TODO"]
    why: Text
    contributions: Contributions = Contributions()

    def key(self) -> tuple[str, str]:
        return self.area, " ".join((self.issue or "").split()).casefold()


class Ask(Model):
    text: Text
    area: Id | None = None


class Edition(Model):
    year: Year
    note: Text | None = None
    review_by: date | None = None
    priorities: list[Priority] = Field(default=[], max_length=1000)
    asks: list[Ask] = Field(default=[], max_length=1000)
    signatures: list[Signature] = []


class Compact(Document):
    authority: Id
    editions: list[Edition] = Field(min_length=1, max_length=1000)


M = TypeVar("M", bound=Model)


@dataclass
class Authority:
    slug: str
    name: str
    code: str
    region: str
    type: str
    valid_from: date
    valid_to: date
    successors: list[str]
    earlier_type: str
    earlier_until: date

    def exists_in(self, first: date, last: date) -> bool:
        return self.valid_from <= last and self.valid_to >= first

    def type_on(self, day: date) -> str:
        return self.earlier_type if self.earlier_type and max(day, self.valid_from) <= self.earlier_until else self.type


@dataclass
class Workspace:
    folder: Path
    register: dict[str, Authority]
    statement: Statement | None = None
    annexes: dict[str, Annex] = field(default_factory=dict)
    compacts: dict[str, Compact] = field(default_factory=dict)
    documents: int = 0
    unreadable: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    errors: int = 0

    def error(self, file: object, rule: str, message: str) -> None:
        self.errors += 1
        self.problems.append(f"{file}: error[{rule}] {message}")

    def warning(self, file: object, rule: str, message: str) -> None:
        self.problems.append(f"{file}: warning[{rule}] {message}")

    def finish(self, *, draft: bool) -> Callable[[object, str, str], None]:
        return self.warning if draft else self.error


# --- reading


def read_register(path: Path) -> dict[str, Authority]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["slug"]: read_authority(row) for row in csv.DictReader(file)}


def read_authority(row: dict[str, str]) -> Authority:
    return Authority(
        row["slug"],
        row["name"],
        row["code"],
        row["region"],
        row["type"],
        date.fromisoformat(row["valid_from"]) if row["valid_from"] else date.min,
        date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max,
        row["successors"].split(),
        row.get("earlier_type", ""),
        date.fromisoformat(row["earlier_until"]) if row.get("earlier_until") else date.min,
    )


def read_document(workspace: Workspace, path: Path, model: type[M]) -> M | None:
    workspace.documents += 1
    try:
        return model.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
    except ValidationError as error:
        for detail in error.errors():
            workspace.error(path, "schema", f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}")
    except (yaml.YAMLError, ValueError) as error:
        workspace.error(path, "yaml", " ".join(str(error).split()))
    workspace.unreadable.append(str(path))
    return None


def read_workspace(folder: Path) -> Workspace:
    own = folder / "authorities.csv"
    workspace = Workspace(folder, read_register(own if own.exists() else REGISTER))
    if (folder / "statement.yaml").exists():
        workspace.statement = read_document(workspace, folder / "statement.yaml", Statement)
    else:
        workspace.error(folder / "statement.yaml", "no-statement", "there is no statement")
    for path in sorted((folder / "annex").glob("*.yaml")):
        if annex := read_document(workspace, path, Annex):
            workspace.annexes[path.stem.replace("-", "/")] = annex
            if annex.year.replace("/", "-") != path.stem:
                workspace.error(path, "wrong-name", f"{annex.year} in {path.name}")
    for path in sorted((folder / "compacts").glob("*.yaml")):
        if compact := read_document(workspace, path, Compact):
            workspace.compacts[path.stem] = compact
            if compact.authority != path.stem:
                workspace.error(path, "wrong-name", f"{compact.authority} in {path.name}")
    return workspace


# --- what several commands need


def first_day(year: str) -> date:
    return date(int(year[:4]), 9, 1)


def last_day(year: str) -> date:
    return date(int(year[:4]) + 1, 8, 31)


def status(signatures: list[Signature]) -> str:
    parties = {signature.party for signature in signatures}
    return ("draft", "proposed", "agreed")[len(parties & {"authority", "department"})]


def is_agreed(annex: Annex, statement: Statement | None) -> bool:
    needed = {signature.party for signature in statement.signatures} if statement else set()
    return bool(needed) and needed <= {signature.party for signature in annex.signatures}


def is_open(area: Area, authority: Authority, year: str) -> bool:
    to = area.open_to
    if to is None or authority.slug in to.authorities:
        return True
    if not to.regions and not to.types:
        return False
    if to.regions and authority.region not in to.regions:
        return False
    return not to.types or authority.type_on(first_day(year)) in to.types


def repeats(values: Iterable[Any]) -> list[Any]:
    return [value for value, count in Counter(values).items() if count > 1]


def edition_of(compact: Compact, year: str) -> Edition | None:
    return next((edition for edition in compact.editions if edition.year == year), None)


# --- validate


def validate(workspace: Workspace, today: date) -> None:
    if workspace.statement:
        check_statement(workspace, workspace.statement, today)
    last: Annex | None = None
    gone: dict[str, str] = {}
    for year, annex in workspace.annexes.items():
        check_annex(workspace, year, annex, today)
        check_lineage(workspace, year, annex, last, gone)
        last = annex
    for slug, compact in workspace.compacts.items():
        check_compact(workspace, slug, compact, today)


def check_statement(workspace: Workspace, statement: Statement, today: date) -> None:
    file = workspace.folder / "statement.yaml"
    for kind in (statement.focuses, statement.commitments):
        for id_ in repeats(item.id for item in kind):
            workspace.error(file, "repeated-id", f"{id_} stands twice")
    check_signatures(workspace, file, statement.signatures, {"department", "association"}, date.min, date.max, today)


def check_signatures(
    workspace: Workspace,
    file: Path,
    signatures: list[Signature],
    parties: set[str],
    first: date,
    last: date,
    today: date,
) -> None:
    for party in repeats(signature.party for signature in signatures):
        workspace.error(file, "wrong-party", f"the {party} signs twice")
    for signature in signatures:
        if signature.party not in parties:
            workspace.error(file, "wrong-party", f"the {signature.party} does not sign this")
        if not first <= signature.date <= last:
            workspace.error(file, "signature-out-of-time", f"{signature.date} is not between {first} and {last}")
        if signature.date > today:
            workspace.error(file, "signed-in-future", f"{signature.date} is still to come")


def signing_begins(workspace: Workspace) -> date:
    dates = [signature.date for signature in workspace.statement.signatures] if workspace.statement else []
    return max(dates, default=date.min)


def check_annex(workspace: Workspace, year: str, annex: Annex, today: date) -> None:
    file = workspace.folder / "annex" / f"{year.replace('/', '-')}.yaml"
    areas = [area for group in annex.groups for area in group.areas]
    for area, letter in zip(areas, "abcdefghijklmnopqrstuvwxyz", strict=False):
        if area.letter != letter:
            workspace.error(file, "letter-order", f"{area.letter} stands where {letter} is expected")
            break
    for id_ in [*repeats(area.id for area in areas), *repeats(group.id for group in annex.groups)]:
        workspace.error(file, "repeated-id", f"{id_} stands twice")
    focuses = {focus.id for focus in workspace.statement.focuses} if workspace.statement else None
    for area in areas:
        for focus in area.focuses:
            if focuses is not None and focus not in focuses:
                workspace.error(file, "unknown-focus", f"{focus} is no focus of the statement")
        if area.open_to:
            check_open_to(workspace, file, year, area)
        if area.title.startswith("TODO") or area.summary.startswith("TODO"):
            workspace.finish(draft=not annex.signatures)(file, "unfinished", f"{area.id} is still to be written")
    begins = signing_begins(workspace)
    check_signatures(workspace, file, annex.signatures, {"department", "association"}, begins, last_day(year), today)


def check_open_to(workspace: Workspace, file: Path, year: str, area: Area) -> None:
    register = workspace.register.values()
    known = {authority.region for authority in register} | {authority.type for authority in register}
    known |= {authority.earlier_type for authority in register} | set(workspace.register)
    assert area.open_to
    for name in [*area.open_to.regions, *area.open_to.types, *area.open_to.authorities]:
        if name not in known:
            workspace.error(file, "unknown-open-to", f"{name} is no region, type or authority")
    alive = [authority for authority in register if authority.exists_in(first_day(year), last_day(year))]
    if not any(is_open(area, authority, year) for authority in alive):
        workspace.warning(file, "open-to-nobody", f"{area.id} is open to nobody")


def check_lineage(workspace: Workspace, year: str, annex: Annex, last: Annex | None, gone: dict[str, str]) -> None:
    file = workspace.folder / "annex" / f"{year.replace('/', '-')}.yaml"
    areas = annex.areas()
    old = last.areas() if last else {}
    named = {origin for area in areas.values() for origin in area.origins}
    retired = {entry.id for entry in annex.retired}
    for origin in sorted((named | retired) - set(old)):
        workspace.error(file, "unknown-origin", f"the last annex has no area {origin}")
    for id_ in sorted(retired & (set(areas) | named)):
        workspace.error(file, "unknown-origin", f"{id_} is retired and goes on")
    for id_ in sorted(set(old) - set(areas) - named - retired):
        workspace.error(file, "lost-area", f"{id_} of the last annex is lost")
    for id_ in sorted(set(areas) & set(gone)):
        workspace.error(file, "reused-id", f"{id_} went in {gone[id_]}")
    if last and int(last.year[:4]) + 1 != int(year[:4]):
        workspace.warning(file, "year-gap", f"the last annex is that of {last.year}")
    gone.update(dict.fromkeys(set(old) - set(areas), year))


def check_compact(workspace: Workspace, slug: str, compact: Compact, today: date) -> None:
    file = workspace.folder / "compacts" / f"{slug}.yaml"
    authority = workspace.register.get(slug)
    if authority is None:
        workspace.error(file, "unknown-authority", f"the register has no {slug}")
    years = [edition.year for edition in compact.editions]
    if years != sorted(set(years)):
        workspace.error(file, "edition-order", "the editions are not oldest first, one a year")
    for edition in compact.editions:
        check_edition(workspace, file, authority, edition, today)
    newest = compact.editions[-1]
    if authority and newest.review_by and newest.review_by < today <= authority.valid_to:
        workspace.warning(file, "review-overdue", f"the review was due by {newest.review_by}")
    if authority:
        check_not_renewed(workspace, file, authority, newest, today)


def check_not_renewed(workspace: Workspace, file: Path, authority: Authority, newest: Edition, today: date) -> None:
    begun = [
        year
        for year, annex in workspace.annexes.items()
        if is_agreed(annex, workspace.statement) and first_day(year) <= today
    ]
    if begun and newest.year < max(begun) and authority.valid_from <= first_day(max(begun)) <= authority.valid_to:
        workspace.warning(file, "not-renewed", f"there is no edition for {max(begun)}")


def check_edition(workspace: Workspace, file: Path, authority: Authority | None, edition: Edition, today: date) -> None:
    year = edition.year
    annex = workspace.annexes.get(year)
    if annex is None:
        workspace.error(file, "no-annex", f"there is no annex for {year}")
        return
    if authority and not authority.exists_in(first_day(year), last_day(year)):
        workspace.error(file, "authority-out-of-time", f"{authority.name} did not exist in {year}")
    areas = annex.areas()
    for priority in edition.priorities:
        check_priority(workspace, file, authority, edition, areas.get(priority.area), priority)
    for area, _ in repeats(priority.key() for priority in edition.priorities):
        workspace.error(file, "repeated-area", f"{area} stands twice in {year}")
    chosen = {priority.area for priority in edition.priorities}
    for ask in edition.asks:
        if ask.area and ask.area not in areas:
            workspace.error(file, "unknown-area", f"{year} has no area {ask.area}")
        elif ask.area and ask.area not in chosen:
            workspace.warning(file, "ask-elsewhere", f"{ask.area} is no priority of {year}")
    if not edition.priorities:
        workspace.finish(draft=not edition.signatures)(file, "no-priorities", f"{year} has no priority")
    check_share(workspace, file, authority, edition, areas)
    begins = signing_begins(workspace)
    check_signatures(workspace, file, edition.signatures, {"department", "authority"}, begins, last_day(year), today)
    if status(edition.signatures) == "agreed" and not is_agreed(annex, workspace.statement):
        workspace.error(file, "agreed-without-annex", f"the annex of {year} is not agreed")


def check_priority(
    workspace: Workspace,
    file: Path,
    authority: Authority | None,
    edition: Edition,
    area: Area | None,
    priority: Priority,
) -> None:
    year = edition.year
    if area is None:
        workspace.error(file, "unknown-area", f"{year} has no area {priority.area}")
    elif authority and not is_open(area, authority, year):
        workspace.error(file, "area-not-open", f"{area.id} is not open to {authority.name}")
    if area and area.named_locally and not priority.issue:
        workspace.error(file, "issue-needed", f"{area.id} needs an issue")
    if area and not area.named_locally and priority.issue:
        workspace.error(file, "issue-not-wanted", f"{area.id} takes no issue")
    finish = workspace.finish(draft=not edition.signatures)
    for side in ("authority", "department"):
        texts = getattr(priority.contributions, side)
        if not texts:
            finish(file, "one-sided", f"the {side} contributes nothing to {priority.area} in {year}")
        if any(text.startswith("TODO") for text in texts):
            finish(file, "unfinished", f"a contribution to {priority.area} is still to be written")
    if priority.why.startswith("TODO") or priority.term == "TODO":
        finish(file, "unfinished", f"{priority.area} in {year} is still to be written")


def check_share(
    workspace: Workspace, file: Path, authority: Authority | None, edition: Edition, areas: dict[str, Area]
) -> None:
    if authority is None:
        return
    open_areas = {area.id for area in areas.values() if is_open(area, authority, edition.year)}
    chosen = {priority.area for priority in edition.priorities} & open_areas
    if len(open_areas) >= 4 and 2 * len(chosen) > len(open_areas):
        workspace.warning(file, "everything-matters", f"{len(chosen)} of {len(open_areas)} areas in {edition.year}")


# --- report


def counted(workspace: Workspace, year: str) -> dict[str, Authority]:
    """Authorities of the year: those that existed on its first day, and those with an edition of it."""
    return {
        slug: authority
        for slug, authority in sorted(workspace.register.items())
        if authority.valid_from <= first_day(year) <= authority.valid_to
        or (slug in workspace.compacts and edition_of(workspace.compacts[slug], year))
    }


def valid_priorities(annex: Annex, authority: Authority, edition: Edition) -> list[Priority]:
    areas = annex.areas()
    priorities: dict[tuple[str, str], Priority] = {}
    for priority in edition.priorities:
        if priority.area in areas and is_open(areas[priority.area], authority, edition.year):
            priorities.setdefault(priority.key(), priority)
    order = list(areas)
    return sorted(priorities.values(), key=lambda priority: (order.index(priority.area), priority.issue or ""))


def coverage(workspace: Workspace, year: str) -> dict[str, Any]:
    annex = workspace.annexes[year]
    authorities = counted(workspace, year)
    editions: dict[str, Edition] = {}
    taken: dict[str, list[tuple[str, Priority]]] = defaultdict(list)
    compacts = []
    for slug, authority in authorities.items():
        edition = edition_of(workspace.compacts[slug], year) if slug in workspace.compacts else None
        if edition is None:
            continue
        editions[slug] = edition
        priorities = valid_priorities(annex, authority, edition)
        for priority in priorities:
            taken[priority.area].append((slug, priority))
        compacts.append(
            {
                "authority": slug,
                "name": authority.name,
                "status": status(edition.signatures),
                "priorities": [priority.model_dump() for priority in priorities],
                "asks": [ask.model_dump() for ask in edition.asks],
                "review_by": edition.review_by.isoformat() if edition.review_by else None,
                "note": edition.note or workspace.compacts[slug].note,
            }
        )
    statuses = {slug: status(edition.signatures) for slug, edition in editions.items()}
    return {
        "year": year,
        "annex": "agreed" if is_agreed(annex, workspace.statement) else "draft",
        "unreadable": workspace.unreadable,
        "authorities": {
            "registered": len(authorities),
            "with_edition": len(editions),
            "without_edition": len(authorities) - len(editions),
            **{name: list(statuses.values()).count(name) for name in ("draft", "proposed", "agreed")},
        },
        "areas": [
            area_row(area, group, taken[area.id], authorities, statuses, year)
            for group in annex.groups
            for area in group.areas
        ],
        "focuses": focus_rows(workspace, annex, taken),
        "regions": part_rows("region", authorities, editions, lambda authority: authority.region),
        "types": part_rows("type", authorities, editions, lambda authority: authority.type_on(first_day(year))),
        "compacts": compacts,
        "without_edition": [slug for slug in authorities if slug not in editions],
    }


def area_row(
    area: Area,
    group: Group,
    taken: list[tuple[str, Priority]],
    authorities: dict[str, Authority],
    statuses: dict[str, str],
    year: str,
) -> dict[str, Any]:
    open_to = [slug for slug, authority in authorities.items() if is_open(area, authority, year)]
    with_edition = sum(slug in statuses for slug in open_to)
    chosen = sorted({slug for slug, _ in taken})
    issues = defaultdict(list)
    for slug, priority in taken:
        if priority.issue:
            issues[priority.issue].append(slug)
    return {
        "letter": area.letter,
        "id": area.id,
        "title": area.title,
        "group": group.id,
        "focuses": area.focuses,
        "open_to": len(open_to),
        "with_edition": with_edition,
        "chosen": len(chosen),
        "not_chosen": with_edition - len(chosen),
        "no_edition": len(open_to) - with_edition,
        "share": round(len(chosen) / with_edition, 4) if with_edition else None,
        "short": sum(priority.term == "short" for _, priority in taken),
        "medium": sum(priority.term == "medium" for _, priority in taken),
        **{name: sum(statuses[slug] == name for slug in chosen) for name in ("draft", "proposed", "agreed")},
        "no_authority_contribution": sum(not priority.contributions.authority for _, priority in taken),
        "no_department_contribution": sum(not priority.contributions.department for _, priority in taken),
        "issues": [{"issue": issue, "authorities": slugs} for issue, slugs in sorted(issues.items())],
        "authorities": chosen,
    }


def focus_rows(
    workspace: Workspace, annex: Annex, taken: dict[str, list[tuple[str, Priority]]]
) -> Iterator[dict[str, Any]]:
    for focus in workspace.statement.focuses if workspace.statement else []:
        areas = [area.id for area in annex.areas().values() if focus.id in area.focuses]
        chosen = {slug for area in areas for slug, _ in taken[area]}
        yield {"id": focus.id, "title": focus.title, "areas": areas, "chosen": len(chosen)}


def part_rows(
    name: str,
    authorities: dict[str, Authority],
    editions: dict[str, Edition],
    part: Callable[[Authority], str],
) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for slug, authority in authorities.items():
        row = rows.setdefault(
            part(authority), {name: part(authority), "registered": 0, "with_edition": 0, "priorities": 0}
        )
        row["registered"] += 1
        if slug in editions:
            row["with_edition"] += 1
            row["priorities"] += len(editions[slug].priorities)
    return [rows[key] for key in sorted(rows)]


def html(data: dict[str, Any]) -> str:
    areas = data["areas"]
    rows = "".join(
        f"<tr><td>{area['letter']}</td><td>{escape(area['title'])}</td><td>{area['chosen']}</td>"
        f"<td>{area['share']}</td><td>{area['short']}</td><td>{area['medium']}</td><td>{area['no_edition']}</td></tr>\n"
        for area in areas
    )
    heads = "".join(f"<th title='{escape(area['title'])}'>{area['letter']}</th>" for area in areas)
    matrix = "".join(matrix_row(compact, areas) for compact in data["compacts"])
    compacts = "".join(compact_section(compact) for compact in data["compacts"])
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Coverage {data["year"]}</title>
<style>body {{ font-family: sans-serif }} table {{ border-collapse: collapse }} td, th {{ border: 1px solid }}</style>
</head><body><h1>Coverage {data["year"]}</h1>
<h2>Areas</h2><table><tr><th>Letter<th>Title<th>Chosen<th>Share<th>Short<th>Medium<th>No compact</tr>
{rows}</table>
<h2>Authorities and areas</h2><table><tr><th>Authority</th>{heads}</tr>
{matrix}</table>
<h2>Compacts</h2>
{compacts}</body></html>
"""


def matrix_row(compact: dict[str, Any], areas: list[dict[str, Any]]) -> str:
    chosen = {priority["area"] for priority in compact["priorities"]}
    cells = "".join(f"<td>{'chosen' if area['id'] in chosen else ''}</td>" for area in areas)
    return f"<tr><th>{escape(compact['name'])}</th>{cells}</tr>\n"


def compact_section(compact: dict[str, Any]) -> str:
    priorities = "".join(
        f"<h4>{escape(priority['area'])} {escape(priority['issue'] or '')} ({priority['term']})</h4>\n"
        f"<p>{escape(priority['why'])}</p>\n"
        f"<p>Authority</p><ul>{items(priority['contributions']['authority'])}</ul>\n"
        f"<p>Department</p><ul>{items(priority['contributions']['department'])}</ul>\n"
        for priority in compact["priorities"]
    )
    asks = items(ask["text"] for ask in compact["asks"])
    return f"<h3>{escape(compact['name'])} ({compact['status']})</h3>\n{priorities}<p>Asks</p><ul>{asks}</ul>\n"


def items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


# --- diff

Edges = set[tuple[str, str]]
Part = tuple[list[Any], list[Any]]


def lineage(workspace: Workspace, old: str, new: str) -> Edges:
    """Edges from the areas of the old year to those of the new, followed through the annexes between."""
    edges = {(id_, id_) for id_ in workspace.annexes[old].areas()}
    for year in sorted(year for year in workspace.annexes if old < year <= new):
        steps = {(area.id, area.id) for area in workspace.annexes[year].areas().values()}
        steps |= {(origin, area.id) for area in workspace.annexes[year].areas().values() for origin in area.origins}
        edges = {(start, end) for start, middle in edges for begin, end in steps if middle == begin}
    return edges


def parts(old: list[Any], new: list[Any], edges: set[tuple[Any, Any]]) -> list[Part]:
    """Connected parts of the graph of old and new nodes."""
    result: list[Part] = []
    for node in new:
        joined = [start for start, end in edges if end == node and start in old]
        touching = [part for part in result if set(part[0]) & set(joined)]
        result = [part for part in result if part not in touching]
        olds = [start for start in old if start in joined or any(start in part[0] for part in touching)]
        result.append((olds, [*(other for part in touching for other in part[1]), node]))
    placed = {start for part in result for start in part[0]}
    return [*result, *(([start], []) for start in old if start not in placed)]


def area_fields(old: Annex, new: Annex, id_: str) -> list[str]:
    names = ("title", "summary", "letter", "focuses", "open_to", "named_locally")
    before, after = old.areas()[id_], new.areas()[id_]
    fields = [name for name in names if getattr(before, name) != getattr(after, name)]
    groups = [
        next(group.id for group in annex.groups if any(area.id == id_ for area in group.areas)) for annex in (old, new)
    ]
    return fields if groups[0] == groups[1] else [*fields, "group"]


def kind_of(part: Part, fields: list[str]) -> str:
    if part[0] == part[1] and len(part[0]) == 1:
        return "changed" if fields else "kept"
    many = min(len(part[0]), 2), min(len(part[1]), 2)
    kinds = {(0, 1): "new", (1, 0): "retired", (1, 1): "replaced", (2, 1): "merged", (1, 2): "split", (2, 2): "recast"}
    return kinds[many]


def annex_rows(workspace: Workspace, old: str, new: str, edges: Edges) -> Iterator[dict[str, Any]]:
    before, after = workspace.annexes[old], workspace.annexes[new]
    took = {year: takers(workspace, year) for year in (old, new)}
    have_new = {slug for slug, compact in workspace.compacts.items() if edition_of(compact, new)}
    for part in parts(list(before.areas()), list(after.areas()), edges):
        fields = area_fields(before, after, part[0][0]) if part[0] == part[1] and len(part[0]) == 1 else []
        kind = kind_of(part, fields)
        old_takers = {slug for area in part[0] for slug in took[old][area]}
        alive = {slug for slug in old_takers if workspace.register[slug].valid_to >= first_day(new)}
        yield {
            "kind": kind,
            "old": part[0],
            "new": part[1],
            "fields": fields,
            "old_authorities": len(old_takers),
            "new_authorities": len({slug for area in part[1] for slug in took[new][area]}),
            "not_moved": sorted(alive - have_new) if kind != "kept" else [],
        }


def takers(workspace: Workspace, year: str) -> dict[str, set[str]]:
    result: dict[str, set[str]] = defaultdict(set)
    for slug, compact in workspace.compacts.items():
        edition = edition_of(compact, year)
        if edition and slug in workspace.register:
            for priority in valid_priorities(workspace.annexes[year], workspace.register[slug], edition):
                result[priority.area].add(slug)
    return result


def priority_fields(old: Priority, new: Priority) -> list[str]:
    fields = [name for name in ("term", "why") if getattr(old, name) != getattr(new, name)]
    sides = ("authority", "department")
    return fields + [
        f"contributions.{side}"
        for side in sides
        if getattr(old.contributions, side) != getattr(new.contributions, side)
    ]


def compact_row(workspace: Workspace, slug: str, old: str, new: str, edges: Edges) -> dict[str, Any] | None:
    compact, authority = workspace.compacts[slug], workspace.register[slug]
    before, after = edition_of(compact, old), edition_of(compact, new)
    if not before and not after:
        return None
    olds = {p.key(): p for p in valid_priorities(workspace.annexes[old], authority, before)} if before else {}
    news = {p.key(): p for p in valid_priorities(workspace.annexes[new], authority, after)} if after else {}
    own = {(a, b) for a in olds for b in news if (a[0], b[0]) in edges and a[1] == b[1]}
    row: dict[str, Any] = {
        "authority": slug,
        "kind": "both" if before and after else "only-old" if before else "only-new",
    }
    row["ended"] = authority.valid_to.isoformat() if before and authority.valid_to < first_day(new) else None
    row |= {"kept": [], "carried": [], "lost": [], "gained": []}
    for starts, ends in parts(list(olds), list(news), own):
        if starts == ends:
            fields = priority_fields(olds[starts[0]], news[ends[0]])
            row["kept"].append({"area": starts[0][0], "issue": news[ends[0]].issue, "fields": fields})
        elif starts and ends:
            row["carried"].append({"old": [area for area, _ in starts], "new": [area for area, _ in ends]})
        elif starts:
            row["lost"].append({"area": starts[0][0], "issue": olds[starts[0]].issue})
        else:
            row["gained"].append({"area": ends[0][0], "issue": news[ends[0]].issue})
    asks = [{ask.text for ask in edition.asks} if edition else set() for edition in (before, after)]
    row |= {"asks_gained": len(asks[1] - asks[0]), "asks_lost": len(asks[0] - asks[1])}
    names = ("review_by", "note", "signatures") if before and after else ()
    row["fields"] = [name for name in names if getattr(before, name) != getattr(after, name)]
    row["old_priorities"], row["new_priorities"] = len(olds), len(news)
    return row


def changes(workspace: Workspace, old: str, new: str) -> dict[str, Any]:
    edges = lineage(workspace, old, new)
    slugs = [slug for slug in workspace.compacts if slug in workspace.register]
    rows = [row for slug in slugs if (row := compact_row(workspace, slug, old, new, edges))]
    totals = {name: sum(len(row[name]) for row in rows) for name in ("kept", "carried", "lost", "gained")}
    totals["lost_with_authority"] = sum(len(row["lost"]) for row in rows if row["ended"])
    totals |= {name: sum(row.pop(name) for row in rows) for name in ("old_priorities", "new_priorities")}
    annex = list(annex_rows(workspace, old, new, edges))
    return {"old": old, "new": new, "annex": annex, "compacts": rows, "totals": totals}


# --- the command line


def as_json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False, default=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("validate", "report", "diff"):
        commands.add_parser(name).add_argument("folder", type=Path)
    commands.choices["report"].add_argument("--format", choices=("json", "html"), default="json")
    commands.choices["diff"].add_argument("old")
    commands.choices["diff"].add_argument("new")
    arguments = parser.parse_args()
    workspace = read_workspace(arguments.folder)
    if arguments.command == "validate":
        validate(workspace, date.today())  # noqa: DTZ011 - the day where it runs is meant
        print(*sorted(workspace.problems), sep="\n", end="\n" if workspace.problems else "")
        warnings = len(workspace.problems) - workspace.errors
        print(f"{workspace.errors} errors, {warnings} warnings in {workspace.documents} documents")
        return 1 if workspace.errors else 0
    if arguments.command == "report":
        data = coverage(workspace, max(workspace.annexes))
        print(as_json(data) if arguments.format == "json" else html(data))
    else:
        print(as_json(changes(workspace, arguments.old, arguments.new)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
