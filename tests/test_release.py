"""What sets the version of a release, and tells what the change log says of it: the real script, on a copy."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.repositories import begin, git

from compactctl import __version__

ROOT: Final = Path(__file__).parents[1]
COPIED: Final = (
    *("tools/release.py", "src/compactctl/__init__.py", "CITATION.cff"),
    *("docs/ci.md", "ci/gitlab.yml"),
)
TAG: Final = "v0.1.0"
"""That of the page's example."""
LOG: Final = """\
# Changelog

## [Unreleased]

The first release, and a
line more.

### Added

- `validate` checks,
  [shows](https://example.org) and
  - counts;
- [`new`](docs/new.md).

[Unreleased]: https://github.com/compactctl/compactctl
"""
NOTES: Final = """\
The first release, and a line more.

### Added

- `validate` checks, [shows](https://example.org) and
  - counts;
- [`new`](https://github.com/compactctl/compactctl/blob/v7.8.9/docs/new.md).
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in COPIED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    return tmp_path


def script(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(project / "tools/release.py"), *words]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def said(project: Path, *words: str) -> str:
    """Return what it says where it does not do as it is asked."""
    done = script(project, *words)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


def text(project: Path, name: str) -> str:
    return (project / name).read_text(encoding="utf-8")


def test_a_release_is_ready_when_its_version_is_written(project: Path) -> None:
    assert script(project, "7.8.9").returncode == 0
    assert '__version__ = "7.8.9"\n' in text(project, "src/compactctl/__init__.py")
    assert "\nversion: 7.8.9\n" in text(project, "CITATION.cff")
    assert set(re.findall(r"\bv\d+\.\d+\.\d+\b", text(project, "docs/ci.md") + text(project, "ci/gitlab.yml"))) == {
        "v7.8.9"
    }
    log = text(project, "CHANGELOG.md")
    assert re.search(r"^## \[7\.8\.9\] - \d{4}-\d\d-\d\d\n\nThe first release", log, re.MULTILINE)
    assert log.endswith("\n[7.8.9]: https://github.com/compactctl/compactctl/releases/tag/v7.8.9\n")
    assert "Unreleased" not in log
    done = script(project, "--notes", "v7.8.9")
    assert (done.returncode, done.stdout, done.stderr) == (0, NOTES, "")


def test_the_way_to_the_next_begins_with_a_section_of_its_own(project: Path) -> None:
    script(project, "7.8.9")
    examples = text(project, "docs/ci.md")
    for _ in range(2):
        assert script(project, "7.9.0.dev0").returncode == 0
    assert '__version__ = "7.9.0.dev0"\n' in text(project, "src/compactctl/__init__.py")
    assert text(project, "docs/ci.md") == examples
    log = text(project, "CHANGELOG.md")
    assert log.startswith("# Changelog\n\n## [Unreleased]\n\n## [7.8.9] - ")
    assert log.count("compare/v7.8.9...main\n[7.8.9]: ") == log.count("[Unreleased]: ") == 1
    assert script(project, "7.9.0").returncode == 0
    assert said(project, "--notes", "v7.9.0").startswith("CHANGELOG.md says nothing of 7.9.0: ")


def test_a_tag_that_does_not_agree_is_none_to_release(project: Path) -> None:
    assert said(project, "--notes", "v7.8.9") == (
        f"the tag is v7.8.9, and src/compactctl/__init__.py says {__version__}\n"
    )
    script(project, "7.8.9")
    (project / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    assert "it wants a section '## [7.8.9] - YYYY-MM-DD'" in said(project, "--notes", "v7.8.9")
    for tag in ("7.8.9", "v7.8", "v7.8.9.dev0", "v7.8.9-rc1", "vv7.8.9", ""):
        assert said(project, "--notes", tag) == f"{tag!r} is the tag of no release: those are like v0.1.0\n"


@pytest.mark.parametrize("version", ["7.8", "v7.8.9", "7.8.9rc1", "7.8.9.dev1", ""])
def test_what_is_no_version_is_written_nowhere(version: str, project: Path) -> None:
    before = {name: text(project, name) for name in (*COPIED, "CHANGELOG.md")}
    assert said(project, version).startswith(f"{version!r} is no version")
    assert {name: text(project, name) for name in before} == before


def test_without_words_it_says_how_it_is_used(project: Path) -> None:
    for words in ((), ("--help",), ("--notes",), ("1.0.0", "2.0.0")):
        assert said(project, *words).startswith("usage: ")


def test_the_project_is_ready_to_be_released(tmp_path: Path) -> None:
    """The version that it is on the way to can be written, and its change log says something of it."""
    for name in (*COPIED, "CHANGELOG.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    version = __version__.removesuffix(".dev0")
    if version != __version__:
        assert script(tmp_path, version).returncode == 0
    assert script(tmp_path, "--notes", f"v{version}").returncode == 0


def test_the_page_on_releasing_can_be_followed(project: Path) -> None:
    """Its commands in their order, on a copy with a branch and an origin; but for those that ask what was published."""
    begin(project)
    origin = project / ".git/origin"
    git(project, "clone", "--quiet", "--bare", str(project), str(origin))
    git(project, "remote", "add", "origin", str(origin))
    git(project, "fetch", "--quiet", "origin")
    git(project, "branch", "--quiet", "--set-upstream-to", "origin/main")
    page = (ROOT / "docs/releasing.md").read_text(encoding="utf-8")
    commands = re.findall(r"^ +\$ (.*)$", page, re.MULTILINE)
    assert {shlex.split(command)[0] for command in commands} == {"python", "git", "pipx", "docker"}
    for command in commands:
        match shlex.split(command):
            case ["python", *words]:
                subprocess.run([sys.executable, *words], cwd=project, check=True)
            case ["git", "diff"]:
                assert f"+## [{TAG.removeprefix('v')}] - " in git(project, "diff")
            case ["git", *words]:
                git(project, *words)
            case _:
                continue
    assert git(origin, "tag").split() == [TAG]
    git(project, "switch", "--quiet", "--detach", TAG)
    assert script(project, "--notes", TAG).returncode == 0


def test_the_page_on_pypi_leads_to_the_files_of_this_version() -> None:
    command = [sys.executable, "-m", "hatchling", "metadata", "readme"]
    page = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", page)
    assert len(links) == len(re.findall(r"\]\(", readme))
    assert [link for link in links if not link.startswith("https://")] == []
    revision = "main" if ".dev" in __version__ else f"v{__version__}"
    home = re.escape("https://github.com/compactctl/compactctl")
    named = re.findall(rf"{home}/(blob|raw)/{re.escape(revision)}/([^#)\s]+)", page)
    assert len(named) > 10
    assert [path for _, path in named if not (ROOT / path).exists()] == []
    assert {path for kind, path in named if kind == "raw"} == set(re.findall(r"!\[[^]]*\]\((.*?)\)", readme))
