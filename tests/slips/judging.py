"""What the tool makes of files into which somebody slipped, and whether that is right.

Some slips are typed into one form. What validate finds has to lie on the line of each, and to offer what fix does.
What fix writes is judged slip by slip: all others are put right by hand, and then the file has to read as it was meant,
which is repaired, or nothing of the slip may have changed, or it is still broken, which is left. A file that reads as
anything else is a fault. So is one that changes when it is repaired again, or in a line without a slip, in its line
ends, its mark or its last line end.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from tests.changes.making import MemoryTree
from tests.slips.forms import FORMS, workspace_with
from tests.slips.slip import Outcome, Slip

from compactctl.documents.document import read_document
from compactctl.documents.kinds import ANNEX, COMPACT, CONFIG, STATEMENT, DocumentKind
from compactctl.documents.texts import running
from compactctl.files.opening import Unreadable
from compactctl.files.reading import Broken, decode, parse
from compactctl.files.source import LINE_END
from compactctl.finding import Finding
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.repairing import FileRepairs, Repaired, repairs_in
from compactctl.workspace.workspace import Workspace

AS_OF: Final = date(2004, 7, 1)
BYTE_ORDER_MARK: Final = "\ufeff"
_KINDS: Final[Mapping[str, DocumentKind[Any]]] = {"statement": STATEMENT, "annex": ANNEX, "settings": CONFIG}


class Became(StrEnum):
    """What became of a slip."""

    REPAIRED = "repaired"
    LEFT = "left"
    OTHER = "another text"


class Verdict(NamedTuple):
    """What became of each of some slips, and what is wrong with it, in words."""

    became: Mapping[Slip, Became]
    faults: tuple[str, ...]


class Dress(NamedTuple):
    """How a file is saved: what ends its lines, whether it has a byte order mark, and whether its last line ends."""

    line_end: str = "\n"
    has_mark: bool = False
    is_ended: bool = True

    def bytes_of(self, lines: Sequence[str], encoding: str) -> bytes:
        """Return the bytes of lines, of which the last is empty where the last line ends."""
        text = self.line_end.join(lines if self.is_ended else lines[:-1])
        return (BYTE_ORDER_MARK * self.has_mark + text).encode(encoding, "surrogateescape")

    def keeps(self, data: bytes) -> bool:
        """Tell whether bytes in UTF-8 are dressed like this."""
        text = data.decode()
        ends = {match[0] for match in LINE_END.finditer(text)}
        is_ended = bool(text) and text[-1] in "\r\n"
        return (text.startswith(BYTE_ORDER_MARK), ends, is_ended) == (self.has_mark, {self.line_end}, self.is_ended)


PLAIN_DRESS: Final = Dress()
DRESSES: Final = (
    Dress("\r\n"),
    Dress(has_mark=True),
    Dress(is_ended=False),
    Dress("\r\n", has_mark=True),
    Dress("\r\n", is_ended=False),
    Dress("\r"),
)


class _Tree(MemoryTree):
    """A data folder of bytes."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(dict.fromkeys(files, ""))
        self.data = files

    def read(self, name: str) -> bytes:
        if name not in self.data:
            raise Unreadable("the file cannot be read: there is none")
        return self.data[name]


def workspace_of(form: str, data: bytes) -> Workspace:
    """Return the workspace in which a form has these bytes."""
    return read_workspace(_Tree(workspace_with(form, data)), "data")


def lines_with(form: str, slips: Iterable[Slip], typed: Iterable[Slip]) -> tuple[list[str], dict[Slip, int]]:
    """Return the lines of a form with slips in it, and where each begins; those that are not typed are as meant."""
    lines, begins, at = FORMS[form].text.split("\n"), dict[Slip, int](), 0
    wrong, text = set(typed), list[str]()
    for slip in sorted(slips, key=lambda slip: slip.line):
        text += lines[at : slip.line]
        begins[slip] = len(text)
        text += slip.typed if slip in wrong else slip.meant
        at = slip.end
    return text + lines[at:], begins


def findings_in(form: str, workspace: Workspace) -> list[Finding]:
    """Return what is found in a form."""
    findings = check(Checks(workspace, AS_OF), Selection())
    return [item for item in findings if item.place.file == FORMS[form].name]


def told_lines(form: str, workspace: Workspace) -> frozenset[int]:
    """Return the lines of a form on which something is found."""
    return _lines_of(findings_in(form, workspace))


def _lines_of(findings: Iterable[Finding]) -> frozenset[int]:
    return frozenset(item.place.span.line - 1 for item in findings if item.place.span)


def values_in(form: str, data: bytes) -> object:
    """Return the values of a file, their blanks folded; None where it breaks a rule on files or the schema."""
    name = FORMS[form].name
    try:
        source = decode(name, data)
        values = parse(source)
    except Broken:
        return None
    kind = _KINDS.get(form.removeprefix("signed-"), COMPACT)
    return None if read_document(kind, source, values).findings else _folded(values)


