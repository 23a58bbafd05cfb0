"""The English texts around a way of answering that is seen before it is chosen, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "look-choose": "See a way before you choose it",
    "look-first": "See first: {way}",
    "look-working": "Putting the common process together as it would be …",
    "look-banner": "Not decided. This is how the common process would be with: {way}",
    "look-lost": "{count} more attached values would be lost: {names:list}",
    "look-kept": "{count} attached values that would be lost now would be kept: {names:list}",
    "look-law": "It would no longer hold: {law}",
    "look-nothing": "Nothing more than now would be lost, and nothing more that must hold would be broken.",
    "look-decide": "Decide so",
    "look-back": "Back to what is decided",
    "look-anew": "See it with what is typed since",
    "look-needs": "{way}: to see it, fill in the field {field} first.",
    "look-map": "Not decided: the common process as it would be",
}
SINGULAR: dict[str, str] = {
    "look-lost": "One more attached value would be lost: {names:list}",
    "look-kept": "One attached value that would be lost now would be kept: {names:list}",
}
