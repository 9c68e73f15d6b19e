"""Do the tests notice? One fault at a time is put into a copy of the source, and the tests beside it have to fail.

`python -m tests.mutations` tries the faults that are kept in `faults.txt`, all of which have to be noticed.
`python -m tests.mutations --each N [--seed SEED] [FLOOR …]` tries N others of each floor, drawn by the seed. Both print
those that no test noticed; with `--keep` those that were are added to the kept ones. A fault is one operator, word or
number exchanged; which there are follows from the source alone, so the same tree and seed give the same faults. No test
itself: a run takes minutes.
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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
KEPT: Final = Path(__file__).with_name("faults.txt")
TESTS: Final = {
    "files": ("tests/files", "tests/rules", "tests/hostile/test_yaml_test_suite.py", "tests/commands/test_validate.py"),
    "rules": ("tests/rules", "tests/commands/test_validate.py", "tests/formats/findings"),
    "coverage": (
        *("tests/coverage", "tests/formats/coverage"),
        *("tests/commands/test_report.py", "tests/commands/test_report_edges.py"),
    ),
    "changes": ("tests/changes", "tests/formats/changes", "tests/commands/test_diff.py"),
    "workspace": ("tests/workspace", "tests/changes", "tests/rules", "tests/commands/test_validate_since.py"),
    "drafts": ("tests/drafts", *(f"tests/commands/test_{name}.py" for name in ("new", "renew", "sign"))),
}
"""The floors whose work is tried, and the tests that are to notice."""

_EXCHANGED: Final = (
    {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "+": "-", "-": "+"}
    | {"and": "or", "or": "and", "not": "", "min": "max", "max": "min", "any": "all", "all": "any"}
    | {"True": "False", "False": "True", "continue": "break", "break": "continue", "0": "1", "1": "2"}
)
_SETTINGS: Final = ("@", "from ", "import ")
"""How lines begin whose words change no result."""
_KEPT: Final = re.compile(r"(\S+): (.*)⟦(.*) → (.*)⟧(.*)")
_SECONDS: Final = 180
_COPIED: Final = ("src", "tests", "data", "schemas", "benchmarks", "pyproject.toml")


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
        return self.file.partition("/")[0]

    @property
    def path(self) -> Path:
        return Path("src/compactctl", self.file)

    def put_into(self, text: str) -> str:
        """Return the file's text with the fault in it; raises ValueError where the line is not there, or twice."""
        lines = text.splitlines()
        [index] = (index for index, line in enumerate(lines) if line.strip() == self.before + self.old + self.after)
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
    for path in sorted((ROOT / "src/compactctl" / floor).rglob("*.py")):
        codes = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        with path.open("rb") as file:
            for token in tokenize.tokenize(file.readline):
                line, (_, start), (_, end) = token.line, token.start, token.end
                code = line.strip()
                is_setting = code.startswith(_SETTINGS) or "strict=" in code or "TypeVar(" in code
                if token.type in {tokenize.STRING, tokenize.COMMENT} or token.string not in _EXCHANGED or is_setting:
                    continue
                if codes.count(code) == 1:
                    name = path.relative_to(ROOT / "src/compactctl").as_posix()
                    yield Fault(
                        name, line[:start].lstrip(), token.string, _EXCHANGED[token.string], line[end:].rstrip()
                    )


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
    command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests]
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
        for part in _COPIED:
            source, copy = ROOT / part, Path(name, part)
            if source.is_dir():
                shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
            else:
                shutil.copyfile(source, copy)
        yield Path(name)


def main() -> int:
    """Try the faults, and print what no test noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("floors", nargs="*", help=f"of {', '.join(TESTS)}; all of them when none is named")
    parser.add_argument("--each", type=int, help="try so many faults of each floor that are not kept yet")
    parser.add_argument("--seed", default="1", help="what draws them; '1' when none is given")
    parser.add_argument("--keep", action="store_true", help="add those that were noticed to the kept ones")
    wishes = parser.parse_args()
    floors = wishes.floors or [*TESTS]
    if wishes.each:
        tried = [fault for floor in floors for fault in drawn(floor, wishes.each, wishes.seed)]
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
            elif wishes.keep and fault not in kept():
                KEPT.write_text("".join(f"{one}\n" for one in sorted(map(str, (*kept(), fault)))), encoding="utf-8")
    sys.stdout.write(f"{len(tried)} faults tried, {survivors} not noticed\n")
    return int(bool(survivors))


if __name__ == "__main__":
    sys.exit(main())
