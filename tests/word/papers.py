"""Word documents as tests look at them: the text and structure of one."""

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from tests.running import of_any_version, run


def paper(folder: Path, authority: str, *words: str, name: str = "paper.docx") -> bytes:
    """Have the real command write an authority's paper, and return it."""
    answer = run(folder, "report", "--authority", authority, *words, "--output", name)
    assert answer.returncode == 0, answer.stderr
    return (folder / name).read_bytes()


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def described(data: bytes) -> str:
    """Return what a document says, a line a paragraph with its style, without what differs by revision or version."""
    document = opened(data)
    section = document.sections[0]
    lines = [
        *(f"head: {line}" for line in _blocks(section.header.iter_inner_content())),
        *_blocks(document.iter_inner_content()),
        *(f"foot: {line}" for line in _blocks(section.footer.iter_inner_content())),
    ]
    text = "".join(f"{line}\n" for line in lines)
    return of_any_version(re.sub(r"revision [0-9a-f]{12}", "revision 0123456789ab", text))


def _blocks(blocks: Iterable[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"[{style_of(block)}] {text_of(block)}".rstrip()
        else:
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    title, description = (said_of(table, tag) for tag in ("w:tblCaption", "w:tblDescription"))
    yield f"[table: {table.style.name if table.style else None}] {title} ({description})"
    for row in table.rows:
        head = " head" if row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None else ""
        yield f"  row{head}:"
        for cell in row.cells:
            yield from (f"    | {line}" for line in _blocks(cell.iter_inner_content()))


def style_of(paragraph: Paragraph) -> str:
    return str(paragraph.style.name) if paragraph.style else ""


def text_of(paragraph: Paragraph) -> str:
    """Return the text of a paragraph, fields too."""
    texts = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n"}
    parts = (part for run in paragraph._p.iter(qn("w:r")) for part in run if part.tag in texts)
    return "".join(texts[str(part.tag)] or part.text or "" for part in parts)


def said_of(table: Table, tag: str) -> str:
    """Return what is said of a table to those who do not see it, nothing where nothing is."""
    said = table._tbl.tblPr.find(qn(tag))
    return "" if said is None else str(said.get(qn("w:val")))


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
