"""Reading an EPML file: its folders, its definitions, and each EPC in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.formats.document import Document
from procmap.formats.epml.chain import Chain, read_chain
from procmap.formats.epml.graphics import read_axes
from procmap.formats.epml.markup import (
    EPML_NAMESPACE,
    Definition,
    Reading,
    attribute,
    children,
    clean,
    describe,
    kind_of,
)
from procmap.formats.free_ids import distinct
from procmap.formats.xml_head import first_element
from procmap.formats.xml_input import parse
from procmap.model import BadInput

if TYPE_CHECKING:
    from lxml import etree


def recognises(head: bytes) -> bool:
    """Tell whether a file that begins so is EPML: whether `epml` is its first element."""
    return first_element(head) == "epml"


def read(source: bytes, name: str) -> Document:
    """Return the EPCs of an EPML file as processes; `name` is what findings cite.

    Raises BadInput `not-epml` when the root element is another one, and what procmap.formats.xml_input raises for
    what is no XML or not safe to read.
    """
    parsed = parse(source, name)
    if kind_of(parsed.root) != "epml":
        raise BadInput("not-epml", source=name, root=kind_of(parsed.root), expected=EPML_NAMESPACE)
    reading = Reading()
    axes = read_axes(next(children(parsed.root, "coordinates"), None))
    _read_head(parsed.root, reading)
    found = _find_chains(parsed.root, reading)
    if not found:
        reading.report("no-process", source=name)
    chains = _named(found, reading)
    read_chains = [read_chain(chain, axes, reading) for chain in chains]
    return Document(
        name=name,
        format="epml",
        source=source,
        processes=tuple(process for process, _ in read_chains),
        diagrams=tuple(diagram for _, diagram in read_chains if diagram is not None),
        findings=(*parsed.findings, *reading.findings()),
    )


def _read_head(root: etree._Element, reading: Reading) -> None:
    """Read the definitions into `reading`, and note what else stands before the folders."""
    for part in children(root):
        kind = kind_of(part)
        if kind == "definitions":
            for definition in children(part):
                if kind_of(definition) == "definition":
                    said = describe(definition, reading, (), ("defId", "type"))
                    given = Definition(said.name, said.documentation)
                    reading.definitions.setdefault(attribute(definition, "defId"), given)
                else:
                    reading.unread(f"{kind}/{kind_of(definition)}")
        elif kind == "attributeTypes":
            for _ in (text for each in children(part) for text in children(each)):
                reading.unread("attributeType/description")
        elif kind not in ("coordinates", "directory", "epc"):
            reading.unread(f"epml/{kind}")


@dataclass(frozen=True)
class _Found:
    """An EPC in the file: the number of its outermost folder, in which epcIds are unique, and the folder's name."""

    element: etree._Element
    area: int
    folder: str


def _find_chains(root: etree._Element, reading: Reading) -> list[_Found]:
    """Return the EPCs in the order of the file."""
    found: list[_Found] = []
    stack = [_Found(part, area, "") for area, part in reversed(list(enumerate(children(root))))]
    while stack:
        here = stack.pop()
        kind = kind_of(here.element)
        if kind == "epc":
            # The first drafts of EPML had no folders: such EPCs share one area.
            found.append(here if here.element.getparent() is not root else _Found(here.element, -1, ""))
        elif kind == "directory":
            own = clean(attribute(here.element, "name"))
            folder = "/".join(name for name in (here.folder, own) if name)
            stack += (_Found(part, here.area, folder) for part in reversed(list(children(here.element))))
        elif here.element.getparent() is not root:
            reading.unread(f"directory/{kind}")
    return found


def _named(found: list[_Found], reading: Reading) -> list[Chain]:
    """Return the EPCs with the ids of their processes, and what each may call."""
    given = [attribute(each.element, "epcId") for each in found]
    names = [clean(attribute(each.element, "name")) for each in found]
    ids = distinct([(raw, name or "epc") for raw, name in zip(given, names, strict=True)])
    calls: dict[int, dict[str, str]] = {}
    anywhere: dict[str, list[str]] = {}
    for each, raw, name, made in zip(found, given, names, ids, strict=True):
        calls.setdefault(each.area, {}).setdefault(raw or made, made)
        anywhere.setdefault(raw, []).append(made)
        if not raw:
            reading.report("missing-id", made, type="epc", name=name, id=made)
    # A link means an EPC of its own outermost folder; where that has none, the only one of the file that has the id.
    only = {raw: same[0] for raw, same in anywhere.items() if raw and len(same) == 1}
    for raw, same in anywhere.items():
        if raw and len(same) > 1:
            reading.report("duplicate-id", *same, id=raw, times=len(same))
    return [
        Chain(each.element, made, each.folder, only | calls[each.area]) for each, made in zip(found, ids, strict=True)
    ]
