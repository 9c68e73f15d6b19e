"""Small workspaces made of plain values, in memory or written out: what the tests of changes share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from compactctl.changes.results import YearChanges
from compactctl.changes.revisions import RevisionChanges, compare_revisions
from compactctl.changes.years import compare_years
from compactctl.documents.years import written_year
from compactctl.files.opening import Unreadable
from compactctl.files.trees import FolderEntry
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.since import Since
from compactctl.workspace.workspace import Workspace

Values = dict[str, Any]
Files = Mapping[str, Values | str]
"""What stands in each file: the values of a document, or its very text."""

BASE: Final = "8a3f2c10" * 5
"""The hash of a commit."""
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class MemoryTree:
    """A data folder in memory."""

    files: Mapping[str, str]

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        prefix = f"{folder}/" if folder else ""
        names = {name.removeprefix(prefix) for name in self.files if name.startswith(prefix)}
        for name in sorted({name.partition("/")[0] for name in names}):
            yield FolderEntry(name, "a plain file" if name in names else "a folder")

    def size(self, name: str) -> int:  # noqa: ARG002 - one size for all
        """Return 0: what git gives comes in one stream, which two processes cannot share."""
        return 0

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise Unreadable("the file cannot be read: there is none")
        return self.files[name].encode()


def area(id_: str, **keys: Any) -> Values:  # noqa: ANN401 - whatever an area may hold
    return {"id": id_, "title": f"Title of {id_}", "summary": f"Summary of {id_}", **keys}


def come(id_: str, *origins: str, **keys: Any) -> Values:  # noqa: ANN401 - whatever an area may hold
    """Return an area that comes from others."""
    return area(id_, **{"from": list(origins)}, **keys)


def annex(year: str, *areas: Values, retired: Sequence[str] = (), **keys: Any) -> Values:  # noqa: ANN401
    """Return an annex of one group whose areas have the letters of their places, but where they have their own."""
    lettered = [{"letter": letter, **item} for letter, item in zip(LETTERS, areas, strict=False)]
    document: Values = {
        "year": year,
        "title": "Agenda",
        "groups": [{"id": "school-standards", "title": "Standards", "areas": lettered}],
        **keys,
    }
    if retired:
        document["retired"] = [{"id": id_, "why": f"Why {id_} went"} for id_ in retired]
    return document


def priority(area_id: str, **keys: Any) -> Values:  # noqa: ANN401 - whatever a priority may hold
    contributions = {"authority": ["We do this"], "department": ["They do that"]}
    return {"area": area_id, "term": "short", "why": "Because", "contributions": contributions, **keys}


def edition(year: str, *priorities: Values | str, **keys: Any) -> Values:  # noqa: ANN401
    """Return an edition; an id stands for a priority that takes up that area."""
    items = [priority(item) if isinstance(item, str) else item for item in priorities]
    return {"year": year, "priorities": items, **keys}


def compact(slug: str, *editions: Values, **keys: Any) -> Values:  # noqa: ANN401
    return {"authority": slug, "editions": list(editions), **keys}


def files(
    annexes: Sequence[Values], compacts: Sequence[Values] = (), **others: Values | str
) -> dict[str, Values | str]:
    """Return the files of a workspace by their names."""
    named: dict[str, Values | str] = {f"annex/{item['year'].replace('/', '-')}.yaml": item for item in annexes}
    named.update({f"compacts/{item['authority']}.yaml": item for item in compacts})
    return {**named, **others}


class PlainDumper(yaml.CSafeDumper):
    """Writes values out each time they come, since the format has no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - whatever it is
        return True


def as_yaml(values: Values | str) -> str:
    if isinstance(values, str):
        return values
    return str(yaml.dump(values, Dumper=PlainDumper, sort_keys=False, allow_unicode=True))


def write(folder: Path, contents: Files) -> None:
    """Write a workspace into a folder, for the real command."""
    for name, values in contents.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_yaml(values), encoding="utf-8")


def workspace(contents: Files) -> Workspace:
    return read_workspace(MemoryTree({name: as_yaml(values) for name, values in contents.items()}), "data")


def between(contents: Files, old: str, new: str, authority: str | None = None) -> YearChanges:
    """Return what changed between two years of a workspace."""
    return compare_years(workspace(contents), written_year(old), written_year(new), authority)


def since(old: Files, new: Files, authority: str | None = None, *, annex_only: bool = False) -> RevisionChanges:
    """Return what changed from one state of a workspace to another."""
    pair = Since("main", BASE, workspace(old), workspace(new))
    return compare_revisions(pair, authority, annex_only=annex_only)
