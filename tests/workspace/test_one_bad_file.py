"""One bad file never hides or changes a finding in another: it stays, or is left out where it rests on the bad one."""

import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from compactctl.files.data_folder import STATEMENT
from compactctl.finding import Finding
from compactctl.rules.checking import check
from compactctl.rules.names import rule_names
from compactctl.rules.rule import Checks
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX, REGISTER_HEAD
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import open_workspace

OTHER: Final = "compacts/norfolk.yaml"
REGISTER: Final = "authorities.csv"
NATIONAL: Final = (STATEMENT, ANNEX, NEXT_ANNEX, REGISTER)

_AREAS = "".join(
    f"      - {{letter: {letter}, id: {key}, title: T, summary: S, focuses: [{focus}]}}\n"
    for letter, key, focus in (("a", "challenging-targets", "primary"), ("c", "local-issues", "primry"))
)
FILES: Final[Mapping[str, bytes]] = {
    name: text.encode()
    for name, text in {
        **BASE,
        NEXT_ANNEX: "year: 2004/05\ntitle: A\ngroups:\n  - id: all-areas\n    title: All\n    areas:\n" + _AREAS,
        COMPACT: BASE[COMPACT].replace("area: ks2-literacy-numeracy", "area: london-challenge"),
        OTHER: BASE[COMPACT]
        .replace("hampshire", "norfolk", 1)
        .replace("term: short", "term: soon")
        .replace("Results", "TODO"),
        "compacts/nobody.yaml": BASE[COMPACT].replace("hampshire", "nobody", 1).replace("area: ks2-", "area: ks3-"),
        REGISTER: REGISTER_HEAD
        + "850,hampshire,Hampshire,,south-east,county,,,\n926,norfolk,Norfolk,,east,county,,,\n",
    }.items()
}
"""A workspace in which every document has findings, of rules on one file and of rules on several."""

PIECES: Final = st.sampled_from(
    [*"-:?[]{},#&*!|>'\"%@ \t\n", "\r\n", "---", "<<: *a", "null", "year: 2004/05", "id", "\0"]
)
ANYTHING: Final = st.binary(max_size=200) | st.lists(PIECES, max_size=30).map("".join).map(str.encode)


def findings_in(files: Mapping[str, bytes]) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        return check(Checks(open_workspace(Path(folder)), date(2004, 1, 15)), Selection())


def elsewhere(findings: list[Finding], name: str) -> Counter[tuple[object, ...]]:
    """Count the findings in all files but one, by rule, level and place."""
    return Counter(
        (item.rule, item.level, item.place.file, item.place.span) for item in findings if item.place.file != name
    )


WHOLE: Final = findings_in(FILES)


def test_every_document_has_findings_but_statement_and_register() -> None:
    assert {item.place.file for item in WHOLE} == FILES.keys() - {STATEMENT, REGISTER}


@given(st.sampled_from([COMPACT, OTHER, "compacts/nobody.yaml"]), ANYTHING)
def test_whatever_a_compact_holds_all_others_keep_their_findings(name: str, content: bytes) -> None:
    assert elsewhere(findings_in({**FILES, name: content}), name) == elsewhere(WHOLE, name)


@given(st.sampled_from(NATIONAL), ANYTHING, st.booleans())
def test_a_broken_national_file_adds_nothing_anywhere(name: str, content: bytes, at_the_end: bool) -> None:  # noqa: FBT001
    findings = findings_in({**FILES, name: FILES[name] + content if at_the_end else content})
    if any(item.place.file == name and rule_names()[item.rule] in ("files", "register") for item in findings):
        assert elsewhere(findings, name) <= elsewhere(WHOLE, name)