def _folded(value: object) -> object:
    if isinstance(value, dict):
        return {key: _folded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_folded(inner) for inner in value]
    return running(value) if isinstance(value, str) else value


def judge(form: str, slips: Sequence[Slip], dress: Dress = PLAIN_DRESS) -> Verdict:
    """Type slips, which share no line, into a form, have it checked and repaired, and judge what is said and done."""
    lines, begins = lines_with(form, slips, slips)
    encoding = next((slip.encoding for slip in slips if slip.encoding != "utf-8"), "utf-8")
    data = dress.bytes_of(lines, encoding)
    workspace = workspace_of(form, data)
    fixed = repairs_in(workspace, FORMS[form].name)
    findings = findings_in(form, workspace)
    faults = _careless(form, fixed, lines, dress, encoding)
    offered = {(item.repair.line, item.repair.text) for item in findings if item.repair}
    faults += [
        f"repaired, and no finding offers it: {item.before} → {item.after}"
        for item in fixed.repairs
        if (item.line, item.after) not in offered
    ]
    if fixed.new != fixed.old:
        again = repairs_in(workspace_of(form, fixed.new), FORMS[form].name)
        if again.new != fixed.new:
            faults.append(f"changes when it is repaired again: {[shown(slip) for slip in slips]}")
    became = _became(form, slips, begins, fixed)
    no_slips = _no_slips(became, begins, fixed.repairs)
    faults += _untold([slip for slip in slips if slip not in no_slips], begins, _lines_of(findings))
    faults += [fault for slip in slips if (fault := _fault(slip, became[slip], begins, fixed.repairs))]
    faults += [
        f"a line without a slip is changed: {before} → {after}, beside {[shown(slip) for slip in slips]}"
        for first, before, after in _of_lines(fixed.repairs)
        if not any(_touches(slip, begins[slip], first, len(before)) for slip in slips)
    ]
    return Verdict(became, tuple(faults))


def _no_slips(became: Mapping[Slip, Became], begins: Mapping[Slip, int], repairs: Sequence[Repaired]) -> list[Slip]:
    """Return the slips that are none beside others: the form reads as it was meant without a repair of their lines."""
    touched = [(first, len(before)) for first, before, _ in _of_lines(repairs)]
    return [
        slip
        for slip, outcome in became.items()
        if len(became) > 1
        and outcome is Became.REPAIRED
        and slip.encoding == "utf-8"
        and not any(_touches(slip, begins[slip], *lines) for lines in touched)
    ]


def _untold(slips: Sequence[Slip], begins: Mapping[Slip, int], told: frozenset[int]) -> list[str]:
    untold = []
    for slip in slips:
        if slip.encoding != "utf-8":
            is_right = bool(told)
        elif slip.outcome is Outcome.KEPT:
            is_right = len(slips) > 1 or told.isdisjoint(range(begins[slip], begins[slip] + len(slip.typed)))
        else:
            is_right = all(told & wanted for wanted in slip.told_lines(begins[slip]))
        if not is_right:
            untold.append(f"{'told' if slip.outcome is Outcome.KEPT else 'not told'}: {shown(slip)}")
    if len(slips) == 1 and slips[0].outcome is Outcome.REPAIRED and slips[0].encoding == "utf-8":
        (slip,) = slips
        beside = told - set(range(begins[slip] - 1, begins[slip] + len(slip.typed) + 1))
        if beside:
            untold.append(f"told far from the slip, in lines {sorted(line + 1 for line in beside)}: {shown(slip)}")
    return untold


def _careless(form: str, fixed: FileRepairs, lines: Sequence[str], dress: Dress, encoding: str) -> list[str]:
    """Return what differs between the repairs that are told, and the bytes that are written."""
    is_saved_anew = any(item.line is None for item in fixed.repairs)
    text = list(lines if dress.is_ended else lines[:-1])
    for item in sorted(_of_lines(fixed.repairs), key=lambda item: item[0], reverse=True):
        first, before, after = item
        if text[first : first + len(before)] != before:
            return [f"before is not what stands in line {first + 1} of {form}: {before}"]
        text[first : first + len(before)] = after
    if encoding != "utf-8" and not is_saved_anew:
        return [] if fixed.new == fixed.old else ["changed, and not saved in UTF-8"]
    new = fixed.new.decode("utf-8", "surrogateescape").removeprefix(BYTE_ORDER_MARK)
    if LINE_END.split(new) != text:
        return [f"what is written to {form} is not what is told"]
    is_dressed = encoding != "utf-8" or fixed.new == fixed.old or dress.keeps(fixed.new)
    return [] if is_dressed else [f"line ends or mark of {form} are other ones"]


def _touches(slip: Slip, begins: int, first: int, count: int) -> bool:
    """Tell whether a slip that begins on a line has one of so many lines from another one on."""
    return begins < first + count and first < begins + len(slip.typed)


_OfLines = tuple[int, list[str], list[str]]


