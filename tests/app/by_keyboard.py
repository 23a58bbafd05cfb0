"""The whole story of the app by keyboard alone: from an empty folder to decisions on every row, and to the files.

Only keys are pressed; what stands on the page is read as eyes read it. Where the keyboard is nowhere, it fails.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from procmap.app.shell import PAGES
from procmap.formats import read, write, write_bytes
from procmap.messages import translator
from tests.reports.browsing import until

if TYPE_CHECKING:
    from playwright.sync_api import Download, FileChooser, Page

EN = translator("en")
SAMPLE = "bygglov"
"""The sample with the fewest questions."""
SERVICE = "Building permit"
CAUSE = "They have a register of their own."
REASON = "The new municipality does not need it."
FILES = ("report-docx", "report-html", "common-bpmn")
"""The files that the story ends with, by their codes, in the order of the page."""
_FOCUS = """() => {
  let at = document.activeElement;
  while (at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  const names = [];
  for (let each = at; each; each = each.parentElement ?? each.getRootNode().host) {
    names.push(...[...each.classList].filter((name) => name.startsWith("st-key-")).map((name) => name.slice(7)));
  }
  const text = at.getAttribute("aria-label") ?? at.innerText ?? at.textContent;
  return [at.localName, text.replaceAll("\\u2060", "").replace(/\\s+/g, " ").trim(), names];
}"""
_WAIT = 60_000


@dataclass(frozen=True)
class Focus:
    """What the keyboard is at: its tag, its text, and the keys of Streamlit around it, the nearest first."""

    tag: str
    text: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """A part of the story: keys that were pressed, and seconds until the last answer stood on the page."""

    name: str
    presses: int
    seconds: float


class Typist:
    """Somebody without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0
        self.stages: list[Stage] = []
        self.choosers: list[FileChooser] = []
        # From the start: a browser that is told only when the key is pressed may be told too late.
        page.on("filechooser", self._choose)

    def _choose(self, chooser: FileChooser) -> None:
        self.choosers.append(chooser)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is pressed and how long it takes."""
        presses, start = self.presses, time.monotonic()
        yield
        self.stages.append(Stage(name, self.presses - presses, time.monotonic() - start))

    @property
    def focus(self) -> Focus:
        """What the keyboard is at."""
        tag, text, names = self.page.evaluate(_FOCUS)
        return Focus(tag, text, tuple(names))

    def press(self, *keys: str, then: Callable[[], object] | None = None) -> None:
        """Press keys one after the other; wait until `then` holds, the page stands still and the keyboard is on it."""
        for key in keys:
            self.page.keyboard.press(key)
            self.presses += 1
        if then is not None:
            self._settle(then)

    def type(self, text: str) -> None:
        """Type a text."""
        self.page.keyboard.type(text)
        self.presses += len(text)

    def to(self, wanted: str, tag: str = "", *, back: bool = False, most: int = 60) -> None:
        """Press Tab until the keyboard is at something with this key or text; `back`: with Shift."""
        for _ in range(most):
            self.press("Shift+Tab" if back else "Tab")
            now = self.focus
            if (wanted in now.names or wanted in now.text) and tag in ("", now.tag):
                return
        raise AssertionError(f"{wanted} was not reached with {most} keys, but {self.focus}")

    def open_page(self, name: str) -> None:
        """Lead to a page by F2 and the menu."""
        titles = [EN.text(f"app-page-{each}") for each, _ in PAGES]
        wanted = EN.text(f"app-page-{name}")
        self.press("F2")
        until(self.page, lambda: self.focus.text in titles)
        way = titles.index(wanted) - titles.index(self.focus.text)
        self.press(*["Tab" if way > 0 else "Shift+Tab"] * abs(way))
        assert self.focus.text == wanted
        self.press("Enter")
        self._settle(lambda: f"/{name}" in self.page.url and self.focus.tag == "h1")

    def _settle(self, holds: Callable[[], object]) -> None:
        for _ in range(3):
            try:
                until(self.page, holds)
                break
            except AssertionError:
                continue
        assert holds(), f"nothing came of it; the keyboard is at {self.focus}"
        self.page.locator('[data-testid=stApp][data-test-script-state="notRunning"]').wait_for(timeout=_WAIT)
        until(self.page, lambda: self.focus.tag != "body")


def story_of_sample(typist: Typist, down: int) -> dict[str, Download]:
    """Tell the story on a sample; the card of the row so many rows below the first is opened. Return the files."""
    open_sample(typist, SAMPLE)
    align(typist, "Formaliagranska", stays=False)
    compare(typist, down)
    harmonise(typist)
    return take_files(typist)


def story_of_files(typist: Typist, files: Sequence[Path], down: int) -> dict[str, Download]:
    """Tell the story on the three files of `municipal_files`; return the files that it ends with."""
    make_project(typist, "Ny kommune")
    bring_in(typist, SERVICE, files, ("Almere", "Breda", "Culemborg"))
    align(typist, "Receive request via mail", stays=True)
    compare(typist, down)
    harmonise(typist)
    return take_files(typist)


def municipal_files(shared: Path, folder: Path) -> list[Path]:
    """Write one process of three of the CoSeLoG municipalities as three BPMN files, and return them."""
    source = read(str(shared / "data" / "municipalities" / "coselog-ten-municipalities.epml"))
    made = []
    for letter in "ABC":
        process = next(one for one in source.processes if "WABO1" in one.name and one.name.endswith(f"Mun{letter}"))
        made.append(folder / f"wabo1-{letter}.bpmn")
        write_bytes(str(made[-1]), write((process,), str(made[-1])).content, force=True)
    return made


def open_sample(typist: Typist, name: str) -> None:
    """Open a sample from the start page of an empty folder."""
    with typist.stage("start"):
        typist.to(f"open-sample-{name}")
        typist.press("Enter", then=lambda: typist.focus.tag == "h1" and _is_there(typist, "to-processes"))
        typist.to("to-processes")
        typist.press("Enter", then=lambda: typist.focus == Focus("h1", EN.text("app-page-processes"), ()))


def make_project(typist: Typist, name: str) -> None:
    """Make an empty project from the start page of an empty folder, and go on to bringing in."""
    with typist.stage("start"):
        typist.to("project-name")
        typist.type(name)
        typist.press("Enter", then=lambda: typist.focus.tag == "h1" and _is_there(typist, "to-import"))
        typist.to("to-import")
        typist.press("Enter", then=lambda: typist.focus == Focus("h1", EN.text("app-page-import"), ()))


def bring_in(typist: Typist, service: str, files: Sequence[Path], organisations: Sequence[str]) -> None:
    """Bring files in as processes of a service, each of an organisation."""
    with typist.stage("import"):
        typist.to(EN.text("upload-choose"))
        typist.press("Enter", then=lambda: typist.choosers)
        typist.choosers.pop().set_files([str(path) for path in files])
        typist.press(then=lambda: _is_there(typist, "import-keep"))
        typist.to("import-service")
        typist.type(service)
        typist.press("Enter", then=lambda: typist.focus.names[:1] == ("import-service",))
        for organisation in organisations:
            typist.to(EN.text("import-organisation"), "input")
            typist.type(organisation)
            typist.press("Enter", then=lambda: typist.focus.text == EN.text("import-organisation"))
        typist.to("import-keep")
        typist.press("Enter", then=lambda: _is_there(typist, "import-to-align"))
    with typist.stage("processes"):
        typist.open_page("processes")
        typist.to(service, "button")


def align(typist: Typist, row: str, *, stays: bool) -> None:
    """Confirm what is sure, and move the first step of a row to the next row; undo that unless it is to stay."""
    with typist.stage("align"):
        typist.open_page("align")
        typist.to("align-confirm-sure")
        typist.press("Enter", then=lambda: not _is_there(typist, "align-confirm-sure"))
        typist.to("align-board", "button")
        while not typist.focus.text.startswith(("1 ", "2 ", "3 ")):
            typist.press("Tab")
        for _ in range(60):
            if row in typist.focus.text:
                break
            typist.press("ArrowDown")
        assert row in typist.focus.text
        typist.press("ArrowRight")
        before = typist.focus.text
        typist.press("Enter", "ArrowDown")
        typist.press("Enter", then=lambda: typist.focus.text != before)
        if not stays:
            typist.press("Control+z", then=lambda: typist.focus.text == before)


def compare(typist: Typist, down: int) -> None:
    """Open the card of a row so many rows below the first, and write why it is done differently."""
    with typist.stage("compare"):
        typist.open_page("compare")
        typist.to("matrix", "th")
        typist.press(*["ArrowDown"] * down)
        typist.press("Enter", then=lambda: typist.page.locator(".procmap.card").count())
        typist.to(EN.text("card-add-cause"), "summary")
        typist.press("Enter", then=typist.page.get_by_text(EN.text("card-text")).first.is_visible)
        typist.to(EN.text("card-text"), "textarea")
        typist.type(CAUSE)
        typist.to(EN.text("card-keep"), "button")
        typist.press("Enter", then=typist.page.get_by_text(CAUSE).first.is_visible)


def harmonise(typist: Typist) -> None:
    """Decide every row: what is the same everywhere at once, one step away with a reason, the rest as proposed."""
    with typist.stage("harmonise"):
        typist.open_page("harmonise")
        if _is_there(typist, "harmonise-same"):
            typist.to("harmonise-same")
            typist.press("Enter", then=lambda: not _is_there(typist, "harmonise-same"))
        drop = typist.page.locator(".st-key-way-4 button", has_text="Drop")
        while not drop.count():
            _answer(typist, _proposed(typist))
        typist.to(EN.text("harmonise-reason"), "input")
        typist.type(REASON)
        typist.press("Escape", then=lambda: typist.focus.tag == "h2")
        _answer(typist, drop.inner_text()[0])
        while not _is_there(typist, "to-reports"):
            _answer(typist, _proposed(typist))
    with typist.stage("common process"):
        typist.to(EN.text("harmonise-map"))


def _answer(typist: Typist, key: str) -> None:
    """Answer a question by its key; where the page asks which step something goes to, choose the first one."""
    before, told = _standing(typist), typist.page.locator(".st-key-told [data-testid=stAlert]")
    typist.press(key, then=lambda: _standing(typist) != before or told.count())
    if _standing(typist) == before:
        typist.to(EN.text("harmonise-to"), "input")
        chosen = typist.page.get_by_label(EN.text("harmonise-to"), exact=True).first
        nothing = chosen.input_value()
        typist.press("ArrowDown", "ArrowDown")
        open_lists = typist.page.locator('[role="combobox"][aria-expanded="true"]')
        typist.press(
            "Enter", then=lambda: chosen.input_value() != nothing and not open_lists.count() and not told.count()
        )
        while typist.focus.tag == "input":  # an Esc that comes while the list closes only closes it
            typist.press("Escape")
            typist.page.wait_for_timeout(200)
        typist.press(key, then=lambda: _standing(typist) != before)


def take_files(typist: Typist) -> dict[str, Download]:
    """Take the common process as BPMN and the report, by their codes."""
    found = {}
    with typist.stage("reports"):
        typist.open_page("reports")
        for code in FILES:
            typist.to(f"download-{code}")
            with typist.page.expect_download() as download:
                typist.press("Enter")
            found[code] = download.value
    return found


def _is_there(typist: Typist, key: str) -> bool:
    return typist.page.locator(f".st-key-{key} button").count() > 0


def _standing(typist: Typist) -> tuple[str, ...]:
    """Return how far all has come, and the question."""
    parts = (".stMainBlockContainer [data-testid=stProgress]", ".st-key-harmonise-question h2")
    told = [typist.page.locator(part) for part in parts]
    return tuple(each.first.inner_text() if each.count() else "" for each in told)


def _proposed(typist: Typist) -> str:
    """Return the key that stands first in the button that stands out."""
    found = typist.page.locator('.st-key-harmonise-ways [data-testid="stBaseButton-primary"]')
    return found.first.inner_text().strip()[0]
