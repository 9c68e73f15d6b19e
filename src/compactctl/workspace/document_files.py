"""The files of a data folder, each read once as the document that it holds, what is wrong with it kept beside it."""

from dataclasses import replace
from typing import NamedTuple, TypeVar

from compactctl.documents.content import Annex, Compact
from compactctl.documents.content_base import Content
from compactctl.documents.document import Document, read_document
from compactctl.documents.kinds import ANNEX, COMPACT, DocumentKind
from compactctl.files.data_folder import annex_file, compact_file
from compactctl.files.opening import Unreadable
from compactctl.files.reading import Broken, decode, finding, parse
from compactctl.files.source import Source
from compactctl.files.trees import Tree
from compactctl.finding import Finding, Place
from compactctl.words import quoted

M = TypeVar("M", bound=Content)


class CompactFile(NamedTuple):
    """A compact as read: None for its document where the file cannot be read, with the findings on it."""

    slug: str
    document: Document[Compact] | None
    findings: tuple[Finding, ...]


def read_source(tree: Tree, name: str) -> tuple[Source | None, tuple[Finding, ...]]:
    """Return the text of a file, or None and why it cannot be had."""
    try:
        return decode(name, tree.read(name)), ()
    except Unreadable as refusal:
        return None, (finding("unreadable", str(refusal), Place(name)),)
    except Broken as broken:
        return None, tuple(broken.findings)


def read_file(tree: Tree, name: str, kind: DocumentKind[M]) -> tuple[Document[M] | None, tuple[Finding, ...]]:
    """Return the document in a file, or None where the file itself is broken, and the findings on it."""
    source, findings = read_source(tree, name)
    if source is None:
        return None, findings
    try:
        document = read_document(kind, source, parse(source))
    except Broken as broken:
        return None, tuple(broken.findings)
    return document, document.findings


def read_compact(tree: Tree, slug: str) -> CompactFile:
    """Read the compact of an authority; the file's name says whose it is."""
    document, findings = read_file(tree, compact_file(slug), COMPACT)
    if document is not None and (named := document.content.authority) not in (None, slug):
        message = _wrong_name("authority", quoted(named or ""), quoted(slug))
        findings = (*findings, finding("wrong-name", message, document.source.value(("authority",))))
        document = replace(document, findings=findings)
    return CompactFile(slug, document, findings)


def read_annex(tree: Tree, stem: str) -> tuple[Document[Annex] | None, tuple[Finding, ...]]:
    """Read the annex of a year; the file's name says which."""
    document, findings = read_file(tree, annex_file(stem), ANNEX)
    if document is not None and (year := document.content.year) is not None and year.file_stem != stem:
        message = _wrong_name("year", str(year), stem.replace("-", "/"))
        findings = (*findings, finding("wrong-name", message, document.source.value(("year",))))
    return document, findings


def _wrong_name(name: str, written: str, of_file: str) -> str:
    return f"'{name}' is {written}, and the file is that of {of_file}; write {of_file}, or rename the file"
