"""Citing a step so that it can be found again, after its file was edited or its ids were made anew."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from procmap.behaviour.graph import FlowGraph
from procmap.model import Process, Step, StepReference


def normalised_label(label: str) -> str:
    """Return what two labels have in common when they differ in case, in white space, or in how Unicode writes them.

    Canonical caseless matching (Unicode standard, D145), composed again.
    """
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", label).casefold())
    return unicodedata.normalize("NFC", " ".join(folded.split()))


class References:
    """Makes and resolves references to the steps of one process; look-ups are made once."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self._graph = FlowGraph(process)
        self._steps: dict[str, Step] = {step.id: step for step in process.steps}
        self._unnamed = frozenset(step.id for step in process.steps if not normalised_label(step.name))
        self._labelled: dict[str, list[Step]] = {}
        for step in process.steps:
            self._labelled.setdefault(normalised_label(step.name), []).append(step)

    @property
    def steps(self) -> Collection[str]:
        """The ids of the steps."""
        return self._steps.keys()

    def make(self, step: str, organisation: str | None = None, variant: str | None = None) -> StepReference:
        """Return a reference to a step, with the labels of its named neighbours; what has no name is passed over.

        `organisation` and `variant` are those of the process card where they are not given. Raises KeyError when the
        process has no step of that id.
        """
        card = self.process.card
        return StepReference(
            organisation=card.organisation if organisation is None else organisation,
            variant=card.variant if variant is None else variant,
            process=self.process.id,
            step=step,
            label=self._steps[step].name,
            before=self._labels(self._graph.predecessors(step, self._unnamed)),
            after=self._labels(self._graph.successors(step, self._unnamed)),
        )

    def resolve(self, reference: StepReference) -> str | None:
        """Return the id of the step that a reference cites, or None when that is not certain and has to be asked.

        It is the step of the same id, if it has the same label (normalised); else the only step with that label that
        has a neighbour in common with the reference, on the same side.
        """
        label = normalised_label(reference.label)
        same = self._steps.get(reference.step)
        if same is not None and normalised_label(same.name) == label:
            return same.id
        before = {normalised_label(name) for name in reference.before}
        after = {normalised_label(name) for name in reference.after}
        found = [
            step.id
            for step in self._labelled.get(label, ())
            if before & self._normalised(self._graph.predecessors(step.id, self._unnamed))
            or after & self._normalised(self._graph.successors(step.id, self._unnamed))
        ]
        return found[0] if len(found) == 1 else None

    def _labels(self, steps: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._steps[step].name for step in steps))

    def _normalised(self, steps: tuple[str, ...]) -> set[str]:
        return {normalised_label(self._steps[step].name) for step in steps}


def make_reference(
    process: Process, step: str, organisation: str | None = None, variant: str | None = None
) -> StepReference:
    """Return a reference to one step (see `References.make`; for many steps make one `References`)."""
    return References(process).make(step, organisation, variant)


def resolve(reference: StepReference, process: Process) -> str | None:
    """Return the id of the step a reference cites, or None (see `References.resolve`)."""
    return References(process).resolve(reference)
