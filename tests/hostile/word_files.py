"""Word documents that nobody should send: what is wrong with each is in its name, and in what is made here."""

import struct
from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from typing import Final
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED

from tests.forms.building import HEAD, NAMESPACES, STYLES, VALUES, control, form, packed, paragraph, run, unpacked

MIB: Final = 1024 * 1024
DOCUMENT: Final = "word/document.xml"
CUSTOM: Final = "docProps/custom.xml"
TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "_rels/.rels"
OF_DOCUMENT: Final = "word/_rels/document.xml.rels"
_LOCAL: Final = b"PK\3\4"
_CENTRAL: Final = b"PK\1\2"
_END: Final = b"PK\5\6"

Made = Callable[[], bytes]


def with_part(name: str, content: str | bytes) -> bytes:
    return packed({**unpacked(form()), name: content})


def without_part(name: str) -> bytes:
    return packed({other: content for other, content in unpacked(form()).items() if other != name})


def with_body(inside: str) -> bytes:
    return with_part(DOCUMENT, f"{HEAD}<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>")


def in_box(inside: str) -> bytes:
    return with_body(paragraph(control("priority/1/why", inside)))


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    parts = unpacked(form())
    assert old in parts[name]
    return packed({**parts, name: parts[name].replace(old, new, 1)})


def recoded(encoding: str, name: str = DOCUMENT, *, says: str | None = None) -> bytes:
    text = unpacked(form())[name].decode().replace('encoding="UTF-8"', f'encoding="{says or encoding}"')
    return with_part(name, text.encode(encoding))


def with_dtd(name: str, dtd: str = "<!DOCTYPE x>", encoding: str = "utf-8") -> bytes:
    text = unpacked(form())[name].decode().replace(HEAD, "")
    return with_part(name, f'<?xml version="1.0" encoding="{encoding}"?>{dtd}{text}'.encode(encoding))


def patched(data: bytes, name: str, *, local: tuple[int, bytes], central: tuple[int, bytes]) -> bytes:
    """Return a packed file with other bytes at a place of both headers of a part."""
    changed = bytearray(data)
    for signature, length, (place, new) in ((_LOCAL, 30, local), (_CENTRAL, 46, central)):
        begin = next(begin for begin in _places(data, signature) if data[begin + length :].startswith(name.encode()))
        changed[begin + place : begin + place + len(new)] = new
    return bytes(changed)


def lying(name: str, size: int, data: bytes | None = None) -> bytes:
    """Return a form in which a part says to have another size than it has, unpacked."""
    said = struct.pack("<I", size)
    return patched(data or form(), name, local=(22, said), central=(24, said))


def flagged(flags: int) -> bytes:
    said = struct.pack("<H", flags)
    return patched(form(), DOCUMENT, local=(6, said), central=(8, said))


def method(number: int, data: bytes | None = None) -> bytes:
    said = struct.pack("<H", number)
    return patched(data or form(), DOCUMENT, local=(8, said), central=(10, said))


def renamed(name: bytes) -> bytes:
    """Return a form with a part more, of any name, as another program may write it."""
    extra = packed({**unpacked(form()), "x" * len(name): b"<a/>"})
    return extra.replace(b"x" * len(name), name)


def wrong_end(place: int, value: bytes) -> bytes:
    data = bytearray(form())
    begin = bytes(data).rindex(_END)
    data[begin + place : begin + place + len(value)] = value
    return bytes(data)


def twice(first: str, second: str) -> bytes:
    """Return a form with two parts of one name, however it is spelt."""
    data = packed({**unpacked(form()), second.replace("d", "#"): b"<a/>"})
    return data.replace(second.replace("d", "#").encode(), second.encode()).replace(DOCUMENT.encode(), first.encode())


def overlapping() -> bytes:
    """Return a form whose list says of two parts that they begin at one place."""
    data = form()
    begin = next(place for place in _places(data, _CENTRAL) if data[place + 46 :].startswith(b"word/styles.xml"))
    other = next(place for place in _places(data, _CENTRAL) if data[place + 46 :].startswith(DOCUMENT.encode()))
    changed = bytearray(data)
    changed[begin + 42 : begin + 46] = data[other + 42 : other + 46]
    return bytes(changed)


def bomb(name: str, size: int, letter: bytes = b" ") -> bytes:
    return with_part(name, letter * size)


