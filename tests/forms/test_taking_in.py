from collections.abc import Mapping
from difflib import unified_diff
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafts.memory import Plain, annex, area, workspace
from tests.forms.generating import AGENDA, boxes, editions, labelled, laid_out
from tests.forms.sending import filled, record, sent, taken_in, without

from compactctl.forms.boxes import Value, label_of, values_of
from compactctl.forms.groups import grouped
from compactctl.forms.returned import ReturnedBox
from compactctl.forms.taking_in import Outcome, TakenIn

NAME: Final = "compacts/hampshire.yaml"
NEXT: Final = annex("2004/05", area("a", "reading"), area("b", "attendance", **{"from": ["behaviour"]}))
TEXT: Final = """\
# ours
authority: hampshire
note: of the whole file
editions:
  - year: 2003/04
    note: of the edition # kept
    # when we meet
    review_by: 2004-12-31
    priorities:
      # first
      - area: reading  # agreed in May
        term: short
        why: 'It trails: by nine points'
        contributions:
          authority:
            - Two consultants
            # a thought
            - One scheme
          department: [Advice]
      - area: own
        issue: Travel
        why: TODO

    # what we want
    asks:
      - text: Give notice
        area: reading
        answer: {date: 2004-03-01, text: We shall}
    signatures: []
"""


def files(text: str = TEXT) -> dict[str, Plain | str]:
    return {"annex/2003-04.yaml": AGENDA, NAME: text}


def taken(boxes: Mapping[str, Value], text: str = TEXT) -> TakenIn:
    space = workspace(files(text))
    return taken_in(space, filled(sent(space, "hampshire", "2003/04"), boxes))


