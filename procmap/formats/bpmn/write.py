"""Writing processes as a new BPMN 2.0 file, with a diagram for every process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.bpmn.blocks import with_blocks
from procmap.formats.bpmn.build import build
from procmap.formats.bpmn.mirror import mirror_of
from procmap.layout import place as place_anew
from procmap.layout.planes import complete_planes
from procmap.model import Gateway
from procmap.model.process import ELEMENT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from procmap.formats.document import Platform
    from procmap.formats.measure_texts import Language
    from procmap.model import DataItem, Diagram, Process


def write(
    processes: Iterable[Process],
    diagrams: Iterable[Diagram] = (),
    language: Language = "en",
    platform: Platform | None = None,
) -> bytes:
    """Return a BPMN 2.0 file (UTF-8) that holds the processes.

    `language`: of the lines in the documentation that tell what is known of a step beyond BPMN; `platform`: whose
    properties tell it too. What the given diagrams show keeps its coordinates, and what they leave out is placed
    beside it; a process that none of them shows is laid out anew.
    """
    from lxml import etree

    processes = tuple(processes)
    told = [with_blocks(process, language) for process in processes]
    mirrors = [mirror_of(process, platform, language) for process in processes] if platform is not None else []
    root = build(told, drawings(processes, diagrams), mirrors)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def drawings(processes: Sequence[Process], diagrams: Iterable[Diagram]) -> list[tuple[Diagram, tuple[int, ...]]]:
    """Return the diagrams to write, each with the numbers of the processes that it shows.

    They are those given, without what no process has any more and with what they leave out; and a new one for each
    process that none of them shows. A given diagram of several processes is completed where these share no ids; else
    the processes that it does not show whole are drawn anew.
    """
    elements = _elements(processes)
    diagrams = completed(processes, tuple(diagrams))
    kept, anew = kept_drawings(processes, diagrams)
    cleaned = [(_cleaned(diagram, shown, processes, elements), shown) for diagram, shown in kept]
    return cleaned + [(_drawing(processes[number]), (number,)) for number in anew]


def completed(
    processes: Sequence[Process], diagrams: Sequence[Diagram], *, edited: bool = False
) -> tuple[Diagram, ...]:
    """Return diagrams with what they leave out of the processes that they show.

    `edited`: the processes are not those that were drawn, so that what lies outside its lane gets a new place.
    """
    elements = _elements(processes)
    shown = [_shown(diagram, processes, elements) for diagram in diagrams]
    made = list(diagrams)
    for numbers in _together(shown):
        own = [place for place, there in enumerate(shown) if set(there) & set(numbers)]
        parts = [processes[number] for number in numbers]
        drawn = set().union(*(_drawn(diagrams[place]) for place in own))
        keys = [element.id for part in parts for element in part.elements()]
        if len(set(keys)) < len(keys) or all(_must_be_drawn(part) <= drawn for part in parts):
            continue
        whole = parts[0] if len(parts) == 1 else _joined(parts)
        unseen = _lines_unseen(whole)
        planes = complete_planes(whole, [diagrams[at] for at in own], place_anew, None if edited else ())
        for place, diagram in zip(own, planes, strict=True):
            known = {edge.element for edge in diagrams[place].edges}
            edges = tuple(edge for edge in diagram.edges if edge.element in known or edge.element not in unseen)
            made[place] = diagram.replace(edges=edges)
    return tuple(made)


def seen_in_bpmn(processes: Sequence[Process], diagrams: Sequence[Diagram]) -> tuple[Diagram, ...]:
    """Return the diagrams of another format without the lines that end where BPMN viewers draw nothing."""
    unseen = set().union(*map(_lines_unseen, processes))
    return tuple(
        diagram.replace(edges=tuple(edge for edge in diagram.edges if edge.element not in unseen))
        for diagram in diagrams
    )


def _together(shown: Iterable[Sequence[int]]) -> list[list[int]]:
    """Return the numbers of processes that share diagrams, directly or over others, group by group."""
    groups: list[set[int]] = []
    for numbers in filter(None, shown):
        met = [group for group in groups if group & set(numbers)]
        groups = [group for group in groups if group not in met] + [set(numbers).union(*met)]
    return [sorted(group) for group in groups]


def _joined(processes: Sequence[Process]) -> Process:
    """Return several processes as one, to be drawn together."""
    return processes[0].replace(
        **{field: tuple(item for part in processes for item in getattr(part, field)) for field in ELEMENT_FIELDS}
    )


def _elements(processes: Iterable[Process]) -> list[set[str]]:
    return [{element.id for element in process.elements()} for process in processes]


def kept_drawings(
    processes: Sequence[Process], diagrams: Iterable[Diagram]
) -> tuple[list[tuple[Diagram, tuple[int, ...]]], list[int]]:
    """Return the given diagrams that show processes whole, and the numbers of the processes that are drawn anew."""
    elements = _elements(processes)
    kept = [(diagram, shown) for diagram in diagrams if (shown := _shown(diagram, processes, elements))]
    anew: set[int] = set()
    while True:
        drawn: list[set[str]] = [set() for _ in processes]
        for diagram, shown in kept:
            for number in shown:
                drawn[number] |= _drawn(diagram)
        missing = {n for n, process in enumerate(processes) if not _must_be_drawn(process) <= drawn[n]}
        if missing <= anew:
            break
        anew |= missing
        kept = [(diagram, shown) for diagram, shown in kept if anew.isdisjoint(shown)]
    return kept, sorted(anew)


def _drawing(process: Process) -> Diagram:
    """Return a new drawing, without the lines that end where viewers draw nothing.

    In BPMN a data object or store is seen through its references, and lanes are no ends: bpmn-js warns of such lines.
    It draws associations before message flows, and so warns of those that end on one.
    """
    diagram = place_anew(process)
    unseen = _lines_unseen(process)
    return diagram.replace(edges=tuple(edge for edge in diagram.edges if edge.element not in unseen))


def _lines_unseen(process: Process) -> set[str]:
    unseen = {lane.id for lane in process.lanes} | {item.id for item in process.data if not _is_seen(item)}
    late = {flow.id for flow in process.message_flows}
    lines = {line.id for line in process.associations if {line.source, line.target} & (unseen | late)}
    gateways = {node.id for node in process.nodes if isinstance(node, Gateway)}  # BPMN lets these have no data
    links = process.data_associations
    return lines | {link.id for link in links if link.node in gateways or {*link.sources, link.target} & unseen}


def _is_seen(item: DataItem) -> bool:
    return item.type.endswith("Reference") or (item.type in ("dataInput", "dataOutput") and item.owner is None)


def _shown(diagram: Diagram, processes: Sequence[Process], elements: Sequence[set[str]]) -> tuple[int, ...]:
    """Return the numbers of the processes that a diagram shows: first the one whose plane it is."""
    owner = [n for n, process in enumerate(processes) if _is_plane(diagram.plane, process, elements[n])][:1]
    others = _drawn(diagram).difference(*(elements[n] for n in owner))
    return (*owner, *(n for n in range(len(processes)) if n not in owner and elements[n] & others))


def _is_plane(plane: str, process: Process, elements: set[str]) -> bool:
    return plane == process.id or plane in elements or any(plane == pool.process for pool in process.pools)


def _cleaned(
    diagram: Diagram, shown: Sequence[int], processes: Sequence[Process], elements: Sequence[set[str]]
) -> Diagram:
    """Return a diagram of what there is, and on a plane that there is."""
    there = set().union(*(elements[number] for number in shown))
    plane = diagram.plane
    if not any(_is_plane(plane, processes[number], elements[number]) for number in shown):
        plane = processes[shown[0]].id
    return diagram.replace(
        plane=plane,
        shapes=tuple(shape for shape in diagram.shapes if shape.element in there),
        edges=tuple(edge for edge in diagram.edges if edge.element in there and len(edge.waypoints) > 1),
    )


def _drawn(diagram: Diagram) -> set[str]:
    """Return what is drawn in a diagram; some tools write an edge without points."""
    shapes = {shape.element for shape in diagram.shapes}
    return shapes | {edge.element for edge in diagram.edges if len(edge.waypoints) > 1}


def _must_be_drawn(process: Process) -> set[str]:
    """Return the ids of all that a reader would miss in a drawing: steps, gateways, roles and the order of work.

    A flow from or to nothing can't be drawn.
    """
    fields = (process.pools, process.lanes, process.nodes)
    wanted = {element.id for items in fields for element in items}
    ends = wanted | {element.id for element in process.elements()}
    lines = [(flow.id, flow.source, flow.target) for flow in process.flows]
    lines += [(flow.id, flow.source, flow.target) for flow in process.message_flows]
    return wanted | {key for key, source, target in lines if source in ends and target in ends}
