"""A file that is no UTF-8 gives the text that was saved, or none: never another text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compactctl.files.encodings import other_encoding
from compactctl.files.limits import MAXIMUM_BYTES

WINDOWS = (
    "the county’s, the pupils’, and they’ll",
    "the 1990’s and the ’90s, in O’Neill and D’Arcy",
    "“Every child” matters, and “the county’s ‘own’ plan” too",
    "a ‘new’ start",
    "£40,000, or £5m, or £ 6 (in £)",
    "from £5–£10, in 2003–04, Mon–Fri, at KS1–KS2, by 100%–150%",
    "schools – mostly rural – and colleges — all of them",
    "the schools—mostly rural",
    "• First",
    "so it goes on… for the county’s schools",
    "“Every child…”",
    "€40, at 20° on 5 m², for 1½ posts (© Crown copyright 2003)",
    "café, café’s, naïve, résumé, façade, crèche, première, fête, tête-à-tête, rôle, señor, château, pâté, maître",
    "déjà vu, vis-à-vis, à la carte",
    "Zoë, Zoë’s, Noël, Hélène, François, Citroën, José García, Málaga, Siobhán, Seán, Ciarán, Ynys Môn",
    "Müller, Köln, Straße, Jönsson, Österreich",
    "École – Paris, 2¾ posts – or 3",
    "the county’s\xa0schools",
)
OTHERS = {
    "mac_roman": (
        "the county’s",
        "“Every child” matters",
        "2003–04 and a — b",
        "and… more …and CAFÉ",
        "café naïve crèche rôle château façade",
        "Señor García, Martí, Noël, Zoë, Müller, Straße",
        "Ángela, Óscar, Ó Briain, Éire, Île, Siobhán, Seán, Málaga",
        "• First",
        "20° or ½, €5, a note†",
        "≥ 5 of 20º",
        "head\xa0teacher",
    ),
    "cp850": (
        "£40,000",
        "café naïve crèche rôle façade",
        "Raúl, Óscar, Ó Briain, Úna, Siobhán, García, Seán, Málaga, Ciarán",
        "Köln, Müller, Straße, Weiß, Großmann, Malmö",
        "à la carte, voilà, vis-à-vis, dû, août",
        "1½ or 1¾ of 5 m³ at 20°",
        "Ægis, ægis, Sørensen, Alþingi, Simões",
    ),
    "cp437": ("£40,000", "café", "1½ at 20°", "±5", "Großmann"),
    "iso8859_2": (
        "Łódź, Wałęsa, Gdańsk, Poznań, Kęty, Dębska, Wójcik",
        "Dvořák, Čapek, Kučera, Součková, Jiří, Naďa, vŕba",
        "Mladič, Novaković, Kovačević, Šimon",
        "Petőfi, Gyűrű",
    ),
    "cp1250": ("Łódź’s, Gdańsk’s", "Dvořák’s – Šimon’s", "Kęty’s, Dębska’s"),
    "cp1251": ("школа", "в школе", "и"),
    "koi8_r": ("школа", "и"),
    "cp1253": ("σχολείο", "ή"),
    "cp1254": ("Şişli, Erdoğan, İzmir",),
    "cp1257": ("Rīga, Jānis, Kārlis, mātes, Kėdainiai, Rasytė, Įstaiga",),
    "iso8859_14": ("Llŷn", "ŵyr"),
    "iso8859_15": ("€5", "cœur", "Žižek"),
    "gbk": ("学校", "县的计划"),
    "shift_jis": ("学校", "ひらがな"),
}
WORDS = [
    (encoding, words)
    for encoding, texts in OTHERS.items()
    for words in dict.fromkeys((*texts, *(word for text in texts for word in text.split() if not word.isascii())))
]


def no_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


@pytest.mark.parametrize("words", WINDOWS)
@pytest.mark.parametrize("around", ["why: {}\r\n", "why: >-\n  schools\n  {}\n", "- {}"])
def test_windows_1252_is_read_where_everything_stands_as_english_puts_it(words: str, around: str) -> None:
    text = around.format(words)
    assert other_encoding(text.encode("cp1252")) == (text, "Windows-1252")


@pytest.mark.parametrize(("encoding", "words"), WORDS)
@pytest.mark.parametrize("around", ["why: {}\n", "why: £5 for {} and schools\n", "- {}. All.\n"])
def test_no_other_encoding_is_taken_for_it(encoding: str, words: str, around: str) -> None:
    try:
        data = around.format(words).encode(encoding)
    except UnicodeEncodeError:
        return
    if no_utf_8(data):
        assert other_encoding(data) in (None, (around.format(words), "Windows-1252"))


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
@pytest.mark.parametrize("text", ["why: the county’s £5\r\n", "title: \U0001f469 школа\n"])
def test_utf_16_is_read_by_its_mark(mark: bytes, text: str) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert other_encoding(mark + text.encode(encoding)) == (text, "UTF-16")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"\xff",
        codecs.BOM_UTF16_LE + b"a:\0",
        codecs.BOM_UTF16_LE + "why: x\0".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + "why: x\x85".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + "why: x".encode("utf-16-be"),
        codecs.BOM_UTF16_LE + "why: \ud800".encode("utf-16-le", "surrogatepass"),
        "why: x".encode("utf-16-le"),
        "why: caf\xe9".encode("utf-32"),
        b"why: the county\x92s\0",
        b"why: the county\x92s\x1b[31m",
        b"why: the county\x81s",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert other_encoding(data) is None


@pytest.mark.parametrize(
    "data",
    [
        "the county’s café and ".encode() + b"caf\xe9",
        "café’s".encode() + b" \xa35",
        "the county’s".encode()[:-2],
        "the county’s".encode()[:-3],
        "café".encode()[:-1],
        "why: £".encode()[:-1],
        "x\N{SNOWMAN}".encode()[:-1],
    ],
)
def test_utf_8_that_is_cut_off_or_mixed_with_another_is_refused(data: bytes) -> None:
    assert other_encoding(data) is None


@given(st.binary())
def test_any_bytes_are_read_as_they_stand_or_not_at_all(data: bytes) -> None:
    if found := other_encoding(data):
        text, name = found
        assert (text.encode("cp1252") == data) if name == "Windows-1252" else (text == data.decode("utf-16"))


@pytest.mark.parametrize("piece", ["“a ", "‘a ", "‘a’b", "”", "’", "a—", "é", "… ", "‘", "a’s", " – “"])
def test_a_mebibyte_of_any_sign_takes_no_long_time(piece: str) -> None:
    """What was quadratic would take hours."""
    data = (f"why: {piece}" + piece * (MAXIMUM_BYTES // len(piece))).encode("cp1252")
    assert other_encoding(data) in (None, (data.decode("cp1252"), "Windows-1252"))
