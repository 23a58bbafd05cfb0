"""Random processes with everything that the model holds and BPMN 2.0 can express, names and texts as they are read.

`processes()` gives whole processes, `values(cls)` any value of the model with every field filled by its type.
"""

from __future__ import annotations

import types
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from procmap.formats.bpmn.tree import clean
from procmap.model import (
    Activity,
    Annotation,
    Association,
    Control,
    DataAssociation,
    DataItem,
    Decision,
    Event,
    Gateway,
    Group,
    Lane,
    Loop,
    MessageFlow,
    Note,
    Origin,
    Pool,
    Process,
    ProcessCard,
    Property,
    RecordRule,
    Risk,
    RosaAssessment,
    Scale,
    SequenceFlow,
    StepDetails,
    Trigger,
)

HOSTILE = (
    "", "Motta søknad", "Byggesak: «klar»?", "a < b && c > \"d\" 'e'", "]]>", "<![CDATA[x]]>", "<!-- nei -->",
    "&amp;lt;", "&#10;", "<b>fet</b> tekst", "%s {0} ${x}", "søknad", "受付 🙂", "\u202eomvendt",
    "linje 1\nlinje 2", "tabulator\there", "\\", "null", "__targetRef_placeholder", "a\u00a0b", "x" * 300,
)  # fmt: skip
"""Texts that careless writers break on."""

_ANY = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
)
TEXTS = st.sampled_from(HOSTILE).map(str.strip) | _ANY.map(str.strip)
"""Texts as they are read: without blanks at their ends."""
NAMES = (st.sampled_from(HOSTILE) | _ANY).map(clean).filter(lambda name: clean(name) == name)
"""Names as they are read: white space folded, composed letters, no mark-up."""
FULL_NAMES = NAMES.filter(bool)
DOCUMENTATION = st.lists(TEXTS.filter(bool), max_size=2).map(tuple)
_STEMS = ("Task", "message", "diagram", "s.k-nad", "_x", "definitions", "plane", "category", "A-1", "signal", "p2_n")


def values(cls: type[BaseModel], **given: st.SearchStrategy) -> st.SearchStrategy:
    """Return values of a class of the model: every field is drawn by its type, but those that `given` names."""
    drawn = {name: info for name, info in cls.model_fields.items() if name not in given}
    drawn = {name: info for name, info in drawn.items() if name != "kind" or info.is_required()}
    fields = {name: _of(info.annotation) for name, info in drawn.items()}
    return st.fixed_dictionaries({**fields, **given}).map(lambda content: cls(**content))


