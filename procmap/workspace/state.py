"""Everything that a project holds, at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from sqlalchemy import Connection

from procmap.model import BadInput, Scale
from procmap.model.decisions import Confirmations, Decision, Decisions, Dissent, Part
from procmap.model.value import Value
from procmap.workspace.values import (
    AttachedEntry,
    Cause,
    Confirmation,
    DecisionEntry,
    Note,
    Organisation,
    ProcessEntry,
    Record,
    ScaleEntry,
    Service,
    Setting,
    SignOff,
    override_setting,
)
from procmap.workspace.work import read_all

R = TypeVar("R", bound=Record)


class State(Value):
    """All records of a project, each kind in the order in which it was made; `version` is the number of the state."""

    version: int
    organisations: tuple[Organisation, ...] = ()
    services: tuple[Service, ...] = ()
    processes: tuple[ProcessEntry, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    decisions: tuple[DecisionEntry, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    causes: tuple[Cause, ...] = ()
    notes: tuple[Note, ...] = ()
    attached: tuple[AttachedEntry, ...] = ()
    scales: tuple[ScaleEntry, ...] = ()
    settings: tuple[Setting, ...] = ()

    def setting(self, name: str, default: str = "") -> str:
        """Return the value of a setting."""
        return next((one.value for one in self.settings if one.id == name), default)

    def organisation(self, key: str) -> Organisation:
        """Return an organisation by its id. Raises BadInput when it is not there any more."""
        return _by_id(self.organisations, key)

    def service(self, key: str) -> Service:
        """Return a service by its id. Raises BadInput when it is not there any more."""
        return _by_id(self.services, key)

    def process(self, key: str) -> ProcessEntry:
        """Return a process by its id. Raises BadInput when it is not there any more."""
        return _by_id(self.processes, key)

    def service_called(self, name: str) -> Service:
        """Return the service of a name; without a name the only one. Raises BadInput when there is none, or several."""
        found = [one for one in self.services if not name or name in (one.name, one.id)]
        if len(found) == 1:
            return found[0]
        known = ", ".join(one.name for one in self.services)
        if not self.services:
            raise BadInput("project-empty")
        raise BadInput("no-such-service" if name else "several-services", wanted=name, known=known)

    def processes_of(self, service: str) -> Iterator[ProcessEntry]:
        """Yield the processes of a service."""
        return (one for one in self.processes if one.service == service)

    def confirmations_of(self, service: str) -> Confirmations:
        """Return what people said of the alignment of a service."""
        said = [one for one in self.confirmations if one.service == service]
        return Confirmations(
            same=tuple(one.steps for one in said if one.kind == "same"),
            part_of=tuple(Part(part=one.steps[0], whole=one.steps[1]) for one in said if one.kind == "part_of"),
            apart=tuple((one.steps[0], one.steps[1]) for one in said if one.kind == "apart"),
            alone=tuple(one.steps[0] for one in said if one.kind == "alone"),
        )

    def decisions_of(self, service: str) -> Decisions:
        """Return the decisions on a service in their order, each with the sign-offs that it has."""
        entries = sorted((one for one in self.decisions if one.service == service), key=lambda one: one.place)
        return Decisions(decisions=tuple(self._signed(one) for one in entries))

    def _signed(self, entry: DecisionEntry) -> Decision:
        decision = entry.decision
        for one in self.sign_offs:
            if one.decision != entry.id:
                continue
            name = self.organisation(one.organisation).name
            agreed = [each for each in decision.agreed if each != name]
            dissent = [each for each in decision.dissent if each.organisation != name]
            if one.agrees:
                agreed.append(name)
            else:
                dissent.append(Dissent(organisation=name, why=one.why))
            dissent.sort(key=lambda each: each.organisation)
            decision = decision.replace(agreed=tuple(sorted(agreed)), dissent=tuple(dissent))
        return decision

    def override_of(self, service: str) -> str:
        """Return why a common process is called ready although something blocks; empty where nobody calls it so."""
        return self.setting(override_setting(service))

    def all_scales(self) -> tuple[Scale, ...]:
        """Return the scales of the project."""
        return tuple(Scale.model_validate(one.content) for one in self.scales)


_FIELDS: dict[str, type[Record]] = {
    "organisations": Organisation,
    "services": Service,
    "processes": ProcessEntry,
    "confirmations": Confirmation,
    "decisions": DecisionEntry,
    "sign_offs": SignOff,
    "causes": Cause,
    "notes": Note,
    "attached": AttachedEntry,
    "scales": ScaleEntry,
    "settings": Setting,
}


def read_state(connection: Connection, version: int) -> State:
    """Return all records as they are in this transaction."""
    return State(version=version, **{field: read_all(connection, kind) for field, kind in _FIELDS.items()})


def _by_id(records: tuple[R, ...], key: str) -> R:
    for record in records:
        if record.id == key:
            return record
    raise BadInput("record-gone", kind=type(records[0]).__name__ if records else "")
