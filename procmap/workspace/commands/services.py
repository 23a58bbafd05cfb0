"""Commands on the services of a project."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from procmap.model import BadInput
from procmap.workspace.command import Command, given_name, short
from procmap.workspace.commands.processes import remove_process
from procmap.workspace.values import (
    Cause,
    Confirmation,
    DecisionEntry,
    Note,
    ProcessEntry,
    Record,
    Role,
    Service,
    Setting,
    SignOff,
    override_setting,
)
from procmap.workspace.work import Work

MOST_OF_A_REASON = 2000
"""Letters of the reason why something is ready all the same: it stands on the title page of the report."""


class AddService(Command):
    """Add a service that the organisations perform."""

    name = "add-service"
    called: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Add it. Raises BadInput when one is called the same."""
        return {"name": short(add_service(work, self.called).name)}


class ChangeService(Command):
    """Change what is said of a service; `service` as it was looked at, with what is new."""

    name = "change-service"
    service: Service

    def apply(self, work: Work) -> dict[str, str | int]:
        """Put it in the place of what it was. Raises BadInput when another is called the same, or a date is none."""
        called = given_name(self.service.name, "service")
        _free(work, called, but=self.service.id)
        if self.service.next_workshop:
            try:
                date.fromisoformat(self.service.next_workshop)
            except ValueError:
                raise BadInput("not-a-date", given=short(self.service.next_workshop)) from None
        work.put(self.service.replace(name=called))
        return {"name": short(called)}


class RemoveService(Command):
    """Take a service away with all that was said of it."""

    name = "remove-service"
    service: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Take it away; undoing brings everything back."""
        found = work.get(Service, self.service)
        kinds: tuple[type[Record], ...] = (Note, Cause, Confirmation)
        for entry in work.all(DecisionEntry, service=found.id):
            for sign_off in work.all(SignOff, decision=entry.id):
                work.remove(sign_off)
            work.remove(entry)
        for kind in kinds:
            for record in work.all(kind, service=found.id):
                work.remove(record)
        _say_why(work, found, "")
        for process in work.all(ProcessEntry, service=found.id):
            remove_process(work, process)
        work.remove(found)
        return {"name": short(found.name)}


class CallReady(Command):
    """Call the common process of a service ready although something blocks, and say why; with no reason, no longer."""

    name = "call-ready"
    needs: ClassVar[Role] = "facilitator"
    service: str
    reason: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep the reason. It stands in the report. Raises BadInput when the reason is too long."""
        found = work.get(Service, self.service)
        reason = " ".join(self.reason.split())
        if len(reason) > MOST_OF_A_REASON:
            raise BadInput("note-too-long", most=MOST_OF_A_REASON)
        _say_why(work, found, reason)
        return {"service": short(found.name), "reason": short(reason)}


def _say_why(work: Work, service: Service, reason: str) -> None:
    key = override_setting(service.id)
    before = work.find(Setting, key)
    if before is not None and not reason:
        work.remove(before)
    elif reason:
        work.put(Setting(id=key, version=before.version if before else 0, value=reason))


def add_service(work: Work, called: str) -> Service:
    """Add a service. Raises BadInput when one is called the same."""
    name = given_name(called, "service")
    _free(work, name)
    return work.put(Service(id=work.new_id(), name=name))


def _free(work: Work, name: str, but: str = "") -> None:
    if any(one.id != but and one.name.casefold() == name.casefold() for one in work.all(Service)):
        raise BadInput("name-taken", field="service", name=short(name))
