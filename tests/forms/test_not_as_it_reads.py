"""What Word shows otherwise than it stands in a form is told, and never taken for what somebody agreed to."""

import pytest
from tests.forms.building import STYLES, VALUES, control, form, paragraph, run, with_body
from tests.forms.editing import Editor, element

from compactctl.forms.reading import read_form
from compactctl.forms.returned import ReturnedForm

WHY = "priority/1/why"
ASK = "ask/2/text"
FORM = form()
MEND = "say in words what it says, or delete it"


def boxed(inside: str, **parts: str) -> ReturnedForm:
    """Return a form, as it is read, in which this stands in a box beside a text."""
    return read_form(form(after=paragraph(control(ASK, run("Yes ") + inside)), parts=parts))


def told(what: str, mend: str = MEND) -> tuple[str]:
    return (f"{what} stands in the box of ask 2: {mend}",)


def field(instruction: str, shown: str = "", *, code: str = "") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    said = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{code}'
    result = mark.format("separate") + shown if shown else ""
    return mark.format("begin") + said + result + mark.format("end")


# Twice over, for newer and for older programs


def alternatives(choice: str, requires: str, fallback: str = "") -> str:
    older = f"<mc:Fallback>{fallback}</mc:Fallback>" if fallback else ""
    choice = f'<mc:Choice Requires="{requires}">{choice}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}{older}</mc:AlternateContent></w:r>"


EMOJI = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F44D"/>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (alternatives(EMOJI, "w16se", "<w:t>\N{THUMBS UP SIGN}</w:t>"), "Yes \N{THUMBS UP SIGN}"),
        (alternatives("<w:t>so</w:t>", "w14", "<w:t>so</w:t>"), "Yes so"),
        (alternatives("<w:t>so</w:t>", "wps w14"), "Yes so"),
        (alternatives("<w:t>so</w:t>", "wps x"), "Yes"),
        (
            (
                '<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Choice Requires="w14"><w:t>so</w:t></mc:Choice>'
                "</mc:AlternateContent></w:r>"
            ),
            "Yes so",
        ),
    ],
)
def test_of_two_ways_to_say_a_thing_that_is_read_which_is_known(inside: str, text: str) -> None:
    returned = boxed(inside)
    assert (returned.boxes[ASK].texts, returned.objections) == ((text,), ())


@pytest.mark.parametrize(
    "inside",
    [
        alternatives("<w:t>We will</w:t>", "w14", "<w:t>We will not</w:t>"),
        alternatives("<w:t>We will</w:t>", "x", "<w:t>We will not</w:t>"),
        alternatives("", "w16se", "<w:t>We will not</w:t>"),
        alternatives(EMOJI, "w16se", "<w:t>\N{THUMBS DOWN SIGN}</w:t>"),
        alternatives('<w16se:symEx w16se:char="no"/>', "w16se", "<w:t>not</w:t>"),
    ],
)
def test_a_text_that_some_would_see_and_others_not_is_told(inside: str) -> None:
    assert boxed(inside).objections == told(
        "a text that reads otherwise in an older Word", "type it anew, or delete it"
    )


# Fields


@pytest.mark.parametrize(
    "inside",
    [
        field(" MACROBUTTON NoMacro We will not "),
        field("eq \\o(a,NOT)"),
        field(" " * 60 + "SYMBOL 65"),
        field("FORMDROPDOWN"),
        field("IF", run("shown"), code=run("not shown")),
        '<w:fldSimple w:instr=" MACROBUTTON NoMacro Never "/>',
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:default w:val="No"/></w:ffData>'
            '</w:fldChar><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        "<w:r><w:dayLong/></w:r>",
        "<w:r><w:yearShort/></w:r>",
        "<w:r><w:pgNum/></w:r>",
    ],
)
def test_a_field_whose_words_stand_in_no_text_is_told(inside: str) -> None:
    assert boxed(inside).objections == told("a field")
    assert f"a field stands outside of the boxes: {MEND}" in with_body(paragraph(inside)).objections


def test_a_field_over_paragraphs_hides_what_stands_in_its_instruction() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    inside = paragraph(begin) + paragraph(run("Unseen")) + paragraph(end)
    assert with_body(inside).objections == (f"a field stands outside of the boxes: {MEND}",)


def test_a_field_that_does_not_end_is_told() -> None:
    [objection] = boxed('<w:r><w:fldChar w:fldCharType="begin"/></w:r>').objections
    assert objection == f"a field stands outside of the boxes: {MEND}"


