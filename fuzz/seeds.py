"""Files to begin with: the record, the rules' samples, the inputs of the yaml-test-suite; and words worth trying."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.forms.building import unpacked
from tests.slips.cases import SLIPS
from tests.slips.forms import FORMS

from compactctl.rules.names import page_of, rule_names
from compactctl.rules.samples import plain
from compactctl.workspace.registers import BUILT_IN
from fuzz.forms import PARTS, WHOLE, small_form
from fuzz.memory import COMPACT, NAMES

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
    *("<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:sdt>", "<w:sdtPr>", "<w:tag w:val='", "ask/1/text", "PK\x01\x02", "</"),
    *("::error::", "##[group]", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\u0085", "\u2028", "\ud7ff"),
)


_WORDML: Final = (
    "<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>",
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t><w:br/><w:sym w:font='Symbol' w:char='F0B7'/></w:r></w:p>",
    "<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict><w:drawing/></w:r></w:p>",
    "<w:p><mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent><m:oMath/></w:p>",
    "<w:p><w:bookmarkStart w:id='1' w:name='ask_1_text'/><w:r><w:tab/></w:r><w:bookmarkEnd w:id='1'/></w:p>",
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r></w:p>",
)
"""What a seed of a form's body has beside its boxes."""

_LISTED: Final = (
    b"",
    b"100644 blob x\tstatement.yaml\0",
    b"040000 tree x\tcompacts\0",
    b"120000 blob x\tannex\0",
    b"160000 commit x\tconfig.yaml\0",
    b"100644 blob statement.yaml\tcompacts/norfolk.yaml\0",
    b"100644 blob x\tannex/2004-05.yaml\000100644 blob x\tstatement.yml\0",
)
"""What git lists beside the small workspace."""


def write(target: str, folder: Path) -> None:
    """Write a target's seeds, each a file of its own."""
    own = {"register": _registers, "settings": _settings, "forms": _forms, "site": _files}.get(target, tuple)
    others = _texts() if target not in ("forms", "site") else ()
    if target == "repairing":
        for number, seed in enumerate(_slips()):
            (folder / f"slip-{number}").write_bytes(seed)
    for number, seed in enumerate((*own(), *others)):
        if target in ("reading", "repairing", "checking"):
            for first in range(len(NAMES)):
                (folder / f"{number}-{first}").write_bytes(bytes([first]) + seed)
        elif target == "revisions":
            for first in range(len(NAMES)):
                (folder / f"{number}-{first}").write_bytes(
                    bytes([first]) + _LISTED[number % len(_LISTED)] + b"\xff" + seed
                )
        elif target == "showing":
            head = b"\x80\x05\x09\x03" + bytes([number % 8])
            (folder / str(number)).write_bytes(b"\xff".join([head, *seed.split(b"\n")[:8]]))
        else:
            (folder / str(number)).write_bytes(seed)


def write_words(file: Path) -> None:
    """Write the words as a dictionary of libFuzzer's."""
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in _WORDS)
    file.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")


def _registers() -> Iterator[bytes]:
    header, *rows = BUILT_IN.read_bytes().splitlines(keepends=True)
    yield header
    yield from (header + b"".join(rows[first : first + 4]) for first in range(0, len(rows), 40))
    yield from _samples("authorities.csv")


def _settings() -> Iterator[bytes]:
    yield from _samples("config.yaml")
    for rule in rule_names():
        yield f"levels:\n  {rule}: off\n".encode()
        yield (
            f"exemptions:\n  - rule: {rule}\n    file: compacts/hampshire.yaml\n    year: 2003/04\n"
            "    until: 2005-03-31\n    reason: x\n"
        ).encode()


def _forms() -> Iterator[bytes]:
    """Yield a small form, behind the byte that names the whole file, and its parts, each behind its own."""
    whole = small_form()
    yield bytes([WHOLE]) + whole
    parts = unpacked(whole)
    yield from (bytes([number]) + parts[name] for number, name in enumerate(PARTS))
    begin, _, end = parts[PARTS[0]].rpartition(b"</w:body>")
    yield from (bytes([0]) + begin + piece.encode() + b"</w:body>" + end for piece in _WORDML)


def _files() -> Iterator[bytes]:
    """Yield the files of the small workspace as the rules' samples have them, each behind the byte that names it."""
    for number, name in enumerate(NAMES):
        yield from (bytes([number]) + text for text in dict.fromkeys(_samples(name)))


def _slips() -> Iterator[bytes]:
    """Yield the forms of tests/slips with a slip in each, behind the byte that names the kind of document."""
    for slip in SLIPS:
        form = FORMS[slip.form]
        kind = NAMES.index(form.name) if form.name in NAMES else NAMES.index(COMPACT)
        lines = form.text.split("\n")
        text = "\n".join((*lines[: slip.line], *slip.typed, *lines[slip.end :]))
        yield bytes([kind]) + text.encode(slip.encoding, "surrogateescape")


def _samples(name: str) -> Iterator[bytes]:
    for rule in rule_names():
        for sample in (page_of(rule).breaks, page_of(rule).keeps):
            if text := sample.files.get(name):
                yield plain(text).encode("utf-8", "surrogateescape")


def _texts() -> Iterator[bytes]:
    for path in sorted((_ROOT / "data").rglob("*.yaml"))[:4]:
        yield path.read_bytes()[:3000]
    for rule in rule_names():
        yield from (
            plain(text).encode("utf-8", "surrogateescape") for text in page_of(rule).breaks.files.values() if text
        )
    inputs = _ROOT / "tests/hostile/yaml-test-suite/inputs.jsonl"
    yield from (json.loads(line)["yaml"].encode() for line in inputs.read_text("utf-8").splitlines())
