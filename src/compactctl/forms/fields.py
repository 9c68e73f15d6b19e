"""The fields of a Word text: what they show stands in it, but for some that show what they themselves say.

The numbers of pages in headers and footers are no text of anybody's, since Word works them out.
"""

import re
from dataclasses import dataclass
from typing import Final

_PAGE_FIELDS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_SAYING: Final = frozenset(
    {
        *("MACROBUTTON", "GOTOBUTTON", "EQ", "SYMBOL", "ADVANCE", "FORMDROPDOWN", "FORMCHECKBOX"),
        *("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "BARCODE", "DISPLAYBARCODE", "MERGEBARCODE"),
    }
)
"""What such a field shows stands in its instruction, or nowhere."""
_PAGE_NUMBER: Final = re.compile(r"\s*([0-9]{0,6}|(xc|xl|l?x{0,3})(ix|iv|v?i{0,3}))\s*", re.IGNORECASE)
_NAME: Final = re.compile(r"\s*([A-Za-z]*)")
_LINK: Final = re.compile(r'\s*HYPERLINK\s+("[^"]+|[^"\s\\]\S*)', re.IGNORECASE)
_INSTRUCTION: Final = 400
"""Characters of a field's instruction, in which its name stands, and where it leads."""


def is_page_field(instruction: str) -> bool:
    """Tell whether a field shows the number of a page, or of all pages."""
    return _name_of(instruction) in _PAGE_FIELDS


def says_itself(instruction: str) -> bool:
    """Tell whether what a field shows does not stand in the text."""
    return _name_of(instruction) in _SAYING


def address_of(instruction: str) -> str:
    """Return the address that a field leads to, nothing where it leads to none outside of the document."""
    link = _LINK.match(instruction)
    return link[1].removeprefix('"').replace(r"\\", "\\") if link else ""


def is_page_number(text: str) -> bool:
    """Tell whether a text is what the field of a page's number may show, or a part of it."""
    return _PAGE_NUMBER.fullmatch(text) is not None


@dataclass
class _Field:
    instruction: str = ""
    is_shown: bool = False
    """Whether its instruction has ended, and what comes next is what it shows."""
    is_of_page: bool = False
    address: str = ""


class Fields:
    """The fields of a part that have begun and not ended, while its runs are read one after the other."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    @property
    def are_open(self) -> bool:
        """Whether any has begun and not ended."""
        return bool(self._fields)

    @property
    def show_a_page(self) -> bool:
        """Whether what comes next is shown by a field of a page's number."""
        return any(field.is_of_page for field in self._fields)

    @property
    def address(self) -> str:
        """The address that what comes next leads to, if it does."""
        return next(filter(None, (field.address for field in self._fields)), "")

    @property
    def hide(self) -> bool:
        """Whether what comes next stands in an instruction, which nobody sees."""
        return not all(field.is_shown for field in self._fields)

    def begin_paragraph(self) -> None:
        """Go on to the next paragraph, into which no number of a page goes on."""
        for field in self._fields:
            field.is_of_page = False

    def mark(self, kind: str | None) -> bool:
        """Read a mark: a field begins, its instruction ends, or it ends itself.

        Returns whether what the field shows that has ended does not stand in the text.
        """
        match kind:
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].is_shown = True
                self._fields[-1].is_of_page = is_page_field(self._fields[-1].instruction)
                self._fields[-1].address = address_of(self._fields[-1].instruction)
            case "end" if self._fields:
                return says_itself(self._fields.pop().instruction)
        return False

    def instruct(self, text: str) -> None:
        """Read a piece of the instruction of the field that began last."""
        if self._fields and len(self._fields[-1].instruction) < _INSTRUCTION:
            self._fields[-1].instruction = (self._fields[-1].instruction + text).lstrip()[:_INSTRUCTION]


def _name_of(instruction: str) -> str:
    name = _NAME.match(instruction)
    return name[1].upper() if name else ""
