"""What an officer reads of a slip: what is wrong and what to write, once, in words that need no knowledge of YAML."""

from typing import Final

import pytest
from tests.slips.forms import FORMS
from tests.slips.judging import findings_in, workspace_of

WHY: Final = "        why: Places are scarce in the rural north"
ENTRY: Final = "            - Two literacy consultants"
TERM: Final = "        term: short"
AREA: Final = "      - area: early-education"
ONLY_ENTRY: Final = "            - One consultant for all schools"
ASK: Final = "      - text: Publish the tables later"
FIRST_AREA: Final = "    priorities:\n      - area: ks2-literacy-numeracy"
FIRST_AUTHORITY: Final = f"          authority:\n{ENTRY}"
DEPARTMENT: Final = "            - A summer school in every district\n          department:"
AUTHORITY: Final = "authority: hampshire"
YEAR: Final = "  - year: 2003/04"
REVIEW: Final = "    review_by: 2004-12-31"
OF_QUOTES: Final = "a text that begins with ' ends at the next one, be it an apostrophe"
ALL_OF_IT: Final = "put double quotes around all of it, or write it below '>-' on lines of its own"
MAY_BE_NAME: Final = "this begins like a line with a name; if it is a text, put double quotes around all of it; if not, begin it further out"  # fmt: skip


def said_of(form: str, old: str, typed: str) -> list[str]:
    """Return the messages on a form in which a line stands otherwise."""
    text = FORMS[form].text
    assert text.count(f"{old}\n") == 1
    data = text.replace(f"{old}\n", f"{typed}\n").encode()
    return [item.message for item in findings_in(form, workspace_of(form, data))]


