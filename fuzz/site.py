"""Any bytes as one file of a small workspace, whose site is drawn in memory: whole pages, and data that can be read.

The workbook is left out: it takes as long as all pages, and tests of its own look at it.
"""

import csv
import io
import posixpath
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from unittest.mock import patch
from urllib.parse import urldefrag

from compactctl.cli.publishing import Site, title_of
from compactctl.errors import CannotDo
from compactctl.files.site_folder import NewFolder
from compactctl.formats.provenance import Provenance
from compactctl.rules.samples import REGISTER_HEAD, area, next_annex
from compactctl.workspace.loading import read_workspace
from fuzz.memory import Memory, named, with_file
from fuzz.promises import check_text, keeps, strict_json

_REGISTER: Final = f"{REGISTER_HEAD}850,hampshire,Hampshire,E10000014,south-east,county,1974-04-01,,\n"
_NEXT: Final = next_annex(area("a", "challenging-targets") + area("b", "early-education")).files
_SMALL: Final = with_file("authorities.csv", _REGISTER.encode()).files | {
    name: text.encode() for name, text in _NEXT.items() if text
}
"""The small workspace with one authority and two years: its site has few pages, and one of changes."""
_PROVENANCE: Final = Provenance("1", "0123456789ab")
_VOID: Final = frozenset({"meta", "link", "input"})
_ELEMENT: Final = re.compile(
    r"html|head|meta|title|link|style|body|header|nav|main|section|footer|script|div|details|summary|p|h[1-6]|ul|li|dl|"
    r"dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|a|abbr|span|strong|i|ins|del|label|input|button|output|"
    r"svg|defs|g|symbol|use|pattern|rect|circle|line|path|polyline|text|tspan"
)
"""What our pages are made of."""
_ADDRESSES: Final = frozenset({"href", "src"})
_PAGES_KEPT: Final = 200
"""Most inputs leave most pages as another input had them, and to look at a page takes longer than to draw it."""


@dataclass(frozen=True)
class _Folder(NewFolder):
    """The folder of a site, in memory, into which one process alone can write."""

    files: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def opened(self, name: str) -> Iterator[Callable[[bytes], object]]:
        """Yield what takes a file piece by piece."""
        keeps(name not in self.files, f"{name} is written twice")
        pieces: list[bytes] = []
        yield pieces.append
        self.files[name] = b"".join(pieces)


class _Page(HTMLParser):
    """A page to the letter: elements that we have, each ended in its turn; its names, and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: set[str] = set()
        self._policy = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        keeps(not self._open, f"{self._open} have no end")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element as it begins."""
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and what it is given."""
        keeps(_ELEMENT.fullmatch(tag), f"an element of no page of ours: {tag}")
        keeps(len({name for name, _ in attrs}) == len(attrs), f"{tag} is given something twice")
        for name, value in attrs:
            keeps(not name.startswith("on") and name != "style", f"{tag} acts by its {name}")
            if name in _ADDRESSES:
                self.links.add(value or "")
            elif name == "content":
                self._policy += value or ""
            elif name == "id":
                keeps(value and value not in self.names, f"a name that is none, or stands twice: {value}")
                self.names.add(value or "")

    def handle_data(self, data: str) -> None:
        """Look at what stands in an element: a script has to be the page's own."""
        if self._open and self._open[-1] == "script":
            digest = b64encode(sha256(data.encode()).digest()).decode()
            keeps(f"'sha256-{digest}'" in self._policy, f"a script that is not the page's own: {data}")

    def handle_endtag(self, tag: str) -> None:
        """Look at the end of an element."""
        keeps(self._open and self._open.pop() == tag, f"{tag} ends where it did not begin")

    def handle_comment(self, data: str) -> None:
        """No page of ours has a comment."""
        keeps(held=False, what=f"a comment: {data}")


def target(data: bytes) -> None:
    """Draw the site of the workspace with the file that the first byte names replaced by the rest."""
    name, content = named(data)
    workspace = read_workspace(Memory({**_SMALL, name: content}), "data")
    folder = _Folder(Path("site"), Path("site"))
    try:
        with (
            patch("compactctl.cli.publishing.parallel_map", lambda pages, _, write: map(write, pages)),
            patch("compactctl.cli.publishing._workbook", lambda _: b""),
        ):
            Site(workspace, folder, title_of(workspace, None), _PROVENANCE).write()
    except CannotDo as refusal:
        keeps(refusal.message and refusal.hint, "a refusal without words")
        return
    pages: dict[str, _Page] = {}
    for path, written in folder.files.items():
        if path.endswith((".html", ".json", ".csv")):
            check_text(written.decode())
        if path.endswith(".html"):
            pages[path] = _page(written)
        elif path.endswith(".json"):
            strict_json(written)
        elif path.endswith(".csv"):
            widths = {len(row) for row in csv.reader(io.StringIO(written.decode(), newline=""), strict=True)}
            keeps(len(widths) == 1, f"{path} has rows of {widths} fields")
    for path, page in pages.items():
        for link in page.links:
            _check_link(path, link, folder.files, pages)


@lru_cache(maxsize=_PAGES_KEPT)
def _page(written: bytes) -> _Page:
    return _Page(written.decode())


def _check_link(path: str, link: str, files: dict[str, bytes], pages: dict[str, _Page]) -> None:
    """What is linked to is written, and has the name."""
    to, name = urldefrag(link)
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
    keeps(place in files, f"{path} leads to {link}, which is not there")
    keeps(not name or place not in pages or name in pages[place].names, f"{path} leads to {link}, and there is no name")
