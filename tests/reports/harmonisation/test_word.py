import io
import zipfile
from itertools import pairwise

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from procmap.alignment import align
from procmap.answers.harmonise import harmonise_files
from procmap.answers.reporting import write_reports
from procmap.comparison import compare
from procmap.harmonisation import harmonise
from procmap.messages import LANGUAGES, translator
from procmap.model import BadInput, Control, Diagram, Process
from procmap.reports.harmonisation import harmonisation_report
from procmap.reports.harmonisation.shown import LONGEST
from procmap.reports.harmonisation.tables import SECTIONS, section_heading
from procmap.reports.harmonisation.values import Drawing, HarmonisationReport, ImpactPart, PartyImpact
from procmap.reports.harmonisation.word import word_report
from procmap.reports.harmonisation.word.package import LOCALES
from procmap.reports.picture_sheet import picture_sheet
from tests.alignment.parties import party

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def report_of(parties, language="en", **given) -> HarmonisationReport:
    alignment = align(parties)
    return harmonisation_report(
        parties, compare(parties, alignment), harmonise(parties, alignment), say=translator(language), **given
    )


def sample(root, language="en"):
    folder = root / "bpmn_samples" / "bygglov"
    decisions = root / "tests" / "cases" / "bygglov" / "decisions.json"
    names = sorted(str(path) for path in folder.iterdir())
    made = harmonise_files(names, decisions=str(decisions))
    parts = (made.aligned.parties, made.comparison, made.result, made.aligned.decisions)
    return harmonisation_report(*parts, say=translator(language), sources=("a", "b", "c"))


def opened(content: bytes):
    return docx.Document(io.BytesIO(content))


def texts(content: bytes) -> str:
    document = opened(content)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.fixture(scope="module")
def written(root):
    return word_report(sample(root))


def test_a_reader_finds_the_parts_as_headings(written):
    headings = [one.text for one in opened(written).paragraphs if one.style.style_id == "Heading1"]
    say = translator("en")
    assert headings == [section_heading(part, say) for part in SECTIONS]


def test_headings_leave_no_level_out(written):
    styles = [one.style.style_id for one in opened(written).paragraphs]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_head_on_every_page_and_words_for_who_cannot_see_it(written):
    tables = list(opened(written).element.iter(f"{W}tbl"))
    assert len(tables) > 10
    for table in tables:
        heads = table.findall(f"{W}tr/{W}trPr/{W}tblHeader")
        assert len(heads) == 1
        assert table.find(f"{W}tr") is heads[0].getparent().getparent()
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")


