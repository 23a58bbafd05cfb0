"""procmap's own extension elements: the model's metadata in XML, by one rule (docs/bpmn-metadata.md).

A value becomes an element: single fields become attributes in lowerCamelCase, lists and nested values child elements.
"""

from __future__ import annotations

import json
import re
import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from procmap.formats.bpmn.names import PROCMAP, bpmn, procmap
from procmap.formats.bpmn.tree import Tree, local_name, text_of
from procmap.model import (
    Attached,
    Control,
    Note,
    Origin,
    ProcessCard,
    Property,
    RecordRule,
    Risk,
    RosaAssessment,
    Scale,
)
from procmap.model.decisions import Decision
from procmap.model.elements import NO_DETAILS, StepDetails
from procmap.model.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

REGISTER: dict[str, type[Value]] = {
    "risk": Risk,
    "control": Control,
    "record": RecordRule,
    "rosa": RosaAssessment,
    "note": Note,
}
"""The attached values of the register, by the name of their element."""

_SINGULAR = {
    "systems": "system", "stakeholders": "stakeholder", "indicators": "indicator", "goals": "goal", "risks": "risk",
    "outcomes": "outcome", "answers": "answer", "levels": "level", "cells": "cell", "documents_in": "document_in",
    "documents_out": "document_out",
}  # fmt: skip
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_WRITTEN = frozenset(("kind", "on"))
"""What the place of an attached value says: its element's name is its kind, and elements say what is attached."""


