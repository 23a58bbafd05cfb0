"""Word files for tests, made by python-docx, and by hand where it has no words for a construct."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from procmap.formats.document import Document
from procmap.formats.routine import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(*paragraphs: str | tuple[str, str], change: Callable[[WordDocument], None] | None = None) -> bytes:
    """Return a Word file with paragraphs, each a text or (style, text)."""
    document = docx.Document()
    for paragraph in paragraphs:
        style, text = paragraph if isinstance(paragraph, tuple) else (None, paragraph)
        document.add_paragraph(text, style=style)
    if change is not None:
        change(document)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def body(*elements: str) -> Callable[[WordDocument], None]:
    """Return a change that adds elements, given as XML with the prefix `w`, to the end of the body."""

    def change(document: WordDocument) -> None:
        for element in elements:
            tag = element[1:].split(maxsplit=1)[0].split(">", 1)[0].rstrip("/")
            document.element.body.insert_element_before(
                parse_xml(element.replace(f"<{tag}", f"<{tag} {W}", 1)), "w:sectPr"
            )

    return change


def item(content: str, level: int = 0, numbering: int = 1) -> str:
    """Return a paragraph with runs or other content as XML, an item of the list `numbering`."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr></w:pPr>{content}</w:p>'
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def repacked(source: bytes, **parts: bytes | None) -> bytes:
    """Return a ZIP file with parts replaced, added or (None) left out; in names `__` is `/`, `_x` is `.xml`."""
    changes = {name.replace("__", "/").replace("_x", ".xml"): content for name, content in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = changes.pop(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, added in changes.items():
            if added is not None:
                new.writestr(name, added)
    return stream.getvalue()


def read(source: bytes, name: str = "rutine.docx") -> Document:
    return read_word(source, name)
