"""The type of what is printed: Noto Sans and the symbols beside it, from a package; nothing of the machine.

System fonts are left alone on purpose: a laptop has others than a server, so the same process would give other bytes
and other line ends there, and PDF/UA refuses a document with a character that no font has. What these fonts lack is
replaced by a sign that is seen.
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

FAMILY = "Noto Sans"
SUBSTITUTE = "\ufffd"
"""What stands for a character that no font has."""

_TEXT = ("NotoSans_Regular", "NotoSans_Bold")
_SYMBOLS = ("NotoSansMath_Regular", "NotoSansSymbols_Regular", "NotoSansSymbols2_Regular")
_UNSEEN = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\ufeff\u3164\uffa0")
"""Characters that are never seen but are not of the category of format characters only."""


def missing() -> BadInput:
    """Return the error that says what to install."""
    return BadInput("pdf-not-installed", command='python -m pip install "procmap[pdf]"')


@lru_cache(maxsize=1)
def faces() -> dict[str, bytes]:
    """Return the fonts by name. Raises BadInput when the package that has them is not installed."""
    from importlib import import_module

    try:
        return {name: import_module(f"pymupdf_fonts.{name}").fontbuffer for name in (*_TEXT, *_SYMBOLS)}
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
    """Return the characters that can be printed.

    Combining marks that are no part of a character of their own are left out, and symbols that a shaper takes apart
    (a crossed equals sign): typst finds no font for the parts.
    """
    from procmap.drawing.export.charmap import characters

    known = faces()
    text = frozenset.intersection(*(characters(known[name]) for name in _TEXT))
    symbols = frozenset.union(*(characters(known[name]) for name in _SYMBOLS))
    whole = {code for code in symbols if not unicodedata.decomposition(chr(code)) or _stays(chr(code))}
    usable = (chr(code) for code in text | whole)
    return frozenset(each for each in usable if unicodedata.category(each)[0] not in "MCZ") | {" ", "\u00a0"}


def _stays(character: str) -> bool:
    return unicodedata.normalize("NFD", character) == character


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
