"""What 'fix' can mend in a file of the data folder: its repairs, what is left, and its bytes before and after."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from compactctl.documents.kinds import ANNEX, COMPACT, CONFIG, STATEMENT, DocumentKind
from compactctl.documents.reading import read_document
from compactctl.documents.strict import DocumentRead
from compactctl.files import data_folder
from compactctl.files.data_folder import is_annex, is_compact
from compactctl.files.opening import Unreadable
from compactctl.files.reading import BYTE_ORDER_MARK, finding
from compactctl.files.slips import Slip, with_repairs
from compactctl.files.source import LINE_END, Source
from compactctl.finding import Finding, Place, Span
from compactctl.workspace.authorities import Register
from compactctl.workspace.document_files import with_right_name
from compactctl.workspace.workspace import Workspace


class Repaired(NamedTuple):
    """One repair: whole lines before and after (parted by LF), from which line on, and the rule that was broken.

    All but the rule are None for a new encoding, which is that of the whole file.
    """

    line: int | None
    before: str | None
    after: str | None
    rule: str


class FileRepairs(NamedTuple):
    """A file by its name within the data folder: its bytes, those that it has when repaired, and what is left.

    `left` are the errors of the rules on files and on the schema that stay, and the slips that are no such errors.
    """

    name: str
    old: bytes
    new: bytes
    repairs: tuple[Repaired, ...]
    left: tuple[Finding, ...]


def repairs_in(workspace: Workspace, name: str) -> FileRepairs:
    """Return what can be mended in the statement, an annex, a compact or the settings, and what cannot.

    A file that cannot be read at all has empty bytes, and that finding left.
    """
    try:
        data = workspace.tree.read(name)
    except Unreadable as refusal:
        return FileRepairs(name, b"", b"", (), (finding("unreadable", str(refusal), Place(name)),))
    kind = _kind_of(name)
    read = read_document(kind, name, data)
    is_new_encoding = any(item.rule == "not-utf-8" and item.repair for item in read.findings)
    slips = [slip for slip in read.slips if slip.repair is not None]
    if read.source is None or not (slips or is_new_encoding):
        return FileRepairs(name, data, data, (), tuple(_left(name, read, workspace.register)))
    new = _mended(data, read.source, slips)
    repairs = [Repaired(None, None, None, "not-utf-8")] if is_new_encoding else []
    repairs += _repaired(slips, read.source.lines)
    left = tuple(_left(name, read_document(kind, name, new), workspace.register))
    return FileRepairs(name, data, new, tuple(repairs), left)


def _kind_of(name: str) -> DocumentKind[Any]:
    if is_compact(name):
        return COMPACT
    if is_annex(name):
        return ANNEX
    return STATEMENT if name == data_folder.STATEMENT else CONFIG


def _mended(data: bytes, source: Source, slips: Iterable[Slip]) -> bytes:
    """Return the bytes of a file with its slips mended; all other lines, and all line ends, stay as they are."""
    ends = [*LINE_END.findall(source.text), ""]
    written = "".join(line + end for line, end in zip(with_repairs(source.lines, slips), ends, strict=True))
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    return mark + written.encode("utf-8")


def _repaired(slips: Iterable[Slip], lines: Sequence[str]) -> Iterator[Repaired]:
    """Yield one repair for all slips that are mended together."""
    seen: set[int] = set()
    for slip in slips:
        if slip.line not in seen:
            seen.add(slip.line)
            yield Repaired(slip.line, "\n".join(lines[slip.line - 1 : slip.end_line]), slip.text, slip.rule)


def _left(name: str, read: DocumentRead[Any], register: Register | None) -> list[Finding]:
    """Return what stays, by line, and why: errors on files and schema, and slips that these do not tell."""
    findings = with_right_name(name, read, register)
    lines = {item.place.span.line for item in findings if item.place.span}
    others = (slip for slip in read.slips if slip.rule == "text-in-comment" and slip.line not in lines)
    source = read.source or Source(name, "")
    untold = (finding(slip.rule, slip.message, source.place(slip.span)) for slip in others)
    because = {(slip.rule, slip.span): slip.left_because for slip in read.slips if slip.left_because}
    left = (_with_reason(item, because) for item in (*findings, *untold))
    return sorted(left, key=lambda item: item.place.span or Span(0, 0, 0, 0))


def _with_reason(item: Finding, because: Mapping[tuple[str, Span], str]) -> Finding:
    """Return what is left with the reason, where it has one reading and is left all the same."""
    reason = because.get((item.rule, item.place.span)) if item.place.span else None
    end = "" if item.message.endswith("?") else ";"
    return item._replace(message=f"{item.message}{end} {reason}") if reason else item
