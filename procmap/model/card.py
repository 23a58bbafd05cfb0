"""The process card: what is known of a process as a whole."""

from __future__ import annotations

from typing import Literal

from procmap.model.value import Value

ProcessState = Literal["as-is", "to-be", "common"]
ProcessKind = Literal["core", "support", "management"]
Sensitivity = Literal["open", "internal", "restricted"]
StakeholderRole = Literal["delivers", "receives", "other"]


class Stakeholder(Value):
    """Somebody the process matters to, and why."""

    name: str
    role: StakeholderRole = "other"
    interest: str = ""


class Indicator(Value):
    """How it is seen whether the process does what it is for. Values are texts: series have many forms."""

    name: str
    area: str = ""
    unit: str = ""
    baseline: str = ""
    baseline_date: str = ""
    target: str = ""
    actual: str = ""
    source: str = ""
    responsible: str = ""
    goals: tuple[str, ...] = ()


class ProcessCard(Value):
    """What is known of one process as a whole. Owner, leader and recipient are roles, never persons."""

    name: str = ""
    organisation: str = ""
    variant: str = ""
    state: ProcessState = "as-is"
    kind: ProcessKind = "core"
    owner: str = ""
    leader: str = ""
    recipient: str = ""
    stakeholders: tuple[Stakeholder, ...] = ()
    value: str = ""
    trigger: str = ""
    result: str = ""
    systems: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    volume_per_year: int | None = None
    valid_from: str = ""
    approved_by: str = ""
    version: str = ""
    sensitivity: Sensitivity | None = None
    indicators: tuple[Indicator, ...] = ()
    source_fingerprint: str = ""