def changed_lines(result: TakenIn, text: str = TEXT) -> list[str]:
    """Return the lines that went and came."""
    assert result.outcome is Outcome.IMPORTED, result.reasons
    lines = unified_diff(text.splitlines(), result.new.decode().splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


# What is written into which boxes, and what becomes of the file.
CHANGES: Final[dict[str, tuple[dict[str, Value], list[str]]]] = {
    "a reason": (
        {"priority/1/why": ("It trails: by eight",)},
        ["-        why: 'It trails: by nine points'", "+        why: >-", "+          It trails: by eight"],
    ),
    "an area, by its label": (
        {"priority/1/area": ("b, About behaviour",)},
        ["-      - area: reading  # agreed in May", "+      - area: behaviour  # agreed in May"],
    ),
    "a term": ({"priority/1/term": ("Medium term",)}, ["-        term: short", "+        term: medium"]),
    "a term that was unsaid": ({"priority/2/term": ("medium",)}, ["+        term: medium"]),
    "what was still to be written": (
        {"priority/2/why": ("The A3\nis full",)},
        ["-        why: TODO", "+        why: |-", "+          The A3", "+          is full"],
    ),
    "an emptied reason": ({"priority/1/why": ()}, ["-        why: 'It trails: by nine points'"]),
    "an entry of a list": (
        {"priority/1/authority": ("Two consultants", "Two schemes")},
        ["-            - One scheme", "+            - >-", "+              Two schemes"],
    ),
    "one more entry": (
        {"priority/1/authority": ("Two consultants", "One scheme", "A fair")},
        ["+            - >-", "+              A fair"],
    ),
    "one entry fewer": (
        {"priority/1/authority": ("One scheme",)},
        ["-            - Two consultants"],
    ),
    "a list in brackets": (
        {"priority/1/department": ("Advice", "Money")},
        [
            "-          department: [Advice]",
            *("+          department:", "+            - >-", "+              Advice"),
            *("+            - >-", "+              Money"),
        ],
    ),
    "an emptied list": ({"priority/1/department": ()}, ["-          department: [Advice]"]),
    "a first contribution": (
        {"priority/2/department": ("A bus",)},
        ["+        contributions:", "+          department:", "+            - >-", "+              A bus"],
    ),
    "a day": ({"review_by": ("1 March 2005",)}, ["-    review_by: 2004-12-31", "+    review_by: 2005-03-01"]),
    "no day": ({"review_by": ()}, ["-    review_by: 2004-12-31"]),
    "an ask": (
        {"ask/1/text": ("Give three years' notice",)},
        ["-      - text: Give notice", "+      - text: >-", "+          Give three years' notice"],
    ),
    "another ask": ({"ask/3/text": ("Pay",)}, ["+      - text: >-", "+          Pay"]),
    "another priority": (
        {"priority/5/area": ("e, About early-years",), "priority/5/authority": ("A nursery",)},
        [
            *("+      # e, About early-years", "+      # What early-years is about", "+      - area: early-years"),
            *("+        contributions:", "+          authority:", "+            - >-", "+              A nursery"),
            "+          # What the department will do; nothing is written yet. To write something, delete the '# ':",
            *("+          department:", "+            # - >-", "+            #   TODO"),
        ],
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_writes_what_differs_and_nothing_else(kind: str) -> None:
    boxes, lines = CHANGES[kind]
    result = taken(boxes)
    assert sorted(changed_lines(result)) == sorted(lines)
    emptied = [f"what stood in {label_of(tag)}, which is empty now" for tag, value in boxes.items() if not value]
    assert list(result.left_out) == emptied


def test_a_priority_whose_boxes_are_all_empty_is_dropped_and_told() -> None:
    result = taken({f"priority/1/{field}": () for field in ("area", "term", "why", "authority", "department")})
    assert [line[0] for line in changed_lines(result)] == ["-"] * 9
    assert result.left_out == (
        "priority 1, a, About reading: all of its boxes are empty or gone",
        "a comment in line 11: # agreed in May",
        "a comment in line 17: # a thought",
    )


def test_a_priority_whose_boxes_are_gone_is_dropped_and_told() -> None:
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")
    result = taken_in(space, without(form, *(tag for tag in form.boxes if tag.startswith("priority/2/"))))
    assert len(changed_lines(result)) == 3
    assert result.left_out == ("priority 2, d, About own: all of its boxes are empty or gone",)


def test_a_box_that_is_gone_is_told_where_others_of_its_priority_are_not() -> None:
    space = workspace(files())
    result = taken_in(space, without(sent(space, "hampshire", "2003/04"), "priority/1/why"))
    assert result.outcome is Outcome.REFUSED
    assert result.reasons[0].startswith("the box 'Why' of priority 1 is gone from the form")


def test_an_ask_that_is_emptied_goes_with_its_answer_and_is_told() -> None:
    result = taken({"ask/1/text": ()})
    assert "-      - text: Give notice" in changed_lines(result)
    assert "+    asks: []" in changed_lines(result)
    assert result.left_out == ("ask 1, with its answer: its box is empty or gone",)


# What is written into which boxes, and how the form is refused.
REFUSALS: Final[dict[str, tuple[dict[str, Value], str]]] = {
    "no area": ({"priority/3/why": ("For it matters",)}, "priority 3 names no area: choose it in the box 'Area'"),
    "an unknown area": ({"priority/1/area": ("q, Quality",)}, "the box 'Area' of priority 1: 2003/04 has no area"),
    "a closed area": (
        {"priority/1/area": ("c, About london",)},
        "priority 1 is c, About london, which is not open to Hampshire: choose another area",
    ),
    "an area twice": (
        {"priority/3/area": ("a, About reading",)},
        "priorities 1 and 3 are both a, About reading: make one of the two",
    ),
    "an issue twice": (
        {"priority/3/area": ("d, About own",), "priority/3/issue": ("travel",)},
        "priorities 2 and 3 are both d, About own: travel: make one of the two",
    ),
    "a local area without an issue": (
        {"priority/3/area": ("d, About own",)},
        "priority 3 takes up d, About own: name the issue",
    ),
    "an issue of no local area": (
        {"priority/1/issue": ("Travel",)},
        "priority 1 is a, About reading, which takes no local issue: empty the box 'Local issue'",
    ),
    "a term": ({"priority/1/term": ("long",)}, "the box 'Term' of priority 1 holds 'long': a term is short or medium"),
    "a day that may be two": (
        {"review_by": ("3/4/2005",)},
        "the box 'Review by' holds '3/4/2005': this may be 3 April 2005 or 4 March 2005; write the day",
    ),
    "no day": ({"review_by": ("soon",)}, "the box 'Review by' holds 'soon': write the day like 1 March 2005"),
    "a hidden character": ({"priority/1/why": ("It\u200bis",)}, "the box 'Why' of priority 1 holds 'It"),
    "a text that is too long": ({"priority/1/why": ("x" * 5001,)}, "the box 'Why' of priority 1 holds 'xxx"),
    "too many entries": ({"priority/1/authority": ("x",) * 1001}, "the box 'What the authority will do' of priority 1"),
    "a box of its own": ({"priority/90/why": ("x",)}, "the box 'Why' of priority 90 was not in the form that was sent"),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_refuses_what_breaks_a_rule(kind: str) -> None:
    boxes, words = REFUSALS[kind]
    result = taken(boxes)
    assert result.outcome is Outcome.REFUSED
    assert result.reasons[0].startswith(words), result.reasons


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("area: reading  #", "area: sums  #", "priority 1 is 'sums', which is no area of 2003/04: choose another area"),
        (
            "area: reading  #",
            "area: london  #",
            "priority 1 is c, About london, which is not open to Hampshire: choose",
        ),
        ("        issue: Travel\n", "", "priority 2 takes up d, About own: name the issue in the box 'Local issue'"),
        ("area: own\n        issue: Travel", "area: reading", "priorities 1 and 2 are both a, About reading: make one"),
    ],
)
def test_an_area_that_breaks_a_rule_is_refused_also_where_it_did_before(old: str, new: str, words: str) -> None:
    text = TEXT.replace(old, new)
    result = taken({"ask/2/text": ("Pay",)}, text)
    assert (result.outcome, len(result.reasons)) == (Outcome.REFUSED, 1)
    assert result.reasons[0].startswith(words)
    assert taken({}, text).outcome is Outcome.UNCHANGED


def test_an_issue_that_is_still_to_be_written_may_stay_so_while_its_area_does() -> None:
    text = TEXT.replace("issue: Travel", "issue: TODO")
    assert taken({"ask/2/text": ("Pay",)}, text).outcome is Outcome.IMPORTED


def test_priorities_of_which_nothing_is_written_yet_may_have_come_to_the_record() -> None:
    form = filled(sent(workspace(files()), "hampshire", "2003/04"), {"priority/1/why": ("Else",)})
    more = TEXT.replace("    asks:\n", 20 * "      - area: TODO\n        issue: TODO\n" + "    asks:\n")
    result = taken_in(workspace(files(more)), form)
    assert result.outcome is Outcome.IMPORTED, result.reasons
    assert result.new.decode().count("- area: TODO") + len(result.left_out) == 20


def test_an_area_is_the_one_that_was_chosen_whatever_the_annex_calls_it_now() -> None:
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")
    chosen = {"priority/1/area": ReturnedBox(("b, As the annex called it",), "behaviour")}
    result = taken_in(space, form._replace(boxes={**form.boxes, **chosen}))
    assert changed_lines(result) == [
        "-      - area: reading  # agreed in May",
        "+      - area: behaviour  # agreed in May",
    ]
    gone = {"priority/1/area": ReturnedBox(("b, As the annex called it",), "gone")}
    assert "has no area 'b, As" in taken_in(space, form._replace(boxes={**form.boxes, **gone})).reasons[0]


def test_a_letter_is_the_area_that_the_form_and_the_annex_have_it_for() -> None:
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")

    def typed(letter: str, choice: str | None) -> TakenIn:
        boxes = {**form.boxes, "priority/1/area": ReturnedBox((letter,), choice)}
        return taken_in(space, form._replace(boxes=boxes))

    assert changed_lines(typed("E", "early-years")) == [
        "-      - area: reading  # agreed in May",
        "+      - area: early-years  # agreed in May",
    ]
    assert typed("a", "reading").outcome is Outcome.UNCHANGED
    for letter, choice in (("e", "behaviour"), ("(e)", None), ("b", "reading")):
        [reason] = typed(letter, choice).reasons
        assert reason == (
            f"the box 'Area' of priority 1 holds '{letter}': the letters of areas may have changed since the form was "
            "made: choose the area from its list, or write its title"
        )


def test_an_ask_that_said_nothing_yet_is_not_said_to_keep_its_area() -> None:
    unwritten = TEXT.replace("text: Give notice", "text: TODO")
    assert taken({"ask/1/text": ("Give money",)}, unwritten).remarks == ()


def test_what_may_not_fit_any_more_is_remarked() -> None:
    headed = TEXT.replace("      # first\n", "      # a, About reading\n      # What reading is about\n")
    result = taken({"priority/1/area": ("e, About early-years",), "ask/1/text": ("Give money",)}, headed)
    assert result.remarks == (
        "ask 1 reads otherwise, and keeps its answer of 1 March 2004: see whether that still answers it",
        "ask 1 reads otherwise, and keeps its area, a, About reading: see whether it still is about that",
        "the comment above priority 1 still tells of a, About reading",
    )


def test_what_is_still_open_is_remarked() -> None:
    space = workspace({**files(SIGNED), "annex/2004-05.yaml": NEXT})
    result = taken_in(space, filled(sent(space, "hampshire", "2004/05"), {"review_by": ("1 March 2006",)}))
    assert result.remarks == ("4 texts still to be looked at or written",)
    none = workspace({"annex/2003-04.yaml": AGENDA})
    result = taken_in(none, filled(sent(none, "hampshire", "2003/04"), {"ask/1/text": ("Pay",)}))
    assert result.remarks == ("there is no priority in it yet",)
    assert taken_in(none, sent(none, "hampshire", "2003/04")).remarks == (
        "nothing is filled in, and Hampshire has no edition of 2003/04",
    )


def test_an_ask_that_only_is_still_true_keeps_what_it_had_without_a_remark() -> None:
    result = taken({"ask/1/text": ("Give notice",)}, TEXT.replace("Give notice", "TODO still true? Give notice"))
    assert (result.outcome, result.remarks) == (Outcome.IMPORTED, ())


def test_what_the_reading_of_a_form_remarks_is_handed_on() -> None:
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")._replace(remarks=("a link",))
    assert taken_in(space, form).remarks == ("a link",)
    assert "a link" in taken_in(space, filled(form, {"priority/1/why": ("Else",)})).remarks


@pytest.mark.parametrize("texts", [("TODO",), ("TODO", "TODO")])
def test_a_box_that_says_todo_is_empty(texts: Value) -> None:
    assert taken({"priority/1/authority": texts}).left_out == (
        "what stood in the box 'What the authority will do' of priority 1, which says TODO now",
        "a comment in line 17: # a thought",
    )
    assert taken({"priority/2/why": texts[:1]}).outcome is Outcome.UNCHANGED
    assert taken({"ask/1/text": texts[:1]}).left_out[0] == "ask 1, with its answer: its box says TODO"
    emptied = taken({"priority/2/area": (), "priority/2/issue": texts[:1]})
    assert emptied.left_out == ("priority 2, d, About own: all of its boxes are empty or gone, or say TODO",)


def test_an_untouched_form_changes_nothing_whatever_has_changed_since() -> None:
    form = sent(workspace(files()), "hampshire", "2003/04")
    later = workspace(files(TEXT.replace("nine points", "two")))
    assert taken_in(later, form).outcome is Outcome.UNCHANGED


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("term: short", "term: medium"), "the box 'Term' of priority 1"),
        (("Give notice", "Give much notice"), "the box of ask 1"),
        (("area: own", "area: early-years"), "the box 'Area' of priority 2"),
        (("2004-12-31", "2005-12-31"), "the box 'Review by'"),
    ],
)
def test_refuses_a_form_of_an_edition_that_has_changed_since(change: tuple[str, str], words: str) -> None:
    form = filled(sent(workspace(files()), "hampshire", "2003/04"), {"priority/1/why": ("Else",)})
    text = TEXT.replace("        issue: Travel\n", "") if "own" in change[0] else TEXT
    result = taken_in(workspace(files(text.replace(*change))), form)
    assert result.outcome is Outcome.REFUSED
    assert words in result.reasons[0]


