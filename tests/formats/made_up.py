"""A small workspace of two annexes and three compacts, any of which may be an example: real files, the real command."""

from pathlib import Path
from typing import Final

from tests.changes.making import Files, Values, annex, area, compact, edition, files, priority
from tests.running import run

SIGNED: Final = [{"party": "authority", "role": "Leader", "date": "2004-01-12"}]
STATEMENT: Final[Values] = {
    "title": "Statement",
    "vision": ["Every child"],
    "focuses": [{"id": "primary", "title": "Primary"}],
    "commitments": [{"id": "one-plan", "text": "One plan"}],
    "signatures": [{"party": "department", "role": "Minister", "date": "2003-07-23"}],
}
AREAS: Final = (area("reading"), area("numbers"), area("local-issues", named_locally="true"))
KENT: Final = compact(
    "kent",
    edition(
        "2003/04",
        "reading",
        priority("local-issues", issue="Falling rolls"),
        asks=[{"text": "Give notice", "area": "reading"}],
        signatures=SIGNED,
    ),
    edition("2004/05", "reading"),
)
REAL: Final[Files] = {
    **files(
        [annex("2003/04", *AREAS, signatures=[]), annex("2004/05", *AREAS, signatures=[])],
        [KENT, compact("surrey", edition("2003/04", "numbers")), compact("norfolk", edition("2004/05", "reading"))],
    ),
    "statement.yaml": STATEMENT,
}
FIRST, SECOND = "annex/2003-04.yaml", "annex/2004-05.yaml"
OF_KENT, OF_SURREY, OF_NORFOLK = (f"compacts/{slug}.yaml" for slug in ("kent", "surrey", "norfolk"))
ANNEXES: Final = frozenset({FIRST, SECOND})
ALL: Final = ANNEXES | {OF_KENT, OF_SURREY, OF_NORFOLK}


def with_examples(*names: str) -> Files:
    return {name: {"example": "true", **values} if name in names else values for name, values in REAL.items()}  # type: ignore[dict-item]


def asked(folder: Path, *words: str) -> str:
    done = run(folder, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout
