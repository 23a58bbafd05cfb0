"""What tests of pages in a real browser share."""

from __future__ import annotations


def violations(view) -> list[str]:
    """Return the rules of accessibility that a page breaks."""
    from axe_playwright_python.sync_playwright import Axe

    return [found["id"] for found in Axe().run(view).response["violations"]]


def until(shown, condition):
    """Wait until something holds; the page's policy lets no condition be evaluated in it."""
    for _ in range(100):
        if condition():
            return
        shown.wait_for_timeout(50)
    raise AssertionError
