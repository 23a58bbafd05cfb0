"""The process map in a real browser: click, keyboard, zoom, what stays over reruns, and hostile labels."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.app.barriers import broken
from tests.app.components.hostile import HOSTILE
from tests.reports.browsing import at_rest, until

pytestmark = pytest.mark.browser
PAGE = "map_page.py"
REGISTER, CHECK, COMPLETE = "Activity_ktjbjsx", "Activity_pi5tsqs", "Komplett?"


def told(page, element, count):
    """Wait until Python has heard so many events, of which the last was the choice of an element."""
    expect(page.get_by_test_id("stCode")).to_have_text(json.dumps([element, count]))


def step(page, name):
    return page.locator(f'.frame svg [role="button"][aria-label*="{name}"]').first


def focused(page):
    """Return the words of the element that has the focus inside the map."""
    return page.locator(".map").evaluate(
        "map => { const at = map.getRootNode().activeElement;"
        " return at ? at.getAttribute('aria-label') ?? at.textContent : ''; }"
    )


def at(page, *words):
    """Wait until an element that has one of these words has the focus."""
    until(page, lambda: any(each in focused(page) for each in words))


def at_frame(page):
    active = "map => map.getRootNode().activeElement?.className"
    until(page, lambda: page.locator(".map").evaluate(active) == "frame")


def view(page):
    """Return the zoom and the place of the frame that is looked at."""
    return page.locator(".frame").evaluate(
        "frame => [frame.querySelector('svg').getBoundingClientRect().width, frame.scrollLeft, frame.scrollTop]"
    )


def wide(page, width, rel):
    """Wait until the picture is so wide."""
    until(page, lambda: view(page)[0] == pytest.approx(width, rel=rel))


def enter(page):
    page.locator(".frame").focus()
    page.keyboard.press("Enter")


def test_a_click_gives_the_id_and_shows_the_choice(visit):
    page = visit()
    step(page, "Kontrollere om søknaden").click()
    told(page, CHECK, 1)
    chosen = page.locator('.frame svg [aria-current="true"]')
    expect(chosen).to_have_count(1)
    expect(chosen.locator(".ring")).to_have_count(1)
    line = page.get_by_role("status").filter(has_text="Valgt")
    expect(line).to_contain_text("Kontrollere om søknaden er komplett")
    expect(line).to_contain_text("resten er tonet ned")
    expect(line).to_have_attribute("aria-live", "polite")


def test_what_is_next_to_the_choice_stays_and_the_rest_fades(visit):
    page = visit()
    step(page, "Kontrollere om søknaden").click()
    told(page, CHECK, 1)
    expect(page.locator('.frame svg [aria-current="true"]')).to_have_count(1)
    opacity = "element => getComputedStyle(element).opacity"
    for near in ("Sende foreløpig svar", "Komplett?", "Fastsette frist", "Dataobjekt"):
        expect(step(page, near)).to_have_css("opacity", "1")
    until(page, lambda: float(step(page, "Registrere søknad").evaluate(opacity)) < 0.5)


def test_enter_leads_in_tab_walks_steps_and_leads_out(visit):
    page = visit()
    enter(page)
    at(page, "Søknad mottatt")
    page.keyboard.press("Tab")
    at(page, "Registrere søknad")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    at_frame(page)
    enter(page)
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    for _ in range(3):  # Streamlit has a button of its own on the block of code.
        if page.evaluate("document.activeElement.textContent") == "after":
            break
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "after"


def test_the_picture_is_one_stop_for_tab_where_nobody_enters_it(visit):
    page = visit()
    page.locator(".frame").focus()
    page.keyboard.press("Tab")
    until(page, lambda: focused(page) == "")


def test_arrow_keys_walk_along_flows_and_to_what_is_above_and_below(visit):
    page = visit()
    step(page, "Kontrollere om søknaden").click()
    page.keyboard.press("ArrowRight")
    at(page, "Komplett?")
    page.keyboard.press("ArrowDown")
    at(page, "Sende mangelbrev")
    page.keyboard.press("ArrowRight")
    at(page, "Vente på")
    page.keyboard.press("ArrowRight")
    at(page, "Kontrollere om søknaden")
    page.keyboard.press("ArrowLeft")
    at(page, "Sende foreløpig svar")
    page.keyboard.press("ArrowUp")
    at(page, "Søknad med vedlegg", "Registrere søknad")


def test_enter_chooses_and_escape_takes_it_away_and_leads_out(visit):
    page = visit()
    enter(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    told(page, REGISTER, 1)
    page.keyboard.press("Escape")
    told(page, "", 2)
    expect(page.locator(".frame svg.fades")).to_have_count(0)
    expect(page.get_by_text("Ingenting er valgt.")).to_be_visible()
    at(page, "Registrere søknad")
    page.keyboard.press("Escape")
    at_frame(page)


def test_focus_zoom_and_scroll_stay_when_another_picture_comes(visit):
    page = visit("?marks=1")  # Each choice draws a mark: the picture is another one.
    step(page, "Kontrollere tiltaket").scroll_into_view_if_needed()
    at_rest(page, lambda: view(page))  # it has found its place
    page.locator(".frame").evaluate("frame => frame.scrollBy(300, 40)")
    before = at_rest(page, lambda: view(page))
    step(page, "Kontrollere tiltaket").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".frame svg [data-type=badges]")).to_have_count(1)
    at(page, "Kontrollere tiltaket")
    # A mark may make the drawing larger by its own room.
    until(page, lambda: view(page)[1:] == pytest.approx(before[1:], abs=40))
    now = at_rest(page, lambda: view(page))[0]
    page.keyboard.press("+")
    until(page, lambda: view(page)[0] > now)
    larger = at_rest(page, lambda: view(page))[0]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".frame svg [data-type=badges]")).to_have_count(2)
    wide(page, larger, rel=0.02)


def test_another_process_can_take_the_place(visit):
    page = visit()
    step(page, "Kontrollere om søknaden").click()
    told(page, CHECK, 1)
    page.get_by_test_id("stCheckbox").click()
    expect(page.locator(".frame svg > title")).not_to_have_text("Byggesøknad, ett trinn")
    expect(page.get_by_text("Ingenting er valgt.")).to_be_visible()


def test_zoom_by_keys_and_by_buttons(visit):
    page = visit()
    at_rest(page, lambda: view(page))  # it has found its place
    natural = page.locator(".frame svg").evaluate("svg => svg.viewBox.baseVal.width")
    room = page.locator(".frame").evaluate("frame => frame.clientWidth")
    page.locator(".frame").focus()
    page.keyboard.press("9")
    wide(page, room, rel=0.01)
    page.keyboard.press("0")
    wide(page, natural, rel=0.001)
    page.keyboard.press("-")
    wide(page, natural / 1.25, rel=0.001)
    page.get_by_role("button", name="Større").click()
    wide(page, natural, rel=0.001)
    expect(page.get_by_role("button", name="Det valgte")).to_be_disabled()
    step(page, "Kontrollere om søknaden").click()
    told(page, CHECK, 1)
    page.get_by_role("button", name="Det valgte").click()
    until(page, lambda: view(page)[0] > natural)
    parts = page.locator(".frame"), step(page, "Kontrollere om søknaden")
    frame, box = at_rest(page, lambda: [part.bounding_box() for part in parts])
    assert frame["x"] < box["x"] < frame["x"] + frame["width"]
    page.get_by_role("button", name="Hele").click()
    wide(page, room, rel=0.01)
    page.set_viewport_size({"width": 1100, "height": 900})
    until(page, lambda: page.locator(".frame").evaluate("frame => frame.clientWidth") < room)
    wide(page, page.locator(".frame").evaluate("frame => frame.clientWidth"), rel=0.01)


def test_dragging_moves_the_picture_and_chooses_nothing(visit):
    page = visit()
    box = at_rest(page, step(page, "Fastsette frist").bounding_box)
    before = view(page)
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] - 180, box["y"] - 30, steps=4)
    page.mouse.up()

    def moved():
        after = view(page)
        return [after[1] - before[1], after[2] - before[2]] == pytest.approx([200, 50])

    until(page, moved)
    told(page, "", 0)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    until(page, lambda: view(page)[0] > before[0])


def test_python_decides_what_is_chosen(visit):
    page = visit("?refuses=1")
    step(page, "Kontrollere om søknaden").click()
    told(page, CHECK, 1)
    expect(page.locator(".frame svg [aria-current]")).to_have_count(0)


def test_hostile_labels_are_text(visit):
    page = visit("?hostile=1&steps=12")
    expect(step(page, "onerror")).to_be_attached()
    labels = page.locator('.frame svg [role="button"]').evaluate_all(
        "all => all.map(each => each.getAttribute('aria-label'))"
    )
    for label in HOSTILE[:3]:
        assert any(label in each for each in labels)
    assert any("تقديم الطلب" in each and "\u202e" not in each for each in labels)
    assert any(len(each) >= 9_999 for each in labels)
    step(page, "onerror").click()
    expect(page.get_by_role("status").filter(has_text="Valgt")).to_contain_text(HOSTILE[0])
    assert page.locator(".map img, .map script").count() == 0
    expect(page).to_have_title("map")
    frame = page.locator(".frame").bounding_box()
    assert frame["width"] <= 1400


@pytest.mark.parametrize(
    "inside",
    [
        "<script>document.title='hit'</script>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='1'/></body></foreignObject>",
        "<image href='https://example.org/x.png'/>",
        "<rect width='9' height='9' onclick='1' onload='1' style='fill:url(https://example.org/x)'/>",
        "<a href='javascript:document.title=1'><text>x</text></a><use href='https://example.org/x.svg#a'/>",
        "<rect width='9' height='9' fill='url(https://example.org/x)'><set attributeName='href' to='x'/></rect>",
        "<style>@import url(https://example.org/x.css);</style>",
    ],
)
def test_a_picture_can_only_be_seen(visit, inside):
    from urllib.parse import quote

    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99" onload="document.title=\'hit\'">'
        '<g role="graphics-symbol" aria-label="Trygt">'
        f'<g data-element="a" data-type="task"><rect width="50" height="20" fill="#ffffff"/>{inside}</g></g></svg>'
    )
    page = visit(f"?svg={quote(svg)}", blocked="inline event handler")
    expect(step(page, "Trygt")).to_be_visible()
    names = page.locator(".frame svg").evaluate(
        "svg => [svg, ...svg.querySelectorAll('*')].flatMap(each => [each.localName, ...each.getAttributeNames()])"
    )
    safe = {
        "svg",
        "g",
        "rect",
        "xmlns",
        "viewBox",
        "role",
        "aria-label",
        "data-element",
        "data-type",
        "width",
        "height",
    }
    assert set(names) <= {*safe, "fill", "class", "tabindex", "style"}
    assert page.locator(".frame svg [style]").count() == 0
    expect(page).to_have_title("map")


def test_what_is_no_picture_is_said(visit):
    page = visit("?svg=%3Csvg%3E")
    expect(page.get_by_text("Bildet kan ikke vises.").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(visit, scheme):
    page = visit(color_scheme=scheme)
    step(page, "Kontrollere om søknaden").click()
    told(page, CHECK, 1)
    expect(page.locator('.frame svg [aria-current="true"]')).to_have_count(1)
    assert broken(page, within="[data-testid=stBidiComponentIsolated]") == set()


def test_the_picture_is_dark_in_a_dark_app(visit):
    page = visit(color_scheme="dark")
    expect(page.locator(".frame svg > rect").first).to_have_css("fill", "rgb(22, 25, 29)")
