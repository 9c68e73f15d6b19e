"""A returned form as what its boxes hold, and all that is said against it.

What stands in a form is read as it stands; whether it differs from the record is decided elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final
from urllib.parse import unquote

from compactctl.files.limits import MAXIMUM_FORM_TEXT
from compactctl.forms.boxes import EMPTY, HINTS, LISTS, Value, digest, field_of, label_of
from compactctl.forms.properties import VERSION, FormProperties, Lines, version_of
from compactctl.forms.returned import ReturnedBox, ReturnedForm, first_of
from compactctl.forms.walked import (
    BOUND,
    DROPPED,
    HIDDEN,
    NO_NOTE,
    REPEATED,
    STRUCK,
    SYMBOL,
    TURNED,
    UNLIKE,
    Item,
    Piece,
    Walked,
)
from compactctl.forms.walking import walk
from compactctl.word.elements import children
from compactctl.word.not_readable import NotReadable, beyond
from compactctl.word.package import Package, Parts
from compactctl.words import cut, listed, number, quoted
from compactctl.workspace.naming import id_or_letter

_ESCAPED: Final = re.compile("_x005F_(?=[xX][0-9A-F]{4}_)")
"""What LibreOffice makes of the '_' of '_x000D_', which is to it, and to nobody else, another way to write a letter."""
_PROMPTS: Final = frozenset(
    (
        "Click or tap here to enter text.",
        "Click here to enter text.",
        "Tap here to enter text.",
        "Choose an item.",
        "Click or tap to enter a date.",
        "Click here to enter a date.",
        "Tap here to enter a date.",
    )
)
"""What Word shows in a box that was emptied, where it speaks English."""
_SHOWN: Final = 60
_MOST_LINES: Final = 20
"""Lines outside of the boxes that are told by themselves."""
_MOST_LINKS: Final = 100
"""Links of a box that are looked at."""
_MENDS: Final = {
    SYMBOL: "type it, or delete it",
    HIDDEN: "show it, or delete it",
    STRUCK: "delete it, or take away the line through it",
    BOUND: "write it into the form as it was sent",
    TURNED: "type it anew",
    UNLIKE: "type it anew, or delete it",
    REPEATED: "write it once",
    DROPPED: "send the form as it was before, or delete all of it and type it anew",
    NO_NOTE: "delete it",
}
_MEND: Final = "say in words what it says, or delete it"
_MOST_PLACES: Final = 6
_LONGEST_ADDRESS: Final = 200
_OUTSIDE: Final = "outside of the boxes"


def read_form(data: bytes) -> ReturnedForm:
    """Read the bytes of a Word document as a form that was sent back.

    Raises:
        NotReadable: They are no Word document, or none that `form` made.
    """
    package = Package(data)
    properties = _properties_of(package)
    walked = walk(package)
    return ReturnedForm(
        authority=properties.authority,
        year=properties.year,
        digests=properties.digests,
        boxes=_boxes_of(walked, properties.digests),
        comments=_comments_of(package),
        objections=first_of(list(_objections(walked, properties))),
        remarks=first_of(list(_links(walked))),
    )


def fixed_lines(document: Parts) -> Lines:
    """Return the lines of a document that stand outside of its boxes, none of them empty.

    Raises:
        NotReadable: A part is damaged, or keeps not to the limits.
    """
    walked = walk(document)
    return Lines(_lines_of(walked, in_margin=False), _lines_of(walked, in_margin=True))


def _properties_of(package: Package) -> FormProperties:
    named = _named(package)
    version, properties = version_of(named), FormProperties.read(named)
    if version is not None and version > VERSION:
        raise NotReadable("a newer version of compactctl made this form", "take it in with that version")
    if version is None or not properties.are_whole:
        raise NotReadable("this is no form that 'compactctl form' made", "ask for the form itself, filled in")
    return properties


def _named(package: Package) -> dict[str, str]:
    """Return the properties that a program gave to a document, by their names."""
    part = package.custom_properties()
    items = [] if part is None else list(children(part.root, "property:property"))
    named = {item.get("name", ""): "".join(item.itertext()).strip() for item in items}
    if sum(map(len, named.values())) > MAXIMUM_FORM_TEXT:
        raise beyond("the properties of this file hold too much")
    return named


def _comments_of(package: Package) -> int:
    parts = package.related("comments")
    return sum(1 for part in parts for _ in children(part.root, "w:comment"))


def _boxes_of(walked: Walked, digests: Mapping[str, str]) -> dict[str, ReturnedBox]:
    pieces = _pieces_of(walked)
    return {tag: _box(tag, pieces[tag], walked, digests.get(tag)) for tag in pieces}


def _pieces_of(walked: Walked) -> dict[str, list[Piece]]:
    """Return the texts of each box, by its tag."""
    pieces: dict[str, list[Piece]] = {tag: [] for tag in walked.boxes}
    for piece in walked.pieces:
        if piece.box is not None:
            pieces.setdefault(piece.box, []).append(piece)
    return pieces


def _box(tag: str, pieces: list[Piece], walked: Walked, sent: str | None) -> ReturnedBox:
    """Return what a box holds; a text that reads as it was sent is none of those that are shown in an empty box."""
    field = field_of(tag)
    value = _standing(field, pieces)
    if digest(value) != sent:
        plain = tuple(_ESCAPED.sub("_", text) for text in value)
        value = plain if walked.is_by_bookmark or digest(plain) == sent else value
        is_empty = _is_empty(pieces, may_prompt=walked.is_by_bookmark)
        value = EMPTY if is_empty else tuple(text for text in value if _flat(text) != _flat(HINTS[field]))
    return ReturnedBox(value, _choice(value, walked.items.get(tag, ())))


def _standing(field: str, pieces: list[Piece]) -> Value:
    """Return the texts of a box as they stand, those too that are shown while it is empty."""
    paragraphs = _paragraphs(pieces)
    texts = paragraphs if field in LISTS else ["\n".join(paragraphs)]
    return tuple(stripped for text in texts if (stripped := text.strip()))


def _is_empty(pieces: list[Piece], *, may_prompt: bool) -> bool:
    """Tell whether nothing stands in a box but a prompt of Word's."""
    written = [piece for piece in pieces if piece.text.strip()]
    is_prompt = _flat("\n".join(_paragraphs(pieces))) in _PROMPTS
    return not written or (is_prompt and (may_prompt or all(piece.is_flagged for piece in written)))


