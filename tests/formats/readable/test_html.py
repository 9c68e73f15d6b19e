"""Every part of a document as a page: what is foreign acts nowhere, geometry is numbers, and nothing is too large."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from tests.formats.bare_pages import bare
from tests.formats.readable.sample import AREAS, DESCENT, ENGLAND, EVERYTHING, HAMPSHIRE, MATRIX, NASTY, document, nasty

from compactctl.formats.readable.document import (
    Bar,
    Block,
    Card,
    Cards,
    ColumnKind,
    Entry,
    Folded,
    Links,
    Listing,
    MapTile,
    Paragraph,
    Picture,
    Point,
    ReadableDocument,
    Section,
    Sparkline,
    Table,
    TableColumn,
    TableRow,
    Tone,
    Words,
    figure_columns,
    plain,
    rows_of,
)
from compactctl.formats.readable.html import ALONE_FRAME, Frame, draw, style_sheet
from compactctl.formats.readable.room import MAXIMUM_PAGE, NO_ROOM, Room
from compactctl.formats.safe import one_line, printable

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "readable"
SITE: Final = Frame(
    title=Words("The record", link="../index.html"),
    style="../style.css",
    links=(Words("Asks", link="../asks.html"), Words("Authorities", link="index.html")),
    current="index.html",
)
LIMIT: Final = 100_000
LEFT_OUT: Final = NO_ROOM.replace("'", "&#x27;")
GEOMETRY: Final = ("x", "y", "cx", "cy", "r", "width", "height", "viewbox", "dy", "colspan")
VOID: Final = frozenset({"meta", "link", "input"})


class Elements(HTMLParser):
    """What a page is made of: elements with their attributes, and the text of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def values(self, *attributes: str) -> Iterator[str]:
        return (attributes_[name] for _, attributes_ in self.all for name in attributes if name in attributes_)

    def named(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.all if name == tag]


def page(shown: ReadableDocument, frame: Frame = ALONE_FRAME) -> str:
    return b"".join(draw(shown, frame)).decode()


def content(*blocks: Block) -> str:
    """Return what stands on a page below the heading of its one part."""
    text = page(document(*blocks))
    return text[text.index("</h2>") + 5 : text.index("</section>\n</main>")]


def table(*rows: TableRow, columns: tuple[TableColumn, ...] = figure_columns("Figure")) -> Table:
    return Table("A table", columns, rows_of(rows))


def linked(target: str) -> list[str]:
    """Return where a link leads on a page, if anywhere."""
    return [link["href"] for link in Elements(content(Paragraph((Words("there", link=target),)))).named("a")]


def test_the_page_looks_as_people_know_it(file_regression: FileRegressionFixture) -> None:
    file_regression.check(bare(page(EVERYTHING)), encoding="utf-8", fullpath=GOLDEN / "everything.html")


class TestSafety:
    @pytest.mark.parametrize("frame", [ALONE_FRAME, SITE], ids=["alone", "site"])
    def test_no_text_adds_an_element_or_ends_one(self, frame: Frame) -> None:
        elements = Elements(page(nasty(), frame))
        assert not elements.open
        assert not {"script", "img", "iframe", "object", "form", "base"} & {name for name, _ in elements.all}
        assert not [
            key for _, attributes in elements.all for key in attributes if key.startswith("on") or key == "style"
        ]

    def test_texts_are_shown_as_they_stand(self) -> None:
        shown = "".join(text for _, text in Elements(page(nasty())).texts)
        assert "<script>alert(1)</script>" in shown
        assert "{{ 7 * 7 }}" in shown
        assert r"\x1b]0;title\x07\u202e\x9b31m" in shown

    def test_a_runner_finds_no_command(self) -> None:
        assert not re.search(r"(?m)^\s*::|##\w*\[", page(nasty()))

    @pytest.mark.parametrize(
        "text", [*NASTY, '"} * { color: red } @page { "', "\\", "\\22 ", "a\\", "*/", "’é漢"], ids=ascii
    )
    def test_a_running_head_stays_in_its_string(self, text: str) -> None:
        running = page(replace(EVERYTHING, running=text))
        (rule,) = re.findall(r"@page \{ @top-left \{ content: (.*); \} \}\n</style>", running)
        assert re.fullmatch(r'"(?:[^"\\<>{}*/@&]|\\[0-9a-f]+ )*"', rule)
        assert unescaped(rule[1:-1]) == printable(one_line(text))

    def test_names_for_links_are_names_and_are_given_once(self) -> None:
        twice = Folded("Kent", plain("1 kept"), (), "kent")
        shown = document(twice, twice, Cards((Card(plain("Kent"), (), "kent"),)), Folded("<x>", plain("x"), (), 'a" b'))
        names = list(Elements(page(shown)).values("id"))
        assert names == ["content", "part-1", "kent"]

    def test_parts_of_one_name_are_told_apart_in_the_contents(self) -> None:
        wanted = ("a", "part-3", "", "a", "content")
        elements = Elements(page(ReadableDocument("Parts", sections=tuple(Section("A", (), name) for name in wanted))))
        names = [heading["id"] for heading in elements.named("h2")]
        assert names == ["a", "part-3", "part-4", "part-5", "part-6"]
        assert [link["href"] for link in elements.named("a")[1:]] == [f"#{name}" for name in names * 2]


