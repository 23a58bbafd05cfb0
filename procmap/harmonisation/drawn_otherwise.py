"""Steps that a party draws as another kind of node than the common process does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import Activity, Finding, Process, Step


def drawn_otherwise(
    common: Process, rows: Rows, sources: Sequence[Source], node_of: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield a note for every step of a party that is another kind of event here, or an event there and work here.

    Other types of tasks are other values, and are told by the proposal.
    """
    steps = {step.id: step for step in common.steps}
    for source in sources:
        for step in source.steps.values():
            row = rows.of_step.get((source.id, step.id))
            node = steps.get(node_of.get(row.id, "")) if row is not None else None
            if node is None or _same_kind(step, node):
                continue
            same_type = step.type == node.type
            params = {"party": source.id, "label": step.name or step.id}
            yield Finding(
                code="drawn-otherwise-interrupting" if same_type else "drawn-otherwise",
                severity="note",
                elements=(node.id,),
                params=params if same_type else {**params, "type": step.type, "found": node.type},
            )


def _same_kind(one: Step, other: Step) -> bool:
    if isinstance(one, Activity) or isinstance(other, Activity):
        return isinstance(one, Activity) and isinstance(other, Activity)
    may_interrupt = one.type in ("boundaryEvent", "startEvent")  # a start of an event sub-process
    return one.type == other.type and (not may_interrupt or one.interrupting == other.interrupting)