@pytest.mark.parametrize(
    "change",
    [
        ("of the whole file", "of all"),
        ("of the edition", "of it"),
        ("    # what we want\n", ""),
        ("'It trails: by nine points'", '"It trails: by nine points"'),
        ("We shall", "We shall not"),
        ("term: short", "term: medium"),
    ],
)
def test_what_is_in_no_box_and_layout_and_what_both_say_never_matter(change: tuple[str, str]) -> None:
    boxes: dict[str, Value] = {"priority/1/term": ("medium",), "ask/2/text": ("Pay",)}
    form = filled(sent(workspace(files()), "hampshire", "2003/04"), boxes)
    result = taken_in(workspace(files(TEXT.replace(*change))), form)
    assert result.outcome is Outcome.IMPORTED, result.reasons


SIGNED: Final = TEXT.replace(
    "signatures: []", "signatures:\n      - {party: authority, role: Leader, date: 2004-01-12}"
)


def test_a_signed_edition_is_left_as_it_is() -> None:
    assert taken({}, SIGNED).outcome is Outcome.UNCHANGED
    result = taken({"priority/1/why": ("Else",)}, SIGNED)
    assert result.outcome is Outcome.REFUSED
    assert result.reasons[0].startswith("the edition of 2003/04 is signed, and a signed text does not change")


