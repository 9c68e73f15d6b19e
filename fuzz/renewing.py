"""Any bytes as a compact to which an edition is added: refused, or every byte kept around one new block."""

from typing import Final

from compactctl.errors import Refused
from compactctl.files.inserting import append_entry
from compactctl.files.reading import Broken, decode, parse, trimmed
from fuzz.memory import COMPACT
from fuzz.promises import keeps

_ENTRY: Final = (
    "- year: 2004/05\n  # looked at again\n  priorities:\n    - area: ict\n      why: |-\n        one\n        two\n"
)
_ADDED: Final = {"year": "2004/05", "priorities": [{"area": "ict", "why": "one\ntwo"}]}


def target(data: bytes) -> None:
    """Add an edition to the compact that the bytes are, where they are one with editions."""
    try:
        before = parse(decode(COMPACT, data))
    except Broken:
        return
    if not isinstance(before, dict) or not isinstance(before.get("editions"), list):
        return
    try:
        after = append_entry(COMPACT, data, ("editions",), _ENTRY)
    except Refused:
        return
    keeps(_is_inserted(data, after), "a byte that was there is gone")
    now = trimmed(parse(decode(COMPACT, after)))
    wanted = trimmed({**before, "editions": [*before["editions"], _ADDED]})
    keeps(now["editions"][-1:] == wanted["editions"][-1:], "the edition reads as another")
    keeps(now["editions"] == wanted["editions"], "an edition that was there reads as another")
    keeps(now == wanted, "another key reads as another")


def _is_inserted(old: bytes, new: bytes) -> bool:
    start = 0
    while start < len(old) and old[start] == new[start]:
        start += 1
    return new.endswith(old[start:]) or any(new.endswith(old[place:]) for place in range(max(0, start - 20), start))
