"""One server for each module of browser tests, and what goes wrong in the browser."""

from __future__ import annotations

import pytest

from tests.app.components.serving import guarded, served


@pytest.fixture(scope="module")
def address(request):
    with served(request.module.PAGE) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium):
    """Return an open browser: pages that a test has changed on the way count as from outside, and may ask us too."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)  # a busy machine is slow
    arguments = ["--no-sandbox", "--disable-features=LocalNetworkAccessChecks"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, address):
    """Return a function that opens the page with a query; all that the browser complains of fails the test.

    `blocked`: what it is to say of what the policy has kept from running, before the component takes it away.
    """
    complaints: list[str] = []
    contexts = []

    def complain(said, blocked):
        if said.type == "error" and not (blocked and blocked in said.text):
            complaints.append(said.text)

    def opened(query="", ready=".tools", blocked="", **options):
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
        contexts.append(context)
        guarded(context, address)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complain(said, blocked))
        page.on("request", lambda asked: asked.url.startswith((address, "data:", "ws")) or complaints.append(asked.url))
        page.goto(f"{address}/{query}")
        page.locator(ready).wait_for(timeout=20_000)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
