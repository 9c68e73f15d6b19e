"""The checkers of pages: Chromium with axe-core, and Nu.

`npm ci --prefix tests/pages --ignore-scripts` fetches them; Chromium, Node.js and Java are Debian's.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

HERE: Final = Path(__file__).parent
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NU: Final = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

browser: Final = pytest.mark.skipif(
    not (CHROMIUM and shutil.which("node") and (HERE / "node_modules" / "axe-core").is_dir()),
    reason="left out: it needs Chromium, Node.js and `npm ci --prefix tests/pages --ignore-scripts`",
)
checker: Final = pytest.mark.skipif(
    not (shutil.which("java") and NU.is_file()),
    reason="left out: it needs Java and `npm ci --prefix tests/pages --ignore-scripts`",
)


STYLE_OF_A_SITE: Final = r".*external stylesheet .(\.\./)?style\.css. blocked by .style-src. directive.*"
"""Nu takes no file for a page's own, which a site's policy allows; the browser tells where a page is without style."""


class Measures(NamedTuple):
    """How tall a page is at 1400 pixels, and where on a phone its first figure ends, in pixels."""

    height: int
    first_figure: int | None


class Look(NamedTuple):
    """What a browser objects to, and what it measured on each page."""

    objections: list[str]
    measures: dict[Path, Measures]


def run_script(name: str, *words: str) -> Any:  # noqa: ANN401 - parsed JSON
    """Run a script with a browser, and return what it prints."""
    command = ["node", name, str(CHROMIUM), *words]
    answer = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True, timeout=900)
    return json.loads(answer.stdout)


def look_at(pages: Iterable[Path]) -> Look:
    """Return what Chromium and axe-core see."""
    seen = run_script("check.mjs", *map(str, pages))
    measures = {Path(path): Measures(item["height"], item["firstFigure"]) for path, item in seen["measures"].items()}
    return Look(seen["objections"], measures)


def in_checker(pages: Iterable[Path]) -> list[str]:
    """Return what the Nu checker objects to."""
    command = ["java", "-jar", str(NU), "--asciiquotes", "--filterpattern", STYLE_OF_A_SITE, *map(str, pages)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=600).stderr.splitlines()
