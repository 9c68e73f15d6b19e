"""Which documents others rest on: where one of these is broken, what rests on it was not wholly looked at."""

from collections.abc import Collection, Iterator

from compactctl.documents.years import AcademicYear, year_of_file
from compactctl.files.data_folder import ANNEXES, CONFIG, REGISTER, STATEMENT, annex_file, is_annex, is_compact, stem_of
from compactctl.workspace.reading import read_compact
from compactctl.workspace.workspace import Workspace


def foundations(workspace: Workspace, names: Collection[str], damaged: Collection[str]) -> frozenset[str]:
    """Return which of the damaged files these documents rest on; all are names within the data folder.

    All rest on the settings; annexes and compacts on the statement and the register; an annex on all before it, whose
    ids it may not use again; a compact on the newest annex and on those from its first edition's year to its last's. A
    file under a wrong name stands for the right one.
    """
    meant = {file: workspace.stands_for.get(file, file) for file in damaged}
    beneath = {CONFIG} if names else set()
    if any(is_annex(name) or is_compact(name) for name in names):
        beneath |= {STATEMENT, REGISTER, ANNEXES}
        # The compacts are read once more, so only where an annex is broken.
        if any(is_annex(name) for name in meant.values()):
            beneath |= {annex_file(year.file_stem) for year in _years(workspace, names)}
    return frozenset(file for file, name in meant.items() if name in beneath)


def _years(workspace: Workspace, names: Collection[str]) -> Iterator[AcademicYear]:
    for name in names:
        if is_annex(name):
            yield from (year for year in workspace.years if year < year_of_file(stem_of(name)))
        elif is_compact(name):
            yield from workspace.years[-1:]
            document = read_compact(workspace.tree, stem_of(name)).document
            held = [edition.year for edition in document.content.editions if edition.year] if document else []
            yield from (year for year in workspace.years if held and min(held) <= year <= max(held))
