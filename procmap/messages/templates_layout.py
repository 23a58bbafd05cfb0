"""What is told of drawings that were completed."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "drawing-completed": (
        "{count} elements have no place in the drawing of the file, and were placed beside the others. Move them in "
        "your modelling tool if they should lie elsewhere."
    ),
}

SINGULAR: dict[str, str] = {
    "drawing-completed": (
        "{count} element has no place in the drawing of the file, and was placed beside the others. Move it in your "
        "modelling tool if it should lie elsewhere."
    ),
}
