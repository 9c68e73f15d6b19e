"""Any bytes as one file, through the reader and the schema: a document or findings, nothing else."""

from typing import Any, Final

from compactctl.documents.kinds import ANNEX, COMPACT, CONFIG, STATEMENT, DocumentKind
from compactctl.workspace.document_files import read_file, read_source
from compactctl.workspace.registers import read_register
from fuzz.memory import NAMES, Memory, named
from fuzz.promises import check_findings, keeps

_KINDS: Final[tuple[DocumentKind[Any], ...]] = (COMPACT, ANNEX, STATEMENT, CONFIG)


def target(data: bytes) -> None:
    """Read the bytes as the file that their first one names."""
    name, content = named(data)
    tree = Memory({name: content})
    if name == "authorities.csv":
        source, findings = read_source(tree, name)
        keeps(source or findings, "neither a text nor a finding")
        check_findings(findings if source is None else read_register(source).findings)
        return
    read = read_file(tree, name, _KINDS[NAMES.index(name)])
    keeps(read.document or read.findings, "neither a document nor a finding")
    check_findings(read.findings)
