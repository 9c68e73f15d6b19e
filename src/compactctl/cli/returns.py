"""The files that `import` is to take in: which there are, the form in each, and which of them contradict each other."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from compactctl.cli.options import WORD_ENDING
from compactctl.cli.output import notify
from compactctl.cli.progress import with_progress
from compactctl.errors import CannotDo
from compactctl.files.limits import MAXIMUM_AT_ONCE, MAXIMUM_PACKED
from compactctl.files.opening import TooLarge, Unreadable, read_bytes
from compactctl.files.targets import shown_path
from compactctl.files.trees import DiskTree
from compactctl.forms.boxes import EMPTY, Value, label_of
from compactctl.forms.reading import read_form
from compactctl.forms.returned import ReturnedForm
from compactctl.word.not_readable import NotReadable, too_large
from compactctl.words import did_you_mean, listed, quoted
from compactctl.workspace.parallel import parallel_map

_OF_WORD: Final = "~$"
"""How the names of the files begin that Word keeps beside one that is open."""
_TIMES_YAML: Final = 20
"""How much longer a byte of a form, which is packed, takes to read than one of a document."""
_NAMED: Final = 3


class Return(NamedTuple):
    """A file that was named, or lies in a folder that was: the form in it, or why there is none."""

    path: Path
    form: ReturnedForm | None
    refusal: str = ""

    @property
    def key(self) -> tuple[str, str] | None:
        """Whose form it is, and of which year."""
        return (self.form.authority, self.form.year) if self.form else None


def returns_in(names: Iterable[str]) -> list[Return]:
    """Read the files that are named, and those in folders that are, which two processes do where they are many.

    Raises:
        CannotDo: There is no such file or folder, or nothing in it.
    """
    paths = list(dict.fromkeys(path for name in names for path in _paths(name)))
    sizes = [_TIMES_YAML * DiskTree(Path()).size(str(path)) for path in paths]
    read = parallel_map(paths, sizes, _read)
    return list(_within_room(with_progress(read, len(paths), "Reading forms")))


def contradictions(returns: Sequence[Return]) -> dict[Path, str]:
    """Return why a form is not taken in beside others of its authority and year, which say something else."""
    alike: dict[tuple[str, str], list[Return]] = {}
    for each in returns:
        if each.key:
            alike.setdefault(each.key, []).append(each)
    pairs = ((each, _others(each, several)) for several in alike.values() for each in several)
    return {each.path: _told(each, others) for each, others in pairs if others}


def _within_room(returns: Iterable[Return]) -> Iterator[Return]:
    """Yield what was read, but no forms beyond those that are kept at once."""
    room = MAXIMUM_AT_ONCE
    for each in returns:
        room -= sum(len(text) for box in each.form.boxes.values() for text in box.texts) if each.form else 0
        if room < 0:
            yield Return(each.path, None, "these are too many long forms for one run; take in this one by itself")
        else:
            yield each


def _paths(name: str) -> Iterator[Path]:
    path = Path(name)
    if not name or not os.path.lexists(path):
        nearby = _nearby(path) if name else None
        hint = (
            f"did you mean {quoted(nearby.as_posix())}?" if nearby else "name the forms, or the folder that they lie in"
        )
        raise CannotDo(f"there is no file or folder {quoted(name)}", hint)
    if not path.is_dir() or path.is_symlink():
        yield path
        return
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        raise CannotDo(f"the folder {quoted(name)} cannot be read: {error.strerror}") from error
    shown = [entry for entry in entries if not entry.name.startswith((".", _OF_WORD))]
    forms = [entry for entry in shown if entry.suffix.lower() == WORD_ENDING]
    if not forms:
        raise CannotDo(f"the folder {quoted(name)} holds no Word document (.docx)", "name the folder of the forms")
    if others := [quoted(entry.name) for entry in shown if entry not in forms]:
        message = (
            f"passed over in the folder {quoted(name)}, where only Word documents (.docx) are read: {listed(others)}"
        )
        notify(message, "save a form among them as a Word document, and name a folder to take in what lies in it")
    yield from forms


def _nearby(path: Path) -> Path | None:
    """Return what a path that is not there was most likely meant to be, by what lies beside its first missing part."""
    missing = next((part for part in (*reversed(path.parents), path) if not os.path.lexists(part)), path)
    try:
        beside = [entry.name for entry in missing.parent.iterdir() if not entry.name.startswith((".", _OF_WORD))]
    except OSError:
        return None
    meant = did_you_mean(missing.name, beside)
    if meant is None:
        return None
    near = missing.with_name(meant)
    whole = near / path.relative_to(missing)
    return whole if os.path.lexists(whole) else near


def _read(path: Path) -> Return:
    if path.name.startswith(_OF_WORD):
        return Return(path, None, "this is what Word keeps beside a document that is open; name the document itself")
    if path.is_dir() and not path.is_symlink():
        return Return(path, None, f"this is a folder; to take in what lies in it, name it too: {shown_path(path)}")
    try:
        return Return(path, read_form(read_bytes(path, MAXIMUM_PACKED)))
    except TooLarge:
        return Return(path, None, too_large().in_a_line)
    except Unreadable as refusal:
        return Return(path, None, str(refusal))
    except NotReadable as refusal:
        return Return(path, None, refusal.in_a_line)


def _others(each: Return, several: Sequence[Return]) -> list[Return]:
    """Return those of several forms of one edition that say something else than one of them."""
    return [other for other in several if _differing(each.form, other.form)]


def _differing(form: ReturnedForm | None, other: ReturnedForm | None) -> list[str]:
    """Return the boxes in which two forms do not say the same."""
    said, its = _said(form), _said(other)
    return [tag for tag in {**said, **its} if said.get(tag, EMPTY) != its.get(tag, EMPTY)]


def _said(form: ReturnedForm | None) -> dict[str, Value]:
    return {tag: box.texts for tag, box in form.boxes.items()} if form else {}


def _told(each: Return, others: Sequence[Return]) -> str:
    names = listed((quoted(shown_path(other.path)) for other in others), most=_NAMED)
    boxes = listed(map(label_of, _differing(each.form, others[0].form)), most=_NAMED)
    return f"another form of the same edition, {names}, says something else in {boxes}: keep the one that counts"
