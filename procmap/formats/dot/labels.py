"""Labels in DOT. They come from files of others, and Graphviz reads mark-up and escapes into them."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable

_WIDTH = 24
"""Characters of a line; Graphviz breaks no lines itself."""


def escaped(text: str) -> str:
    r"""Return a text in one line as an attribute of DOT that shows just this text.

    Graphviz takes `<…>` for HTML, `\N` and the like for parts of the graph, `&amp;` for a character, and stops at
    control characters. (Quotation marks are escaped by the library, when it writes the attribute.)
    """
    from graphviz import nohtml

    plain = " ".join(_without_controls(text).split())
    made: str = nohtml(plain.replace("\\", "\\\\").replace("&", "&amp;"))
    return made


def label(*texts: str) -> str:
    """Return texts as a label, each on lines of its own and broken at blanks. Empty ones are left out."""
    from graphviz import nohtml

    made: str = nohtml("\\n".join(escaped(line) for text in texts for line in _lines(text)))
    return made


def _lines(text: str) -> Iterable[str]:
    for part in text.splitlines():
        yield from textwrap.wrap(_without_controls(part), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _without_controls(text: str) -> str:
    """Return a text without control characters and halves of characters; white space becomes blanks."""
    return "".join(
        " " if character.isspace() else "" if unicodedata.category(character) in ("Cc", "Cs") else character
        for character in text
    )
