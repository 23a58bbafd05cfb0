"""A place/transition net as a file has it: pages flattened, references followed, arcs of weight one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from procmap.model import Bounds, Point, Property


@dataclass(frozen=True)
class Place:
    """A place; `marked`: it holds a token at first, `final`: it does in the end (where the file says so)."""

    id: str
    name: str = ""
    documentation: tuple[str, ...] = ()
    marked: bool = False
    final: bool = False
    bounds: Bounds | None = None


@dataclass(frozen=True)
class Transition:
    """A transition; `silent`: its firing is not seen, it only leads on. `role` is who does it.

    WoPeD draws an `operator` as one element, and writes a transition for each way through it.
    """

    id: str
    name: str = ""
    documentation: tuple[str, ...] = ()
    silent: bool = False
    role: str = ""
    properties: tuple[Property, ...] = ()
    operator: str = ""
    bounds: Bounds | None = None
    inside: Net | None = None


@dataclass(frozen=True)
class Arc:
    """An arc from a place to a transition or the other way; `bends` are its corners in the drawing."""

    id: str
    source: str
    target: str
    bends: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Net:
    """A net, in the order of the file. No two arcs lead from the same node to the same node.

    `centres`: ids of the places in the middle of an operator, with the operator's id.
    """

    places: tuple[Place, ...]
    transitions: tuple[Transition, ...]
    arcs: tuple[Arc, ...]
    centres: tuple[tuple[str, str], ...] = ()

    def members(self) -> tuple[Place | Transition, ...]:
        """Return the places, then the transitions."""
        return (*self.places, *self.transitions)

    def inputs(self) -> dict[str, list[Arc]]:
        """Return the arcs into each place and transition."""
        found: dict[str, list[Arc]] = {node.id: [] for node in self.members()}
        for arc in self.arcs:
            found[arc.target].append(arc)
        return found

    def outputs(self) -> dict[str, list[Arc]]:
        """Return the arcs out of each place and transition."""
        found: dict[str, list[Arc]] = {node.id: [] for node in self.members()}
        for arc in self.arcs:
            found[arc.source].append(arc)
        return found

    def with_inside(self, transition: str, inside: Net) -> Net:
        """Return the net in which a transition is refined by the net `inside`."""
        refined = tuple(replace(each, inside=inside) if each.id == transition else each for each in self.transitions)
        return replace(self, transitions=refined)
