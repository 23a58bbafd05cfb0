"""What a PDF says of itself, read by pypdf: no part of the program that wrote it is used."""

from __future__ import annotations

import io
import re
from itertools import pairwise

from pypdf import PdfReader


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def metadata(content: bytes) -> str:
    return opened(content).trailer["/Root"]["/Metadata"].get_data().decode("utf-8")


def claims(content: bytes) -> dict[str, str]:
    """Return the standards that the metadata name: part and conformance of PDF/A, part of PDF/UA."""
    found = {}
    for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"):
        match = re.search(rf'{key}(?:>|=")([^<"]*)', metadata(content))
        found[key] = match[1] if match else ""
    return found


def structure(content: bytes) -> list[tuple[str, dict]]:
    """Return the kinds of the structure elements in reading order, each with its element."""
    found: list[tuple[str, dict]] = []
    waiting = [opened(content).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        if not hasattr(element, "get"):
            continue
        if "/S" in element:
            found.append((element["/S"].removeprefix("/"), element))
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        waiting += [kid.get_object() for kid in reversed(kids)]
    return found


def unmapped(content: bytes) -> list[str]:
    """Return the fonts that are not embedded, or do not tell which characters their glyphs are."""
    lacking = []
    for page in opened(content).pages:
        waiting = [page.get("/Resources", {})]
        seen: set[int] = set()
        while waiting:
            resources = waiting.pop().get_object()
            if id(resources) in seen:
                continue
            seen.add(id(resources))
            for font in (each.get_object() for each in resources.get("/Font", {}).values()):
                inner = [each.get_object() for each in font.get("/DescendantFonts", [font])]
                described = [each.get("/FontDescriptor", {}).get_object() for each in inner]
                embedded = all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each) for each in described)
                if font.get("/Subtype") != "/Type3" and not (embedded and "/ToUnicode" in font):
                    lacking.append(str(font.get("/BaseFont")))
            waiting += [
                form.get_object().get("/Resources", {}) for form in resources.get("/XObject", {}).values()
                if form.get_object().get("/Subtype") == "/Form"
            ]  # fmt: skip
    return lacking


def check(content: bytes, *, title: str, language: str) -> None:
    """Hold a PDF to what PDF/A-2a and PDF/UA-1 ask of it, as far as reading it tells."""
    root = opened(content).trailer["/Root"]
    assert claims(content) == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert opened(content).metadata.title == title
    assert "/OutputIntents" in root
    assert not {"/AA", "/OpenAction", "/AcroForm"} & set(root)
    assert unmapped(content) == []
    kinds = structure(content)
    assert all(str(element.get("/Alt", "")) for kind, element in kinds if kind == "Figure")
    levels = [int(kind[1]) for kind, _ in kinds if re.fullmatch("H[1-6]", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