@cache
def _of(annotation: Any) -> st.SearchStrategy:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return st.integers(1, 8) if parts[0] is int else _of(parts[0])
    if origin in (Union, types.UnionType):
        return st.one_of(*map(_of, parts))
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple and parts[-1] is Ellipsis:
        return st.lists(_of(parts[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(_of, parts))
    if annotation is Decimal:
        return st.decimals(-1000, 10**9, places=2) | st.sampled_from((Decimal("1E+3"), Decimal(0)))
    plain = {str: TEXTS, int: st.integers(0, 10**12), bool: st.booleans(), type(None): st.none()}
    return plain[annotation] if annotation in plain else values(annotation)


_PROPERTIES = st.lists(values(Property), max_size=2).map(tuple)
_ORIGINS = st.lists(values(Origin), max_size=2, unique_by=repr).map(tuple)
_DETAILS = st.just(StepDetails()) | values(StepDetails)
_TASKS = ("task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask")
_HOLDERS = ("subProcess", "transaction", "adHocSubProcess")
_CATCHING = ("startEvent", "intermediateCatchEvent", "boundaryEvent")
_THROWING = ("endEvent", "intermediateThrowEvent", "implicitThrowEvent")
_GATEWAYS = ("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway")
_MAY_HAVE_DEFAULT = ("exclusiveGateway", "inclusiveGateway", "complexGateway")


@st.composite
def _triggers(draw: st.DrawFn) -> Trigger:
    kind = draw(st.sampled_from(get_args(Trigger.model_fields["type"].annotation)))
    fields: dict[str, Any] = {"type": kind}
    if kind in ("message", "signal", "error", "escalation", "link"):
        fields["name"] = draw(NAMES)
    if kind in ("error", "escalation"):
        fields["code"] = draw(NAMES)
    if kind == "timer":
        fields["time_kind"] = draw(st.sampled_from((None, "date", "duration", "cycle")))
        fields["time"] = draw(TEXTS) if fields["time_kind"] else ""
    if kind == "conditional":
        fields["condition"] = draw(TEXTS)
    return Trigger(**fields)


class _Making:
    """One process in the making."""

    def __init__(self, draw: st.DrawFn, most: int) -> None:
        self.draw = draw
        self.most = most
        self._number = 0
        self.nodes: list[Activity | Event | Gateway] = []
        self.flows: list[SequenceFlow] = []
        self.data: list[DataItem] = []
        self.lanes: list[Lane] = []

    def id(self) -> str:
        self._number += 1
        return f"{self.draw(st.sampled_from(_STEMS))}_{self._number}"

    def some(self, items: list, most: int = 2) -> list:
        return self.draw(st.lists(st.sampled_from(items), max_size=most, unique_by=repr)) if items else []

    def count(self, most: int) -> int:
        return self.draw(st.integers(0, most))

    def common(self, *, named: bool = True) -> dict[str, Any]:
        """Return the fields of every element; rich ones are rare, so that examples stay small."""
        fields: dict[str, Any] = {"id": self.id(), "name": self.draw(NAMES) if named else ""}
        if self.count(3) == 0:
            fields |= {
                "documentation": self.draw(DOCUMENTATION),
                "properties": self.draw(_PROPERTIES),
                "origins": self.draw(_ORIGINS),
            }
        return fields

    def node(self, scopes: list[tuple[str | None, str | None]]) -> None:
        draw = self.draw
        pool, parent = draw(st.sampled_from(scopes))
        common = self.common() | {"parent": parent, "pool": pool}
        hosts = [n for n in self.nodes if isinstance(n, Activity) and (n.pool, n.parent) == (pool, parent)]
        kind = draw(st.sampled_from(("task", "task", "holder", "call", "catch", "throw", "gateway")))
        if kind in ("task", "holder", "call"):
            self.nodes.append(self._activity(kind, common))
            if kind == "holder":
                scopes.append((pool, common["id"]))
        elif kind == "gateway":
            gateway = draw(st.sampled_from(_GATEWAYS))
            special = gateway == "eventBasedGateway"
            self.nodes.append(
                Gateway(
                    type=gateway,
                    instantiates=special and draw(st.booleans()),
                    parallel_events=special and draw(st.booleans()),
                    condition=draw(TEXTS) if gateway == "complexGateway" else "",
                    **common,
                )
            )
        else:
            types_ = _THROWING if kind == "throw" else _CATCHING if hosts else _CATCHING[:2]
            self.nodes.append(self._event(draw(st.sampled_from(types_)), hosts, common))

    def _activity(self, kind: str, common: dict[str, Any]) -> Activity:
        draw = self.draw
        types_ = {"task": _TASKS, "holder": _HOLDERS, "call": ("callActivity",)}[kind]
        loop = draw(st.none() | st.none() | values(Loop))
        if loop is not None and loop.type == "standard":
            loop = loop.replace(cardinality="")
        return Activity(
            type=draw(st.sampled_from(types_)),
            loop=loop,
            triggered_by_event=kind == "holder" and draw(st.booleans()),
            for_compensation=draw(st.booleans()),
            called=draw(st.sampled_from(("", "Annen_prosess"))) if kind == "call" else "",
            performers=tuple(draw(st.lists(FULL_NAMES, max_size=2))),
            details=draw(_DETAILS),
            **common,
        )

    def _event(self, event_type: str, hosts: list[Activity], common: dict[str, Any]) -> Event:
        draw = self.draw
        triggers = draw(st.lists(_triggers(), max_size=2))
        if hosts and draw(st.booleans()):
            triggers.append(Trigger(type="compensate", activity=draw(st.sampled_from(hosts)).id))
        return Event(
            type=event_type,
            triggers=tuple(triggers),
            attached_to=draw(st.sampled_from(hosts)).id if event_type == "boundaryEvent" else None,
            interrupting=event_type not in ("startEvent", "boundaryEvent") or draw(st.booleans()),
            parallel_multiple=event_type in _CATCHING and draw(st.booleans()),
            details=draw(_DETAILS),
            **common,
        )

    def add_flows(self) -> None:
        has_default: set[str] = set()
        for _ in range(self.count(self.most)):
            source = self.draw(st.sampled_from(self.nodes))
            near = [n for n in self.nodes if (n.pool, n.parent) == (source.pool, source.parent)]
            may = isinstance(source, Activity) or source.type in _MAY_HAVE_DEFAULT
            default = may and source.id not in has_default and self.count(2) == 0
            has_default |= {source.id} if default else set()
            self.flows.append(
                SequenceFlow(
                    source=source.id,
                    target=self.draw(st.sampled_from(near)).id,
                    condition=self.draw(st.just("") | TEXTS),
                    default=default,
                    parent=source.parent,
                    pool=source.pool,
                    **self.common(),
                )
            )

    def add_lanes(self, pool: str | None, scope: str | None) -> None:
        inside = [n.id for n in self.nodes if (n.pool, n.parent) == (pool, scope)]
        first = len(self.lanes)
        sets: dict[str | None, str] = {}
        for _ in range(self.count(3)):
            mine = self.lanes[first:]
            around = self.draw(st.sampled_from([None, *(lane.id for lane in mine)]))
            if around not in sets:
                sets[around] = self.draw(st.sampled_from(("", f"Lanes_{self.id()}")))
            self.lanes.append(
                Lane(
                    nodes=tuple(self.some(inside, 3)),
                    parent=around,
                    pool=pool,
                    scope=scope,
                    lane_set=sets[around],
                    **self.common(),
                )
            )
        mine = self.lanes[first:]
        if mine and inside and not any(lane.nodes for lane in mine):
            # Lanes that hold nobody would be filled by place when they are read again.
            self.lanes[-1] = mine[-1].replace(nodes=(inside[0],))

    def add_data(self, scopes: list[tuple[str | None, str | None]]) -> None:
        draw = self.draw
        for _ in range(self.count(4)):
            pool, parent = draw(st.sampled_from(scopes))
            kind = draw(st.sampled_from(("dataObject", "reference", "dataStore", "store reference", "io")))
            common = self.common() | {"state": draw(st.just("") | FULL_NAMES), "parent": parent, "pool": pool}
            cited = [item.id for item in self.data if item.type == "dataObject"]
            stores = [item.id for item in self.data if item.type == "dataStore"]
            if kind == "dataObject" or (kind == "reference" and not cited):
                self.data.append(DataItem(type="dataObject", collection=draw(st.booleans()), **common))
            elif kind == "reference":
                self.data.append(DataItem(type="dataObjectReference", refers_to=draw(st.sampled_from(cited)), **common))
            elif kind == "dataStore":
                self.data.append(DataItem(type="dataStore", **common | {"parent": None, "pool": None}))
            elif kind == "store reference":
                refers_to = draw(st.sampled_from([None, *stores]))
                self.data.append(DataItem(type="dataStoreReference", refers_to=refers_to, **common))
            else:
                self._data_of_somebody(common)

    def _data_of_somebody(self, common: dict[str, Any]) -> None:
        draw = self.draw
        kind = draw(st.sampled_from(("dataInput", "dataOutput")))
        owners = [node for node in self.nodes if _may_own(node, kind)]
        if owners and (draw(st.booleans()) or common["parent"]):
            owner = draw(st.sampled_from(owners))
            holds = isinstance(owner, Activity) and owner.type in _HOLDERS
            common |= {"owner": owner.id, "pool": owner.pool, "parent": owner.id if holds else owner.parent}
        elif common["parent"]:
            return
        self.data.append(DataItem(type=kind, collection=draw(st.booleans()), **common))

    def links(self) -> list[DataAssociation]:
        items = [item.id for item in self.data]
        made = []
        for _ in range(self.count(3)):
            kind = self.draw(st.sampled_from(("input", "output")))
            nodes = [node for node in self.nodes if _may_own(node, f"data{kind.capitalize()}")]
            if nodes:
                made.append(
                    DataAssociation(
                        type=kind,
                        node=self.draw(st.sampled_from(nodes)).id,
                        sources=tuple(self.some(items)),
                        target=self.draw(st.sampled_from(["", *items])),
                        **self.common(named=False),
                    )
                )
        return made

    def attached(self, ids: list[str]) -> tuple:
        made: list[Any] = []
        risks: list[str] = []
        for cls in (Risk, Control, RecordRule, RosaAssessment, Note):
            for number in range(self.count(2)):
                value_id = self.draw(st.sampled_from((f"{cls.__name__}{number}", f"nr {number}", f"ø<{number}>")))
                given = {
                    "id": st.just(value_id),
                    "on": st.just(tuple(self.some(ids, 3))),
                    "guards": st.just(tuple(self.some(ids))),
                }
                if cls is Risk:
                    risks.append(value_id)
                    given["scale"] = st.just("")
                if cls is Control:
                    given["risks"] = st.just(tuple(risks))
                made.append(self.draw(values(cls, **given)))
        return tuple(made)


def _may_own(node: Activity | Event | Gateway, kind: str) -> bool:
    """Tell whether BPMN lets a node have data of a kind, or associations of that direction."""
    if isinstance(node, Event):
        return node.type in (_THROWING if kind == "dataInput" else _CATCHING)
    return isinstance(node, Activity)


@st.composite
def processes(draw: st.DrawFn, most: int = 8) -> Process:
    """Return a process of at most `most` nodes and flows, and a few of everything else."""
    making = _Making(draw, most)
    white = [
        Pool(
            process=f"{making.id()}_process",
            process_name=draw(NAMES),
            process_documentation=draw(DOCUMENTATION),
            multiple=draw(st.booleans()),
            **making.common(),
        )
        for _ in range(making.count(2))
    ]
    black = [Pool(multiple=draw(st.booleans()), **making.common()) for _ in range(making.count(2))]
    scopes: list[tuple[str | None, str | None]] = [(pool.id, None) for pool in white] or [(None, None)]
    making.nodes.append(making._activity("task", making.common() | {"parent": None, "pool": scopes[0][0]}))
    for _ in range(making.count(most)):
        making.node(scopes)
    making.add_flows()
    for pool, scope in scopes:
        making.add_lanes(pool, scope)
    making.add_data(scopes)
    links = making.links()
    places = [*scopes, *((None, None) for _ in (1,) if black or white)]
    notes = [
        Annotation(text=draw(TEXTS), parent=parent, pool=pool, **making.common(named=False))
        for pool, parent in making.some(places)
    ]
    held = [*making.nodes, *making.flows, *(item for item in making.data if item.type in _GROUPED)]
    groups = [
        Group(members=tuple(item.id for item in making.some(held)), parent=parent, pool=pool, **making.common())
        for pool, parent in making.some(places)
    ]
    ends = [item.id for item in (*making.nodes, *white, *black)]
    messages = [
        MessageFlow(
            source=draw(st.sampled_from(ends)),
            target=draw(st.sampled_from(ends)),
            message=draw(NAMES),
            **making.common(),
        )
        for _ in range(making.count(2))
    ]
    anything = [
        item.id
        for item in (*white, *black, *making.lanes, *making.nodes, *making.flows, *messages, *making.data, *notes)
    ]
    associations = [
        Association(
            source=draw(st.sampled_from(anything)),
            target=draw(st.sampled_from(anything)),
            direction=draw(st.sampled_from(("none", "one", "both"))),
            parent=parent,
            pool=pool,
            **making.common(named=False),
        )
        for pool, parent in making.some(places)
    ]
    name = draw(FULL_NAMES)
    process = Process(
        id=making.id(),
        name=name,
        card=draw(st.just(ProcessCard()) | values(ProcessCard, name=st.sampled_from(("", name)))),
        documentation=draw(DOCUMENTATION),
        properties=draw(_PROPERTIES),
        pools=(*white, *black),
        lanes=tuple(making.lanes),
        nodes=tuple(making.nodes),
        flows=tuple(making.flows),
        message_flows=tuple(messages),
        data=tuple(making.data),
        data_associations=tuple(links),
        annotations=tuple(notes),
        groups=tuple(groups),
        associations=tuple(associations),
        scales=tuple(draw(st.lists(values(Scale), max_size=1))),
        decisions=tuple(draw(st.lists(values(Decision), max_size=1))) if making.count(4) == 0 else (),
    )
    return process.replace(attached=making.attached([element.id for element in process.elements()]))


_GROUPED = ("dataObject", "dataObjectReference", "dataStoreReference")
"""The data items that BPMN counts among the elements of a flow, which alone can be in a group."""
