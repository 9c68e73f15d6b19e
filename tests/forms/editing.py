"""Edits a form by the tags of its boxes, as Word does when people write in them, comment on them and change them."""

from collections.abc import Iterator
from typing import Final, Self

from lxml import etree
from tests.forms.building import W, packed, unpacked

_DOCUMENT: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TYPE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PROMPT: Final = "Click or tap here to enter text."
_AUTHORED: Final = {"id": "900", "author": "An officer", "date": "2005-01-31T09:00:00Z"}

Element = etree._Element  # noqa: SLF001 - lxml has no other name for it


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def element(name: str, /, *inside: Element, **values: str) -> Element:
    made = etree.Element(w(name), {w(key): value for key, value in values.items()})
    made.extend(inside)
    return made


def run(text: str, style: str | None = None) -> Element:
    """Return a run with a text, whose line breaks and tabs are as Word keeps them."""
    made = element("r", rsidR="00A1B2C3")
    if style:
        made.append(element("rPr", element("rStyle", val=style)))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            shown = element("t")
            shown.text = piece
            shown.set(_SPACE, "preserve")
            made.append(shown)
    return made


def paragraph(*inside: Element) -> Element:
    return element("p", *inside, rsidR="00D4E5F6", rsidRDefault="00D4E5F6")


