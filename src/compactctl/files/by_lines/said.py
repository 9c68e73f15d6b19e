"""What is said of a slip, in an officer's words, with the line as it should read where there is one reading."""

import re
import unicodedata
from typing import Final

from compactctl.files import messages
from compactctl.files.by_lines.texts import COLON_AT_END
from compactctl.words import MAXIMUM_COPIED, in_double_quotes, number, quoted

FITS_NOWHERE: Final = (
    "it is not clear what this line belongs to; if it goes on from a text above, begin it as far in as that text;"
    " if it is a line of its own, begin it with its name and a colon, like 'why: …'"
)
SEVERAL_PLACES: Final = "this line may belong in several places; begin it as far in as the lines that it belongs with"
SWALLOWED_ENTRY: Final = (
    "this line begins with '-' within the text above; if it is an entry of its own, begin it as far in as the '-' above"
    "; if it belongs to the text, write '|-' where the text begins, and all of the text on the lines below that"
)
SWALLOWED_NAME: Final = (
    "this line begins like one with a name, within the text above; if it is one, begin it as far in as the name above;"
    " if it belongs to the text, let the line begin with another word"
)
TWO_READINGS: Final = (
    "this begins like a line with a name; if it is a text, put double quotes around all of it; if not, begin it"
    " further out"
)
SIGN_BEFORE_LIST: Final = (
    "other lines follow that belong to this one, so no text may stand here: write it on a line of its own below, after"
    " '- ' or its name and a colon, or take it away"
)
ONE_BLANK: Final = "the lines below begin one blank behind this '-'; leave one blank there, and take the others away"
LOST: Final = (
    "a line that begins with '#' is a note that nobody is shown; if it belongs to the text, begin it further in,"
    " or with a word"
)
LOST_BEFORE: Final = (
    "what stands behind '#' in this line is a note that nobody is shown, and the text begins on the next line;"
    " if it belongs to the text, put double quotes around all of it, or write it below '>-' on lines of its own"
)
ESCAPE: Final = (
    "a backslash in double quotes changes the letter behind it; where the text has a backslash, write it twice"
)
SIGNED: Final = "left because it is signed; where all who signed agree, mend it by hand"
PERHAPS_SIGNED: Final = (
    "left because it cannot be told whether it is signed; first mend its signatures, and what stands twice"
)
CLOSING: Final = {"[": "]", "{": "}"}
_TROUBLES: Final = {
    ": ": "a text that holds ': ' needs double quotes",
    COLON_AT_END: "a text that ends with ':' needs double quotes",
    " #": "a text that holds ' #' needs double quotes",
    '"': 'a text that begins with " ends at the next one',
    "'": "a text that begins with ' ends at the next one, be it an apostrophe",
}
_NO_PARTNER: Final = {
    quote: f"the {name} quote at the beginning has no partner, and is taken for a part of the text"
    for quote, name in (('"', "double"), ("'", "single"))
}
_IN_PLACE_OF_COLON: Final = re.compile(r"^(?:=|[–—-](?!\S))\s*")
_AS_WRITTEN: Final = "; write \0"
"""Stands for how the line should read, which is known when all that is wrong with it is."""
_NAMES_OF_BLANKS: Final = {"\t": "a tab", "\xa0": "a no-break space (U+00A0)"}


def merge(sign: str) -> str:
    """Say that a merge is unfinished."""
    if sign[0] == "<":
        return (
            "a merge is unfinished, and git left both versions here; keep the lines of one, and take out those of the"
            " other, and the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'"
        )
    place = "ends" if sign[0] == ">" else "goes on"
    return f"the unfinished merge {place} here; when one version is left of the two, take this line out"


def between(name: str) -> str:
    """Say that a name stands between lines that belong together, and belongs to none of them."""
    return (
        f"'{name}' belongs further out, and the lines above and below belong together; write this line above or below"
        " all of them, as far in as the lines there"
    )


def begins_anew(name: str) -> str:
    """Say that the next entry of a list begins without its '- '."""
    return f"{messages.begins_anew(name)}{_AS_WRITTEN}"


def missing_above(name: str) -> str:
    """Say that a name is missing above a line."""
    return f"'{name}:' is missing above this line; write it there"


def no_colon(name: str, rest: str) -> str:
    """Say that a name stands without its colon."""
    rest = _IN_PLACE_OF_COLON.sub("", rest)
    return f"{quoted(name)} stands here without its colon; if it is a name, write '{name}:{f' {rest}' if rest else ''}'"


