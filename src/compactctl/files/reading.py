"""From bytes to plain values: maps, lists and the text of every scalar, in one pass over the parser's events.

Every limit and prohibition of the format is checked on the way, before anything can grow. What is wrong is found as
the first kind met and all of that kind; nothing here knows what a document means.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Final, NamedTuple

import yaml

from compactctl.files import messages
from compactctl.files.characters import REPLACEMENT, find_hidden
from compactctl.files.limits import MAXIMUM_DEPTH, MAXIMUM_FINDINGS, MAXIMUM_NODES
from compactctl.files.source import LINE_END, Source, span_of
from compactctl.files.syntax import TOO_DEEP, in_plain_words, in_quotes
from compactctl.finding import Finding, Level, Place, Related, Span
from compactctl.words import number, quoted

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_OTHER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
"""What files in UTF-16 begin with, unless they have no mark."""
_FEW_NULLS: Final = 4
"""One byte in so many: of the names of a document every second byte is null in UTF-16."""
_HOW_TO_SAVE: Final = "(in Notepad: File, Save As, Encoding: UTF-8)"


class Blank:
    """What stands where a value should: nothing at all, or a plain `~` or `null`.

    No Enum: Pydantic takes a member of one for a text.
    """

    NOTHING: ClassVar["Blank"]
    NULL: ClassVar["Blank"]


Blank.NOTHING = Blank()
Blank.NULL = Blank()


PLAIN_BLANKS: Final = {"": Blank.NOTHING, "~": Blank.NULL, "null": Blank.NULL}

Value = Any
"""Text, a list of values, a map from text to values, or a `Blank`."""


class Broken(Exception):  # noqa: N818 - names the state of the file
    """The file breaks rules on files: all findings of the first kind met."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings


def decode(name: str, data: bytes) -> Source:
    """Return the text of a file; raises `Broken` where the bytes are no UTF-8 or hold hidden characters.

    One byte order mark at the start is allowed and left out.
    """
    source = decode_bytes(name, data)
    findings = list(itertools.islice(hidden_in(source), MAXIMUM_FINDINGS + 1))
    if findings:
        raise Broken(findings)
    return source


