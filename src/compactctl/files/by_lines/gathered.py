"""Values over several lines that are read as YAML has them: in brackets, in quotes, or where nothing else is known."""

from typing import Final

from compactctl.files.by_lines.notes import whole
from compactctl.files.by_lines.page import OpenText, Page, yaml_value
from compactctl.files.by_lines.places import Slot
from compactctl.files.by_lines.texts import closes, is_closed
from compactctl.files.by_lines.typed import TypedLine
from compactctl.files.reading import Broken, parse
from compactctl.files.source import Source
from compactctl.finding import Span

_MOST_LINES: Final = 40
"""Within which a list in brackets, or a text in quotes, has to close."""


def in_brackets(page: Page, line: TypedLine, typed: str, slot: Slot) -> int | None:
    """Put what stands in brackets into its slot, and return its last line; None where it does not close."""
    gathered, closing = [typed], "]" if typed[0] == "[" else "}"
    for number in range(line.number, line.number + _MOST_LINES):
        if closing in gathered[-1] and (value := yaml_value(gathered)) is not None:
            slot.put(value)
            return number
        if number >= len(page.sheet.lines) or page.begins_anew(page.sheet.typed[number]):
            return None
        gathered.append(page.sheet.lines[number].strip())
    return None


def in_quotes_over_lines(page: Page, line: TypedLine, typed: str, text: OpenText) -> int | None:
    """Put a text in quotes that close in a later line into its slot, and return that line.

    None where they do not close before anything else begins, or where a line of it stands too far out.
    """
    gathered = [typed]
    for number in range(line.number + 1, min(line.number + _MOST_LINES, len(page.sheet.lines)) + 1):
        below, raw = page.sheet.typed[number - 1], page.sheet.lines[number - 1].strip()
        if page.begins_anew(below) or (below is not None and below.column <= text.floor):
            return None
        gathered.append(raw)
        if typed[0] not in raw or not closes(together := "\n".join(gathered)):
            continue
        value = yaml_value(gathered) if is_closed(together) else None
        if isinstance(value, str):
            text.slot.put(value)
            return number
        return None
    return None


def as_it_stands(page: Page, line: TypedLine, slot: Slot, floor: int) -> int:
    """Put what stands below a line, further in than `floor`, into its slot as YAML has it; return its last line."""
    lines, number = page.sheet.lines, line.number
    while number < len(lines):
        stripped = lines[number].lstrip()
        column = len(lines[number]) - len(stripped)
        is_entry = stripped[:2] in ("- ", "-") and column >= floor
        if stripped and column <= floor and not is_entry:
            break
        number += 1
    try:
        slot.put(parse(Source("", "\n".join(["x:", *lines[line.number : number]])))["x"])
    except Broken as broken:
        for item in broken.findings:
            span = item.place.span or Span(1, 1, 1, 1)
            at = max(1, min(line.number + span.line - 1, number))
            page.notes.tell(item.rule, item.message, whole(at, lines[at - 1]), slot.path)
        page.notes.leave_out(*range(line.number + 1, number + 1))
    return number
