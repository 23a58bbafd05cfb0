import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.behaviour import make_reference
from procmap.comparison import compare
from procmap.model import Confirmations, RosaAssessment
from procmap.model.decisions import Part
from procmap.reports import matrix_report, page
from tests.alignment.parties import party
from tests.comparison.differences.lines import one_step

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Elements(HTMLParser):
    """Reads a page strictly: every element is closed, and where."""

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.titles: list[str] = []
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
        if not {"style", "script"} & set(self.open):
            self.text += data if self.open[-1:] != ["title"] else ""
            self.titles += [data] if self.open[-2:] == ["svg", "title"] else []


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
    assert "something differs" in read.titles
    assert "other order" in read.titles


def test_no_network_and_links_lead_somewhere():
    read = Elements(page_of(*two()))
    assert not {tag for tag, _ in read.found} & {"link", "img", "iframe", "object"}
    assert [tag for tag, _ in read.found].count("script") == 1
    ids = [attributes["id"] for _, attributes in read.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in read.found:
        assert not any(name.startswith("on") for name in attributes)
        assert not {"src", "style"} & set(attributes)
        if "href" in attributes:
            assert (attributes["href"] or "")[1:] in ids


def test_the_policy_names_the_style_and_the_script_and_nothing_else():
    text = page_of(*two())
    (policy,) = (attributes["content"] for _, attributes in Elements(text).found if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_a_card_tells_of_each_organisation_and_why_steps_stand_together():
    read = Elements(page_of(*two()))
    card = read.text.partition("Row by row")[2]
    assert "What is told" in card
    assert "Arkiv" in card
    assert "Post" in card
    assert "A \u2013 B: The labels have the same words. 95 % sure" in card


def test_a_card_tells_who_has_no_such_step():
    text = Elements(page_of(party("A", "x -> y"), party("B", "x"))).text
    assert "No such step was found at B." in text


def test_a_step_that_is_part_of_another_is_told_on_the_card():
    parties = (party("A", "x -> y"), party("B", "z"))
    part, whole = (make_reference(who.process, step) for who, step in zip(parties, ("y", "z"), strict=True))
    part, whole = part.replace(organisation="A"), whole.replace(organisation="B")
    confirmed = Confirmations(part_of=(Part(part=part, whole=whole),))
    text = Elements(page(matrix_report(parties, compare(parties, align(parties, confirmed))))).text
    assert '"y" of A is part of "z" of B: People confirmed it.' in text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)",
        "<!--<script>",
        '"><b onclick=x>',
        "a\x00b\x1b[2J",
        "{label}",
        "\u202eabc",
    ],
)
def test_hostile_labels_are_text(hostile):
    text = page_of(*two(hostile + " x", hostile))
    read = Elements(text)
    assert [tag for tag, _ in read.found].count("script") == 1
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
    assert '<b class="letter own1">12</b>' in text


def test_the_sign_of_another_service_level_tells_the_level_by_name():
    def levelled(organisation: str, level: int):
        return one_step(organisation, attached=(RosaAssessment(id="r", on=("a",), level=level),))

    titles = Elements(page_of(levelled("A", 2), levelled("B", 7))).titles
    assert "ROSA level differs: level 2 Guidance" in titles
    assert "ROSA level differs: level 7 Management tasks" in titles
