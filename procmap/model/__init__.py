"""What a process is, and every value that can be attached to it.

Plain immutable values, equal by content. This room imports nothing of procmap.
"""

from procmap.model.attached import (
    Attached,
    AttachedValue,
    ChecklistAnswer,
    Control,
    ControlOutcome,
    Note,
    RecordRule,
    Risk,
    RosaAssessment,
    Scale,
    ScaleCell,
    ScaleLevel,
)
from procmap.model.card import Indicator, ProcessCard, Stakeholder
from procmap.model.decisions import Confirmations, Decision, Decisions
from procmap.model.diagram import Bounds, Diagram, Edge, Point, Shape
from procmap.model.elements import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Element,
    Event,
    FlowNode,
    Gateway,
    Group,
    Lane,
    Loop,
    MessageFlow,
    Node,
    Pool,
    Property,
    Responsibility,
    SequenceFlow,
    Step,
    StepDetails,
    Trigger,
)
from procmap.model.findings import BadInput, Finding, Severity
from procmap.model.index import Index, unique
from procmap.model.measures import Cost, Deadline, Duration, total
from procmap.model.process import Process, replace_element
from procmap.model.serialisation import from_json, to_json
from procmap.model.tracing import Fate, Origin, StepReference
from procmap.model.validation import validate

__all__ = [
    "Activity", "Annotation", "Association", "Attached", "AttachedValue", "BadInput", "Bounds", "ChecklistAnswer",
    "Confirmations", "Control", "ControlOutcome", "Cost", "DataAssociation", "DataItem", "Deadline", "Decision",
    "Decisions", "Diagram", "Duration", "Edge", "Element", "Event", "Fate", "Finding", "FlowNode", "Gateway", "Group",
    "Index", "Indicator", "Lane", "Loop", "MessageFlow", "Node", "Note", "Origin", "Point", "Pool", "Process",
    "ProcessCard", "Property", "RecordRule", "Responsibility", "Risk", "RosaAssessment", "Scale", "ScaleCell",
    "ScaleLevel", "SequenceFlow", "Severity", "Shape", "Stakeholder", "Step", "StepDetails", "StepReference", "Trigger",
    "from_json", "replace_element", "to_json", "total", "unique", "validate",
]  # fmt: skip
