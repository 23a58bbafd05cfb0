"""The parts of a Word document as one file: always in the same order, with the same times."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

from procmap.messages import LanguageCode

LOCALES: Mapping[LanguageCode, str] = {"nb": "nb-NO", "nn": "nn-NO", "sv": "sv-SE", "en": "en-GB"}
"""The language of the document as Word names it."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_BESIDE = ("styles", "numbering", "settings", "header", "footer")
"""What the document cites: `rId1` and so on, in this order."""
HEADER_ID, FOOTER_ID = "rId4", "rId5"
PICTURE_ID = "rId6"
_WRITTEN = "2000-01-01T00:00:00Z"
"""When the document was made, as it says itself: the time of writing would make every file another one."""
_ZIP_TIME = (2000, 1, 1, 0, 0, 0)


def package(*, body: str, header: str, footer: str, title: str, language: LanguageCode, picture: bytes = b"") -> bytes:
    """Return a Word document of the content of its body, header and footer (WordprocessingML); `title`: plain text.

    `picture`: a PNG that the body cites as PICTURE_ID, if any.
    """
    locale = LOCALES[language]
    cited = {
        f"rId{number}": (f"{_OFFICE}/{part}", f"{part}1.xml" if part in ("header", "footer") else f"{part}.xml")
        for number, part in enumerate(_BESIDE, start=1)
    }
    if picture:
        cited[PICTURE_ID] = (f"{_OFFICE}/image", "media/image1.png")
    parts = {
        "[Content_Types].xml": _content_types(with_picture=bool(picture)),
        "_rels/.rels": _relations({
            "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
            "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "rId3": (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        }),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Application>procmap</Application></Properties>"
        ),
        "docProps/core.xml": _core(title, locale),
        "word/_rels/document.xml.rels": _relations(cited),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/footer1.xml": f"<w:ftr {_NAMESPACES}>{footer}</w:ftr>",
        "word/header1.xml": f"<w:hdr {_NAMESPACES}>{header}</w:hdr>",
        "word/numbering.xml": _shipped("numbering.xml"),
        "word/settings.xml": _shipped("settings.xml").replace("{locale}", locale),
        "word/styles.xml": _shipped("styles.xml").replace("{locale}", locale),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, (_HEAD + content).encode("utf-8"), zipfile.ZIP_DEFLATED)
        if picture:
            entry = zipfile.ZipInfo("word/media/image1.png", _ZIP_TIME)
            entry.create_system = 3
            archive.writestr(entry, picture, zipfile.ZIP_STORED)
    return out.getvalue()


def _shipped(name: str) -> str:
    return files("procmap.reports.harmonisation.word").joinpath(name).read_text("utf-8")


def _content_types(*, with_picture: bool) -> str:
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in _TYPES.items())
    png = '<Default Extension="png" ContentType="image/png"/>' if with_picture else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{overrides}</Types>'
    )


def _relations(cited: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target={quoteattr(target)}/>'
        for number, (kind, target) in cited.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core(title: str, locale: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:created><dc:creator></dc:creator>'
        f"<dc:language>{locale}</dc:language>"
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:modified>'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )
