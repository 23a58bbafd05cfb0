"""Pictures in a dark page: rules that give each colour of the light theme what the dark one has in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from procmap.drawing.palette import COLOURS, COMMON
from procmap.drawing.theme import DARK, LIGHT


def in_the_dark() -> Mapping[str, str]:
    """Return the dark colour of every colour that a light picture is painted with."""
    light, dark = asdict(LIGHT), asdict(DARK)
    found = {light[name]: dark[name] for name in light if name != "dashes"}
    found.update(zip(COLOURS["light"], COLOURS["dark"], strict=True))
    found[COMMON["light"]] = COMMON["dark"]
    return found


def dark_rules() -> str:
    """Return the style sheet that makes the pictures of a page dark where its reader wants dark pages; not on paper."""
    rules = [
        f'.picture [{what}="{light}"] {{ {what}: {dark}; }}'
        for light, dark in in_the_dark().items()
        for what in ("fill", "stroke")
    ]
    paper, ink = in_the_dark()[LIGHT.paper], in_the_dark()[LIGHT.ink]
    own = f":root {{ --picture: {paper}; }} .picture svg {{ fill: {ink}; }}"
    return "\n".join(["@media screen and (prefers-color-scheme: dark) {", own, *rules, "}", ""])
