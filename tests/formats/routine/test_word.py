# ruff: noqa: RUF001 - routines are written with the dashes that word processors make
"""Routines in Word: every construct that hides or shows a text."""

from __future__ import annotations

import contextlib

import docx
import pytest
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats import read_source
from procmap.formats.routine.word_numbering import Numbering
from procmap.formats.routine.word_styles import Styles
from procmap.model import BadInput
from tests.formats.routine.building import W, body, item, read, repacked, run, saved, word
from tests.formats.routine.reading import codes, flows, params, roles, step

TWO_STEPS = (("Heading 1", "Rutine"), ("List Number", "Motta"), ("List Number", "Svar"))
ORDER = ["( --> Motta", "Motta --> Svar", "Svar --> )"]
NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Liste"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""
STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Kommunens overskrift"/><w:basedOn w:val="Grunn"/></w:style>
<w:style w:type="paragraph" w:styleId="Grunn"><w:name w:val="Grunn"/><w:basedOn w:val="Egen"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style></w:styles>"""


def hand_made(*elements: str) -> bytes:
    """Return a Word file with elements in its body, and the styles and lists above."""
    return repacked(word(change=body(*elements)), word__styles_x=STYLES.encode(), word__numbering_x=NUMBERING.encode())


def test_headings_and_lists_by_style():
    doc = read(word(*TWO_STEPS))
    assert doc.processes[0].name == "Rutine"
    assert flows(doc.processes[0]) == ORDER
    assert doc.findings == ()


def test_headings_by_the_style_that_a_style_is_based_on_even_in_a_ring():
    source = hand_made(
        '<w:p><w:pPr><w:pStyle w:val="Egen"/></w:pPr><w:r><w:t>Tittel</w:t></w:r></w:p>',
        item(run("Motta")),
        item(run("Svar")),
    )
    assert read(source).processes[0].name == "Tittel"


def test_markers_that_are_typed():
    doc = read(word(("Title", "Rutine"), "Eier: Leder", "1. Motta", "– hvis noe mangler: gå til 1", "2. Svar"))
    assert doc.processes[0].card.owner == "Leder"
    assert "X2 -noe mangler-> X" in flows(doc.processes[0])


def test_levels_by_indentation():
    document = docx.Document()
    document.add_paragraph("1. Motta")
    for text, indent in (("- hvis noe mangler:", 1), ("- Ring", 2), ("- Vent", 2)):
        document.add_paragraph(text).paragraph_format.left_indent = Cm(indent)
    document.add_paragraph("2. Svar")
    assert {"X -noe mangler-> Ring", "Ring --> Vent"} <= set(flows(read(saved(document)).processes[0]))


def test_numbers_are_those_that_word_shows():
    paragraphs = (
        item(run("En")), item(run("a"), 1), item(run("b"), 1), item(run("c"), 2), item(run("To")), item(run("d"), 1),
        item(run("sju"), 0, 3), item(run("åtte"), 0, 3), item(run("ti"), 0, 4), item(run("kule"), 0, 2),
    )  # fmt: skip
    from lxml import etree

    styles = Styles(etree.fromstring(STYLES))
    numbering = Numbering(etree.fromstring(NUMBERING), styles)
    shown = [numbering.next(num, level) for num, level in [
        ("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("3", 0), ("3", 0), ("4", 0), ("2", 0),
    ]]  # fmt: skip
    assert shown == ["1", "a", "b", "1.1", "2", "a", "5", "6", "1", "-"]
    assert len(shown) == len(paragraphs)
    assert not numbering.is_list("0")
    assert not numbering.is_list("77")


def test_jumps_to_numbers_that_are_nowhere_typed():
    doc = read(
        hand_made(item(run("Motta")), item(run("Vurder")), item(run("hvis nei: gå til 1"), 1), item(run("Svar")))
    )
    assert "X2 -nei-> X" in flows(doc.processes[0])


def test_line_breaks_in_an_item():
    doc = read(
        hand_made(
            item(
                f"{run('Motta')}<w:r><w:br/></w:r>{run('– frist: 3 uker')}<w:r><w:br/></w:r>{run('hvis nei: avslutt')}"
            ),
            item(run("Svar")),
        )
    )
    deadline = step(doc.processes[0], "Motta").details.deadline
    assert deadline is not None
    assert (deadline.amount, deadline.unit) == (3, "weeks")
    assert "X -nei-> )" in flows(doc.processes[0])


def test_inserted_text_is_read_and_deleted_text_is_told():
    change = '<w:{0} w:id="1" w:author="x">{1}</w:{0}>'
    inserted = change.format("ins", run("søknaden"))
    deleted = change.format("del", "<w:r><w:delText>brevet</w:delText></w:r>")
    moved = change.format("moveFrom", run("flyttet")) + change.format("moveTo", run(" hit"))
    doc = read(hand_made(item(run("Motta ") + inserted + deleted + moved), change.format("ins", item(run("Svar")))))
    assert flows(doc.processes[0])[1] == "Motta søknaden hit --> Svar"
    assert params(doc, "word-deleted") == [{"line": 1, "text": "brevetflyttet"}]


def test_hidden_text_is_told():
    hidden = run("hemmelig", "<w:vanish/>") + run(" ikke", '<w:vanish w:val="0"/>')
    by_style = '<w:p><w:pPr><w:pStyle w:val="Skjult"/></w:pPr><w:r><w:t>Skjult avsnitt</w:t></w:r></w:p>'
    doc = read(hand_made(item(run("Motta") + hidden), item(run("Svar")), by_style))
    assert flows(doc.processes[0])[1] == "Motta ikke --> Svar"
    assert [each["text"] for each in params(doc, "word-hidden")] == ["hemmelig", "Skjult avsnitt"]


def test_fields_links_controls_and_special_signs_are_read_as_they_are_shown():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>i dag</w:t></w:r>'
    )
    link = f'<w:hyperlink w:anchor="x">{run(" skjema")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr><w:alias w:val='nei'/></w:sdtPr><w:sdtContent>{run(' A')}</w:sdtContent></w:sdt>"
    doc = read(hand_made(item(run("Motta ") + field + link + control + "<w:r><w:noBreakHyphen/></w:r>" + run("B"))))
    assert flows(doc.processes[0])[0] == "( --> Motta i dag skjema A-B"
    assert params(doc, "word-field") == [{"count": 1}]


def test_text_boxes_and_pictures_are_told():
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>I en boks</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    twice = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box[5:-6]}</mc:Choice><mc:Fallback>{box[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    doc = read(hand_made(item(run("Motta") + box), item(run("Svar") + twice + "<w:r><w:drawing/></w:r>")))
    assert flows(doc.processes[0]) == ORDER
    assert [each["text"] for each in params(doc, "word-text-box")] == ["I en boks", "I en boks"]
    assert params(doc, "word-picture") == [{"count": 1}]


def test_headers_footers_notes_and_comments_are_told():
    document = docx.Document()
    document.add_paragraph("1. Motta")
    document.sections[0].header.paragraphs[0].text = "Kommunen"
    document.sections[0].footer.paragraphs[0].text = "Side 1"
    document.add_comment(document.paragraphs[0].runs, text="Stemmer dette?", author="x")
    doc = read(saved(document))
    assert [(finding.code, finding.params["text"]) for finding in doc.findings] == [
        ("word-header", "Kommunen"), ("word-footer", "Side 1"), ("word-comments", "Stemmer dette?"),
    ]  # fmt: skip


def test_footnotes_macros_and_other_files_are_told():
    source = hand_made(item(run("Motta")), '<w:altChunk w:foo="rId9"/>')
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/footnotes" Target="footnotes.xml"/>'
        b'<Relationship Id="c" Type="x/numbering" Target="numbering.xml"/>'
        b'<Relationship Id="b" Type="x/header" TargetMode="External" Target="http://example.invalid/h.xml"/></Relationships>'
    )
    notes = f"<w:footnotes {W}><w:footnote><w:p>{run('Se loven')}</w:p></w:footnote></w:footnotes>"
    changed = repacked(
        source,
        word__footnotes_x=notes.encode(),
        **{"word__vbaProject.bin": b"x", "word___rels__document_x.rels": relations},
    )
    doc = read(changed, "rutine.docm")
    assert [(finding.code, finding.severity) for finding in doc.findings] == [
        ("word-footnotes", "note"), ("word-macros", "warning"), ("word-other-file", "warning"),
    ]  # fmt: skip


def test_a_table_of_contents_is_told():
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Mottak 2", style="toc 1")
    document.add_paragraph("1. Motta")
    assert codes(read(saved(document))) == ["word-contents"]


def test_the_card_as_a_table():
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Eier", "Leder"), ("Kommune:", "Fjellvåg")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("1. Motta")
    card = read(saved(document)).processes[0].card
    assert (card.owner, card.organisation) == ("Leder", "Fjellvåg")


def test_word_is_known_by_what_it_holds_whatever_its_name():
    assert read_source(word(*TWO_STEPS), "rutine.bin").format == "word"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"PK\x03\x04 broken", "not-zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "office-old"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "office-password"),
        (repacked(word(), word__document_x=b"<w:document"), "word-broken"),
        (repacked(word(), word__document_x=b"<a/>"), "word-broken"),
        (repacked(word(), word__document_x=None), "word-broken"),
        (repacked(word(), word__document_x=b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><a>&b;</a>'), "doctype"),
        (repacked(word(), word__document_x=b"<a>" * 300 + b"</a>" * 300), "word-broken"),
        (repacked(word(), word__styles_x=b"no"), "word-broken"),
        (repacked(word(), bomb_x=bytes(20_000_000)), "zip-bomb"),
        (word("Bare tekst"), "routine-no-steps"),
    ],
)  # fmt: skip
def test_what_cannot_be_used(source, code):
    with pytest.raises(BadInput) as error:
        read(source)
    assert error.value.finding.code == code


def test_the_role_is_before_the_colon():
    assert roles(read(word(("List Number", "Leder: Motta"))).processes[0]) == {"Motta": "Leder"}


WHOLE = word(*TWO_STEPS)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=12))
def test_any_damage_is_read_or_refused(damage):
    source = bytearray(WHOLE)
    for place, byte in damage:
        source[place] = byte
    with contextlib.suppress(BadInput):
        assert read(bytes(source)).name == "rutine.docx"


TAGS = ("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "sdtContent", "pict", "txbxContent", "br", "altChunk")


def around(tag: str, inner: list[str]) -> str:
    return f"<w:{tag}>{''.join(inner)}</w:{tag}>"


@given(
    st.recursive(
        st.builds(around, st.sampled_from(TAGS), st.just(["1. A"])),
        lambda inner: st.builds(around, st.sampled_from(TAGS), st.lists(inner, max_size=4)),
    )
)
def test_any_nesting_is_read_or_refused(element):
    with contextlib.suppress(BadInput):
        assert read(hand_made(element, item(run("Motta")))).format == "word"