@pytest.mark.parametrize("kind", CHANGES)
def test_a_form_taken_in_twice_is_unchanged(kind: str) -> None:
    space = workspace(files())
    form = filled(sent(space, "hampshire", "2003/04"), CHANGES[kind][0])
    after = workspace(files(taken_in(space, form).new.decode()))
    assert taken_in(after, form).outcome is Outcome.UNCHANGED


def test_the_first_edition_of_a_compact_says_what_the_form_says_and_offers_nothing() -> None:
    space = workspace({"annex/2003-04.yaml": AGENDA})
    boxes: dict[str, Value] = {
        "priority/2/area": ("b, About behaviour",),
        "priority/2/why": ("Out of school: too many",),
        "ask/1/text": ("Pay",),
        "review_by": ("31/12/2004",),
    }
    result = taken_in(space, filled(sent(space, "hampshire", "2003/04"), boxes))
    assert (result.outcome, result.name, result.old) == (Outcome.IMPORTED, NAME, None)
    edition = record(workspace(files(result.new.decode())), "hampshire", "2003/04").edition.content
    said = {tag: value for tag, value in values_of(edition).items() if value}
    assert said == {
        "priority/1/area": ("behaviour",),
        "priority/1/why": ("Out of school: too many",),
        "ask/1/text": ("Pay",),
        "review_by": ("2004-12-31",),
    }
    assert "area: reading" not in result.new.decode()
    assert result.new.decode().count("review_by") == 1


