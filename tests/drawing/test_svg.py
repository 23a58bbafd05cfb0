from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap.drawing.svg import escape, is_drawable, number, tag, title, written


@given(st.text())
def test_any_text_survives_in_content_and_attribute(text):
    root = etree.fromstring(tag("g", escape(text), data_x=text).encode())
    kept = escape(text)
    assert "<" not in kept
    assert root.text in (root.get("data-x"), None)


def test_controls_and_what_xml_forbids_are_left_out():
    assert escape("a\x00\x1f\ud800\ufffe\x85\u202eb\u2066") == "ab"
    assert escape("]]><b a='\"'>&") == "]]&gt;&lt;b a=&#39;&quot;&#39;&gt;&amp;"
    assert escape("1\n2\t3\r4") == "1 2 3 4"


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1"), (1.5, "1.5"), (0.333333, "0.33"), (-0.001, "0"), (100, "100"), (1e8, "100000000")]
)
def test_number(value, text):
    assert number(value) == text


def test_tag():
    assert tag("path", d="M0 0", stroke_width=1.0, fill=None) == '<path d="M0 0" stroke-width="1"/>'
    assert title("<") == "<title>&lt;</title>"


def test_is_drawable():
    assert is_drawable(0, -5, 1e6)
    assert not any(map(is_drawable, (float("nan"), float("inf"), 1e12)))


def test_what_is_seen_of_a_drawing_is_its_text():
    named = tag("g", title("named <b>"), tag("text", escape("a < b > c"), aria_label="not > this"))
    assert html.unescape(written(named)) == "a < b > c"
