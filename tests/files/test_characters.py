import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compactctl.files.characters import describe, find_hidden, has_visible, shortened, units

ZWJ, TEXT_STYLE, EMOJI_STYLE, KEYCAP = "\u200d", "\ufe0e", "\ufe0f", "\u20e3"
WOMAN, GIRL, THUMB, HEART, BLACK_FLAG = "\U0001f469", "\U0001f467", "\U0001f44d", "\u2764", "\U0001f3f4"
DARK_SKIN = "\U0001f3ff"
PIECES = [
    ZWJ,
    TEXT_STYLE,
    EMOJI_STYLE,
    KEYCAP,
    WOMAN,
    THUMB,
    HEART,
    BLACK_FLAG,
    DARK_SKIN,
    "1",
    "a",
    " ",
    "\n",
    "\x1b",
    "\u202e",
]

any_text = st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(PIECES)).map("".join)


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(character)) for character in text) + "\U000e007f"


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\x00", "a null character (U+0000)"),
        ("\x08", "a backspace (U+0008)"),
        ("\x0b", "a vertical tab (U+000B)"),
        ("\x0c", "a form feed (U+000C)"),
        ("\x1b", "an escape character (U+001B)"),
        ("\x7f", "a delete character (U+007F)"),
        ("\x85", "a next-line character (U+0085)"),
        ("\x9b", "a control character (U+009B)"),
        ("\xad", "a soft hyphen (U+00AD)"),
        ("\u034f", "a combining grapheme joiner (U+034F)"),
        ("\u061c", "an Arabic letter mark (U+061C)"),
        ("\u115f", "an invisible Hangul filler (U+115F)"),
        ("\u200b", "a zero-width space (U+200B)"),
        ("\u200d", "a zero-width joiner (U+200D)"),
        ("\u2028", "a line separator (U+2028)"),
        ("\u2029", "a paragraph separator (U+2029)"),
        ("\u202e", "a right-to-left override (U+202E)"),
        ("\u2067", "a right-to-left isolate (U+2067)"),
        ("\u2800", "a blank Braille pattern (U+2800)"),
        ("\u3164", "an invisible Hangul filler (U+3164)"),
        ("\udcff", "half of a surrogate pair (U+DCFF)"),
        ("\ue000", "a sign that only one font has (U+E000)"),
        ("\uf0b7", "a sign that only one font has (U+F0B7)"),
        ("\ufdd0", "a code point that is no character (U+FDD0)"),
        ("\ufe0f", "a variation selector (U+FE0F)"),
        ("\ufeff", "a mark that belongs at a file's beginning only (U+FEFF)"),
        ("\ufffd", "a mark in the place of a sign that could not be read (U+FFFD)"),
        ("\uffff", "a code point that is no character (U+FFFF)"),
        ("\U0001fffe", "a code point that is no character (U+1FFFE)"),
        ("\U000e0041", "an invisible tag character (U+E0041)"),
        ("\U000e0100", "a variation selector (U+E0100)"),
        ("\U000f0000", "a sign that only one font has (U+F0000)"),
        ("\U0010fffd", "a sign that only one font has (U+10FFFD)"),
        ("\U0010ffff", "a code point that is no character (U+10FFFF)"),
    ],
)
def test_hidden_characters_are_found_where_they_stand_and_named(character: str, words: str) -> None:
    assert list(find_hidden(f"Literacy {character}at key stage 2")) == [(9, words)]
    assert describe(character) == words


def test_all_that_are_hidden_are_found_in_order() -> None:
    assert [index for index, _ in find_hidden("\x1bTitle\u200b: \u202etxt\x7f")] == [0, 6, 9, 13]


def test_describe_names_the_code_point_of_a_character_that_can_be_seen() -> None:
    assert describe("é") == "a character (U+00E9)"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  - why: 'Results trail by nine points'\r\n\tand more\n",
        "Bro Morgannwg – “addysg”, £5m, 25 °C, naïve cafe\u0301",
        "Ελληνικά, русский, हिन्दी, العربية, עברית, 中文, 日本語, 한국어, 𐍈",
        "no\u00a0break and narrow\u202fno\u00a0break, ideographic\u3000space",
    ],
)
def test_letters_of_any_script_accents_and_blanks_are_not_hidden(text: str) -> None:
    assert list(find_hidden(text)) == []


