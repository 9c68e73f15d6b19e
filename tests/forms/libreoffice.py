"""LibreOffice, where it is installed: opens a document and writes it anew, as a Word document or as pages."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

OFFICE: Final = shutil.which("soffice") or shutil.which("libreoffice")
is_here: Final = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(folder: Path, document: bytes, ending: str) -> bytes:
    """Return a Word document as LibreOffice writes it in another format, or in its own way in the same."""
    source, target = folder / "document.docx", folder / "converted"
    source.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), "--headless", profile, "--convert-to", ending, "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (target / f"document.{ending}").read_bytes()
