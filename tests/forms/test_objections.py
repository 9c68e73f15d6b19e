"""What is said against a returned form: nothing in it is lost in silence, and nothing unsettled is taken."""

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from tests.forms.building import VALUES, control, form, paragraph, run, with_body
from tests.forms.editing import Editor, element, w
from tests.forms.editing import paragraph as made_paragraph
from tests.forms.editing import run as made_run

from compactctl.forms.reading import fixed_lines, read_form
from compactctl.word.package import Package

WHY = "priority/1/why"
LIST = "priority/1/authority"
FORM = form()
IN_WHY = "in the box 'Why' of priority 1"
OUTSIDE = "outside of the boxes"
MEND = "say in words what it says, or delete it"


def strange(text: str) -> str:
    return f"'{text}' stands outside of the boxes: move it into one, or delete it"


def named(data: bytes) -> dict[str, str]:
    """Return the properties of a form by their names."""
    properties = Package(data).custom_properties()
    assert properties is not None
    return {str(item.get("name")): "".join(item.itertext()) for item in properties.root}


# Lines outside of the boxes


def test_lines_of_the_form_itself_are_known_whatever_blanks_stand_in_them() -> None:
    data = form(after=paragraph(run("On what terms")), parts={"header": paragraph(run("Draft"))})
    editor = Editor(data)
    [text] = (item for item in editor.root.iter(w("t")) if item.text == "On what terms")
    text.text = "On\u00a0what  terms "
    assert read_form(editor.saved()).objections == ()
    lines = fixed_lines(Package(data))
    assert (lines.body[-1], lines.margins) == ("On what terms", ["Draft"])


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (paragraph(run("One "), run("line")), "One line"),
        (control("", paragraph(run("In a control of no tag"))), "In a control of no tag"),
        (control("priority/x/why", paragraph(run("Of a tag that is none"))), "Of a tag that is none"),
        (control("priority/1/why/", paragraph(run("Nor that"))), "Nor that"),
        (paragraph(f"<w:hyperlink>{run('A link')}</w:hyperlink>"), "A link"),
        (paragraph(f"<w:smartTag>{run('Leeds')}</w:smartTag>"), "Leeds"),
        (f"<w:customXml>{paragraph(run('Custom'))}</w:customXml>", "Custom"),
        (paragraph(f'<w:fldSimple w:instr="DATE">{run("1 March")}</w:fldSimple>'), "1 March"),
        (paragraph(f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>'), "7"),
        (paragraph(f'<w:dir w:val="rtl">{run("שלום 31")}</w:dir>'), "שלום 31"),
        (paragraph(f'<w:bdo w:val="ltr">{run("Left")}</w:bdo>'), "Left"),
        (paragraph("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"), "a\u2011bc"),
        (paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>point</w:t></w:r>'), "•point"),
        (paragraph('<w:r><w:sym w:font="Arial" w:char="0041"/></w:r>'), "A"),
        (paragraph('<w:r><w:sym w:font="Arial" w:char="F041"/></w:r>'), "A"),
        (f"<w:tbl><w:tr><w:tc>{paragraph(run('A table'))}</w:tc></w:tr></w:tbl>", "A table"),
        (paragraph(run("x" * 100)), "x" * 59 + "…"),
        (
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Its result")}'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "Its result",
        ),
    ],
)
def test_a_line_outside_is_quoted(inside: str, line: str) -> None:
    assert with_body(inside).objections == (strange(line),)


@pytest.mark.parametrize("where", ["outside", "in-a-box"])
def test_a_text_box_is_outside_once_wherever_it_is_anchored(where: str) -> None:
    inside = f"<w:txbxContent>{paragraph(run('First'))}{paragraph(run('Second'))}</w:txbxContent>"
    drawn = f"<w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing>"
    older = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{drawn}</mc:Choice>"
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    if where == "outside":
        returned = with_body(paragraph(shape))
    else:
        returned = with_body(paragraph(control("ask/2/text", run("Before ") + shape + run("after"))))
        assert returned.boxes["ask/2/text"].texts == ("Before after",)
    assert returned.objections == (strange("First"), strange("Second"))


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_text_in_a_margin_is_outside_and_the_number_of_a_page_is_none(kind: str) -> None:
    pages = (
        run("Page ")
        + f'<w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple>'
        + run(" of ")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>'
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    returned = with_body("", **{kind: paragraph(pages) + paragraph(run("Note in the margin"))})
    assert returned.objections == (strange("Page of"), strange("Note in the margin"))


@pytest.mark.parametrize("words", ["See the annex", "Draft", "civil", "mix", "ill"])
def test_what_is_written_over_the_number_of_a_page_is_told(words: str) -> None:
    field = f'<w:fldSimple w:instr="PAGE">{run("xiv")}{run(words)}</w:fldSimple>'
    data = form(parts={"header": paragraph(run("Draft")) + paragraph(field)})
    assert read_form(data).objections == (f"a field stands {OUTSIDE}: {MEND}",)


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_a_note_is_outside(kind: str) -> None:
    name = kind[:-1]
    separator = f'<w:{name} w:id="0" w:type="separator">{paragraph("<w:r><w:separator/></w:r>")}</w:{name}>'
    note = f'<w:{name} w:id="1">{paragraph(f"<w:r><w:{name}Ref/></w:r>", run(" See the annex"))}</w:{name}>'
    assert with_body("", **{kind: separator + note}).objections == (strange("See the annex"),)


def test_a_text_beside_a_box_is_outside() -> None:
    assert read_form(Editor(FORM).write_beside(WHY, "And this").saved()).objections == (strange("And this"),)


def test_many_lines_outside_are_counted() -> None:
    objections = with_body("".join(paragraph(run(f"Line {number}")) for number in range(1, 51))).objections
    assert objections[0] == strange("Line 1")
    assert objections[20:] == ("30 more lines stand outside of the boxes: move each into one, or delete it",)


def test_a_line_of_the_form_that_somebody_wrote_again_is_outside_too() -> None:
    editor = Editor(form(parts={"header": paragraph(run("Draft"))}))
    editor.write_beside(WHY, "term").write_outside("why").write_outside("why").write_outside("Draft")
    assert read_form(editor.saved()).objections == (
        "'term' stands outside of the boxes 1 time more than it did: move it into one, or delete it",
        "'why' stands outside of the boxes 2 times more than it did: move it into one, or delete it",
        strange("Draft"),
    )


def test_a_margin_that_a_program_repeats_is_none_the_stranger() -> None:
    editor = Editor(form(parts={"header": paragraph(run("Draft"))}))
    editor.add_part("header", element("hdr", made_paragraph(made_run("Draft"))))
    assert read_form(editor.saved()).objections == ()


def test_a_form_of_a_version_that_did_not_count_its_lines_is_read() -> None:
    counted = next(value for name, value in named(FORM).items() if name == "lines 1")
    data = form(properties={"lines 1": re.sub(r"\*[0-9]+", "", counted)})
    assert read_form(Editor(data).write_outside("why").saved()).objections == ()
    assert read_form(Editor(data).write_outside("Because").saved()).objections == (strange("Because"),)


# Boxes


def test_two_boxes_of_one_tag_are_told() -> None:
    returned = with_body(control(WHY, paragraph(run("Again"))))
    assert returned.objections == ("the box 'Why' of priority 1 is there 2 times: keep one",)


# Tracked changes


@pytest.mark.parametrize(
    "change",
    [Editor.insert_tracked, Editor.delete_tracked, Editor.move_tracked],
    ids=["inserted", "deleted", "moved"],
)
def test_tracked_changes_are_to_be_settled_first(change: Callable[[Editor, str], Editor]) -> None:
    [objection] = read_form(change(Editor(FORM), WHY).saved()).objections
    assert objection == f"1 tracked change, {IN_WHY}: accept or reject them in Word first"


@pytest.mark.parametrize(
    "inside",
    [
        '<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr></w:p>',
        '<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:cellMerge w:id="1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
        '<w:customXmlInsRangeStart w:id="1"/><w:customXmlInsRangeEnd w:id="1"/>',
        '<w:p><w:moveToRangeStart w:id="1" w:name="x"/><w:moveToRangeEnd w:id="1"/></w:p>',
        "<w:p><w:moveTo w:id='1'/></w:p>",
    ],
)
def test_tracked_changes_of_rows_cells_and_paragraphs_are_told_too(inside: str) -> None:
    assert with_body(inside).objections == (f"1 tracked change, {OUTSIDE}: accept or reject them in Word first",)


def test_tracked_changes_are_told_together_with_where_they_are() -> None:
    editor = Editor(FORM).delete_tracked(WHY).join_tracked(LIST)
    editor.insert_tracked(WHY, "x").body.insert(0, made_paragraph(element("ins", made_run(" "))))
    [objection] = read_form(editor.saved()).objections
    assert objection == (
        f"4 tracked changes, {OUTSIDE}, {IN_WHY} and in the box 'What the authority will do' of priority 1: "
        "accept or reject them in Word first"
    )


def test_accepted_changes_are_plain_text() -> None:
    editor = Editor(FORM).insert_tracked(WHY, " And at seven.").accept()
    assert read_form(editor.saved()).boxes[WHY].texts == ("Too few children read well at eleven. And at seven.",)
    assert read_form(editor.saved()).objections == ()


# What is no text


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<w:drawing><pic:pic/></w:drawing>", "a picture"),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>", "a picture"),
        ("<w:object/>", "an embedded object"),
        ("<w:contentPart/>", "handwriting"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "a formula"),
        ('<w:altChunk r:id="x"/>', "another document"),
        ('<w:subDoc r:id="x"/>', "another document"),
    ],
)
def test_what_is_no_text_is_told_with_where_it_is(inside: str, what: str) -> None:
    inside = f"<w:r>{inside}</w:r>"
    mend = "say in words what it says, or delete it"
    assert with_body(paragraph(inside)).objections == (f"{what} stands {OUTSIDE}: {mend}",)
    boxed = with_body(paragraph(control("ask/2/text", run("A text") + inside + inside)))
    assert boxed.objections == (f"{what} stands in the box of ask 2: {mend}",)
    assert boxed.boxes["ask/2/text"].texts == ("A text",)


