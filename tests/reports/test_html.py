from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.comparison import compare
from procmap.reports import matrix_report, page
from tests.alignment.parties import party

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Elements(HTMLParser):
    """Reads a page strictly: every element is closed, and where."""

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data


def page_of(*parties) -> str:
    return page(matrix_report(parties, compare(parties, align(parties))))


def two(label="x", role="Arkiv"):
    return (
        party("A", "x -> y -> z", names={"x": label}, lanes={role: "x"}),
        party("B", "z -> x -> y", names={"x": label}, lanes={"Post": "x"}),
    )


def test_the_matrix_is_there_with_letters_signs_and_sentences():
    read = Elements(page_of(*two()))
    assert [tag for tag, _ in read.found].count("td") >= 6
    assert 'Different roles do "x": A: Arkiv; B: Post.' in read.text
    labels = [attributes.get("aria-label") for tag, attributes in read.found if tag == "svg"]
    assert "something differs" in labels
    assert "other order" in labels


def test_no_script_no_network_and_links_lead_somewhere():
    read = Elements(page_of(*two()))
    assert not {tag for tag, _ in read.found} & {"script", "link", "img", "iframe", "object"}
    ids = [attributes["id"] for _, attributes in read.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in read.found:
        assert not any(name.startswith("on") for name in attributes)
        assert "src" not in attributes
        if "href" in attributes:
            assert (attributes["href"] or "")[1:] in ids


def test_cells_can_be_reached_by_keyboard():
    read = Elements(page_of(*two()))
    matrix = read.found[: [attributes.get("id") for _, attributes in read.found].index("agreement")]
    assert all(attributes.get("tabindex") == "0" for tag, attributes in matrix if tag == "td")


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><b onclick=x>', "a\x00b\x1b[2J", "{label}", "\u202eabc"]
)
def test_hostile_labels_are_text(hostile):
    text = page_of(*two(hostile + " x", hostile))
    read = Elements(text)
    assert not {tag for tag, _ in read.found} & {"script"}
    assert "\x00" not in text
    assert "\x1b" not in text


@given(st.text(min_size=1), st.text())
def test_any_text_gives_a_page_that_is_closed_everywhere(label, role):
    Elements(page_of(*two(label, role))).text.encode("utf-8")


def test_the_order_of_parties_has_no_say():
    one, other = two()
    assert page_of(one, other) == page_of(other, one)


def test_more_than_ten_parties_have_numbers():
    text = page_of(*(party(f"P{number:02}", "x") for number in range(12)))
    assert '<span class="letter own1">12</span>' in text


@pytest.mark.browser
def test_a_browser_shows_it_without_sideways_scrolling(chromium: str, tmp_path: Path):
    import subprocess

    file = tmp_path / "page.html"
    file.write_text(page_of(*two()), "utf-8")
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={tmp_path / 'u'}"]
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    shown = subprocess.run(
        [chromium, *options, *quiet, "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert "How A and B do it" in shown.stdout
