"""The page of the statement: what the partners hold to, what the department will do nationally, who signed."""

from collections.abc import Iterator

from compactctl.documents.content import Statement
from compactctl.formats.coverage.lists import sections_of_commitments
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.provenance import ending
from compactctl.formats.readable.document import Facts, Line, ReadableDocument, Section, Words, listed_texts, plain
from compactctl.formats.site.frame import DEPARTMENT
from compactctl.formats.site.whole_record import WholeRecord
from compactctl.formats.site.years import signatures


def describe_statement(record: WholeRecord, targets: LinkTargets) -> ReadableDocument:
    """Return the page of the statement, or why there is none to show."""
    statement = record.workspace.statement.content if record.workspace.statement else None
    title = (statement.title if statement else None) or "The Statement of Intent"
    return ReadableDocument(
        title,
        lead=tuple(_lead(record, statement, targets)),
        facts=(("Note", plain(statement.note)),) if statement and statement.note else (),
        sections=tuple(_sections(record, statement)) if statement else (),
        running=f"{title}, {record.provenance.revision}",
        ending=ending(record.provenance),
    )


def _lead(record: WholeRecord, statement: Statement | None, targets: LinkTargets) -> Iterator[Line]:
    if statement:
        yield plain("What the department and the association intend to do in partnership.")
        yield (Words("What the department promised to single authorities", link=targets.page(DEPARTMENT)),)
    elif record.workspace.has_statement:
        yield plain("The statement cannot be read.")
    else:
        yield plain("This record has no statement.")


def _sections(record: WholeRecord, statement: Statement) -> Iterator[Section]:
    yield from _texts("The vision", statement.vision)
    yield from _texts("Principles", statement.principles)
    yield from _texts("On what terms", statement.conditions)
    yield from _texts("Focuses", [focus.title for focus in statement.focuses])
    yield from sections_of_commitments(record.newest.commitments)
    if signed := tuple(signatures(statement.signatures)):
        yield Section("Who signed it", (Facts(signed),), anchor="signed")
    yield from _texts("Sources", statement.sources)


def _texts(title: str, texts: list[str | None]) -> Iterator[Section]:
    """Yield texts below one another, where there are any."""
    if whole := [text for text in texts if text]:
        yield Section(title, (listed_texts(whole),))
