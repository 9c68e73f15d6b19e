"""Files to begin with: the record, the rules' samples, the inputs of the yaml-test-suite; and words worth trying."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from compactctl.rules.names import page_of, rule_names
from compactctl.rules.samples import plain
from fuzz.memory import NAMES

_ROOT: Final = Path(__file__).parents[1]
_WORDS: Final = (
    *(
        "- ",
        ": ",
        "? ",
        "| \n",
        ">-\n",
        "&a",
        "*a",
        "!!str",
        "<<: ",
        "%YAML 1.1\n",
        "---\n",
        "...\n",
        "\r\n",
        "\r",
        "\t",
    ),
    *("{", "}", "[", "]", "#", "'", '"', "\\u202e", "\\x1b", "~", "null", "2003/04", "2003-07-23", "TODO", "\n  "),
    *("authority: ", "editions:\n", "year: ", "priorities:\n", "area: ", "term: short", "why: ", "contributions:\n"),
    *(
        "signatures:\n",
        "party: ",
        "role: ",
        "date: ",
        "asks:\n",
        "title: ",
        "groups:\n",
        "areas:\n",
        "letter: ",
        "id: ",
    ),
    *("levels:\n", "exemptions:\n", "rule: ", "until: ", "reason: ", "open_to:\n", "named_locally: true", "retired:\n"),
    *("::error::", "##[group]", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\u0085", "\u2028", "\ud7ff"),
)


def write(target: str, folder: Path) -> None:
    """Write a target's seeds, each a file of its own."""
    for number, seed in enumerate(_texts()):
        if target in ("reading", "checking"):
            for first in range(len(NAMES)):
                (folder / f"{number}-{first}").write_bytes(bytes([first]) + seed)
        elif target == "showing":
            head = b"\x80\x05\x09\x03" + bytes([number % 8])
            (folder / str(number)).write_bytes(b"\xff".join([head, *seed.split(b"\n")[:8]]))
        else:
            (folder / str(number)).write_bytes(seed)


def write_words(file: Path) -> None:
    """Write the words as a dictionary of libFuzzer's."""
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in _WORDS)
    file.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")


def _texts() -> Iterator[bytes]:
    for path in sorted((_ROOT / "data").rglob("*.yaml"))[:4]:
        yield path.read_bytes()[:3000]
    for rule in rule_names():
        yield from (
            plain(text).encode("utf-8", "surrogateescape") for text in page_of(rule).breaks.files.values() if text
        )
    inputs = _ROOT / "tests/hostile/yaml-test-suite/inputs.jsonl"
    yield from (json.loads(line)["yaml"].encode() for line in inputs.read_text("utf-8").splitlines())
