"""The elements of a process, named as BPMN 2.0 names them.

Elements cite each other by id and are kept flat: `parent` is the sub-process an element lies in, `pool` its
participant.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from procmap.model.measures import Cost, Deadline, Duration
from procmap.model.tracing import Origin
from procmap.model.value import Value

ActivityType = Literal[
    "task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask",
    "subProcess", "transaction", "adHocSubProcess", "callActivity",
]  # fmt: skip
EventType = Literal[
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
    "implicitThrowEvent",
]  # fmt: skip
GatewayType = Literal[
    "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway",
]  # fmt: skip
TriggerType = Literal[
    "message", "timer", "error", "escalation", "cancel", "compensate", "conditional", "link", "signal", "terminate",
]  # fmt: skip
DataType = Literal[
    "dataObject", "dataObjectReference", "dataStore", "dataStoreReference", "dataInput", "dataOutput",
]  # fmt: skip
RaciLetter = Literal["responsible", "accountable", "consulted", "informed"]


class Property(Value):
    """A free key with its value."""

    name: str
    value: str = ""


class Element(Value):
    """What every element has. `properties` are free key-values, `origins` where a composed element comes from."""

    id: str = Field(min_length=1)
    name: str = ""
    documentation: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    origins: tuple[Origin, ...] = ()


class Responsibility(Value):
    """A role and its letter (RACI: responsible, accountable, consulted, informed; HUKI: U, H, K, I)."""

    role: str
    letter: RaciLetter = "responsible"


class StepDetails(Value):
    """What is known of a step beyond BPMN. Work time is effort, lead time is what the case waits and takes in all."""

    responsible: tuple[Responsibility, ...] = ()
    systems: tuple[str, ...] = ()
    documents_in: tuple[str, ...] = ()
    documents_out: tuple[str, ...] = ()
    work_time: Duration | None = None
    lead_time: Duration | None = None
    deadline: Deadline | None = None
    cost: Cost | None = None
    legal_basis: tuple[str, ...] = ()
    channel: str = ""


NO_DETAILS = StepDetails()


class FlowNode(Element):
    """An activity, event or gateway. `parent` is the sub-process it lies in, `pool` its participant, if any."""

    parent: str | None = None
    pool: str | None = None


class Loop(Value):
    """How often an activity is done: a standard loop, or once for each of several instances."""

    type: Literal["standard", "parallel", "sequential"]
    condition: str = ""
    cardinality: str = ""


class Activity(FlowNode):
    """Work: a task of any kind, a sub-process, or a call to another process (`called`: what it cites)."""

    kind: Literal["activity"] = "activity"
    type: ActivityType = "task"
    loop: Loop | None = None
    triggered_by_event: bool = False
    for_compensation: bool = False
    called: str = ""
    performers: tuple[str, ...] = ()
    details: StepDetails = NO_DETAILS


class Trigger(Value):
    """What an event waits for or throws (BPMN's event definition).

    `name`: of the message, signal, error, escalation or link; `code`: of the error or escalation; `time`: a date,
    duration or cycle, as `time_kind` says; `condition`: of a conditional event; `activity`: what is compensated.
    """

    type: TriggerType
    name: str = ""
    code: str = ""
    time: str = ""
    time_kind: Literal["date", "duration", "cycle"] | None = None
    condition: str = ""
    activity: str = ""


class Event(FlowNode):
    """Something that happens. A boundary event is `attached_to` an activity, and ends it when `interrupting`."""

    kind: Literal["event"] = "event"
    type: EventType
    triggers: tuple[Trigger, ...] = ()
    attached_to: str | None = None
    interrupting: bool = True
    parallel_multiple: bool = False
    details: StepDetails = NO_DETAILS


class Gateway(FlowNode):
    """Where ways part or meet."""

    kind: Literal["gateway"] = "gateway"
    type: GatewayType = "exclusiveGateway"
    instantiates: bool = False
    parallel_events: bool = False
    condition: str = ""


Node = Annotated[Activity | Event | Gateway, Field(discriminator="kind")]
Step = Activity | Event


class SequenceFlow(Element):
    """Order between two nodes of one scope; `condition` is its expression, `default` the way taken when no other is."""

    source: str
    target: str
    condition: str = ""
    default: bool = False
    parent: str | None = None
    pool: str | None = None


class Pool(Element):
    """A participant. `process` is the id of its process; none: an outside participant, a black box."""

    process: str | None = None
    process_name: str = ""
    process_documentation: tuple[str, ...] = ()
    multiple: bool = False


class Lane(Element):
    """A role (or a part of one: `parent` is the lane around it), and the nodes that it does."""

    nodes: tuple[str, ...] = ()
    parent: str | None = None
    pool: str | None = None
    lane_set: str = ""
    scope: str | None = None


class MessageFlow(Element):
    """A message between participants; source and target are pools or nodes."""

    source: str
    target: str
    message: str = ""


class DataItem(Element):
    """A document or a store. A reference (`refers_to`) shows a data object or store in a state."""

    type: DataType = "dataObject"
    state: str = ""
    refers_to: str | None = None
    collection: bool = False
    owner: str | None = None
    parent: str | None = None
    pool: str | None = None


class DataAssociation(Element):
    """Data flowing into (`input`) or out of (`output`) the node `node`."""

    type: Literal["input", "output"]
    node: str
    sources: tuple[str, ...] = ()
    target: str = ""


class Annotation(Element):
    """A text beside the drawing."""

    text: str = ""
    parent: str | None = None
    pool: str | None = None


class Group(Element):
    """A frame around elements. Its name is that of its category value; `members` cite the same category value."""

    members: tuple[str, ...] = ()
    parent: str | None = None
    pool: str | None = None


class Association(Element):
    """A line between an artifact and an element."""

    source: str
    target: str
    direction: Literal["none", "one", "both"] = "none"
    parent: str | None = None
    pool: str | None = None
