"""Do the tests notice? One fault at a time is put into a copy of the source, and the tests beside it have to fail.

`python -m tests.mutations` tries the faults that are kept in `faults.txt`, all of which have to be noticed.
`python -m tests.mutations --each N [--seed SEED] [FLOOR …]` tries N others of each floor, drawn by the seed. Both print
those that no test noticed; with `--keep` those that were are added to the kept ones. `--mend` tries none: it takes the
kept faults along to where their lines stand now, and drops and prints those whose lines are gone. A fault is one
operator, word or number exchanged; which there are follows from the source alone, so the same tree and seed give the
same faults. No test itself: a run takes minutes.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src/compactctl"
KEPT: Final = Path(__file__).with_name("faults.txt")
TESTS: Final = {
    "files": (
        *("tests/files", "tests/slips", "tests/rules", "tests/hostile/test_yaml_test_suite.py"),
        "tests/commands/test_validate.py",
    ),
    "files/editing.py": tuple(f"tests/files/test_{name}.py" for name in ("editing", "editing_any", "inserting")),
    "files/layout.py": tuple(f"tests/files/test_{name}.py" for name in ("inserting", "editing", "editing_any")),
    "documents": (
        *("tests/documents", "tests/rules", "tests/drafts", "tests/formats/findings", "tests/coverage"),
        "tests/formats/coverage/test_golden.py",
    ),
    "rules": ("tests/rules", "tests/commands/test_validate.py", "tests/formats/findings"),
    "coverage": (
        *("tests/coverage", "tests/formats/coverage"),
        *("tests/commands/test_report.py", "tests/commands/test_report_edges.py"),
    ),
    "changes": ("tests/changes", "tests/formats/changes", "tests/commands/test_diff.py"),
    "workspace": (
        *("tests/workspace", "tests/rules", "tests/changes", "tests/commands/test_misplaced.py"),
        *("tests/commands/test_validate_since.py", "tests/commands/test_git.py"),
    ),
    "drafts": ("tests/drafts", *(f"tests/commands/test_{name}.py" for name in ("new", "renew", "sign"))),
    "forms": (
        *("tests/forms/test_reading.py", "tests/forms/test_record.py", "tests/forms/test_taking_in.py"),
        *("tests/forms/test_objections.py", "tests/forms/test_not_as_it_reads.py", "tests/forms/test_form.py"),
        *("tests/forms/test_any_bytes.py", "tests/forms/test_round_trip.py", "tests/forms/test_bookmarks.py"),
    ),
    "word": (
        *("tests/word", "tests/formats/readable/test_docx.py", "tests/forms/test_form.py"),
        *("tests/forms/test_reading.py", "tests/hostile/test_word_files.py"),
    ),
    "formats": (
        *("tests/formats/findings", "tests/formats/changes", "tests/formats/readable", "tests/formats/test_safe.py"),
        *("tests/formats/test_strict_json.py", "tests/formats/test_patch.py", "tests/formats/test_link_targets.py"),
        "tests/formats/repairs",
    ),
    "formats/coverage": tuple(
        f"tests/formats/coverage/test_{name}.py"
        for name in ("headline", "year", "tile_map", "golden", "authority", "xlsx")
    ),
    "formats/readable": ("tests/formats/readable", "tests/formats/changes/test_golden.py"),
    "formats/site": ("tests/commands/test_site.py",),
    "cli": tuple(
        f"tests/commands/test_{name}.py"
        for name in ("help", "plain", "settings", "validate_formats", "paths", "completion", "shells")
    ),
    "words.py": ("tests/test_words.py", "tests/rules", "tests/documents/test_violations.py", "tests/coverage"),
}
"""The floors whose work is tried, and the tests that are to notice; a file beside the floors is one of its own.

What is named within a floor, a package or a file, has tests of its own, and is none of that floor here.
"""

_EXCHANGED: Final = (
    {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "+": "-", "-": "+"}
    | {"and": "or", "or": "and", "not": "", "min": "max", "max": "min", "any": "all", "all": "any"}
    | {"True": "False", "False": "True", "continue": "break", "break": "continue", "0": "1", "1": "2"}
)
_SETTINGS: Final = ("@", "from ", "import ")
"""How lines begin whose words change no result."""
_KEPT: Final = re.compile(r"(\S+): (.*)⟦(.*) → (.*)⟧(.*)")
_SECONDS: Final = 300
_NOT_COPIED: Final = (".git", ".venv", ".hypothesis", ".*_cache", "__pycache__", "node_modules", "build", "dist")


@dataclass(frozen=True)
class Fault:
    """One token of a line of a file exchanged; by its line and not by its number, which other changes move."""

    file: str
    before: str
    old: str
    new: str
    after: str

    def __str__(self) -> str:
        """The fault as it is printed and kept."""
        return f"{self.file}: {self.before}⟦{self.old} → {self.new}⟧{self.after}"

    @property
    def floor(self) -> str:
        return _floor_of(self.file)

    @property
    def line(self) -> str:
        return self.before + self.old + self.after

    @property
    def path(self) -> Path:
        return Path("src/compactctl", self.file)

    def put_into(self, text: str) -> str:
        """Return the file's text with the fault in it; raises ValueError where the line is not there, or twice."""
        lines = text.splitlines()
        [index] = (index for index, line in enumerate(lines) if line.strip() == self.line)
        indent = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
        lines[index] = indent + self.before + self.new + self.after
        return "".join(f"{line}\n" for line in lines)


