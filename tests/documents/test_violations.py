"""What breaks the schema is told with what to write, and a name by its usual other word before one that looks alike."""

from typing import Any

import pytest

from compactctl.documents.document import read_document
from compactctl.documents.kinds import ANNEX, COMPACT, CONFIG, DocumentKind
from compactctl.files.reading import parse
from compactctl.files.source import Source

NAMES = {COMPACT: "compacts/hampshire.yaml", ANNEX: "annex/2003-04.yaml", CONFIG: "config.yaml"}
EDITION = "authority: hampshire\neditions:\n  - year: 2003/04\n"
PRIORITY = f"{EDITION}    priorities:\n      - area: ks2-literacy-numeracy\n"
CONTRIBUTIONS = f"{PRIORITY}        contributions:\n"
SIGNATURE = f"{EDITION}    signatures:\n      - role: Director\n        date: 2003-12-01\n"
ASK = f"{EDITION}    asks:\n      - text: Give notice\n"
AREA = "year: 2003/04\ntitle: T\ngroups:\n  - {id: all, title: All, areas: [{letter: a, title: Early years, %s}]}\n"
EXEMPTION = "exemptions:\n  - rule: one-sided\n    file: statement.yaml\n    until: 2004-01-31\n"

DAYS = {
    "1 March 2004": "2004-03-01",
    "1st Mar 2004": "2004-03-01",
    "29.10.2004": "2004-10-29",
    "2004-3-1": "2004-03-01",
}
TERMS = {"Short term": "short", "SHORT": "short", "medium-term.": "medium"}


def messages(kind: DocumentKind[Any], text: str) -> list[str]:
    source = Source(NAMES[kind], text)
    return [finding.message for finding in read_document(kind, source, parse(source)).findings]


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (COMPACT, f"{PRIORITY}        reason: x\n", "a priority has no line 'reason'; did you mean 'why'?"),
        (COMPACT, f"{PRIORITY}        Rationale: x\n", "a priority has no line 'Rationale'; did you mean 'why'?"),
        (COMPACT, f"{PRIORITY}        local_issue: x\n", "a priority has no line 'local_issue'; did you mean 'issue'?"),
        (COMPACT, f"{PRIORITY}        isue: x\n", "a priority has no line 'isue'; did you mean 'issue'?"),
        (
            COMPACT,
            f"{CONTRIBUTIONS}          DfES: []\n",
            "'contributions' has no line 'DfES'; did you mean 'department'?",
        ),
        (
            COMPACT,
            f"{CONTRIBUTIONS}          The Department: []\n",
            "'contributions' has no line 'The Department'; did you mean 'department'?",
        ),
        (
            COMPACT,
            f"{CONTRIBUTIONS}          County Council: []\n",
            "'contributions' has no line 'County Council'; did you mean 'authority'?",
        ),
        (
            COMPACT,
            f"{CONTRIBUTIONS}          lea: []\n",
            "'contributions' has no line 'lea'; did you mean 'authority'?",
        ),
        (COMPACT, f"{EDITION}    signed_by: []\n", "an edition has no line 'signed_by'; did you mean 'signatures'?"),
        (
            COMPACT,
            f"{EDITION}    priority areas: []\n",
            "an edition has no line 'priority areas'; did you mean 'priorities'?",
        ),
        (COMPACT, f"{EDITION}    deadline: x\n", "an edition has no line 'deadline'; did you mean 'review_by'?"),
        (COMPACT, f"{EDITION}    comments: x\n", "an edition has no line 'comments'; did you mean 'note'?"),
        (COMPACT, f"{ASK}        response: x\n", "an ask has no line 'response'; did you mean 'answer'?"),
        (COMPACT, f"{EDITION}closed: x\n", "a compact has no line 'closed'; did you mean 'ended'?"),
        (COMPACT, f"{SIGNATURE}        side: authority\n", "a signature has no line 'side'; did you mean 'party'?"),
        (COMPACT, f"{SIGNATURE}        xyz: authority\n", "a signature has no line 'xyz'; did you mean 'party'?"),
        (ANNEX, AREA % "id: x1, description: y", "an area has no line 'description'; did you mean 'summary'?"),
        (CONFIG, f"{EXEMPTION}    why: x\n", "an exemption has no line 'why'; did you mean 'reason'?"),
        (
            COMPACT,
            f"{EDITION}term: short\n",
            "a compact has no line 'term'; it belongs to a priority, so move it there",
        ),
        (COMPACT, f"{EDITION}role: a\n", "a compact has no line 'role'; it belongs to a signature, so move it there"),
    ],
)
def test_the_right_name_comes_first_and_is_not_told_as_missing(
    kind: DocumentKind[Any], text: str, message: str
) -> None:
    assert messages(kind, text) == [message]


