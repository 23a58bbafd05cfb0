"""Seeing a way of answering before it is chosen: the common process as it would be, marked as not decided."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from procmap.app import place
from procmap.app.compared import showing
from procmap.app.harmonised import asked
from procmap.app.harmonised.asked import Teller
from procmap.app.harmonised.deciding import LOOK, Answering
from procmap.app.safe import markdown
from procmap.model.decisions import Decision
from procmap.workspace import Derived
from procmap.workspace.agenda import Item
from procmap.workspace.deciding import Option

_CHOICE = "harmonise-look"
_SEEN = "harmonise-seen"
_NO_REASON = "\u2013"
"""Stands for a reason that nobody has typed yet: what would follow is the same with any."""


@dataclass(frozen=True)
class Look:
    """A way as it was asked for: the decision that it would be, and what would follow from it."""

    option: Option
    decision: Decision
    derived: Derived
    teller: Teller

    @property
    def item(self) -> Item | None:
        """The question as it would be answered."""
        key = next((one.id for one in reversed(self.derived.inputs.decisions.decisions)), "")
        return next((item for item in self.teller.agenda.items if item.asked.decided == key), None)


def choose(now: Answering, teller: Teller) -> None:
    """Show the choice of a way to be seen first."""
    say = now.say
    names = {
        option.key: say.text("look-first", way=f"{option.key} {teller.way(option)}")
        for option in now.item.asked.options
    }
    st.session_state[_CHOICE] = place.recall(LOOK, names) or None
    st.selectbox(
        markdown(say.text("look-choose")),
        list(names),
        format_func=lambda key: names.get(key, key),
        key=_CHOICE,
        placeholder=say.text("look-choose"),
        label_visibility="collapsed",
        on_change=lambda: place.keep(LOOK, st.session_state[_CHOICE] or ""),
        width=340,
    )


def look(now: Answering, teller: Teller) -> Look | None:
    """Return the way that is looked at; none where none is, or where it cannot do without what is not typed yet.

    It is as it was when somebody asked: what is typed meanwhile is seen when they ask again.
    """
    key = place.recall(LOOK)
    option = next((one for one in now.item.asked.options if one.key == key), None)
    if option is None:
        return None
    if option.needs in ("text", "to") and not now.typed(option.needs):
        st.info(markdown(say_needed(now, teller, option)))
        return None
    seen = st.session_state.get(_SEEN)
    if seen is None or seen[:2] != (now.about, key):
        _see(now, option)
    decision: Decision = st.session_state[_SEEN][2]
    with st.spinner(markdown(now.say.text("look-working"))):
        derived = now.opened.derived_with(now.service, [decision])
        rows = [row.id for row in derived.comparison.matrix.rows]
        language = now.say.language
        told = asked.teller(
            showing.agenda(derived), showing.report(derived, language), showing.harmonised(derived, language), rows,
            now.say,
        )  # fmt: skip
        showing.common_picture(derived, language)
    return Look(option, decision, derived, told)


def banner(now: Answering, teller: Teller, seen: Look) -> None:
    """Say that nothing is decided, what would be lost or broken, and how to go on."""
    say = now.say
    with st.container(key="look-banner", horizontal=True, vertical_alignment="center", border=True):
        with st.container(width="stretch", gap="small"):
            st.markdown(f"**{markdown(say.text('look-banner', way=teller.way(seen.option)))}**")
            st.markdown("  \n".join(markdown(each) for each in seen.teller.beside(teller)))
        if _made(now, seen.option) != seen.decision:
            st.button(markdown(say.text("look-anew")), key="look-anew", on_click=_see, args=(now, seen.option))
        decide = markdown(say.text("look-decide"))
        st.button(decide, key="look-decide", type="primary", on_click=now.decide, args=(seen.option,))
        st.button(markdown(say.text("look-back")), key="look-back", on_click=place.keep, args=(LOOK, ""))


def say_needed(now: Answering, teller: Teller, option: Option) -> str:
    """Return what has to be typed before a way can be seen."""
    return now.say.text("look-needs", way=teller.way(option), field=now.say.text(f"harmonise-{_FIELDS[option.needs]}"))


_FIELDS = {"text": "text", "to": "to-row", "reason": "reason", None: "reason"}


def _see(now: Answering, option: Option) -> None:
    st.session_state[_SEEN] = now.about, option.key, _made(now, option)


def _made(now: Answering, option: Option) -> Decision:
    return now.made(option, _NO_REASON if option.needs == "reason" else "")
