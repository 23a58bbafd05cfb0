"""Whoever has asked for another page gets there, whatever else the browser sends on the way.

Streamlit (1.67) carries out what a browser asks for on the page that the browser stands on, and until it has heard of
the new page it stands on the old one. A text that is sent when its field is left, a key that is pressed while people
wait, a look that comes every two seconds: each of them then takes people back to where they were. Here what comes from
the old page meanwhile is heard on the way to the new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from streamlit.proto.ClientState_pb2 import ClientState
    from streamlit.runtime.app_session import AppSession
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

FROM_BROWSER, PENDING, PAGES = "request_rerun", "_request_rerun_locked", "_pages_manager"
"""What is called on a session for what a browser asks, and on its requests for all that is asked, by scripts too; and
where a session has its pages. None is public: a test holds what is used of them."""


@dataclass(frozen=True)
class Way:
    """Where somebody has asked to go: the hash of the page, and the query string of the request."""

    page: str
    query: str


_ways: WeakKeyDictionary[PagesManager, Way] = WeakKeyDictionary()
"""The ways that browsers have not come to the end of yet, by the pages of their session."""


def hold() -> None:
    """Let everybody get where they have asked to go, in all sessions of this process; a second call changes nothing."""
    from streamlit.runtime.app_session import AppSession
    from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests

    asks, waits = getattr(AppSession, FROM_BROWSER), getattr(ScriptRequests, PENDING)
    if hasattr(asks, "__wrapped__"):
        return

    @wraps(asks)
    def from_browser(session: AppSession, client_state: ClientState | None) -> None:
        if client_state is not None:
            _lead(getattr(session, PAGES), client_state)
        asks(session, client_state)

    @wraps(waits)
    def from_anybody(requests: ScriptRequests, new_data: RerunData) -> bool:
        return bool(waits(requests, _led(new_data)))

    setattr(AppSession, FROM_BROWSER, from_browser)
    setattr(ScriptRequests, PENDING, from_anybody)


def _lead(manager: PagesManager, asked: ClientState) -> None:
    """Note where a browser asks to go; let what it sends from an old page lead there too."""
    known: Mapping[str, Any] = manager.get_pages()
    if asked.page_script_hash not in known:
        return
    names = {page: str(info.get("url_pathname", "")) for page, info in known.items()}
    stands_on = page_of(asked.context_info.url, names)
    if asked.is_history_navigation or asked.page_script_hash != stands_on:
        _ways[manager] = Way(asked.page_script_hash, asked.query_string)
        return
    way = _ways.get(manager)
    if way is not None and way.page != stands_on:
        asked.page_script_hash, asked.query_string = way.page, way.query
    else:
        _ways.pop(manager, None)


def page_of(url: str, names: Mapping[str, str]) -> str:
    """Return the hash of the page at an address. `names`: how pages are called in addresses, by hash; one has no name.

    An address with no such name is that of the page without one. Returns "" where there is none.
    """
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    by_name = {name: page for page, name in names.items()}
    return by_name.get(last) or by_name.get("", "")


def _led(asked: RerunData) -> RerunData:
    """Return what is asked for, so that a script (that runs again, or goes on) leads where the browser has asked."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx(suppress_warning=True)
    if context is None or not asked.page_script_hash:
        return asked
    way = _ways.get(context.pages_manager)
    if way is not None and way.page != context.page_script_hash:
        return replace(asked, page_script_hash=way.page, query_string=way.query)
    if asked.page_script_hash != context.page_script_hash:
        _ways[context.pages_manager] = Way(asked.page_script_hash, asked.query_string)
    return asked