def unescaped(text: str) -> str:
    return re.sub(r"\\([0-9a-f]+) ", lambda escape: chr(int(escape[1], 16)), text)


class TestLinks:
    @pytest.mark.parametrize(
        "target", ["#kent", "asks.html", "../areas/literacy.html", "areas/literacy.html#kent", "a-b_c.d/e"]
    )
    def test_they_lead_to_a_name_or_a_place_beside_the_page(self, target: str) -> None:
        assert linked(target) == [target]

    @pytest.mark.parametrize(
        "target",
        [
            *(
                "javascript:alert(1)",
                "https://a.test",
                "//a.test/b",
                "/etc/passwd",
                "a//b",
                "a b",
                "a?b",
                "#",
                "",
                "a#b#c",
            ),
            *("#a\n", "data:text/html,x", "\\\\a\\b", "é.html", "#<x>", "a.html#", '"', "&#106;avascript"),
        ],
        ids=ascii,
    )
    def test_they_lead_nowhere_else(self, target: str) -> None:
        assert linked(target) == []

    def test_those_of_tiles_heads_and_pages_are_held_to_the_same(self) -> None:
        bad = "javascript:x"
        tile = MapTile(0, 0, Tone.FULL, "Kent", bad)
        matrix = MATRIX._replace(heads=tuple(head._replace(link=bad) for head in MATRIX.heads))
        links = Links("Places", (Words("Kent", link=bad),))
        frame = Frame(Words("Record", link=bad), bad, (Words("Asks", link=bad),), bad)
        text = page(document(ENGLAND._replace(tiles=(tile,)), matrix, links), frame)
        assert bad not in text

    def test_a_fold_is_opened_by_its_line_which_leads_nowhere(self) -> None:
        assert "<a " not in content(Folded("Kent", (Words("1 kept", link="#kent"),), ()))


class TestFigures:
    def test_numbers_have_thousands_signs_in_cells_alone(self) -> None:
        many = 1_234_567
        wide = Picture("A picture", many, many, ("M0 0L1234567 0",), DESCENT.labels)
        text = content(
            table((many,), (Bar(many, many, many),)),
            ENGLAND._replace(width=many, tiles=tuple(tile._replace(x=1234.5) for tile in ENGLAND.tiles)),
            wide,
        )
        assert '<td class="figure" data-label="Figure">1,234,567</td>' in text
        for value in Elements(text).values(*GEOMETRY):
            assert re.fullmatch(r"-?[\d.]+( -?[\d.]+)*", value)

    @pytest.mark.parametrize("shown", [EVERYTHING, nasty()], ids=["everything", "nasty"])
    def test_geometry_is_numbers(self, shown: ReadableDocument) -> None:
        elements = Elements(page(shown))
        for value in (*elements.values(*GEOMETRY), *re.findall("[^ ,]+", " ".join(elements.values("points")))):
            assert re.fullmatch(r"-?[\d.]+( -?[\d.]+)*", value)

    @pytest.mark.parametrize(
        ("number", "written"),
        [(1050, "1050"), (0.1 + 0.2, "0.3"), (1e-9, "0"), (1e21, "1" + "0" * 21), (float("nan"), "0"), (-2.5, "-2.5")],
    )
    def test_a_coordinate_is_written_in_figures(self, number: float, written: str) -> None:
        elements = Elements(content(DESCENT._replace(width=number)))
        assert elements.named("svg")[0]["width"] == written

    def test_what_is_no_path_is_not_drawn(self) -> None:
        elements = Elements(content(DESCENT._replace(paths=("M0 0L1 1", 'M0 0"', "url(#x)"))))
        assert [path["d"] for path in elements.named("path")] == ["M0 0L1 1", "", ""]


