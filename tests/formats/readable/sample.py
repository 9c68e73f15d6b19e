"""One document with every part that there is, and one of nothing but nasty texts: what every drawer is shown with."""

from typing import Final

from compactctl.formats.readable.document import (
    Bar,
    Block,
    Card,
    Cards,
    ColumnKind,
    Entry,
    Facts,
    Folded,
    Legend,
    Line,
    Links,
    Listing,
    MapName,
    MapTile,
    MatrixGroup,
    MatrixHead,
    Paragraph,
    Picture,
    PictureLabel,
    Point,
    ReadableDocument,
    RowGroup,
    Section,
    Sign,
    SignMatrix,
    Sparkline,
    Table,
    TableColumn,
    TileMap,
    Tone,
    Words,
    figure_columns,
    group,
    listed_texts,
    plain,
    rows_of,
    text_columns,
)

TOOK, NOT, NONE = Sign("●", "took it up"), Sign("", "did not"), Sign("?", "cannot be read")
REWORDED: Final[Line] = (
    Words("How "),
    Words("all", "added"),
    Words(" pupils come to be in "),
    Words("school", "removed"),
    Words(" "),
    Words("school, safe", "added"),
    Words(" and ready"),
)
AREAS: Final = Table(
    caption="Areas of 2004/05",
    columns=(
        TableColumn("", ColumnKind.LETTER),
        TableColumn("Area"),
        TableColumn("Taken up by"),
        TableColumn("", ColumnKind.PICTURE),
        TableColumn("2003/04 to 2004/05", ColumnKind.PICTURE),
        TableColumn("Change", ColumnKind.FIGURE),
    ),
    groups=(
        RowGroup(
            "Raising standards",
            (
                (
                    "a",
                    (Words("Literacy at key stage 2", link="#literacy"),),
                    "66 of 152",
                    Bar(66, 40, 46),
                    Sparkline((Point(0.2), Point(None), Point(0.43, "renamed")), "a fifth, then nearly half"),
                    4,
                ),
                ("b", (Words("Behaviour"), Words(" "), Words("new", "mark")), "1 of 1,520", Bar(1, 0, 1519), None, -1),
            ),
        ),
        RowGroup("Beyond school", (("c", "Sport", "0 of 3", Bar(0, 0, 3), None, None),)),
    ),
    total=("", "Sum", "67", None, None, 3),
    note="Of all authorities to which an area is open; 106 have an edition.",
    legend=("took it up", "has an edition, did not", "no edition"),
    can_be_searched=True,
)
MATRIX: Final = SignMatrix(
    caption="Who took up what",
    names="Authority",
    heads=(MatrixHead("a", "Literacy at key stage 2", "#literacy"), MatrixHead("b", "Behaviour")),
    groups=(
        MatrixGroup("North East", (((Words("Durham", link="#durham"),), (TOOK, NOT)),)),
        MatrixGroup("South West", ((plain("Isles of Scilly (example)"), (NONE, TOOK)),)),
    ),
    legend=(TOOK, NONE),
    note="Nothing stands where an authority did not take an area up.",
)
ENGLAND: Final = TileMap(
    description="Literacy: taken up by 1 of 3",
    width=10,
    height=8.5,
    tiles=(
        MapTile(0, 0, Tone.FULL, "Durham: took it up", "#durham"),
        MapTile(2, 0, Tone.EMPTY, "Kent: did not"),
        MapTile(4, 1.75, Tone.PATTERN, "Surrey: cannot be read"),
    ),
    outlines=("M0 0L10 0L10 8.5Z",),
    names=(MapName(5, 4, "North East"),),
)
DESCENT: Final = Picture(
    description="Areas a and b became area a",
    width=1050,
    height=420,
    paths=("M0 0C100 0 100 200 1050 200",),
    labels=(PictureLabel(0, 20, "2003/04", is_head=True), PictureLabel(0, 40, "a Literacy")),
)
CARDS: Final = Cards(
    (
        Card(
            (Words("a, Literacy", link="#literacy"),),
            (ENGLAND._replace(is_small=True), Paragraph(plain("1 of 3"))),
            "card-a",
        ),
        Card(plain("b, Behaviour"), (Paragraph(plain("2 of 3"), "quiet"),)),
    ),
    are_small=True,
)
HAMPSHIRE: Final = Folded(
    heading="Hampshire",
    line=plain("2 kept, 1 dropped, 1 taken up anew"),
    blocks=(
        Listing(
            (
                Entry(
                    (Words("a, "), Words("Literacy", "strong")),
                    (Entry(REWORDED, label="why"),),
                    badge="kept",
                    fingerprint="f1",
                ),
                Entry(plain("b, Behaviour"), badge="dropped"),
            )
        ),
    ),
    anchor="hampshire",
    badge="changed",
    fingerprint="0f",
)
PLAIN_FOLD: Final = Folded("", plain("4 areas are as they were"), (listed_texts(("c, Sport", "d, Music")),))


