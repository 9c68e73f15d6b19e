"""The commands that are measured, as data: what is started, and in which corpus."""

import sys
from dataclasses import dataclass
from pathlib import Path

COMPACTCTL = str(Path(sys.executable).with_name("compactctl"))
STRAIGHT = str(Path(__file__).with_name("straight.py"))


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, the corpus whose folder it runs in, what it finds in its environment, and its right exit code."""

    words: tuple[str, ...]
    corpus: str = "national"
    environment: tuple[tuple[str, str], ...] = ()
    code: int = 0

    @property
    def is_ours(self) -> bool:
        return self.words[0] == COMPACTCTL

    def with_words(self, *words: str) -> "Command":
        """Give the same command with more words at its end."""
        return Command((*self.words, *words), self.corpus, self.environment, self.code)


def ours(*words: str, corpus: str = "national", code: int = 0) -> Command:
    """Give a command of compactctl."""
    return Command((COMPACTCTL, *words), corpus, code=code)


def straight(*words: str, corpus: str = "national", code: int = 0) -> Command:
    """Give a command of the straightforward script."""
    return Command((sys.executable, STRAIGHT, *words), corpus, code=code)


def completion(line: str) -> Command:
    """Give the command that bash starts when somebody presses TAB at the end of the line."""
    environment = {"_COMPACTCTL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    return Command((COMPACTCTL,), environment=tuple(environment.items()))


def check_jsonschema() -> Command:
    """Give the command that holds every compact to its JSON Schema, and looks at nothing between files."""
    schema = Path(__file__).parents[1] / "schemas" / "compact.json"
    line = 'exec "$0" --quiet --schemafile "$1" data/compacts/*.yaml'
    return Command(("sh", "-c", line, _beside("check-jsonschema"), str(schema)))


def yamllint() -> Command:
    """Give the command that looks at the layout of every file."""
    return Command((_beside("yamllint"), "-d", "relaxed", "data"))


def _beside(program: str) -> str:
    return str(Path(sys.executable).with_name(program))


BARE = Command((sys.executable, "-c", "pass"))