def _of_lines(repairs: Iterable[Repaired]) -> list[_OfLines]:
    """Return the repairs of lines: the first line, counted from 0, the lines before, and those after."""
    return [
        (item.line - 1, (item.before or "").split("\n"), (item.after or "").split("\n"))
        for item in repairs
        if item.line is not None
    ]


def _became(form: str, slips: Sequence[Slip], begins: Mapping[Slip, int], fixed: FileRepairs) -> dict[Slip, Became]:
    """Return what became of each slip, all others being as they were meant; those beside it may be as they are now."""
    meant = values_in(form, PLAIN_DRESS.bytes_of(lines_with(form, slips, ())[0], "utf-8"))
    if values_in(form, fixed.new) == meant:
        return dict.fromkeys(slips, Became.REPAIRED)
    each = sorted(slips, key=lambda slip: begins[slip])
    alone = _became_of([[slip] for slip in each], form, begins, fixed, meant)
    beside = _became_of(_runs(each, begins), form, begins, fixed, meant)
    return {slip: alone[slip] if beside[slip] is not Became.REPAIRED else Became.REPAIRED for slip in each}


def _runs(slips: Iterable[Slip], begins: Mapping[Slip, int]) -> list[list[Slip]]:
    """Return slips in their order, those together between which there is no line."""
    runs: list[list[Slip]] = []
    for slip in slips:
        if runs and begins[runs[-1][-1]] + len(runs[-1][-1].typed) == begins[slip]:
            runs[-1].append(slip)
        else:
            runs.append([slip])
    return runs


def _became_of(
    runs: Iterable[list[Slip]], form: str, begins: Mapping[Slip, int], fixed: FileRepairs, meant: object
) -> dict[Slip, Became]:
    """Return what became of slips, of which some are judged together."""
    is_saved_anew = any(item.line is None for item in fixed.repairs)
    became: dict[Slip, Became] = {}
    for together, of_these in _clusters(runs, begins, _of_lines(fixed.repairs)):
        lines, now = lines_with(form, begins, together)
        for (first, before, after), slip in sorted(of_these, key=lambda item: item[0][0], reverse=True):
            start = first - begins[slip] + now[slip]
            lines[start : start + len(before)] = after
        is_text = all(slip.encoding == "utf-8" for slip in together) or is_saved_anew
        values = values_in(form, PLAIN_DRESS.bytes_of(lines, "utf-8")) if is_text else None
        is_changed = bool(of_these) or (is_saved_anew and any(slip.encoding != "utf-8" for slip in together))
        if values == meant:
            outcome = Became.REPAIRED
        else:
            outcome = Became.OTHER if is_changed and values is not None else Became.LEFT
        became |= dict.fromkeys(together, outcome)
    return became


def _clusters(
    runs: Iterable[list[Slip]], begins: Mapping[Slip, int], repairs: Iterable[_OfLines]
) -> list[tuple[list[Slip], list[tuple[_OfLines, Slip]]]]:
    """Return slips, each with its repairs; those that one repair touches are judged together too."""
    clusters = [(run, list[tuple[_OfLines, Slip]]()) for run in runs]
    for item in repairs:
        first, before, _ = item
        touched = [
            cluster
            for cluster in clusters
            if any(_touches(slip, begins[slip], first, len(before)) for slip in cluster[0])
        ] or [max(clusters, key=lambda cluster: (begins[cluster[0][0]] <= first, -abs(begins[cluster[0][0]] - first)))]
        clusters = [cluster for cluster in clusters if cluster not in touched]
        together = [slip for cluster in touched for slip in cluster[0]]
        begun = [slip for slip in together if begins[slip] <= first]
        near = begun[-1] if begun else together[0]
        clusters.append((together, [*(pair for cluster in touched for pair in cluster[1]), (item, near)]))
    return clusters


def _fault(slip: Slip, became: Became, begins: Mapping[Slip, int], repairs: Sequence[Repaired]) -> str | None:
    if became is Became.OTHER:
        return f"repaired to something else: {shown(slip)}{_after(slip, begins, repairs)}"
    if slip.outcome is Outcome.TOLD and _after(slip, begins, repairs):
        return f"not left: {shown(slip)}{_after(slip, begins, repairs)}"
    if slip.outcome is Outcome.KEPT and became is not Became.REPAIRED:
        return f"not kept: {shown(slip)}"
    return None


def _after(slip: Slip, begins: Mapping[Slip, int], repairs: Sequence[Repaired]) -> str:
    """Return what was written for the lines of a slip."""
    first, end = begins[slip], begins[slip] + len(slip.typed)
    texts = [after for at, before, after in _of_lines(repairs) if at < end and first < at + len(before)]
    return "".join(f" → {after!r}" for after in texts)


def shown(slip: Slip) -> str:
    """Return a slip for whoever reads what is wrong with it."""
    return f"[{slip.kind}] {slip.form}: {list(slip.typed)!r}"
