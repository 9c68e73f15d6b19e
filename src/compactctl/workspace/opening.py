"""Opens a workspace: lists the folder, and reads all but the compacts."""

import shlex
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from compactctl.documents.content import Annex, Statement
from compactctl.documents.document import Document
from compactctl.documents.kinds import CONFIG, STATEMENT
from compactctl.documents.status import NATIONAL_PARTIES, agreed_by, signed_by, status_of
from compactctl.documents.values import Party, is_id
from compactctl.documents.years import AcademicYear, year_of_file
from compactctl.errors import CannotDo
from compactctl.files.listing import ANNEXES, COMPACTS, Folder, Listing, list_data, place_stray, stem_of
from compactctl.files.paths import shown_path
from compactctl.files.source import Source
from compactctl.files.trees import Tree
from compactctl.finding import Finding
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.checkout import check_not_left_out, checked_out
from compactctl.workspace.reading import read_annex, read_file, read_source
from compactctl.workspace.registers import Register, built_in_register, read_register
from compactctl.workspace.repositories import is_submodule_to_fetch
from compactctl.workspace.workspace import Workspace


def open_workspace(root: Path) -> Workspace:
    """Read the data folder at a path, all but its compacts; raises `CannotDo` where there is none, or nothing in it."""
    shown = shown_path(root)
    try:
        checkout = checked_out(root)
        workspace = replace(
            read_workspace(checkout.tree, shown),
            not_checked_out=checkout.left_out,
            checkout_unknown_because=checkout.unknown_because,
        )
    except FileNotFoundError:
        check_not_left_out(root)
        from compactctl.workspace.nearby import way_to

        hint = way_to(root) or "name the folder with --data, or begin one with 'compactctl init'"
        raise CannotDo(f"there is no data folder '{shown}'", hint) from None
    except NotADirectoryError:
        raise CannotDo(f"'{shown}' is no folder", "name the data folder with --data") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise CannotDo(f"the data folder '{shown}' cannot be read: {reason}") from None
    if not workspace.document_count and not workspace.findings:
        raise no_document(shown)
    return workspace


def no_document(shown: str) -> CannotDo:
    """Return what to say of a data folder without a document."""
    hint = "name the right folder with --data, or begin one with 'compactctl init'"
    if is_submodule_to_fetch(Path(shown)):
        hint = f"'git submodule update --init {shlex.quote(shown)}' brings what belongs there"
    return CannotDo(f"there is no document in '{shown}'", hint)


def read_workspace(tree: Tree, shown: str) -> Workspace:
    """Read a tree of documents, all but its compacts; raises OSError where it cannot be listed."""
    listing = list_data(tree, {ANNEXES: _no_year, COMPACTS: _no_slug})
    findings: list[Finding] = list(listing.findings)
    for folder in listing.folders.values():
        findings.extend(folder.findings)
    statement = None
    if "statement.yaml" in listing.present:
        statement, found = read_file(tree, "statement.yaml", STATEMENT)
        findings.extend(found)
    config = None
    if "config.yaml" in listing.present:
        # Most workspaces have none, and its models take a while to build.
        config, found = read_file(tree, "config.yaml", CONFIG)
        findings.extend(found)
    register, source = _register(tree, listing, findings)
    known = register or built_in_register()
    findings.extend([place_stray(listing, name, _home_of(name, known)) for name in listing.strays])
    has_statement = "statement.yaml" in listing.present or "statement.yaml" in listing.misnamed.values()
    parties = _parties(statement, has_statement)
    compacts = listing.folders[COMPACTS]
    return Workspace(
        tree=tree,
        shown=shown,
        has_statement=has_statement,
        statement=statement,
        config=config,
        register=register,
        register_source=source,
        agendas=_agendas(tree, listing.folders[ANNEXES], parties, findings),
        annexes_known=not listing.folders[ANNEXES].lost,
        compact_slugs=tuple(sorted(compacts.names)),
        broken_slugs=compacts.broken,
        stands_for=_stands_for(listing),
        compacts_known=not compacts.lost,
        findings=tuple(findings),
    )


def _no_year(stem: str) -> str | None:
    try:
        year_of_file(stem)
    except ValueError as error:
        return f"the name of an annex is its year, and {error}" if "written" in str(error) else str(error)
    return None


def _no_slug(stem: str) -> str | None:
    if is_id(stem):
        return None
    return "a compact is named after its authority, in lower-case words joined by '-', like 'isle-of-wight.yaml'"


def _home_of(stray: str, register: Register) -> str | None:
    """Return the folder that a file in the data folder itself belongs into, if its name tells."""
    stem = stem_of(stray)
    if _no_year(stem) is None:
        return ANNEXES
    return COMPACTS if register.get(stem) else None


def _stands_for(listing: Listing) -> Mapping[str, str]:
    inside = {
        file: f"{name}/{stem}.yaml" for name, folder in listing.folders.items() for file, stem in folder.meant.items()
    }
    return {**listing.misnamed, **inside}


def _register(tree: Tree, listing: Listing, findings: list[Finding]) -> tuple[Register | None, Source | None]:
    """Return the workspace's own register, None where it is broken; the built-in one where there is none."""
    if "authorities.csv" in listing.misnamed.values() and "authorities.csv" not in listing.present:
        return None, None
    if "authorities.csv" not in listing.present:
        return built_in_register(), None
    source, found = read_source(tree, "authorities.csv")
    findings.extend(found)
    if source is None:
        return None, None
    reading = read_register(source)
    findings.extend(reading.findings)
    return None if reading.findings else reading.register, source


def _parties(statement: Document[Statement] | None, has_statement: bool) -> frozenset[Party] | None:  # noqa: FBT001
    """Return who signed the statement; None where that cannot be told."""
    if statement is None:
        return None if has_statement else frozenset()
    if not statement.is_whole("signatures"):
        return None
    return signed_by(statement.content.signatures, NATIONAL_PARTIES)


def _agendas(
    tree: Tree,
    folder: Folder,
    parties: frozenset[Party] | None,
    findings: list[Finding],
) -> Mapping[AcademicYear, Agenda | None]:
    agendas: dict[AcademicYear, Agenda | None] = {}
    for stem in sorted([*folder.names, *folder.broken]):
        year = year_of_file(stem)
        agendas[year] = None
        if stem in folder.broken:
            continue
        document, found = read_annex(tree, stem)
        findings.extend(found)
        if document is not None:
            agendas[year] = _agenda(year, document, parties)
    return agendas


def _agenda(year: AcademicYear, document: Document[Annex], parties: frozenset[Party] | None) -> Agenda:
    if parties is None or not document.is_whole("signatures"):
        return Agenda(year, document, None)
    signatures = document.content.signatures
    last = agreed_by(signatures, parties)
    status = status_of(signatures, parties, NATIONAL_PARTIES)
    return Agenda(year, document, status, signatures[last].date if last is not None else None)
