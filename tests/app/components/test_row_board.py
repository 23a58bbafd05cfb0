"""The row board in a real browser: mouse, keyboard, menu, what is said, and what stays over reruns."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.app.barriers import broken
from tests.app.components.hostile import HOSTILE
from tests.reports.browsing import at_rest, until

pytestmark = pytest.mark.browser
PAGE = "board_page.py"


CARD = '.card[data-step="{}"]'


def card(page, step):
    return page.locator(CARD.format(step))


def stands(page, step, row):
    """Wait until a step stands in a row: the board is drawn anew after Python has heard of a move."""
    expect(page.locator(f'tr[data-row="{row}"] {CARD.format(step)}')).to_have_count(1)


def told(page, moves):
    """Wait until Python has heard these moves."""
    expect(page.get_by_test_id("stCode")).to_have_text(json.dumps(moves))


def ends(page, places):
    """Wait until all moves that Python has heard end in these rows; return where they began. None begins elsewhere."""
    code, found = page.get_by_test_id("stCode"), {}

    def walk():
        steps = {}
        for step, row_from, row_to in json.loads(code.inner_text()):
            steps.setdefault(step, [row_from])
            assert steps[step][-1] == row_from, (step, row_from, steps)
            steps[step].append(row_to)
        found.update({step: rows[0] for step, rows in steps.items()})
        return {step: rows[-1] for step, rows in steps.items()} == places

    until(page, walk)
    return found


def says(page, text):
    expect(page.locator(".line")).to_contain_text(text)


def has_focus(page, step):
    expect(card(page, step)).to_be_focused()


def drag(page, step, x, y, *, drop=True):
    box, frame = at_rest(page, lambda: (card(page, step).bounding_box(), page.locator(".frame").bounding_box()))
    assert frame["y"] + 40 < box["y"] < frame["y"] + frame["height"] - 90, "the card is under the head or the foot"
    page.mouse.move(box["x"] + 30, box["y"] + 15)
    page.mouse.down()
    page.mouse.move(box["x"] + 45, box["y"] + 20, steps=2)
    page.mouse.move(x, y, steps=4)
    if drop:
        page.mouse.up()


def middle(page, row):
    head = page.locator(f'tr[data-row="{row}"] th')  # The cells stick to the edges, their line does not.
    box = at_rest(page, head.bounding_box)
    return box["x"] + 600, box["y"] + box["height"] / 2


def test_steps_stand_in_their_rows_and_columns(visit):
    page = visit()
    expect(page.locator("tbody tr")).to_have_count(8)
    expect(page.locator("thead th")).to_have_count(4)
    stands(page, "1/1", "r1")
    name = card(page, "1/1").evaluate("card => card.textContent")
    assert "Kontrollere vedlegg" in name
    assert "Nordås kommune, rad 2 Kontrollere vedlegg" in name


def test_a_card_is_dragged_to_another_row_and_keeps_the_focus(visit):
    page = visit()
    drag(page, "1/1", *middle(page, "r3"))
    told(page, [["1/1", "r1", "r3"]])
    expect(page.locator('tr[data-row="r3"] .card[data-step="1/1"]')).to_be_visible()
    has_focus(page, "1/1")
    says(page, "«Kontrollere vedlegg» står nå i rad 4 Vurdere tiltaket.")
    expect(page.locator(".ghost, .lifted, .aim, .asked")).to_have_count(0)


def test_dragging_shows_where_the_card_would_land_and_escape_puts_it_back(visit):
    page = visit()
    drag(page, "1/1", *middle(page, "r3"), drop=False)
    expect(page.locator(".ghost")).to_have_text("Kontrollere vedlegg")
    aim = page.locator(".aim")
    until(page, lambda: aim.evaluate("cell => [cell.closest('tr').dataset.row, cell.cellIndex]") == ["r3", 2])
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".ghost, .aim, .lifted")).to_have_count(0)
    says(page, "blir i rad 2")
    told(page, [])


def test_a_card_dropped_outside_the_board_stays(visit):
    page = visit()
    drag(page, "1/1", 700, 5)
    says(page, "blir i rad 2")
    told(page, [])


def test_enter_picks_up_arrows_choose_enter_puts_down(visit):
    page = visit()
    card(page, "0/1").focus()
    page.keyboard.press("Enter")
    says(page, "«Kontrollere vedlegg» er løftet fra rad 2 Kontrollere vedlegg.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    says(page, "Over rad 4 Vurdere tiltaket.")
    page.keyboard.press("Enter")
    told(page, [["0/1", "r1", "r3"]])
    has_focus(page, "0/1")
    says(page, "står nå i rad 4")
    page.keyboard.press("Enter")
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    says(page, "blir i rad 4")
    told(page, [["0/1", "r1", "r3"]])


def test_alone_is_below_all_rows_for_keyboard_and_mouse(visit):
    page = visit()
    card(page, "0/1").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    says(page, "Over en egen rad.")
    page.keyboard.press(" ")
    first = ["0/1", "r1", ""]
    told(page, [first])
    stands(page, "0/1", "own1")
    has_focus(page, "0/1")
    # It is alone there already: that can not be chosen again.
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    says(page, "Over rad 9")
    page.keyboard.press("Escape")
    card(page, "1/1").evaluate("card => card.scrollIntoView({ block: 'center' })")
    drag(page, "1/1", *middle(page, ""))
    told(page, [first])  # It is the only one left in its row.
    card(page, "1/3").evaluate("card => card.scrollIntoView({ block: 'center' })")
    drag(page, "1/3", *middle(page, ""))
    told(page, [first, ["1/3", "r3", ""]])


def test_alt_and_arrows_move_at_once_again_and_again(visit):
    page = visit()
    card(page, "2/0").focus()
    page.keyboard.press("Alt+ArrowDown")
    told(page, [["2/0", "r0", "r1"]])
    has_focus(page, "2/0")
    page.keyboard.press("Alt+ArrowDown")
    told(page, [["2/0", "r0", "r1"], ["2/0", "r1", "r2"]])
    has_focus(page, "2/0")
    page.keyboard.press("Alt+ArrowUp")
    told(page, [["2/0", "r0", "r1"], ["2/0", "r1", "r2"], ["2/0", "r2", "r1"]])


def test_moves_need_not_wait_for_the_one_before_and_none_is_lost(visit):
    page = visit("?slow=0.7")
    card(page, "2/0").focus()
    for _ in range(5):
        page.keyboard.press("Alt+ArrowDown")
    stands(page, "2/0", "r5")
    card(page, "0/1").focus()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    # Of several moves of one step that wait, only the last counts; how many could wait is a matter of time.
    assert ends(page, {"2/0": "r5", "0/1": "r2"}) == {"2/0": "r0", "0/1": "r1"}
    stands(page, "2/0", "r5")
    stands(page, "0/1", "r2")
    has_focus(page, "0/1")
    says(page, "står nå i rad 3")
    expect(page.locator(".asked")).to_have_count(0)


def test_the_menu_moves_without_dragging_and_without_keys(visit):
    page = visit()
    card(page, "1/3").click()
    says(page, "«Vurdere tiltaket» er valgt. Det står i rad 4")
    label = "Flytt «Vurdere tiltaket» (Nordås kommune) til rad"
    page.get_by_label(label).select_option("6 Skrive vedtak")
    page.get_by_role("button", name="Flytt", exact=True).click()
    told(page, [["1/3", "r3", "r5"]])
    page.get_by_role("button", name="Gi det en egen rad").click()
    told(page, [["1/3", "r3", "r5"], ["1/3", "r5", ""]])
    expect(page.get_by_role("button", name="Gi det en egen rad")).to_be_disabled()


def test_arrows_walk_among_cards_and_the_board_is_one_stop_for_tab(visit):
    page = visit()
    card(page, "0/0").focus()
    page.keyboard.press("ArrowRight")
    has_focus(page, "1/0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    has_focus(page, "1/2")
    page.keyboard.press("ArrowLeft")  # Fjordvik has no step in this row: to the nearest.
    expect(page.locator('.card[data-step="0/1"]:focus, .card[data-step="0/3"]:focus')).to_have_count(1)
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    expect(page.locator(".card:focus")).to_have_count(0)
    expect(page.locator('.card[tabindex="0"]')).to_have_count(1)


def test_what_python_refuses_goes_back_and_is_said(visit):
    page = visit("?refuses=1")
    drag(page, "1/1", *middle(page, "r3"))
    told(page, [["1/1", "r1", "r3"]])
    says(page, "«Kontrollere vedlegg» ble ikke flyttet. Det står i rad 2")
    stands(page, "1/1", "r1")


def test_ten_organisations_and_seventy_rows_with_a_head_that_stays(visit):
    page = visit("?columns=10&rows=70")
    expect(page.locator(".card")).to_have_count(560)
    card(page, "9/69").focus()
    page.keyboard.press("Alt+ArrowUp")
    told(page, [["9/69", "r69", "r68"]])
    says(page, "står nå i rad 69 ")  # Python has answered, and the board is drawn anew.
    has_focus(page, "9/69")
    parts = page.locator(".frame"), page.locator("thead th").nth(5), card(page, "9/69")
    frame, head, box = at_rest(page, lambda: [part.bounding_box() for part in parts])
    assert head["y"] == pytest.approx(frame["y"], abs=2)
    assert frame["y"] + head["height"] <= box["y"]
    assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    left = page.locator("tbody th").first.bounding_box()
    assert left["x"] == pytest.approx(frame["x"], abs=2)


def test_a_card_held_at_the_edge_scrolls_the_board(visit):
    page = visit("?columns=3&rows=40")
    frame = at_rest(page, page.locator(".frame").bounding_box)
    foot = at_rest(page, page.locator("tfoot").bounding_box)["height"]
    drag(page, "1/0", frame["x"] + 500, frame["y"] + frame["height"] - foot - 20, drop=False)
    until(page, lambda: page.locator(".frame").evaluate("frame => frame.scrollTop") > 400)
    page.keyboard.press("Escape")
    page.mouse.up()
    told(page, [])


def test_hostile_labels_are_text(visit):
    page = visit("?hostile=1")
    expect(card(page, "1/2").locator(".label")).to_have_text(HOSTILE[0])
    expect(card(page, "0/3").locator(".label")).to_have_text(HOSTILE[4].strip())
    until(page, lambda: card(page, "0/3").bounding_box()["height"] < 150)  # once its style sheet has come
    assert page.locator(".board img, .board script").count() == 0
    card(page, "1/2").click()
    says(page, HOSTILE[0])
    expect(page).to_have_title("board")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(visit, scheme):
    page = visit("?hostile=1", color_scheme=scheme)
    card(page, "1/1").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    says(page, "Over rad 3")
    assert broken(page, within="[data-testid=stBidiComponentIsolated]") == set()
