"""Keys that do what buttons do: any letter, also C and R, which `st.button(shortcut=…)` refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from procmap.app.assets import component
from procmap.app.components.mounting import received

_KEY = "page-keys"


def listen(about: str, keys: Mapping[str, Callable[[], None]], part: str) -> None:
    """Let each key (one character) call what stands for it, unless somebody types.

    `about` names what the page shows. A key that was pressed while the browser still showed something else does
    nothing: nobody can mean what they have not seen. Esc leads out of the fields of `part` (a container by its
    Streamlit key) to its heading. To be called once on a page; what is not asked for in a run is dead after it.
    """

    def pressed() -> None:
        told = received(_KEY, "pressed")
        if told.get("about") == about:
            wanted = keys.get(str(told.get("key")))
            if wanted is not None:
                wanted()

    data = {"keys": list(keys), "about": about, "part": part}
    component("keys", "keys.js")(key=_KEY, data=data, height="content", on_pressed_change=pressed)
