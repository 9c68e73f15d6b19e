"""What a command would write, as a unified diff that `git apply` and `patch` take. Decides nothing about the change."""

import difflib
import re
from collections.abc import Iterator
from typing import Final

from compactctl.formats.safe import for_diff, printable

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n)|([^\r\n]+)\Z")
_UNENDED: Final = "\0"
"""Stands at the end of a last line without a line end; no file that is read holds it."""


def unified_diff(name: str, old: bytes | None, new: bytes) -> str:
    """Return the difference between a file's bytes, None where there is no file yet; both are valid UTF-8.

    Line ends are shown as the diff's own, tabs as blanks.
    """
    shown = printable(name)
    before = "/dev/null" if old is None else f"a/{shown}"
    lines = difflib.unified_diff(_lines(old or b""), _lines(new), before, f"b/{shown}", lineterm="")
    return "".join(f"{printed}\n" for line in lines for printed in _printed(line))


def _lines(data: bytes) -> list[str]:
    found = _LINE.finditer(data.decode("utf-8-sig"))
    return [match[1] if match[2] else match[3] + _UNENDED for match in found]


def _printed(line: str) -> Iterator[str]:
    yield for_diff(line.removesuffix(_UNENDED))
    if line.endswith(_UNENDED):
        yield r"\ No newline at end of file"