class TestTable:
    def test_the_first_words_of_a_row_head_it(self) -> None:
        assert '<td class="letter">a</td><th scope="row">' in content(AREAS)
        assert '<th scope="row"' not in content(table((1,)))

    def test_a_cell_says_what_its_column_is_called_where_that_is_called_anything(self) -> None:
        assert '<td class="words" data-label="Taken up by">66 of 152</td>' in content(AREAS)
        assert '<td class="picture"><svg class="bar"' in content(AREAS)

    def test_a_bar_has_three_parts_of_one_whole(self) -> None:
        elements = Elements(content(table((Bar(1, 2, 1),), columns=(TableColumn("", ColumnKind.PICTURE),))))
        widths = {rectangle["class"]: rectangle["width"] for rectangle in elements.named("rect")}
        assert widths == {"unknown": "100", "not-counted": "75", "counted": "25"}

    def test_a_bar_of_nothing_is_empty(self) -> None:
        assert not Elements(content(table((Bar(0, 0, 0),)))).named("rect")

    def test_a_small_line_has_a_gap_where_there_is_no_share_and_a_mark_where_something_happened(self) -> None:
        points = (Point(0), Point(1), Point(None), Point(0.5, "merged"))
        elements = Elements(content(table((Sparkline(points, "from none to half"),))))
        assert [line["points"] for line in elements.named("polyline")] == ["4,22 36,4 ", "100,13 "]
        assert [circle.get("class") for circle in elements.named("circle")] == [None, None, "marked"]
        assert ("title", "merged") in elements.texts
        assert elements.named("svg")[0]["aria-label"] == "from none to half"

    @pytest.mark.parametrize(
        ("points", "line", "width"),
        [((Point(0.5),), "4,13 ", "48"), ((Point(-1), Point(2)), "4,22 44,4 ", "48"), ((), None, "48")],
    )
    def test_a_small_line_stays_in_its_picture(self, points: tuple[Point, ...], line: str | None, width: str) -> None:
        elements = Elements(content(table((Sparkline(points, "shares"),))))
        assert [drawn["points"] for drawn in elements.named("polyline")] == ([line] if line else [])
        assert elements.named("svg")[0]["width"] == width

    def test_a_caption_that_says_what_the_heading_says_is_spoken_alone(self) -> None:
        assert '<caption class="spoken">The part</caption>' in content(replace(AREAS, caption="The part"))
        assert "<caption>Areas of 2004/05</caption>" in content(AREAS)


