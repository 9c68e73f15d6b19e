"""Which format a result has: what `--format` says, else the ending of the file's name, else the environment."""

import os
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from compactctl.cli.options import one_of
from compactctl.errors import CannotDo
from compactctl.words import listed, quoted

ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "markdown": ".md",
        "html": ".html",
        "csv": ".csv",
        "json": ".json",
        "gitlab": ".json",
        "sarif": ".sarif",
        "junit": ".xml",
        "xlsx": ".xlsx",
    }
)
"""How the names of files end that have a format; of two formats with one ending the first is meant."""
_OF_NO_FORMAT: Final = frozenset({".doc", ".docx", ".ods", ".odt", ".pdf", ".xls"})
"""How files end that no text is: a program that opens them would call them broken."""


def format_of(given: str | None, output: str | None, formats: Iterable[str], variable: str | None = None) -> str:
    """Return the format of a result, of those that a command has; the first where nothing says.

    `given` is what `--format` says, `output` the name of the file, and `variable` names what stands in for the option
    in the environment. Raises `CannotDo` where there is no such format, or the ending says another.
    """
    known = list(formats)
    ending = PurePath(output or "").suffix.lower()
    meant = [name for name in known if ENDINGS.get(name) == ending]
    if given is not None:
        name = one_of("--format", given, known)
        if meant and name not in meant:
            hint = f"leave out --format, or let the name end in {ENDINGS.get(name, 'something else')}"
            raise CannotDo(f"--format says {name}, and {quoted(output or '')} ends like a file of {meant[0]}", hint)
        return name
    wanted = os.environ.get(variable) if variable else None
    if meant:
        return wanted if wanted and wanted in meant else meant[0]
    if ending in _OF_NO_FORMAT.union(ENDINGS.values()):
        hint = f"its formats are {listed(known)}; say with --format which of them the file is to hold"
        raise CannotDo(f"no format of this command belongs in a file that ends in {ending}", hint)
    return one_of(variable, wanted, known) if variable and wanted else known[0]