def test_what_a_field_shows_is_text() -> None:
    returned = boxed(field("HYPERLINK x", run("so")))
    assert (returned.boxes[ASK].texts, returned.objections) == (("Yes so",), ())


@pytest.mark.parametrize(
    "inside",
    [
        field(' HYPERLINK "plan.docx" ', run("so")),
        field("hyperlink plan.docx \\o x", run("so")),
        f"<w:fldSimple w:instr='HYPERLINK \"plan.docx\"'>{run('so')}</w:fldSimple>",
    ],
)
def test_a_field_that_leads_elsewhere_is_a_link(inside: str) -> None:
    assert boxed(inside + run(" and on")).remarks == (
        "the link behind 'so' in the box of ask 2 is not kept: write its address, plan.docx, into the text",
    )
    [remark] = boxed(field(' HYPERLINK "our plan.docx" \\o "tip" ', run("so"))).remarks
    assert "its address, our plan.docx, into" in remark
    assert boxed(field(' HYPERLINK \\l "Top" ', run("so"))).remarks == ()


# Texts that are kept elsewhere, or passed over


def test_a_box_that_shows_what_is_kept_elsewhere_is_told() -> None:
    editor = Editor(FORM)
    editor.properties(WHY).append(element("dataBinding", xpath="/a"))
    assert read_form(editor.saved()).objections == (
        (
            "a text that Word takes from elsewhere in the file stands in the box 'Why' of priority 1: "
            "write it into the form as it was sent"
        ),
    )


@pytest.mark.parametrize(
    "inside", [f"<x:y>{run('so')}</x:y>", "<w:r><x:y>so</x:y></w:r>", f"<w14:y>{run('so')}</w14:y>"]
)
def test_what_no_program_knows_is_told_where_it_holds_a_text(inside: str) -> None:
    assert boxed(inside).objections == told("something that Word does not show")
    assert boxed("<x:y/><w:r><x:y><x:z/></x:y></w:r>").objections == ()


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_mark_of_a_note_that_is_not_there_is_told(kind: str) -> None:
    inside = f'<w:r><w:{kind}Reference w:id="5"/></w:r>'
    note = f'<w:{kind} w:id="5">{paragraph()}</w:{kind}>'
    assert boxed(inside).objections == told("the mark of a note that is not there", "delete it")
    assert boxed(inside, **{f"{kind}s": note}).objections == ()


@pytest.mark.parametrize("kind", ["Ins", "Del"])
def test_changes_that_two_people_made_at_a_time_are_tracked_changes(kind: str) -> None:
    [objection] = boxed(f"<w14:conflict{kind}>{run('so')}</w14:conflict{kind}>").objections
    assert objection == "1 tracked change, in the box of ask 2: accept or reject them in Word first"


def test_a_text_that_a_program_wrote_several_times_over_is_told() -> None:
    inside = control("", run("so"), '<w:alias w:val="Ask 2"/>')
    assert boxed(inside).objections == ()
    assert boxed(inside * 3).objections == told(
        "a text that LibreOffice may have written several times over", "write it once"
    )


# Hidden by what stands around


HIDES = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    ("styles", "inside"),
    [
        (f"<w:docDefaults><w:rPrDefault>{HIDES}</w:rPrDefault></w:docDefaults>", paragraph(run("unseen"))),
        (f'<w:style w:type="paragraph" w:default="1" w:styleId="N">{HIDES}</w:style>', paragraph(run("unseen"))),
        *(
            (style, f"<w:tbl>{table}<w:tr><w:tc>{paragraph(run('unseen'))}</w:tc></w:tr></w:tbl>")
            for style, table in (
                (
                    f'<w:style w:type="table" w:styleId="T">{HIDES}</w:style>',
                    '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>',
                ),
                (
                    f'<w:style w:type="table" w:styleId="T"><w:tblStylePr>{HIDES}</w:tblStylePr></w:style>',
                    '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>',
                ),
                (f'<w:style w:type="table" w:default="1" w:styleId="T">{HIDES}</w:style>', ""),
            )
        ),
    ],
)
def test_a_text_that_a_style_hides_is_told(styles: str, inside: str) -> None:
    objections = with_body(inside, styles=styles).objections
    assert "hidden text stands outside of the boxes: show it, or delete it" in objections


STRUCK = [
    "<w:strike/>",
    '<w:dstrike w:val="true"/>',
    '<w:rStyle w:val="Struck"/>',
    '<w:rStyle w:val="StruckToo"/>',
]
STRIKES = (
    '<w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="StruckToo"><w:basedOn w:val="Struck"/></w:style>'
)


