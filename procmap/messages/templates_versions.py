"""The English sentences and words for what differs between versions of one process."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "same-element": "Both have the same id in versions of one file.",
    "same-place": "Both stand between the same steps in variants of one organisation.",
    "difference-structure-only": 'Only {having} has this: {kind:element} "{label}".',
    "difference-structure-other": 'At "{label}" ({kind:element}) this differs: {trait:trait}. {values}.',
    "difference-structure-beyond": (
        'At "{label}" ({kind:element}) tools keep something else in {fields}: {values}.'
    ),
    "difference-structure-redrawn": "These have other ids, and are the same in words and place: {labels:quoted}.",
    "difference-structure-id": (
        "The process has another id. What calls it, and cases that run, go by the id. {values}."
    ),
    "difference-annotation-only": 'Only {having} has this text beside the drawing: "{label}".',
    "difference-annotation-other": 'At "{label}" ({kind:element}) another text is written, {trait:trait}: {values}.',
    "aspect-structure": "The drawing",
    "aspect-annotation": "Texts beside the work",
    # The elements that only versions tell of.
    "element-dataAssociation": "data association", "element-dataObjectReference": "data object",
    "element-dataStoreReference": "data store", "element-dataInput": "data input", "element-dataOutput": "data output",
    # What an element says of itself.
    "trait-name": "name", "trait-documentation": "documentation", "trait-process_name": "name of its process",
    "trait-process_documentation": "documentation of its process", "trait-process": "whether its process is drawn",
    "trait-multiple": "whether it is several", "trait-type": "kind", "trait-ends": "what it joins",
    "trait-parent": "sub-process around it", "trait-pool": "participant", "trait-lane": "lane",
    "trait-attached_to": "what it is attached to", "trait-refers_to": "what it shows",
    "trait-owner": "whose data it is",
    "trait-members": "what is inside", "trait-state": "state", "trait-collection": "whether it is a collection",
    "trait-loop": "repetition", "trait-triggered_by_event": "whether an event starts it",
    "trait-for_compensation": "whether it is done to undo", "trait-called": "process that is called",
    "trait-performers": "performer", "trait-triggers": "trigger", "trait-interrupting": "whether it interrupts",
    "trait-parallel_multiple": "whether all triggers are needed", "trait-instantiates": "whether it starts the process",
    "trait-parallel_events": "whether all events are needed", "trait-condition": "condition",
    "trait-default": "default flow", "trait-message": "message", "trait-direction": "direction",
    "trait-text": "text", "trait-notes": "notes", "trait-responsible": "responsible", "trait-systems": "system",
    "trait-documents_in": "documents in", "trait-documents_out": "documents out", "trait-work_time": "work time",
    "trait-lead_time": "lead time", "trait-deadline": "deadline", "trait-cost": "cost",
    "trait-legal_basis": "legal basis", "trait-channel": "channel", "trait-scales": "scales",
    "trait-attached": "what is attached to the process",
    "truth-yes": "yes", "truth-no": "no",
    # How often, and what an event waits for or throws.
    "definition-standard": "repeated while a condition holds", "definition-parallel": "for each, at the same time",
    "definition-sequential": "for each, one after the other", "definition-message": "message",
    "definition-timer": "timer", "definition-error": "error", "definition-escalation": "escalation",
    "definition-cancel": "cancellation", "definition-compensate": "compensation",
    "definition-conditional": "condition", "definition-link": "link", "definition-signal": "signal",
    "definition-terminate": "termination",
}  # fmt: skip
