"""Any confirmations and decisions that JSON can say, with texts that careless writers break on."""

from __future__ import annotations

from hypothesis import strategies as st

from procmap.formats.people import CHOICES, STATES
from procmap.formats.people.deciding import QUESTION_OF
from procmap.model import Confirmations, Decision, Decisions, StepReference
from procmap.model.decisions import (
    About,
    AttachedReference,
    Dissent,
    NameReference,
    NamesReference,
    OpenQuestion,
    Part,
)

HOSTILE = (
    "", "Motta søknad", " Motta ", "a; b", "a: b", "Nordås: fordi; ellers: ikke", '"ja"', "[1]", '["a"]', "=1+1",
    "+cmd|' /C calc'!A0", "#REF!", "a\r\nb", "\x00", "_x0041_", "x005F_", "007", "1.0", "true", "before", "før",
    "\ud800", "2026-01-02", ";", '";"', "受付 🙂", "kontrollpunkt", ", ", "null",
)  # fmt: skip
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=8)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
REFERENCES = st.builds(
    StepReference, organisation=TEXTS, variant=TEXTS, process=TEXTS, step=TEXTS, label=TEXTS, before=LISTS, after=LISTS
).filter(lambda reference: bool(reference.step or reference.label))
"""A step that has neither id nor label is none."""
STEPS = st.lists(REFERENCES, max_size=3).map(tuple)
CONFIRMATIONS = st.builds(
    Confirmations,
    same=st.lists(st.lists(REFERENCES, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
    part_of=st.lists(st.builds(Part, part=REFERENCES, whole=REFERENCES), max_size=3).map(tuple),
    apart=st.lists(st.tuples(REFERENCES, REFERENCES), max_size=3).map(tuple),
    alone=STEPS,
)
NAMES = st.builds(
    NamesReference,
    kind=st.sampled_from(("role", "system", "document")),
    members=st.lists(st.builds(NameReference, organisation=TEXTS, name=TEXTS), max_size=3).map(tuple),
)
ABOUT = st.one_of(
    st.builds(About, steps=STEPS),
    st.builds(About, order=st.tuples(STEPS, STEPS)),
    st.builds(About, presence=STEPS, within=st.none() | STEPS.filter(bool)),
    st.builds(About, repeat=STEPS),
    st.builds(About, names=NAMES),
    st.builds(
        About, attached=st.builds(AttachedReference, kind=TEXTS, id=TEXTS, step=st.none() | REFERENCES)
    ),
)  # fmt: skip
IDS = TEXTS.filter(bool)
DECISION_VALUES = st.builds(
    Decision,
    id=IDS, about=ABOUT, choice=st.sampled_from(tuple(CHOICES.values)), from_=TEXTS, text=TEXTS, where=LISTS,
    condition=TEXTS, to=st.none() | REFERENCES, reason=TEXTS, cause=TEXTS, by=TEXTS, agreed=LISTS,
    dissent=st.lists(st.builds(Dissent, organisation=TEXTS, why=TEXTS), max_size=3).map(tuple),
    state=st.sampled_from(tuple(STATES.values)), at=TEXTS, replaces=TEXTS,
)  # fmt: skip


def question_about(about: About) -> st.SearchStrategy[OpenQuestion]:
    """Return questions about something."""
    (kind,) = (name for name in QUESTION_OF if getattr(about, name) is not None)
    return st.builds(
        OpenQuestion, id=IDS, kind=st.just(QUESTION_OF[kind]), question=TEXTS, about=st.just(about),
        proposal=st.sampled_from(("", *CHOICES.values)), answers=st.dictionaries(TEXTS, TEXTS, max_size=3),
    )  # fmt: skip


DECISIONS = st.builds(
    Decisions,
    decisions=st.lists(DECISION_VALUES, max_size=3).map(tuple),
    open=st.lists(ABOUT.flatmap(question_about), max_size=3).map(tuple),
)