class TestParts:
    def test_headings_go_down_a_step_at_a_time_and_never_beyond_six(self) -> None:
        nested = Section("six", (Section("seven", ()),))
        for title in ("five", "four", "three"):
            nested = Section(title, (nested,))
        assert re.findall(r"<h(\d)>(\w+)", content(nested)) == [
            *(("3", "three"), ("4", "four"), ("5", "five"), ("6", "six"), ("6", "seven")),
        ]

    def test_what_is_folded_has_a_heading_a_name_and_a_line(self) -> None:
        assert (
            '<details id="hampshire">\n<summary><h3>Hampshire</h3> <span class="mark">changed</span> '
            '<span class="folded-line">2 kept, 1 dropped, 1 taken up anew</span></summary>'
        ) in content(HAMPSHIRE)

    def test_a_line_says_that_folds_are_not_on_paper_where_there_are_any(self) -> None:
        assert '<p class="on-paper">' in page(document(Cards((Card(plain("A card"), (HAMPSHIRE,)),))))
        assert '<p class="on-paper">' not in page(document(AREAS))

    def test_a_map_to_go_on_from_names_its_tiles_and_a_small_one_leads_nowhere(self) -> None:
        large, small = Elements(content(ENGLAND)), Elements(content(ENGLAND._replace(is_small=True)))
        assert large.named("a") == [{"class": "place", "href": "#durham", "aria-label": "Durham: took it up"}]
        assert not small.named("a")
        assert "Durham: took it up" not in "".join(text for _, text in small.texts)

    def test_the_tiles_of_a_tone_are_one_shape(self) -> None:
        first, second, third = ENGLAND.tiles
        tiles = (first, second, third._replace(tone=Tone.FULL))
        paths = Elements(content(ENGLAND._replace(tiles=tiles, outlines=()))).named("path")
        hexagon = "l4.7 2.7v5.55l-4.7 2.7l-4.7-2.7v-5.55z"
        assert paths == [
            {"class": "tile full", "d": f"M5 0.3{hexagon}M9 2.05{hexagon}"},
            {"class": "tile empty", "d": f"M7 0.3{hexagon}"},
        ]

    def test_contents_stand_above_more_than_three_parts(self) -> None:
        def nav(count: int) -> bool:
            return 'class="contents"' in page(ReadableDocument("T", sections=(Section("A part", ()),) * count))

        assert nav(4)
        assert not nav(3)


class TestPage:
    def test_alone_it_needs_nothing_else(self) -> None:
        elements = Elements(page(EVERYTHING))
        assert not elements.named("link")
        assert all(value.startswith("#") for value in elements.values("href", "src"))
        assert style_sheet().decode() in page(EVERYTHING)

    def test_its_script_is_the_only_one_that_may_run_and_there_is_one_only_to_search_with(self) -> None:
        text = page(EVERYTHING)
        script = text[text.index("<script>") + 8 : text.index("</script>")]
        digest = b64encode(sha256(script.encode()).digest()).decode()
        (policy,) = (meta["content"] for meta in Elements(text).named("meta") if "http-equiv" in meta)
        assert f"script-src 'sha256-{digest}';" in policy
        assert policy.startswith("default-src 'none'; ")
        for plain_page in (page(document(replace(AREAS, can_be_searched=False))), page(document(HAMPSHIRE))):
            assert "<script" not in plain_page
            assert "script-src" not in plain_page
        assert "<script>" in page(document(Links("Places", (), can_be_searched=True)))

    def test_in_a_site_it_shares_a_style_sheet_and_says_where_the_reader_is(self) -> None:
        text = page(EVERYTHING, SITE)
        assert '<link rel="stylesheet" href="../style.css">' in text
        assert style_sheet().decode() not in text
        assert "<title>What was taken up in 2004/05 – The record</title>" in text
        assert '<a href="index.html" aria-current="page">Authorities</a>' in text
        assert '<li><a href="../asks.html">Asks</a></li>' in text
        assert "style-src 'self' file: 'unsafe-inline'" in "".join(Elements(text).values("content"))

    def test_it_comes_in_pieces(self) -> None:
        assert len(list(draw(EVERYTHING))) > 1

    def test_it_asks_a_printer_for_one_side_where_the_document_does(self) -> None:
        assert '<body class="one-page">' in page(EVERYTHING)
        assert "<body>" in page(document(AREAS))

    @pytest.mark.parametrize(("count", "look"), [(4, "one-page"), (5, "one-page close")])
    def test_many_cards_are_set_close_on_that_side(self, count: int, look: str) -> None:
        cards = Cards((Card(plain("Title"), ()),) * count, heads=("What", "Who"))
        assert f'<body class="{look}">' in page(replace(document(cards), is_one_page=True))


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> int:
    """Make pages small, so that they are full soon."""
    monkeypatch.setattr("compactctl.formats.readable.room.MAXIMUM_PAGE", LIMIT)
    return LIMIT


