"""Which documents others rest on: where one of these is broken, what rests on it was not wholly looked at."""

from collections.abc import Collection, Iterator
from posixpath import splitext

from compactctl.documents.years import AcademicYear, year_of_file
from compactctl.files.listing import ANNEXES, COMPACTS
from compactctl.workspace.reading import read_compact
from compactctl.workspace.workspace import Workspace


def foundations(workspace: Workspace, names: Collection[str], broken: Collection[str]) -> frozenset[str]:
    """Return which of the broken files these documents rest on; all are names within the data folder.

    All rest on the settings; annexes and compacts on the statement and the register; an annex on all before it, whose
    ids it may not use again; a compact on the newest annex and on those from its first edition's year to its last's. A
    file under a wrong name stands for the right one.
    """
    meant = {file: workspace.stands_for.get(file, file) for file in broken}
    beneath = {"config.yaml"} if names else set()
    if any(name.startswith((f"{ANNEXES}/", f"{COMPACTS}/")) for name in names):
        beneath |= {"statement.yaml", "authorities.csv", ANNEXES}
        # The compacts are read once more, so only where an annex is broken.
        if any(name.startswith(f"{ANNEXES}/") for name in meant.values()):
            beneath |= {f"{ANNEXES}/{year.file_stem}.yaml" for year in _years(workspace, names)}
    return frozenset(file for file, name in meant.items() if name in beneath)


def _years(workspace: Workspace, names: Collection[str]) -> Iterator[AcademicYear]:
    for name in names:
        folder, _, stem = splitext(name)[0].partition("/")
        if folder == ANNEXES:
            yield from (year for year in workspace.years if year < year_of_file(stem))
        elif folder == COMPACTS:
            yield from workspace.years[-1:]
            document = read_compact(workspace.tree, stem).document
            held = [edition.year for edition in document.content.editions if edition.year] if document else []
            yield from (year for year in workspace.years if held and min(held) <= year <= max(held))
