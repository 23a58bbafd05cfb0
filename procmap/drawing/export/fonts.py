"""The type of what is printed: FiraGO, from a package; nothing of the machine.

System fonts are left alone on purpose: a laptop has others than a server, so the same process would give other bytes
and other line ends there, and PDF/UA refuses a document with a character that no font has. It is one family: where a
line of a drawing needs a second font, typst sets the whole line anew, and letters with marks get lost. What FiraGO
lacks is replaced by a sign that is seen.
"""

from __future__ import annotations

import tempfile
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from procmap.model import BadInput

if TYPE_CHECKING:
    import typst

FAMILY = "FiraGO"
SUBSTITUTE = "\u25af"
"""What stands for a character that the type has no sign for: a box."""

_FACES = ("FiraGO_Regular", "FiraGO_Bold")
_IN_PARTS = frozenset("\u0268")
"""Letters that the font puts together of glyphs without a code point each, which PDF/A-2a refuses (a stroked i)."""
_UNSEEN = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\ufeff\u3164\uffa0")
"""Characters that are never seen but are not of the category of format characters only."""


INSTALL = 'python -m pip install "typst>=0.15" "pymupdf-fonts>=1.0.5"'
"""What installs typst and the fonts."""


def missing() -> BadInput:
    """Return the error that says what to install."""
    return BadInput("pdf-not-installed", command=INSTALL)


def can_typeset() -> bool:
    """Tell whether PNG and PDF can be made here: whether typst and the fonts are installed."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("typst", "pymupdf_fonts"))


def check_installed() -> None:
    """Refuse to go on where typst or the fonts are not installed. Raises BadInput."""
    typefaces()


@lru_cache(maxsize=1)
def faces() -> dict[str, bytes]:
    """Return the fonts by name. Raises BadInput when the package that has them is not installed."""
    from importlib import import_module

    try:
        return {name: import_module(f"pymupdf_fonts.{name}").fontbuffer for name in _FACES}
    except ImportError:
        raise missing() from None


@dataclass(frozen=True)
class Typefaces:
    """The fonts as typst takes them, and the folder that they lie in."""

    fonts: typst.Fonts
    folder: tempfile.TemporaryDirectory[str]


@lru_cache(maxsize=1)
def typefaces() -> Typefaces:
    """Return the fonts as typst takes them. Raises BadInput when typst or the fonts are not installed."""
    try:
        import typst
    except ImportError:
        raise missing() from None
    known = faces()
    # typst reads fonts from a folder, and some of them late: the folder lives as long as the program.
    folder = tempfile.TemporaryDirectory(prefix="procmap-fonts-", ignore_cleanup_errors=True)
    for name, content in known.items():
        (Path(folder.name) / f"{name}.ttf").write_bytes(content)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder.name])
    return Typefaces(fonts, folder)


@lru_cache(maxsize=1)
def repertoire() -> frozenset[str]:
    """Return the characters that can be printed."""
    from procmap.drawing.export.charmap import characters

    both = frozenset.intersection(*(characters(font) for font in faces().values()))
    return frozenset(chr(code) for code in both if _is_usable(chr(code))) - _IN_PARTS | {" ", "\u00a0"}


_SCRIPTS = ("LATIN ", "GREEK ", "CYRILLIC ", "MODIFIER LETTER ", "MICRO SIGN", "FEMININE ", "MASCULINE ", "OHM SIGN")

_OTHER_SCRIPTS = ("ARABIC", "DEVANAGARI ", "EXTENDED ARABIC", "GEORGIAN ", "HEBREW ", "ORNATE ", "THAI ")


def _is_usable(character: str) -> bool:
    """Tell whether a character stands by itself: no combining mark, none that is shaped by what is beside it.

    Scripts that run from right to left or join their letters are left out: typst sets them in drawings only by chance.
    """
    kind = unicodedata.category(character)[0]
    name = unicodedata.name(character, "")
    return name.startswith(_SCRIPTS) if kind == "L" else kind in "NPS" and not name.startswith(_OTHER_SCRIPTS)


def printable(text: str) -> str:
    """Return text as it can be printed: what no font has becomes SUBSTITUTE, what is not seen is left out.

    Line ends stay; tabs and other blanks become a blank.
    """
    known = repertoire()
    if set(text) <= known:
        return text
    return "".join(
        each if each in known or each == "\n" else _instead(each) for each in unicodedata.normalize("NFC", text)
    )


def unprintable(text: str) -> int:
    """Return how many characters of a text are replaced when it is printed."""
    return printable(text).count(SUBSTITUTE)


def _instead(character: str) -> str:
    kind = unicodedata.category(character)
    if character in "\t\r\x0b\x0c" or kind[0] == "Z":
        return " "
    is_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return "" if kind in ("Cf", "Cc") or character in _UNSEEN or is_selector else SUBSTITUTE
