"""No text is cut off by a '#' without a word; notes stay notes."""

from pathlib import Path

import pytest
from tests.rules.looking import SIGNED, compact, findings_in, outlines

from compactctl.rules.samples import BASE, COMPACT

SIGNED_WITH_NOTE = SIGNED.replace("2003-12-15}", "2003-12-15, name: A #1\n        }")
DRAFT = ("text-in-comment", "warning")


@pytest.mark.parametrize(
    "why",
    [
        "Ranked #3 to #9",
        "Ranked # 3",
        "Ranked #",
        "Ranked - # 3",
        "Ranked: none - # 3".replace(": ", ":"),
        "Ranked\t#3",
        "Ranked  #3",
        "Ranked among the last\n          of all, at #3",
        '"Ranked" #3 to #9',
        "'Ranked' #3 to #9",
        '"Ranked"#3 to #9',
        "'Ranked'#3",
        "Ranked\n          #3 to #9",
        "Ranked\n    #3 to #9",
        "Ranked\n# as ever\n\n#3 to #9",
        '"Ranked"\n#3 to #9',
        "Ranked # see note",
        "Ranked  # why it matters most here",
        "#3 in the county\n          and last of all",
        "> #1 in the county\n          Ranked high",
        ">-\n          Ranked high\n         #3 to #9",
    ],
)
def test_what_stands_behind_a_text_is_told_at_its_sign(tmp_path: Path, why: str) -> None:
    [finding] = findings_in(tmp_path, compact(why))
    assert (finding.rule, str(finding.level)) == DRAFT
    span = finding.place.span
    line = (tmp_path / COMPACT).read_text(encoding="utf-8").splitlines()[span.line - 1 if span else 0]
    assert span is not None
    assert line[span.column - 1] == "#"
    assert line.index("#") == span.column - 1
    assert "if it belongs to the text, " in finding.message


