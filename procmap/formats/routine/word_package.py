"""A Word file as its parts: which are read, which are told, and what makes it no file to read at all."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.formats.routine.word_text import Unread, plain_text
from procmap.formats.xml_input import parse
from procmap.formats.zip_input import ZIP, open_zip
from procmap.model import BadInput

if TYPE_CHECKING:
    from lxml import etree

    from procmap.model.findings import Severity

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_BESIDE: tuple[tuple[str, str, Severity], ...] = (
    ("header", "word-header", "info"),
    ("footer", "word-footer", "info"),
    ("footnotes", "word-footnotes", "note"),
    ("endnotes", "word-footnotes", "note"),
    ("comments", "word-comments", "note"),
)
"""Kinds of parts that are told and not read, each with its code."""


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file that are read; None for those that it does not have."""

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None


def looks_like_word(head: bytes) -> bool:
    """Tell whether a file that begins with `head` is a ZIP file with a Word document in it."""
    return head.startswith(ZIP) and b"word/document" in head


def open_word(source: bytes, name: str, unread: Unread) -> WordFile:
    """Return the parts of a Word file; headers, footers, notes, comments and macros are told in `unread`.

    Nothing outside the file is ever fetched. Raises BadInput as `open_zip` does, or when it is no Word file
    (`word-broken`).
    """
    package = _Package(source, name)
    main = next(iter(package.related("", "officeDocument")), _MAIN)
    document = package.part(main)
    body = None if document is None else next((each for each in document if _local(each) == "body"), None)
    if body is None:
        raise BadInput("word-broken", source=name, detail=main)
    for kind, code, severity in _BESIDE:
        for part in package.related(main, kind):
            element = package.part(part)
            if element is not None:
                unread.tell(code, plain_text(element), severity)
    if package.zip.has_macros():
        unread.count("word-macros")
    styles, numbering = (
        next((package.part(part) for part in package.related(main, kind)), None) for kind in ("styles", "numbering")
    )
    return WordFile(body, styles, numbering)


class _Package:
    """The parts of a file, and how they cite each other."""

    def __init__(self, source: bytes, name: str) -> None:
        self._name = name
        self.zip = open_zip(source, name)

    def part(self, part: str) -> etree._Element | None:
        """Return a part as XML; None when it is not there. Raises BadInput when it is no XML."""
        if part not in self.zip.names:
            return None
        content = self.zip.read(part)
        try:
            return parse(content, self._name).root
        except BadInput as error:
            raise BadInput("word-broken", source=self._name, detail=f"{part}: {error.finding.code}") from None

    def related(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts inside the file that a part cites as of a kind."""
        folder, base = posixpath.split(part)
        relations = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: list[str] = []
        for relation in () if relations is None else relations.iter(_RELATION):
            if relation.get("Type", "").rsplit("/", 1)[-1] == kind and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found.append(posixpath.normpath(path))
        return found


def _local(element: etree._Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
