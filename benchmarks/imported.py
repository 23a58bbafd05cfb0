"""What bpmn-js makes of the BPMN that procmap writes: its warnings, what it does not show, and the schema's errors.

    python -m benchmarks.imported SHARED [--part PART ...]

Parts:

anew        every file of SHARED/data/interop and SHARED/data/variants/hdbpmn, its own diagram thrown away, laid out and
            written
converted   the samples and the files of SHARED/data/matching and SHARED/data/municipalities, each converted to BPMN
harmonised  the six sample cases, without and with the decisions of their golds, and the processes of ten
            municipalities, harmonised

Every diagram of every result is opened in bpmn-js (Chromium; `node_modules` or PROCMAP_NODE_MODULES). For each file is
printed what bpmn-js warns of, what is drawn and not shown, what stands elsewhere than written, and what the OMG's
schema refuses. What the source brings (the same without line numbers, when bpmn-js or the schema gets the source) is
told apart.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import NamedTuple

from benchmarks.harmonised import run
from benchmarks.municipalities import processes as municipal
from procmap.formats import read, write
from procmap.formats.bpmn.write import write as write_bpmn
from procmap.model import BadInput
from tests.cases.gold import FOLDERS, ROOT, Case
from tests.conftest import NODE_MODULES
from tests.formats.bpmn.test_write import schema_errors
from tests.imported import imported

_PLACE = re.compile(r"^\d+: |\s*line: \d+|\s*column: \d+|(?<=<)bpmn:|\{[^}]*\}|_(?:edge|di|shape)(?=\")")


class Result(NamedTuple):
    """A written file, and the one of the same format that it came from, if any."""

    content: bytes
    source: bytes | None = None


def anew(shared: Path) -> Iterator[tuple[str, Result]]:
    """Yield the files of many tools and hands, laid out anew."""
    data = shared / "data"
    for path in sorted([*(data / "interop").rglob("*.bpmn"), *(data / "variants" / "hdbpmn").rglob("*.bpmn")]):
        try:
            document = read(str(path))
        except BadInput as refused:
            print(f"{path.relative_to(data)}: not read ({refused.code})")
            continue
        yield str(path.relative_to(data)), Result(write_bpmn(document.processes), document.source)


def converted(shared: Path) -> Iterator[tuple[str, Result]]:
    """Yield files of every format as BPMN, as `convert` writes them."""
    suffixes = (".bpmn", ".epml", ".pnml", ".xlsx", ".docx", ".txt", ".csv", ".json")
    own = ("epml", "pnml", "routine")
    folders = (
        ROOT / "bpmn_samples",
        shared / "data" / "matching",
        *(ROOT / "tests" / "formats" / name for name in own),
    )
    paths = [path for folder in folders for path in folder.glob("**/*.*") if path.suffix in suffixes]
    for path in sorted([*paths, *(shared / "data" / "municipalities").glob("*.epml")]):
        try:
            document = read(str(path))
        except BadInput:
            continue
        like = None if document.format == "bpmn" else document
        source = document.source if like is None else None
        yield "/".join(path.parts[-2:]), Result(write(document.processes, "new.bpmn", like=like).content, source)


def harmonised(shared: Path) -> Iterator[tuple[str, Result]]:
    """Yield common processes as `harmonise -o` writes them."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "common.bpmn"
        for case in map(Case, FOLDERS):
            sources = [f"{one['organisation']}={ROOT / one['file']}" for one in case.load("case.json")["sources"]]
            for kind, decisions in (("open", None), ("decided", case.folder / "decisions.json")):
                yield f"{case.folder.name} {kind}", Result(run(sources, target, decisions).content)
        for name, arguments in sorted(municipal(shared / "data" / "municipalities").items()):
            yield f"municipalities {name}", Result(run(arguments, target).content)


PARTS: dict[str, Callable[[Path], Iterator[tuple[str, Result]]]] = {
    "anew": anew,
    "converted": converted,
    "harmonised": harmonised,
}


def judge(results: dict[str, Result], browser: str) -> Counter[str]:
    """Print what is to be said of each file, and return the sums."""
    sums: Counter[str] = Counter(files=len(results))
    shown = imported({name: result.content for name, result in results.items()}, browser, NODE_MODULES)
    told = {name: (each, schema_errors(results[name].content)) for name, each in shown}
    asked = {name: results[name].source for name, (each, errors) in told.items() if each.warnings or errors}
    sources = {name: source for name, source in asked.items() if source is not None}
    theirs = {name: each.warnings for name, each in imported(sources, browser, NODE_MODULES)}
    for name, (each, errors) in told.items():
        source = sources.get(name)
        known = {_placeless(text) for text in theirs.get(name, ())}
        known |= {_placeless(text) for text in schema_errors(source)} if source is not None else set()
        kinds = {"warned": each.warnings, "not shown": each.unseen, "astray": each.astray, "schema": errors}
        for kind, texts in kinds.items():
            for text in texts:
                of_source = kind in ("warned", "schema") and _placeless(text) in known
                sums[f"{kind}, as the source" if of_source else kind] += 1
                print(f"{name}: {kind}{', as the source' if of_source else ''}: {' '.join(text.split())[:200]}")
        sums["files without a warning"] += not each.warnings
        sums["elements"] += each.elements
        sums["names"] += each.labels
        sums["names out of their bounds"] += len(each.outside)
    return sums


def _placeless(text: str) -> str:
    """Return what was said without the line it was said of, and without prefixes and suffixes that each writer has."""
    return " ".join(_PLACE.sub("", text).split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", choices=PARTS, nargs="+", default=list(PARTS))
    told = parser.parse_args()
    browser = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("Chromium is not there.")
    for part in told.part:
        sums = judge(dict(PARTS[part](told.shared)), browser)
        print(f"{part}: " + "; ".join(f"{kind} {count}" for kind, count in sums.items()), flush=True)


if __name__ == "__main__":
    main()
