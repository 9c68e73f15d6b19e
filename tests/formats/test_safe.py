import json
import re
from html import unescape
from html.parser import HTMLParser
from unicodedata import normalize
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from compactctl.files.characters import find_hidden, shortened
from compactctl.formats.safe import (
    for_css,
    for_csv,
    for_csv_lines,
    for_diff,
    for_html,
    for_json,
    for_markdown,
    for_spreadsheet,
    for_xml,
    json_document,
    one_line,
    printable,
    source_line,
)

FAMILY, HEART, KEYCAP = "\U0001f469\u200d\U0001f467", "\u2764\ufe0f", "1\ufe0f\u20e3"
ENGLAND = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbeng") + "\U000e007f"
HOSTILE = [
    *("\x1b[31m", "\x1b]52;c;aGk=\x07", "\x9b2J", "\x7f", "\x00", "\u202e", "\u2028", "\u200b", "\ufeff"),
    *("\udcff", "\U000e0041", "\ufffe", "\t", "\n", "\r", " ", "\u00a0", "\u3000"),
    *(":", "::error ::", "#", "##[", "##[group]", "##vso[x]", "[", "]"),
    *("=1+1", "+", "-", "@octocat", "\uff1d", "\ufe62", "'", '"', "|", "\\", "`", "*", "_", "~"),
    *("<b>", "&lt;", "<!--", "-->", "]]>", "#12", "GH-12", "!3", "$x$", "%5", "&6", ":skull:", "/close", "1.", "12)"),
    *(
        "`code`",
        "**bold**",
        "[text](address)",
        "![text](address)",
        "http://example.org",
        "www.example.org",
        "a@example.org",
    ),
    *(FAMILY, ENGLAND, HEART, KEYCAP, "\u200d", "\ufe0f", "e\u0301", "é", "中", "a", "word"),
]

any_text = st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(HOSTILE)).map("".join)
no_halves = any_text.filter(lambda text: not re.search("[\ud800-\udfff]", text))


def is_harmless(line: str) -> bool:
    """Whether this is one line with nothing in it that acts unseen."""
    return not list(find_hidden(line)) and not set("\t\n\r") & set(line)


def runner_finds_command(line: str) -> bool:
    return re.match(r"\s*::(?!\s)", line) is not None or re.search(r"##\w*\[", line) is not None


class TestPrintable:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("Literacy – “first”, £5m, नमस्ते", "Literacy – “first”, £5m, नमस्ते"),
            ("\x1b[31mred", r"\x1b[31mred"),
            ("\x9b\x7f\x00", r"\x9b\x7f\x00"),
            ("a\tb\nc\r\n", r"a\tb\nc\r\n"),
            ("\u202etxt.exe", r"\u202etxt.exe"),
            ("caf\udce9.yaml", r"caf\udce9.yaml"),
            ("\U000e0041", r"\U000e0041"),
            (f"{FAMILY} {ENGLAND} {HEART}", f"{FAMILY} {ENGLAND} {HEART}"),
            ("a\u200db", r"a\u200db"),
        ],
        ids=ascii,
    )
    def test_what_acts_unseen_is_shown(self, text: str, shown: str) -> None:
        assert printable(text) == shown

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("::error ::x", r"\:\:error :\:x"),
            ("  \u00a0::x::", "  \u00a0\\:\\:x:\\:"),
            (":", r"\:"),
            (": b, now a", ": b, now a"),
            ("##[error]x", r"#\#[error]x"),
            ("a ###[x", r"a ##\#[x"),
            ("##vso[task.setvariable]", r"#\#vso[task.setvariable]"),
            ("why: at 12:30 # note ## [x]", "why: at 12:30 # note ## [x]"),
        ],
    )
    def test_what_the_runner_would_obey_is_broken_up(self, text: str, shown: str) -> None:
        assert printable(text) == shown

    @given(any_text)
    def test_any_text_is_one_harmless_line(self, text: str) -> None:
        shown = printable(text)
        assert is_harmless(shown)
        assert printable(shown) == shown

    @given(any_text, st.sampled_from(["", " ", ":", "9: "]), st.integers(min_value=1))
    def test_no_command_reaches_the_runner_whatever_stands_before_and_wherever_it_is_wrapped(
        self, text: str, before: str, width: int
    ) -> None:
        shown = printable(text)
        assert is_harmless(shown)
        assert not runner_finds_command(before + shown)
        assert not runner_finds_command(shown[width:])