@pytest.mark.parametrize(
    "why",
    [
        '"Ranked #3 to #9"',
        '"Ranked" # see the report',
        '"Ranked"# see the report',
        "Ranked#3",
        "# in a sentence or two\n          Results differ",
        ">-\n          Ranked #3 to #9",
        ">-\n          Ranked\n          #3 to #9\n            #4 too",
        ">-\n          #3 of all\n\n          # and last",
        ">-\n\n          #3 of all",
        ">-  # in a sentence or two\n          Ranked high",
        ">-\n          Ranked high\n        # 3 is a note, as far out as the names",
        ">-\n          Ranked high\n#- area: taken-out",
        "|-\n          #3 to #9\n          # all of it is text",
        "TODO  # ask the district officers",
        "Results differ\n        # a note on a line of its own",
        "Results differ\n          #- an entry that was taken out",
        "Results differ\n          #term: medium",
    ],
)
def test_text_in_quotes_or_a_block_and_notes_are_left_alone(tmp_path: Path, why: str) -> None:
    assert [item.rule for item in findings_in(tmp_path, compact(why)) if item.rule == "text-in-comment"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- Two consultants", "- Two consultants #1"),
        ("- The pilot's materials", "- The materials #1"),
        ("editions:", "note: Ranked #1\neditions:"),
        ("editions:", "sources:\n  - Minutes #1\neditions:"),
        ("    priorities:", "    note: Ranked #1\n    priorities:"),
        ("    priorities:", "    asks:\n      - text: Give notice #1\n    priorities:"),
        ("    priorities:", f"{SIGNED_WITH_NOTE}    priorities:"),
    ],
)
def test_in_every_free_text_of_a_compact(tmp_path: Path, old: str, new: str) -> None:
    findings = findings_in(tmp_path, {COMPACT: BASE[COMPACT].replace(old, new)})
    assert [item.rule for item in findings] == ["text-in-comment"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("statement.yaml", "  - Every child enjoys learning", "  - Every child enjoys learning #1"),
        ("statement.yaml", "title: Primary education", "title: Primary education #1"),
        ("statement.yaml", "text: One education plan in place of many", "text: One education plan #1"),
        ("statement.yaml", "role: Chair", "role: Chair #1"),
        ("annex/2003-04.yaml", "title: Challenging targets", "title: Challenging targets #1"),
        ("annex/2003-04.yaml", "summary: Early education and childcare", "summary: Early education #1"),
        ("annex/2003-04.yaml", "role: Chair", "role: Chair #1"),
    ],
)
def test_in_every_free_text_of_statement_and_annex(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert outlines(findings_in(tmp_path, {file: BASE[file].replace(old, new)})) == [
        ("text-in-comment", "error", BASE[file].split(old)[0].count("\n") + 1)
    ]


def test_behind_an_id_a_term_or_a_day_it_is_a_note(tmp_path: Path) -> None:
    text = BASE[COMPACT].replace("term: short", "term: short # agreed").replace("numeracy\n", "numeracy # b\n")
    assert findings_in(tmp_path, {COMPACT: text}) == []


@pytest.mark.parametrize("indent", ["", "  ", "        "])
@pytest.mark.parametrize("between", ["", "\n", "# a note\n"])
def test_a_pasted_line_that_stands_further_out_than_the_form_is_told(tmp_path: Path, indent: str, between: str) -> None:
    """An editor indents the first line of what is pasted, and no other."""
    findings = findings_in(tmp_path, compact(f">-\n          We have two aims:\n{between}{indent}#1 raise standards"))
    assert [item.rule for item in findings] == ["text-in-comment"]
    assert findings[0].place.excerpt == f"{indent}#1 raise standards"
    assert "if it belongs to the text, begin this line as far in as the text above;" in findings[0].message


def test_an_error_once_somebody_has_signed(tmp_path: Path) -> None:
    assert [level for _, level, _ in outlines(findings_in(tmp_path, compact("Ranked #3 to #9", SIGNED)))] == ["error"]


@pytest.mark.parametrize(
    ("why", "mending"),
    [
        ("Ranked #3 to #9", 'write "Ranked #3 to #9"'),
        ('Ranked "low" #3', 'write "Ranked \\"low\\" #3"'),
        ("'Ranked' #3", 'put the whole of it in double quotes: "…"'),
        ("Ranked\n          #3 of all", 'put the whole of it in double quotes: "…"'),
        ("#3 of all\n          and last", 'write "#3 of all and last"'),
        ("#3\n          of all\n          at #9", 'write "#3 of all at #9"'),
        ("Ranked\n          at #3", 'write "Ranked at #3"'),
        ("#3\n\n          of all", 'put the whole of it in double quotes: "…"'),
        ("#3\n          #4\n          of all", 'put the whole of it in double quotes: "…"'),
        ('#3\n          "of all"', 'put the whole of it in double quotes: "…"'),
        (f"#3\n          {'of all ' * 40}", 'put the whole of it in double quotes: "…"'),
    ],
)
def test_says_what_to_write(tmp_path: Path, why: str, mending: str) -> None:
    [finding] = findings_in(tmp_path, compact(why))
    assert f"if it belongs to the text, {mending};" in finding.message
    assert finding.message.endswith("if it is a note, write it on a line of its own above, after '# '")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(tmp_path: Path, line_end: str) -> None:
    files = compact("Ranked #3 to #9")
    written = files[COMPACT]
    assert written is not None
    text = f"# A note\n{written}# The end".replace("\n", line_end)
    assert outlines(findings_in(tmp_path, {**files, COMPACT: text})) == [(*DRAFT, 8)]


@pytest.mark.parametrize(
    "below",
    [
        "          Results differ",
        "\n          Results differ",
        "          # more\n          Results differ",
        "          Results of 12:30 differ",
        "          -5 per cent",
        "          >-\n          Results differ",
    ],
)
@pytest.mark.parametrize("blank", [" ", " \t"])
def test_a_note_where_a_text_is_to_begin_is_told_whatever_stands_below(blank: str, below: str, tmp_path: Path) -> None:
    text = BASE[COMPACT].replace("why: Results differ between districts\n", f"why:{blank}# 3 of nine\n{below}\n")
    (finding,) = findings_in(tmp_path, {COMPACT: text})
    assert (finding.rule, finding.place.span and finding.place.span.line) == ("yaml-syntax", 7)
    assert "what stands behind '#' in this line is a note that nobody is shown" in finding.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("contributions:\n", "contributions: # what we do\n"),
        ("authority:\n", "authority: # what we do\n"),
        ("- area: ks2", "- # first\n        area: ks2"),
        ("why: Results", "why: >- # a note\n          Results"),
    ],
)
def test_a_note_elsewhere_is_none_of_a_text(old: str, new: str, tmp_path: Path) -> None:
    assert findings_in(tmp_path, {COMPACT: BASE[COMPACT].replace(old, new)}) == []