def test_a_name_that_stands_there_already_is_not_suggested() -> None:
    assert messages(COMPACT, f"{PRIORITY}        why: x\n        reason: y\n") == [
        "a priority has no line 'reason'; its lines are area, issue, term, why and contributions: put what it says under one of these, or take it out"
    ]


def test_each_entry_of_a_list_stands_for_itself() -> None:
    text = f"{PRIORITY}        reason: x\n      - priority: y\n        reason: z\n"
    assert messages(COMPACT, text) == [
        "a priority has no line 'reason'; did you mean 'why'?",
        "a priority has no line 'priority'; did you mean 'area'?",
        "a priority has no line 'reason'; did you mean 'why'?",
    ]


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (
            COMPACT,
            "editions: [{year: 2003/04}]\n",
            "'authority' is missing from this compact; add 'authority: hampshire'",
        ),
        (ANNEX, (AREA % "id: x1, summary: y")[14:], "'year' is missing from this annex; add 'year: 2003/04'"),
        (ANNEX, AREA % "summary: y", "'id' is missing from this area; add 'id: early-years'"),
        (
            COMPACT,
            "authority: hampshire\n",
            "'editions' is missing from this compact; add 'editions:', and below it each entry on a line that begins with '- '",
        ),
        (
            COMPACT,
            f"{SIGNATURE[:-25]}\n        party: authority\n",
            "'date' is missing from this signature; add a line like 'date: 2004-01-31'",
        ),
        (
            COMPACT,
            f"{ASK}        answer: {{date: 2004-01-31}}\n",
            "'text' is missing from this 'answer'; add a line 'text: …'",
        ),
        (
            ANNEX,
            AREA.replace("title: Early years, ", "title: '?', ") % "summary: y",
            "'id' is missing from this area; add a line 'id: …'",
        ),
    ],
)
def test_what_is_missing_is_told_with_what_to_add(kind: DocumentKind[Any], text: str, message: str) -> None:
    assert messages(kind, text) == [message]


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (COMPACT, f"{PRIORITY}        why:\n", "'why' has nothing after it; write a text there, or take the line out"),
        (COMPACT, f"{PRIORITY}        why: ~\n", "'why' says nothing but '~' or 'null'; write a text there, or take the line out"),
        (COMPACT, f"{PRIORITY}        why: ''\n", "'why' is empty; write a text there, or take it out"),
        (COMPACT, f"{PRIORITY}        term: Short\n", "'term' is 'Short'; write 'short'"),
        (COMPACT, f"{PRIORITY}        term: long\n", "'term' is 'long'; write 'short' or 'medium' (TODO in a draft), or take the line out where no term was agreed"),
        (COMPACT, f"{PRIORITY}        why: [see table]\n", "'why' is a list; put the text in double quotes: \"[see table]\""),
        (COMPACT, f"{PRIORITY}        why: [{'x' * 300}]\n", "'why' is a list; put the text in double quotes"),
        (COMPACT, f"{PRIORITY}        why:\n          - x\n", "'why' is a list; write one text there"),
        (COMPACT, f"{CONTRIBUTIONS}          authority:\n            - Two: three\n", "this entry of 'authority' is split into names and values; put the text in double quotes: \"Two: three\""),
        (COMPACT, f"{CONTRIBUTIONS}          authority:\n            -\n", "this entry of 'authority' is empty; write a text there, or take its '-' out"),
        (COMPACT, f"{CONTRIBUTIONS}          authority: Two\n", "'authority' is a text; write it as a list: below it a line '- Two', or take the line out where nothing is known of it"),
        (COMPACT, f"{CONTRIBUTIONS}          authority:\n            1. Two\n            - Three\n", "'authority' is a text; write it as a list: below it each entry on a line that begins with '- ', or take the line out where nothing is known of it"),
        (COMPACT, f"{CONTRIBUTIONS}          authority: '- Two'\n", "'authority' is a text; write it as a list: below it a line '- Two', or take the line out where nothing is known of it"),
        *((COMPACT, f"{EDITION}    signatures: {text}\n", f"'signatures' is '{text}'; where there is nothing to list, write 'signatures: []', or take the line out") for text in ("none", "N/A", "Nothing", "nil", "–")),
        (COMPACT, "authority: hampshire\neditions: none\n", "'editions' is 'none'; write a list below it, each entry on a line that begins with '- '"),
        (ANNEX, AREA % "id: x1, summary: y, open_to: {regions: none}", "'regions' is 'none'; write a list below it, each entry on a line that begins with '- ', or take the line out"),
        (COMPACT, f"{PRIORITY}        contributions: none\n", "'contributions' is a text; write below it 'authority: …' or 'department: …'"),
        (COMPACT, f"{EDITION}    review: 2004-01-31\n", "'review' is a text; write below it 'date: …' and 'text: …'"),
        (COMPACT, f"{CONTRIBUTIONS}          authority:\n            - Two: see #3\n", "this entry of 'authority' is split into names and values; write '- >-' in its place, and the whole text on the next line, further in: there it needs no quotes"),
        (COMPACT, f"{PRIORITY}        why:\n          Two: see #3\n", "'why' is split into names and values; write '>-' in its place, and the whole text on the next line, further in: there it needs no quotes"),
        (COMPACT, f"{SIGNATURE}        party: authority\n".replace("2003-12-01", "2003"), "'date' is '2003'; a date is written like 2004-01-31; where the day is not known, take the signature out and say in 'note:' what is known"),
        (COMPACT, f"{EDITION}    signatures:\n      - Bob\n", "this signature is a text; write it in lines like 'party: …', 'role: …' and 'date: …'"),
        (COMPACT, "authority: hampshire\neditions:\n", "'editions' has nothing after it; write a list below it, each entry on a line that begins with '- '"),
        (COMPACT, "- x\n", "the compact is a list; write it in lines like 'authority: …' and 'editions: …'"),
        (COMPACT, "~\n", "the compact says nothing but '~' or 'null'; write it in lines like 'authority: …' and 'editions: …'"),
        (CONFIG, "null\n", "the config says nothing but '~' or 'null'; write it in lines like 'levels: …' or 'exemptions: …'"),
        (COMPACT, f"{SIGNATURE}        party: LEA\n", "'party' is 'LEA'; write 'authority'"),
        *((COMPACT, f"{SIGNATURE}        party: {party}\n", f"'party' is '{party}'; write one of department or authority") for party in ("LGA", "TODO", "nobody")),
        (ANNEX, f"{AREA % 'id: x1, summary: y'}signatures:\n  - {{role: x, date: 2003-12-01, party: nobody}}\n", "'party' is 'nobody'; write one of department or association"),
        (COMPACT, f"{SIGNATURE}        party: DfES\n", "'party' is 'DfES'; write 'department'"),
        (COMPACT, f"{SIGNATURE}        party:\n", "'party' has nothing after it; write department or authority"),
        (COMPACT, EDITION.replace("2003/04", "2003-04"), "'year' is '2003-04'; write '2003/04'"),
        (COMPACT, EDITION.replace("2003/04", "2003–4"), "'year' is '2003–4'; write '2003/04'"),
        (COMPACT, EDITION.replace("2003/04", "2003/2004"), "'year' is '2003/2004'; write '2003/04'"),
        (COMPACT, EDITION.replace("2003/04", "2003/05"), "'year' is '2003/05'; the second half of an academic year follows from the first, as in 2003/04"),
        (COMPACT, f"{EDITION}    review_by:\n", "'review_by' has nothing after it; write it there, as in 'review_by: 2004-01-31', or take the line out"),
        *((COMPACT, f"{EDITION}    review_by: {text}\n", f"'review_by' is '{text}'; write '{day}'") for text, day in DAYS.items()),
        (COMPACT, f"{EDITION}    review_by: 3/4/2004\n", "'review_by' is '3/4/2004'; write '2004-04-03' (3 April 2004) or '2004-03-04' (4 March 2004)"),
        (COMPACT, f"{EDITION}    review_by: 29/10/04\n", "'review_by' is '29/10/04'; a date is written like 2004-01-31, its year with all four figures"),
        (COMPACT, f"{EDITION}    review_by: 31 April 2004\n", "'review_by' is '31 April 2004'; there is no such day in the calendar"),
        (COMPACT, EDITION.replace("2003/04", "03/04"), "'year' is '03/04'; write '2003/04'"),
        (COMPACT, EDITION.replace("2003/04", "2003-05"), "'year' is '2003-05'; the second half of an academic year follows from the first, as in 2003/04"),
        *((COMPACT, f"{PRIORITY}        term: {text}\n", f"'term' is '{text}'; write '{term}'") for text, term in TERMS.items()),
        (ANNEX, AREA % "id: Early Years, summary: y", "'id' is 'Early Years'; an id is lower-case letters and digits, words joined by '-'; write 'early-years'"),
        (ANNEX, (AREA % "id: x1, summary: y").replace("letter: a", "letter: A"), "'letter' is 'A'; a letter is one or two lower-case letters, as in 'b' or 'aa'; write 'a'"),
        (ANNEX, AREA % "id: x1, summary: y, named_locally: Yes", "'named_locally' is 'Yes'; write 'true'"),
        (ANNEX, AREA % "id: x1, summary: y, open_to: {}", "in 'open_to' nothing is given; name regions, types or authorities, or leave 'open_to' out"),
        (CONFIG, "levels:\n  one-sided: errors\n", "'one-sided' is 'errors'; write 'error'"),
        (CONFIG, "levels: error\n", "'levels' is a text; write below it a line for each, like 'one-sided: error'"),
        (COMPACT, "authority: hampshire\neditions: []\n", "'editions' is an empty list; in place of '[]' write at least one entry below it, on a line that begins with '- '"),
        (COMPACT, f"{CONTRIBUTIONS}          authority: [{', '.join(['a'] * 1_001)}]\n", "'authority' has 1,001 entries, and 1,000 is the limit; keep fewer"),
        (COMPACT, f"{EDITION}    note: {'x' * 5_001}\n", f"'note' is '{'x' * 79}…'; it has 5,001 characters, and 5,000 is the limit; write it shorter"),
        (COMPACT, f"{EDITION}    review_by: 2004-02-30\n", "'review_by' is '2004-02-30'; there is no such day in the calendar"),
        (ANNEX, AREA % "id: x, summary: y", "'id' is 'x'; at least 2 characters are expected"),
        (ANNEX, f"at_most: ten\n{AREA % 'id: x1, summary: y'}", "'at_most' is 'ten'; a number from 1 to 9999 is expected, in figures"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_what_to_write(kind: DocumentKind[Any], text: str, message: str) -> None:
    assert messages(kind, text) == [message]