def xml_text(text: str) -> str:
    """Return a text without the characters that XML cannot hold, each replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


@cache
def fields_of(cls: type[BaseModel]) -> dict[str, tuple[str, str, type[Value] | None]]:
    """Return by XML name: the field, its shape (attribute, texts, value or values), and the class of a value."""
    fields: dict[str, tuple[str, str, type[Value] | None]] = {}
    for name, info in cls.model_fields.items():
        if not (issubclass(cls, Attached) and name in _NOT_WRITTEN):
            shape, inner = _shape(info.annotation)
            fields[_camel(_SINGULAR.get(name, name) if shape in ("texts", "values") else name)] = (name, shape, inner)
    return fields


def _shape(annotation: Any) -> tuple[str, type[Value] | None]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _shape(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _shape(next(part for part in get_args(annotation) if part is not type(None)))
    if origin is tuple:
        inner = get_args(annotation)[0]
        return ("values", inner) if isinstance(inner, type) and issubclass(inner, Value) else ("texts", None)
    if origin is not Literal and isinstance(annotation, type) and issubclass(annotation, Value):
        return "value", annotation
    return "attribute", None


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def decode(tree: Tree, cls: type[Value], element: etree._Element, about: str, **given: Any) -> Value | None:
    """Return the value that an element spells, None when it cannot be one; `given` are fields from elsewhere.

    What does not belong there is reported as `metadata-unknown`, what does not fit as `metadata-bad`, citing the
    element `about`.
    """
    known = fields_of(cls)
    fields: dict[str, Any] = dict(given)
    for name, text in element.attrib.items():
        field = known.get(str(name))
        if field is not None and field[1] == "attribute":
            fields[field[0]] = text
        elif not str(name).startswith("{"):
            _unknown(tree, element, str(name), about)
    for part in _own_children(element):
        name = local_name(part)
        field_name, shape, inner = known.get(name, ("", "", None))
        if shape == "texts":
            fields[field_name] = (*fields.get(field_name, ()), text_of(part))
        elif shape in ("value", "values") and inner is not None:
            value = decode(tree, inner, part, about)
            if value is not None:
                fields[field_name] = value if shape == "value" else (*fields.get(field_name, ()), value)
        elif not (cls is ProcessCard and (name in REGISTER or name in ("scale", "decision"))):
            _unknown(tree, element, name, about)
    try:
        return cls(**fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(_camel(str(part)) for part in first["loc"])
        tree.report("metadata-bad", [about], place=f"{local_name(element)}/{place}", detail=first["msg"])
        return None


def _unknown(tree: Tree, element: etree._Element, name: str, about: str) -> None:
    tree.report("metadata-unknown", [about], place=f"{local_name(element)}/{name}")


def _own_children(element: etree._Element) -> Iterator[etree._Element]:
    for part in element:
        if isinstance(part.tag, str) and part.tag.startswith(f"{{{PROCMAP}}}"):
            yield part


def encode(value: Value, name: str) -> etree._Element:
    """Return a value as the element `procmap:name`; fields that have their default are left out."""
    from lxml import etree

    element = etree.Element(procmap(name), nsmap={"procmap": PROCMAP})
    defaults = type(value).model_fields
    for xml_name, (field, shape, _) in fields_of(type(value)).items():
        content = getattr(value, field)
        if content == defaults[field].default or content is None:
            continue
        if shape == "attribute":
            text = ("true" if content else "false") if isinstance(content, bool) else str(content)
            element.set(xml_name, xml_text(text))
        elif shape == "value":
            element.append(encode(content, xml_name))
        elif shape == "values":
            element.extend(encode(item, xml_name) for item in content)
        else:
            for text in content:
                etree.SubElement(element, procmap(xml_name)).text = xml_text(text)
    return element


def encode_attached(kind: str, value_id: str) -> etree._Element:
    """Return what an element says of a value attached to it; `kind` where values of several kinds have that id."""
    from lxml import etree

    element = etree.Element(procmap("attached"), nsmap={"procmap": PROCMAP})
    if kind:
        element.set("kind", kind)
        element.set("id", xml_text(value_id))
    else:
        element.text = xml_text(value_id)
    return element


class Extensions:
    """The metadata of one process as it is found element by element: what is attached where, and the register."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._attached: dict[str, list[tuple[str, str]]] = {}

    def of(self, element: etree._Element, element_id: str, *, step: bool = False) -> dict[str, Any]:
        """Return the fields `properties`, `origins` and (of a step) `details` of an element, those that it has."""
        fields: dict[str, Any] = {}
        holder = element.find(bpmn("extensionElements"))
        if holder is None:
            return fields
        for part in _own_children(holder):
            name = local_name(part)
            if name == "step" and step:
                fields["details"] = decode(self._tree, StepDetails, part, element_id) or NO_DETAILS
            elif name == "attached":
                value_id = part.get("id")
                key = text_of(part) if value_id is None else value_id
                self._attached.setdefault(key, []).append((part.get("kind", ""), element_id))
            elif name == "property":
                self._append(fields, "properties", decode(self._tree, Property, part, element_id))
            elif name == "origin":
                self._append(fields, "origins", decode(self._tree, Origin, part, element_id))
            elif name != "process":
                self._tree.report("metadata-unknown", [element_id], place=name)
        return fields

    @staticmethod
    def _append(fields: dict[str, Any], name: str, value: Value | None) -> None:
        if value is not None:
            fields[name] = (*fields.get(name, ()), value)

    def register(self, holder: etree._Element | None, about: str) -> dict[str, Any]:
        """Return the fields `card`, `attached`, `scales` and `decisions` of a process from its `procmap:process`.

        To be called when all elements have been through `of`, since they say what is attached to them.
        """
        element = None if holder is None else holder.find(f"{bpmn('extensionElements')}/{procmap('process')}")
        if element is None:
            return {}
        fields: dict[str, Any] = {"card": decode(self._tree, ProcessCard, element, about) or ProcessCard()}
        for part in _own_children(element):
            name = local_name(part)
            if name in REGISTER:
                citing = self._attached.get(part.get("id", ""), ())
                on = tuple(dict.fromkeys(element_id for kind, element_id in citing if kind in ("", name)))
                self._append(fields, "attached", decode(self._tree, REGISTER[name], part, about, on=on))
            elif name == "scale":
                self._append(fields, "scales", decode(self._tree, Scale, part, about))
            elif name == "decision":
                self._append(fields, "decisions", self._decision(part, about))
        return fields

    def _decision(self, element: etree._Element, about: str) -> Decision | None:
        try:
            return Decision.model_validate(json.loads(text_of(element)))
        except (ValueError, RecursionError):
            self._tree.report("metadata-bad", [about], place="decision", detail="is not a decision in JSON")
            return None

    def unclaimed(self, registered: set[tuple[str, str]]) -> None:
        """Report the ids that elements cite and no register holds; `registered` are the kinds and ids of values."""
        ids = {value_id for _, value_id in registered}
        for value_id, citing in self._attached.items():
            missing = [
                element_id
                for kind, element_id in citing
                if not (value_id in ids if kind == "" else (kind, value_id) in registered)
            ]
            if missing:
                self._tree.report("no-such-attached", missing, missing=value_id)