@pytest.mark.parametrize("look", STRUCK)
def test_a_text_that_is_struck_through_is_told_in_a_box(look: str) -> None:
    inside = f"<w:r><w:rPr>{look}</w:rPr><w:t>not this</w:t></w:r>"
    told_of = told("a text that is struck through", "delete it, or take away the line through it")
    assert boxed(inside, styles=STYLES + STRIKES).objections == told_of
    known = read_form(form(after=paragraph(inside), parts={"styles": STYLES + STRIKES}))
    assert known.objections == ()


def test_a_blank_that_kept_the_line_through_it_parts_words_all_the_same() -> None:
    blank = "<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space='preserve'> </w:t></w:r>"
    returned = boxed(f"{run('and')}{blank}{run('maths')}")
    assert (returned.boxes[ASK].texts, returned.objections) == (("Yes and maths",), ())


@pytest.mark.parametrize("style", ["<w:pStyle w:val='Struck'/>", ""])
def test_a_text_that_its_paragraph_strikes_through_is_told_but_where_it_says_otherwise(style: str) -> None:
    kind = '<w:style w:type="paragraph" w:styleId="Struck" w:default="1"><w:rPr><w:strike/></w:rPr></w:style>'
    kept = "<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>Yes</w:t></w:r>"
    for inside, objections in ((run("no"), 1), (kept, 0), (run(" "), 0)):
        block = control(ASK, f"<w:p><w:pPr>{style}</w:pPr>{inside}</w:p>")
        returned = read_form(form(dict.fromkeys(VALUES, ()), after=block, parts={"styles": STYLES + kind}))
        assert sum("ask 2" in objection for objection in returned.objections) == objections


@pytest.mark.parametrize(
    ("look", "text", "shown"),
    [
        ('<w:vertAlign w:val="superscript"/>', "2", "Yes ²"),
        ('<w:vertAlign w:val="subscript"/>', "10", "Yes ₁₀"),
        ('<w:vertAlign w:val="superscript"/>', "-2", "Yes ⁻²"),
        ('<w:vertAlign w:val="superscript"/>', "th", "Yes th"),
        ('<w:vertAlign w:val="baseline"/>', "2", "Yes 2"),
        ('<w:rStyle w:val="Raised"/>', "2", "Yes ²"),
        ('<w:rStyle w:val="Raised"/><w:vertAlign w:val="baseline"/>', "2", "Yes 2"),
    ],
)
def test_a_figure_that_is_raised_or_lowered_stays_so(look: str, text: str, shown: str) -> None:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    style = f'<w:style w:type="character" w:styleId="Raised">{raised}</w:style>'
    returned = boxed(f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>", styles=STYLES + style)
    assert (returned.boxes[ASK].texts, returned.objections) == ((shown,), ())


@pytest.mark.parametrize("merged", ["<w:vMerge/>", '<w:vMerge w:val="continue"/>', "<w:hMerge/>"])
def test_the_text_of_a_cell_that_another_covers_is_told(merged: str) -> None:
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>unseen</w:t></w:r>"
    table = f"<w:tbl><w:tr><w:tc><w:tcPr>{merged}</w:tcPr>{paragraph(shown)}</w:tc></w:tr></w:tbl>"
    assert with_body(table).objections == ("hidden text stands outside of the boxes: show it, or delete it",)
    assert with_body(table.replace("unseen", " ")).objections == ()


# Drawings


TEXT_BOX = f"<w:txbxContent>{paragraph(run('so'))}</w:txbxContent>"
IN_SHAPE = f"<v:shape><v:textbox>{TEXT_BOX}</v:textbox></v:shape>"


@pytest.mark.parametrize(
    "inside",
    [
        '<w:pict><v:shape><v:textpath string="Not"/></v:shape></w:pict>',
        f'<w:pict>{IN_SHAPE}<v:shape><v:textpath string="Not"/></v:shape></w:pict>',
        f"<w:pict>{IN_SHAPE}<v:line/></w:pict>",
        "<w:drawing><a:t>Not</a:t></w:drawing>",
        f"<w:drawing><wps:wsp><wps:txbx>{TEXT_BOX}</wps:txbx></wps:wsp><x:lockedCanvas/></w:drawing>",
        f'<w:drawing><wps:wsp><a:prstGeom prst="mathMultiply"/><wps:txbx>{TEXT_BOX}</wps:txbx></wps:wsp></w:drawing>',
        "<w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx></wps:wsp></w:drawing>",
    ],
)
def test_what_is_drawn_and_is_no_mere_text_is_a_picture(inside: str) -> None:
    assert boxed(f"<w:r>{inside}</w:r>").objections[:1] == told("a picture")


# Numbers, letters and their order


def numbered(text: str, kind: str = "decimal") -> str:
    level = f'<w:lvl w:ilvl="1"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    return (
        f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Listed"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num>'
        f'<w:num w:numId="5"><w:abstractNumId w:val="9"/><w:lvlOverride w:ilvl="1">{level}</w:lvlOverride></w:num>'
    )


