"""The keyboard is always somewhere: also where a page is made anew without what had it, and where another begins."""

from __future__ import annotations

from procmap.app.assets import component


def keep_focus(opened: str) -> None:
    """Keep the keyboard in its place, and let F2 lead to the menu and back.

    Where another page or project is opened (`opened` is its name), it begins at the heading of the page.

    Streamlit (1.67) leaves it at the document when the element that has it is taken away or disabled.
    """
    component("focus", "focus.js")(key="focus", data={"opened": opened}, height="content")
