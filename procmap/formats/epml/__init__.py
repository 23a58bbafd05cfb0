"""EPML (EPC Markup Language): event-driven process chains, each of which becomes a process of its own.

Read as schema 2.0 has it, and in the older spellings that Oryx (for schema 1.2), bflow* and RefMod-Miner write
(Mendling and Nüttgens: EPC markup language, ISeB 4, 2006). What becomes of what:

| EPML | model |
|---|---|
| epc | Process; its epcId is the id, the folder it lies in the property `directory` |
| function | task; with `toProcess` a callActivity |
| event | startEvent (nothing leads to it), endEvent (nothing follows), else intermediateThrowEvent |
| processInterface | callActivity; where the chain begins with it, a startEvent that cites the other process |
| and, or, xor | parallelGateway, inclusiveGateway, exclusiveGateway |
| arc with flow | SequenceFlow |
| role, participant | Lane of the nodes that they are related to; several of one name are one lane |
| application, role of the type "IT system" | a system of the steps it is related to, else of the process (its card) |
| dataField, object | DataItem, with DataAssociations |
| other relations | Association |
| attribute, configuration, defRef, attributes of tools | properties |
| graphics | Diagram |

**Events stay events.** In an EPC an event after a split is mostly the condition of that way ("Yes", "No"). It could be
made the name of the flow; but then an element with an id, a place, a description would be gone, two events in a row
could not be told, and a file would read differently for what its labels mean. So every event is read as an event, a
step like any other, and who wants conditions passes over it. Since an EPC's event is a state and waits for nothing, it
is BPMN's event without a trigger.

**Nothing is mended.** Functions and events with several arcs are findings (`implicit-split`, `implicit-join`); an arc
to nowhere stays a flow. An EPC means either-or by an implicit split, where BPMN means all ways: the process has the
property `notation` = `EPC`, so that whoever reads the process can tell. Names of connectors that only repeat the sign
("x", "∧") are left out. What has no place in the model is counted in findings `not-read`.
"""

from procmap.formats.document import Format
from procmap.formats.epml.reader import read, recognises

EPML = Format(name="epml", suffixes=(".epml",), recognises=recognises, read=read)

__all__ = ["EPML", "read", "recognises"]