@pytest.mark.parametrize(
    ("old", "new", "name", "mending"),
    [
        ("editions:", "sources: #1 The minutes\neditions:", "sources", 'write - "#1 The minutes" as an entry'),
        ("    priorities:", "    asks: #1 more\n    priorities:", "asks", 'write - text: "#1 more" as an entry'),
        (
            "    priorities:",
            "    asks: [] #1 more\n    priorities:",
            "asks",
            'write - text: "#1 more" as an entry of its own below, in place of the brackets;',
        ),
        ("    priorities:", "    asks:\n\n      # a note\n  #1 more\n    priorities:", "asks", "write - text: "),
        ("priorities:", "priorities:\n #1 Reading", "priorities", "write it as an entry of its own below, '- area: …'"),
        ("authority:\n", "authority: #2 advisers\n", "authority", 'write - "#2 advisers" as an entry'),
        ("authority:\n", "authority:\n            #2 advisers\n", "authority", 'write - "#2 advisers" as an'),
        ("  - Two consultants", "  #2 advisers", "authority", 'write - "#2 advisers" as an entry'),
        ("department:\n", "department:\n#2 advisers\n", "department", 'write - "#2 advisers" as an entry'),
        ("department:\n", "department:\n    #2: advisers\n", "department", 'write - "#2: advisers" as an entry'),
        ("contributions:\n", "contributions: #2\n", "contributions", "put what it says under 'authority' or"),
    ],
)
def test_what_stands_where_entries_belong_may_be_one(
    old: str, new: str, name: str, mending: str, tmp_path: Path
) -> None:
    findings = findings_in(tmp_path, {COMPACT: BASE[COMPACT].replace(old, new, 1)})
    (finding,) = (item for item in findings if item.rule == "text-in-comment")
    assert str(finding.level) == "warning"
    column = finding.place.span.column if finding.place.span else 0
    assert finding.place.excerpt[column - 1 : column + 1] in {"#1", "#2"}
    assert finding.message.startswith(
        f"what begins with this '#' is a note that nobody is shown; if it belongs to '{name}', {mending}"
    )
    assert finding.message.endswith("; if it is a note, leave a space behind its '#'")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("statement.yaml", "focuses:", "principles: #1 Partnership\nfocuses:"),
        ("statement.yaml", "vision:\n  - ", "vision:\n  #"),
        ("annex/2003-04.yaml", "    areas:", "    areas: #1 Targets"),
        ("annex/2003-04.yaml", "focuses: [primary]", "focuses: #primary"),
    ],
)
def test_in_lists_of_statement_and_annex(tmp_path: Path, file: str, old: str, new: str) -> None:
    (finding,) = findings_in(tmp_path, {file: BASE[file].replace(old, new, 1)})
    assert (finding.rule, str(finding.level)) == ("text-in-comment", "error")


def test_each_line_that_may_be_an_entry_is_told(tmp_path: Path) -> None:
    text = BASE[COMPACT].replace("    priorities:", "    asks: #1 more money\n      #2 more time\n    priorities:")
    assert outlines(findings_in(tmp_path, {COMPACT: text})) == [(*DRAFT, 4), (*DRAFT, 5)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    priorities:", "    asks: # 1 more money\n      # 2 more time\n    priorities:"),
        ("    priorities:", "    asks:\n      #- text: More money\n      #area: ict\n    priorities:"),
        ("    priorities:", "    asks:\n      #ask them\n      - text: TODO\n    priorities:"),
        ("authority:\n            - Two", "authority:\n            #ask the officers\n            - TODO two"),
    ],
)
def test_notes_where_entries_belong_are_notes(old: str, new: str, tmp_path: Path) -> None:
    findings = findings_in(tmp_path, {COMPACT: BASE[COMPACT].replace(old, new)})
    assert [item.rule for item in findings if item.rule == "text-in-comment"] == []


@pytest.mark.parametrize(("length", "says"), [(150, 'write - "#2 aa'), (300, "'- \"…\"';")])
def test_such_an_entry_is_shown_whole_or_not_at_all(length: int, says: str, tmp_path: Path) -> None:
    line = f"#2 {'a' * length}"
    text = BASE[COMPACT].replace("          authority:\n", f"          authority:\n            {line}\n")
    (finding,) = findings_in(tmp_path, {COMPACT: text})
    assert says in finding.message
    assert (f'"{line}"' in finding.message) == (length < 200)
