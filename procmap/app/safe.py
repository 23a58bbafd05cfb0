"""Text by others on pages: always shown as it is, never read as Markdown, HTML, a formula, a colour or an icon.

`st.text`, cells of tables and texts of components show text as it is. Widgets read their labels as Markdown: these
get `markdown(text)`. Tables of our own are HTML of `procmap.reports.html_text`, which escapes.
"""

from __future__ import annotations

import re

_JOINER = "\u2060"
"""WORD JOINER: shown as nothing, keeps the characters around it on one line. Streamlit and remark look for some
patterns (`:tada:`, `:material/home:`, `a@b.no`, ` -> `) in text whose escapes are gone already."""
_PUNCTUATION = re.compile(r"""[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]""")
_LOOKED_FOR = re.compile(
    r"(:(?=\S)|@|(?<![A-Za-z0-9])[wW]{3}(?=\.)|(?<!\S)(?:<(?=->?(?!\S))|[-<>~](?=[->=](?!\S))|<-(?=>(?!\S))))"
)
_BLANKS = re.compile(r"\s+")
_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def markdown(text: str) -> str:
    """Return Markdown that shows a text as it is, on one line.

    Every punctuation mark of ASCII is escaped (CommonMark 0.31, 2.4). Characters that no page can show become U+FFFD.
    """
    shown = _BLANKS.sub(" ", _UNSHOWN.sub("\ufffd", text)).strip()
    parted = _LOOKED_FOR.sub(lambda found: found[0] + _JOINER, shown)
    return _PUNCTUATION.sub(lambda found: f"\\{found[0]}", parted)


def shown(escaped: str) -> str:
    """Return the text that a reader sees of what `markdown` returns."""
    return re.sub(r"\\(.)", r"\1", escaped).replace(_JOINER, "")