@pytest.mark.parametrize(("font", "char"), [("Wingdings", "F021"), ("Symbol", "F061"), ("Arial", "E123"), ("", "zz")])
def test_a_symbol_that_is_no_letter_is_told(font: str, char: str) -> None:
    inside = f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'
    assert with_body(paragraph(control("ask/2/text", inside))).objections == (
        "a symbol that is no letter stands in the box of ask 2: type it, or delete it",
    )


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        '<w:vanish w:val="true"/>',
        "<w:specVanish/>",
        '<w:rStyle w:val="Unseen"/>',
        '<w:rStyle w:val="UnseenToo"/>',
    ],
)
def test_hidden_text_is_told(look: str) -> None:
    inside = f"<w:r><w:rPr>{look}</w:rPr><w:t>unseen</w:t></w:r>"
    assert with_body(paragraph(control("ask/2/text", inside))).objections == (
        "hidden text stands in the box of ask 2: show it, or delete it",
    )


@pytest.mark.parametrize(
    "look", ['<w:vanish w:val="0"/>', "<w:webHidden/>", '<w:rStyle w:val="Unseen"/><w:vanish w:val="off"/>']
)
def test_text_that_is_not_hidden_is_read(look: str) -> None:
    inside = f"<w:r><w:rPr>{look}</w:rPr><w:t>seen</w:t></w:r>"
    returned = with_body(paragraph(control("ask/2/text", inside)))
    assert (returned.boxes["ask/2/text"].texts, returned.objections) == (("seen",), ())


def test_the_text_of_a_hidden_row_is_told() -> None:
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(run('unseen'))}</w:tc></w:tr>"
    assert with_body(f"<w:tbl>{row}</w:tbl>").objections == (f"hidden text stands {OUTSIDE}: show it, or delete it",)


def test_hidden_blanks_are_nothing() -> None:
    assert (
        with_body(paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space='preserve'> </w:t></w:r>")).objections == ()
    )


def test_all_reasons_are_told_at_once() -> None:
    editor = Editor(FORM).delete_tracked(WHY).write_outside("Stray").write_outside("<Another>")
    editor.runs(LIST)[0].append(element("object"))
    assert read_form(editor.saved()).objections == (
        f"1 tracked change, {IN_WHY}: accept or reject them in Word first",
        (
            "an embedded object stands in the box 'What the authority will do' of priority 1: "
            "say in words what it says, or delete it"
        ),
        strange("Stray"),
        strange("<Another>"),
    )


@pytest.mark.parametrize("tag", VALUES)
def test_a_box_that_is_emptied_leaves_nothing_to_object_to(tag: str) -> None:
    returned = read_form(Editor(FORM).empty(tag, escape("")).saved())
    assert (returned.boxes[tag].texts, returned.objections) == ((), ())
