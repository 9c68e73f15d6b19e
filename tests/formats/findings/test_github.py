import re

import pytest
from markdown_it import MarkdownIt
from tests.formats.findings.sample import HOSTILE, NASTY, finding, result

from compactctl.finding import Level, Span
from compactctl.formats.findings.github import MAXIMUM_SUMMARY, render, summary

COMMAND = re.compile(
    r"::(?:error|warning|notice) file=[^:,]+"
    r"(?:,line=\d+(?:,col=\d+)?,endLine=\d+(?:,endColumn=\d+)?)?,title=[a-z0-9-]+::.+"
)


def test_an_annotation_stands_at_its_place() -> None:
    assert render(result(finding("no such area: 'x', 50% sure"))) == (
        "::error file=data/compacts/hampshire.yaml,line=9,col=15,endLine=9,endColumn=27,title=unknown-area"
        "::no such area: 'x', 50%25 sure\n"
    )


@pytest.mark.parametrize(
    ("span", "where"),
    [(None, ""), (Span(2, 3, 5, 1), ",line=2,endLine=5")],
    ids=["a whole file", "several lines"],
)
def test_an_annotation_has_the_columns_that_github_takes(span: Span | None, where: str) -> None:
    shown = render(result(finding("x", "statement.yaml", span=span)))
    assert shown == f"::error file=data/statement.yaml{where},title=unknown-area::x\n"


def test_the_worst_comes_first() -> None:
    findings = [finding(level, level=level) for level in (Level.INFO, Level.ERROR, Level.WARNING, Level.ERROR)]
    commands = [line.split()[0] for line in render(result(*findings)).splitlines()]
    assert commands == ["::error", "::error", "::warning", "::notice"]


def test_a_path_cannot_end_the_command() -> None:
    shown = render(result(finding("x", "a::b,line=1%.yaml", span=None)))
    assert shown == "::error file=data/a%3A\\%3Ab%2Cline=1%25.yaml,title=unknown-area::x\n"


def test_every_line_is_a_command_of_ours_and_nothing_else() -> None:
    lines = render(NASTY).splitlines()
    assert len(lines) == len(NASTY.findings)
    assert [line for line in lines if not COMMAND.fullmatch(line) or "##[" in line] == []


def rows_of(markdown: str) -> list[list[str]]:
    """Return the text of each row's cells, as Markdown has it."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    cells = [token for token in tokens if token.type == "inline" and token.level > 1]  # those of the table
    texts = [cell.content for cell in cells]
    return [texts[start : start + 4] for start in range(0, len(texts), 4)]


def test_the_summary_lists_all_findings() -> None:
    findings = [finding(f"this is finding {index}") for index in range(30)]
    text = summary(result(*findings))
    assert "30 errors in 1 of 3 documents" in text
    assert rows_of(text)[0] == ["level", "where", "rule", "message"]
    assert [row[3] for row in rows_of(text)[1:]] == [f"this is finding {index}" for index in range(30)]
    assert rows_of(text)[1][:3] == ["error", "data/compacts/hampshire.yaml:9:15", "unknown-area"]


def test_the_summary_says_when_there_is_nothing() -> None:
    assert summary(result()) == "## compactctl\n\nnothing to object to in 3 documents\n\n"


def test_nothing_hostile_acts_in_the_summary() -> None:
    text = summary(NASTY)
    assert len(rows_of(text)) == 1 + len(NASTY.findings)
    tokens = [
        token for block in MarkdownIt("gfm-like", {"linkify": False}).parse(text) for token in block.children or ()
    ]
    assert {token.type for token in tokens} <= {"text", "html_inline"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<span>", "</span>"}


@pytest.mark.parametrize("room", [MAXIMUM_SUMMARY, 20_000])
def test_a_summary_that_is_too_long_says_what_it_leaves_out(room: int) -> None:
    findings = [finding(f"नमस्ते {HOSTILE[-1]} {index}" * 5) for index in range(5_000)]
    text = summary(result(*findings), room)
    shown = len(rows_of(text.rpartition("\n\n")[0])) - 1
    assert len(text.encode()) <= room
    assert 0 < shown < len(findings)
    assert text.endswith(
        f"\n\n{len(findings) - shown:,} more findings left out here: a summary holds no more than 1 MiB.\n"
    )


def test_where_there_is_no_room_nothing_is_added() -> None:
    assert summary(result(finding("x")), 100) == ""
