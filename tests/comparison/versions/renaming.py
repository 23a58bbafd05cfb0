"""Other ids for all elements of a BPMN file, for tests."""

from __future__ import annotations

from lxml import etree

from procmap.formats.bpmn.names import MODEL


def renamed(source: bytes) -> bytes:
    """Return a file in which every element of BPMN has another id, and nothing else is changed."""
    root = etree.fromstring(source)
    ids = {
        element.get("id"): f"n{number}"
        for number, element in enumerate(root.iter(f"{{{MODEL}}}*"))
        if element.get("id")
    }
    for element in root.iter(f"{{{MODEL}}}*"):
        for name, value in element.attrib.items():
            if value in ids and name != "name":
                element.set(name, ids[value])
        if etree.QName(element).localname != "text" and (element.text or "").strip() in ids:
            element.text = ids[element.text.strip()]
    return etree.tostring(root)
