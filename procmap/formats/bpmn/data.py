"""Reading data items and associations, annotations, groups and their associations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from procmap.formats.bpmn import names
from procmap.formats.bpmn.names import bpmn
from procmap.formats.bpmn.tree import Tree, clean, name_of, text_of
from procmap.model import Annotation, Association, DataAssociation, DataItem, Group

if TYPE_CHECKING:
    from lxml import etree

_DIRECTIONS: dict[str, Literal["none", "one", "both"]] = {"none": "none", "one": "one", "both": "both"}


def read_data_item(tree: Tree, element: etree._Element, owner: str | None, common: dict[str, Any]) -> DataItem:
    """Return a data object, store, input or output, or a reference to one; `owner` is the node whose data it is."""
    cited = element.get("dataObjectRef") or element.get("dataStoreRef")
    state = element.find(bpmn("dataState"))
    return DataItem(
        type=names.DATA[element.tag],
        state="" if state is None else name_of(state),
        refers_to=tree.resolve(cited, element) if cited else None,
        collection=element.get("isCollection", "").strip() in ("true", "1"),
        owner=owner,
        **common,
    )


def read_data_association(tree: Tree, element: etree._Element, node: str, common: dict[str, Any]) -> DataAssociation:
    """Return a data association of the node that holds it.

    Data that goes to the activity as a whole targets, for want of anything better, a property of it: no target then.
    """
    target = tree.resolve(text_of(element.find(bpmn("targetRef"))), element)
    if tree.element(target) is None and _is_property(target, element.getparent()):
        target = ""
    return DataAssociation(
        type="input" if element.tag == bpmn("dataInputAssociation") else "output",
        node=node,
        sources=tuple(tree.resolve(part.text, element) for part in element.iterchildren(bpmn("sourceRef"))),
        target=target,
        **common,
    )


def _is_property(element_id: str, holder: etree._Element | None) -> bool:
    return holder is not None and any(part.get("id") == element_id for part in holder.iterchildren(bpmn("property")))


def read_annotation(element: etree._Element, common: dict[str, Any]) -> Annotation:
    """Return a text annotation."""
    return Annotation(text=text_of(element.find(bpmn("text"))), **common)


def read_association(tree: Tree, element: etree._Element, common: dict[str, Any]) -> Association:
    """Return an association."""
    return Association(
        source=tree.resolve(element.get("sourceRef"), element),
        target=tree.resolve(element.get("targetRef"), element),
        direction=_DIRECTIONS.get(element.get("associationDirection", "none").strip().lower(), "none"),
        **common,
    )


def read_group(tree: Tree, element: etree._Element, common: dict[str, Any], members: dict[str, list[str]]) -> Group:
    """Return a group, named by its category value; `members` are the elements by the category value they cite."""
    cited = (element.get("categoryValueRef") or "").strip()
    value = tree.resolve_definition(cited)
    name = common["name"] or ("" if value is None else clean(value.get("value")))
    inside = members.get(cited.rsplit(":", 1)[-1], ()) if cited else ()
    return Group(members=tuple(inside), **{**common, "name": name})
