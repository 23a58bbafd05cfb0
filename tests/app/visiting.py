"""What tests of the app in a browser do on every page: open it, wait until it stands, see where the keyboard is."""

from __future__ import annotations

from tests.reports.browsing import until

SAMPLE = "open=byggesoknad"
AT_REST = '[data-testid=stApp][data-test-script-state="notRunning"]'
AWAITED = "[data-testid=stSkeleton]"
"""What stands where a part of Streamlit has not been fetched yet."""
CALM = 9
"""How many times in a row nothing goes on; once is not enough, what was just asked for may be on its way."""


def load(page, server, path=""):
    page.goto(f"{server.address}/{path}")
    settled(page)
    return page


def settled(page):
    """Wait until the script has run and everything stands where it will stand."""
    page.locator(AT_REST).wait_for(timeout=60_000)
    page.locator(".stMainBlockContainer h1").wait_for(timeout=60_000)
    until(page, lambda: page.evaluate("window.procmapFocus"))  # what hears keys has been fetched
    calm = 0
    for _ in range(1200):
        calm = calm + 1 if page.locator(AT_REST).count() and not page.locator(AWAITED).count() else 0
        if calm == CALM:
            return
        page.wait_for_timeout(50)
    raise AssertionError("never at rest")


def focused(page):
    """Return what the keyboard is at: its text and its tag, also within a component."""
    return page.evaluate(
        "() => { let at = document.activeElement; while (at.shadowRoot && at.shadowRoot.activeElement) "
        "at = at.shadowRoot.activeElement; return [at.textContent.replaceAll('\u2060', '').trim(), at.localName]; }"
    )