def test_the_next_edition_is_what_renew_would_write_with_what_was_filled_in() -> None:
    before = {**files(SIGNED), "annex/2004-05.yaml": NEXT}
    space = workspace(before)
    form = sent(space, "hampshire", "2004/05")
    assert form.boxes["priority/1/why"].texts == ("TODO still true? It trails: by nine points",)
    assert taken_in(space, form).outcome is Outcome.UNCHANGED
    result = taken_in(space, filled(form, {"priority/1/why": ("It trails: by two",)}))
    assert result.new.startswith(SIGNED.encode())
    edition = record(workspace({**before, NAME: result.new.decode()}), "hampshire", "2004/05").edition.content
    assert values_of(edition)["priority/1/why"] == ("It trails: by two",)
    assert values_of(edition)["priority/1/authority"] == (
        "TODO still true? Two consultants",
        "TODO still true? One scheme",
    )


@pytest.mark.parametrize(
    ("authority", "year", "words"),
    [
        ("atlantis", "2003/04", "the form is that of 'atlantis', which is no authority of the register"),
        (
            "hampshire",
            "2007/08",
            "there is no annex for 2007/08; there is one for 2003/04; ask for the form of a year that the record has",
        ),
        ("hampshire", "soon", "the form names the year 'soon', and an academic year is written like 2003/04"),
    ],
)
def test_a_form_of_another_record_is_refused(authority: str, year: str, words: str) -> None:
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")._replace(authority=authority, year=year)
    result = taken_in(space, form)
    assert result.outcome is Outcome.REFUSED
    assert result.reasons[0].startswith(words)