class Editor:
    """A form that is being edited; each method returns it, so that they can stand one behind the other."""

    def __init__(self, data: bytes) -> None:
        self.parts = unpacked(data)
        self.root = etree.fromstring(self.parts[_DOCUMENT])

    def saved(self) -> bytes:
        self.parts[_DOCUMENT] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return packed(self.parts)

    @property
    def body(self) -> Element:
        body = self.root.find(w("body"))
        assert body is not None
        return body

    def control(self, tag: str) -> Element:
        """Return the first control of a tag."""
        return next(
            control
            for control in self.root.iter(w("sdt"))
            for named in control.iterfind(f"{w('sdtPr')}/{w('tag')}")
            if named.get(w("val")) == tag
        )

    def content(self, tag: str) -> Element:
        content = self.control(tag).find(w("sdtContent"))
        assert content is not None
        return content

    def properties(self, tag: str) -> Element:
        properties = self.control(tag).find(w("sdtPr"))
        assert properties is not None
        return properties

    def runs(self, tag: str) -> list[Element]:
        return list(self.content(tag).iter(w("r")))

    # What people do

    def write(self, tag: str, *texts: str) -> Self:
        """Write into a box what is in it then: a paragraph a text in a list, in others one text."""
        self._fill(tag, [run(text) for text in texts])
        return self._flag(tag, is_empty=False)

    def empty(self, tag: str, shown: str = PROMPT, style: str | None = "PlaceholderText") -> Self:
        """Delete what stands in a box, upon which Word shows what to do there."""
        self._fill(tag, [run(shown, style)])
        return self._flag(tag, is_empty=True)

    def delete(self, tag: str) -> Self:
        """Delete a box with all that stands in it."""
        control = self.control(tag)
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)
        if parent.tag == w("tc"):
            parent.append(paragraph())
        return self

    def as_paragraphs(self, tag: str, *texts: str) -> Self:
        """Press Enter in a box: one around runs becomes one around paragraphs, and so does its bookmark."""
        control = self.control(tag)
        outer = control.getparent()
        assert outer is not None
        if outer.tag == w("p"):
            outer.addprevious(control)
            self.content(tag)[:] = [outer]
        self._fill(tag, [run(text) for text in texts])
        return self._flag(tag, is_empty=False)

    def enter_in_first(self, tag: str, text: str) -> Self:
        """Press Enter behind the first text of a list: the control around it becomes one around two paragraphs."""
        first = self.content(tag)[0]
        inner = first.find(w("sdt"))
        assert inner is not None
        content = inner.find(w("sdtContent"))
        assert content is not None
        first.addprevious(inner)
        content[:] = [paragraph(*first.iter(w("bookmarkStart")), *content), paragraph(run(text))]
        _remove(first)
        return self

    def write_outside(self, text: str) -> Self:
        """Write a paragraph behind all others."""
        self.body.insert(len(self.body) - (self.body[-1].tag == w("sectPr")), paragraph(run(text)))
        return self

    def write_beside(self, tag: str, text: str) -> Self:
        """Write into the cell of a box, behind it."""
        cell = next(self.control(tag).iterancestors(w("tc")))
        cell.append(paragraph(run(text)))
        return self

    def link(self, tag: str, address: str = "") -> Self:
        """Make a link of what stands in a box: to the top of the form, or out of it."""
        for item in self.runs(tag):
            link = element("hyperlink", anchor="_Top")
            if address:
                self._relate("hyperlink", address, TargetMode="External")
                link.set(f"{{{_TYPE.rstrip('/')}}}id", "added-hyperlink")
            _wrap(item, link)
        return self

    def comment(self, tag: str, *texts: str) -> Self:
        """Comment on the first text of a box."""
        comments = []
        first = self.runs(tag)[0]
        for number, text in enumerate(texts):
            first.addprevious(element("commentRangeStart", id=str(number)))
            first.addnext(element("r", element("commentReference", id=str(number))))
            first.addnext(element("commentRangeEnd", id=str(number)))
            note = paragraph(element("r", element("annotationRef")), run(text))
            comments.append(element("comment", note, **{**_AUTHORED, "id": str(number)}))
        return self.add_part("comments", element("comments", *comments))

    # What Word does by itself

    def split_runs(self, tag: str) -> Self:
        """Split texts where Word likes: at the rounds of editing and at what it takes for slips of spelling."""
        for item in self.runs(tag):
            for text in list(item.iterfind(w("t"))):
                _split(text)
        return self

    def remember_place(self, tag: str) -> Self:
        """Put in the bookmark of where somebody wrote last."""
        first = self.runs(tag)[0]
        first.addprevious(element("bookmarkStart", id="990", name="_GoBack"))
        first.addprevious(element("bookmarkEnd", id="990"))
        first.addprevious(element("lastRenderedPageBreak"))
        return self

    def nest(self, tag: str) -> Self:
        """Stand what is in a box in a control of no tag."""
        inside = list(self.content(tag))
        self.content(tag)[:] = [element("sdt", element("sdtPr"), element("sdtContent", *inside))]
        return self

    def around_cell(self, tag: str) -> Self:
        """Let a control stand around the cell in which it stood."""
        return self._around(tag, next(self.control(tag).iterancestors(w("tc"))))

    def around_row(self, tag: str) -> Self:
        """Let a control stand around the row in which it stood, with the label's cell."""
        return self._around(tag, next(self.control(tag).iterancestors(w("tr"))))

    def around_row_without_label(self, tag: str) -> Self:
        """Let a control stand around the row in which it stood, without the label's cell."""
        row = next(self.control(tag).iterancestors(w("tr")))
        row.remove(next(row.iterchildren(w("tc"))))
        return self._around(tag, row)

    # Tracked changes

    def insert_tracked(self, tag: str, text: str = " and more") -> Self:
        self.runs(tag)[-1].addnext(element("ins", run(text), **_AUTHORED))
        return self

    def delete_tracked(self, tag: str) -> Self:
        for item in self.runs(tag):
            for text in item.iter(w("t")):
                text.tag = w("delText")
            _wrap(item, element("del", **_AUTHORED))
        return self

    def move_tracked(self, tag: str) -> Self:
        for item in self.runs(tag):
            _wrap(item, element("moveFrom", **_AUTHORED))
        return self

    def join_tracked(self, tag: str) -> Self:
        """Delete the end of a paragraph of a list."""
        first = next(self.content(tag).iter(w("p")))
        first.insert(0, element("pPr", element("rPr", element("del", **_AUTHORED))))
        return self

    def accept(self) -> Self:
        """Accept the tracked changes of texts."""
        for deleted in list(self.root.iter(w("del"), w("moveFrom"))):
            _remove(deleted)
        for inserted in list(self.root.iter(w("ins"), w("moveTo"))):
            _unwrap(inserted)
        return self

    def change_looks(self, tag: str) -> Self:
        """Make a text bold, which Word tracks too, and which changes no text."""
        for item in self.runs(tag):
            item.insert(0, element("rPr", element("b"), element("rPrChange", element("rPr"), **_AUTHORED)))
        for block in self.content(tag).iter(w("p")):
            block.insert(0, element("pPr", element("pPrChange", element("pPr", element("numPr", element("ins"))))))
        return self

    # What LibreOffice does

    def as_libreoffice(self) -> Self:
        """Lose the tags, and what stands around more than one paragraph, as LibreOffice 7.4 does when it saves."""
        for control in reversed(list(self.root.iter(w("sdt")))):
            blocks = control.findall(f"{w('sdtContent')}/*")
            if any(block.tag in (w("p"), w("tbl")) for block in blocks):
                _around_first_paragraph(control, blocks)
            _forget(control)
        return self

    # The file

    def add_part(self, kind: str, root: Element) -> Self:
        self.parts[f"word/added-{kind}.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        self._relate(kind, f"/word/added-{kind}.xml")
        return self

    def _relate(self, kind: str, target: str, **values: str) -> None:
        relations = etree.fromstring(self.parts[_RELATIONS])
        relation = etree.SubElement(relations, relations[0].tag if len(relations) else "Relationship")
        relation.attrib.update({"Id": f"added-{kind}", "Type": _TYPE + kind, "Target": target, **values})
        self.parts[_RELATIONS] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8")

    def _fill(self, tag: str, runs: list[Element]) -> None:
        """Put runs into a box, each in a paragraph of its own where it has any; its bookmark stays around them."""
        content = self.content(tag)
        if content.find(w("p")) is None:
            content[:] = runs
            return
        starts, ends = (list(content.iter(w(name))) for name in ("bookmarkStart", "bookmarkEnd"))
        content[:] = [paragraph(item) for item in runs]
        content[0][:0] = starts
        content[-1].extend(ends)

    def _flag(self, tag: str, *, is_empty: bool) -> Self:
        properties = self.properties(tag)
        for flag in properties.findall(w("showingPlcHdr")):
            properties.remove(flag)
        if is_empty:
            properties.append(element("showingPlcHdr"))
        return self

    def _around(self, tag: str, outer: Element) -> Self:
        control = self.control(tag)
        _unwrap(self.content(tag))
        properties = self.properties(tag)
        control.remove(properties)
        _unwrap(control)
        _wrap(outer, element("sdt"))
        moved = outer.getparent()
        assert moved is not None
        content = element("sdtContent", outer)
        moved[:] = [properties, content]
        return self


def _forget(control: Element) -> None:
    """Take away what LibreOffice does not keep of a control, and let a bookmark around it begin in it."""
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    assert properties is not None
    assert content is not None
    for name in ("tag", "lock", "id", "alias"):
        for item in properties.findall(w(name)):
            properties.remove(item)
    before = control.getprevious()
    if before is not None and before.tag == w("bookmarkStart"):
        content.insert(0, before)


def _around_first_paragraph(control: Element, blocks: list[Element]) -> None:
    """Let a control stand around the runs of its first paragraph, and its bookmark begin in its last one again."""
    properties = control.find(w("sdtPr"))
    assert properties is not None
    for flag in properties.findall(w("showingPlcHdr")):
        properties.remove(flag)
    for block in blocks:
        control.addprevious(block)
    _remove(control)
    first = next(block for block in blocks if block.tag == w("p"))
    if properties.find(w("group")) is None and len(blocks) > 1:
        for start in first.findall(w("bookmarkStart")):
            again = element("bookmarkStart", id="9" + str(start.get(w("id"))), name=str(start.get(w("name"))))
            blocks[-1].insert(0, again)
            for end in blocks[-1].findall(w("bookmarkEnd")):
                end.set(w("id"), str(again.get(w("id"))))
    if first.find(w("sdt")) is None:
        inside = list(first)
        control[:] = [properties, element("sdtContent", *inside)]
        first.append(control)


def _wrap(inner: Element, outer: Element) -> None:
    inner.addprevious(outer)
    outer.append(inner)


def _unwrap(outer: Element) -> None:
    for inner in list(outer):
        outer.addprevious(inner)
    _remove(outer)


def _remove(item: Element) -> None:
    parent = item.getparent()
    assert parent is not None
    parent.remove(item)


def _split(text: Element) -> None:
    """Split the run of a text into runs of three letters, between marks of the spelling."""
    pieces = list(_pieces(text.text or ""))
    if len(pieces) < 2:
        return
    behind = list(text.itersiblings())
    text.text = pieces[0]
    text.set(_SPACE, "preserve")
    last = text.getparent()
    assert last is not None
    for piece in pieces[1:]:
        last.addnext(element("proofErr", type="spellStart"))
        following = run(piece)
        last.getnext().addnext(following)  # type: ignore[union-attr] # it was added a line ago
        last = following
    last.extend(behind)


def _pieces(text: str) -> Iterator[str]:
    for first in range(0, len(text), 3):
        yield text[first : first + 3]
