"""The pictures of docs/gallery.md: samples, files of other tools, and several organisations in one picture.

    python -m benchmarks.gallery ../shared/data docs/pictures [--print FOLDER] [--seen FOLDER]

Writes an SVG of each into the second folder; with --print an A3 PDF of each into another one (that needs the extra
`pdf`); with --seen each as people see it who see red and green otherwise, and in black and white. The same data gives
the same bytes. Of the files of other tools and the hand-drawn models the own diagram is thrown away: what is shown is
procmap's layout.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.colour_vision import SIGHTS, seen
from procmap.answers.align import Aligned, align_files
from procmap.answers.compare import compare_aligned
from procmap.answers.draw import diagram_for
from procmap.answers.harmonise import harmonise_files
from procmap.answers.printing import Print, picture
from procmap.comparison import Comparison
from procmap.formats import read
from procmap.layout import place
from procmap.messages import Translator, translator
from procmap.reports.pictures import Picture, common, overlay, side_by_side

SAMPLES = Path("bpmn_samples")
BUILDING = SAMPLES / "byggesoknad"
LICENCE = SAMPLES / "premises-licence"
TEN = 10


@dataclass(frozen=True)
class Piece:
    """A picture of the gallery: the name of its file and how it is made."""

    name: str
    make: Callable[[], tuple[Picture, Translator]]


def one(file: Path, language: str = "en", *, anew: bool = True) -> Callable[[], tuple[Picture, Translator]]:
    """Return how one process of a file is drawn, `anew` or as the file has it."""

    def make() -> tuple[Picture, Translator]:
        document = read(str(file))
        process = document.processes[0]
        diagram = place(process) if anew else diagram_for(process, document.diagrams)[0]
        return Picture(process, diagram), translator(language)

    return make


def several(
    folder: Path,
    draw: Callable[[Aligned, Comparison, Translator], Picture],
    language: str = "en",
    *,
    most: int = TEN,
    named: str = "{}",
) -> Callable[[], tuple[Picture, Translator]]:
    """Return how the first processes of a folder are drawn as one; `named` says what organisations are called."""

    def make() -> tuple[Picture, Translator]:
        say = translator(language)
        aligned = align_files(list(arguments(folder, most, named)), confirm=confirmations(folder), say=say)
        comparison = compare_aligned(aligned)
        if comparison is None:
            raise SystemExit("; ".join(unread.error.text for unread in aligned.picked.unread))
        return draw(aligned, comparison, say), say

    return make


def composed(folder: Path, language: str) -> Callable[[], tuple[Picture, Translator]]:
    """Return how the common process of a folder is drawn."""

    def make() -> tuple[Picture, Translator]:
        say = translator(language)
        made = harmonise_files(list(arguments(folder)), confirm=confirmations(folder), say=say)
        if made.comparison is None or made.result is None:
            raise SystemExit("; ".join(unread.error.text for unread in made.aligned.picked.unread))
        return common(made.aligned.parties, made.comparison, made.result, say), say

    return make


def arguments(folder: Path, most: int = TEN, named: str = "{}") -> Iterator[str]:
    files = sorted(file for file in folder.iterdir() if file.suffix in (".bpmn", ".xlsx", ".docx", ".txt"))
    for number, file in enumerate(files[:most], start=1):
        yield str(file) if named == "{}" else f"{named.format(number)}={file}"


def confirmations(folder: Path) -> str:
    file = folder / "confirmations.json"
    return str(file) if file.exists() else ""


def pieces(data: Path) -> Sequence[Piece]:
    reference = data / "interop" / "Reference"
    ten = data / "variants" / "hdbpmn" / "ex00"
    return (
        Piece("sample", one(BUILDING / "fjordvik.bpmn", "nb", anew=False)),
        Piece("sample-laid-out", one(BUILDING / "nordas.bpmn", "nb")),
        Piece("lanes-and-messages", one(reference / "C.1.0.bpmn")),
        Piece("four-pools", one(reference / "C.2.0.bpmn")),
        Piece("boundary-events", one(reference / "C.3.0.bpmn")),
        Piece("side-by-side-three", several(BUILDING, _side_by_side, "nb")),
        Piece("side-by-side-ten", several(ten, _side_by_side, named="Writer {:02}")),
        Piece("overlay-three", several(LICENCE, _overlay(1))),
        Piece("overlay-at-least-two", several(BUILDING, _overlay(2), "nb")),
        Piece("overlay-ten", several(ten, _overlay(1), named="Writer {:02}")),
        Piece("common-building", composed(BUILDING, "nb")),
        Piece("common-licence", composed(LICENCE, "en")),
    )


def _side_by_side(aligned: Aligned, comparison: Comparison, say: Translator) -> Picture:
    return side_by_side(aligned.parties, comparison, say)


def _overlay(at_least: int) -> Callable[[Aligned, Comparison, Translator], Picture]:
    return lambda aligned, comparison, say: overlay(aligned.parties, comparison, at_least, say)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--print", type=Path, metavar="FOLDER", dest="printed")
    parser.add_argument("--seen", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    for folder in filter(None, (options.out, options.printed, options.seen)):
        folder.mkdir(parents=True, exist_ok=True)
    for piece in pieces(options.data):
        made, say = piece.make()
        svg = made.svg(language=say.language)
        (options.out / f"{piece.name}.svg").write_text(svg, "utf-8")
        print(f"{piece.name:24}{len(svg) / 1000:8.0f} kB")
        for sight in SIGHTS if options.seen else ():
            (options.seen / f"{piece.name}-{sight}.svg").write_text(seen(svg, sight), "utf-8")
        if options.printed:
            pages = picture("a.pdf", made.process, made.diagram, made.marks, printed=Print("a3"), svg=svg, say=say)
            (options.printed / f"{piece.name}.pdf").write_bytes(pages.content)


if __name__ == "__main__":
    main()
