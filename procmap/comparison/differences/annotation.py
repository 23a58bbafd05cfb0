"""`annotation`: what is written beside the work: the texts of annotations and notes, and documentation.

Told between variants of one organisation only (see `structure`): organisations never write the same.
"""

from __future__ import annotations

from procmap.model import Annotation, Element

TEXTS = frozenset(("documentation", "process_documentation", "text", "notes"))
"""The traits that are texts beside the work."""


def is_text(element: Element) -> bool:
    """Tell whether an element is nothing but a text beside the work."""
    return isinstance(element, Annotation)