LISTED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{}"/></w:numPr>'
LIST_STYLES = (
    f'<w:style w:type="paragraph" w:styleId="Listed"><w:pPr>{LISTED.format(3)}</w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="AlsoListed"><w:basedOn w:val="Listed"/></w:style>'
)
IN_LIST = [
    *(LISTED.format(number) for number in (3, 4, 5)),
    '<w:pStyle w:val="Listed"/>',
    '<w:pStyle w:val="AlsoListed"/>',
]


@pytest.mark.parametrize("properties", IN_LIST)
def test_numbering_that_says_something_is_told(properties: str) -> None:
    inside = control(ASK, f"<w:p><w:pPr>{properties}</w:pPr>{run('fund it')}</w:p>")
    parts = {"numbering": numbered("We will not %2:"), "styles": STYLES + LIST_STYLES}
    assert read_form(form(after=inside, parts=parts)).objections == told("numbering that says 'We will not :'")


@pytest.mark.parametrize(
    ("text", "kind"), [("%1.%2)", "decimal"), ("(%2)", "lowerRoman"), ("o", "bullet"), ("•", "bullet")]
)
@pytest.mark.parametrize("properties", [*IN_LIST, LISTED.format(0), LISTED.format(99)])
def test_mere_numbers_and_dots_are_none_of_the_text(text: str, kind: str, properties: str) -> None:
    inside = control(ASK, f"<w:p><w:pPr>{properties}</w:pPr>{run('fund it')}</w:p>")
    returned = read_form(form(after=inside, parts={"numbering": numbered(text, kind), "styles": STYLES + LIST_STYLES}))
    assert (returned.boxes[ASK].texts, returned.objections) == (("fund it",), ())


def test_a_text_above_another_is_told() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('not')}</w:rt><w:rubyBase>{run('so')}</w:rubyBase></w:ruby></w:r>"
    assert boxed(ruby).objections == told("a text with another above it")


@pytest.mark.parametrize(
    ("name", "way", "text"),
    [("bdo", "rtl", "12 months"), ("bdo", "rtl", "12"), ("bdo", "ltr", "שלום"), ("dir", "rtl", "no")],
)
def test_a_text_in_another_order_than_it_is_written_in_is_told(name: str, way: str, text: str) -> None:
    what = "a text that is shown in another order than it is written in"
    assert boxed(f'<w:{name} w:val="{way}">{run(text)}</w:{name}>').objections == told(what, "type it anew")


@pytest.mark.parametrize("font", ["Wingdings", "Webdings", "Symbol"])
@pytest.mark.parametrize("text", ["NOT", "\uf0fc"])
def test_a_text_in_a_font_of_symbols_is_told(font: str, text: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    what = ("a symbol that is no letter", "type it, or delete it")
    assert boxed(f"<w:r>{fonts}<w:t>{text}</w:t></w:r>").objections == told(*what)
    styled = f"<w:r><w:rPr><w:rStyle w:val='Signs'/></w:rPr><w:t>{text}</w:t></w:r>"
    style = f"<w:style w:type='character' w:styleId='Signs'>{fonts}</w:style>"
    assert boxed(styled, styles=STYLES + style).objections == told(*what)


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [("Wingdings", "J", "☺"), ("Wingdings", "\uf0e0", "→"), ("Segoe UI Symbol", "so", "so"), ("Arial", "so", "so")],
)
def test_a_sign_that_word_puts_in_place_of_what_was_typed_is_read(font: str, text: str, shown: str) -> None:
    returned = boxed(f"<w:r><w:rPr><w:rFonts w:ascii='{font}'/></w:rPr><w:t>{text}</w:t></w:r>")
    assert (returned.boxes[ASK].texts, returned.objections) == ((f"Yes {shown}",), ())
