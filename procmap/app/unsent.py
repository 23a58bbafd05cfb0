"""Forms that are not lost: what stands in their fields is kept in the project from when it is typed until it is sent.

`st.form` tells nothing of its fields before it is sent, so fields stand in a container of our own. A pause in typing
keeps a text; Enter in a line sends, as it does in `st.form` (see `assets/unsent.js`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import streamlit as st

from procmap.app import place, project
from procmap.app.assets import component
from procmap.app.components.mounting import received
from procmap.app.safe import markdown
from procmap.model import BadInput
from procmap.workspace.drafts import Drafts, digest

if TYPE_CHECKING:
    from collections.abc import Iterator


PAUSE = "1s"
"""After a pause of this length in typing, what is typed is kept."""
_LINE = "line"
_BOX = "unsent-"
"""How the keys of the containers begin that `assets/unsent.js` looks for."""


def drafts(opened: project.Opened) -> Drafts:
    """Return what the person at the keyboard has typed and not sent."""
    return opened.project.drafts(project.person())


@dataclass(frozen=True)
class _Field:
    """A field: the key of its widget, what it says where nobody has typed, and what a draft goes by."""

    key: str
    now: Any
    before: Any


class Unsent:
    """The fields of one form of an open project. `form` is what tells it apart from all other forms."""

    def __init__(self, opened: project.Opened, *form: str) -> None:
        self._opened, self.form = opened, form
        self._fields: dict[str, _Field] = {}

    def field(
        self,
        name: str,
        now: Any = "",
        *,
        key: str = "",
        among: Collection[Any] | None = None,
        is_proposed: bool = False,
        read: Callable[[Any], Any] | None = None,
    ) -> dict[str, Any]:
        """Fill in a field, and return what its widget is called with: its key, and what keeps it.

        `now` is what it says where nobody has typed, `among` what can be chosen. A draft counts while `now` is as it
        was when it was typed: what somebody else has changed (or undone) meanwhile is shown. What is only proposed
        (`is_proposed`) takes nothing away. `read` makes of a draft what the widget takes, where that is no JSON.
        """
        key = key or f"{digest(*self.form)}-{name}"
        before = None if is_proposed else now
        self._fields[name] = _Field(key, now, before)
        state, was = st.session_state, f"{key}-was"
        form, said = state.get(was, ((), None))
        is_mine = form == self.form and key in state
        if not is_mine or (said != now and not (is_proposed and state[key] != said)):
            typed = self._typed(name, before)
            if read is not None and typed is not None:
                typed = read(typed)
            state[key] = now if typed is None or not _can_be(typed, among) else typed
        state[was] = self.form, now
        return {"key": key, "on_change": self.keep, "args": (name,)}

    def keep(self, name: str) -> None:
        """Keep what stands in a field; nothing where it says what it says anyhow."""
        field, kept = self._fields[name], drafts(self._opened)
        said = st.session_state[field.key]
        try:
            if said == field.now:
                kept.forget(self.form, name)
            else:
                kept.keep(self.form, name, _json(said), _json(field.before))
        except BadInput as error:
            project.tell(error)

    def said(self, name: str) -> Any:
        """Return what stands in a field; None where the form has none of that name now."""
        if name not in self._fields:
            return None
        field = self._fields[name]
        return st.session_state.get(field.key, field.now)

    def text(self, name: str) -> str:
        """Return what stands in a field as a text."""
        return str(self.said(name) or "")

    @cached_property
    def is_kept(self) -> bool:
        """Whether anything was kept of the form when the page was made."""
        return bool(self._drafts)

    def has_kept(self, name: str) -> bool:
        """Tell whether a field of the form was kept when the page was made."""
        return digest(name) in self._drafts

    @property
    def is_there(self) -> bool:
        """Whether anything stands in the form that is not sent."""
        return any(self.said(name) != field.now for name, field in self._fields.items())

    def done(self) -> None:
        """Forget what is in the form: it was sent, or nobody wants it any more. Its fields begin anew."""
        self.forget(*self._fields)

    def forget(self, *names: str) -> None:
        """Forget what is in some fields."""
        try:
            drafts(self._opened).forget(self.form, *names)
        except BadInput as error:
            project.tell(error)
        for name in names:
            st.session_state.pop(f"{self._fields[name].key}-was", None)

    @contextmanager
    def box(self, key: str) -> Iterator[None]:
        """Give the place of the form; its first button is the one that Enter in a line clicks."""
        with st.container(key=f"{_BOX}{key}"):
            yield

    def send(self, label: str, key: str, do: Callable[[], bool], **looks: Any) -> None:
        """Show the button that sends; what `do` did not do stays in the form. Beside it, the one that forgets."""

        def sent() -> None:
            if do():
                self.done()

        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(markdown(label), key=key, on_click=sent, **looks)
            self.discard(key)

    def discard(self, key: str) -> None:
        """Show the button that forgets what is typed, where anything is."""
        if self.is_there:
            label = place.say().text("unsent-discard")
            st.button(markdown(label), key=f"{key}-discard", type="tertiary", on_click=self.done)

    @cached_property
    def _drafts(self) -> dict[str, tuple[str, str]]:
        return drafts(self._opened).texts(self.form)

    def _typed(self, name: str, before: Any) -> Any:
        kept, text = self._drafts.get(digest(name), ("", ""))
        return json.loads(text) if kept == digest(_json(before)) else None


def line(opened: project.Opened, *form: str, key: str) -> Callable[[], None]:
    """Fill in the only line of an `st.form`, let it be kept in the pauses of typing, and return what forgets it.

    Whoever types line after line is ahead of the server, and only `st.form` empties its line by itself. Nothing here
    uses the state of the session in a callback, where Streamlit may break it off when the next line is there already.
    """
    kept = drafts(opened)
    if key not in st.session_state:
        st.session_state[key] = kept.text(form, _LINE) or ""

    def keep() -> None:
        typed = received(f"{key}-typed", "typed").get("text")
        if isinstance(typed, str):
            try:
                kept.keep(form, _LINE, typed)
            except BadInput as error:
                project.tell(error)

    _listen_to(key, keep)
    return lambda: kept.forget(form, _LINE)


@st.fragment
def _listen_to(key: str, keep: Callable[[], None]) -> None:
    """Hear what is typed into a line; the rest of the page stays as it is."""
    component("unsent-line", "unsent_line.js")(
        key=f"{key}-typed", data={"key": key}, height="content", on_typed_change=keep
    )


def watch() -> None:
    """Let what is typed into texts of several lines be kept after a pause too, and Enter in a line send.

    Streamlit (1.67) tells of such a text only when it is left; `live` is for lines alone.
    """
    component("unsent", "unsent.js")(key="unsent-typing", height="content")


def _can_be(typed: Any, among: Collection[Any] | None) -> bool:
    return among is None or all(each in among for each in (typed if isinstance(typed, list) else [typed]))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
