"""The English sentences of the formats that processes are exchanged in: PNML in, DOT out, ids in BPMN."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "not-pnml": '{source}: this is not PNML: its root is "{root}", not "pnml". Export it again as PNML.',
    "pnml-no-net": "{source}: the file holds no net. Export the net itself, not only what belongs to its tool.",
    "pnml-net-type": (
        'The net {process} is of the type "{type}", and was read as if all its tokens were alike. Check its choices: '
        "what tokens carry and what arcs ask for has no place in a process."
    ),
    "pnml-not-free-choice": (
        "In the net {process}, whether {transitions} can happen depends on more than one of the places {places}, so "
        "that no gateway says the same. It was read as a choice at each place: check the process there, or draw the "
        "choice at one place."
    ),
    "pnml-weight": (
        "The arc from {source} to {target} takes or gives {weight} tokens, and was read as one. Check what is done "
        "several times there, and draw it as a loop or as several steps."
    ),
    "pnml-tokens": (
        'In the net {process}, the place "{place}" holds {tokens} tokens at first, and was read as holding one. Draw '
        "the process of one case."
    ),
    "pnml-arc-type": (
        "The arc from {source} to {target} is of the type {type}, which a process does not know, and was left out. "
        "Check when the step may happen, and draw a gateway that says so."
    ),
    "pnml-bad-arc": (
        'The arc {id} leads from "{source}" to "{target}", which are not a place and a transition of one net, and was '
        "not read. Draw it again."
    ),
    "pnml-final-marking": (
        'In the net {process}, a case may end at the place "{place}" though more can follow, which a process cannot '
        "say. Draw the choice to end there."
    ),
    "pnml-source-transition": (
        'In the net {process}, nothing leads to "{name}", which can therefore happen at any time. It was read as '
        "happening once, at the start: draw a place before it."
    ),
    "pnml-never-marked": (
        'In the net {process}, the place "{place}" never gets a token, so what comes after it never happens. Give it a '
        "token at the start, or delete it."
    ),
    "pnml-no-marking": (
        "The net {process} does not say where it starts, and it could start at {count} places. Each became a start "
        "event: give the places where a case starts a token."
    ),
    "pnml-no-start": (
        "The net {process} does not say where it starts, and something leads to every place. Give the place where a "
        "case starts a token."
    ),
    "bpmn-ids-changed": (
        "{count} elements have ids that BPMN does not allow, such as numbers, and got new ones. Nothing else of them "
        "changed: find them by their names."
    ),
    "bpmn-drawn-anew": (
        "{count} drawings show no place for some lanes, steps or flows, and were made anew. Move what should lie "
        "elsewhere in your modelling tool."
    ),
    "dot-no-attached": (
        "{count} controls, risks, service levels, record rules and notes are not in the file, which only draws the "
        "process. Keep them in BPMN or JSON as well."
    ),
    "dot-no-details": (
        "{count} elements have documentation, details or properties, which are not in the file. Keep them in BPMN or "
        "JSON as well."
    ),
    "dot-no-card": (
        "{count} processes have documentation, properties, a card, scales or decisions, which are not in the file. "
        "Keep them in BPMN or JSON as well."
    ),
    "dot-no-group": (
        "{count} groups were not drawn, since Graphviz draws no frame across others. Use lanes or sub-processes, if "
        "they matter here."
    ),
    "dot-one-lane": "{count} steps lie in several lanes, and were drawn in the first. Check who does them.",
    "dot-loose-end": (
        "{count} lines end at another line or at nothing, and were not drawn. Look at them in your modelling tool."
    ),
    "dot-no-coordinates": (
        "The file had {count} drawings, and their places are not in the file: Graphviz lays the process out itself. "
        "Use procmap draw to see it as it was drawn."
    ),
    "no-graphviz": (
        "There is no Graphviz here to draw the picture. Install it, or the Python package pygraphviz, or write a .dot "
        "file and draw that elsewhere."
    ),
    "graphviz-failed": "Graphviz could not draw the picture: {detail}. Write a .dot file, and look at it in parts.",
}

SINGULAR: dict[str, str] = {
    "pnml-no-marking": (
        "The net {process} does not say where it starts, and it could start at {count} place, which became a start "
        "event. Give the place where a case starts a token."
    ),
    "bpmn-ids-changed": (
        "{count} element has an id that BPMN does not allow, such as a number, and got a new one. Nothing else of it "
        "changed: find it by its name."
    ),
    "bpmn-drawn-anew": (
        "{count} drawing shows no place for some lanes, steps or flows, and was made anew. Move what should lie "
        "elsewhere in your modelling tool."
    ),
    "dot-no-attached": (
        "{count} control, risk, service level, record rule or note is not in the file, which only draws the process. "
        "Keep it in BPMN or JSON as well."
    ),
    "dot-no-details": (
        "{count} element has documentation, details or properties, which are not in the file. Keep them in BPMN or "
        "JSON as well."
    ),
    "dot-no-card": (
        "{count} process has documentation, properties, a card, scales or decisions, which are not in the file. Keep "
        "them in BPMN or JSON as well."
    ),
    "dot-no-group": (
        "{count} group was not drawn, since Graphviz draws no frame across others. Use lanes or sub-processes, if it "
        "matters here."
    ),
    "dot-one-lane": "{count} step lies in several lanes, and was drawn in the first. Check who does it.",
    "dot-loose-end": (
        "{count} line ends at another line or at nothing, and was not drawn. Look at it in your modelling tool."
    ),
    "dot-no-coordinates": (
        "The file had {count} drawing, and its places are not in the file: Graphviz lays the process out itself. Use "
        "procmap draw to see it as it was drawn."
    ),
}
"""The sentences for a `count` of 1."""
