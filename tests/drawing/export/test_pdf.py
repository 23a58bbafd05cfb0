import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.drawing import draw
from procmap.drawing.export import LegendEntry, Sheet, SheetWords, StepLine, to_pdf
from procmap.drawing.export.fonts import repertoire
from procmap.drawing.export.tiling import MM
from procmap.layout import place
from procmap.model import Activity, Process, SequenceFlow
from tests import pdfs
from tests.drawing.strategies import TEXTS

WORDS = SheetWords(
    page="Side {page} av {pages}",
    legend="Tegn",
    tile="Ark {tile}",
    part="Delen {tile}",
    overview="Hele bildet",
    glue="Lim",
    goes_on={"left": "Foran {tile}", "right": "Etter {tile}", "up": "Over {tile}", "down": "Under {tile}"},
    steps="Steg for steg",
    columns=("Nr.", "Steg", "Slag", "Hvem", "Videre"),
)


def drawn(*names):
    nodes = tuple(Activity(id=f"t{place}", name=name) for place, name in enumerate(names))
    flows = tuple(
        SequenceFlow(id=f"f{place}", source=nodes[place].id, target=nodes[place + 1].id)
        for place in range(len(nodes) - 1)
    )
    process = Process(id="p", nodes=nodes, flows=flows)
    return draw(process, place(process))


def sheet(title="Byggesøknad", **given):
    return Sheet(title=title, language="nb", description="Prosessen", words=WORDS, **given)


LONG = tuple(f"Steg {number}" for number in range(60))


def test_a_picture_is_to_keep_and_for_everyone_to_read():
    content = to_pdf(drawn("Motta", "Avgjøre"), sheet(steps=(StepLine(1, "Motta", "arbeid", "Arkiv", "2. Avgjøre"),)))
    pdfs.check(content, title="Byggesøknad", language="nb")
    kinds = pdfs.structure(content)
    assert [str(element["/Alt"]) for kind, element in kinds if kind == "Figure"] == ["Prosessen"]
    names = [kind for kind, _ in kinds]
    assert names.count("Table") == 1
    assert names.count("TH") == 5
    assert names.count("TD") == 5


def test_who_does_a_step_is_no_column_where_nobody_is_named():
    steps = (StepLine(1, "Motta", "arbeid", "", "2. Avgjøre"), StepLine(2, "Avgjøre", "arbeid", "", ""))
    content = to_pdf(drawn("Motta", "Avgjøre"), sheet(steps=steps))
    pdfs.check(content, title="Byggesøknad", language="nb")
    names = [kind for kind, _ in pdfs.structure(content)]
    assert (names.count("TH"), names.count("TD")) == (4, 8)
    assert "Hvem" not in pdfs.opened(content).pages[-1].extract_text()


def test_tiles_are_too_and_each_tells_where_it_belongs():
    content = to_pdf(drawn(*LONG), sheet(draft="Utkast", source="Kilde: a.bpmn"), paper="a3")
    pdfs.check(content, title="Byggesøknad", language="nb")
    pages = [page.extract_text() for page in pdfs.opened(content).pages]
    assert len(pages) > 3
    assert "Hele bildet" in pages[0]
    assert "Ark A1" in pages[1]
    assert "Etter A2" in pages[1]
    assert "Foran" not in pages[1]
    assert "Foran A1" in pages[2]
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} av {len(pages)}" in page
        assert "Utkast" in page
        assert "Kilde: a.bpmn" in page


def test_a_search_finds_a_step_of_tiles_where_it_is_seen():
    content = to_pdf(drawn(*LONG), sheet(), paper="a3")
    tiles = [page.extract_text() for page in pdfs.opened(content).pages][1:]
    assert sum("Steg 0" in page for page in tiles) == 1
    assert all(any(f"Steg {number}" in page for page in tiles) for number in range(60))


@pytest.mark.parametrize(("paper", "sides"), [("a4", (297, 210)), ("a3", (420, 297))])
def test_pages_are_as_large_as_the_paper(paper, sides):
    for names in (("Motta", "Avgjøre", "Sende", "Arkivere", "Lukke"), LONG):
        content = to_pdf(drawn(*names), sheet(), paper=paper)
        for page in pdfs.opened(content).pages:
            found = sorted((float(page.mediabox.width) / MM, float(page.mediabox.height) / MM), reverse=True)
            assert found == pytest.approx(sides, abs=0.1)