def document(*blocks: Block, title: str = "A document") -> ReadableDocument:
    """Return a document of one brief section."""
    return ReadableDocument(title, sections=(Section("The part", blocks, is_brief=True),))


EVERYTHING: Final = ReadableDocument(
    title="What was taken up in 2004/05",
    lead=(
        (
            Words("Literacy", "strong"),
            Words(" was taken up most: by 66 of 152 authorities, 14 more than a year before."),
        ),
        plain("Nobody took up Sport."),
    ),
    facts=(("Status", (Words("agreed", "strong"),)), ("Last review", plain("31 December 2004"))),
    sections=(
        Section("Areas", (AREAS,), "areas", is_brief=True),
        Section(
            "Who has not renewed yet",
            (
                Paragraph(plain("Two authorities."), "quiet"),
                Listing((Entry(plain("Kent")), Entry(plain("Surrey"))), "South East"),
            ),
            "not-renewed",
            is_brief=True,
        ),
        Section(
            "Where", (Legend(((Tone.FULL, "took it up"), (Tone.PATTERN, "cannot be read"))), ENGLAND, CARDS), "where"
        ),
        Section("Who", (MATRIX,), "who"),
        Section(
            "What changed",
            (
                Section(
                    "Authorities",
                    (
                        Links("A to Z", (Words("Hampshire", link="#hampshire"),), can_be_searched=True),
                        HAMPSHIRE,
                        PLAIN_FOLD,
                    ),
                ),
                DESCENT,
                Facts((("Kept", plain("11")), ("Dropped", plain("7 of 26")))),
                Paragraph(plain("Counted along the lineage."), "quiet"),
                Table(
                    "Totals",
                    (*text_columns("Area"), *figure_columns("2003/04", "2004/05")),
                    rows_of((("Literacy", 1234, None),)),
                ),
            ),
            "changes",
        ),
    ),
    marks=("Draft, not agreed", "Example, not a real compact"),
    alerts=(
        Entry(plain("Hampshire 2003/04"), (Entry(REWORDED, label="a, why"),), badge="Changed after it was signed:"),
    ),
    notices=tuple(group("cannot be read, and is left out", (plain("data/compacts/rutland.yaml"),), "unread")),
    running="2004/05, draft, revision 0123456789ab",
    ending=(plain("Counted from the record alone."), plain("Made by a tool.")),
    is_one_page=True,
)

NASTY: Final = (
    "::error file=x::boo",
    "##[group]boo",
    "<script>alert(1)</script>",
    "| a | `b` | [c](http://d) | @everyone #1",
    "</details>",
    "</style></title><!--",
    "**bold** ~~gone~~",
    "{{ 7 * 7 }}",
    "-- # not a heading",
    "=1+1",
    "[-fake-] {+fake+}",
    "\x1b]0;title\x07\u202e\x9b31m",
    "one\ntwo\r\n\tthree",
    "x" * 250,
    "漢字" * 60,
    "",
)
"""Texts that a record may hold."""


def nasty() -> ReadableDocument:
    """Return a document in which every text is nasty, in every place that a text can have."""
    sections = tuple(
        Section(text, _nasty_blocks(text), f"part-{number}", is_brief=True) for number, text in enumerate(NASTY)
    )
    entries = tuple(Entry(plain(text), (Entry(plain(text), label=text),), badge=text) for text in NASTY)
    return ReadableDocument(
        title=" ".join(NASTY),
        lead=tuple(map(plain, NASTY)),
        facts=tuple((text, plain(text)) for text in NASTY),
        sections=sections,
        marks=NASTY,
        alerts=entries,
        notices=entries,
        running=" ".join(NASTY),
        ending=tuple(map(plain, NASTY)),
    )


def _nasty_blocks(text: str) -> tuple[Block, ...]:
    line = (Words(text, "removed"), Words(text, "added"), Words(text, "mark"), Words(text))
    columns = (TableColumn(text, ColumnKind.LETTER), *text_columns(text, text), *figure_columns(text))
    sign = Sign(text[:1], text)
    return (
        Paragraph(line),
        Listing((Entry(line, (Entry(line, badge=text, label=text),)),), text),
        Facts(((text, line),)),
        Table(
            text,
            columns,
            (RowGroup(text, ((text, line, text, text),)),),
            (text, text, text, 1),
            text,
            (text, text, text),
        ),
        SignMatrix(
            text,
            text,
            (MatrixHead(text[:1], text),),
            (MatrixGroup(text, ((line, (sign,)),)),),
            (sign,),
            text,
        ),
        TileMap(text, 2, 2, (MapTile(0, 0, Tone.FULL, text),), (), (MapName(1, 1, text),)),
        Picture(text, 2, 2, (), (PictureLabel(0, 0, text),)),
        Legend(((Tone.FULL, text),)),
        Links(text, (Words(text, link="#part-0"),)),
        Cards((Card(line, (Paragraph(line),)),)),
        Folded(text, line, (Paragraph(line),), badge=text),
        Folded("", line, (Paragraph(line),)),
        Section(text, (Paragraph(line),)),
    )
