import pytest

from compactctl.errors import Refused
from compactctl.files.editing import Edit, Edited, LostComment, edited
from compactctl.files.limits import MAXIMUM_NODES

NAME = "compacts/hampshire.yaml"
ORDER = ("area", "issue", "term", "why", "contributions")


def changed(text: str, *edits: Edit) -> str:
    return after(text, *edits).data.decode()


def after(text: str, *edits: Edit) -> Edited:
    return edited(NAME, text.encode(), edits)


def put(path: str, *lines: str) -> Edit:
    return Edit(steps(path), lines, ORDER if steps(path)[-1] in ORDER else ())


def out(path: str) -> Edit:
    return Edit(steps(path), None)


def steps(path: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdecimal() else step for step in path.split("/"))


WHY = put("why", "why: >-", "  new", "  text")
BELOW = "why: >-\n  new\n  text\n"


@pytest.mark.parametrize(
    ("before", "new"),
    [
        ("why: old\n", BELOW),
        ("why:\n", BELOW),
        ("why: []\n", BELOW),
        ('"why": old\n', BELOW),
        ("'why'  : 'old: # it'\n", BELOW),
        ("why: 'old\n\n  goes on'\n", BELOW),
        ('why: "old \\\n  goes on"\n', BELOW),
        ("why: old\n  goes\n\n  on\n", BELOW),
        ("why:\n  old\n", BELOW),
        ("why: |\n  old # no comment\n  # none either\n", BELOW),
        ("why: >2-\n    old\n  goes on\n", BELOW),
        ("why: |+\n  old\n\n\n", BELOW + "\n\n"),
        ("why: |\n\n  old\n \n\n", BELOW + " \n\n"),
        ("why: >-\n  old\n\n# on\n", BELOW + "\n# on\n"),
        ("why: {a: 1, b: '#'}\n", BELOW),
        ("why: [x,\n  y]\n", BELOW),
        ("? why\n: old\n", BELOW),
        ("why: old # said\n", "why: >- # said\n  new\n  text\n"),
        ("why: old\t # said\n", "why: >-\t # said\n  new\n  text\n"),
        ("why: >-  # said\n  old\n", "why: >-  # said\n  new\n  text\n"),
        ("why: old\n  goes on # said\n", "why: >- # said\n  new\n  text\n"),
        ("why: [x,\n  y] # said\n", "why: >- # said\n  new\n  text\n"),
        ("why: # said\n  a: 1\n", "why: >- # said\n  new\n  text\n"),
    ],
)
@pytest.mark.parametrize(
    ("above", "below"),
    [("", ""), ("# above\nterm: short # short\n\n", "# below\n  # too\n\nissue: x\n"), ("---\n", "...\n# over\n")],
)
def test_a_text_gives_way_to_another_and_all_else_stays(before: str, new: str, above: str, below: str) -> None:
    assert changed(above + before + below, WHY) == above + new + below


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("above", ["", "term: short # é 👩‍👧\n"])
@pytest.mark.parametrize("last", ["", "\n", "\nissue: x", "\n...", "\n\n# over\n"])
def test_line_ends_and_a_byte_order_mark_stay(mark: str, line_end: str, above: str, last: str) -> None:
    old, new = (
        (mark + above + why + last).replace("\n", line_end)
        for why in ("why: old  # said", "why: >-  # said\n  new\n  text")
    )
    usual = line_end if line_end in old else "\n"
    assert changed(old, WHY) == new.replace(line_end, usual)


PRIORITIES = """\
priorities:
  # A. About ict
  - area: ict # said
    # why
    why: >-
      old

  # B. About x
  -   area: x
      contributions:
        authority:
        - one # 1
        # between

        - two
# deep, but not by its column
        department: []  # none

  # - area: y
"""