def test_every_row_has_a_cell_for_each_column(written):
    for table in opened(written).element.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert {len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")} == {columns}


def test_wide_tables_lie_across(written):
    orientations = [section.orientation.name for section in opened(written).sections]
    assert orientations == ["PORTRAIT", "LANDSCAPE", "PORTRAIT", "LANDSCAPE", "PORTRAIT"]


def test_every_style_that_is_used_is_there(written):
    document = opened(written)
    there = {style.style_id for style in document.styles}
    used = {
        each.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for each in document.element.iter(f"{W}{kind}")
    }
    assert used <= there


def test_links_of_the_contents_lead_somewhere(written):
    body = opened(written).element
    marks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    links = [each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")]
    assert links
    assert set(links) == marks


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_which_language_it_is_in(root, language):
    written = word_report(sample(root, language))
    document = opened(written)
    assert document.styles.element.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == LOCALES[language]
    assert document.core_properties.language == LOCALES[language]


def test_nobody_and_no_day_stands_in_it(written):
    properties = opened(written).core_properties
    assert properties.title == "One common process: Bygglov"
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert (properties.created.year, properties.modified.year) == (2000, 2000)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {2000}


def test_the_same_report_gives_the_same_bytes(root, written):
    assert word_report(sample(root)) == written


def test_a_draft_says_so_on_every_page_and_what_is_ready_does_not():
    draft = report_of([party("Alfa", "a -> b"), party("Beta", "b -> a")])
    ready = report_of([party("Alfa", "a -> b"), party("Beta", "a -> b")])
    assert (draft.is_draft, ready.is_draft) == (True, False)
    for report in (draft, ready):
        headers = [section.header.paragraphs[0].text for section in opened(word_report(report)).sections]
        assert all(header.startswith("Draft") == report.is_draft for header in headers)


def test_pages_are_numbered_in_the_words_of_the_language(root):
    footer = opened(word_report(sample(root, "nb"))).sections[0].footer
    assert "".join(each.text or "" for each in footer._element.iter(f"{W}t")) == "Side 1 av 1"
    assert [each.get(f"{W}instr") for each in footer._element.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]


def test_all_that_is_told_is_in_it(root, written):
    report, told = sample(root), texts(written)
    wanted = [paragraph.cited.shown for paragraph in report.routine.paragraphs]
    wanted += [question.sentence for question in report.questions]
    wanted += [sentence for meeting in report.minutes for item in meeting.items for sentence in item.sentences]
    wanted += [line.step for line in report.trace]
    wanted += [line.detail for line in report.attachments]
    wanted += [one.sentence for section in report.comparison.sections for one in section.differences]
    assert [text for text in wanted if text not in told] == []


def test_what_changes_for_an_organisation_is_told():
    report = report_of([party("Alfa", "a -> b"), party("Beta", "a -> b")])
    part = ImpactPart(code="new", heading="New steps", sentences=("c is new.",))
    of_alfa = PartyImpact(party=report.title.parties[0], summary="One step is new.", parts=(part,))
    told = texts(word_report(report.replace(impact=(of_alfa,))))
    assert all(text in told for text in ("One step is new.", "New steps", "c is new."))


def test_many_organisations_stand_in_several_tables():
    parties = [party(f"O{number:02}", "a -> b") for number in range(12)]
    document = opened(word_report(report_of(parties)))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    matrices = [head[1:-1] for head in heads if head[0] == "Row"]
    assert [len(head) for head in matrices] == [5, 5, 2]
    assert [name.split()[-1] for head in matrices for name in head] == [one.id for one in parties]


HOSTILE = (
    "\x00\x07\x1b[31mred", "<w:p/>&amp;]]>", "x" * 100_000, "\u202eevil\u2066", "عنوان الخطوة", "\ud800", "\uffff",
    "{MERGEFIELD x}", "=1+1", "\n\n\n", "📄 " * 200, "]]>", "\u2028line",
)  # fmt: skip


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_break_nothing(label):
    control = Control(id="k", name=label, on=("a",), description=label)
    parties = [
        party("Alfa", "a -> b", names={"a": label}, lanes={label: "a"}, attached=(control,)),
        party(label[:50] or "x", "a -> b", names={"b": label}),
    ]
    written = word_report(report_of(parties, date=label))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    told = texts(written)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert max(map(len, told.split("\n"))) <= 2 * LONGEST


@settings(max_examples=25)
@given(st.lists(st.text(max_size=20), min_size=3, max_size=3))
def test_every_text_can_be_written(labels):
    names = dict(zip("abc", labels, strict=True))
    parties = [party("Alfa", "a -> b -> c", names=names), party("Beta", "a -> c", names=names)]
    assert opened(word_report(report_of(parties))).tables


@pytest.fixture(scope="module")
def pictured(root, tmp_path_factory):
    names = sorted(str(path) for path in (root / "bpmn_samples" / "bygglov").iterdir())
    target = tmp_path_factory.mktemp("word") / "rapport.docx"
    write_reports(harmonise_files(names), [str(target)], translator("sv"))
    return target.read_bytes()


def test_the_common_process_is_shown_on_a_page_that_lies_across(pictured):
    document = opened(pictured)
    (shape,) = document.inline_shapes
    assert shape.width < document.sections[1].page_width
    assert shape.height < document.sections[1].page_height
    assert document.sections[1].orientation.name == "LANDSCAPE"
    described = document.element.findall(".//{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr")
    assert all("BPMN" in each.get("descr") for each in described)
    body = document.element
    marks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    assert {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")} == marks
    assert "part_drawing" in marks


def test_without_what_paints_it_the_document_says_so(root, monkeypatch):
    def missing(*_, **__):
        raise BadInput("pdf-not-installed", command="pip")

    monkeypatch.setattr("procmap.drawing.export.to_png", missing)
    plain = sample(root)
    drawing = Drawing(svg='<svg viewBox="0 0 9 9"/>', sheet=picture_sheet(Process(id="p"), Diagram(), ""))
    document = opened(word_report(plain.replace(drawing=drawing)))
    assert not document.element.findall(".//{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr")
    told = translator(plain.language).text("report-picture-missing")
    assert [paragraph.text for paragraph in document.paragraphs].count(told) == 1
