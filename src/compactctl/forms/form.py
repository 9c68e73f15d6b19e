"""A form as the file that is sent out: its pages, and what it says of itself in properties that nobody sees."""

from compactctl.errors import Refused
from compactctl.forms.drawing import Form
from compactctl.forms.properties import FormProperties
from compactctl.forms.reading import fixed_lines
from compactctl.forms.record import Record
from compactctl.word.custom_properties import add_custom_properties
from compactctl.word.document import new_document
from compactctl.word.drawn import DrawnParts
from compactctl.word.margins import foot_pages, head_pages
from compactctl.word.markup import put_first
from compactctl.word.not_readable import NotReadable
from compactctl.word.package import Package
from compactctl.word.saving import saved
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.workspace import Workspace


def form_of(workspace: Workspace, authority: Authority, agenda: Agenda, record: Record) -> bytes:
    """Return the form of an edition as the bytes of a Word file; the same record is the same bytes.

    Raises:
        Refused: So much stands in the edition that its form could not be taken in again.
    """
    form = Form(workspace, authority, agenda, record)
    document = new_document(form.title)
    put_first(document, form.body)
    head_pages(document, form.title, form.marks)
    foot_pages(document)
    # By the walker that reads a returned form: what it takes for a line outside of the boxes is one.
    lines = fixed_lines(DrawnParts(document))
    properties = FormProperties.of(authority.slug, str(agenda.year), form.values, lines)
    add_custom_properties(document, properties.named())
    data = saved(document)
    if not _can_be_read(data):
        message = f"the edition of {agenda.year} of {form.name} holds too much for a form, which could not be taken in"
        raise Refused(message, "write what is to change into the file itself")
    return data


def _can_be_read(data: bytes) -> bool:
    """Tell whether a form keeps to the limits of one that comes back."""
    try:
        package = Package(data)
        return all((package.main, package.custom_properties()))
    except NotReadable:
        return False
