"""A text that somebody had signed, and that is another now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from compactctl.files.data_folder import is_annex, is_compact, stem_of
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import BASE, COMPACT
from compactctl.words import agreeing, cut, listed

if TYPE_CHECKING:
    from compactctl.workspace.versions.document_version import DocumentPair
    from compactctl.workspace.versions.part_changes import PartChange
    from compactctl.workspace.versions.signed_texts import SignedText
    from compactctl.workspace.workspace import Workspace

_REASON: Final = "why: Results fall behind in writing"
_SIGNATURE: Final = "      - {party: authority, role: Director of education, date: 2003-12-01}\n"
_OTHER_SIGNATURE: Final = "      - {party: department, role: For the Secretary of State, date: 2003-12-15}\n"
_SIGNED: Final = (
    BASE[COMPACT]
    .replace("    priorities:\n", f"    signatures:\n{_SIGNATURE}    priorities:\n")
    .replace("why: Results differ between districts", _REASON)
)

RULE = Rule(
    level=Level.ERROR,
    found_when=(
        "with --since REF: a statement, an annex or an edition that somebody had signed then differs now in more than "
        "added signatures, or is gone"
    ),
    reason="whoever signed agreed to these words, and nobody has agreed to others",
    remedy=(
        "put back what was signed, or agree a new edition; where both sides agree to mend a misprint, exempt it in "
        "config.yaml: below 'exemptions:' a line '- rule: changed-after-signing', and below 'rule' the lines "
        "'file: …', 'until: …' with a day, and 'reason: …'"
    ),
    says="the edition of 2003/04 (signed by the authority 1 December 2003) is not what was signed: 'why' differs in the priority 'ks2-literacy-numeracy'; put back what was signed, or say it in the next edition; where both sides agree to mend a misprint, exempt it in config.yaml",
    breaks=Sample(
        {COMPACT: _SIGNED.replace(_REASON, "why: ⟦Results fall behind in reading⟧")}, before={COMPACT: _SIGNED}
    ),
    keeps=Sample({COMPACT: _SIGNED.replace(_SIGNATURE, f"{_SIGNATURE}{_OTHER_SIGNATURE}")}, before={COMPACT: _SIGNED}),
    option="since",
)

_LISTED: Final = 40
_BECAME: Final = {"gained": "is new", "lost": "is gone"}


def check_workspace(checks: Checks) -> Iterator[Violation]:
    """Hold every document that differs from what it was against what had been signed of it."""
    if checks.since is None:
        return
    from compactctl.workspace.versions.part_changes import compared
    from compactctl.workspace.versions.signed_texts import signed_texts

    for pair in checks.since.versions.pairs():
        changes = compared(pair.old, pair.new) if pair.old and pair.new else ()
        for text in signed_texts(pair, changes):
            yield Violation(text.place, _message(text, _anew(text, pair, checks.since.now)), year=text.signed.year)


def _message(text: SignedText, anew: str) -> str:
    noun = _noun(text)
    start = f"{noun} ({text.signed.standing})"
    if text.is_gone:
        return f"{start} is not there any more; put it back, or, where both sides agree that it goes, exempt it in config.yaml"
    differences = listed(map(_difference, text.changes))
    cure = f"put back what was signed{anew}; where both sides agree to mend a misprint, exempt it in config.yaml"
    return f"{start} is not what was signed: {differences}; {cure}"


def _noun(text: SignedText) -> str:
    if is_compact(text.name):
        return f"the edition of {text.signed.year}"
    return f"the annex of {text.signed.year}" if is_annex(text.name) else "the statement"


def _anew(text: SignedText, pair: DocumentPair, workspace: Workspace) -> str:
    """Return how one says something new in place of a text that is not gone; nothing where there is no such way."""
    year = text.signed.year
    if year is None or pair.new is None:
        return ""
    if not pair.is_compact:
        return f", or say it in the annex of {year.following}"
    is_newest = all(other is None or other <= year for other in pair.new.edition_paths)
    if is_newest and any(later > year for later in workspace.years):
        return f", or begin a new edition with 'compactctl renew {stem_of(text.name)}'"
    return ", or say it in the next edition"


def _difference(change: PartChange) -> str:
    noun, _, became = change.kind.partition("-")
    named = change.text or change.issue or change.area
    part = f"the {noun} '{cut(named, _LISTED)}'" if named else ""
    if became in _BECAME:
        return f"{part} {_BECAME[became]}"
    fields = listed(f"'{difference.field}'" for difference in change.differences)
    differs = f"{fields} {agreeing(len(change.differences), 'differs', 'differ')}"
    return f"{differs} in {part}" if part else differs