@pytest.mark.parametrize(
    ("old", "typed", "message"),
    [
        (WHY, "        why: 'Results: the county's results trail'", f"{OF_QUOTES}; write why: \"Results: the county's results trail\""),
        (WHY, '        why: "Sure" start', 'a text that begins with " ends at the next one; write why: "\\"Sure\\" start"'),
        (WHY, '        why: "Sure', 'the double quote at the beginning has no partner, and is taken for a part of the text; write why: "\\"Sure"'),
        (WHY, "        why: 'Tis sure", "the single quote at the beginning has no partner, and is taken for a part of the text; write why: \"'Tis sure\""),
        (WHY, '        why: "See S:\\data"', "a backslash in double quotes changes the letter behind it; where the text has a backslash, write it twice"),
        (WHY, '        why: "See S:\\data,\n          and more"', "a backslash in double quotes changes the letter behind it; where the text has a backslash, write it twice"),
        (WHY, '        why: "See C:\\temp"', "a backslash in double quotes changes the letter behind it; where the text has a backslash, write it twice"),
        (ENTRY, "            - [draft] Two consultants", "a text cannot begin with '['; write - \"[draft] Two consultants\""),
        (ENTRY, "            - > 85 per cent", "a text cannot begin with '>'; write - \"> 85 per cent\""),
        (WHY, "        why: Places: few", "a text that holds ': ' needs double quotes; write why: \"Places: few\""),
        (WHY, "        why: Places: few\n          in the north", f"a text that holds ': ' needs double quotes: {ALL_OF_IT}"),
        (TERM, "        term:\u00a0short", "a no-break space (U+00A0) stands here, as Word writes it, where the space bar's belongs; write term: short"),
        (ENTRY, "            - Two consultants for the schools\n            that are furthest behind", "this line goes on from the one above; put 2 more blanks before it"),
        (WHY, "        why: >-\n            Places are\n          scarce", "this line is further in than the rest of its text; take 2 blanks away before it"),
        (ENTRY, "            \uf0b7 Two consultants", "an entry of a list begins with '- ', not with a bullet of Word's own; write - Two consultants"),
        (ENTRY, f"{ENTRY}\n            - why: a study", MAY_BE_NAME),
        (ENTRY, f"{ENTRY}\n           - why: a study of why pupils leave", MAY_BE_NAME),
        (ENTRY, f"{ENTRY}\n           - Why: a study of why pupils leave", MAY_BE_NAME),
        (ENTRY, f"{ENTRY}\n           - area: books", MAY_BE_NAME),
        (ENTRY, f"{ENTRY}\n           - text: books", MAY_BE_NAME),
        (ENTRY, f"{ENTRY}\n          - role: a governor,\n              and a parent", MAY_BE_NAME),
        (FIRST_AREA, FIRST_AREA.replace("- ", "1. "), "an entry of a list begins with '- '; write - area: ks2-literacy-numeracy"),
        (ASK, ASK.replace("- ", "2) "), f"a new ask begins with '- ', like the one above; write {ASK.strip()}"),
        (YEAR, YEAR.replace("year", "academic year"), "an edition has no line 'academic year'; did you mean 'year'?"),
        (FIRST_AREA, FIRST_AREA.replace("- ", ""), "an entry of a list begins with '- '; write - area: ks2-literacy-numeracy"),
        (FIRST_AREA, FIRST_AREA.replace("- ", "  "), "an entry of a list begins with '- '; write - area: ks2-literacy-numeracy"),
        (YEAR, YEAR.replace("- ", ""), f"an entry of a list begins with '- '; write {YEAR.strip()}"),
        (FIRST_AUTHORITY, FIRST_AUTHORITY.replace("authority", "- authority"), "this line is no entry of a list; take the '- ' away; write authority:"),
        (DEPARTMENT, DEPARTMENT.replace("department", "- department"), "this line is no entry of a list; take the '- ' away; write department:"),
        (AREA, "        area: early-education", "a new priority begins with '- ', like the one above; write '- area: early-education'"),
        (ENTRY, "            - Two consultants, \uf0b7 for two years", "a sign that only one font has (U+F0B7) stands here, which readers cannot see; take it out"),
        (ENTRY, "            - A caf\ufffd for parents", "a mark in the place of a sign that could not be read (U+FFFD) stands here; write the sign itself"),
        (AREA, "      - area: Early education", "2003/04 has no area 'Early education': areas are named by id, not by title; write 'early-education' (d, Early education)"),
        (WHY, "        reason: Places are scarce", "a priority has no line 'reason'; did you mean 'why'?"),
        (REVIEW, "    review_by: 1 March 2005", "'review_by' is '1 March 2005'; write '2005-03-01'"),
        (TERM, "        term = short", "'term' stands here without its colon; if it is a name, write 'term: short'"),
        (TERM, "        term - short", "'term' stands here without its colon; if it is a name, write 'term: short'"),
        (TERM, "        Term: short", "a name is written in small letters; did you mean 'term'?"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_what_to_write(old: str, typed: str, message: str) -> None:
    assert said_of("plain", old, typed) == [message]


def test_an_unfinished_merge_is_explained_once() -> None:
    (message,) = said_of("plain", TERM, f"<<<<<<< HEAD\n{TERM}\n=======\n        term: medium\n>>>>>>> main")
    assert message.startswith("a merge is unfinished, and git left both versions here; keep the lines of one")


@pytest.mark.parametrize(("sign", "place"), [("=======", "goes on"), (">>>>>>> main", "ends")])
def test_a_line_that_is_left_of_a_merge_is_to_be_taken_out(sign: str, place: str) -> None:
    messages = said_of("plain", TERM, f"{TERM}\n{sign}")
    assert f"the unfinished merge {place} here; when one version is left of the two, take this line out" in messages


@pytest.mark.parametrize("sign", [">", "|"])
def test_a_text_behind_its_sign_is_told_where_to_stand(sign: str) -> None:
    messages = said_of("plain", WHY, f"        why: {sign}- Places: few")
    assert (
        f"a text cannot begin with '{sign}': write '{sign}-' here and the text on the lines below, further in,"
        " or put double quotes around all of it"
    ) in messages


def test_of_an_entry_without_its_dash_a_blank_of_word_is_told_too() -> None:
    typed = AREA.replace("- ", "", 1).replace(": ", ":\u00a0")
    (begins, blank) = said_of("plain", AREA, typed)
    assert begins == f"a new priority begins with '- ', like the one above; write {AREA.strip()}"
    assert blank.startswith("a no-break space (U+00A0) stands here, as Word writes it")
    assert blank.endswith(f"; write {AREA.strip()}")


def test_the_first_entry_without_its_dash_is_told_without_a_blank_of_word() -> None:
    messages = said_of("plain", YEAR, YEAR.replace("- ", "", 1).replace(": ", ":\u00a0"))
    assert f"an entry of a list begins with '- '; write {YEAR.strip()}" in messages


def test_so_is_a_line_that_is_no_entry() -> None:
    (no_entry, _) = said_of("plain", AUTHORITY, f"- {AUTHORITY}".replace(": ", ":\u00a0"))
    assert no_entry == f"this line is no entry of a list; take the '- ' away; write {AUTHORITY}"


def test_a_text_where_a_list_belongs_is_told_once() -> None:
    messages = said_of("signed", ONLY_ENTRY, ONLY_ENTRY.replace("- ", ""))
    assert messages == ["an entry of a list begins with '- '; write - One consultant for all schools"]


def test_every_entry_of_a_list_that_may_be_one_text_is_told() -> None:
    typed = "          - One consultant for all schools\n            – and a second one"
    text = FORMS["signed"].text.replace(f"{ONLY_ENTRY}\n", f"{typed}\n")
    begin = FORMS["signed"].text[: FORMS["signed"].text.index(ONLY_ENTRY)].count("\n") + 1
    findings = findings_in("signed", workspace_of("signed", text.encode()))
    assert {item.place.span.line for item in findings if item.place.span} == {begin, begin + 1}
