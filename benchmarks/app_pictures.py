"""The pictures of the app's pages that docs show, each in several languages.

    python -m benchmarks.app_pictures [FOLDER] [--languages nb sv] [--only PAGE ...] [--theme light|dark]
                                      [--size 1600x900] [--full-colour]

Starts the app of this tree on a project made anew (`benchmarks/app_project.py`), drives Chromium through every page,
and writes FOLDER/LANGUAGE/PAGE.png (docs/pictures/app), with few colours so that they are small. Names and times are
the same each time; fonts are those of the machine.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlencode

from benchmarks.app_project import TOLD, workshop
from procmap.answers.sample import sample_folders
from procmap.messages import LanguageCode
from procmap.workspace import SUFFIX
from tests.app.conftest import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUT = Path("docs/pictures/app")
COLOURS = 128
NAME = "kommunen"
_WAIT = 120_000
"""So many milliseconds a page is waited for."""
_ZONE = "Europe/Oslo"
_OF_THE_BROWSER = {"nb": "nb-NO", "nn": "nn-NO", "sv": "sv-SE", "en": "en-GB"}


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the page and what stands in the address, what to wait for, and what to do before."""

    name: str
    path: str
    waits: str
    query: tuple[tuple[str, str], ...] = ()
    act: Callable[[Page, LanguageCode], None] | None = None
    is_open: bool = True


def _bring_in(page: Page, language: LanguageCode) -> None:
    """Give a file of another service, as somebody does who brings in the next one."""
    folder, _, name = TOLD[language].file.partition("/")
    page.locator("input[type=file]").first.set_input_files(str(sample_folders()[folder] / name))
    page.locator("h2").first.wait_for(timeout=_WAIT)


def _open_head(number: int) -> Callable[[Page, LanguageCode], None]:
    """Return what opens the n-th row of the board."""

    def act(page: Page, language: LanguageCode) -> None:  # noqa: ARG001
        page.locator(".head").nth(number).click()
        page.locator(".st-key-side").wait_for(timeout=_WAIT)

    return act


def _choose_step(page: Page, language: LanguageCode) -> None:  # noqa: ARG001
    page.locator('svg [role="button"]').nth(3).dispatch_event("click")


SHOTS: tuple[Shot, ...] = (
    Shot("start", "", "h1", is_open=False),
    Shot("processes", "processes", "table.services"),
    Shot("import", "import", "h1", act=_bring_in),
    Shot("map", "map", ".frame svg", act=_choose_step),
    Shot("align", "align", ".head", act=_open_head(4)),
    Shot("compare", "compare", "[role=grid]"),
    Shot("compare-card", "compare", ".procmap.card", (("row", "5"),)),
    Shot("compare-side-by-side", "compare", ".frame svg", (("view", "side-by-side"),)),
    Shot("compare-overlay", "compare", ".frame svg", (("view", "overlay"),)),
    Shot("harmonise", "harmonise", ".frame svg"),
    Shot("control", "control", ".st-key-card", (("view", "risk"), ("row", "5"))),
    Shot("rosa", "rosa", "[role=grid]"),
    Shot("records", "records", "[role=grid]"),
    Shot("reports", "reports", ".st-key-standing"),
    Shot("project", "project", "h1"),
)
"""Every page of the app, in the order of the work; its first picture has its name."""


@dataclass(frozen=True)
class Reader:
    """Who looks at the pages: in which language, in the light or the dark, and in how large a window."""

    language: LanguageCode
    theme: Literal["light", "dark"]
    width: int
    height: int


def taken(browser: Browser, address: str, shot: Shot, reader: Reader) -> bytes:
    """Return a picture of a page of the app at `address`, as PNG."""
    language = reader.language
    context = browser.new_context(
        viewport={"width": reader.width, "height": reader.height},
        locale=_OF_THE_BROWSER[language],
        timezone_id=_ZONE,
        color_scheme=reader.theme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    query = urlencode([("lang", language), *([("open", NAME)] if shot.is_open else []), *shot.query])
    page.goto(f"{address}/{shot.path}?{query}")
    _settled(page)
    page.locator(shot.waits).first.wait_for(timeout=_WAIT)
    if shot.act is not None:
        shot.act(page, language)
        _settled(page)
    made: bytes = page.screenshot(animations="disabled", caret="hide")
    context.close()
    return made


def _settled(page: Page) -> None:
    """Wait until the script has run, and everything stands where it will stand."""
    page.locator(".stMainBlockContainer h1").first.wait_for(timeout=_WAIT)
    page.wait_for_timeout(700)
    page.locator('[data-testid=stApp][data-test-script-state="notRunning"]').wait_for(timeout=_WAIT)
    page.wait_for_timeout(700)


def small(picture: bytes) -> bytes:
    """Return a PNG with few colours: pages have few, and so it is small."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=OUT)
    parser.add_argument("--languages", nargs="+", choices=tuple(TOLD), default=list(TOLD))
    parser.add_argument("--only", nargs="+", choices=[shot.name for shot in SHOTS], default=[])
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default="1600x900")
    parser.add_argument("--full-colour", action="store_true")
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright

    shots = [shot for shot in SHOTS if not asked.only or shot.name in asked.only]
    width, height = map(int, asked.size.split("x"))
    chromium = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for language in asked.languages:
            reader = Reader(language, asked.theme, width, height)
            out = asked.folder / language
            out.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory() as folder:
                running = opened(Path(folder), LC_ALL="C", TZ=_ZONE)
                try:
                    for shot in shots:
                        if shot.is_open and not (Path(folder) / f"{NAME}{SUFFIX}").exists():
                            workshop(Path(folder), NAME, language)
                        picture = taken(browser, running.address, shot, reader)
                        picture = picture if asked.full_colour else small(picture)
                        (out / f"{shot.name}.png").write_bytes(picture)
                        print(f"{language}/{shot.name + '.png':28}{len(picture) / 1000:8.0f} kB", flush=True)
                finally:
                    running.stop()
        browser.close()


if __name__ == "__main__":
    main()