def test_what_the_reading_of_a_form_objects_to_is_handed_on() -> None:
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")._replace(objections=("a picture", "a note"))
    assert taken_in(space, form).reasons == ("a picture", "a note")


def test_of_very_many_objections_it_is_told_once_how_many_more_there_are() -> None:
    objections = (*map(str, range(60)), "and 40 more things")
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")
    assert taken_in(space, form._replace(objections=objections)).reasons == objections
    too_long = filled(form, dict.fromkeys(form.boxes, ("x" * 5001,)))
    many = {f"ask/{number}/text": too_long.boxes["ask/1/text"] for number in range(100, 200)}
    reasons = taken_in(space, too_long._replace(boxes={**too_long.boxes, **many})).reasons
    assert len(reasons) == 61
    assert reasons[-1].endswith("more things")


@given(st.data())
def test_any_edition_says_what_the_form_says_or_the_form_is_refused(data: st.DataObject) -> None:
    text = laid_out(data.draw(editions()))
    space = workspace(files(text))
    form = sent(space, "hampshire", "2003/04")
    assert taken_in(space, form).outcome is Outcome.UNCHANGED
    form = filled(form, data.draw(boxes([*form.boxes])))
    result = taken_in(space, form)
    if result.outcome is Outcome.IMPORTED:
        after = workspace(files(result.new.decode()))
        edition = record(after, "hampshire", "2003/04").edition.content
        said = {tag: box.texts for tag, box in form.boxes.items()}
        assert grouped(labelled(values_of(edition))).said == grouped(labelled(said)).said
        assert taken_in(after, form).outcome is Outcome.UNCHANGED
    elif result.outcome is Outcome.REFUSED:
        assert any(words in result.reasons[0] for words in ("names no area", "make one of the two")), result


@pytest.mark.parametrize(
    ("tag", "shown", "lines"),
    [
        (
            "priority/1/area",
            "b, About behaviour",
            ["-      - area: reading  # agreed in May", "+      - area: behaviour  # agreed in May"],
        ),
        ("priority/1/term", "medium", ["-        term: short", "+        term: medium"]),
    ],
)
def test_what_a_drop_down_shows_counts_more_than_the_value_behind_it(tag: str, shown: str, lines: list[str]) -> None:
    space = workspace(files())
    form = sent(space, "hampshire", "2003/04")
    tampered = {tag: ReturnedBox((shown,), "reading" if tag.endswith("area") else "short")}
    assert changed_lines(taken_in(space, form._replace(boxes={**form.boxes, **tampered}))) == lines