@pytest.mark.parametrize(
    ("edits", "old", "new", "lost"),
    [
        # In a priority: names that are new come in their usual order, whatever the order of edits.
        (
            [
                put("priorities/0/contributions", "contributions:", "  authority: []"),
                put("priorities/0/term", "term: short"),
            ],
            "said\n    # why\n    why: >-\n      old\n",
            "said\n    term: short\n    # why\n    why: >-\n      old\n    contributions:\n      authority: []\n",
            [],
        ),
        (
            [
                put("priorities/1/why", "why: w"),
                put("priorities/1/issue", "issue: >-", "  i"),
                put("priorities/1/term", "term: t"),
            ],
            "area: x\n",
            "area: x\n      issue: >-\n        i\n      term: t\n      why: w\n",
            [],
        ),
        ([put("priorities/0/other", "other: x")], "      old\n", "      old\n    other: x\n", []),
        # The first name of an entry stands behind its dash, and so does what takes its place.
        ([put("priorities/0/area", "area: z")], "area: ict", "area: z", []),
        ([put("priorities/1/area", "area: >-", "  z")], "area: x", "area: >-\n        z", []),
        ([out("priorities/1/area")], "area: x\n      contributions", "contributions", []),
        ([out("priorities/0/area")], " area: ict # said", "", [(3, "# said")]),
        ([Edit(("priorities", 1, "id"), ("id: b",), ("id", "area"))], "area: x", "id: b\n      area: x", []),
        (
            [Edit(("priorities", 1, "id"), ("id: b",), ("id", "area")), out("priorities/1/area")],
            "area: x",
            "id: b",
            [],
        ),
        (
            [out("priorities/0/area"), out("priorities/0/why")],
            " area: ict # said\n    # why\n    why: >-\n      old\n",
            "\n    # why\n",
            [(3, "# said")],
        ),
        # A whole priority goes from its dash to the end of its last value.
        (
            [out("priorities/0")],
            "  - area: ict # said\n    # why\n    why: >-\n      old\n",
            "",
            [(3, "# said"), (4, "# why")],
        ),
        (
            [put("priorities/0", "- area: z", "  why: >-", "    w")],
            "  - area: ict # said\n    # why\n    why: >-\n      old\n",
            "  - area: z\n    why: >-\n      w\n",
            [(3, "# said"), (4, "# why")],
        ),
        (
            [put("priorities/2", "- area: z", "  why: w"), put("priorities/3", "- area: q")],
            "none\n",
            "none\n  - area: z\n    why: w\n  - area: q\n",
            [],
        ),
        # Entries of a list whose dashes stand below the name.
        ([put("priorities/1/contributions/authority/0", "- >-", "  new")], "- one # 1", "- >- # 1\n          new", []),
        ([out("priorities/1/contributions/authority/0")], "        - one # 1\n", "", [(12, "# 1")]),
        (
            [out("priorities/1/contributions/authority/1"), put("priorities/1/contributions/authority/2", "- new")],
            "- two",
            "- new",
            [],
        ),
        (
            [out("priorities/1/contributions/authority/0"), out("priorities/1/contributions/authority/1")],
            "        - one # 1\n        # between\n\n        - two\n",
            "        # between\n\n",
            [(12, "# 1")],
        ),
        (
            [
                put("priorities/1/contributions/authority/9", "- b"),
                put("priorities/1/contributions/authority/8", "- a"),
            ],
            "- two\n",
            "- two\n        - a\n        - b\n",
            [],
        ),
        # A list without entries.
        (
            [
                put("priorities/1/contributions/department/1", "- >-", "  b"),
                put("priorities/1/contributions/department/0", "- a"),
            ],
            "department: []  # none",
            "department:  # none\n          - a\n          - >-\n            b",
            [],
        ),
    ],
)
def test_names_and_entries_are_put_in_replaced_and_taken_out(
    edits: list[Edit], old: str, new: str, lost: list[tuple[int, str]]
) -> None:
    assert PRIORITIES.count(old) == 1
    for order in (edits, edits[::-1]):
        done = after(PRIORITIES, *order)
        assert done.data.decode() == PRIORITIES.replace(old, new)
        assert done.lost == tuple(LostComment(*comment) for comment in lost)


