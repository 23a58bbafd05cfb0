"""What tests of pages in a real browser share."""

from __future__ import annotations

import time

PATIENCE = 20
"""Seconds that a busy machine may take until something holds."""


def violations(view) -> list[str]:
    """Return the rules of accessibility that a page breaks."""
    from axe_playwright_python.sync_playwright import Axe

    return [found["id"] for found in Axe().run(view).response["violations"]]


def until(shown, condition):
    """Wait until something holds; the page's policy lets no condition be evaluated in it."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came to hold"
        shown.wait_for_timeout(50)


def at_rest(shown, look):
    """Wait until what is looked at is there and has not changed for a while; return it."""
    seen = [look()]

    def stands():
        seen.append(look())
        return seen[-1] is not None and len(seen) > 5 and all(each == seen[-1] for each in seen[-5:])

    until(shown, stands)
    return seen[-1]
