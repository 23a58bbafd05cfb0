"""What follows from a service as it is now: rows, comparison, common process.

Computed when it is asked for, kept in memory under a fingerprint of all that goes into it, and never stored.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from procmap.alignment import Party, align
from procmap.answers.align import Aligned
from procmap.answers.compare import compare_aligned
from procmap.answers.harmonise import Harmonised
from procmap.answers.picking import Picked
from procmap.harmonisation import harmonise
from procmap.model import BadInput, Confirmations, Decisions
from procmap.workspace.parties import parties_of
from procmap.workspace.values import Service

if TYPE_CHECKING:
    from procmap.comparison import Comparison
    from procmap.language.lexicon import Lexicon
    from procmap.workspace.project import Project
    from procmap.workspace.state import State

R = TypeVar("R")

KEPT = 16
"""Services whose results are kept in memory."""


@dataclass(frozen=True)
class Inputs:
    """All that the results of a service follow from: its processes, what people said of them, and how it is asked.

    `lexicon` holds words over the shipped ones, `keep` goes before what the service says, `override` is why the result
    is ready although something blocks.
    """

    service: Service
    picked: Picked
    confirmations: Confirmations
    decisions: Decisions
    lexicon: Lexicon | None = None
    keep: int | None = None
    override: str = ""


class Derived:
    """The results of a service, each computed when it is first asked for. May be used by several threads.

    `key` is different whenever the results, or what is told of them, may be; `unsigned` only where the results may be:
    who agrees to a decision changes nothing in them. They are taken from `alike`, which has the same `unsigned`.

    `before` are earlier results of the same processes: where the rows are the same, the comparison is that of `before`.
    """

    def __init__(
        self,
        inputs: Inputs,
        key: str = "",
        unsigned: str = "",
        alike: Derived | None = None,
        before: Derived | None = None,
    ) -> None:
        self.key = key
        self.unsigned = unsigned
        self.inputs = inputs
        self._alike = alike
        self._before = before
        self._compared = key
        self._lock = RLock()
        self._results: dict[str, Any] = {}

    @property
    def whole(self) -> Derived:
        """Where the results were computed."""
        return self if self._alike is None else self._alike

    @property
    def is_compared(self) -> bool:
        """Whether the comparison is computed already."""
        return "comparison" in self._results

    @property
    def parties(self) -> tuple[Party, ...]:
        """The processes, sorted by what their parties are called."""
        return self.inputs.picked.parties

    @property
    def aligned(self) -> Aligned:
        """The rows; none while there are fewer than two processes."""
        return self._once("aligned", self._align)

    @property
    def comparison(self) -> Comparison:
        """The differences. Raises BadInput while there are fewer than two processes."""
        return self._once("comparison", self._compare)

    @property
    def compared(self) -> str:
        """The `key` of the results whose comparison this is. Raises BadInput like `comparison`."""
        _ = self.comparison
        return self._compared

    @property
    def harmonised(self) -> Harmonised:
        """The common process."""
        return self._once("harmonised", self._harmonise)

    def _once(self, name: str, compute: Callable[[], R]) -> R:
        # One lock for all results of a service: each needs the one before it. (The lock of `functools.cached_property`
        # of Python 3.11 is that of the class: with one of our own, two threads could wait for each other.)
        with self._lock:
            if name not in self._results:
                self._results[name] = compute()
            found: R = self._results[name]
            return found

    def _align(self) -> Aligned:
        picked, decisions, said = self.inputs.picked, self.inputs.decisions, self.inputs.confirmations
        if self._alike is not None:
            return Aligned(picked, self._alike.aligned.alignment, decisions, said)
        found = None
        if len(picked.parties) > 1:
            found = align(picked.parties, said, decisions, lexicon=self.inputs.lexicon)
        return Aligned(picked, found, decisions, said)

    def _compare(self) -> Comparison:
        if self._alike is not None:
            self._compared = self._alike.compared
            return self._alike.comparison
        before, self._before = self._before, None  # else all that ever was would be kept
        if before is not None and before.aligned.alignment == self.aligned.alignment is not None:
            self._compared = before.compared
            return before.comparison
        found = compare_aligned(self.aligned)
        if found is None:
            raise BadInput("service-too-few", service=self.inputs.service.name)
        return found

    def _harmonise(self) -> Harmonised:
        aligned = self.aligned
        if aligned.alignment is None:
            return Harmonised(aligned, None, None)
        if self._alike is not None:
            return Harmonised(aligned, self.comparison, self._alike.harmonised.result)
        keep = self.inputs.service.keep if self.inputs.keep is None else self.inputs.keep
        result = harmonise(
            aligned.parties,
            aligned.alignment,
            keep,
            self.inputs.decisions,
            self.inputs.override,
            name=self.inputs.service.name,
        )
        return Harmonised(aligned, self.comparison, result)


class Deriver:
    """Gives the results of services, the same ones for the same content."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._kept: OrderedDict[str, Derived] = OrderedDict()

    def derived(self, project: Project, state: State, service: str) -> Derived:
        """Return the results of a service. Raises BadInput when one of its processes cannot be read any more."""
        key = fingerprint(state, service)
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        unsigned = fingerprint(state, service, is_signed=False)
        inputs = inputs_of(project, state, service)
        with self._lock:
            kept = [one.whole for one in reversed(self._kept.values())]
            alike = next((one for one in kept if one.unsigned == unsigned), None)
            parties = inputs.picked.parties
            before = next((one for one in kept if one.is_compared and one.parties == parties), None)
            made = self._kept.setdefault(key, Derived(inputs, key, unsigned, alike, before))
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made


def inputs_of(project: Project, state: State, service: str) -> Inputs:
    """Return what the results of a service follow from. Raises BadInput when a process cannot be read any more."""
    parties = parties_of(project, state, service)
    called = state.service(service)
    picked = Picked(
        tuple(party for party, _ in parties), tuple(source for _, source in parties), (), service=called.name
    )
    return Inputs(
        called,
        picked,
        state.confirmations_of(service),
        state.decisions_of(service),
        override=state.override_of(service),
    )


def fingerprint(state: State, service: str, *, is_signed: bool = True) -> str:
    """Return what is different whenever the results of a service may be: a hash of all that goes into them.

    Unless `is_signed`, who agrees to decisions is left out of it.
    """
    decisions = state.decisions_of(service)
    if not is_signed:
        decisions = Decisions(decisions=tuple(one.replace(agreed=(), dissent=()) for one in decisions.decisions))
    digest = hashlib.sha256()
    processes = [one for one in state.processes if one.service == service]
    owners = {one.organisation for one in processes}
    parts: list[object] = [
        state.service(service).name,
        state.service(service).keep,
        state.override_of(service),
        [(one.id, one.name, one.letter, one.is_reference) for one in state.organisations if one.id in owners],
        [one.model_dump_json(exclude={"version"}) for one in processes],
        [one.model_dump_json() for one in state.attached if one.process in {each.id for each in processes}],
        state.confirmations_of(service).model_dump_json(),
        decisions.model_dump_json(),
    ]
    digest.update(repr(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