def test_what_is_new_at_one_place_comes_from_the_inside_out() -> None:
    text = "priorities:\n- area: x\n  contributions:\n    authority:\n    - one\nasks: []\n"
    edits = [
        put("priorities/1", "- area: z"),
        put("priorities/0/why", "why: w"),
        Edit(steps("priorities/0/contributions/department"), ("department:", "  - d"), ("authority", "department")),
        put("priorities/0/contributions/authority/1", "- two"),
        put("priorities/0/note", "note: n"),
    ]
    assert changed(text, *edits) == (
        "priorities:\n- area: x\n  why: w\n  contributions:\n    authority:\n    - one\n    - two\n"
        "    department:\n      - d\n  note: n\n- area: z\nasks: []\n"
    )


def test_an_edit_of_a_value_makes_those_inside_it_void() -> None:
    inside = [out("priorities/0"), put("priorities/1/area", "area: z")]
    done = after(PRIORITIES, *inside, put("priorities", "priorities: []"))
    assert done.data.decode() == "priorities: []\n\n  # - area: y\n"
    assert [comment.line for comment in done.lost] == [2, 3, 4, 8, 12, 13, 16, 17]


@pytest.mark.parametrize(
    ("before", "edits", "new"),
    [
        ("a:\n- b: 1\n", [out("a/0/b")], "a:\n-\n"),
        ("a:\n- b: 1\n", [out("a/0")], "a:\n"),
        ("a:\n  b: 1 \nc: 2\n", [out("a/b")], "a:\nc: 2\n"),
        ("a:\n  b: 1\nc: 2", [out("c")], "a:\n  b: 1"),
        ("a:\n- b: 1\n\n  c: 2\n", [out("a/0/b")], "a:\n-\n\n  c: 2\n"),
        ("a:\n- # said\n  b: 1\n", [put("a/0", "- c")], "a:\n- c # said\n"),
        ("a:\n- - b: 1\n    c: 2\n  - d\n", [out("a/0/0/b")], "a:\n- - c: 2\n  - d\n"),
        ("a:\n- - b: 1\n    c: 2\n  - d\n", [out("a/0/0")], "a:\n- - d\n"),
        ("a:\n- - b: 1\n", [out("a/0/0/b")], "a:\n- -\n"),
        ("a:\n- - b\n", [out("a/0/0")], "a:\n-\n"),
        ("? a\n: - b\n  - c\n", [out("a/0")], "? a\n: - c\n"),
        ("? a\n: - b\n  - c\n", [put("a/2", "- d")], "? a\n: - b\n  - c\n  - d\n"),
        ("a:\n-\n  b: 1\n- c\n", [out("a/0/b"), out("a/1")], "a:\n-\n"),
        ("a:\n-\n-   \n", [put("a/1", "- b")], "a:\n-\n- b\n"),
        ("a:\nb: 1\n", [put("a/c", "c: 2"), put("a/d", "d: 3")], "a:\n  c: 2\n  d: 3\nb: 1\n"),
        ("a:\n  # - x\n", [put("a/0", "- >-", "  new")], "a:\n  - >-\n    new\n  # - x\n"),
        ("a: [\n]", [put("a/0", "- b")], "a:\n  - b"),
        ("a: {b: 1, c: 2} # said\n", [put("a", "a:", "  b: 3")], "a: # said\n  b: 3\n"),
        (
            "a:\n  - {b: 1}\n  - {c: [2]} # said\n",
            [put("a/1", "- c:", "    - 3")],
            "a:\n  - {b: 1}\n  - c: # said\n      - 3\n",
        ),
        ("a:\n  - >-\n    b\n\n  # c\n  - d\n", [put("a/2", "- e")], "a:\n  - >-\n    b\n\n  # c\n  - d\n  - e\n"),
        ("a:\n  - b: >-\n      c\n\nd: 1\n", [put("a/0/e", "e: 2")], "a:\n  - b: >-\n      c\n    e: 2\n\nd: 1\n"),
        ("a:\n  - b\n  # of c\n  - c\n", [put("a/1", "- d")], "a:\n  - b\n  # of c\n  - d\n"),
        ("a: 1\n", [out("b"), put("a", "a: 2")], "a: 2\n"),
        ("a: []\n", [out("a/0")], "a: []\n"),
    ],
)
def test_of_unusual_layouts_only_what_is_edited_changes(before: str, edits: list[Edit], new: str) -> None:
    assert after(before, *edits) == (new.encode(), ())


