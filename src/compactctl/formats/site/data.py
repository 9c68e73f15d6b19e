"""The page of the data of a site: which files there are, what their columns mean, and how all is counted."""

from typing import Final

from compactctl.formats.provenance import ending
from compactctl.formats.readable.document import (
    ReadableDocument,
    Section,
    Table,
    Words,
    listed_texts,
    plain,
    rows_of,
    text_columns,
)
from compactctl.formats.site.marks import marks_of, notices_of, running_of
from compactctl.formats.site.whole_record import WholeRecord

WORKBOOK: Final = "workbook.xlsx"
RECORD: Final = "record.json"
AREAS: Final = "areas.csv"
PRIORITIES: Final = "priorities.csv"

_COUNTED: Final = (
    "An area counts each authority once whose edition of the year takes it up, however many local issues it names.",
    "Beside it stands to how many authorities the area is open, and how many of these have an edition of the year.",
    "An edition is a draft until somebody signs it, proposed until both sides have, and then agreed.",
    "Chosen, not chosen, not open, no edition, and a compact that cannot be read are five different things.",
    "A priority that breaks a rule is left out, and every page on which it would stand says so.",
    "Documents that are made up to show how the record works are examples, and marked wherever they stand.",
)
_COLUMNS: Final = {
    "year": "the academic year, from 1 September to 31 August",
    "letter, id, title": "the area: its letter in that year, its name across the years, what it is called",
    "group": "the part of the agenda that it belongs to",
    "open_to": "to how many authorities it is open",
    "with_edition": "how many of these have an edition of the year: chosen and not_chosen together",
    "chosen, not_chosen": "how many of these took it up, and how many did not",
    "no_edition, unreadable": "how many have no edition, and how many have a compact that cannot be read",
    "share": "chosen out of with_edition, between 0 and 1",
    "short, medium": "priorities of the short and of the medium term",
    "draft, proposed, agreed": "how far the editions are of those that chose it",
    "authorities": "who chose it",
    "examples, not_renewed": "how many of chosen are examples, and of no_edition had an earlier edition",
}
_OF_PRIORITIES: Final = {
    "year, authority, name": "whose edition of which year; authority is its name in addresses",
    "region, type": "where the authority is, and of what type it was in that year",
    "status, example": "draft, proposed or agreed; true where the compact is made up",
    "area, letter, title": "the area that it takes up",
    "issue": "the local issue, where each authority names its own",
    "term, why": "short or medium, and the reason, where they are given",
    "authority_contributions, department_contributions": "what each side will do, a line each within the cell",
}


def describe_data(record: WholeRecord) -> ReadableDocument:
    """Return the page of the data."""
    return ReadableDocument(
        "Data",
        lead=(plain("All that these pages are made from, to be used freely."),),
        sections=(
            Section("Files", (_files(record),), anchor="files"),
            Section("How it is counted", (listed_texts(_COUNTED),), anchor="counted"),
            Section(f"The columns of {AREAS}", (_columns("Columns of areas", _COLUMNS),), anchor="areas"),
            Section(
                f"The columns of {PRIORITIES}",
                (_columns("Columns of priorities", _OF_PRIORITIES),),
                anchor="priorities",
            ),
        ),
        marks=marks_of(record),
        notices=notices_of(record),
        running=running_of(record, "Data"),
        ending=ending(record.provenance),
    )


def _files(record: WholeRecord) -> Table:
    kept = "the newest year, sheet by sheet" if record.has_pages else "all years and their areas"
    files = {
        WORKBOOK: f"{kept}: for Excel and LibreOffice",
        AREAS: "each area of each year, with all figures: for programs",
        PRIORITIES: "each priority of each edition that counts, with what each side does: for programs",
        RECORD: "all documents and all authorities: for programs",
    }
    rows = (((Words(name, link=name),), what) for name, what in files.items())
    return Table("Files", text_columns("file", "what is in it"), rows_of(rows))


def _columns(caption: str, meanings: dict[str, str]) -> Table:
    return Table(caption, text_columns("column", "what it says"), rows_of(meanings.items()))
