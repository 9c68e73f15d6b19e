"""Do the tests notice? One fault at a time is put into a copy of the source, and the tests beside it have to fail.

`python -m tests.mutations [--each N] [FLOOR …]` tries N faults of each floor, spread over its files, and prints those
that no test noticed. A fault is one operator, word or number exchanged; which there are follows from the source alone,
so the same tree gives the same list. No test itself: a run takes minutes.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
TESTS: Final = {
    "files": ("tests/files", "tests/rules", "tests/hostile/test_yaml_test_suite.py", "tests/commands/test_validate.py"),
    "rules": ("tests/rules", "tests/commands/test_validate.py", "tests/commands/test_validate_formats.py"),
    "coverage": ("tests/coverage", "tests/formats/coverage", "tests/commands/test_report.py"),
    "changes": ("tests/changes", "tests/formats/changes", "tests/commands/test_diff.py"),
    "drafts": ("tests/drafts", "tests/commands/test_new.py", "tests/commands/test_renew.py"),
}
"""The floors whose work is tried, and the tests that are to notice."""

_EXCHANGED: Final = (
    {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "+": "-", "-": "+"}
    | {"and": "or", "or": "and", "not": "", "min": "max", "max": "min", "any": "all", "all": "any"}
    | {"True": "False", "False": "True", "continue": "break", "break": "continue", "0": "1", "1": "2"}
)
_SETTINGS: Final = ("@", "from ", "import ")
"""How lines begin whose words change no result."""
_SECONDS: Final = 180
_COPIED: Final = ("src", "tests", "data", "schemas", "benchmarks", "pyproject.toml")


@dataclass(frozen=True)
class Fault:
    """One token of a file exchanged."""

    file: str
    line: int
    column: int
    old: str
    new: str
    code: str

    def put_into(self, text: str) -> str:
        """Return the file's text with the fault in it."""
        lines = text.splitlines(keepends=True)
        line = lines[self.line - 1]
        lines[self.line - 1] = line[: self.column] + self.new + line[self.column + len(self.old) :]
        return "".join(lines)


def faults(floor: str) -> Iterator[Fault]:
    """Yield every fault that can be put into a floor."""
    for path in sorted((ROOT / "src/compactctl" / floor).rglob("*.py")):
        with path.open("rb") as file:
            for token in tokenize.tokenize(file.readline):
                code = token.line.strip()
                is_setting = code.startswith(_SETTINGS) or "strict=" in code
                if token.type in {tokenize.STRING, tokenize.COMMENT} or token.string not in _EXCHANGED or is_setting:
                    continue
                name = path.relative_to(ROOT).as_posix()
                yield Fault(name, *token.start, token.string, _EXCHANGED[token.string], code)


def spread(found: Sequence[Fault], count: int) -> list[Fault]:
    """Return so many of the faults, evenly spread."""
    return [found[index * len(found) // count] for index in range(min(count, len(found)))]


def is_noticed(copy: Path, fault: Fault, tests: Sequence[str]) -> bool:
    """Put a fault into the copy, run the tests there, and take it out again."""
    path = copy / fault.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(fault.put_into(whole), encoding="utf-8")
    try:
        return _fails(copy, tests)
    finally:
        path.write_text(whole, encoding="utf-8")


def _fails(copy: Path, tests: Sequence[str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests]
    more = {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            command, cwd=copy, env={**os.environ, **more}, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True  # a fault that never ends is noticed
    return run.returncode != 0


def main() -> int:
    """Try the faults, and print what no test noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("floors", nargs="*", help=f"of {', '.join(TESTS)}; all of them when none is named")
    parser.add_argument("--each", type=int, default=12, help="faults tried of each floor")
    wishes = parser.parse_args()
    tried, survivors = 0, 0
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in _COPIED:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
            elif source.exists():
                shutil.copyfile(source, copy / part)
        for floor in wishes.floors or TESTS:
            if _fails(copy, TESTS[floor]):
                sys.exit(f"the tests of '{floor}' fail as it is")
            for fault in spread([*faults(floor)], wishes.each):
                tried += 1
                if not is_noticed(copy, fault, TESTS[floor]):
                    survivors += 1
                    place = f"{fault.file}:{fault.line}:{fault.column + 1}"
                    sys.stdout.write(f"{place}: '{fault.old}' -> '{fault.new}' in: {fault.code}\n")
                    sys.stdout.flush()
    sys.stdout.write(f"{tried} faults tried, {survivors} not noticed\n")
    return int(bool(survivors))


if __name__ == "__main__":
    sys.exit(main())