@pytest.mark.parametrize(
    ("before", "edit", "new", "lost"),
    [
        (
            "a:\n  - b\n    # of b\n  # of a\n",
            put("a/0", "- >-", "  new"),
            "a:\n  - >-\n    new\n  # of a\n",
            [(3, "# of b")],
        ),
        ("a:\n  - >-\n    b\n  - c\n\n      # of c\n", out("a/1"), "a:\n  - >-\n    b\n\n", [(6, "# of c")]),
        ("a:\n    # - b\n", put("a/0", "- >-", "  new"), "a:\n  - >-\n    new\n", [(2, "# - b")]),
        ("a:\n  # of x\n  x\n", put("a", "a: z"), "a: z\n", [(2, "# of x")]),
        ("a: [x, # of x\n  y] # of y\n", put("a", "a: z"), "a: z # of y\n", [(1, "# of x")]),
        ("a: # said\n  # more\n  x # of x\n", put("a", "a: z"), "a: z # said\n", [(2, "# more"), (3, "# of x")]),
        ("a:\n  - x: 1 # of x\n# of a\n  - y\n", put("a", "a: z"), "a: z\n", [(2, "# of x"), (3, "# of a")]),
    ],
)
def test_a_comment_that_cannot_stay_is_named(before: str, edit: Edit, new: str, lost: list[tuple[int, str]]) -> None:
    assert after(before, edit) == (new.encode(), tuple(LostComment(*comment) for comment in lost))


@pytest.mark.parametrize(
    ("text", "edit", "line"),
    [
        ("a: 1\nb: {c: [d]}\n", put("b/c/0", "- e"), 2),
        ("a: 1\nb:\n  c: [d]\n", put("b/c/1", "- e"), 3),
        ("a:\n  - {b: 1}\n", put("a/0/b", "b: 2"), 2),
        ("a: {}\n", put("a/b", "b: 2"), 1),
        ("a: x\n", put("a/0", "- b"), 1),
        ("a: []\n", put("a/0/b", "b: 1"), 1),
        ("{a: 1}", put("a", "a: 2"), 1),
        ("a: 1\n", put("b/c", "c: 1"), 1),
        ("a:\n  - b\n", put("a/b", "b: 1"), 2),
        ("a:\n  b: 1\n", put("a/0", "- 1"), 2),
    ],
)
def test_inside_of_what_does_not_stand_one_below_the_other_nothing_is_changed(text: str, edit: Edit, line: int) -> None:
    with pytest.raises(Refused, match=f"what stands on line {line} is not laid out one below the other") as refused:
        changed(text, edit)
    assert refused.value.hint is not None
    assert f"line {line}" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("?\n  a\n: b\n", put("a", "a: c")),
        ("a: b # c\n", put("a", 'a: "b', '  d"')),
        ("a: 1\n", out("a")),
        ("a: 1\n", put("a", "a: \ufeff")),
    ],
)
def test_what_would_not_read_as_wanted_is_refused(text: str, edit: Edit) -> None:
    with pytest.raises(Refused, match="laid out in a way in which nothing can be changed safely"):
        changed(text, edit)


def test_more_than_can_be_read_is_refused() -> None:
    with pytest.raises(Refused, match="could not be read with one more: there are more than 50,000"):
        changed("a:\n" + "  - b\n" * (MAXIMUM_NODES - 4), put("a/0", "- - b", "  - c", "  - d"))
    with pytest.raises(Refused, match="would be larger than"):
        changed("a: b\n", put("a", f"a: {'b' * 2_000_000}"))


def test_without_edits_every_byte_stays() -> None:
    assert edited(NAME, b"no: {yaml", []) == (b"no: {yaml", ())
