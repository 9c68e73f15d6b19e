"""A Word document's parts are found by how they are related, and are what they are in either spelling of Word."""

import re

import pytest
from tests.forms.building import form, packed, paragraph, run, unpacked

from compactctl.forms.reading import read_form
from compactctl.word.elements import name_of
from compactctl.word.not_readable import NotReadable
from compactctl.word.package import Package

FORM = form(parts={"header": paragraph(run("Draft")), "comments": ""})
OPEN = b"http://schemas.openxmlformats.org/"
STRICT = b"http://purl.oclc.org/ooxml/"


def moved(old: str, new: str) -> bytes:
    """Return the form with a part, and what is said of its relations, under another name."""
    return packed({name.replace(old, new): content for name, content in unpacked(FORM).items()})


def rewritten(**changes: tuple[bytes, bytes]) -> bytes:
    parts = unpacked(FORM)
    for name, content in parts.items():
        replaced = content
        for old, new in changes.values():
            replaced = replaced.replace(old, new)
        parts[name] = replaced
    return packed(parts)


def test_the_parts_of_a_form_are_what_they_are() -> None:
    package = Package(FORM)
    properties = package.custom_properties()
    assert properties is not None
    assert name_of(package.main.root) == "w:document"
    assert [part.name for part in package.related("header", "comments", "footer")] == [
        "word/header.xml",
        "word/comments.xml",
    ]


@pytest.mark.parametrize(
    "target", ["/word/document.xml", "./word/document.xml", "x/../word/document.xml", "word/d%6Fcument.xml"]
)
def test_a_part_is_found_however_its_place_is_written(target: str) -> None:
    data = rewritten(target=(b'Target="word/document.xml"', f'Target="{target}"'.encode()))
    assert read_form(data) == read_form(FORM)


def test_a_part_may_have_any_name() -> None:
    parts = unpacked(FORM)
    parts["a/b/text.xml"] = parts.pop("word/document.xml")
    parts["a/b/_rels/text.xml.rels"] = parts.pop("word/_rels/document.xml.rels").replace(
        b'Target="', b'Target="../../word/'
    )
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"word/document.xml", b"a/b/text.xml")
    assert read_form(packed(parts)) == read_form(FORM)


def test_capitals_in_the_names_of_parts_do_not_matter() -> None:
    assert read_form(moved("word/document.xml", "WORD/Document.XML")) == read_form(FORM)


def test_the_spelling_of_the_standard_is_word_s_too() -> None:
    data = rewritten(
        text=(OPEN + b"wordprocessingml/2006/main", STRICT + b"wordprocessingml/main"),
        relation=(OPEN + b"officeDocument/2006/relationships", STRICT + b"officeDocument/relationships"),
        properties=(OPEN + b"officeDocument/2006/custom-properties", STRICT + b"officeDocument/customProperties"),
        kind=(b"relationships/custom-properties", b"relationships/customProperties"),
    )
    assert data != FORM
    assert read_form(data) == read_form(FORM)


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_a_document_with_macros_and_a_template_are_read_as_any_other(kind: bytes) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert read_form(rewritten(kind=(plain, kind))) == read_form(FORM)


def test_a_type_that_is_said_for_an_ending_holds_too() -> None:
    parts = unpacked(FORM)
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts["[Content_Types].xml"] = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="XML" ContentType="' + main + b'"/></Types>'
    )
    assert read_form(packed(parts)) == read_form(FORM)


def test_what_a_part_is_missing_is_not_looked_for_elsewhere() -> None:
    parts = unpacked(FORM)
    del parts["_rels/.rels"]
    with pytest.raises(NotReadable, match="no Word document"):
        Package(packed(parts))


@pytest.mark.parametrize("target", ["header.xml#x", ".\\header.xml", "header9.xml", "header.xml?", "%ff.xml", ""])
def test_a_part_that_is_not_where_it_is_said_to_be_is_not_passed_over(target: str) -> None:
    data = rewritten(target=(b'Target="header.xml"', f'Target="{target}"'.encode()))
    with pytest.raises(NotReadable, match="a part of this file is not where it says"):
        read_form(data)


def test_a_part_that_stands_outside_of_the_file_is_not_looked_for() -> None:
    outside = b'Target="https://example.org/header.xml" TargetMode="External"'
    assert read_form(rewritten(target=(b'Target="header.xml"', outside))).objections == ()


@pytest.mark.parametrize("kind", ["officeDocument", "custom-properties"])
def test_two_documents_in_one_file_are_none(kind: str) -> None:
    parts = unpacked(FORM)
    relations = parts["_rels/.rels"]
    start = relations.rindex(b"<Relationship ", 0, relations.index(kind.encode()))
    relation = relations[start : relations.index(b"/>", start) + 2]
    other = re.sub(b'Target="[^"]*"', b'Target="word/styles.xml"', relation)
    parts["_rels/.rels"] = relations.replace(b"</Relationships>", other + b"</Relationships>")
    with pytest.raises(NotReadable, match="this file holds two documents in one"):
        read_form(packed(parts))
    parts["_rels/.rels"] = relations.replace(b"</Relationships>", relation + b"</Relationships>")
    assert read_form(packed(parts)) == read_form(FORM)
