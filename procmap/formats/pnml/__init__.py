"""PNML (Petri Net Markup Language, ISO/IEC 15909-2): place/transition nets, each of which becomes a process.

Read as the standard has it and as older drafts and tools write it (namespaces or none, `text` or `value`, ProM's and
pm4py's invisible transitions, WoPeD's operators, roles and sub-processes). What becomes of what:

| PNML | model |
|---|---|
| net | Process, with the property `notation` = `Petri net` |
| transition with a name | task; with a net of its own (WoPeD) a subProcess with what is in it |
| its several inputs, outputs | a parallelGateway before it, behind it |
| silent transition (no name, `tau`, `τ`, `$invisible$`, ProM's mark, an unnamed operator) | a part of a flow; with several inputs or outputs a parallelGateway |
| place | SequenceFlow; where ways meet or part an exclusiveGateway |
| place with a token at first (without any: that nothing leads to) | startEvent, or what it leads to |
| place that nothing leaves | endEvent |
| WoPeD's role | Lane; its unit, trigger and time are properties |
| page, referencePlace, referenceTransition | followed and flattened |
| graphics | Diagram, stretched so that steps have room |

**The runs stay the same.** In a free-choice net (transitions that share an input place share all of them) a process says
exactly what the net says. Where a net says more, that is a finding and what is read is the nearest drawing:
`pnml-not-free-choice` (a choice that other tokens decide), `pnml-weight`, `pnml-tokens`, `pnml-arc-type` (inhibitor,
reset), `pnml-final-marking`, `pnml-source-transition`, `pnml-never-marked`, `pnml-no-marking`, `pnml-no-start`,
`pnml-net-type` (coloured nets). An arc that only tests a place takes the token and puts it back, which is the same.

**Operators of WoPeD are steps** when somebody named them ("decide"): what WoPeD draws as one element, and writes as one
transition for each way through it, is read as one step with the choice behind or before it.

A place's name stands at its flow, gateway or event, unless it only repeats the place's id.
"""  # noqa: E501 - a line of a table cannot be broken

from procmap.formats.document import Format
from procmap.formats.pnml.reader import read, recognises

PNML = Format(name="pnml", suffixes=(".pnml",), recognises=recognises, read=read)

__all__ = ["PNML", "read", "recognises"]
