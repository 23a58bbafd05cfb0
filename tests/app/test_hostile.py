"""Texts that could be taken for more than text, on every page in every view: shown as text, in windows of any width."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from procmap.app.project import PROJECT
from procmap.model import to_json
from procmap.workspace import Project, open_project
from tests.app.conftest import opened
from tests.app.views import address, app_at, pages, views
from tests.app.visiting import settled
from tests.workspace.hostile import HostileProject, endless, endless_name, hostile, named

KINDS = {"hostile": (hostile, named), "endless": (endless, endless_name)}
_BEGINNINGS = ("<script", "<img", "](javascript:", "](https:", ":material/", ":red[", ":tada:", "$$x", "**fet", "`kode")
MARKUP = re.compile("|".join(rf"(?<!\\){re.escape(each)}" for each in (*_BEGINNINGS, "&lt;i")))
"""What of the hostile text would be markup where it stands like that in Markdown."""
READ_AS_MARKDOWN = frozenset(("body", "label", "help", "content", "caption"))
"""The fields of messages to the browser that Streamlit reads as Markdown."""


@pytest.fixture(scope="module", params=KINDS)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project with a hostile text in every field; or with one word of 100,000 characters in each."""
    text, name = KINDS[request.param]
    made = HostileProject(str(tmp_path_factory.mktemp(request.param) / "p.procmap"), text, name)
    made.fill()
    return open_project(made.project.location)


@pytest.fixture
def given(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv(PROJECT, project.location)
    return project


def markdown_of(message) -> Iterator[str]:
    """Yield all texts of a message to the browser that it reads as Markdown."""
    for field, value in message.ListFields():
        for each in value if field.is_repeated else (value,):
            if field.message_type is not None:
                yield from markdown_of(each)
            elif isinstance(each, str) and field.name in READ_AS_MARKDOWN:
                yield each


def elements_of(block) -> Iterator[object]:
    for child in getattr(block, "children", {}).values():
        yield child
        yield from elements_of(child)


def test_every_view_shows_texts_as_text(given):
    shown = views(given)
    assert {page for page, _ in shown} == set(pages())
    for view in shown:
        at = app_at(view)
        assert not at.exception, (view, at.exception[0].stack_trace)
        assert not at.error, (view, at.error[0].value)
        for element in elements_of(at._tree):
            kind, message = getattr(element, "type", ""), getattr(element, "proto", None)
            if kind == "html":
                assert_plain(message.body)
            elif message is not None and kind != "text":
                for text in markdown_of(message):
                    assert not MARKUP.search(text), (view, kind, text[:300])


def assert_plain(body: str) -> None:
    """Assert that HTML of our own has nothing in it that a text could have made."""
    for element in html.fromstring(f"<div>{body}</div>").iter():
        assert element.tag not in ("script", "img", "a", "iframe"), html.tostring(element)[:300]
        assert not [name for name in element.attrib if name.startswith("on")]


MADE_BY_TEXTS = """() => {
  const found = new Set(), all = [];
  const walk = root => root.querySelectorAll('*').forEach(e => { all.push(e); if (e.shadowRoot) walk(e.shadowRoot); });
  walk(document);
  for (const e of all) {
    const name = e.localName, at = e.getAttribute('src') || e.getAttribute('href') || '';
    if (/evil|^x$|^javascript/.test(at)) found.add(`${name} ${at}`);
    if (name === 'script' && !e.src && e.textContent.includes('hit')) found.add('script');
    if (e.getAttributeNames().some(each => each.startsWith('on'))) found.add(`${name} with a handler`);
    if (e.classList.contains('katex')) found.add('formula');
    if (e.getAttribute('role') === 'img' && /skull/.test(e.getAttribute('aria-label'))
        && name === 'span') found.add('icon');
    if (/^stMarkdownColored/.test([...e.classList].join(' '))) found.add('colour');
  }
  if (window.hit) found.add('a script ran');
  const wide = [document.documentElement, document.querySelector('.stMain')];
  if (wide.some(e => e.scrollWidth > e.clientWidth)) found.add('wider than the window');
  return [...found];
}"""


@pytest.mark.browser
def test_nothing_runs_and_nothing_is_fetched_in_a_browser(project, page, tmp_path):
    running = opened(tmp_path, "--project", project.location, LC_ALL="C")
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    try:
        for view in views(project):
            page.goto(f"{running.address}/{address(view, lang='en')}")
            settled(page)
            assert page.evaluate(MADE_BY_TEXTS) == [], view
            assert page.locator("[data-testid=stException]").count() == 0, view
        load = address(("import", ()), lang="en")
        page.goto(f"{running.address}/{load}")
        settled(page)
        page.locator("input[type=file]").set_input_files([str(each) for each in files(project, tmp_path)])
        page.locator(".st-key-import-keep button").wait_for(timeout=60_000)
        settled(page)
        assert page.evaluate(MADE_BY_TEXTS) == []
    finally:
        running.stop()
    assert [url for url in asked if not url.startswith((running.address, "data:", f"blob:{running.address}"))] == []
    assert said == []


def files(project: Project, folder: Path) -> Iterator[Path]:
    """Yield a file with a process of a project, and one that cannot be read, both with hostile names."""
    from procmap.workspace.parties import drawn_process

    process = drawn_process(project, project.state().processes[0])
    for number, content in enumerate((to_json((process,)), "<script>window.hit=1</script>")):
        path = folder / f"=1+{number} <img src=x onerror=window.hit=1> :material:skull: $x$ [a](b) \u202egnp.json"
        path.write_text(content, "utf-8")
        assert os.path.sep not in path.name
        yield path
