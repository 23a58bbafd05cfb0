import pytest

from procmap.messages import ENGLISH, translator
from procmap.model import Decision
from procmap.reports.harmonisation.decision_words import resolution, subject

A, B = {"organisation": "Alfa", "label": "Motta"}, {"organisation": "Beta", "label": "Ta imot"}
STEPS = {"steps": [A, B]}
NAMES = {"names": {"kind": "role", "members": [{"organisation": "Alfa", "name": "x"}]}}
CONTROL = {"attached": {"kind": "control", "id": "k1", "step": A}}


def decision(about, choice, **fields) -> Decision:
    return Decision(id="D1", about=about, choice=choice, **fields)


def resolved(about, choice, **fields) -> str:
    return resolution(decision(about, choice, **fields), lambda reference: reference.label, ENGLISH)


@pytest.mark.parametrize(
    ("about", "choice", "fields", "told"),
    [
        (STEPS, "keep", {}, "The step is kept."),
        (STEPS, "keep", {"text": "Motta sak"}, 'The step is kept. It is called "Motta sak".'),
        (STEPS, "adopt", {"from": "Alfa"}, "It is done as at Alfa."),
        (STEPS, "merge", {"text": "Motta sak"}, 'It becomes one step: "Motta sak".'),
        (STEPS, "merge", {}, "It becomes one step."),
        (STEPS, "redesign", {"text": "Skanne; Motta"}, 'It is done in a new way: "Skanne" and "Motta".'),
        (STEPS, "local", {"where": ["Alfa", "Beta"]}, "It stays as a local variant at Alfa and Beta."),
        (STEPS, "local", {"condition": "på papir."}, "It stays as a local variant. Condition: på papir."),
        (STEPS, "drop", {}, "It is taken away."),
        (STEPS, "drop", {"to": B}, 'It is taken away, and what was attached to it goes to "Ta imot".'),
        (STEPS, "move", {"to": B}, 'It is moved to stand right before "Ta imot".'),
        (STEPS, "move", {"to": B, "where": ["after"]}, 'It is moved to stand right after "Ta imot".'),
        ({"order": [[A], [B]]}, "before", {}, '"Motta" comes before "Ta imot".'),
        ({"order": [[A], [B]]}, "either-or", {}, 'Either "Motta" or "Ta imot" is done.'),
        ({"presence": [A]}, "optional", {}, "It is done where it is needed."),
        ({"repeat": [A]}, "repeated", {}, "It can be done again."),
        (NAMES, "merge", {"text": "Arkiv"}, 'These are the same, and are called "Arkiv".'),
        (NAMES, "keep", {}, "These are different, and keep their names."),
        (CONTROL, "move", {"to": B}, 'It is moved to "Ta imot".'),
        # What is no answer to what it is about, or lacks what it needs, is told as it was chosen.
        (STEPS, "before", {}, "Chosen: before."),
        (STEPS, "adopt", {}, "Chosen: adopt."),
        (STEPS, "move", {}, "Chosen: move."),
        (CONTROL, "move", {}, "Chosen: move."),
        ({"presence": [A]}, "drop", {}, "Chosen: drop."),
    ],
)
def test_what_was_chosen_is_told(about, choice, fields, told):
    assert resolved(about, choice, **fields) == told


def test_what_a_decision_is_about_is_told():
    def about(given, name="Sjekkliste") -> str:
        return subject(decision(given, "keep"), name, lambda _: "Motta sak", ENGLISH)

    assert about(STEPS) == '"Motta" and "Ta imot"'
    assert about({"order": [[A], [B]]}) == '"Motta sak" and "Motta sak"'
    assert about({"presence": [A, B]}) == '"Motta sak"'
    assert about(NAMES) == '"x"'
    assert about(CONTROL) == 'Control "Sjekkliste" at "Motta" of Alfa'
    assert about({"attached": {"kind": "control", "id": "k1"}}) == 'Control "Sjekkliste"'
    assert about({"attached": {"kind": "rosa", "id": "r1", "step": A}}, "") == 'ROSA level at "Motta" of Alfa'


def test_quotations_are_those_of_the_language():
    told = resolution(decision(STEPS, "merge", text="Motta sak"), lambda reference: reference.label, translator("nb"))
    assert told == "Det blir ett steg: «Motta sak»."
