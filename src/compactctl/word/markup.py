"""A Word document's body written as text, and read in at once: to make element after element takes ten times as long.

`Markup` is what may stand in a body. Texts become it by being escaped here, and types hold all else to it.
"""

from functools import lru_cache
from html import escape
from typing import Final, NewType

from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from compactctl.word.texts import xml_text

Markup = NewType("Markup", str)
"""WordML that is well-formed as it stands."""

_IN_ATTRIBUTES: Final = {ord(sign): f"&#{ord(sign)};" for sign in "\t\n\r"}
"""What a reader of XML would take for blanks."""


def text(value: str) -> Markup:
    """Return a text as it stands in a run, without line breaks and tabs."""
    shown = xml_text(value)
    # As Word does, which drops other blanks than those between two words; a document has many texts.
    kept = "" if shown == " ".join(shown.split()) else ' xml:space="preserve"'
    return Markup(f"<w:t{kept}>{escape(shown)}</w:t>")


def element(tag: str, *inside: Markup, **values: str | int) -> Markup:
    """Return an element by its tag, as 'w:p', with what stands in it; its attributes are of WordML."""
    attributes = "".join(f' w:{name}="{_in_attribute(str(value))}"' for name, value in values.items())
    return Markup(f"<{tag}{attributes}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{attributes}/>")


def put_first(document: Document, *blocks: Markup) -> None:
    """Put blocks, paragraphs, tables and controls, before all that stands in a document."""
    for index, block in enumerate(blocks):
        document.element.body.insert(index, _parsed(block))


def _parsed(block: Markup) -> BaseOxmlElement:
    # Of its own: to move what stands inside of something else takes time by the square of its size.
    end = block.index(">")
    end -= block[end - 1] == "/"
    return parse_xml(f"{block[:end]} {nsdecls('w')}{block[end:]}")


@lru_cache(maxsize=1024)  # of a style, a width or a choice there are hundreds
def _in_attribute(value: str) -> str:
    return escape(xml_text(value)).translate(_IN_ATTRIBUTES)
