"""Minimal forms, written as plain XML: the structure of those that `form` draws, and nothing else."""

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from compactctl.forms.boxes import HINTS, LISTS, Value, bookmark_of, field_of, priority_tag
from compactctl.forms.properties import FormProperties
from compactctl.forms.reading import fixed_lines, read_form
from compactctl.forms.returned import ReturnedForm
from compactctl.word.package import Package

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": f"{_OFFICE}/relationships",
        "m": f"{_OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "x": "urn:of-nobody",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
STYLES: Final = (
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/></w:style>'
    '<w:style w:type="character" w:styleId="Platzhaltertext"><w:name w:val="Placeholder Text"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="UnseenToo"><w:basedOn w:val="Unseen"/></w:style>'
)
_ROOTS: Final = {"header": "hdr", "footer": "ftr"}

CHOICES: Final = {
    "area": (("a, Communication, language and literacy", "early-years"), ("b, Key stage 2", "ks2")),
    "term": (("short", "short"), ("medium", "medium")),
}
VALUES: Final[Mapping[str, Value]] = {
    priority_tag(1, "area"): ("ks2",),
    priority_tag(1, "issue"): (),
    priority_tag(1, "term"): ("short",),
    priority_tag(1, "why"): ("Too few children read well at eleven.",),
    priority_tag(1, "authority"): ("Train 40 teachers", "Open the libraries on Saturdays"),
    priority_tag(1, "department"): (),
    "ask/1/text": ("Tell us of the grants by March",),
    "review_by": ("2006-03-01",),
}


def form(
    values: Mapping[str, Value] = VALUES,
    *,
    after: str = "",
    parts: Mapping[str, str] = MappingProxyType({}),
    properties: Mapping[str, str] = MappingProxyType({}),
    is_own: bool = True,
) -> bytes:
    """Return a form with these values.

    `after` stands behind its boxes; `parts` go by the names of their relations. Both are of the form itself, so that no
    line of them is strange, or else came in after it was drawn. `properties` take the place of its own.
    """
    lines = fixed_lines(Package(_form(values, after, {}, parts) if is_own else _form(values, "", {}, {})))
    drawn = FormProperties.of("hampshire", "2004/05", values, lines).named()
    return _form(values, after, {**drawn, **properties}, parts)


def with_body(inside: str, **parts: str) -> ReturnedForm:
    """Return a form, as it is read, into which this came after it was drawn: behind its boxes, or as parts."""
    return read_form(form(after=inside, parts=parts, is_own=False))


def packed(parts: Mapping[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """Return parts as the bytes of a packed file."""
    file = io.BytesIO()
    with ZipFile(file, "w", compression) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a packed file."""
    with ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def control(tag: str, inside: str, properties: str = "") -> str:
    named = f'<w:tag w:val="{tag}"/>' if tag else ""
    return f"<w:sdt><w:sdtPr>{named}{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def box(tag: str, value: Value) -> str:
    """Return a box as it stands alone in its cell."""
    field = field_of(tag)
    words_of = {own: words for words, own in CHOICES.get(field, ())}
    shown = [words_of.get(text, text) for text in value]
    runs = [run(text) for text in shown] or [run(HINTS[field], "PlaceholderText")]
    flag = "" if value else "<w:showingPlcHdr/>"
    begin = f'<w:bookmarkStart w:id="{_number(tag)}" w:name="{bookmark_of(tag)}"/>'
    end = f'<w:bookmarkEnd w:id="{_number(tag)}"/>'
    if field in LISTS:
        runs[0] = begin + (control("", runs[0], "<w:richText/>") if value else runs[0])
        runs[-1] += end
        return control(tag, "".join(map(paragraph, runs)), f"{flag}<w:richText/>")
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(words)} w:value={quoteattr(own)}/>"
        for words, own in ((HINTS[field], ""), *CHOICES.get(field, ()))
    )
    kind = f"<w:dropDownList>{items}</w:dropDownList>" if field in CHOICES else "<w:richText/>"
    return paragraph(begin, control(tag, runs[0], flag + kind), end)


def _number(tag: str) -> int:
    return sum(ord(letter) * (place + 1) for place, letter in enumerate(tag))


def _form(values: Mapping[str, Value], after: str, properties: Mapping[str, str], parts: Mapping[str, str]) -> bytes:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(run(field_of(tag)))}</w:tc><w:tc>{box(tag, value)}</w:tc></w:tr>"
        for tag, value in values.items()
    )
    body = control("", f"{paragraph(run('A compact'))}<w:tbl>{rows}</w:tbl>", "<w:group/>") + after
    parts = {"styles": STYLES, **parts}
    return packed(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(
                {"officeDocument": "word/document.xml", "custom-properties": "docProps/custom.xml"}
            ),
            "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
            **{f"word/{kind}.xml": _part(_ROOTS.get(kind, kind), inside) for kind, inside in parts.items()},
            "docProps/custom.xml": _custom(properties),
        }
    )


def _part(root: str, inside: str) -> str:
    return f"{HEAD}<w:{root} {NAMESPACES}>{inside}</w:{root}>"


def _content_types() -> str:
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/></Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _custom(properties: Mapping[str, str]) -> str:
    inside = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    names = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{HEAD}<Properties {names}>{inside}</Properties>"
