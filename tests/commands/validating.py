"""Small workspaces that break one sentence of the format or the rules, or keep it, and where the findings land."""

import json
from pathlib import Path
from typing import Any, Final

from tests.running import run

from compactctl.files.data_folder import STATEMENT
from compactctl.files.limits import MAXIMUM_BYTES, MAXIMUM_NODES
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX

CONFIG, REGISTER = "config.yaml", "authorities.csv"
COLUMNS: Final = "code,slug,name,ons_code,region,type,valid_from,valid_to,successors\n"
FINDINGS: Final = BASE[COMPACT].replace("short", "soon").replace("Results", "TODO")
"""A compact with an error (wrong-value, 6:15) and a warning (unfinished, 7:14)."""

AS_OF: Final = ("--as-of", "2004-01-15")

Files = dict[str, str | bytes | None]


def workspace(folder: Path, files: Files | None = None) -> Path:
    """Write the common workspace with some files replaced, added or (None) taken away."""
    for name, text in {**BASE, **(files or {})}.items():
        if text is not None:
            path = folder / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def changed(name: str, *pairs: tuple[str, str]) -> Files:
    """Return a file of the common workspace in which pieces are replaced."""
    text = BASE[name]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return {name: text}


def findings_in(folder: Path, *options: str) -> list[dict[str, Any]]:
    """Return what the command finds, as JSON has it."""
    result = run(folder, "validate", "--format", "json", *AS_OF, *options)
    assert result.stderr == ""
    findings: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    assert result.returncode == any(item["level"] == "error" for item in findings)
    return findings


def places(folder: Path, *options: str) -> list[str]:
    """Return 'rule file:line:column' of each finding."""
    return [
        f"{item['rule']} {item['file'].removeprefix('data/')}"
        + (f":{item['line']}:{item['column']}" if "line" in item else "")
        for item in findings_in(folder, *options)
    ]


PRIORITIES: Final = "    priorities:\n" + BASE[COMPACT].partition("priorities:\n")[2]
TWO_SIGNATURES: Final = (
    "    priorities:\n",
    "    signatures:\n"
    + "".join(f"      - {{party: {party}, role: r, date: 2003-12-01}}\n" for party in ("authority", "department"))
    + "    priorities:\n",
)
SECOND_ANNEX: Final = (
    "year: 2004/05\ntitle: Agenda\ngroups:\n  - id: all-areas\n    title: All areas\n    areas:\n"
    + "".join(
        f"      - {{letter: {letter}, id: {key}, title: T, summary: S}}\n"
        for letter, key in (("a", "challenging-targets"), ("b", "london-challenge"), ("c", "local-issues"))
    )
)

