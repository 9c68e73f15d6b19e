"""Any bytes as one document, read by lines and repaired: nothing changes but what was mistyped, to what was meant."""

from dataclasses import replace
from functools import cache, partial
from typing import Any, Final

from compactctl.documents.grammar import grammar_of
from compactctl.documents.kinds import ANNEX, COMPACT, CONFIG, STATEMENT, DocumentKind
from compactctl.documents.reading import read_document
from compactctl.files.by_lines.reading import read_by_lines
from compactctl.files.encodings import other_encoding
from compactctl.files.grammar import Grammar, ListGrammar, NamesGrammar, TextGrammar
from compactctl.files.reading import Broken, Value, decode_bytes, parse, trimmed
from compactctl.files.source import LINE_END, Source
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.repairing import FileRepairs, repairs_in
from compactctl.workspace.workspace import Workspace
from fuzz.memory import NAMES, Memory, named
from fuzz.promises import check_findings, keeps

_KINDS: Final[dict[str, DocumentKind[Any]]] = dict(
    zip(NAMES, (COMPACT, ANNEX, STATEMENT, CONFIG, COMPACT), strict=True)
)


def target(data: bytes) -> None:
    """Repair the document that the first byte names, and repair what has become of it."""
    name, content = named(data)
    name, kind = name if name != "authorities.csv" else NAMES[0], _KINDS[name]
    source = _source(name, content)
    first = repairs_in(_workspace(name, content), name)
    check_findings(first.left)
    keeps(first.old == content, "what stands in the file is another")
    keeps((first.new != content) == bool(first.repairs), "a change without a repair, or the other way round")
    if source is None:
        keeps(not first.repairs, "what is no text is repaired")
        return
    again = repairs_in(_workspace(name, first.new), name)
    keeps(again.new == first.new, "what is repaired is repaired again to something else")
    keeps(not again.repairs, "what is repaired is repaired again")
    _check_lines(source, first)
    _check_meaning(kind, source, first)


def _check_lines(source: Source, repairs: FileRepairs) -> None:
    """Only the lines of the repairs have changed, from what these say to what these say."""
    ends = [*LINE_END.findall(source.text), ""]
    lines = list(source.lines)
    for repair in repairs.repairs:
        if repair.line is None or repair.before is None or repair.after is None:
            continue
        before, after = repair.before.split("\n"), repair.after.split("\n")
        begin, stop = repair.line - 1, repair.line - 1 + len(before)
        keeps(list(source.lines[begin:stop]) == before, "a repair of other lines than there are")
        keeps(len(before) == len(after), "a repair that makes or takes lines")
        lines[begin:stop] = after
    whole = "".join(line + end for line, end in zip(lines, ends, strict=True))
    keeps(repairs.new.decode("utf-8-sig") == whole, "a line has changed that no repair names")


def _check_meaning(kind: DocumentKind[Any], source: Source, repairs: FileRepairs) -> None:
    """What is understood stays; and where nothing is left to tell, YAML reads just that."""
    if any(item.rule == "hidden-character" for item in repairs.left):
        return  # it is not read by lines then
    meant = read_by_lines(source, grammar_of(kind))
    if not meant.has_values:
        return
    now = Source(source.name, repairs.new.decode("utf-8-sig"))
    if repairs.repairs:
        keeps(trimmed(read_by_lines(now, grammar_of(kind)).values) == trimmed(meant.values), "another is understood")
    read = read_document(kind, source.name, repairs.new)
    if read.findings or read.slips or meant.is_lost:
        return
    is_meant = _agree(grammar_of(kind), trimmed(_parsed(now)), trimmed(meant.values))
    keeps(is_meant, "YAML reads another than is meant, in silence")
    if trimmed(_parsed(source)) == trimmed(meant.values) and not repairs.repairs:
        keeps(repairs.new == repairs.old, "a file without a slip is changed")


def _agree(grammar: Grammar | None, read: Value, meant: Value) -> bool:
    """Tell whether both are the same but for what a rule tells: what is looked up, and what ends before a '#'."""
    match grammar, read, meant:
        case TextGrammar(is_free=False), str(), str():
            return True
        case _, str(), str():
            return read == meant or (meant.startswith(read) and meant[len(read) :].lstrip().startswith("#"))
        case ListGrammar(entry=entry), list(), list():
            return len(read) == len(meant) and all(map(partial(_agree, entry), read, meant))
        case NamesGrammar(any_name=None, names=names), dict(), dict():
            return list(read) == list(meant) and all(_agree(names.get(key), read[key], meant[key]) for key in read)
        case NamesGrammar(any_name=TextGrammar()), _, _:
            return True
        case _:
            return bool(read == meant)


def _source(name: str, data: bytes) -> Source | None:
    try:
        return decode_bytes(name, data)
    except Broken:
        other = other_encoding(data)
        return Source(name, other[0]) if other else None


def _parsed(source: Source) -> Value:
    try:
        return parse(source)
    except Broken:
        return None


def _workspace(name: str, data: bytes) -> Workspace:
    return replace(_empty(), tree=Memory({name: data}))


@cache
def _empty() -> Workspace:
    return read_workspace(Memory({}), "data")