@pytest.mark.parametrize(
    "emoji",
    [
        WOMAN,
        HEART + EMOJI_STYLE,
        HEART + TEXT_STYLE,
        THUMB + DARK_SKIN,
        WOMAN + ZWJ + WOMAN + ZWJ + GIRL,
        WOMAN + DARK_SKIN + ZWJ + "\u2695" + EMOJI_STYLE,
        HEART + EMOJI_STYLE + ZWJ + "\U0001f525",
        "1" + EMOJI_STYLE + KEYCAP,
        "#" + KEYCAP,
        BLACK_FLAG + tags("gbeng"),
        BLACK_FLAG + tags("ustx"),
        BLACK_FLAG + ZWJ + "\u2620" + EMOJI_STYLE,
        "\xa9" + EMOJI_STYLE,
    ],
    ids=ascii,
)
def test_an_emoji_sequence_is_one_unit_with_nothing_hidden(emoji: str) -> None:
    assert list(find_hidden(f"a {emoji} b {emoji}")) == []
    assert list(units(f"a{emoji}{emoji}b")) == ["a", emoji, emoji, "b"]


@pytest.mark.parametrize(
    ("text", "index"),
    [
        (f"a{ZWJ}{WOMAN}", 1),
        (f"{WOMAN}{ZWJ}a", 1),
        (f"{WOMAN}{ZWJ}{ZWJ}{WOMAN}", 1),
        (f"a{EMOJI_STYLE}", 1),
        (f"1{EMOJI_STYLE}", 1),
        (f"{HEART}{EMOJI_STYLE}{EMOJI_STYLE}", 2),
        (f"{HEART}\ufe01", 1),
        (f"{WOMAN}{tags('gbeng')}", 1),
        (f"{BLACK_FLAG}{tags('a whole hidden sentence')}", 1),
        (f"{BLACK_FLAG}{tags('longerthananycode')}", 1),
        (f"{BLACK_FLAG}{tags('GBENG')}", 1),
        (f"{WOMAN}\u202e", 1),
    ],
    ids=ascii,
)
def test_what_belongs_to_emoji_is_hidden_anywhere_else(text: str, index: int) -> None:
    assert next(find_hidden(text))[0] == index


def test_all_that_unicode_calls_control_format_private_separator_or_surrogate_is_hidden() -> None:
    acting = [
        chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    ]
    assert [character for character in acting if not list(find_hidden(character))] == ["\t", "\n", "\r"]


def test_of_letters_digits_and_signs_only_those_that_show_nothing_are_hidden() -> None:
    seen = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code))[0] in "LNPS"]
    hidden = [character for character in seen if list(find_hidden(character))]
    assert hidden == ["\u115f", "\u1160", "\u2800", "\u3164", "\uffa0", "\ufffc", "\ufffd", "\U0001d159"]


@given(any_text)
def test_without_what_was_found_nothing_hidden_is_left(text: str) -> None:
    hidden = {index for index, _ in find_hidden(text)}
    shown = "".join("?" if index in hidden else character for index, character in enumerate(text))
    assert list(find_hidden(shown)) == []


@given(any_text, any_text)
def test_what_was_found_is_found_again_on_a_later_line(first: str, second: str) -> None:
    alone = [(index + len(first) + 1, words) for index, words in find_hidden(second)]
    assert list(find_hidden(f"{first}\n{second}")) == [*find_hidden(first), *alone]


@given(any_text)
def test_units_are_the_whole_text(text: str) -> None:
    assert "".join(units(text)) == text


@pytest.mark.parametrize("text", ["", " ", "\t\r\n", "\u00a0\u3000", "\u200b", "\u3164\u2800", "\u202e \ufeff", ZWJ])
def test_blank_and_hidden_characters_alone_are_nothing_to_see(text: str) -> None:
    assert not has_visible(text)


@pytest.mark.parametrize("text", ["a", " é ", "中", "-", "\u200b.", WOMAN + ZWJ + GIRL, "1" + EMOJI_STYLE + KEYCAP])
def test_one_character_is_enough_to_see(text: str) -> None:
    assert has_visible(text)


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("Literacy", 8, "Literacy"),
        ("Literacy", 7, "Litera…"),
        ("Key stage 2", 5, "Key…"),
        ("Literacy", 1, "…"),
        (f"ab{WOMAN}{ZWJ}{GIRL}c", 5, "ab…"),
        (f"ab{WOMAN}{ZWJ}{GIRL}cd", 6, f"ab{WOMAN}{ZWJ}{GIRL}…"),
    ],
    ids=ascii,
)
def test_an_ellipsis_stands_for_what_is_left_out(text: str, limit: int, kept: str) -> None:
    assert shortened(text, limit) == kept


@given(any_text.filter(lambda text: not list(find_hidden(text))), st.integers(min_value=1, max_value=20))
def test_a_text_cut_short_hides_nothing_new(text: str, limit: int) -> None:
    assert list(find_hidden(shortened(text, limit))) == []
