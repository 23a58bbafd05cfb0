"""Setting pages with typst: a template and data, which reach it apart, so that no label is ever read as markup."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from lxml import etree

from procmap.drawing.export.fonts import FAMILY, printable, typefaces
from procmap.model import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping

STANDARDS = ("a-2a", "ua-1")
"""PDF/A-2a (ISO 19005-2), to keep, and PDF/UA-1 (ISO 14289-1), for everyone to read."""
DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The date that PDF/A asks for. It is always the same: the same input gives the same bytes."""


Template = tuple[tuple[str, str], ...]
"""Files of typst, each as a package and the name of a file in it; they are read as one."""


def to_pages(template: Template, data: Mapping[str, Any]) -> bytes:
    """Return a PDF that is PDF/A-2a and PDF/UA-1.

    `data`: what the template shows, as JSON can hold it. Texts are made printable; drawings must come from
    `svg_for_print`, which sets their type.
    Raises BadInput when typst is not installed, or refuses what it is given.
    """
    return _compiled(template, data, format="pdf", pdf_standards=list(STANDARDS), timestamp=DAY)


def to_picture(template: Template, data: Mapping[str, Any], pixels_per_inch: float) -> bytes:
    """Return the first page as PNG. Raises BadInput when typst is not installed, or refuses what it is given."""
    return _compiled(template, data, format="png", ppi=pixels_per_inch)


def _compiled(template: Template, data: Mapping[str, Any], **options: Any) -> bytes:
    faces = typefaces()
    import typst

    source = b"\n".join(files(package).joinpath(name).read_bytes() for package, name in template)
    inputs = {"data": json.dumps(_clean(data), ensure_ascii=False)}
    # The folder of the fonts is the root, so that no template can read another file of the machine.
    try:
        made = typst.compile(source, root=faces.folder.name, font_paths=faces.fonts, sys_inputs=inputs, **options)
    except typst.TypstError as error:
        raise BadInput("not-typeset", detail=" ".join(str(error.message).split())) from None
    assert isinstance(made, bytes)
    return made


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list | tuple) else value


def svg_for_print(svg: str) -> str:
    """Return an SVG with the type that is printed, and only characters that it has."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(svg.encode("utf-8"), parser)
    root.set("font-family", FAMILY)
    for element in root.iter():
        if element.text:
            element.text = printable(element.text)
    return etree.tostring(root, encoding="unicode")
