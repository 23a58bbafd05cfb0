"""How long it takes from `procmap app` until somebody can read the first page.

    python -m benchmarks.app_start [--times 5]

Each time a new process serves a folder with the main sample, and a new browser (Chromium, started before, with nothing
in its cache) opens the page at once. Seconds, median and slowest: until /health answers, from then until the heading of
the first page is there, and both together.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from http.client import HTTPException
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.request import urlopen

from tests.app.conftest import free_port
from tests.app.projects import sample_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONGEST = 120
"""Seconds after which a server or a page that is not there is given up."""


def started(folder: Path, browser: Browser) -> tuple[float, float]:
    """Return the seconds until /health answers, and from then until the first page has its heading."""
    port = free_port()
    arguments = [sys.executable, "-m", "procmap", "app", "--no-browser", "--port", str(port)]
    context = browser.new_context(viewport={"width": 1600, "height": 900})
    page = context.new_page()
    began = time.perf_counter()
    server = subprocess.Popen(arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://localhost:{port}/health", began)
        answered = time.perf_counter()
        page.goto(f"http://localhost:{port}/", wait_until="commit")
        page.locator(".stMainBlockContainer h1").wait_for(timeout=LONGEST * 1000)
        return answered - began, time.perf_counter() - answered
    finally:
        context.close()
        server.terminate()
        server.wait()


def _wait(address: str, began: float) -> None:
    while time.perf_counter() - began < LONGEST:
        try:
            with urlopen(address, timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except (OSError, HTTPException):
            pass
        time.sleep(0.01)
    raise TimeoutError(address)


def main() -> None:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))))
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        sample_in(Path(name))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        took = [started(Path(name), browser) for _ in range(times)]
        browser.close()
    for what, seconds in (
        ("/health answers", [server for server, _ in took]),
        ("the first page", [page for _, page in took]),
        ("together", [server + page for server, page in took]),
    ):
        print(f"{what:<18} median {statistics.median(seconds):5.2f} s   slowest {max(seconds):5.2f} s")


if __name__ == "__main__":
    main()
