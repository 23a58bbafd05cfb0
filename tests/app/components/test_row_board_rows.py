"""Rows of the board are chosen at their names, by mouse and keyboard, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PAGE = "board_page.py"


def head(page, row):
    return page.locator(f'.head[data-head="{row}"]')


def test_rows_cannot_be_chosen_where_nobody_listens(visit):
    page = visit()
    expect(page.locator("tbody tr")).to_have_count(8)
    expect(page.locator(".head")).to_have_count(0)


def test_a_click_chooses_a_row_and_another_leaves_it(visit):
    page = visit("?chooses=1")
    head(page, "r2").click()
    expect(head(page, "r2")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("tr.chosen")).to_have_count(1)
    head(page, "r2").click()
    expect(page.locator("tr.chosen")).to_have_count(0)


def test_the_keyboard_walks_the_rows_chooses_and_leaves(visit):
    page = visit("?chooses=1")
    head(page, "r0").focus()
    page.keyboard.press("ArrowDown")
    expect(head(page, "r1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(head(page, "r1")).to_have_attribute("aria-pressed", "true")
    expect(head(page, "r1")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator('tr[data-row="r1"] .card').first).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(head(page, "r1")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("tr.chosen")).to_have_count(0)
    expect(head(page, "r1")).to_be_focused()