class TestRoom:
    def test_it_is_counted_in_bytes_to_the_last(self, limit: int) -> None:
        assert Room(limit - 3).take(("é", "a")) == "éa"
        assert Room(limit - 3).take(("é", "é")) is None

    def test_what_does_not_fit_is_left_out_with_the_rest_of_its_part(self, limit: int) -> None:
        large, small = Paragraph(plain("x" * limit)), Paragraph(plain("small"))
        text = page(ReadableDocument("T", sections=(Section("A", (small, large, small)), Section("B", (small,)))))
        assert f'<p>small</p>\n<p class="quiet">{LEFT_OUT}</p>\n</section>' in text
        assert text.count("<p>small</p>") == 2
        assert len(text.encode()) <= limit

    def test_each_part_says_for_itself_that_something_is_left_out(self, limit: int) -> None:
        large = Paragraph(plain("x" * limit))
        shown = ReadableDocument("T", sections=(Section("A", (large, large)), Section("B", (large,))))
        assert page(shown).count(LEFT_OUT) == 2

    def test_pictures_are_left_out_first(self, limit: int) -> None:
        picture = ENGLAND._replace(description="y" * (limit // 2))
        words = Paragraph(plain("x" * (limit // 2)))
        assert "yyy" in page(document(picture))
        text = page(document(picture, words))
        assert "xxx" in text
        assert "yyy" not in text
        assert f'<p class="quiet">{LEFT_OUT}</p>\n<p>xxx' in text

    @pytest.mark.parametrize("part", ["entries", "folds", "cards", "sections", "pictures"])
    def test_of_very_many_parts_as_many_stand_as_there_is_room_for(self, part: str, limit: int) -> None:
        line, within = plain("x" * 500), Paragraph(plain("within"))
        count = limit // 250
        blocks: dict[str, tuple[Block, ...]] = {
            "entries": (Listing((Entry(line, (Entry(plain("within")),)),) * count),),
            "folds": (Folded("", line, (within,)),) * count,
            "cards": (Cards((Card(line, (within,)),) * count),),
            "sections": (Section("x" * 500, (within,)),) * count,
            "pictures": (DESCENT._replace(description=f"within{'x' * 200}"),) * count,
        }
        text = page(document(*blocks[part]))
        assert count // 10 < text.count("within") < count // 2
        assert LEFT_OUT in text
        assert len(text.encode()) <= limit
        assert not Elements(text).open

    def test_alerts_come_before_all_that_takes_room(self, limit: int) -> None:
        left = limit - len(page(document())) - 2000
        alerts = (Entry(plain("signed"), (Entry(plain("y" * 5000)),)),)
        shown = replace(document(Paragraph(plain("x" * left))), alerts=alerts)
        assert "yyy" in page(shown)
        assert "xxx" not in page(shown)

    @pytest.mark.parametrize("sections", [1, 200])
    def test_there_is_room_to_say_everywhere_that_there_is_none(self, sections: int, limit: int) -> None:
        entries = (Entry(plain("x")),) * limit
        section = Section("A part", (Paragraph(plain("x" * limit)),))
        text = page(replace(ReadableDocument("T", sections=(section,) * sections), alerts=entries, notices=entries))
        assert text.count(LEFT_OUT) == sections + 2
        assert limit - 200 < len(text.encode()) <= limit

    def test_a_page_has_twelve_megabytes(self) -> None:
        text = page(document(*(Paragraph(plain("x" * 1_000_000)),) * 13))
        assert 11_000_000 < len(text) <= MAXIMUM_PAGE == 12_000_000


def test_a_printer_leaves_out_what_is_for_screens() -> None:
    folded = Folded("2003/04", plain("a line"), (Paragraph(plain("all of it")),))
    sections = (Section("On paper", (Paragraph(plain("here")),)), Section("Not", (folded,), is_for_screens=True))
    page = b"".join(draw(ReadableDocument("Title", sections=sections))).decode()
    assert page.count('<section class="for-screens">') == 1
    assert "Details that were folded" not in page.partition("</style>")[2]