def test_the_same_drawing_gives_the_same_bytes_without_a_time():
    made = to_pdf(drawn("Motta"), sheet())
    assert to_pdf(drawn("Motta"), sheet()) == made
    assert b"2026" not in pdfs.metadata(made).encode()
    assert str(pdfs.opened(made).metadata.creation_date).startswith("2000-01-01")


def test_labels_are_never_read_as_markup():
    code = '#let x = 1; $x^2$ *fet* _skrå_ @ref <merke> \\u{1} `kode` "'
    content = to_pdf(drawn(code), sheet(code, source=code, draft=code, legend=(LegendEntry(drawn("a"), code),)))
    pdfs.check(content, title=" ".join(code.split()), language="nb")
    assert "$x^2$ *fet* _skrå_ @ref <merke>" in pdfs.opened(content).pages[0].extract_text()


def test_a_title_of_nothing_that_can_be_printed_does_no_harm():
    pdfs.check(to_pdf(drawn("a"), sheet("\u202e ")), title="–", language="nb")  # noqa: RUF001 - the dash is meant


@settings(max_examples=25)
@given(TEXTS, TEXTS, st.booleans())
def test_no_text_breaks_it(name, other, tile):
    step = StepLine(1, name, other, name, other)
    given_ = sheet(name, source=other, draft=name, notes=(other,), steps=(step,))
    content = to_pdf(drawn(name, other, name), given_, tile=tile)
    assert pdfs.claims(content)["pdfuaid:part"] == "1"
    assert pdfs.unmapped(content) == []


def test_at_a_given_size_it_is_printed_on_as_many_sheets_as_that_takes():
    one = to_pdf(drawn("Motta", "Sende"), sheet(), scale=1)
    many = to_pdf(drawn("Motta", "Sende"), sheet(), scale=8)
    assert len(pdfs.opened(one).pages) == 1
    assert len(pdfs.opened(many).pages) > 4


def test_characters_of_the_type_never_break_it():
    """PDF/A-2a and PDF/UA-1 refuse what a font cannot tell: the whole repertoire is set, each character alone too."""
    known = sorted(repertoire())
    for start in range(0, len(known), 40):
        text = "".join(known[start : start + 40])
        to_pdf(drawn(text[:20], text[20:]), sheet(text, notes=(text,)))
    for character in "ijĵïỉğşåø№™ΐ":
        to_pdf(drawn(character), sheet())


@settings(max_examples=30)
@given(st.data())
def test_any_characters_of_the_type_go_together(data):
    text = data.draw(st.text(st.sampled_from(sorted(repertoire())), min_size=1, max_size=60))
    to_pdf(drawn(text), sheet(text, source=text))


def test_a_legend_within_a_picture_is_given_to_the_page_before_tiles():
    told = sheet(legend=(LegendEntry(drawn("a"), "Nordås har det"),))
    in_parts = (drawn(*LONG), told)
    tiled = to_pdf(drawn("Tegn i bildet", *LONG), sheet(), in_parts=in_parts)
    assert tiled == to_pdf(drawn(*LONG), told)
    first, *others = [page.extract_text() for page in pdfs.opened(tiled).pages]
    assert "Nordås har det" in first
    assert not any("Nordås" in text for text in others)
    whole = to_pdf(drawn("Motta"), sheet(), in_parts=in_parts)
    assert whole == to_pdf(drawn("Motta"), sheet())


@pytest.mark.parametrize("names", [("Motta",), LONG])
def test_a_legend_of_many_signs_has_pages_of_its_own(names):
    legend = tuple(LegendEntry(drawn("a"), f"tegn nummer {number}") for number in range(200))
    content = to_pdf(drawn(*names), sheet(legend=legend))
    pdfs.check(content, title="Byggesøknad", language="nb")
    pages = [page.extract_text() for page in pdfs.opened(content).pages]
    assert "tegn nummer" not in pages[0]
    told = [number for page in pages for number in range(200) if f"tegn nummer {number}\n" in f"{page}\n"]
    assert told == list(range(200))
