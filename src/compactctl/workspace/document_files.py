"""The files of a data folder, each read once as the document that it holds, what is wrong with it kept beside it."""

from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from compactctl.documents.content import Annex, Compact
from compactctl.documents.content_base import Content
from compactctl.documents.document import Document
from compactctl.documents.kinds import ANNEX, COMPACT, DocumentKind
from compactctl.documents.reading import read_document
from compactctl.documents.strict import DocumentRead
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import annex_file, compact_file, stem_of
from compactctl.files.opening import Unreadable
from compactctl.files.reading import Broken, decode, finding
from compactctl.files.source import Source
from compactctl.files.trees import PastTree, Tree
from compactctl.finding import Finding, Place
from compactctl.words import quoted

M = TypeVar("M", bound=Content)


class CompactFile(NamedTuple):
    """A compact as read: None for its document where the file cannot be read, with the findings on it.

    `understood` is what can be told of it in both cases, None where that is nothing.
    """

    slug: str
    document: Document[Compact] | None
    findings: tuple[Finding, ...]
    understood: Document[Compact] | None


def read_source(tree: Tree, name: str) -> tuple[Source | None, tuple[Finding, ...]]:
    """Return the text of a file, or None and why it cannot be had."""
    try:
        return decode(name, tree.read(name)), ()
    except Unreadable as refusal:
        return None, (finding("unreadable", str(refusal), Place(name)),)
    except Broken as broken:
        return None, tuple(broken.findings)


def read_file(tree: Tree, name: str, kind: DocumentKind[M]) -> DocumentRead[M]:
    """Return the document in a file, and what is wrong with the file."""
    try:
        read = read_document(kind, name, tree.read(name))
    except Unreadable as refusal:
        return DocumentRead(None, None, (finding("unreadable", str(refusal), Place(name)),), None)
    return read.as_yaml_has_it if isinstance(tree, PastTree) else read


def read_compact(tree: Tree, slug: str) -> CompactFile:
    """Read the compact of an authority; the file's name says whose it is."""
    name = compact_file(slug)
    read = read_file(tree, name, COMPACT)
    findings = with_right_name(name, read)
    document, understood = (part and replace(part, findings=findings) for part in (read.document, read.understood))
    return CompactFile(slug, document, findings, understood)


def read_annex(tree: Tree, stem: str) -> DocumentRead[Annex]:
    """Read the annex of a year; the file's name says which."""
    name = annex_file(stem)
    read = read_file(tree, name, ANNEX)
    return read._replace(findings=with_right_name(name, read))


def with_right_name(name: str, read: DocumentRead[Any]) -> tuple[Finding, ...]:
    """Return the findings on a file, and where it says another name of its document than the file has, that too."""
    document, stem = read.understood, stem_of(name)
    match document.content if document else None:
        case Compact(authority=str(named)) if named != stem:
            key, message = "authority", _wrong_name("authority", quoted(named), quoted(stem))
        case Annex(year=AcademicYear() as year) if year.file_stem != stem:
            key, message = "year", _wrong_name("year", str(year), stem.replace("-", "/"))
        case _:
            return read.findings
    place = document.source.value((key,)) if document else Place(name)
    return (*read.findings, finding("wrong-name", message, place))


def _wrong_name(name: str, written: str, of_file: str) -> str:
    return f"'{name}' is {written}, and the file is that of {of_file}; write {of_file}, or rename the file"
