"""Which slips of a file count, and which of them are repaired: those that lead to what was meant, and to nothing else.

What somebody has signed stays: there only what is no text is mended.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from compactctl.documents.content import Annex, Compact, Signature, Statement
from compactctl.documents.document import Document
from compactctl.documents.grammar import grammar_of
from compactctl.documents.kinds import DocumentKind
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.strict import read_strictly
from compactctl.documents.values import Party
from compactctl.files.by_lines import said
from compactctl.files.by_lines.notes import TooMany
from compactctl.files.by_lines.reading import LinesRead, read_by_lines
from compactctl.files.reading import Broken, Parsed, Value, are_same, parse_counting
from compactctl.files.slips import Slip, with_repairs
from compactctl.files.source import KeyPath, Source


class Parsings:
    """Parses each of the texts that a file has in turn, which are often the same, once; the first may be parsed."""

    def __init__(self, source: Source, parsed: Parsed | None) -> None:
        self._parsed = {source.text: parsed} if parsed is not None else {}

    def of(self, source: Source) -> Parsed:
        """Return how YAML reads a text; raises `Broken`."""
        if source.text not in self._parsed:
            self._parsed[source.text] = parse_counting(source)
        return self._parsed[source.text]

    def values(self, lines: Iterable[str]) -> Value:
        """Return how YAML reads lines; None where it does not."""
        try:
            return self.of(Source("", "\n".join(lines))).value
        except Broken:
            return None


def that_count(by_lines: LinesRead, source: Source, parsed: Parsed | None, parsings: Parsings) -> list[Slip]:
    """Return the slips of a file; where YAML can read it, those by which it reads otherwise than was meant, or may.

    `parsed` are the values as YAML reads them, None where it does not.
    """
    if parsed is None:
        return by_lines.slips
    if by_lines.is_lost and not are_same(parsed.value, by_lines.values):
        return []
    slips = [
        slip
        for slip in by_lines.slips
        if slip.is_sure
        or slip.is_silent
        or slip.rule != "yaml-syntax"
        or (not slip.is_of_blanks and slip.line in source.lines_within_texts)
    ]
    others = [slip for slip in slips if slip.rule != "yaml-syntax" or not slip.is_of_blanks or slip.is_silent]
    all_mended, others_mended = (parsings.values(with_repairs(by_lines.typed, some)) for some in (slips, others))
    return others if others_mended is not None and are_same(others_mended, all_mended) else slips


def unsure(slips: Iterable[Slip]) -> list[Slip]:
    """Return slips none of which is repaired."""
    return [slip._replace(is_sure=False) for slip in slips]


def lead_to_what_was_meant(
    by_lines: LinesRead,
    slips: Sequence[Slip],
    understood: Document[Any],
    kind: DocumentKind[Any],
    parsings: Parsings,
) -> bool:
    """Whether a file with its slips repaired is read as it was meant, and nothing in it would be repaired then.

    It is so too with those mended that are not sure: repairs rest on them.
    """
    if not any(slip.repair for slip in slips):
        return True
    if not are_same(parsings.values(by_lines.mended), by_lines.values):
        return False
    repaired = Source("", "\n".join(with_repairs(by_lines.typed, slips)))
    strict = read_strictly(kind, repaired, parsings.of)
    has_meant = strict.parsed is not None and are_same(strict.parsed.value, by_lines.values)
    if has_meant and strict.is_as_meant:
        return True
    if strict.parsed is None and parsings.values(by_lines.typed) is not None:
        return False  # what YAML can read stays so
    try:
        again = read_by_lines(repaired, grammar_of(kind))
    except TooMany:
        return False
    left = settled(kind, understood, that_count(again, repaired, strict.parsed, parsings), again.typed, parsings)
    is_told = has_meant or strict.parsed is None or bool(left)
    is_told_already = {slip.line for slip in left} <= {slip.line for slip in slips if not slip.repair}
    is_done = are_same(again.values, by_lines.values) and not any(slip.repair for slip in left)
    return is_told and is_told_already and is_done


def settled(
    kind: DocumentKind[Any], document: Document[Any], slips: Sequence[Slip], typed: Sequence[str], parsings: Parsings
) -> list[Slip]:
    """Return the slips in lines; those in a signed text unsure where more than blanks would change, or what is read."""
    has_two_versions = any(_leaves_two_versions(slip) for slip in slips)
    perhaps = said.PERHAPS_SIGNED if has_two_versions else ""
    signed = {
        slip: because for slip in slips if slip.is_sure and (because := perhaps or _left_because(document, slip.path))
    }
    of_blanks = {slip for slip in signed if slip.is_of_blanks}
    if of_blanks and not _mean_the_same(kind, typed, slips, of_blanks, parsings):
        of_blanks = set()
    kept = {slip: because for slip, because in signed.items() if slip not in of_blanks}
    return [slip._replace(is_sure=False, left_because=kept[slip]) if slip in kept else slip for slip in slips]


def _left_because(document: Document[Any], path: KeyPath) -> str:
    """Say why what stands at a path is not to change, if it is not: it is signed, or that cannot be told."""
    at: KeyPath
    match document.content, path:
        case Compact(editions=editions), ("editions", int(index), *_) if index < len(editions):
            parties, signatures, at = COMPACT_PARTIES, editions[index].signatures, ("editions", index, "signatures")
        case (Statement() | Annex()) as content, _:
            parties, signatures, at = NATIONAL_PARTIES, content.signatures, ("signatures",)
        case _:
            return ""
    if _has_any_signed(parties, signatures):
        return said.SIGNED
    is_known = at not in document.broken and not _has_unknown_names(document, at)
    return "" if is_known else said.PERHAPS_SIGNED


def _has_unknown_names(document: Document[Any], at: KeyPath) -> bool:
    """Whether a signature has a name that is not known, and may be that of its party or its day."""
    return any(path[: len(at)] == at and rule == "unknown-key" for path, rule in document.broken.items())


def _leaves_two_versions(slip: Slip) -> bool:
    """Whether a file says something twice by which it is signed: two versions of a merge, or of a signature."""
    is_of_signature = slip.path[-1:] in (("signatures",), ("party",), ("date",))
    return not slip.is_typing and (slip.rule == "yaml-syntax" or is_of_signature)


def _has_any_signed(parties: Sequence[Party], signatures: Iterable[Signature]) -> bool:
    """Whether one of the parties has signed; without a day it has not."""
    return any(signature.party in parties and signature.date is not None for signature in signatures)


def _mean_the_same(
    kind: DocumentKind[Any],
    typed: Sequence[str],
    slips: Iterable[Slip],
    of_blanks: Collection[Slip],
    parsings: Parsings,
) -> bool:
    """Whether some slips change nothing that can be read where they stand, once all others are mended."""
    others = with_repairs(typed, (slip for slip in slips if slip not in of_blanks))
    values = parsings.values(others)
    if values is None or are_same(values, parsings.values(with_repairs(typed, slips))):
        return True
    before = read_strictly(kind, Source("", "\n".join(others)), parsings.of).document
    return before is not None and not any(before.is_whole(*slip.path) for slip in of_blanks)