def many_parts(count: int) -> bytes:
    return packed({**unpacked(form()), **{f"word/{number}.xml": b"" for number in range(count)}}, ZIP_STORED)


def related(*targets: str, kind: str = "header", mode: str = "") -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="x{number}" Type="{office}/{kind}" Target="{target}"{mode}/>'
        for number, target in enumerate(targets)
    )
    return replaced(OF_DOCUMENT, b"</Relationships>", relations.encode() + b"</Relationships>")


def nested(begin: str, end: str, depth: int, inside: str = "") -> str:
    return begin * depth + inside + end * depth


def _places(data: bytes, signature: bytes) -> list[int]:
    places, place = [], data.find(signature)
    while place >= 0:
        places.append(place)
        place = data.find(signature, place + 1)
    return places


def _ole() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)


def _office(content_type: str) -> bytes:
    return replaced(TYPES, b"wordprocessingml.document.main", content_type.encode())


NO_WORD: Final[Mapping[str, tuple[Made, str]]] = {
    "empty": (lambda: b"", "this file is empty"),
    "nothing-but-nul": (lambda: bytes(1000), "this file is empty"),
    "plain-text": (lambda: b"Dear all, please find", "this is no Word document (.docx)"),
    "pdf": (lambda: b"%PDF-1.4\n%", "this is a PDF"),
    "rtf": (lambda: b"{\\rtf1 x}", "this is a document in Rich Text Format"),
    "old-word": (_ole, "an old Word document (.doc), or one that a password protects"),
    "web-page": (lambda: b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "this is a web page"),
    "flat-xml": (lambda: b'<?xml version="1.0"?><pkg:package/>', "this is not packed as a Word document is"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n", "this is a picture"),
    "odt": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "this is an OpenDocument text (.odt)",
    ),
    "ods": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "this is a workbook",
    ),
    "odg": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.graphics"}),
        "this is an OpenDocument file",
    ),
    "mimetype-bomb": (lambda: packed({"mimetype": b"x" * 20 * MIB}), "another packed file"),
    "xlsx": (lambda: _office("spreadsheetml.sheet.main"), "this is a workbook"),
    "pptx": (lambda: _office("presentationml.presentation.main"), "this is a presentation"),
    "other-zip": (lambda: packed({"readme.txt": "x"}), "another packed file"),
    "empty-zip": (lambda: packed({}), "another packed file"),
    "no-form": (lambda: without_part(CUSTOM), "this is no form"),
    "form-of-a-newer-version": (lambda: form(properties={"compactctl form": "99"}), "a newer version"),
    "form-of-no-version": (lambda: form(properties={"compactctl form": "1" * 100_000}), "this is no form"),
    "authority-that-acts": (lambda: form(properties={"authority": "a\u202eb"}), "this is no form"),
    "authority-that-climbs": (lambda: form(properties={"authority": "../../etc/passwd"}), "this is no form"),
    "year-of-a-megabyte": (lambda: form(properties={"year": "2" * MIB}), "properties of this file hold too much"),
    "properties-of-much": (
        lambda: form(properties={f"lines {number}": "01234567 " * 25 for number in range(1000, 9000)}),
        "properties of this file hold too much",
    ),
}
"""Files that are no form, and what is said of each."""

