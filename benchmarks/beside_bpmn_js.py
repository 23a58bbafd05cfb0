"""Our drawings beside those of bpmn-js: what differs, and pictures of both.

    python benchmarks/beside_bpmn_js.py SHARED [--all] [--pictures FOLDER]

Takes the ten files of `tests/drawing/shown.py`; with --all every file of SHARED/data/interop that has one process, in
its own first diagram. Prints for each file how many elements are drawn and how many differ in kind, label, small
pictures or outline, and those. --pictures writes a PNG per file: bpmn-js above, ours below. Needs Chromium, and
bpmn-js in `node_modules` (PROCMAP_NODE_MODULES).
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from procmap.drawing import diagrams_of, draw  # noqa: E402
from procmap.formats import read  # noqa: E402
from procmap.formats.encoding import decode_xml  # noqa: E402
from procmap.model import BadInput  # noqa: E402
from tests import bpmn_js  # noqa: E402
from tests.conftest import NODE_MODULES  # noqa: E402
from tests.drawing.shown import FILES, SCRIPT, Shown, by_us, path_of, theirs  # noqa: E402

AT_ONCE = 40
WIDEST = 1900
SHOW = """async ([xml, x, y, width, height]) => {
  const viewer = new BpmnJS({ container: "#theirs" });
  await viewer.importXML(xml);
  viewer.get("canvas").viewbox({ x, y, width, height });
}"""


class Drawn(NamedTuple):
    """A file, and the drawing of its process."""

    path: Path
    content: bytes
    svg: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--pictures", type=Path)
    told = parser.parse_args()
    browser = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("Chromium is not there.")
    paths = [path_of(name, told.shared, ROOT) for name in FILES]
    if told.all:
        paths = sorted((told.shared / "data" / "interop").glob("*/*.bpmn"))
    files = {f"{path.parent.name}/{path.name}": drawn for path in paths if (drawn := drawn_file(path)) is not None}
    same = elements = differing = 0
    for name, ours, others in compared(files, browser):
        differ = {key for key in {*ours, *others} if ours.get(key) != others.get(key)}
        print(f"{name}: {len(ours)} elements, {len(differ)} differ")
        for key in sorted(differ):
            print(f"    {key}\n        ours:   {ours.get(key)}\n        theirs: {others.get(key)}")
        same, elements, differing = same + (not differ), elements + len(ours), differing + len(differ)
    print(f"{same} of {len(files)} files are drawn the same; {differing} of {elements} elements differ")
    if told.pictures is not None:
        take_pictures(files, told.pictures, browser)


def drawn_file(path: Path) -> Drawn | None:
    """Return a file with its drawing, where it has one process and its first diagram shows it."""
    try:
        document = read(str(path))
    except BadInput:
        return None
    if len(document.processes) != 1:
        return None
    (process,) = document.processes
    shown = diagrams_of(process, document.diagrams)
    if not shown or shown[0] != document.diagrams[0]:
        return None
    return Drawn(path, path.read_bytes(), draw(process, shown[0]))


def compared(files: dict[str, Drawn], browser: str) -> Iterator[tuple[str, dict[str, Shown], dict[str, Shown]]]:
    """Yield what we and bpmn-js show of each file; what it cannot show is told and left out."""
    names = list(files)
    for first in range(0, len(names), AT_ONCE):
        some = {name: files[name].content for name in names[first : first + AT_ONCE]}
        with tempfile.TemporaryDirectory() as folder:
            answers = bpmn_js.run(some, SCRIPT, NODE_MODULES / bpmn_js.VIEWER, Path(folder), browser)
        for name, answer in answers.items():
            if isinstance(answer, dict):
                yield name, by_us(files[name].svg), {key: theirs(each) for key, each in answer.items()}
            else:
                print(f"{name}: bpmn-js does not show it: {'; '.join(answer)}")


def take_pictures(files: dict[str, Drawn], folder: Path, browser: str) -> None:
    """Write a picture of every file: bpmn-js above, ours below, at one scale."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, drawn in files.items():
            box = re.search(r'viewBox="([^"]*)"', drawn.svg)
            assert box is not None
            left, top, width, height = map(float, box[1].split())
            scale = min(1.5, WIDEST / width)
            style = f"width: {width * scale}px; height: {height * scale}px"
            view = opened.new_page(viewport={"width": int(width * scale), "height": int(2 * height * scale) + 20})
            picture = drawn.svg.replace("<svg ", f'<svg style="{style}" ', 1)
            view.set_content(f'<body style="margin: 0"><div id="theirs" style="{style}"></div><hr>{picture}</body>')
            view.add_script_tag(path=str(NODE_MODULES / bpmn_js.VIEWER))
            text = re.sub(r"^\s*<\?xml.*?\?>", "", decode_xml(drawn.content, name).text, flags=re.DOTALL)
            view.evaluate(SHOW, [text, left, top, width, height])
            target = folder / f"{name.replace('/', ' ').removesuffix('.bpmn')}.png"
            view.screenshot(path=str(target))
            print(target)
            view.close()


if __name__ == "__main__":
    main()
