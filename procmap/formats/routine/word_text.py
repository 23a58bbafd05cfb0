"""The text of a Word paragraph as a reader sees it, and what of it is not read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from procmap.formats.routine.lines import shown
from procmap.formats.routine.word_styles import Style, Styles, W
from procmap.model import Finding

if TYPE_CHECKING:
    from lxml import etree

    from procmap.model.findings import Severity

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = (f"{W}br", f"{W}cr")
_SIGNS = {f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
_GONE = (f"{W}del", f"{W}moveFrom")
_FIELDS = (f"{W}fldSimple", f"{W}instrText")
_APART = (f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}sectPr", f"{W}tblPr", f"{W}sdtPr", f"{W}sdtEndPr")


class Unread:
    """What of a Word file was left out, told paragraph by paragraph, or counted where it has no text."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._counts: Counter[tuple[str, Severity]] = Counter()

    def tell(self, code: str, text: str, severity: Severity = "warning", **params: str | int) -> None:
        """Tell of a text that was left out; nothing where there is none."""
        if text.strip():
            self._findings.append(Finding(code=code, severity=severity, params={"text": shown(text), **params}))

    def count(self, code: str, severity: Severity = "warning") -> None:
        """Count one more of a kind of things without text."""
        self._counts[code, severity] += 1

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return everything that was told and counted."""
        counted = (
            Finding(code=code, severity=severity, params={"count": count})
            for (code, severity), count in self._counts.items()
        )
        return (*self._findings, *counted)


class ParagraphReader:
    """Reads paragraphs: inserted text counts, deleted and hidden text, text boxes and pictures are told."""

    def __init__(self, styles: Styles, unread: Unread) -> None:
        self._styles = styles
        self._unread = unread

    def read(self, paragraph: etree._Element, style: Style, line: int) -> str:
        """Return the text of a paragraph, its line breaks kept; `line` is what findings cite."""
        text: list[str] = []
        deleted: list[str] = []
        hidden: list[str] = []
        waiting = [(child, text) for child in reversed(paragraph)]
        while waiting:
            element, into = waiting.pop()
            tag = element.tag
            if tag in _FIELDS:
                self._unread.count("word-field", "info")
            if not isinstance(tag, str) or tag in _APART:
                continue
            if tag in _GONE:
                into = deleted
            elif tag == f"{W}r" and into is text and self._styles.hides(element, style):
                into = hidden
            elif tag in _PICTURES:
                self._picture(element, line)
                continue
            elif tag in (f"{W}t", f"{W}delText", f"{_MATH}t"):
                into.append(element.text or "")
                continue
            elif tag in _BREAKS:
                into.append("\n")
                continue
            elif tag in _SIGNS:
                into.append(_SIGNS[tag])
                continue
            elif tag == f"{_COMPATIBLE}AlternateContent":
                # The same thing twice, for old and new programs: what is drawn, or else a text.
                waiting += ((child, into) for child in list(element)[:1])
                continue
            waiting += ((child, into) for child in reversed(element))
        self._unread.tell("word-deleted", "".join(deleted), "note", line=line)
        self._unread.tell("word-hidden", "".join(hidden), line=line)
        return "".join(text)

    def _picture(self, element: etree._Element, line: int) -> None:
        boxes = list(element.iter(f"{W}txbxContent"))
        for box in boxes:
            self._unread.tell("word-text-box", plain_text(box), line=line)
        if not boxes:
            self._unread.count("word-picture")


def plain_text(element: etree._Element) -> str:
    """Return all text in an element, its paragraphs parted by blanks."""
    return " ".join("".join(part.text or "" for part in each.iter(f"{W}t")) for each in element.iter(f"{W}p")).strip()
