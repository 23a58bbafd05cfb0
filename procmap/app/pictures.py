"""A picture on a page: whole, or at its own size in a frame that scrolls by mouse and keyboard."""

from __future__ import annotations

from base64 import b64encode

from procmap.reports.html_text import text


def picture(svg: str, name: str, *, fits: bool) -> str:
    """Return a picture under its name, as HTML. It is an image: nothing in it can run or ask for anything."""
    source = b64encode(svg.encode("utf-8")).decode("ascii")
    return (
        f'<div class="procmap picture{" fits" if fits else ""}" role="region" tabindex="0" aria-label="{text(name)}">'
        f'<img src="data:image/svg+xml;base64,{source}" alt="{text(name)}"></div>'
    )