CASES: Final[dict[str, tuple[Files, list[str]]]] = {
    "nothing in the file": ({COMPACT: ""}, [f"yaml-syntax {COMPACT}:1:1"]),
    "nothing after the dashes": ({COMPACT: "---\n# later\n"}, [f"yaml-syntax {COMPACT}:1:1"]),
    "a second document": ({COMPACT: f"{BASE[COMPACT]}---\na: b\n"}, [f"yaml-syntax {COMPACT}:13:1"]),
    "an end of the document": ({COMPACT: f"{BASE[COMPACT]}...\n"}, []),
    "a byte order mark": ({COMPACT: f"\ufeff{BASE[COMPACT]}"}, []),
    "two byte order marks": ({COMPACT: f"\ufeff\ufeff{BASE[COMPACT]}"}, [f"hidden-character {COMPACT}:1:1"]),
    "line ends of Windows": (
        {COMPACT: FINDINGS.replace("\n", "\r\n")},
        [f"wrong-value {COMPACT}:6:15", f"unfinished {COMPACT}:7:14"],
    ),
    "line ends of old": (
        {COMPACT: FINDINGS.replace("\n", "\r")},
        [f"wrong-value {COMPACT}:6:15", f"unfinished {COMPACT}:7:14"],
    ),
    "a tab as indent": (
        {COMPACT: BASE[COMPACT].replace("    priorities", "\tpriorities")},
        [f"yaml-syntax {COMPACT}:4:1"],
    ),
    "bytes before hidden": ({COMPACT: "# \u200b\n".encode() + b"a: \xf6\n"}, [f"not-utf-8 {COMPACT}:2:4"]),
    "hidden in a comment": (
        {COMPACT: f"# a\u2028\x07\n{BASE[COMPACT]}"},
        [f"hidden-character {COMPACT}:1:4", f"hidden-character {COMPACT}:1:5"],
    ),
    "hidden as an escape": (
        changed(COMPACT, ("- Two", '- "\\u200b"\n            - Two')),
        [f"hidden-character {COMPACT}:10:15"],
    ),
    "of one font": (changed(COMPACT, ("- Two", "- \ue000 Two")), [f"hidden-character {COMPACT}:10:15"]),
    "of one font as an escape": (
        changed(COMPACT, ("- Two", '- "\\ue000"\n            - Two')),
        [f"hidden-character {COMPACT}:10:15"],
    ),
    "Word's own sign within a text": (
        changed(COMPACT, ("- Two", "- >-\n              Here:\n              \uf0b7 Two")),
        [f"hidden-character {COMPACT}:12:15"],
    ),
    "Word's own sign in a comment": (
        changed(COMPACT, ("- Two", "# \uf0b7\n            - Two")),
        [f"hidden-character {COMPACT}:10:15"],
    ),
    "the mark of a sign that could not be read": (
        changed(COMPACT, ("- Two", "- caf\ufffd")),
        [f"hidden-character {COMPACT}:10:18"],
    ),
    "as deep as it may be": ({COMPACT: "[" * 20 + "]" * 20}, [f"wrong-value {COMPACT}:1:1"]),
    "deeper": ({COMPACT: "[" * 21 + "]" * 21}, [f"yaml-limit {COMPACT}:1:21"]),
    "as many nodes as may be": ({COMPACT: f"[{'a,' * (MAXIMUM_NODES - 1)}]"}, [f"wrong-value {COMPACT}:1:1"]),
    "one node more": ({COMPACT: f"[{'a,' * MAXIMUM_NODES}]"}, [f"yaml-limit {COMPACT}:1:100000"]),
    "1 MiB": ({COMPACT: BASE[COMPACT] + "#" * (MAXIMUM_BYTES - len(BASE[COMPACT]))}, []),
    "a byte more": (
        {COMPACT: BASE[COMPACT] + "#" * (MAXIMUM_BYTES + 1 - len(BASE[COMPACT]))},
        [f"unreadable {COMPACT}"],
    ),
    "a key three times": (
        {COMPACT: "authority: a\n" * 3 + BASE[COMPACT]},
        [f"duplicate-key {COMPACT}:{line}:1" for line in (2, 3, 4)],
    ),
    "a merge of an alias": (
        changed(COMPACT, ("term: short", "<<: *x")),
        [f"yaml-feature {COMPACT}:6:9", f"yaml-feature {COMPACT}:6:13"],
    ),
    "a directive": ({COMPACT: f"%YAML 1.1\n---\n{BASE[COMPACT]}"}, [f"yaml-feature {COMPACT}:1:1"]),
    "blanks around texts": (
        {
            **changed(STATEMENT, ("party: department", 'party: " department "')),
            **changed(COMPACT, ("term: short", 'term: " short "')),
        },
        [],
    ),
    "too long a list": ({COMPACT: f"{BASE[COMPACT]}sources:\n" + "  - ~\n" * 1001}, [f"wrong-value {COMPACT}:13:1"]),
    "a list with nothing below": (
        changed(COMPACT, (PRIORITIES, "    priorities:\n      # later\n")),
        [f"no-priorities {COMPACT}:4:5"],
    ),
    "a list that is null": (changed(COMPACT, (PRIORITIES, "    priorities: ~\n")), [f"wrong-value {COMPACT}:4:17"]),
    "TODO on both sides": (
        changed(COMPACT, ("Two consultants", "TODO"), ("The pilot's materials", "TODO later")),
        [f"unfinished {COMPACT}:10:15", f"unfinished {COMPACT}:12:15"],
    ),
    "an area without its id": (
        changed(ANNEX, ("        id: ks2-literacy-numeracy\n", ""), ("[primary]", "[primry]")),
        [f"missing-key {ANNEX}:11:9", f"unknown-focus {ANNEX}:14:19"],
    ),
    "a focus of a statement whose focuses are broken": (
        changed(STATEMENT, ("focuses:", "focusses:")),
        [f"unknown-key {STATEMENT}:4:1"],
    ),
    "a focus of a statement in which the title of another is broken": (
        {
            **changed(STATEMENT, ("title: Primary education", "title: []")),
            **changed(ANNEX, ("[primary]", "[primry]")),
        },
        [f"unknown-focus {ANNEX}:15:19", f"wrong-value {STATEMENT}:6:12"],
    ),
    "two areas lost": ({NEXT_ANNEX: SECOND_ANNEX}, [f"lost-area {NEXT_ANNEX}:1:7"] * 2),
    "the last annex broken": ({NEXT_ANNEX: SECOND_ANNEX, ANNEX: "["}, [f"yaml-syntax {ANNEX}:1:2"]),
    "agreed before its annex": (
        {ANNEX: BASE[ANNEX].partition("signatures:")[0], **changed(COMPACT, TWO_SIGNATURES)},
        [f"agreed-without-annex {COMPACT}:6:44"],
    ),
    "agreed on a broken statement": (
        {STATEMENT: "[", **changed(COMPACT, TWO_SIGNATURES)},
        [f"yaml-syntax {STATEMENT}:1:2"],
    ),
    "a year without annex": (
        {
            COMPACT: f"{BASE[COMPACT]}  - year: 2005/06\n    review_by: 2003-12-01\n    priorities: []\n"
            "    signatures: [{party: association, role: r, date: 2009-01-01}]\n"
        },
        [
            f"no-annex {COMPACT}:13:11",
            f"review-overdue {COMPACT}:14:16",
            f"no-priorities {COMPACT}:15:5",
            f"wrong-party {COMPACT}:16:26",
        ],
    ),
    "an edition after a year without annex": (
        changed(COMPACT, ("editions:\n", "editions:\n  - year: 2005/06\n    priorities: []\n")),
        [f"no-annex {COMPACT}:3:11", f"no-priorities {COMPACT}:4:5", f"edition-order {COMPACT}:5:11"],
    ),
    "retired, and not there or not gone": (
        {
            NEXT_ANNEX: f"{SECOND_ANNEX}retired:\n"
            + "".join(
                f"  - {{id: {key}, why: W}}\n"
                for key in ("no-such-area", "challenging-targets", "ks2-literacy-numeracy", "early-education")
            )
        },
        [f"unknown-origin {NEXT_ANNEX}:11:10", f"unknown-origin {NEXT_ANNEX}:12:10"],
    ),
    "a region that only the own register has": (
        {
            REGISTER: f"{COLUMNS}850,hampshire,Hampshire,,isles,county,,,\n",
            **changed(ANNEX, ("[london]", "[london, isles]")),
        },
        [],
    ),
    "the annexes under a wrong name": (
        {ANNEX: None, f"Annex/{Path(ANNEX).name}": BASE[ANNEX]},
        ["misplaced-file Annex"],
    ),
    "a year of no kind": (
        {"annex/2002-03.yaml": "", "annex/2006-08.yaml": ""},
        ["misplaced-file annex/2002-03.yaml", "misplaced-file annex/2006-08.yaml"],
    ),
    "another ending beside": ({"compacts/hampshire.yml": "["}, ["misplaced-file compacts/hampshire.yml"]),
    "another ending alone": (
        {COMPACT: None, "compacts/hampshire.YAML": "["},
        ["misplaced-file compacts/hampshire.YAML"],
    ),
    "two names, one but for capitals": ({"compacts/Hampshire.yaml": "["}, ["misplaced-file compacts/Hampshire.yaml"]),
    "what else may lie there": ({"annex/README.md": "", "compacts/.gitkeep": "", "compacts/.DS_Store": ""}, []),
    "hidden, and yet YAML": ({"compacts/.surrey.yaml": ""}, ["misplaced-file compacts/.surrey.yaml"]),
    "the name of the file counts": (
        {"compacts/hampshir.yaml": BASE[COMPACT]},
        ["unknown-authority compacts/hampshir.yaml:1:12", "wrong-name compacts/hampshir.yaml:1:12"],
    ),
    "quotes open in the register": (
        {REGISTER: f'{COLUMNS}1,aaa,A,,r,t,,,9\n9,bbb,"B,,r,t,,,\n'},
        [f"broken-register {REGISTER}:3:1"],
    ),
    "a short row with a code": ({REGISTER: f"{COLUMNS}1,aaa,A,,r,t,,,9\n9,bbb\n"}, [f"broken-register {REGISTER}:3:1"]),
    "an empty register": ({REGISTER: ""}, [f"broken-register {REGISTER}:1:1"]),
    "levels that cannot be": (
        {CONFIG: "levels:\n  one-side: off\n  unreadable: off\n  not-renewed: ' off '\n"},
        [f"unknown-key {CONFIG}:2:3", f"wrong-value {CONFIG}:3:15"],
    ),
}
