"""The page of a comparison in a real browser: by keyboard, filtered, with cards, in print, and without its script."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from procmap.alignment import align
from procmap.answers.align import align_files
from procmap.answers.compare import compare_aligned
from procmap.comparison import compare
from procmap.messages import translator
from procmap.reports import matrix_report, page
from tests.alignment.parties import party
from tests.reports.browsing import at_rest, until, violations

pytestmark = pytest.mark.browser
SHOWN = re.compile(r"(\d+) of (\d+) rows shown")


@pytest.fixture(scope="module")
def sample(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the page of the sample."""
    folder = root / "bpmn_samples" / "byggesoknad"
    aligned = align_files(
        [str(path) for path in sorted(folder.glob("*.bpmn"))], confirm=str(folder / "confirmations.json")
    )
    report = matrix_report(aligned.parties, compare_aligned(aligned), translator("en"))
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(page(report), "utf-8")
    return file.as_uri()


@pytest.fixture
def shown(browser, sample):
    """Return the page of the sample, which must log no error and fetch nothing."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    view = context.new_page()
    wrong: list[str] = []
    view.on("console", lambda message: wrong.append(message.text))
    view.on("pageerror", lambda error: wrong.append(str(error)))
    view.on("request", lambda request: wrong.append(request.url) if request.url.startswith("http") else None)
    view.goto(sample)
    yield view
    assert wrong == []
    context.close()


def rows_shown(view) -> int:
    told = SHOWN.fullmatch(view.locator("#shown").inner_text())
    assert told is not None
    assert view.locator("#grid tbody tr:visible").count() == int(told[1])
    return int(told[1])


def focused(view) -> str:
    """Return where the focus is: the row's number and the cell's place, or the name or id of what else has it."""
    return view.evaluate(
        """() => { const at = document.activeElement; const cell = at.closest("#grid td, #grid th");
        return cell ? cell.parentElement.id + ":" + cell.cellIndex : at.name || at.id || at.tagName; }"""
    )


def tab_to(view, wanted: str) -> None:
    for _ in range(30):
        view.keyboard.press("Tab")
        if re.fullmatch(wanted, focused(view)):
            return
    pytest.fail(f"Tab never came to {wanted}")


def test_the_head_and_the_first_column_stay_where_they_are(shown):
    frame = shown.locator(".frame")
    shown.set_viewport_size({"width": 500, "height": 700})
    before = at_rest(shown, shown.locator("#grid thead th").first.bounding_box)
    frame.evaluate("frame => { frame.scrollTop = 900; frame.scrollLeft = 100 }")
    until(shown, lambda: frame.evaluate("frame => [frame.scrollTop, frame.scrollLeft]") == [900, 100])
    assert shown.locator("#grid thead th").first.bounding_box() == before
    second = shown.locator("#grid thead th").nth(1).bounding_box()
    assert second["y"] == before["y"]
    row = shown.locator("#grid tbody tr").nth(15).locator("th").bounding_box()
    assert row["x"] == before["x"]


def test_the_page_does_not_scroll_sideways(shown):
    for width in (390, 1400, 1920):
        shown.set_viewport_size({"width": width, "height": 844})
        assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_by_keyboard_alone_to_a_card_and_back(shown):
    shown.keyboard.press("Tab")
    until(shown, lambda: shown.locator(":focus").inner_text() == "To the matrix")
    shown.keyboard.press("Enter")
    until(shown, lambda: focused(shown) == "r1:0")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowUp"):
        shown.keyboard.press(key)
    until(shown, lambda: focused(shown) == "r2:1")
    shown.keyboard.press("Enter")
    until(shown, lambda: shown.locator("dialog h3").inner_text().startswith("2 "))
    until(shown, lambda: focused(shown) == "close")
    shown.keyboard.press("Escape")
    until(shown, lambda: focused(shown) == "r2:1")
    until(shown, lambda: shown.locator("dialog[open]").count() == 0)


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        (["End"], "r1:3"), (["End", "Home"], "r1:0"), (["Control+End"], "r38:3"),
        (["Control+End", "Control+Home"], "r1:0"),
        (["PageDown"], "r11:0"), (["PageDown", "PageDown", "PageUp"], "r11:0"), (["ArrowUp", "ArrowLeft"], "r1:0"),
        (["Control+End", "ArrowDown", "ArrowRight"], "r38:3"),
    ],
)  # fmt: skip
def test_keys_lead_through_the_grid_and_not_out_of_it(shown, keys, reached):
    shown.locator(".skip").focus()
    shown.keyboard.press("Enter")
    for key in keys:
        shown.keyboard.press(key)
    until(shown, lambda: focused(shown) == reached)


def test_what_has_the_focus_is_not_under_the_head_or_the_first_column(shown):
    shown.set_viewport_size({"width": 390, "height": 844})
    shown.locator(".skip").focus()
    for key in ("Enter", "Control+End", *["ArrowUp"] * 20, "ArrowLeft"):
        shown.keyboard.press(key)
    cell = at_rest(shown, shown.locator(":focus").bounding_box)
    head = shown.locator("#grid thead th").first.bounding_box()
    assert cell["y"] >= head["y"] + head["height"] - 1
    assert cell["x"] >= head["x"] + head["width"] - 1


def test_tab_reaches_the_filter_one_cell_and_what_comes_after(shown):
    for wanted in ("q", "class", "alone", "role", "differences", "open", "control", "rosa", "record", "r1:0"):
        tab_to(shown, wanted)
    shown.keyboard.press("Tab")
    until(shown, lambda: not focused(shown).startswith("r1:"))


def test_a_card_shows_what_differs_and_why_and_leads_on(shown):
    shown.locator("#r8 td").first.click()
    card = shown.locator("dialog")
    until(shown, lambda: "8 Mangelsjekk" in card.locator("h3").inner_text())
    system = card.locator("tr", has_text="ByggLett").first
    assert system.locator("td").count() == 3
    assert system.get_by_role("img", name="differs").count() == 3
    assert card.locator("tr", has_text="Byggesaksbehandler").first.get_by_role("img", name="differs").count() == 0
    assert "People confirmed it." in card.inner_text()
    shown.keyboard.press("Shift+Tab")
    until(shown, lambda: focused(shown) == "next")
    shown.keyboard.press("Enter")
    until(shown, lambda: card.locator("h3").inner_text().startswith("9 "))
    until(shown, lambda: shown.title().startswith("9 "))
    shown.keyboard.press("Escape")
    until(shown, lambda: focused(shown) == "r9:1")
    until(shown, lambda: shown.locator("#cards > .card").count() == 38)


def test_the_filter_and_the_open_card_stand_in_the_address(shown):
    assert rows_shown(shown) == 38
    shown.get_by_label("Only at").select_option(label="C Solhaug")
    alone = rows_shown(shown)
    assert 0 < alone < 38
    until(shown, lambda: shown.evaluate("location.hash") == "#alone=C")
    shown.locator("#grid tbody tr:visible td").first.click()
    number = shown.locator("dialog h3 a").inner_text()
    until(shown, lambda: shown.evaluate("location.href").endswith(f"#alone=C&card={number}"))
    address = shown.evaluate("location.href")
    shown.keyboard.press("Escape")
    shown.goto("about:blank")
    shown.goto(address)
    until(shown, lambda: rows_shown(shown) == alone)
    until(shown, lambda: shown.locator("dialog[open] h3 a").inner_text() == number)
    shown.keyboard.press("Escape")
    until(shown, lambda: shown.locator("dialog[open]").count() == 0)
    shown.get_by_role("button", name="Show all rows").click()
    assert rows_shown(shown) == 38
    until(shown, lambda: shown.evaluate("location.href") == address.partition("#")[0])


def test_each_filter_leaves_what_it_says(shown):
    shown.get_by_label("Kind of difference").select_option(label="Order")
    assert {row.split(":")[0] for row in rows_of(shown)} == {"r6", "r7", "r34", "r35"}
    shown.get_by_role("button", name="Show all rows").click()
    shown.get_by_label("Role").select_option(label="Innbyggertorg")  # a role that no other name is the same as
    assert all("Innbyggertorg" in row for row in rows_of(shown))
    shown.get_by_role("button", name="Show all rows").click()
    counts = {}
    for name in ("Only differences", "Only open or unsure", "With controls", "With ROSA level", "With record rules"):
        shown.get_by_label(name).check()
        counts[name] = rows_shown(shown)
        shown.get_by_label(name).uncheck()
    assert counts["Only open or unsure"] == 2
    assert all(0 < count < 38 for count in counts.values())


def rows_of(view) -> list[str]:
    found = view.locator("#grid tbody tr:visible")
    return [f"{row.get_attribute('id')}:{row.inner_text()}" for row in found.all()]


def test_a_search_goes_through_cards_too_and_says_when_nothing_fits(shown):
    shown.get_by_label("Search").fill("MATRIKKEL")
    assert rows_shown(shown) >= 1
    assert all("atrikkel" in shown.locator(f"#card{row.split(':')[0][1:]}").text_content() for row in rows_of(shown))
    shown.get_by_label("Search").fill("no such words")
    assert rows_shown(shown) == 0
    assert shown.locator("#nothing").is_visible()
    tab_to(shown, "clear")
    shown.keyboard.press("Enter")
    assert rows_shown(shown) == 38
    assert not shown.locator("#nothing").is_visible()


def test_links_between_differences_rows_and_cards(shown):
    shown.get_by_label("Only at").select_option(label="C Solhaug")
    shown.locator("#d1 a").first.click()
    shown.locator("dialog li a").first.click()
    until(shown, lambda: shown.locator("dialog[open]").count() == 0)
    until(shown, lambda: re.fullmatch(r"d\d+", focused(shown)))
    shown.locator("#d1 a").first.click()
    shown.locator("dialog h3 a").click()
    until(shown, lambda: focused(shown).startswith("r"))
    until(shown, lambda: "=" not in shown.evaluate("location.hash"))
    assert rows_shown(shown) == 38


def test_an_address_that_cites_a_row_or_a_card_leads_there(shown, sample):
    for address in ("#card8", "#card=8"):
        shown.goto("about:blank")
        shown.goto(sample + address)
        until(shown, lambda: shown.locator("dialog[open] h3").inner_text().startswith("8 "))
        assert rows_shown(shown) == 38
    shown.goto("about:blank")
    shown.goto(sample + "#d1")
    until(shown, lambda: focused(shown) == "d1")
    assert shown.locator("#grid [tabindex='0']").count() == 1
    shown.goto("about:blank")
    shown.goto(sample + "#role=99&class=nonsense&q=%00&card=<b>")
    assert rows_shown(shown) in (0, 38)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_stands_in_the_way_of_anybody(browser, sample, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    view = context.new_page()
    view.goto(sample)
    assert violations(view) == []
    view.get_by_label("Only differences").check()
    view.get_by_label("Search").fill("vedtak")
    assert violations(view) == []
    view.locator("#grid tbody tr:visible td").first.click()
    view.locator("dialog[open] h3").wait_for()
    assert violations(view) == []
    context.close()


def test_without_script_everything_can_be_read(browser, sample):
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto(sample)
    assert view.locator("#filter").is_hidden()
    assert view.locator("#grid tbody tr").count() == 38
    assert view.locator(".card:visible").count() == 38
    view.locator("#r8 a").click()
    until(view, lambda: view.url.endswith("#card8"))
    assert view.locator("#card8").is_visible()
    context.close()


def test_print_is_a3_across_with_repeated_heads_and_page_numbers(shown):
    from pypdf import PdfReader

    shown.get_by_label("Search").fill("a")
    read = PdfReader(io.BytesIO(shown.pdf(prefer_css_page_size=True)))
    width, height = (float(side) * 25.4 / 72 for side in (read.pages[0].mediabox.width, read.pages[0].mediabox.height))
    assert (round(width), round(height)) == (420, 297)
    texts = [each.extract_text() for each in read.pages]
    assert "Show all rows" not in "".join(texts)
    assert "Row by row" not in "".join(texts)
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text
    assert all("Fjordvik" in text for text in texts[:3])


def test_an_open_card_is_printed_alone(shown):
    from pypdf import PdfReader

    shown.locator("#r8 td").first.click()
    shown.locator("dialog[open] h3").wait_for()
    (only,) = PdfReader(io.BytesIO(shown.pdf(prefer_css_page_size=True))).pages
    text = only.extract_text()
    assert "Mangelsjekk" in text
    assert "Klagefrist" not in text
    assert "Next row" not in text


def test_hostile_names_do_nothing(browser, tmp_path):
    hostile = "</script><script>document.title = 'bad'</script><img src=x onerror=\"document.title='bad'\">"
    parties = (
        party(hostile, "x -> y", names={"x": hostile}, lanes={hostile: "x"}),
        party("B", "y -> x", names={"x": hostile}, lanes={"]]>": "x"}),
    )
    file = tmp_path / "hostile.html"
    file.write_text(page(matrix_report(parties, compare(parties, align(parties)))), "utf-8")
    view = browser.new_page()
    asked: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.goto(file.as_uri())
    view.get_by_label("Role").select_option(label=hostile)
    view.locator("#r1 td").first.click()
    view.locator("dialog[open] h3").wait_for()
    assert "bad" not in view.title().partition("<")[0]
    assert view.locator("dialog img:not([role])").count() == 0
    assert asked == [file.as_uri()]
    view.close()
