"""How many keys and seconds the story of the app takes without the mouse, from an empty folder to the files.

    python -m benchmarks.by_keyboard [--shared DIR] [--seed 1]

Told on the sample `bygglov`, and, where DIR (../shared) holds the development data, on one process of three
municipalities as three BPMN files. It is the story of `tests/app/by_keyboard.py`: open or make a project, bring in,
confirm what is sure and move a step, write a cause on the card of a row (SEED draws which), decide every row, take BPMN
and the report. A press is one key, also each letter that is typed; seconds are those of somebody who does not think,
until the last answer stands on the page.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from tests.app.by_keyboard import Typist, municipal_files, story_of_files, story_of_sample
from tests.app.conftest import opened
from tests.conftest import SHARED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROWS = 10
"""The card of one of so many rows is opened."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright

    draw = random.Random(asked.seed)
    chromium = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        down = draw.randrange(ROWS)
        _tell("the sample", browser, lambda typist: story_of_sample(typist, down))
        if (asked.shared / "data" / "municipalities").is_dir():
            with tempfile.TemporaryDirectory() as folder:
                files, row = municipal_files(asked.shared, Path(folder)), draw.randrange(ROWS)
                _tell("three files", browser, lambda typist: story_of_files(typist, files, row))
        browser.close()


def _tell(name: str, browser: Browser, story: Callable[[Typist], object]) -> None:
    """Tell a story in an empty folder, and print its stages."""
    with tempfile.TemporaryDirectory() as folder:
        running = opened(Path(folder), LC_ALL="C")
        try:
            context = browser.new_context(viewport={"width": 1600, "height": 900}, locale="en-GB")
            typist = Typist(context.new_page())
            typist.page.goto(running.address)
            typist.page.locator(".stMainBlockContainer h1").wait_for(timeout=60_000)
            story(typist)
            context.close()
        finally:
            running.stop()
    print(f"{name:<16}{'presses':>8}{'seconds':>9}")
    for stage in typist.stages:
        print(f"  {stage.name:<14}{stage.presses:>8}{stage.seconds:>9.1f}")
    presses, seconds = (sum(getattr(stage, of) for stage in typist.stages) for of in ("presses", "seconds"))
    print(f"  {'together':<14}{presses:>8}{seconds:>9.1f}")


if __name__ == "__main__":
    main()
