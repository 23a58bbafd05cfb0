"""How long a click on the process map takes: to Python and back, until the browser has painted the answer.

    python -m benchmarks.app_map [--steps 30 100 300 1000] [--clicks 12]

A Streamlit server of its own runs the page that the tests use. Each click chooses another step. Two cases:

chosen   the picture is the same, another step is outlined and the rest fades
redrawn  each choice also puts a mark on the step: Python draws another picture, which is sent, read and shown anew

`size` is that of the SVG in kB, `draw` what Python alone takes to make it. Milliseconds from the click to the second
frame that the browser paints after Python's answer has changed the page: median and slowest.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from functools import cache
from shutil import which
from typing import TYPE_CHECKING

from benchmarks.synthetic import parties
from procmap.drawing import draw
from procmap.layout import place
from tests.app.components.serving import guarded, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Waits in the page itself for the line that Python writes below the map, then for two frames.
_WAIT = """wanted => new Promise((done, fail) => {
  const end = performance.now() + 30000;
  const look = () => {
    const code = document.querySelector("[data-testid=stCode]");
    if (code && code.textContent.trim() === wanted) {
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
    } else if (performance.now() > end) {
      fail(new Error(`no answer ${wanted} but ${code.textContent}`));
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
})"""
_CLICK = """(place) => {
  const hosts = [...document.querySelectorAll("*")].filter((each) => each.shadowRoot?.querySelector("svg"));
  const all = hosts[0].shadowRoot.querySelectorAll('svg [role="button"]');
  const steps = [...all].filter((each) => /Task$|^task$/.test(each.firstElementChild.dataset.type ?? ""));
  const target = steps[place % steps.length];
  window.started = performance.now();
  target.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  return target.firstElementChild.dataset.element;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, nargs="+", default=[30, 100, 300, 1000])
    parser.add_argument("--clicks", type=int, default=12)
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))))
    arguments = ["--no-sandbox", "--disable-features=LocalNetworkAccessChecks"]
    with served("map_page.py") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        print(f"{'steps':>6}{'size':>7}  {'draw':>6}  {'case':<9}{'median ms':>10}{'slowest':>9}")
        for steps in asked.steps:
            for case, query in (("chosen", ""), ("redrawn", "&marks=1")):
                context = browser.new_context(viewport={"width": 1600, "height": 950})
                guarded(context, address)
                page = context.new_page()
                page.goto(f"{address}/?steps={steps}{query}")
                page.locator(".frame svg > title").wait_for(state="attached", timeout=180_000)
                page.wait_for_timeout(1000)
                size = page.locator(".frame svg").evaluate("svg => svg.outerHTML.length") / 1000
                took = [_click(page, count) for count in range(1, asked.clicks + 1)]
                figures = f"{statistics.median(took):>10.0f}{max(took):>9.0f}"
                print(f"{steps:>6}{size:>7.0f}{_drawing(steps):>6.0f}  {case:<9}{figures}")
                context.close()
        browser.close()


@cache
def _drawing(steps: int) -> float:
    """Return the milliseconds that Python takes to draw a process of so many steps whose places are known."""
    process = parties(1, steps, seed=1)[0].process
    diagram = place(process)
    start = time.perf_counter()
    draw(process, diagram)
    return (time.perf_counter() - start) * 1000


def _click(page: Page, count: int) -> float:
    """Click another step and return the milliseconds until its answer is painted."""
    element = page.evaluate(_CLICK, count * 7)
    ended = page.evaluate(_WAIT, json.dumps([element, count]))
    started = page.evaluate("window.started")
    time.sleep(0.2)
    return ended - started


if __name__ == "__main__":
    main()
