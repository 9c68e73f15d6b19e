"""What the files of a data folder are called, by names within it; whether they are there is a matter of listing.py."""

from typing import Final

STATEMENT: Final = "statement.yaml"
CONFIG: Final = "config.yaml"
REGISTER: Final = "authorities.csv"
SINGLE_FILES: Final = (STATEMENT, CONFIG, REGISTER)

ANNEXES: Final = "annex"
COMPACTS: Final = "compacts"
"""The folders of documents of which there are several."""

_ENDING: Final = ".yaml"


def document_file(folder: str, stem: str) -> str:
    """Return the name of a document of one of the folders."""
    return f"{folder}/{stem}{_ENDING}"


def annex_file(stem: str) -> str:
    """Return the name of the annex of a year, written as in '2003-04'."""
    return document_file(ANNEXES, stem)


def compact_file(slug: str) -> str:
    """Return the name of the compact of an authority."""
    return document_file(COMPACTS, slug)


def is_annex(name: str) -> bool:
    """Tell whether a file lies where annexes do."""
    return name.startswith(f"{ANNEXES}/")


def is_compact(name: str) -> bool:
    """Tell whether a file lies where compacts do."""
    return name.startswith(f"{COMPACTS}/")


def stem_of(name: str) -> str:
    """Return the stem of a document's file: the year of an annex, '2003-04', or whose compact it is."""
    return name.rpartition("/")[2].removesuffix(_ENDING)
