"""The English sentences of what became of everything that is no step, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # Steps that are drawn as something else.
    "drawn-otherwise": (
        '"{label}" is a {type:element} at {party}, and a {found:element} here. Look whether that is what you mean.'
    ),
    "drawn-otherwise-interrupting": (
        'At {party} and here, only one of the two lets "{label}" interrupt what is going on. Look which is right.'
    ),
    "proposal-frame": (
        "It belongs to a sub-process whose steps are composed with those of the others. Keep that to keep it."
    ),
    "proposal-own": "This is a matter of each process of its own. Fill it in for the common process.",
    "proposal-strictest": "The strictest that anybody says is taken.",
    # What is carried, and says something that the common process does not say.
    "not-taken-name": 'At {party} it is called "{value}". The common process does not say so.',
    "not-taken-type": "At {party} it is drawn as {value:element}. In the common process it is drawn otherwise.",
    "not-taken-condition": 'At {party} the condition is "{value}". The common process has another one, or none.',
    "not-taken-default": (
        "At {party} this way is taken when no other is. In the common process it is not the default way."
    ),
    "not-taken-instantiates": "At {party} a new case starts here. In the common process none does.",
    "not-taken-multiple": "At {party} there are several of this participant. In the common process there is one.",
    "not-taken-message": 'At {party} the message is "{value}". The common process has another one, or none.',
    "not-taken-collection": "At {party} these are several documents. In the common process it is one.",
    "not-taken-direction": "At {party} the arrow of this line points otherwise than in the common process.",
    # What is not in the common process.
    "left-out-flow": (
        'At {party} "{first}" leads to "{second}". In the common process it does not: look at the order of these steps.'
    ),
    "left-out-flow-kept": (
        'At {party} "{first}" leads straight to "{second}". In the common process there is something between them.'
    ),
    "left-out-gateway": (
        'At {party} there is a gateway "{name}" between "{first}" and "{second}". The common process does not part or '
        "join its ways like that."
    ),
    "left-out-lane": (
        'No step of the common process is done by "{name}" of {party}: where that does something, most have {roles}.'
    ),
    "left-out-lane-empty": 'The lane "{name}" of {party} holds no step that is in the common process.',
    "left-out-messageFlow": (
        'The message "{name}" of {party} runs between steps that are in one pool now, so it is not drawn. Say by the '
        "order of steps what it said."
    ),
    "left-out-line": (
        "What a line of {party} leads from or to is not in the common process, so it is not drawn. Look whether it is "
        "missed."
    ),
    "left-out-data": (
        'The document or store "{name}" of {party} is at no step of the common process, so it is not drawn. Look '
        "whether it is missed."
    ),
    "left-out-group": (
        'Nothing of what the group "{name}" of {party} holds is in the common process, so it is not drawn. Look '
        "whether it is missed."
    ),
}
