"""A text that somebody gives on the command line, or as an answer: held to what a document may hold."""

from compactctl.errors import CannotDo
from compactctl.files.characters import find_hidden, has_visible


def given_text(noun: str, words: str, most: int, hint: str) -> str:
    """Return a text without the blanks around it; raises `CannotDo` where no document may hold it.

    The noun names it in messages; the hint says what to write where it is empty.
    """
    text = words.strip()
    if not has_visible(text):
        raise CannotDo(f"{noun} is empty", hint)
    if hidden := next(find_hidden(text), None):
        raise CannotDo(f"{noun} holds {hidden[1]}, which readers cannot see", "write it without")
    if len(text) > most:
        raise CannotDo(f"{noun} is longer than {most:,} characters", "say it in a few words")
    return text