def test_running_text_stands_on_one_line() -> None:
    assert one_line("First.\n\n  Second\tthird\r\nfourth") == "First. Second third fourth"


@given(any_text, st.integers(min_value=1, max_value=40))
def test_what_is_shortened_is_still_harmless(text: str, limit: int) -> None:
    shown = shortened(printable(text), limit)
    assert len(shown) <= limit
    assert is_harmless(shown)
    assert not runner_finds_command(shown)


class Page(HTMLParser):
    """The tags and texts of a page, as a browser would take them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[str] = []
        self.cells = 0
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [name for name, _ in attrs]
        self.cells += tag == "td"

    def handle_comment(self, data: str) -> None:
        self.tags.add(f"comment {data}")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


class TestMarkdown:
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("Literacy at key stage 2: why, who (and when)", "Literacy at key stage 2: why, who (and when)"),
            ("a|b", "a&#124;b"),
            ("@octocat", "<span>&#64;</span>octocat"),
            ("see #12", "see <span>&#35;</span>12"),
            ("# 12", "&#35; 12"),
            ("- x", "&#45; x"),
            ("12. x", "12&#46; x"),
            ("/close", "&#47;close"),
            ("first\nsecond", "first second"),
            ("first  ", "first &#32;"),
            ("`code`", "&#96;code&#96;"),
        ],
    )
    def test_references_stand_for_what_would_act(self, text: str, shown: str) -> None:
        assert for_markdown(text) == shown

    @given(any_text)
    def test_any_text_is_read_as_it_stands_in_a_paragraph(self, text: str) -> None:
        page = Page(self.markdown.render(for_markdown(text)))
        assert page.tags <= {"p", "span"}
        assert page.attributes == []
        assert "".join(page.texts).strip() == unescape(for_html(text)).strip()

    @given(any_text)
    def test_any_text_is_one_cell_of_a_table(self, text: str) -> None:
        cell = for_markdown(text)
        page = Page(self.markdown.render(f"| a | b |\n| --- | --- |\n| {cell} | end |\n"))
        assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td", "span"}
        assert page.cells == 2

    @given(any_text)
    def test_no_text_mentions_links_or_commands(self, text: str) -> None:
        shown = for_markdown(text)
        acting = re.compile(r"@\w|#\d|!\d|&\d|[%~][\w\"]|GH-\d|\$.|:/|www\.|:[\w+-]+:", re.IGNORECASE)
        assert not any(acting.search(piece) for piece in Page(self.markdown.render(shown)).texts)
        assert not shown.lstrip().startswith("/")
        assert not runner_finds_command(shown)
        assert is_harmless(shown)


class TestStyleSheet:
    @given(any_text)
    def test_nothing_ends_the_string_the_sheet_or_the_element(self, text: str) -> None:
        shown = for_css(text)
        assert re.fullmatch(r"(?:[\w ,.;()’–-]|\\[0-9a-f]+ )*", shown)
        assert re.sub(r"\\([0-9a-f]+) ", lambda escape: chr(int(escape[1], 16)), shown) == printable(one_line(text))


class TestSpreadsheet:
    @pytest.mark.parametrize(
        ("text", "cell"),
        [
            ("Nine points - or ten", "Nine points - or ten"),
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-1", "'-1"),
            ("@SUM", "'@SUM"),
            (" \u00a0=1", "' \u00a0=1"),
            ("\r\n=1", "' =1"),
            ("\t=1", "' =1"),
            *((sign + "1", f"'{sign}1") for sign in "\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"),
            ("First.\nSecond.", "First. Second."),
        ],
    )
    def test_no_cell_is_a_formula(self, text: str, cell: str) -> None:
        assert for_spreadsheet(text) == cell

    @given(any_text)
    def test_no_text_begins_a_formula(self, text: str) -> None:
        cell = for_spreadsheet(text)
        assert is_harmless(cell)
        assert not runner_finds_command(cell)
        assert not normalize("NFKC", cell).lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))

    @given(st.lists(st.one_of(any_text, st.sampled_from([";", '"', " ", "=1", ";=", "'"]))).map("".join))
    def test_nothing_after_a_semicolon_begins_a_formula(self, text: str) -> None:
        for field in (for_csv(text), for_csv_lines([text, text])):
            _, *parts = (normalize("NFKC", part) for part in field.split(";"))
            assert not any(part.lstrip(' \n\u00a0"').startswith(("=", "+", "-", "@")) for part in parts)


@given(any_text)
def test_html_is_harmless_and_reads_as_the_text(text: str) -> None:
    markup = for_html(text)
    page = Page(markup)
    assert is_harmless(markup)
    assert not runner_finds_command(markup)
    assert not page.tags
    assert "".join(page.texts).replace("\\", "") == printable(one_line(text)).replace("\\", "")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (" ::error ::x", r" \::error ::x"),
        ("+ ##[group]x", r"+ #\#[group]x"),
        ("+::error ::x", "+::error ::x"),
        ("-a::b\tc", "-a::b    c"),
    ],
)
def test_of_a_diff_only_what_acts_is_changed(line: str, shown: str) -> None:
    assert for_diff(line) == shown


@given(any_text, st.sampled_from(" +-"))
def test_no_command_reaches_the_runner_in_a_diff(text: str, sign: str) -> None:
    shown = for_diff(sign + text)
    assert is_harmless(shown)
    assert not runner_finds_command(shown)


@given(any_text)
def test_xml_holds_any_text(text: str) -> None:
    element = ET.Element("message", about=for_xml(text))
    element.text = for_xml(text)
    read = ET.fromstring(ET.tostring(element, "utf-8"))  # noqa: S314 - of our own making
    assert (read.text or "", read.get("about")) == (for_xml(text), for_xml(text))


class TestJson:
    def test_halves_of_surrogate_pairs_are_shown(self) -> None:
        assert for_json("caf\udce9.yaml") == r"caf\udce9.yaml"

    @given(no_halves)
    def test_any_other_text_is_itself(self, text: str) -> None:
        assert for_json(text) == text

    @given(st.dictionaries(any_text, any_text))
    def test_a_document_is_safe_to_print_and_reads_back_equal(self, values: dict[str, str]) -> None:
        values = {for_json(key): for_json(value) for key, value in values.items()}
        shown = json_document(json.dumps(values, ensure_ascii=False, indent=2))
        assert json.loads(shown) == values
        assert list(find_hidden(shown)) == []
        assert not any(runner_finds_command(line) for line in shown.splitlines())


class TestSourceLine:
    @pytest.mark.parametrize(
        ("text", "marked", "shown", "carets"),
        [
            ("- area: ks2", "ks2", "- area: ks2", "        ^^^"),
            ("\ta:\tks2", "ks2", "    a:  ks2", "        ^^^"),
            ("why: 中文 ks2", "ks2", "why: 中文 ks2", "          ^^^"),
            ("why: 中文 ks2", "中文", "why: 中文 ks2", "     ^^^^"),
            (f"why: {FAMILY} ks2", "ks2", f"why: {FAMILY} ks2", "        ^^^"),
            ("cafe\u0301 ks2", "ks2", "cafe\u0301 ks2", "     ^^^"),
            ("a\u202eks2", "\u202e", r"a\u202eks2", " ^^^^^^"),
            ("\u2764\ufe0e ks2", "ks2", "\u2764\ufe0e ks2", "  ^^^"),
            ("한국 \u1112\u1161\u11ab ks2", "ks2", "한국 \u1112\u1161\u11ab ks2", "        ^^^"),
        ],
        ids=ascii,
    )
    def test_carets_stand_under_what_they_mark(self, text: str, marked: str, shown: str, carets: str) -> None:
        line = source_line(text)
        start = text.index(marked)
        assert (line.text, line.carets(start, start + len(marked))) == (shown, carets)

    def test_commands_are_broken_up_and_carets_follow(self) -> None:
        line = source_line("##[x]::y ks2")
        assert line.text == r"#\#[x]:\:y ks2"
        assert line.carets(9, 12) == "           ^^^"

    def test_what_is_missing_at_the_end_is_marked_behind_it(self) -> None:
        assert source_line("area").carets(4, 4) == "    ^"
        assert source_line("area").carets(7, 9) == "    ^"

    @given(any_text)
    def test_any_line_is_harmless_and_every_character_has_its_column(self, text: str) -> None:
        line = source_line(text)
        assert is_harmless(line.text)
        assert not runner_finds_command(line.text)
        assert len(line.columns) == len(text) + 1
        assert list(line.columns) == sorted(line.columns)

    @given(st.text(st.characters(codec="ascii", exclude_characters="\t")))
    def test_without_tabs_the_columns_of_ascii_are_those_of_the_printed_text(self, text: str) -> None:
        line = source_line(text)
        assert line.columns[-1] == len(line.text)
