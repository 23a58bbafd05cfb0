"""What drawings say of themselves, for those who do not see them: all that a picture shows, in words."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "drawing-shows": "The drawing shows {parts:list}.",
    "drawing-shows-nothing": "The drawing is empty.",
    "count-pools": "{count} pools",
    "count-lanes": "{count} lanes",
    # What is said of an element after its kind and name.
    "drawing-on": "on {label}",
    "drawing-next": "goes on to {labels}",
    "drawing-sends": "sends {message} to {label}",
    "drawing-sends-message": "sends a message to {label}",
    "drawing-receives": "receives {message} from {label}",
    "drawing-receives-message": "receives a message from {label}",
    "drawing-uses": "uses {labels:list}",
    "drawing-makes": "makes {labels:list}",
    "drawing-keeps": "keeps data in {labels:list}",
    "drawing-about": "about {labels:list}",
    "drawing-inside": "inside {label}",
    "drawing-lanes": "lanes: {labels:list}",
    # What is said of an element in brackets.
    "drawing-non-interrupting": "does not interrupt",
    "drawing-for-compensation": "is done to undo",
    "drawing-event-sub-process": "started by an event",
    "drawing-closed": "what is inside is not shown",
    "drawing-all-needed": "all are needed",
    "drawing-instantiates": "starts the process",
    "drawing-several": "several",
    # The signs of badges that have no word of their own elsewhere.
    "badge-control": "control",
    "badge-control-lost": "control that would be lost",
    "badge-level": "ROSA level",
    "badge-record": "record rule",
    "badge-common": "common process",
    "badge-proposed": "proposed",
    "badge-confirmed": "confirmed",
    "badge-decided": "decided",
    "badge-conflict": "conflict",
    "badge-moved": "another role",
}
SINGULAR: dict[str, str] = {
    "count-pools": "{count} pool",
    "count-lanes": "{count} lane",
}
