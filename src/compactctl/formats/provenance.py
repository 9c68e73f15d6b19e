"""What every readable document says at its end: where it comes from, how it is counted, that nobody is ranked."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from compactctl.formats.readable.document import Line, plain

VOLUNTARY: Final = "Taking part is voluntary; figures describe, and nobody is ranked."


class Provenance(NamedTuple):
    """The tool's version, the digest of all that was read, and the last commit that changed it, where that is known."""

    version: str
    digest: str
    commit: str = ""

    @property
    def revision(self) -> str:
        """What the record is known by, in a word or two."""
        return f"revision {self.digest}{f' (commit {self.commit})' if self.commit else ''}"


def ending(provenance: Provenance, counted: Iterable[str] = ()) -> tuple[Line, ...]:
    """Return the last lines of a document: how it is counted, a sentence each, and where it comes from."""
    source = f"Made by compactctl {provenance.version} from the record alone, {provenance.revision}."
    return (*map(plain, counted), plain(VOLUNTARY), plain(source))
