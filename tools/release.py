"""Makes a release ready, and tells whether one is: docs/releasing.md says when.

`python tools/release.py 0.1.0` writes that version wherever one stands, and the day of the release into the change log;
`0.2.0.dev0` begins the way to the next. `python tools/release.py --notes v0.1.0` prints what the change log says of the
release of that tag, or says what does not agree with it. Needs nothing but Python: a workflow runs it first of all.
"""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
HOME: Final = "https://github.com/compactctl/compactctl"
LOG: Final = "CHANGELOG.md"
MODULE: Final = "src/compactctl/__init__.py"
TAGGED: Final = ("docs/ci.md", "ci/gitlab.yml")
"""What names the newest release by its tag, in examples and as what is taken where nobody says otherwise."""

_VERSION: Final = re.compile(r"\d+\.\d+\.\d+(\.dev0)?", re.ASCII)
_TAG: Final = re.compile(r"\bv\d+\.\d+\.\d+\b", re.ASCII)
_UNRELEASED: Final = "## [Unreleased]\n"
_BROKEN_LINE: Final = re.compile(r"(?<=\S)\n[ ]*(?=[^\s#-])")
"""An end of a line within a paragraph or an entry: on a release's page GitHub breaks the line there."""
_LINK: Final = re.compile(r"\]\((?![a-z]+:)")
"""A link to a file of the project, which leads nowhere from there."""


def write(version: str) -> None:
    """Write a version wherever one stands."""
    if not _VERSION.fullmatch(version):
        sys.exit(f"{version!r} is no version: write it like 0.1.0, or 0.2.0.dev0 on the way to it")
    if version.endswith(".dev0"):
        _begin_section()
    else:
        _close_section(version)
        for name in TAGGED:
            _replace(name, _TAG.pattern, f"v{version}")
    _replace(MODULE, r'(?m)^__version__ = ".*"$', f'__version__ = "{version}"')
    _replace("CITATION.cff", r"(?m)^version: .*$", f"version: {version}")


def notes(tag: str) -> str:
    """Return what the change log says of a release, a line a paragraph; leave with what does not agree with the tag."""
    version = tag.removeprefix("v")
    if not _TAG.fullmatch(tag):
        sys.exit(f"{tag!r} is the tag of no release: those are like v0.1.0")
    [has] = re.findall(r'(?m)^__version__ = "(.*)"$', _read(MODULE))
    if has != version:
        sys.exit(f"the tag is {tag}, and {MODULE} says {has}")
    section = re.search(
        rf"(?ms)^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d\n(.*?)(?=^## \[|^\[[^\]]+\]: |\Z)", _read(LOG)
    )
    if section is None or not section[1].strip():
        sys.exit(f"{LOG} says nothing of {version}: it wants a section '## [{version}] - YYYY-MM-DD'")
    text = _BROKEN_LINE.sub(" ", section[1].strip())
    return _LINK.sub(f"]({HOME}/blob/{tag}/", text) + "\n"


def _close_section(version: str) -> None:
    text = _read(LOG)
    if _UNRELEASED not in text:
        sys.exit(f"{LOG} has no section 'Unreleased' that could become {version}")
    day = datetime.now(tz=UTC).date().isoformat()
    text = text.replace(_UNRELEASED, f"## [{version}] - {day}\n", 1)
    _write(LOG, re.sub(r"(?m)^\[Unreleased\]: .*$", f"[{version}]: {HOME}/releases/tag/v{version}", text))


def _begin_section() -> None:
    text = _read(LOG)
    newest = re.search(r"(?m)^## \[(.*?)\]", text)
    if newest is None or newest[1] == "Unreleased":
        return
    text = f"{text[: newest.start()]}{_UNRELEASED}\n{text[newest.start() :]}"
    link = f"[Unreleased]: {HOME}/compare/v{newest[1]}...main\n"
    _write(LOG, re.sub(rf"(?m)^(?=\[{re.escape(newest[1])}\]: )", link, text, count=1))


def _replace(name: str, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, _read(name))
    if not count:
        sys.exit(f"{name} has no place for a version")
    _write(name, text)


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _write(name: str, text: str) -> None:
    (ROOT / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--notes", given]:
            sys.stdout.write(notes(given))
        case [given] if not given.startswith("-"):
            write(given)
        case _:
            sys.exit("usage: python tools/release.py VERSION, or python tools/release.py --notes TAG")
