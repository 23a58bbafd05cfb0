"""Commands on what is attached to the steps of a process: controls, risks, ROSA levels, record rules, notes."""

from __future__ import annotations

from pydantic import Field

from procmap.model import StepReference
from procmap.model.attached import AttachedValue
from procmap.workspace.command import Command, short
from procmap.workspace.values import AttachedEntry, ProcessEntry
from procmap.workspace.work import Work


class SetAttached(Command):
    """Attach a value to a step of a process (or to the whole process), or change it.

    `value.on` is not looked at: `step` says where it belongs, and is found again after a new import.
    """

    name = "set-attached"
    process: str
    value: AttachedValue = Field(discriminator="kind")
    step: StepReference | None = None

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep it in the place of what the file says."""
        process = work.get(ProcessEntry, self.process)
        content = {**self.value.replace(on=(), guards=()).model_dump(mode="json"), "guards": list(self.value.guards)}
        _put(work, process, self.value.kind, self.value.id, step=self.step, content=content)
        label = self.step.label if self.step else ""
        return {"kind": self.value.kind, "name": short(self.value.name or self.value.id), "step": short(label)}


class RemoveAttached(Command):
    """Take an attached value away."""

    name = "remove-attached"
    process: str
    kind: str
    value_id: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep that it is not there, whatever the file says."""
        process = work.get(ProcessEntry, self.process)
        _put(work, process, self.kind, self.value_id, is_removed=True)
        return {"kind": self.kind, "name": short(self.value_id)}


def _put(
    work: Work,
    process: ProcessEntry,
    kind: str,
    value_id: str,
    *,
    step: StepReference | None = None,
    content: dict[str, object] | None = None,
    is_removed: bool = False,
) -> None:
    before = work.all(AttachedEntry, process=process.id, kind=kind, value_id=value_id)
    made = AttachedEntry(
        id=before[0].id if before else work.new_id(),
        version=before[0].version if before else 0,
        process=process.id,
        kind=kind,
        value_id=value_id,
        step=step,
        content=content or {},
        is_removed=is_removed,
    )
    if not before or before[0] != made:
        work.put(made)
