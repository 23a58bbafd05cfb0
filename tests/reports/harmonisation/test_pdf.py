import pytest
from hypothesis import given, settings

from procmap.answers.harmonise import harmonise_files
from procmap.answers.reporting import write_reports
from procmap.drawing.export.tiling import MM
from procmap.messages import translator
from procmap.model import Control
from procmap.reports.harmonisation.pdf import pdf_report
from procmap.reports.harmonisation.tables import SECTIONS, section_heading
from tests import pdfs
from tests.alignment.parties import party
from tests.drawing.strategies import TEXTS
from tests.reports.harmonisation.test_word import report_of, sample


@pytest.fixture(scope="module")
def written(root):
    return pdf_report(sample(root, "nb"))


def text_of(content):
    return "\n".join(page.extract_text() for page in pdfs.opened(content).pages)


def test_it_is_to_keep_and_for_everyone_to_read(root, written):
    pdfs.check(written, title=sample(root, "nb").title.title, language="nb")


def test_a_reader_finds_the_parts_as_headings_in_their_order(written):
    say = translator("nb")
    wanted = [section_heading(part, say) for part in SECTIONS]
    marks = [each.title for each in pdfs.opened(written).outline if not isinstance(each, list)]
    assert [each for each in marks if each in wanted] == wanted


def test_tables_have_heads(written):
    kinds = pdfs.structure(written)
    tables = [element for kind, element in kinds if kind == "Table"]
    assert len(tables) > 10
    assert sum(kind == "THead" for kind, _ in kinds) == len(tables)
    assert {"L", "LI", "TOC", "TOCI"} <= {kind for kind, _ in kinds}


def test_wide_tables_lie_across_and_pages_are_numbered(written):
    pages = pdfs.opened(written).pages
    sizes = {(round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)) for page in pages}
    assert sizes == {(210, 297), (297, 210)}
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"Side {number} av {len(pages)}" in text
        assert len(text) > 80, "a page is all but empty"


def test_a_draft_says_so_on_every_page_and_what_is_ready_does_not():
    draft = report_of([party("Alfa", "a -> b"), party("Beta", "b -> a")])
    assert draft.is_draft
    assert all("Draft" in page.extract_text() for page in pdfs.opened(pdf_report(draft)).pages)
    ready = report_of([party("Alfa", "a -> b"), party("Beta", "a -> b")])
    assert not ready.is_draft
    assert "Draft" not in text_of(pdf_report(ready))


def test_the_same_report_gives_the_same_bytes(root, written):
    assert pdf_report(sample(root, "nb")) == written


def test_the_picture_of_the_common_process_is_in_it(root, tmp_path):
    names = sorted(str(path) for path in (root / "bpmn_samples" / "bygglov").iterdir())
    target = tmp_path / "rapport.pdf"
    write_reports(harmonise_files(names), [str(target)], translator("sv"))
    content = target.read_bytes()
    say = translator("sv")
    assert pdfs.claims(content) == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    (figure,) = [element for kind, element in pdfs.structure(content) if kind == "Figure"]
    assert "BPMN" in figure["/Alt"]
    (page,) = [page for page in pdfs.opened(content).pages if say.text("print-legend") in page.extract_text()]
    assert say.text("section-drawing") in page.extract_text()
    assert page.mediabox.width > page.mediabox.height


@settings(max_examples=15)
@given(TEXTS, TEXTS)
def test_no_text_of_a_process_breaks_it(name, other):
    control = Control(id="k", name=other or "k", on=("a",))
    names = {"a": f"a {name}", "b": other}
    told = {"a": {"documentation": (name, other)}}
    changed = [
        party("Alfa", "a -> b", names=names, changes=told, attached=(control,)),
        party("Beta", "a -> c", names=names, lanes={other or "Arkiv": "a"}),
    ]
    content = pdf_report(report_of(changed))
    assert pdfs.claims(content)["pdfuaid:part"] == "1"


def test_a_word_without_a_place_to_break_stays_on_the_page():
    told = {"a": {"documentation": ("x" * 3000,)}}
    pages = pdfs.opened(pdf_report(report_of([party("Alfa", "a -> b", changes=told), party("Beta", "a -> c")]))).pages
    assert sum(page.extract_text().count("x") for page in pages) >= 3000
    lines = [line for page in pages for line in page.extract_text().splitlines() if line.count("x") > 20]
    assert max(map(len, lines)) < 150
