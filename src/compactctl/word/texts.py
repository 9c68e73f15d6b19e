"""Any text at all as one that a Word document can hold, so that the file stays whole."""

import re
from typing import Final

_FORBIDDEN: Final = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 cannot hold: control characters, halves of surrogate pairs, and two that are no characters."""


def xml_text(text: str) -> str:
    r"""Return a text with what XML 1.0 cannot hold shown: `\x1b`, `\udcff`."""
    return re.sub(_FORBIDDEN, lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
