"""Whoever types over a TODO of the form needs no quotes: what is typed comes back whole, or is told."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.drafts.memory import Plain, annex, area, texts, workspace
from tests.running import copy_record, run

from compactctl.documents.years import written_year
from compactctl.drafts.candidates import Candidates, Choice
from compactctl.drafts.inputs import whole_agenda
from compactctl.drafts.new import new_compact
from compactctl.files.characters import has_visible
from compactctl.workspace.document_files import read_compact
from compactctl.workspace.registers import built_in_register

_TODO = re.compile(r"(?m)^( *)TODO$")

SENTENCES = (
    "Reading: the first years come first: that is, key stage 1",
    "Ranked #3 in the county # and #9 in England",
    "'Every pupil's place' isn't a slogan",
    '"Two consultants" (in the "floor target" schools) by Easter',
    "[Draft] {see annex b}: pupils, parents, governors",
    "> 80% of pupils | none below 60% @ key stage 2",
    "- a dash, and then `code`, *stars* & ampersands!",
    "#1 of all: attendance, e.g. key: value, a: b",
    "? is it so, or ! is it not ... --- who knows?",
    "-5 points, ~100 pupils, %d of them: C:\\schools\\new",
)


def typed_over(form: str, sentences: tuple[str, ...]) -> str:
    """Return a form with each TODO that stands alone on its line written over, one sentence after the other."""
    left = iter(sentences)
    return _TODO.sub(lambda match: "\n".join(line and match[1] + line for line in next(left).split("\n")), form)


def take_up_ask_and_names(form: str) -> str:
    """Return a form with the '# ' taken away before the ask, and before who signs."""
    head, asks = form.split("    asks:\n")
    return f"{head}    asks:\n" + re.sub(r"(?m)^( *)# (?=- |  )", r"\1", asks)


@pytest.mark.parametrize(
    "glue", ["{}", "{}\nand a second line: it's #2", "- {}\n\n# after a blank line\n    - further in"]
)
def test_ten_sentences_full_of_signs_need_no_quotes(tmp_path: Path, glue: str) -> None:
    copy_record(tmp_path, annexes=("2003-04",))
    areas = ("--area", "b", "--area", "n", "--term", "b=short", "--term", "n=medium")
    assert run(tmp_path, "new", "hampshire", *areas).returncode == 0
    path = tmp_path / "data/compacts/hampshire.yaml"
    form = path.read_text(encoding="utf-8")
    two_entries = re.sub(r"(?m)^ *- >-\n *TODO$", lambda match: f"{match[0]}\n{match[0]}", form, count=3)
    sentences = tuple(map(glue.format, SENTENCES))
    path.write_text(typed_over(two_entries, sentences), encoding="utf-8")
    checked = run(tmp_path, "validate")
    assert (checked.returncode, checked.stdout) == (0, "nothing to object to in 3 documents\n")
    shown = run(tmp_path, "report", "--authority", "hampshire", "--format", "json").stdout
    texts = [text for priority in json.loads(shown)["compact"]["priorities"] for text in said(priority)]
    assert [" ".join(text.split()) for text in texts] == [" ".join(text.split()) for text in sentences]


def said(priority: Plain) -> list[str]:
    """Return the texts of a priority of a report in the order of the form."""
    both = priority["contributions"]
    return [*filter(None, [priority["issue"], priority["why"]]), *both["authority"], *both["department"]]


AGENDA = annex("2003/04", area("a", "reading"), area("b", "own", named_locally="true"))
SPACE = workspace({"annex/2003-04.yaml": AGENDA})
CANDIDATES = Candidates(
    whole_agenda(SPACE, written_year("2003/04")),
    built_in_register().authorities["hampshire"],
    asks_term=True,
    asks_why=True,
)
FORM = take_up_ask_and_names(new_compact(CANDIDATES, [Choice(CANDIDATES.areas[1], term="short")])).replace(
    "date: TODO", "date: 2004-01-31"
)


@given(
    (st.text(min_size=1) | texts).filter(lambda text: has_visible(text) and not re.search("[\n\r\ud800-\udfff]", text))
)
@example("\tbegins with a tab")
@example("   further in")
def test_any_line_comes_back_whole_or_is_told(text: str) -> None:
    file = read_compact(workspace({"compacts/hampshire.yaml": typed_over(FORM, (text,) * 20)}).tree, "hampshire")
    if file.document is None or file.findings:
        return
    [edition] = file.document.content.editions
    [priority], [ask] = edition.priorities, edition.asks
    wanted = text.strip()
    assert (priority.issue, priority.why, ask.text) == (wanted, wanted, wanted)
    assert (priority.contributions.authority, priority.contributions.department) == ([wanted], [wanted])
    assert [(signature.role, signature.name) for signature in edition.signatures] == [(wanted, wanted)] * 2


@given(texts.filter(lambda text: not re.search("[\n\r]", text) and len(text) <= 300))
def test_what_a_document_may_hold_is_not_told(text: str) -> None:
    file = read_compact(workspace({"compacts/hampshire.yaml": typed_over(FORM, (text,) * 20)}).tree, "hampshire")
    assert file.findings == ()
