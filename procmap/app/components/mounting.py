"""Making components known to Streamlit, so that their files are served, from a checkout and from an installed wheel.

Streamlit serves files only of components that it has found in the `pyproject.toml` of an installed distribution. A
checkout is none, and a wheel that carried such a file would have to keep it in step with the real one. So each runtime
is told here what it would have read there. Nothing else of Streamlit that is not public is used; a test holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from procmap.version import VERSION

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

ASSETS = "assets"
_PACKAGE = "procmap"
_LOCK = Lock()


def renderer(name: str) -> ComponentRenderer:
    """Return the function that mounts a component of this package.

    `name` is that of its files `assets/NAME.js` and `assets/NAME.css`. To be called at each run of a script: a
    process may have several runtimes, as tests do.
    """
    from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
    from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

    manager = get_bidi_component_manager()
    key = f"{_PACKAGE}.{name}"
    # Sessions run side by side, and to register a second time would take away what the first has made of it.
    with _LOCK:
        if manager.get_component_asset_root(key) is None:
            config = ComponentConfig(name=name, asset_dir=ASSETS)
            manifest = ComponentManifest(name=_PACKAGE, version=VERSION, components=[config])
            manager.register_from_manifest(manifest, Path(__file__).parent)
        return _renderer(key, name)


@cache
def _renderer(key: str, name: str) -> ComponentRenderer:
    import streamlit as st

    return st.components.v2.component(key, js=f"{name}.js", css=f"{name}.css")


def sent(key: str, event: str) -> object:
    """Return what the browser has sent with an event of the component with this key; None where there is nothing.

    To be called in the `on_EVENT_change` callback. It comes from the browser: nothing of it can be trusted, and the
    component may be gone. People press keys and click on a page that they have left until the next one stands there.
    """
    import streamlit as st

    return st.session_state.get(key, {}).get(event)


def received(key: str, event: str) -> Mapping[str, Any]:
    """Return what was `sent`; empty for anything but an object."""
    value = sent(key, event)
    return value if isinstance(value, Mapping) else {}


def unanswered(key: str, event: str) -> tuple[Mapping[str, Any], ...]:
    """Return what the browser has asked for with an event and was not returned before, in the order of asking.

    For what must be done once and not be lost: the browser numbers all that it asks for, and asks again and again for
    what is not `answered`. Events may come late, twice, or one in the place of two. To be called like `received`.
    """
    import streamlit as st

    told = received(key, event)
    sender, asked = told.get("sender"), told.get("asked")
    if not isinstance(sender, str) or not isinstance(asked, list):
        return ()
    before = answered(key)
    last = before[1] if before[0] == sender else 0
    found: list[Mapping[str, Any]] = []
    for each in asked:
        number = each.get("number") if isinstance(each, Mapping) else None
        if isinstance(number, int) and number > last:
            last = number
            found.append(each)
    st.session_state[_answers(key)] = sender, last
    return tuple(found)


def answered(key: str) -> tuple[str, int]:
    """Return who in the browser asked last for something that is to be done once, and the last number of it."""
    import streamlit as st

    sender, number = st.session_state.get(_answers(key), ("", 0))
    return sender, number


def heard(key: str) -> int:
    """Return how many events of the component with this key have been heard since the page was opened.

    It is sent back to the component, so that it shows what Python says also where Python has changed nothing.
    """
    import streamlit as st

    return int(st.session_state.get(_counter(key), 0))


def count_event(key: str) -> None:
    """Count an event of the component with this key."""
    import streamlit as st

    st.session_state[_counter(key)] = heard(key) + 1


def _counter(key: str) -> str:
    return f"{key}-heard"


def _answers(key: str) -> str:
    return f"{key}-answered"