def kept() -> list[Fault]:
    """Return the faults that the tests must notice."""
    matches = (_KEPT.fullmatch(line) for line in KEPT.read_text(encoding="utf-8").splitlines())
    return [Fault(*match.groups()) for match in matches if match]


def drawn(floor: str, count: int, seed: str) -> list[Fault]:
    """Return so many of a floor's faults, drawn by the seed."""
    every = sorted(set(faults(floor)).difference(kept()), key=str)
    return random.Random(f"{floor} {seed}").sample(every, min(count, len(every)))  # noqa: S311 - the same on every run


def faults(floor: str) -> Iterator[Fault]:
    """Yield every fault that can be put into a floor, but those of lines that stand twice in a file."""
    for path in _modules(floor):
        codes = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        with path.open("rb") as file:
            for token in tokenize.tokenize(file.readline):
                line, (_, start), (_, end) = token.line, token.start, token.end
                code = line.strip()
                is_setting = code.startswith(_SETTINGS) or "strict=" in code or "TypeVar(" in code
                if token.type in {tokenize.STRING, tokenize.COMMENT} or token.string not in _EXCHANGED or is_setting:
                    continue
                if codes.count(code) == 1:
                    name = path.relative_to(SOURCE).as_posix()
                    yield Fault(
                        name, line[:start].lstrip(), token.string, _EXCHANGED[token.string], line[end:].rstrip()
                    )


def _modules(floor: str) -> list[Path]:
    place = SOURCE / floor
    paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
    return [path for path in paths if _floor_of(path.relative_to(SOURCE).as_posix()) == floor]


def _floor_of(file: str) -> str:
    """Return which of the floors a file is of: the one named most closely."""
    return max((floor for floor in TESTS if f"{file}/".startswith(f"{floor}/")), key=len)


def mended(fault: Fault) -> Fault | None:
    """Return a fault as it can be put in now: in its file, or in the one other that has its line; or nothing."""
    own = [SOURCE / fault.file] if (SOURCE / fault.file).is_file() else []
    for paths in (own, sorted(SOURCE.rglob("*.py"))):
        places = [
            path
            for path in paths
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip() == fault.line
        ]
        if len(places) == 1:
            return replace(fault, file=places[0].relative_to(SOURCE).as_posix())
    return None


def keep(faults: Iterable[Fault]) -> None:
    """Write the list of the kept faults."""
    KEPT.write_text("".join(f"{line}\n" for line in sorted(set(map(str, faults)))), encoding="utf-8")


def is_noticed(copy: Path, fault: Fault) -> bool:
    """Put a fault into the copy, run the tests there, and take it out again."""
    path = copy / fault.path
    whole = path.read_text(encoding="utf-8")
    path.write_text(fault.put_into(whole), encoding="utf-8")
    try:
        return _fails(copy, TESTS[fault.floor])
    finally:
        path.write_text(whole, encoding="utf-8")


def _fails(copy: Path, tests: Sequence[str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", "--hypothesis-profile", "quick", *tests]
    more = {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            command, cwd=copy, env={**os.environ, **more}, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True  # a fault that never ends is noticed
    return run.returncode != 0


@contextmanager
def _copied() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(shutil.copytree(ROOT, Path(name, "copy"), ignore=shutil.ignore_patterns(*_NOT_COPIED)))


def main() -> int:
    """Try the faults, and print what no test noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("floors", nargs="*", help=f"of {', '.join(TESTS)}; all of them when none is named")
    parser.add_argument("--each", type=int, help="try so many faults of each floor that are not kept yet")
    parser.add_argument("--seed", default="1", help="what draws them; '1' when none is given")
    parser.add_argument("--keep", action="store_true", help="add those that were noticed to the kept ones")
    parser.add_argument("--mend", action="store_true", help="take the kept ones along to where their lines stand now")
    options = parser.parse_args()
    if options.mend:
        return mend()
    floors = options.floors or [*TESTS]
    if options.each:
        tried = [fault for floor in floors for fault in drawn(floor, options.each, options.seed)]
    else:
        tried = [fault for fault in kept() if fault.floor in floors]
    survivors = 0
    with _copied() as copy:
        for floor in floors:
            if _fails(copy, TESTS[floor]):
                sys.exit(f"the tests of '{floor}' fail as it is")
        for fault in tried:
            if not is_noticed(copy, fault):
                survivors += 1
                sys.stdout.write(f"{fault}\n")
                sys.stdout.flush()
            elif options.keep:
                keep((*kept(), fault))
    sys.stdout.write(f"{len(tried)} faults tried, {survivors} not noticed\n")
    return int(bool(survivors))


def mend() -> int:
    """Write the kept faults anew as they can be put in now, and print those that cannot."""
    now = {fault: mended(fault) for fault in kept()}
    gone = [fault for fault, new in now.items() if new is None]
    keep(fault for fault in now.values() if fault is not None)
    sys.stdout.write(
        "".join(f"{fault}\n" for fault in gone) + f"{len(now) - len(gone)} faults kept, {len(gone)} gone\n"
    )
    return int(bool(gone))


if __name__ == "__main__":
    sys.exit(main())