PACKED: Final[Mapping[str, tuple[Made, str | None]]] = {
    "half": (lambda: form()[: len(form()) // 2], "cut off or damaged"),
    "without-its-last-bytes": (lambda: form()[:-10], "cut off or damaged"),
    "without-its-first-bytes": (lambda: form()[10:], "this is no Word document"),
    "first-bytes-alone": (lambda: form()[:4], "cut off or damaged"),
    "something-behind": (lambda: form() + b"x" * 1000, None),
    "much-behind": (lambda: form() + b"x" * MIB, "cut off or damaged"),
    "something-before": (lambda: b"MZ" + form(), "this is no Word document"),
    "another-file-before": (lambda: packed({"a": b""}) + form(), None),
    "comment-that-looks-like-the-end": (lambda: wrong_end(20, b"\x04\x00") + b"PK\x05\x06", ""),
    "comment-that-is-missing": (lambda: wrong_end(20, b"\xff\xff"), ""),
    "wrong-count": (lambda: wrong_end(8, b"\xff\xff\xff\xff"), None),
    "no-list": (lambda: wrong_end(12, b"\0\0\0\0"), "another packed file"),
    "list-behind-the-end": (lambda: wrong_end(16, b"\xf0\xff\xff\xff"), "cut off or damaged"),
    "list-larger-than-the-file": (lambda: wrong_end(12, b"\xf0\xff\xff\x7f"), "cut off or damaged"),
    "zip64-without-its-end": (lambda: wrong_end(8, b"\xff" * 12), ""),
    "wrong-sum": (lambda: patched(form(), DOCUMENT, local=(14, b"abcd"), central=(16, b"abcd")), "cut off or damaged"),
    "wrong-sum-where-nothing-is-read": (
        lambda: patched(
            with_part("word/media/image1.png", b"x"),
            "word/media/image1.png",
            local=(14, b"abcd"),
            central=(16, b"abcd"),
        ),
        None,
    ),
    "part-behind-the-end": (
        lambda: patched(form(), DOCUMENT, local=(6, b"\0\0"), central=(42, b"\xf0\xff\xff\x7f")),
        "cut off or damaged",
    ),
    "another-name-in-its-header": (lambda: form().replace(DOCUMENT.encode(), b"word/Xocument.xml", 1), "damaged"),
    "zip64-size-without-a-size": (
        lambda: patched(form(), DOCUMENT, local=(22, b"\xff" * 4), central=(24, b"\xff" * 4)),
        "",
    ),
    "encrypted": (lambda: flagged(0x1), "a password protects this file"),
    "strongly-encrypted": (lambda: flagged(0x41), "a password protects this file"),
    "patched-data": (lambda: flagged(0x20), "cut off or damaged"),
    "bzip2": (lambda: packed(unpacked(form()), ZIP_BZIP2), "packed in a way"),
    "lzma": (lambda: packed(unpacked(form()), ZIP_LZMA), "packed in a way"),
    "method-of-nobody": (lambda: method(99), "packed in a way"),
    "stored-that-says-deflated": (lambda: method(8, packed(unpacked(form()), ZIP_STORED)), "damaged"),
    "stored": (lambda: packed(unpacked(form()), ZIP_STORED), None),
    "part-twice": (lambda: twice(DOCUMENT, DOCUMENT), "two parts of this file have one name"),
    "part-twice-in-capitals": (lambda: twice(DOCUMENT, "worD/Document.xml".replace("D", "d")), "two parts"),
    "part-twice-with-other-strokes": (lambda: renamed(b"/word\\document.xml"), "two parts"),
    "part-twice-with-a-nul": (lambda: renamed(b"word/document.xml\0.png"), "two parts"),
    "201-parts": (lambda: many_parts(195), "more than 200 parts"),
    "50,000-parts": (lambda: many_parts(50_000), ""),
    "too-large": (lambda: form() + bytes(5 * MIB), "larger than 5 MiB"),
    "too-large-unpacked": (lambda: bomb("word/media/x.png", 31 * MIB), "unpacked, this file is larger than 30 MiB"),
    "many-that-are-too-large-together": (
        lambda: packed({**unpacked(form()), **{f"word/{number}": bytes(MIB) for number in range(31)}}),
        "larger than 30 MiB",
    ),
    "says-to-be-small": (lambda: lying("word/x", 10, bomb("word/x", 29 * MIB)), None),
    "document-says-to-be-small": (lambda: lying(DOCUMENT, 100, with_body(paragraph(run("x" * MIB)))), "damaged"),
    "document-says-to-be-large": (lambda: lying(DOCUMENT, 20 * MIB), ""),
    "says-to-be-huge": (lambda: lying(DOCUMENT, 2**32 - 2), "larger than 30 MiB"),
    "overlapping": (overlapping, "damaged"),
    "climbing": (lambda: renamed(b"../../../../tmp/climbed"), None),
    "absolute": (lambda: renamed(b"/tmp/absolute"), None),
    "backslashes": (lambda: renamed(b"..\\..\\windows\\x"), None),
    "of-a-drive": (lambda: renamed(b"C:\\x"), None),
    "nul-in-a-name": (lambda: renamed(b"word/a\0b.xml"), None),
    "name-that-is-no-letters": (lambda: renamed(b"\xff\xfe\x80\x81\x9f"), None),
    "name-that-acts": (lambda: renamed(b"\x1b[2J\n::error::x"), None),
    "name-of-60,000-letters": (lambda: renamed(b"y" * 60_000), None),
    "folders": (lambda: packed({"word/": b"", "_rels/": b"", **unpacked(form())}), None),
    "form-in-a-form": (lambda: with_part("word/embeddings/x.docx", form()), None),
}
"""Files that are packed in odd ways: what is said of each, None where it is read, '' where either is right."""

DTD: Final = "document type of its own"
WRITTEN: Final[Mapping[str, tuple[Made, str | None]]] = {
    **{
        f"dtd-in-{name}": (partial(with_dtd, name), DTD)
        for name in (DOCUMENT, CUSTOM, TYPES, RELATIONS, OF_DOCUMENT, "word/styles.xml")
    },
    **{
        f"dtd-in-{encoding}": (partial(with_dtd, DOCUMENT, encoding=encoding), said)
        for encoding, said in (
            *(("utf-16", DTD), ("utf-16-le", DTD), ("utf-16-be", DTD)),
            *(("utf-32", "damaged"), ("cp037", "damaged"), ("utf-7", DTD)),
        )
    },
    **{
        f"dtd-in-a-part-that-nobody-reads-{place}": (partial(with_part, name, declared.encode(encoding)), said)
        for place, (name, declared, encoding, said) in enumerate(
            (
                ("word/settings.xml", "<!DOCTYPE x><x/>", "utf-8", DTD),
                ("docProps/core.xml", "<!DOCTYPE x><x/>", "utf-16", DTD),
                ("word/Nobody.XML", "<!DOCTYPE x><x/>", "utf-16-be", DTD),
                ("word/_rels/nobody.xml.rels", f"<!--{' ' * (64 * 1024 - 10)}--><!DOCTYPE x>", "utf-8", DTD),
                ("word/page.html", "<!DOCTYPE html>", "utf-8", None),
                ("word/settings.xml", "<x>DOCTYPE</x>", "utf-8", None),
            ),
            1,
        )
    },
    "laughs": (
        lambda: with_dtd(
            DOCUMENT,
            "<!DOCTYPE x [<!ENTITY a0 'ha'>"
            + "".join(f"<!ENTITY a{n} '" + f"&a{n - 1};" * 10 + "'>" for n in range(1, 12))
            + "]>",
        ),
        DTD,
    ),
    "entities-by-the-million": (
        lambda: with_dtd(DOCUMENT, "<!DOCTYPE x [" + "<!ENTITY a 'x'>" * 1_000_000 + "]>"),
        DTD,
    ),
    "outer-entity": (
        lambda: with_dtd(DOCUMENT, "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
        DTD,
    ),
    "dtd-from-elsewhere": (lambda: with_dtd(DOCUMENT, "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"), DTD),
    "dtd-behind-a-long-comment": (lambda: with_dtd(DOCUMENT, f"<!--{' ' * 5 * MIB}--><!DOCTYPE x>"), DTD),
    "dtd-cut-by-the-end-of-a-piece": (
        lambda: with_dtd(DOCUMENT, f"<!--{' ' * (64 * 1024 - 50)}--><!DOCTYPE x>"),
        DTD,
    ),
    "entity-of-nobody": (lambda: with_body(paragraph("<w:r><w:t>&nobody;</w:t></w:r>")), "damaged"),
    "numbered-letters": (lambda: with_body(paragraph("<w:r><w:t>&#65;&#x42;</w:t></w:r>")), None),
    "numbered-letter-of-none": (lambda: with_body(paragraph("<w:r><w:t>&#0;</w:t></w:r>")), "damaged"),
    "utf-16": (lambda: recoded("utf-16"), None),
    "utf-16-without-a-mark": (lambda: recoded("utf-16-be", says="utf-16"), None),
    "utf-8-that-says-latin-1": (lambda: recoded("utf-8", says="iso-8859-1"), None),
    "utf-8-that-says-anything": (lambda: recoded("utf-8", says="x-nothing"), ""),
    "utf-32": (lambda: recoded("utf-32"), "damaged"),
    "ebcdic": (lambda: recoded("cp037"), "damaged"),
    "latin-1": (lambda: recoded("iso-8859-1"), ""),
    "no-utf-8": (lambda: with_part(DOCUMENT, b"<a>\xff\xfe\x80</a>"), "damaged"),
    "nul": (lambda: with_body(paragraph("<w:r><w:t>\0</w:t></w:r>")), "damaged"),
    "not-well-formed": (lambda: with_part(DOCUMENT, b"<w:document><w:body></w:document>"), "damaged"),
    "not-closed": (lambda: replaced(DOCUMENT, b"</w:document>", b""), "damaged"),
    "two-documents": (lambda: replaced(DOCUMENT, b"</w:document>", b"</w:document><a/>"), "damaged"),
    "prefix-of-nobody": (lambda: with_part(DOCUMENT, b"<w:document/>"), ""),
    "empty-document": (lambda: with_part(DOCUMENT, b""), "damaged"),
    "blank-document": (lambda: with_part(DOCUMENT, b" " * 1000), "damaged"),
    "another-root": (lambda: with_part(DOCUMENT, b"<html><body>x</body></html>"), None),
    "empty-types": (lambda: with_part(TYPES, b""), "damaged"),
    "empty-relations": (lambda: with_part(RELATIONS, b""), "damaged"),
    "empty-properties": (lambda: with_part(CUSTOM, b""), "damaged"),
    "empty-styles": (lambda: with_part("word/styles.xml", b""), "damaged"),
    "no-types": (lambda: without_part(TYPES), "another packed file"),
    "no-relations": (lambda: without_part(RELATIONS), "another packed file"),
    "no-document": (lambda: without_part(DOCUMENT), "another packed file"),
    "no-styles": (lambda: without_part("word/styles.xml"), "is not where it says"),
    "100,001-elements": (lambda: with_body("<a/>" * 100_001), "more than can be read"),
    "7,000,000-elements": (lambda: with_body("<a/>" * 7_000_000), "more than can be read"),
    "7,000,000-elements-in-properties": (lambda: with_part(CUSTOM, f"<a>{'<a/>' * 7_000_000}</a>"), "can be read"),
    "200-levels": (lambda: with_body(nested("<a>", "</a>", 198)), None),
    "201-levels": (lambda: with_body(nested("<a>", "</a>", 199)), "more than 200 levels"),
    "250-levels": (lambda: with_body(nested("<a>", "</a>", 250)), "more than 200 levels"),
    "1,000,000-levels": (lambda: with_body(nested("<a>", "</a>", 1_000_000)), ""),
    "a-million-attributes": (
        lambda: with_body("<a " + " ".join(f"a{n}=''" for n in range(1_000_000)) + "/>"),
        "more than can be read",
    ),
    "a-million-names-of-spaces": (
        lambda: with_body("<a " + " ".join(f"xmlns:a{n}='x'" for n in range(1_000_000)) + "/>"),
        "more than can be read",
    ),
    "text-of-9-mb": (lambda: in_box(run("x" * 9_000_000)), "more than 1,048,576 letters"),
    "text-of-20-mb": (lambda: in_box(run("x" * 20_000_000)), ""),
    "text-of-28-mb-in-pieces": (lambda: with_body(paragraph(run("\u20ac" * 90_000)) * 100), "letters"),
    "comment-of-20-mb": (lambda: with_body(f"<!--{'x' * 20_000_000}-->"), ""),
    "instruction-of-9-mb": (lambda: with_body(f"<?x {'x' * 9_000_000}?>"), ""),
    "name-of-9-mb": (lambda: with_body(f"<{'x' * 9_000_000}/>"), "damaged"),
    "value-of-9-mb": (lambda: with_body(f"<a b='{'x' * 9_000_000}'/>"), ""),
    "cdata-of-9-mb": (lambda: in_box(f"<w:r><w:t><![CDATA[{'x' * 9_000_000}]]></w:t></w:r>"), "letters"),
    "blanks-of-9-mb": (lambda: with_body(" " * 9_000_000), None),
    "million-words": (lambda: in_box(run("a " * 520_000)), None),
}
"""Parts that are written in odd ways."""

MEANT: Final[Mapping[str, tuple[Made, str | None]]] = {
    "header-that-is-the-body": (lambda: related("document.xml"), None),
    "header-above-the-file": (lambda: related("../../../../../etc/passwd"), "is not where it says"),
    "header-on-the-network": (lambda: related("http://127.0.0.1:9/x", mode=' TargetMode="External"'), None),
    "header-on-the-disk": (lambda: related("file:///etc/passwd"), "is not where it says"),
    "header-that-is-relations": (lambda: related("_rels/document.xml.rels"), None),
    "header-a-thousand-times": (lambda: related(*["styles.xml"] * 1000), None),
    "header-of-no-name": (lambda: related("", ".", "..", "/", "//", "\\"), "is not where it says"),
    "main-that-is-another": (lambda: replaced(RELATIONS, b"word/document.xml", b"docProps/custom.xml"), "packed file"),
    "20,000-lines-outside": (lambda: with_body("".join(paragraph(run(str(n))) for n in range(20_000))), None),
    "15,000-boxes-of-one-tag": (lambda: with_body(control("ask/1/text", "") * 15_000), None),
    "9,000-boxes-twice": (
        lambda: with_body("".join(control(f"ask/{n}/text", "") for n in chain(range(1, 9_000), range(1, 9_000)))),
        None,
    ),
    "95-controls-deep": (
        lambda: with_body(nested("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>", 95)),
        None,
    ),
    "boxes-in-boxes": (
        lambda: with_body(
            "".join(f'<w:sdt><w:sdtPr><w:tag w:val="ask/{n}/text"/></w:sdtPr><w:sdtContent>' for n in range(1, 95))
            + "</w:sdtContent></w:sdt>" * 94
        ),
        None,
    ),
    "tables-in-tables": (lambda: with_body(nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 60)), None),
    "drawings-in-drawings": (
        lambda: with_body(paragraph(f"<w:r>{nested('<w:pict>', '</w:pict>', 150, '<a/>' * 90_000)}</w:r>")),
        None,
    ),
    "alternatives-in-alternatives": (
        lambda: with_body(
            paragraph(
                nested("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>", 90, run("x") * 20_000)
            )
        ),
        None,
    ),
    "a-link-of-5-million-letters": (
        lambda: in_box(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "'
            + "a" * 5_000_000
            + '</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("x") * 1_000
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        None,
    ),
    "15,000-links": (
        lambda: in_box(
            "".join(
                f"<w:fldSimple w:instr='HYPERLINK x{number}'>{run('%41 ')}</w:fldSimple>" for number in range(15_000)
            )
        ),
        None,
    ),
    "a-link-before-400,000-slashes": (
        lambda: in_box(f"<w:fldSimple w:instr='HYPERLINK x'>{run('x')}</w:fldSimple>{run('/' * 400_000 + 'a')}"),
        None,
    ),
    "15,000-fields-that-begin": (
        lambda: form(
            parts={
                "header": paragraph(
                    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>' * 15_000,
                    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' * 5_000,
                    run("1") * 5_000,
                )
            },
            is_own=False,
        ),
        None,
    ),
    "field-of-many-words": (
        lambda: with_body(
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                f"<w:r><w:instrText>{'x' * 200}</w:instrText></w:r>" * 40_000,
            )
        ),
        None,
    ),
    "styles-based-on-one-another": (
        lambda: form(
            parts={
                "styles": STYLES
                + "".join(
                    f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(1, 45_000)
                )
                + '<w:style w:styleId="s0"><w:basedOn w:val="s44999"/></w:style>'
            }
        ),
        None,
    ),
    "bookmarks-that-never-end": (
        lambda: with_body(
            paragraph("".join(f'<w:bookmarkStart w:id="1" w:name="ask_{n}_text"/>' for n in range(1, 9_999)), run("x"))
        ),
        None,
    ),
    "bookmarks-of-one-name": (
        lambda: with_body(paragraph('<w:bookmarkStart w:id="1" w:name="review_by"/>' * 50_000, run("x"))),
        None,
    ),
    "tracked-changes-everywhere": (lambda: with_body(paragraph("<w:ins w:id='1'/>") * 30_000), None),
    "pictures-everywhere": (lambda: with_body(paragraph("<w:r><w:drawing/></w:r>") * 20_000), None),
    "items-everywhere": (
        lambda: with_body(
            control("review_by", "", "<w:dropDownList>" + "<w:listItem w:value='x'/>" * 60_000 + "</w:dropDownList>")
        ),
        None,
    ),
    "text-outside-of-paragraphs": (lambda: with_body(run("x") * 10_000 + "<w:t>y</w:t>"), None),
    "texts-that-act": (lambda: in_box(run("\u202e\u200b\ue000::error::x\u2028y")), None),
    "values-of-any-shape": (lambda: form(dict.fromkeys(VALUES, ("\x85\ufeff",))), None),
}
"""Forms whose parts are well-formed and mean odd things."""


WORD_FILES: Final[Mapping[str, tuple[Made, str | None]]] = {**NO_WORD, **PACKED, **WRITTEN, **MEANT}
