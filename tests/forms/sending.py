"""Forms as they come back, without Word between: what was sent, and what somebody wrote into some of its boxes."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from compactctl.documents.years import any_year
from compactctl.drafts.inputs import whole_agenda
from compactctl.forms.boxes import EMPTY, Value, digest, empty_tags, field_of, values_of
from compactctl.forms.record import Record, record_of
from compactctl.forms.returned import ReturnedBox, ReturnedForm
from compactctl.forms.taking_in import TakenIn, take_in
from compactctl.workspace.naming import find_authority
from compactctl.workspace.workspace import Workspace

TODAY: Final = date(2004, 9, 15)
_EMPTY_ONES: Final = 3


def record(space: Workspace, slug: str, year: str) -> Record:
    """Return the edition that a form is made of."""
    return record_of(space, find_authority(space, slug), whole_agenda(space, any_year(year)))


def sent(space: Workspace, slug: str, year: str) -> ReturnedForm:
    """Return a form as it is sent, with three empty priorities and asks."""
    edition = record(space, slug, year).edition.content
    values = values_of(edition) | dict.fromkeys(empty_tags(edition, _EMPTY_ONES, _EMPTY_ONES), EMPTY)
    areas = whole_agenda(space, any_year(year)).areas

    def shown(tag: str, value: Value) -> Value:
        is_area = field_of(tag) == "area" and value
        return (areas[value[0]].label,) if is_area and value[0] in areas else value

    return ReturnedForm(
        authority=slug,
        year=year,
        digests={tag: digest(value) for tag, value in values.items()},
        boxes={tag: ReturnedBox(shown(tag, value)) for tag, value in values.items()},
        comments=0,
        objections=(),
    )


def filled(form: ReturnedForm, boxes: Mapping[str, Value]) -> ReturnedForm:
    """Return a form with something else in some of its boxes."""
    return form._replace(boxes={**form.boxes, **{tag: ReturnedBox(value) for tag, value in boxes.items()}})


def without(form: ReturnedForm, *tags: str) -> ReturnedForm:
    """Return a form in which some boxes are gone."""
    return form._replace(boxes={tag: box for tag, box in form.boxes.items() if tag not in tags})


def taken_in(space: Workspace, form: ReturnedForm) -> TakenIn:
    """Return what comes of a form."""
    return take_in(space, form, TODAY)