def _as_hint(tag: str, pieces: list[Piece], sent: str | None) -> str | None:
    """Return the text that a box shows in the look of what is to be written there, where it is neither hint nor prompt.

    It may be such a prompt in another language, or what somebody wrote and nobody sees as written.
    """
    text = _flat("\n".join(_paragraphs(pieces)))
    looks_empty = all(piece.is_flagged and piece.is_placeholder for piece in pieces if piece.text.strip())
    is_known = text in ("", _flat(HINTS[field_of(tag)]), *_PROMPTS)
    return text if looks_empty and not is_known and digest(_standing(field_of(tag), pieces)) != sent else None


def _choice(value: Value, items: Iterable[Item]) -> str | None:
    """Return the value of the only item that a drop-down may show as it does; of areas a letter alone shows one too."""
    shown = _flat(" ".join(value))
    letter = id_or_letter(shown)
    items = (item for item in items if shown in (_flat(item.shown), item.value) or item.shown.startswith(f"{letter}, "))
    values = {item.value for item in items} if value else set()
    return values.pop() if len(values) == 1 else None


def _objections(walked: Walked, properties: FormProperties) -> Iterator[str]:
    if walked.changes:
        places = (_OUTSIDE if box is None else f"in {label_of(box)}" for box in walked.changes)
        changes = number(walked.changes.total(), "tracked change")
        yield f"{changes}, {listed(places, most=_MOST_PLACES)}: accept or reject them in Word first"
    for tag, count in walked.boxes.items():
        if count > 1:
            yield f"{label_of(tag)} is there {count} times: keep one"
    for what, box in dict.fromkeys(walked.no_texts):
        yield f"{what} stands {_OUTSIDE if box is None else f'in {label_of(box)}'}: {_MENDS.get(what, _MEND)}"
    for tag, pieces in _pieces_of(walked).items():
        if text := _as_hint(tag, pieces, properties.digests.get(tag)):
            yield f"{label_of(tag)} shows '{cut(text, _SHOWN)}' as its hint: type it anew, or empty the box"
    yield from _strange_lines(walked, properties)


def _strange_lines(walked: Walked, properties: FormProperties) -> Iterator[str]:
    """Yield what is said of the lines outside of the boxes that the form as it was sent has not, or not so often."""
    body, margins = (Counter(_lines_of(walked, in_margin=in_margin)) for in_margin in (False, True))
    strange = {line: properties.more_than_sent(line, body[line]) for line in {**body, **margins}}
    lines = {line: more for line, more in strange.items() if more}
    for line, more in list(lines.items())[:_MOST_LINES]:
        often = "" if more == body[line] or line not in body else f" {number(more, 'time')} more than it did"
        yield f"'{cut(line, _SHOWN)}' stands {_OUTSIDE}{often}: move it into one, or delete it"
    if len(lines) > _MOST_LINES:
        yield f"{len(lines) - _MOST_LINES:,} more lines stand {_OUTSIDE}: move each into one, or delete it"


def _links(walked: Walked) -> Iterator[str]:
    """Yield what is said of the links whose addresses do not stand in the box that they are in."""
    for tag, pieces in _pieces_of(walked).items():
        behind: dict[str, list[str]] = {}
        for piece in pieces:
            if piece.address:
                behind.setdefault(piece.address, []).append(piece.text)
        text = _plain("\n".join(_paragraphs(pieces))) if behind else ""
        for address, words in islice(behind.items(), _MOST_LINKS):
            if (shown := _flat("".join(words))) and _plain(address) not in text:
                where = f"the link behind {quoted(shown)} in {label_of(tag)}"
                yield f"{where} is not kept: write its address, {cut(address, _LONGEST_ADDRESS)}, into the text"
        if (more := len(behind) - _MOST_LINKS) > 0:
            yield f"{more:,} more links in {label_of(tag)} are not kept: write their addresses into the text"


def _plain(address: str) -> str:
    """Return an address, or a text with one, as it reads whichever way it was written."""
    return re.sub(r"https?://|mailto:|file:/+", "", unquote(address).casefold()).rstrip("/")


def _lines_of(walked: Walked, *, in_margin: bool) -> list[str]:
    pieces = [piece for piece in walked.pieces if piece.box is None and piece.in_margin is in_margin]
    return [line for line in map(_flat, _paragraphs(pieces)) if line]


def _paragraphs(pieces: Iterable[Piece]) -> list[str]:
    """Return the texts of the paragraphs that the pieces are of."""
    texts: dict[int, list[str]] = {}
    for piece in pieces:
        texts.setdefault(piece.paragraph, []).append(piece.text)
    return ["".join(few) for few in texts.values()]


def _flat(text: str) -> str:
    """Return a text with a blank for each stretch of blanks and line breaks."""
    return " ".join(text.split())
