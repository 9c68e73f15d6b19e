"""A made-up document never passes for a real one: every format of every report and comparison, document by document.

A workspace of two annexes and three compacts, of which one at a time is an example; each question is asked in each
format, and the mark has to be there exactly where the document is shown.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from openpyxl import load_workbook
from tests.changes.making import write
from tests.formats.coverage.pages import read
from tests.formats.made_up import ALL, ANNEXES, FIRST, OF_KENT, OF_NORFOLK, OF_SURREY, REAL, SECOND, with_examples
from tests.repositories import begin
from tests.word.papers import described

from compactctl.cli.app import run as run_here

pytestmark = pytest.mark.slow

REPORT: Final = ("terminal", "markdown", "html", "csv", "json", "xlsx")
DIFF: Final = ("terminal", "markdown", "html", "json")


class Question(NamedTuple):
    """A command line, the documents that it shows, and the formats that show others."""

    words: str
    shown: frozenset[str]
    others: dict[str, frozenset[str]] = {}  # noqa: RUF012 - never changed

    @property
    def formats(self) -> tuple[str, ...]:
        if "--authority" in self.words and self.words.startswith("report"):
            return (*REPORT, "docx")
        return REPORT if self.words.startswith("report") else DIFF


QUESTIONS: Final = (
    Question("report --year 2003/04", frozenset({FIRST, OF_KENT, OF_SURREY})),
    # What people read compares with the years before. Surrey has not renewed: its last edition is told, but in JSON
    # by a slug alone.
    Question("report --year 2004/05", ALL,
             {"csv": ALL - {FIRST, OF_SURREY}, "json": ALL - {FIRST, OF_SURREY}}),
    Question("report --year 2003/04 --region south-east", frozenset({FIRST, OF_KENT, OF_SURREY})),
    # An edition below the status counts nowhere, and is told all the same; figures alone do not tell it, and a
    # terminal in brief has no more of it.
    Question("report --year 2003/04 --status agreed", frozenset({FIRST, OF_KENT, OF_SURREY}),
             {"csv": frozenset({FIRST}), "json": frozenset({FIRST}), "terminal": frozenset({FIRST})}),
    Question("report --year 2003/04 --status agreed --full", frozenset({FIRST, OF_KENT, OF_SURREY}),
             {"csv": frozenset({FIRST}), "json": frozenset({FIRST})}),
    Question("report --trend", ALL),
    Question("report --trend --region south-east", ALL - {OF_NORFOLK}),
    Question("report --authority kent --year 2003/04", frozenset({FIRST, OF_KENT})),
    Question("report --authority kent --year 2003/04 --status agreed", frozenset({FIRST, OF_KENT})),
    # What an authority had chosen in the year before was from the agenda of that year.
    Question("report --authority surrey --year 2004/05", frozenset({FIRST, SECOND, OF_SURREY}),
             {"csv": frozenset({SECOND, OF_SURREY}), "json": frozenset({SECOND, OF_SURREY})}),
    Question("report --authority essex --year 2004/05", frozenset({SECOND})),
    Question("diff 2003/04 2004/05", ALL),
    Question("diff 2004/05 2003/04", ALL),
    Question("diff 2003/04 2003/04", frozenset({FIRST, OF_KENT, OF_SURREY})),
    Question("diff --authority kent", ANNEXES | {OF_KENT}),
    Question("diff --annex-only", ANNEXES, {"json": ALL}),  # whose counts are of the compacts
    Question("diff --since main", ALL),
    Question("diff --since main --authority kent", frozenset({OF_KENT})),
    Question("diff --since main --annex-only", ANNEXES),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a work tree in which every document differs from what is committed."""
    folder = tmp_path_factory.mktemp("work")
    write(folder, {name: {**REAL[name], "title": "Before"} for name in ANNEXES})  # type: ignore[dict-item]
    return begin(folder)


def marks(format_: str, output: bytes) -> Iterator[str]:
    """Yield everything in an output that says of something that it is made up."""
    if format_ == "xlsx":
        book = load_workbook(io.BytesIO(output))
        yield from re.findall("(?i)example", str(book.properties.title))
        for sheet in book.worksheets:
            heads, *rows = sheet.iter_rows(values_only=True)
            yield from (mark for row in rows for mark in _cells(dict(zip(map(str, heads), row, strict=True))))
    elif format_ == "docx":
        yield from re.findall("(?i)example|made up", described(output))
    elif format_ == "csv":
        yield from (mark for row in csv.DictReader(io.StringIO(output.decode())) for mark in _cells(row))
    elif format_ == "json":
        yield from _keys(json.loads(output))
    else:
        page = re.sub("<style>.*?</style>", "", output.decode(), flags=re.DOTALL)
        text = read(page).text if format_ == "html" else page
        yield from re.findall("(?i)example|made up", text)


def _cells(row: dict[str, Any]) -> Iterator[str]:
    for head, value in row.items():
        if "example" in head and value not in (0, "0", "no", "false", None):
            yield head
        elif "(example)" in str(value):
            yield str(value)


def _keys(value: Any) -> Iterator[str]:  # noqa: ANN401 - parsed JSON
    if isinstance(value, dict):
        yield from (key for key, item in value.items() if "example" in key and not isinstance(item, dict) and item)
        yield from (f"{key}.{version}" for key, item in value.items() if "example" in key and isinstance(item, dict)
                    for version in ("old", "new") if item[version])  # fmt: skip
        yield from (mark for item in value.values() for mark in _keys(item))
        yield from ("field" for name in value.get("fields", ()) if name == "example")
    elif isinstance(value, list):
        yield from (mark for item in value for mark in _keys(item))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.words)
@pytest.mark.parametrize("made_up", [None, *sorted(ALL)])
def test_the_mark_is_there_exactly_where_an_example_is_shown(
    question: Question,
    made_up: str | None,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    write(folder, with_examples(*filter(None, [made_up])))
    monkeypatch.chdir(folder)
    for format_ in question.formats:
        assert run_here([*question.words.split(), "--format", format_]) == 0
        output, beside = capfdbinary.readouterr()
        marked = [*marks(format_, output), *re.findall(b"(?i)example", beside)]
        assert bool(marked) is (made_up in question.others.get(format_, question.shown)), (format_, marked)