def goes_on(blanks: int, rest: str | None) -> str:
    """Say that a line goes on from the one above; where it may be something else, what to do then."""
    if rest is None:
        return (
            "it is not clear whether this line goes on from the text above; if it does, begin it further in;"
            " if it is one of its own, begin it with '- ', or with its name and a colon"
        )
    if blanks < 0:
        away = number(-blanks, "blank", "blanks")
        return f"this line is further in than the rest of its text; take {away} away before it"
    return f"this line goes on from the one above; put {number(max(blanks, 1), 'more blank', 'more blanks')} before it"


def off(blanks: int, indent: int) -> str:
    """Say how far a line is off its neighbours."""
    way = f"put {number(blanks, 'more blank', 'more blanks')} before it"
    if blanks < 0:
        way = f"take {number(-blanks, 'blank', 'blanks')} away before it"
    return f"this line is off its neighbours, which begin with {number(indent, 'blank', 'blanks')}; {way}"


def sign_of_entry(sign: str) -> str:
    """Say that an entry begins with another sign than a dash."""
    shown = quoted(sign) if sign.isprintable() else "a bullet of Word's own"
    return f"an entry of a list begins with '- ', not with {shown}{_AS_WRITTEN}"


def no_dash(written: str) -> str:
    """Say that a line is no entry of a list."""
    return f"this line is no entry of a list; take the '- ' away{_write(written)}"


def entry(rest: str | None = None) -> str:
    """Say that an entry of a list lacks its dash; the rest is given where the line is not read as that entry."""
    return f"an entry of a list begins with '- '{_AS_WRITTEN if rest is None else _write(f'- {rest}')}"


def blank_missing(sign: str) -> str:
    """Say that a blank is missing, or stands on the wrong side."""
    return f"after '{sign}' a blank is missing{_AS_WRITTEN}"


def name_as() -> str:
    """Say how a name and its colon are written."""
    return f"a name is written in small letters, with a colon right behind it and then a blank{_AS_WRITTEN}"


def in_small_letters(name: str) -> str:
    """Say that a name is written in small letters."""
    return f"a name is written in small letters; did you mean '{name}'?"


def as_form(name: str, typed: str, written: str) -> str:
    """Say how a value is written."""
    return f"'{name}' is {quoted(typed)}; write '{written}'"


def blank(sign: str) -> str:
    """Say that a tab, or a blank of another kind, stands where the space bar's belongs."""
    if sign == "\t":
        return f"a tab stands here, where blanks belong{_AS_WRITTEN}"
    return f"{_name_of(sign)} stands here, as Word writes it, where the space bar's belongs{_AS_WRITTEN}"


def blank_line(sign: str) -> str:
    """Say that a line in which nothing is seen has a tab in it, or a blank of another kind."""
    return f"{_name_of(sign)} stands in this line, which is empty to look at; take it out"


def _name_of(sign: str) -> str:
    return _NAMES_OF_BLANKS.get(sign) or f"a blank of another kind (U+{ord(sign):04X}, {unicodedata.name(sign, '')})"


def in_quotes(trouble: str, words: str, *, is_on_a_line: bool, is_sure: bool) -> str:
    """Say why a text needs double quotes, and how its line should read, or all `words` that begin with a '#'."""
    why = _TROUBLES.get(trouble, f"a text cannot begin with '{trouble}'")
    if is_sure and words.count(trouble) == 1:
        why = _NO_PARTNER.get(trouble, why)
    if is_sure and is_on_a_line:
        return f"{why}{_AS_WRITTEN}"
    if is_sure and trouble == "#" and "\n" not in words and (all_of_it := _write(in_double_quotes(words))):
        return f"{why}{all_of_it}"
    if trouble in ("|", ">"):
        return (
            f"{why}: write '{trouble}-' here and the text on the lines below, further in,"
            " or put double quotes around all of it"
        )
    return f"{why}: put double quotes around all of it, or write it below '>-' on lines of its own"


def no_text(trouble: str) -> str:
    """Say why a value cannot be read where no text of any words belongs."""
    return f"{quoted(trouble.strip())} cannot stand here"


def not_closed(sign: str) -> str:
    """Say that a bracket does not close."""
    what = f"what begins with '{sign}' here is not closed, or a comma is missing in it"
    return f"{what}; write '{CLOSING[sign]}' where it ends"


def with_line(message: str, line: str) -> str:
    """Return a message with how the line should read, where it shows that and the line is short enough to be copied."""
    return message.replace(_AS_WRITTEN, _write(line))


def _write(written: str) -> str:
    written = written.strip()
    return f"; write {written}" if 0 < len(written) <= MAXIMUM_COPIED else ""
