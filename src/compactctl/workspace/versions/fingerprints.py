"""The fingerprint of a change: the same for the same change, wherever in its file it stands and whatever is counted."""

import hashlib
import json
from typing import Final

_LENGTH: Final = 12


def fingerprint(*parts: object) -> str:
    """Return twelve hexadecimal digits that stand for what a change is: texts, numbers, and lists of them."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:_LENGTH]
