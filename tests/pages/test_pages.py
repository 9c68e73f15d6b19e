"""The pages of a report in a browser: axe-core and the Nu checker find nothing, at any width, in light and dark.

`npm ci --prefix tests/pages --ignore-scripts` fetches the checkers; Chromium, Node.js and Java are Debian's.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.running import run

HERE = Path(__file__).parent
RECORD = HERE.parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
REPORTS = {
    "year": (),
    "narrowed": ("--region", "london", "--status", "proposed"),
    "trend": ("--trend",),
    "authority": ("--authority", "hampshire"),
    "no-edition": ("--authority", "rutland"),
}
POOR = (
    '<!doctype html><html lang="en"><title>Poor</title><p style="color:#ddd">Pale</p>'
    '<p style="width:3000px"><img src="http://a.test/b.png">'
)

browser = pytest.mark.skipif(
    not (CHROMIUM and shutil.which("node") and (HERE / "node_modules" / "axe-core").is_dir()),
    reason="left out: it needs Chromium, Node.js and `npm ci --prefix tests/pages --ignore-scripts`",
)
checker = pytest.mark.skipif(
    not (shutil.which("java") and NU.is_file()),
    reason="left out: it needs Java and `npm ci --prefix tests/pages --ignore-scripts`",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, options in REPORTS.items():
        answer = run(RECORD, "report", "--format", "html", *options, "--output", str(folder / f"{name}.html"))
        assert answer.returncode == 0, answer.stderr
    return sorted(folder.iterdir())


def in_browser(*pages: Path) -> list[str]:
    """Return what Chromium and axe-core object to."""
    command = ["node", "check.mjs", str(CHROMIUM), *map(str, pages)]
    answer = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True, timeout=600)
    objections: list[str] = json.loads(answer.stdout.splitlines()[-1])
    return objections


def in_checker(*pages: Path) -> str:
    """Return what the Nu checker objects to."""
    command = ["java", "-jar", str(NU), "--asciiquotes", *map(str, pages)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600).stderr


@browser
def test_browser_finds_nothing(pages: list[Path]) -> None:
    assert in_browser(*pages) == []


@browser
def test_browser_would_find_something(tmp_path: Path) -> None:
    poor = tmp_path / "poor.html"
    poor.write_text(POOR)
    objections = "\n".join(in_browser(poor))
    for what in ("wider than the window", "color-contrast", "image-alt", "asks for http://a.test/b.png"):
        assert what in objections


@checker
def test_checker_finds_nothing(pages: list[Path]) -> None:
    assert in_checker(*pages) == ""


@checker
def test_checker_would_find_something(tmp_path: Path) -> None:
    poor = tmp_path / "poor.html"
    poor.write_text(POOR)
    assert 'An "img" element must have' in in_checker(poor)
