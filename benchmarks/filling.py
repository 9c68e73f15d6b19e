"""Fills in forms as officers do: a reason said anew, an offer more, and a priority more; by the tags of their boxes."""

import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import yaml
from lxml import etree

from benchmarks.areas import FIRST

Compact = dict[str, Any]
Answers = dict[str, list[str]]
"""What is written into boxes, by their tags."""

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT: Final = "word/document.xml"
_WHY: Final = "The review of the autumn found this more urgent than we had thought."
_OFFER: Final = "A named officer who answers to head teachers within a week"
_FROM_DEPARTMENT: Final = "An adviser for six days a term"
_OPEN: Final = tuple(area.id for area in FIRST if area.region is None and not area.named_locally)


def fill_in(forms: Path, compacts: Path) -> dict[str, Compact]:
    """Fill in the form of each compact, of one edition, and return what each file is to say once it is taken in."""
    meant = {}
    for path in sorted(compacts.glob("*.yaml")):
        compact = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts only
        answers = _answers(compact["editions"][0]["priorities"])
        (form,) = forms.glob(f"{path.stem}-20*.docx")
        _fill(form, answers)
        meant[path.name] = compact
    return meant


def _answers(priorities: list[dict[str, Any]]) -> Answers:
    """Put what is filled in among the priorities of an edition, and return it by the tags of the boxes."""
    first, second, number = priorities[0], priorities[1], len(priorities) + 1
    first["why"] = f"{first['why']} {_WHY}"
    offers = second["contributions"]["authority"]
    offers.append(_OFFER)
    taken = {priority["area"] for priority in priorities}
    new = {"area": next(area for area in _OPEN if area not in taken), "term": "short", "why": _WHY}
    both = {"authority": [_OFFER], "department": [_FROM_DEPARTMENT]}
    priorities.append({**new, "contributions": both})
    boxes = {**{field: [text] for field, text in new.items()}, **both}
    answers = {"priority/1/why": [first["why"]], "priority/2/authority": offers}
    return answers | {f"priority/{number}/{field}": texts for field, texts in boxes.items()}


def _fill(form: Path, answers: Answers) -> None:
    with zipfile.ZipFile(form) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    root = etree.fromstring(parts[_DOCUMENT])
    for control in root.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        if tag is not None and (texts := answers.get(str(tag.get(f"{_W}val")))):
            _write(control, texts)
    parts[_DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(form, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)


def _write(control: etree._Element, texts: list[str]) -> None:
    for flag in control.findall(f"{_W}sdtPr/{_W}showingPlcHdr"):
        control[0].remove(flag)
    shown = {item.get(f"{_W}value"): item.get(f"{_W}displayText") for item in control.iter(f"{_W}listItem")}
    content = control[1]
    while content[0].tag == f"{_W}p" and len(content) < len(texts):
        paragraph = etree.SubElement(content, f"{_W}p")
        paragraph.extend(deepcopy(item) for item in content[0].iterfind(f"{_W}pPr"))
        paragraph.append(deepcopy(next(content[0].iter(f"{_W}r"))))
    for run, text in zip(content.iter(f"{_W}r"), texts, strict=True):
        run[-1].text = shown.get(text, text)
        del run[:-1]