def decode_bytes(name: str, data: bytes) -> Source:
    """Return the text of a file, whatever it holds; raises `Broken` where the bytes are no UTF-8."""
    data = data.removeprefix(BYTE_ORDER_MARK)
    if data.startswith(_OTHER_MARKS) or data.count(0) > len(data) // _FEW_NULLS:
        raise Broken([_other_encoding(name, data)])
    try:
        return Source(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Broken([_not_utf8(name, data, error.start)]) from error


class Parsed(NamedTuple):
    """The plain values of a file, and how many names and entries of lists were read in it."""

    value: Value
    names: int
    entries: int


def parse(source: Source) -> Value:
    """Return the plain values of a file's one document; raises `Broken`."""
    return _Pass(source).run()


def parse_counting(source: Source) -> Parsed:
    """Return the plain values of a file's one document, with what they were counted from; raises `Broken`."""
    reading = _Pass(source)
    return Parsed(reading.run(), reading.names, reading.entries)


def trimmed(value: Value) -> Value:
    """Return values with each text trimmed, as every document's schema does."""
    if isinstance(value, dict):
        return {key: trimmed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [trimmed(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value


def are_same(value: Value, other: Value) -> bool:
    """Whether values are the same when each text is trimmed; nearly always they are as they stand, which costs less."""
    return bool(value == other or trimmed(value) == trimmed(other))


def finding(rule: str, message: str, place: Place, *related: Related) -> Finding:
    """Return an error: the rules on files have no other level of their own."""
    return Finding(rule, Level.ERROR, message, place, related)


def _other_encoding(name: str, data: bytes) -> Finding:
    """Return one finding for all of a file in which no sign stands as UTF-8 has it."""
    line = data.replace(b"\0", b"").decode("utf-8", "replace").splitlines()[:1]
    return finding(
        "not-utf-8",
        f"this file is not saved as UTF-8, but probably as UTF-16; save it as UTF-8 {_HOW_TO_SAVE}",
        Source(name, "".join(line)).place(Span(1, 1, 1, 2)),
    )


def _not_utf8(name: str, data: bytes, offset: int) -> Finding:
    before = data[:offset].decode("utf-8")
    line, column = len(LINE_END.findall(before)) + 1, len(re.split(r"[\r\n]", before)[-1]) + 1
    return finding(
        "not-utf-8",
        f"{_sign(data[offset])} is not saved as UTF-8; save the file as UTF-8 {_HOW_TO_SAVE}",
        Source(name, before.replace("\0", "")).place(Span(line, column, line, column + 1)),
    )


def _sign(code: int) -> str:
    """Return which sign a byte probably is, in the encoding that most files of other programs have."""
    probably = bytes([code]).decode("cp1252", "ignore")
    return f"the sign here, probably '{probably}'," if probably.isprintable() and probably else "the sign here"


def hidden_in(source: Source) -> Iterator[Finding]:
    """Yield a finding for every character that readers cannot see."""
    line_starts: list[int] = []
    line = 1
    for index, words in find_hidden(source.text):
        line_starts = line_starts or [0, *(match.end() for match in LINE_END.finditer(source.text))]
        while line < len(line_starts) and line_starts[line] <= index:
            line += 1
        column = index - line_starts[line - 1] + 1
        yield _hidden_finding(source.text[index], words, source.place(Span(line, column, line, column + 1)))


def _hidden_finding(character: str, words: str, place: Place) -> Finding:
    what = "; write the sign itself" if character == REPLACEMENT else ", which readers cannot see; take it out"
    return finding("hidden-character", f"{words} stands here{what}", place)


_BEGIN: Final = ("area", "text", "party")
"""Names that begin an entry."""


class _Begun(NamedTuple):
    """An entry that seems to begin without its '- ', in the names of which map, and the finding that says so."""

    keys: dict[str, Any]
    number: int
    finding: Finding


def _begins(key: str, place: Place) -> str:
    name, colon, text = place.excerpt.strip().partition(":")
    cure = f"; write {quoted(f'- {key}: {text.strip()}'.strip())}" if colon and name == key else ""
    return f"{messages.begins_anew(key)}{cure}"


class _Stop(Exception):  # noqa: N818 - nothing failed
    """The rest of the file cannot be read in a way that means anything."""


class _Pass:
    """One pass over the events of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.escapes = "\\" in source.text
        self.findings: list[Finding] = []
        self.begun: _Begun | None = None
        self.names = 0
        self.entries = 0

    def run(self) -> Value:
        """Return the root value, or raise `Broken` with what was found."""
        events = yaml.CSafeLoader(self.source.text)
        root: Value = None
        try:
            root = self._document(events.get_event)
        except _Stop:
            pass
        except yaml.YAMLError as error:
            self._note(*in_plain_words(error, self.source))
        finally:
            events.dispose()
        if self.findings:
            raise Broken(self.findings)
        return root

    def _document(self, next_event: Callable[[], Any]) -> Value:
        next_event()
        begin = next_event()
        if isinstance(begin, yaml.StreamEndEvent):
            self._note("yaml-syntax", _NOTHING, Span(1, 1, 1, 1))
            return None
        self._directives(begin)
        root = self._values(next_event)
        if root is Blank.NOTHING:
            self._note("yaml-syntax", _NOTHING, span_of(begin))
        if (self.findings and self.findings[0].rule == "yaml-limit") or len(self.findings) > MAXIMUM_FINDINGS:
            return None
        next_event()
        after = next_event()
        if isinstance(after, yaml.DocumentStartEvent):
            self._note("yaml-syntax", messages.SECOND_DOCUMENT, span_of(after))
        return root

    def _values(self, next_event: Callable[[], Any]) -> Value:  # noqa: C901 - the one loop that every byte pays for
        """Build the root value from the events up to the end of its node."""
        map_begins, list_begins, is_scalar = yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.ScalarEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        above: list[tuple[Any, dict[str, Any]]] = []
        holder: Any = None
        key: str | None = None
        keys: dict[str, Any] = {}
        for nodes in itertools.count(1):
            event = next_event()
            kind = type(event)
            while kind in ends:
                if len(above) == 1:
                    return holder
                holder, keys = above.pop()
                key = None
                event = next_event()
                kind = type(event)
            is_unusual = event.anchor is not None or event.tag is not None or self.findings or nodes > MAXIMUM_NODES
            if is_unusual and not self._may_stand(event, nodes):
                return None
            if key is None and type(holder) is dict:
                key = self._key(event, kind, keys)
                self.names += 1
                continue
            value: Value = self._text(event) if kind is is_scalar else {} if kind is map_begins else []
            if key is None and holder is not None:
                holder.append(value)
                self.entries += 1
            elif key is not None:
                holder[key] = value
            if kind is map_begins or kind is list_begins:
                above.append((holder, keys))
                if len(above) > MAXIMUM_DEPTH:
                    self._note("yaml-limit", TOO_DEEP, span_of(event))
                    return None
                holder, keys = value, {}
            elif holder is None:
                return value
            key = None
        return None

    def _may_stand(self, event: Any, nodes: int) -> bool:  # noqa: ANN401 - PyYAML is not typed this far
        """Note what the format does not use; return whether to read on."""
        if event.anchor is not None or event.tag is not None:
            self._feature(event)
        if nodes > MAXIMUM_NODES:
            self._note("yaml-limit", _TOO_MANY, span_of(event))
            return False
        return len(self.findings) <= MAXIMUM_FINDINGS

    def _key(self, event: Any, kind: type, keys: dict[str, Any]) -> str:  # noqa: ANN401 - PyYAML is not typed this far
        """Return the text of a key, and keep where it stands for the case that it comes again."""
        if kind is not yaml.ScalarEvent:
            if kind is not yaml.AliasEvent:
                span = span_of(event)
                message = f"a text cannot begin with '[' or '{{' here; {in_quotes(self.source, span)}"
                self._note("yaml-feature", message, span)
            raise _Stop
        key: str = event.value
        if event.style == '"' and self.escapes:
            self._escaped(event)
        elif key == "<<" and not event.style:
            self._note("yaml-feature", messages.MERGED, span_of(event))
        if key in keys:
            self._twice(key, span_of(event), span_of(keys[key]), keys)
        else:
            keys[key] = event
        return key

    def _twice(self, key: str, span: Span, first: Span, keys: dict[str, Any]) -> None:
        """Note a name that stands a second time: where it begins an entry, and others follow it, as a '- ' left out."""
        if self.begun and self.begun.keys is keys and self.begun.number < len(self.findings):
            self.findings[self.begun.number] = self.begun.finding
            return
        place, related = self.source.place(span), Related("the first one", self.source.place(first))
        if key in _BEGIN and (not self.findings or self.findings[0].rule == "duplicate-key"):
            in_place_of_both = finding("duplicate-key", _begins(key, place), place, related)
            self.begun = _Begun(keys, len(self.findings), in_place_of_both)
        self._note("duplicate-key", messages.twice(key), span, related)

    def _text(self, event: Any) -> str | Blank:  # noqa: ANN401 - PyYAML is not typed this far
        value: str = event.value
        if not event.style:
            return PLAIN_BLANKS.get(value, value)
        if event.style == '"' and self.escapes:
            self._escaped(event)
        return value

    def _note(self, rule: str, message: str, span: Span, *related: Related) -> None:
        """Keep a finding if it is of the first kind met."""
        if self._is_kept(rule):
            self.findings.append(finding(rule, message, self.source.place(span), *related))

    def _is_kept(self, rule: str) -> bool:
        return not self.findings or self.findings[0].rule == rule

    def _directives(self, event: Any) -> None:  # noqa: ANN401 - PyYAML is not typed this far
        if event.version is not None or event.tags is not None:
            start = event.start_mark
            line = self.source.lines[start.line]
            span = Span(start.line + 1, start.column + 1, start.line + 1, len(line) + 1)
            self._note("yaml-feature", messages.DIRECTIVE, span)

    def _feature(self, event: Any) -> None:  # noqa: ANN401 - PyYAML is not typed this far
        if not self._is_kept("yaml-feature"):
            return  # the rest of its line may be long, and is looked at for the message
        if type(event) is yaml.AliasEvent:
            span = span_of(event)
            self._note("yaml-feature", f"a text cannot begin with '*'; {in_quotes(self.source, span)}", span)
            return
        for sign, written in (("&", event.anchor), ("!", event.tag)):
            if written is not None:
                span = _sign_span(event, self.source)
                self._note("yaml-feature", f"a text cannot begin with '{sign}'; {in_quotes(self.source, span)}", span)

    def _escaped(self, event: Any) -> None:  # noqa: ANN401 - PyYAML is not typed this far
        hidden = find_hidden(event.value)
        if first := next(hidden, None):
            more = sum(1 for _ in hidden)
            others = f", and {number(more, 'more', 'more')} in this text" if more else ""
            message = f"{first[1]} is written here as an escape{others}, and readers could not see it; take it out"
            self._note("hidden-character", message, span_of(event))


_NOTHING = "there is nothing in this file; write the document, or delete the file"
_TOO_MANY = f"there are more than {MAXIMUM_NODES:,} texts and lists in this file; take out what does not belong"


_SIGN: Final = re.compile(r"\S*")


def _sign_span(event: Any, source: Source) -> Span:  # noqa: ANN401 - PyYAML is not typed this far
    """Return the stretch of an anchor or tag, which stands before the value it belongs to."""
    span = span_of(event)
    match = _SIGN.match(source.lines[span.line - 1], span.column - 1)
    return Span(span.line, span.column, span.line, (match.end() if match else span.column - 1) + 1)
