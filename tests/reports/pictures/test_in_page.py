from __future__ import annotations

import re

import pytest

from procmap.messages import ENGLISH, translator
from procmap.reports import matrix_report, page, pictures_of
from procmap.reports.pictures.in_page import MOST_STEPS, pictures_section
from tests.alignment.parties import party
from tests.reports.browsing import until, violations
from tests.reports.pictures.drawn import HOSTILE, compared, three


def page_of(parties, language="en") -> str:
    say = translator(language)
    comparison = compared(parties)
    return page(matrix_report(parties, comparison, say), pictures_of(parties, comparison, say))


def test_an_overlay_for_every_number_of_organisations():
    assert [each.at_least for each in pictures_of(three(), compared(three())).overlays] == [1, 2, 3]


def test_many_organisations_have_some_numbers_to_choose_from():
    many = [party(f"O{number:02}", "s(start) -> motta -> e(end)") for number in range(25)]
    assert [each.at_least for each in pictures_of(many, compared(many)).overlays] == [1, 2, 3, 5, 10, 20]


def test_too_many_steps_are_said_to_be_too_many():
    chain = " -> ".join(f"n{number}" for number in range(MOST_STEPS // 2 + 1))
    large = [party(name, chain) for name in "AB"]
    pictures = pictures_of(large, compared(large))
    assert not pictures.side_by_side
    assert "procmap draw --as side-by-side" in "".join(pictures_section(pictures, ENGLISH))


def test_a_page_without_pictures_has_no_section():
    assert 'id="pictures"' not in page(matrix_report(three(), compared(three())))


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels(label):
    hostile = [party(name, "s(start) -> a -> e(end)", names={"a": label}) for name in "AB"]
    written = page_of(hostile)
    assert "<script>alert" not in written
    assert len(re.findall("<script", written)) == 1


@pytest.fixture
def view(browser, tmp_path):
    """Return the page of three organisations, which must log no error."""
    file = tmp_path / "page.html"
    file.write_text(page_of(three()), "utf-8")
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    shown = context.new_page()
    wrong: list[str] = []
    shown.on("console", lambda message: wrong.append(message.text))
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.goto(file.as_uri())
    yield shown
    assert wrong == []
    context.close()


def visible(view) -> list[str]:
    """Return the headings of the pictures that are seen."""
    return [svg.locator("title").first.text_content() for svg in view.locator(".picture svg:visible").all()]


@pytest.mark.browser
def test_pictures_open_by_keyboard_and_break_no_rule(view):
    assert visible(view) == []
    for name in ("side-by-side", "overlay"):
        view.locator(f"#{name} summary").focus()
        view.keyboard.press("Enter")
    until(view, lambda: len(visible(view)) == 2)
    assert violations(view) == []


@pytest.mark.browser
def test_the_slider_thins_the_overlay(view):
    view.locator("#overlay summary").click()
    view.locator("#at-least").focus()
    view.keyboard.press("End")
    until(view, lambda: view.locator("output").inner_text() == "3 of 3")
    until(view, lambda: view.locator("#at-least").get_attribute("aria-valuetext") == "3 of 3")
    (heading,) = visible(view)
    assert "3 organisations or more" in heading


@pytest.mark.browser
def test_a_picture_can_be_seen_whole(view):
    view.locator("#side-by-side summary").click()
    frame = view.locator("#side-by-side-frame")
    view.locator("[data-fits=side-by-side-frame]").check()
    until(view, lambda: frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth"))


@pytest.mark.browser
def test_without_its_script_the_pictures_are_there(browser, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(page_of(three()), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(file.as_uri())
    shown.locator("#overlay summary").click()
    until(shown, lambda: shown.locator("#overlay svg:visible").count() == 1)
    assert not shown.locator("#at-least").is_visible()
    context.close()


def focused(view) -> str | None:
    """Return the number of the row of the step that has the focus."""
    return view.evaluate("document.activeElement.getAttribute('data-row')")


@pytest.mark.browser
@pytest.mark.parametrize("name", ["side-by-side", "overlay"])
def test_steps_are_walked_in_the_order_of_rows_and_open_their_cards(view, name):
    view.locator(f"#{name} summary").click()
    view.locator(f"#{name}-frame").focus()
    assert focused(view) is None
    view.keyboard.press("Enter")
    walked = []
    while (row := focused(view)) is not None:
        walked.append(int(row))
        view.keyboard.press("Tab")
    assert len(walked) >= 5
    assert walked == sorted(walked)
    view.locator(f"#{name}-frame").focus()
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    row = focused(view)
    assert violations(view) == []
    view.keyboard.press("Enter")
    view.locator(f"#dialog #card{row}").wait_for()
    view.keyboard.press("Escape")
    view.locator("#dialog").wait_for(state="hidden")
    until(view, lambda: focused(view) == row)
    view.keyboard.press("Escape")
    until(view, lambda: view.evaluate("document.activeElement.id") == f"{name}-frame")


@pytest.mark.browser
def test_a_click_opens_the_card_of_a_step(view):
    view.locator("#overlay summary").click()
    step = view.locator("#overlay-frame [data-row]").nth(1)
    step.click()
    view.locator(f"#dialog #card{step.get_attribute('data-row')}").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize(("wanted", "ground"), [("dark", "rgb(22, 25, 29)"), ("light", "rgb(255, 255, 255)")])
def test_a_dark_page_has_dark_pictures(browser, tmp_path, wanted, ground):
    file = tmp_path / "page.html"
    file.write_text(page_of(three()), "utf-8")
    context = browser.new_context(color_scheme=wanted)
    shown = context.new_page()
    shown.goto(file.as_uri())
    shown.locator("#overlay summary").click()
    paper = shown.locator("#overlay-frame svg:visible > rect").first
    until(shown, lambda: paper.evaluate("rect => getComputedStyle(rect).fill") == ground)
    assert violations(shown) == []
    context.close()
