"""Running servers for tests, one for each module that asks for it, and pages of a browser to look at them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from socket import create_connection, socket

import pytest

from procmap.workspace import Project
from tests.app.projects import sample_in
from tests.app.visiting import load

ROOT = Path(__file__).resolve().parents[2]
LAPTOP, WALL = (1280, 720), (1600, 900)
"""Windows, in pixels of CSS. Pages are opened in that of a laptop, unless a module says `WINDOW = WALL`."""


@pytest.fixture(autouse=True)
def main_stays() -> Iterator[None]:
    """Put the main module back that a page's test replaces: processes that tests start would run that one again."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


def free_port() -> int:
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Running:
    """A server of its own: its port, its address, and what it has said."""

    def __init__(self, arguments: list[str], folder: Path, port: int, more: Mapping[str, str]) -> None:
        self.port, self.address = port, f"http://localhost:{port}"
        self._log = folder / f"log-{port}"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **more}
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, *arguments], cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        self._wait()

    @property
    def said(self) -> str:
        return self._log.read_text("utf-8")

    def _wait(self) -> None:
        for _ in range(600):
            if self.process.poll() is not None:
                raise AssertionError(self.said)
            try:
                create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(self.said)

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(how)
        try:
            return self.process.wait(20)
        finally:
            self.process.kill()


def opened(folder: Path, *options: str, **more: str) -> Running:
    """Return a server that `procmap app` has started in a folder that has nothing to do with it."""
    port = free_port()
    return Running(["-m", "procmap", "app", "--no-browser", "--port", str(port), *options], folder, port, more)


def run_by_streamlit(folder: Path, script: Path, *options: str, **more: str) -> Running:
    """Return a server that `streamlit run` has started."""
    port = free_port()
    arguments = ["-m", "streamlit", "run", str(script), "--server.headless=true", f"--server.port={port}", *options]
    return Running(arguments, folder, port, more)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Return a running app, in a folder with the main sample as a project."""
    folder = tmp_path_factory.mktemp("elsewhere")
    sample_in(folder)
    running = opened(folder, LC_ALL="C")
    yield running
    running.stop()


@pytest.fixture
def new_page(browser, request: pytest.FixtureRequest) -> Iterator[Callable[[], object]]:
    """Return a function that opens a page of a reader who shares nothing with the others."""
    width, height = getattr(request.module, "WINDOW", LAPTOP)
    contexts = []

    def make():
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, locale="en-GB"))
        return contexts[-1].new_page()

    yield make
    for each in contexts:
        each.close()


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def serve(tmp_path: Path, page) -> Iterator[Callable[[Project, str], None]]:
    """Return a function that opens a place of a project on the page, from a fresh server; the last one is stopped."""
    running: list[Running] = []

    def stop() -> None:
        while running:
            running.pop().stop()

    def at(project: Project, path: str) -> None:
        stop()
        running.append(opened(tmp_path, "--project", project.location, LC_ALL="C"))
        load(page, running[-1], path)

    yield at
    stop()
