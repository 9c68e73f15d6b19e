"""Changes as a comment on a pull request: a few lines that sum up, and all else folded away below them."""

from collections.abc import Iterator, Sequence
from typing import Final

from compactctl.formats.changes.story import FigureTable, Line, Section, Story, StoryItem, Words, plain
from compactctl.formats.safe import for_markdown

LIMIT: Final = 60_000
"""Characters; GitHub takes 65,536 in a comment."""

_MARKS: Final = {"strong": ("**", "**"), "removed": ("~~", "~~"), "added": ("<ins>", "</ins>")}


def markdown(story: Story) -> str:
    """Return the story in the Markdown of GitHub and GitLab, at most `LIMIT` characters and a last line long."""
    pieces = [f"### {_line(plain(story.title))}\n\n", *_quoted(story.alerts)]
    if story.examples:
        pieces.append(f"**{_line(plain('. '.join(story.examples)))}.**\n\n")
    pieces += _quoted(story.caveats)
    pieces += [f"- {_line(line)}\n" for line in story.summary]
    room = LIMIT - sum(map(len, pieces))
    for section in story.sections:
        text, room = _section(section, room)
        pieces.append(text)
    return "".join(pieces)


def _quoted(items: Sequence[StoryItem]) -> Iterator[str]:
    """Yield items as quotations: together at most a quarter of the whole, but for the first line of each."""
    for item in items:
        yield from (f"> {line}\n" for line in _within(item, LIMIT // 4 // len(items)))
        yield "\n"


def _within(item: StoryItem, room: int) -> Iterator[str]:
    """Yield an item's first line, as much inside it as there is room for, and how much is cut short."""
    yield _first_line(item)
    left = 0
    for inner in item.items:
        lines = list(_item(inner, "  "))
        if sum(map(len, lines)) > room:
            left += 1
            lines = lines[:1]
        if (needed := sum(map(len, lines))) <= room:
            yield from lines
            room -= needed
    if left:
        which = f"{left} of {len(item.items)} stand in full only in the other formats"
        yield f"  - {which}: there is no room for them in a comment."


def _section(section: Section, room: int) -> tuple[str, int]:
    """Return a section folded away, as far as there is room, and the room that is left."""
    head = f"\n<details>\n<summary>{section.title}</summary>\n\n"
    blocks = [f"{_line(line)}\n\n" for line in section.lead]
    blocks += ["".join(f"{line}\n" for line in _item(item)) for item in section.items]
    blocks += [f"\n{''.join(_table(table))}" for table in section.tables]
    kept: list[str] = []
    for block in blocks:
        room -= len(block)
        if room < 0:
            rest = len(blocks) - len(kept)
            kept.append(f"\n{rest} more stand in the other formats: there is no room for them in a comment.\n")
            break
        kept.append(block)
    return f"{head}{''.join(kept)}\n</details>\n", max(room, 0)


def _item(item: StoryItem, indent: str = "") -> Iterator[str]:
    yield _first_line(item, indent)
    for inner in item.items:
        yield from _item(inner, f"{indent}  ")


def _first_line(item: StoryItem, indent: str = "") -> str:
    badge = f"**{item.badge}** " if item.badge else ""
    label = f"{_line(plain(item.label))}: " if item.label else ""
    return f"{indent}- {badge}{label}{_line(item.line)}".rstrip()


def _line(line: Line) -> str:
    return "".join(map(_words, line))


def _words(words: Words) -> str:
    """Return words with their marks, and the blanks around them, which are ours, outside."""
    text, look = words
    if not text.strip():
        return " " if text else ""
    start, end = _MARKS.get(look, ("", ""))
    before, after = (" " if blank else "" for blank in (text[:1].isspace(), text[-1:].isspace()))
    return f"{before}{start}{for_markdown(text.strip())}{end}{after}"


def _table(table: FigureTable) -> Iterator[str]:
    yield f"{_line(plain(table.caption))}:\n\n"
    yield f"| {' | '.join(map(for_markdown, table.head))} |\n"
    yield f"| --- |{' ---: |' * (len(table.head) - 1)}\n"
    for line, cells in table.rows:
        yield f"| {_line(line)} | {' | '.join(cells)} |\n"
