"""Joining what WoPeD writes as several transitions into the one step that it draws.

WoPeD's operators are steps that part or join ways. One that parts ways as either-or is written as a transition for each
way, all with the same name: a case goes through one of them. Told as they stand these would be several steps of one
name. Here they become the step once, with a choice (silent transitions) behind or before it; the runs stay the same.
"""

from __future__ import annotations

from dataclasses import replace

from procmap.formats.free_ids import FreeIds
from procmap.formats.pnml.net import Arc, Net, Place, Transition


def join_operators(net: Net, free: FreeIds) -> Net:
    """Return the net with one transition for each named operator of WoPeD; `free` hands out ids for what is new."""
    groups: dict[str, list[Transition]] = {}
    for transition in net.transitions:
        if transition.operator and not transition.silent:
            groups.setdefault(transition.operator, []).append(transition)
    joining = _Joining(net, free)
    for members in groups.values():
        if len(members) > 1 and len({member.name for member in members}) == 1:
            joining.join(members)
    return joining.result()


class _Joining:
    """Collects what is to be changed, and changes it at once.

    `targets` and `sources`: where arcs into and out of members lead instead; None where they go.
    """

    def __init__(self, net: Net, free: FreeIds) -> None:
        self._net, self._free = net, free
        self._inputs, self._outputs = net.inputs(), net.outputs()
        self._centres = {operator: place for place, operator in net.centres}
        self._steps: dict[str, Transition] = {}
        self._silent: set[str] = set()
        self._places: list[Place] = []
        self._arcs: list[Arc] = []
        self._targets: dict[str, str | None] = {}
        self._sources: dict[str, str | None] = {}
        self._from_centre: dict[tuple[str, str], str] = {}

    def join(self, members: list[Transition]) -> None:
        """Join the members of an operator, where they all part or all join the same ways; else they stay."""
        sources = {member.id: frozenset(arc.source for arc in self._inputs[member.id]) for member in members}
        targets = {member.id: frozenset(arc.target for arc in self._outputs[member.id]) for member in members}
        centre = self._centres.get(members[0].operator, "")
        after = [member for member in members if centre in sources[member.id]]
        before = [member for member in members if centre in targets[member.id]]
        if before and after and len(before) + len(after) == len(members):
            self._around(members, centre, after)
        elif len(set(sources.values())) == 1:
            self._split(members)
        elif len(set(targets.values())) == 1:
            self._merge(members)

    def _step(self, members: list[Transition]) -> str:
        """Put the step before its first member in the order of the net, and return its id."""
        step = replace(members[0], id=self._free.new(members[0].operator), operator="")
        self._steps[members[0].id] = step
        self._silent.update(member.id for member in members)
        return step.id

    def _split(self, members: list[Transition]) -> None:
        """Members with the same inputs: the step takes them, and its way out is chosen behind it."""
        step = self._step(members)
        choice = self._place(f"{step}_choice")
        self._targets |= {member.id: None for member in members} | {members[0].id: step}
        self._arc(step, choice)
        for member in members:
            self._arc(choice, member.id)

    def _merge(self, members: list[Transition]) -> None:
        """Members with the same outputs: any of them leads to the step."""
        step = self._step(members)
        merge = self._place(f"{step}_merge")
        self._sources |= {member.id: None for member in members} | {members[0].id: step}
        self._arc(merge, step)
        for member in members:
            self._arc(member.id, merge)

    def _around(self, members: list[Transition], centre: str, after: list[Transition]) -> None:
        """Members that meet in a place: the step lies behind it, and is followed by the choice."""
        step = self._step(members)
        choice = self._place(f"{step}_choice")
        self._from_centre |= {(centre, member.id): choice for member in after}
        self._arc(centre, step)
        self._arc(step, choice)

    def _place(self, stem: str) -> str:
        self._places.append(Place(id=self._free.new(stem)))
        return self._places[-1].id

    def _arc(self, source: str, target: str) -> None:
        self._arcs.append(Arc(self._free.new(f"{source}_to_{target}"), source, target))

    def result(self) -> Net:
        """Return the changed net."""
        transitions: list[Transition] = []
        for transition in self._net.transitions:
            if transition.id in self._steps:
                transitions.append(self._steps[transition.id])
            silent = transition.id in self._silent
            transitions.append(Transition(id=transition.id, silent=True) if silent else transition)
        arcs: list[Arc] = []
        for arc in self._net.arcs:
            source: str | None = self._from_centre.get((arc.source, arc.target), arc.source)
            source = self._sources.get(arc.source, source)
            target = self._targets.get(arc.target, arc.target)
            if source is not None and target is not None:
                arcs.append(replace(arc, source=source, target=target))
        return replace(
            self._net,
            places=(*self._net.places, *self._places),
            transitions=tuple(transitions),
            arcs=(*arcs, *self._arcs),
        )
