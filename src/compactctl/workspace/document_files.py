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
from compactctl.workspace.authorities import Register

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


def read_compact(tree: Tree, slug: str, register: Register | None = None) -> CompactFile:
    """Read the compact of an authority; the file's name says whose it is, and the register may know no such one."""
    name = compact_file(slug)
    read = read_file(tree, name, COMPACT)
    findings = with_right_name(name, read, register)
    document, understood = (part and replace(part, findings=findings) for part in (read.document, read.understood))
    return CompactFile(slug, document, findings, understood)


def read_annex(tree: Tree, stem: str) -> DocumentRead[Annex]:
    """Read the annex of a year; the file's name says which."""
    name = annex_file(stem)
    read = read_file(tree, name, ANNEX)
    return read._replace(findings=with_right_name(name, read))


def with_right_name(name: str, read: DocumentRead[Any], register: Register | None = None) -> tuple[Finding, ...]:
    """Return the findings on a file, and where it says another name of its document than the file has, that too."""
    document, stem = read.understood, stem_of(name)
    match document.content if document else None:
        case Compact(authority=str(named)) if named != stem:
            key, message = "authority", _wrong_authority(named, stem, register)
        case Annex(year=AcademicYear() as year) if year.file_stem != stem:
            of_file = stem.replace("-", "/")
            key, message = "year", f"{_two_names('year', str(year), of_file)}; write {of_file}, or rename the file"
        case _:
            return read.findings
    place = document.source.value((key,)) if document else Place(name)
    return (*read.findings, finding("wrong-name", message, place))


def _two_names(name: str, written: str, of_file: str) -> str:
    return f"'{name}' is {written}, and the file is that of {of_file}"


def _wrong_authority(written: str, of_file: str, register: Register | None) -> str:
    """Say which of the two names to keep; where the register lacks the file's, `unknown-authority` says what to do."""
    start = _two_names("authority", quoted(written), quoted(of_file))
    if register is None or (written in register.slugs and of_file in register.slugs):
        return f"{start}; write {quoted(of_file)}, or rename the file"
    if of_file in register.slugs:
        return f"{start}; write {quoted(of_file)}"
    if written in register.slugs:
        return f"{start}, which the register does not have"
    return f"{start}; the register has neither"
