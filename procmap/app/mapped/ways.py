"""Ways that part, as people write them: one a line."""

from __future__ import annotations

from procmap.editing import Way


def ways_of(text: str) -> tuple[Way, ...]:
    """Return the ways that lines tell, each `condition: step; step`.

    Without a colon a line holds only steps; one with nothing behind its colon goes straight on.
    """
    ways: list[Way] = []
    for line in filter(str.strip, text.splitlines()):
        condition, colon, behind = line.partition(":")
        labels = behind if colon else condition
        steps = tuple(label.strip() for label in labels.split(";") if label.strip())
        ways.append(Way(condition=condition.strip() if colon else "", steps=steps))
    return tuple(ways)
