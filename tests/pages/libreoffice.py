"""LibreOffice, where it is installed: opens documents and writes them anew, as Word documents or as pages."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

SOFFICE: Final = shutil.which("soffice")
office: Final = pytest.mark.skipif(
    not (SOFFICE and shutil.which("pdftotext")),
    reason="left out: it needs LibreOffice and Poppler (libreoffice-writer-nogui, poppler-utils)",
)


def converted(folder: Path, document: bytes, ending: str) -> bytes:
    """Return a Word document as LibreOffice writes it in another format, or in its own way in the same."""
    source, target = folder / "document.docx", folder / "converted"
    source.write_bytes(document)
    _convert([source], ending, folder, target)
    return (target / f"document.{ending}").read_bytes()


def printed(documents: Iterable[Path], folder: Path) -> dict[Path, list[str]]:
    """Have LibreOffice print documents, and return the text of each page of each."""
    files = list(documents)
    _convert(files, "pdf", folder, folder)
    return {file: _pages(folder / f"{file.stem}.pdf") for file in files}


def _convert(documents: Iterable[Path], ending: str, folder: Path, target: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [str(SOFFICE), "--headless", profile, "--convert-to", ending, "--outdir", str(target), *map(str, documents)]
    subprocess.run(words, check=True, capture_output=True, timeout=540)


def _pages(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]
