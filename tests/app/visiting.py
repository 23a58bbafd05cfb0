"""What tests of the app in a browser do on every page: open it, wait until it stands, see where the keyboard is."""

from __future__ import annotations

SAMPLE = "open=byggesoknad"


def load(page, server, path=""):
    page.goto(f"{server.address}/{path}")
    settled(page)
    return page


def settled(page):
    """Wait until the script has run and everything stands where it will stand."""
    page.locator('[data-testid=stApp][data-test-script-state="notRunning"]').wait_for(timeout=60_000)
    page.locator(".stMainBlockContainer h1").wait_for(timeout=60_000)
    page.wait_for_timeout(400)


def focused(page):
    """Return what the keyboard is at: its text and its tag, also within a component."""
    return page.evaluate(
        "() => { let at = document.activeElement; while (at.shadowRoot && at.shadowRoot.activeElement) "
        "at = at.shadowRoot.activeElement; return [at.textContent.replaceAll('\u2060', '').trim(), at.localName]; }"
    )
