"""A cheap look at a file that YAML can read: whether a line of it may have been meant otherwise.

It only tells whether the file is to be read by lines too, which tells more and takes longer. Every clean file pays for
it: a line's begin is looked for as the line end before it, and a sign before the lines that may have it.
"""

import re
from typing import Final

from compactctl.files.characters import ODD_BLANKS, SIGNS_OF_WORD
from compactctl.files.reading import Parsed
from compactctl.files.source import LINE_END

_NAMES: Final = re.compile(r"\n *(?:- +)?['\"]?[A-Za-z_-]+['\"]?:(?=[ \t\n])")
_ENTRIES: Final = re.compile(r"\n *-(?=[ \n])")
_FLOW: Final = re.compile(r"[-:,{\[] *\[(?! *\])")
"""A list in brackets that is not empty."""
_CUT_OFF: Final = re.compile(r"#(?<=[ \t\"]#)[^\s!]")
_WHOLE: Final = re.compile(r" *#.*| *(?:- +(?:[A-Za-z_-]+: +)?|[A-Za-z_-]+: +)\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"[ \t]*")
"""A line that is all note, or whose text stands in double quotes as it should: nothing of it is cut off."""
_NOTE_BEFORE: Final = re.compile(r"\n *(?:- +)?(?:-|[a-z_]+:)[ \t]+#[ \t].*\n(?:[ \t]*(?:#.*)?\n)*+ +[^\s#]")
"""A note where a text is to begin, and something below it."""
_NOTE: Final = re.compile(r"#(?<=[ \t]#)[ \t]")
STRANGE_ESCAPE: Final = re.compile(r"\\[ aev0N_LP]|(?<!\\)\b[A-Za-z]:\\[bfnrt]")
"""A backslash with what nobody writes in an escape, or in the path of a drive."""
_ESCAPED: Final = re.compile(rf'"[^"\n]*(?:{STRANGE_ESCAPE.pattern})')
_BEGIN: Final = re.compile(r"\n *(?:-[^\W\d]|\*[ \n]|->|-\t|\? )")
"""What people begin an entry with, besides a dash and a blank."""
_ARROW: Final = re.compile(r"\n *(?:- +)?(?:[a-z_]+: +)?(?:- *)?(?:->|&gt;)")
_BEFORE_LIST: Final = re.compile(r"s: +[>|]")
"""The sign of a text behind a name in the plural, as those of lists are."""
_UNUSUAL: Final = re.compile(
    rf"\n(?:[ \t{ODD_BLANKS}]*[•–—·▪●◦‣∙{SIGNS_OF_WORD}{ODD_BLANKS}]"
    rf"| *- *[{ODD_BLANKS}]| *(?:- +)?[a-z_]+: *[{ODD_BLANKS}：])"  # noqa: RUF001 - signs that are taken for others
)
_DASH_IN_SENTENCE: Final = re.compile(r" *[–—] +\w[^:\n]*")
_BELOW_NAME: Final = re.compile(r" *(?:- +)?[a-z_]+: +[>|][+-]?")
_LOOKED_BACK: Final = 20
"""Lines above one that are looked at for the name that it belongs to."""
_LIKE_NAME: Final = re.compile(r"\n +([A-Za-z_]+)(?=\n|[:：]\S| [^ :\n]*\n)")  # noqa: RUF001 - a colon of East Asia


def may_mean_otherwise(text: str, parsed: Parsed, names: frozenset[str]) -> bool:
    """Tell whether a line may be lost in a text, or cut off by a '#', or begin with a sign that people take for '-'."""
    lines = "\n" + (LINE_END.sub("\n", text) if "\r" in text else text) + "\n"
    return (
        _holds_more_than(parsed, lines)
        or _begins_unusually(lines)
        or ("#" in lines and (_is_cut_off(lines) or _begins_with_note(lines)))
        or ("\\" in lines and _ESCAPED.search(lines) is not None)
        or any(match[1][0].lower() + match[1][1:] in names for match in _LIKE_NAME.finditer(lines))
    )


def _holds_more_than(parsed: Parsed, lines: str) -> bool:
    """Whether more lines look like names or entries than were read as such, or fewer."""
    if "[" in lines and _FLOW.search(lines):
        return True  # an entry in brackets would make up for one that is lost elsewhere
    names, entries = (sum(map(lines.count, (f"{sign} ", f"{sign}\n", f"{sign}\t"))) for sign in ":-")
    if names != parsed.names and len(_NAMES.findall(lines)) != parsed.names:
        return True
    return entries != parsed.entries and len(_ENTRIES.findall(lines)) != parsed.entries


def _begins_unusually(lines: str) -> bool:
    """Whether a line begins with a sign, or a blank, that people take for another."""
    if _BEGIN.search(lines) or _BEFORE_LIST.search(lines):
        return True
    if not lines.isascii() and not all(_goes_on_below_name(lines, line.start()) for line in _UNUSUAL.finditer(lines)):
        return True
    return ("->" in lines or "&gt;" in lines) and _ARROW.search(lines) is not None


def _goes_on_below_name(lines: str, above: int) -> bool:
    """Whether the line behind a line end begins with the dash of a sentence, in a text below `>` or `|` and a name."""
    line = lines[above + 1 : lines.index("\n", above + 1)]
    indent = len(line) - len(line.lstrip(" "))
    for _ in range(_LOOKED_BACK):
        begin = lines.rfind("\n", 0, max(above, 0))
        holder, above = lines[begin + 1 : above], begin
        if holder.strip() and len(holder) - len(holder.lstrip(" ")) < indent:
            return bool(_DASH_IN_SENTENCE.fullmatch(line) and _BELOW_NAME.fullmatch(holder))
    return False


def _begins_with_note(lines: str) -> bool:
    """Whether a note stands where a text is to begin; most lines have none, and are not tried."""
    end = 0
    while sign := _NOTE.search(lines, end):
        if _NOTE_BEFORE.match(lines, lines.rfind("\n", 0, sign.start())):
            return True
        end = lines.index("\n", sign.start())
    return False


def _is_cut_off(lines: str) -> bool:
    """Whether a '#' that may be meant as text ends one."""
    end = 0
    while sign := _CUT_OFF.search(lines, end):
        begin, end = lines.rfind("\n", 0, sign.start()) + 1, lines.index("\n", sign.start())
        if not _WHOLE.fullmatch(lines, begin, end):
            return True
    return False
