"""Text by others is shown as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.app.safe import markdown, shown

EVIL = (
    ":red[x]", ":red-background[x]", ":small[x]", ":color[x]{foreground='#f00'}", "$x$", "$$x$$", "\\(x\\)",
    "[a](javascript:alert(1))", "![a](https://evil.example/a.png)", "<b>x</b>", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", ":material/home:", ":tada:", ":streamlit:", "**x** __y__ ~~z~~ `c`", "# x", "- x",
    "1. x", "> x", "---", "| a | b |", "a -> b", "a <- b", "a <-> b", "a -- b", "a >= b", "a <= b", "a ~= b",
    "https://evil.example", "www.evil.example", "a@evil.example", "&lt;b&gt; &amp; &#60;",
    "[x]: https://evil.example", "[^1]", "- [ ] x", "a\\*b*", "08:30", "Søknad (§ 21-4) \u2013 «mottatt»", "=1+1",
    "x_y_z", "mailto:a@evil.example", "ftp://evil.example", "xmpp:a@b.no", "```\ncode\n```", "    indented",
    "\u202eevil", "a  b", "~x~", "==x==", "^x^", ":shimmer[x]", ":blue-badge[x]",
)  # fmt: skip
LINES = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
    | st.sampled_from(EVIL)
    | st.text("[]()<>:*_`$!-@.w/ \\ax", max_size=30)
)


@given(LINES)
def test_nothing_is_left_to_be_read_as_markup(text):
    unescaped = re.sub(r"\\[!-/:-@\[-`{-~]", "", markdown(text))
    assert not re.search(r"""[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]""", unescaped)


@given(LINES)
def test_a_reader_sees_the_text_itself(text):
    assert shown(markdown(text)) == " ".join(text.replace("\u2060", "").split())


@given(st.text())
def test_it_is_always_one_line_that_can_be_sent(text):
    escaped = markdown(text)
    assert "\n" not in escaped
    escaped.encode("utf-8")


@pytest.mark.parametrize("text", [":tada:", ":material/home:", "a@b.no", "www.b.no", "a -> b", "a <-> b"])
def test_patterns_that_are_looked_for_after_escapes_are_broken(text):
    assert "\u2060" in markdown(text)


SCRIPT = """
import json
import streamlit as st
from procmap.app.safe import markdown
for number, text in enumerate(json.loads({texts!r})):
    with st.container(key=f"text-{{number}}"):
        st.markdown(markdown(text))
    with st.container(key=f"label-{{number}}"):
        st.button(markdown(text), key=f"button-{{number}}")
"""


@pytest.mark.browser
def test_a_browser_shows_the_text_itself(browser, tmp_path):
    import json

    from tests.app.conftest import run_by_streamlit

    script = tmp_path / "texts.py"
    script.write_text(SCRIPT.format(texts=json.dumps(EVIL)), "utf-8")
    running = run_by_streamlit(tmp_path, script, "--server.address=127.0.0.1", "--browser.gatherUsageStats=false")
    try:
        page = browser.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(running.address.replace("localhost", "127.0.0.1"))
        page.locator(f".st-key-label-{len(EVIL) - 1} button").wait_for(timeout=60_000)
        page.locator('[data-testid=stApp][data-test-script-state="notRunning"]').wait_for(timeout=60_000)
        for number, text in enumerate(EVIL):
            expected = " ".join(text.split())
            for kind in ("text", "label"):
                page.locator(f".st-key-{kind}-{number} p").first.wait_for(state="attached")
                found = page.locator(f".st-key-{kind}-{number} p").all()
                assert [plain(each) for each in found] == [expected], (kind, text)
                inside = page.locator(f".st-key-{kind}-{number} p *").evaluate_all("all => all.map(e => e.localName)")
                assert inside == [], (kind, text)
        assert not [url for url in asked if "evil" in url]
    finally:
        running.stop()


def plain(element) -> str:
    return " ".join(element.text_content().replace("\u2060", "").split())
