# ruff: noqa: RUF001 - routines are written with the dashes that word processors make
"""Where each step leads: choices, parallel parts, jumps, ends."""

from __future__ import annotations

import pytest

from procmap.model import Event
from procmap.soundness import soundness
from tests.formats.routine.reading import codes, document, flows, params, process, roles, step


def test_steps_follow_each_other_between_a_nameless_start_and_end():
    assert flows(process("Rutine\n1. Motta\n2. Svar")) == ["( --> Motta", "Motta --> Svar", "Svar --> )"]


def test_start_and_end_by_their_words():
    routine = process("1. Start: Søknad kommer\n2. Motta\n3. Slutt: Ferdig")
    assert flows(routine) == ["Søknad kommer --> Motta", "Motta --> Ferdig"]
    assert [node.type for node in routine.nodes if isinstance(node, Event)] == ["startEvent", "endEvent"]


def test_several_starts_lead_to_the_first_step():
    routine = process("- Start: Søker ringer\n- Start: Søker skriver\n- Motta")
    assert flows(routine)[:2] == ["Søker ringer --> X", "Søker skriver --> X"]


def test_one_condition_is_a_step_that_may_be_skipped():
    routine = process("1. Motta\n   - hvis noe mangler: Ring\n2. Svar")
    assert flows(routine) == [
        "( --> Motta", "Motta --> X", "X -noe mangler-> Ring", "X -*-> X2", "Ring --> X2", "X2 --> Svar",
        "Svar --> )",
    ]  # fmt: skip


def test_a_choice_with_jumps_back_and_forward():
    routine = process("1. Motta\n2. Vurder\n – hvis nei: gå til 1\n – ellers: gå til 4\n3. Ring\n4. Svar")
    doc = document("1. Motta\n2. Vurder\n – hvis nei: gå til 1\n – ellers: gå til 4\n3. Ring\n4. Svar")
    assert {"X2 -nei-> X", "X2 -ellers*-> X3"} <= set(flows(routine))
    assert [finding.elements for finding in doc.findings if finding.code == "routine-unreachable"] == [("ring",)]


def test_a_branch_of_several_steps_goes_on_with_the_next_step():
    routine = process("1. A\n   - hvis x:\n      a) B\n      b) C\n   - hvis y: D\n   - ellers: avslutt\n2. E")
    assert {"X -x-> B", "B --> C", "C --> X2", "X -y-> D", "D --> X2", "X2 --> E", "X -ellers*-> )"} <= set(
        flows(routine)
    )


def test_steps_under_a_branch_with_a_step_follow_it_before_it_leaves():
    routine = process("1. A\n2. B\n   - hvis x: C, gå til 1\n       - D\n3. E")
    assert {"X2 -x-> C", "C --> D", "D --> X", "X2 -*-> E"} <= set(flows(routine))


def test_what_is_done_at_the_same_time_is_waited_for():
    routine = process("1. A\n   - samtidig: B\n   - samtidig: C\n2. D")
    assert flows(routine) == [
        "( --> A", "A --> +", "+ --> B", "+ --> C", "B --> +2", "C --> +2",
        "+2 --> D", "D --> )",
    ]  # fmt: skip


def test_a_choice_inside_a_parallel_part_meets_before_it():
    text = "1. A\n   - samtidig: B\n      - hvis x: C\n   - samtidig: D\n2. E"
    assert soundness(process(text)).verdict == "sound"


def test_a_parallel_part_then_a_choice_under_one_step():
    text = "1. A\n   - samtidig: B\n   - samtidig: C\n   - hvis x: gå til 1\n2. D"
    routine = process(text)
    assert {"+2 --> X2", "X2 -x-> X", "X2 -*-> D"} <= set(flows(routine))
    assert soundness(routine).verdict == "sound"


@pytest.mark.parametrize("indent", ["", "  ", "\t"])
def test_lines_with_signs_belong_to_the_numbered_step_above_however_they_are_indented(indent):
    text = f"1. A\n{indent}– system: S\n{indent}– hvis x: gå til 1\n2. B"
    assert flows(process(text)) == flows(process("1. A\n   – system: S\n   – hvis x: gå til 1\n2. B"))


def test_lines_without_signs_belong_to_the_step_above():
    assert flows(process("1. A\n   hvis x: gå til 1\n2. B")) == flows(process("1. A\n   – hvis x: gå til 1\n2. B"))
    assert flows(process("1. A\nHvis x: gå til 1\n2. B")) == flows(process("1. A\n   – hvis x: gå til 1\n2. B"))


def test_a_numbered_condition_is_a_step_that_is_done_only_then():
    doc = document("1. A\n2. Hvis x: B\n3. Hvis y: C\n4. D, gå til 2")
    (routine,) = doc.processes
    assert {"A --> X", "X2 -x-> B", "X2 -*-> X3", "D --> X"} <= set(flows(routine)), flows(routine)
    assert codes(doc).count("routine-optional-step") == 2


def test_conditions_that_all_leave_leave_what_follows_to_no_condition():
    routine = process("1. A\n   - hvis x: gå til 1\n   - hvis y: avslutt\n2. B")
    assert "X2 -*-> B" in flows(routine)


def test_conditions_of_which_one_names_the_next_step_are_all_there_are():
    doc = document("1. A\n   - hvis ja: gå til 2\n   - hvis nei: gå til 3\n2. B\n3. C")
    assert [flow for flow in flows(doc.processes[0]) if flow.startswith("X ")] == ["X -ja-> B", "X -nei-> X2"]
    assert codes(doc) == ["routine-no-else"]


def test_jumps_name_steps_by_number_letter_or_text():
    text = (
        "1. A\n   - hvis x:\n     a) B\n     b) C\n2. D\n"
        "   - hvis y: gå til 1b\n   - hvis z: gå til «a»\n   - ellers: gå til e\n3. E"
    )
    routine = process(text)
    assert {"X5 -y-> X3", "X3 --> C", "X5 -z-> X", "X --> A", "X5 -ellers*-> E"} <= set(flows(routine)), flows(routine)
    assert soundness(routine).verdict == "sound"


def test_numbers_that_begin_anew_under_each_heading_count_there_first():
    doc = document("# R\n## En\n1. A\n2. B\n## To\n1. C\n2. D\n  - hvis x: gå til 1")
    assert any(flow.startswith("X") and "-x-> X" in flow for flow in flows(doc.processes[0]))
    assert "C --> D" in flows(doc.processes[0])
    assert "routine-jump-to-several" not in codes(doc)


def test_numbers_that_are_all_alike_are_counted():
    assert "X --> A" in flows(process("1. A\n1. B\n   - hvis x: gå til 1\n1. C"))


def test_numbers_that_are_all_alike_are_counted_under_each_heading():
    doc = document("# R\n## En\n1. A\n## To\n1. B\n   - hvis x: gå til 1\n2. C")
    assert [flow for flow in flows(doc.processes[0]) if "-x->" in flow] == ["X2 -x-> X"]
    assert "X --> B" in flows(doc.processes[0])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1. A\n   - hvis x:\n2. B", "routine-branch-without-step"),
        ("1. A\n   - hvis x: gå til 9\n2. B", "routine-jump-to-nothing"),
        ("1. A\n1. B\n2. C\n   - hvis x: gå til 1", "routine-jump-to-several"),
        ("1. A\n   - gå til 3\n2. B\n3. C", "routine-unreachable"),
        ("1. A\n2.\n3. B", "routine-item-without-text"),
        ("# R\n1. A\n# S\n2. B", "routine-two-titles"),
        ("1. A\n3. B", "routine-numbering-gap"),
        ("1. A\n   - ellers: B", "routine-else-without-if"),
        ("1. A\n   - samtidig: B\n2. C", "routine-parallel-alone"),
        ("1. A\n2. B\n   - samtidig: C, gå til 1\n   - samtidig: D", "routine-jump-out-of-parallel"),
        ("1. A\n   - hvis noe mangler, ring søker", "routine-condition-without-colon"),
        ("1. A\n   - se på kartet", "routine-explanation"),
        ("1. Leder: A\n   - rolle: Arkivar", "routine-two-roles"),
        ("1. A\n2. Kontroll: B", "routine-role-like-property"),
        ("1. A\n2. Start: B", "routine-not-understood"),
        ("1. A\n2. Slutt: B\n   - hvis x: C", "routine-after-end"),
        ("1. A\n\nDette er viktig.", "routine-not-understood"),
        ("1. A\n## Del to\n2. B", "routine-heading"),
        ("Rutine\n1. A\n# Rutine to\n2. B", "routine-two-titles"),
        ("Eier: A\nEier: B\n1. C", "routine-said-twice"),
        ("Antall per år: mange\n1. C", "spreadsheet-number-unknown"),
    ],
)
def test_what_is_told(text, code):
    assert codes(document(text)).count(code) == 1


def test_a_jump_to_nothing_goes_on_with_the_next_step_and_says_what_it_names():
    doc = document("1. A\n   - hvis x: gå til 9\n2. B")
    assert params(doc, "routine-jump-to-nothing") == [{"line": 2, "text": "hvis x: gå til 9", "target": "9"}]
    assert "X -x-> X2" in flows(doc.processes[0])


def test_roles_are_lanes_and_a_step_under_another_has_its_role():
    doc = document("1. Leder: A\n   - hvis x: Arkivar: B\n   - hvis y: C\n2. D")
    assert roles(doc.processes[0]) == {"A": "Leder", "B": "Arkivar", "C": "Leder", "D": ""}
    assert [lane.name for lane in doc.processes[0].lanes] == ["Leder", "Arkivar"]
    assert params(doc, "routine-role-inherited") == [{"count": 1}]


def test_a_role_by_its_word():
    assert roles(process("1. A\n   - utføres av: Leder")) == {"A": "Leder"}


def test_an_item_goes_on_in_indented_lines():
    routine = process("1. Motta søknaden\n   og registrer den\n2. Svar")
    assert step(routine, "Motta søknaden og registrer den")


def test_lists_under_headings_about_the_routine_are_no_steps():
    doc = document("# R\n## Ansvar\n- Leder har ansvaret\n## Fremgangsmåte\n- A\n- B")
    assert flows(doc.processes[0]) == ["( --> A", "A --> B", "B --> )"]
    assert [each["text"] for each in params(doc, "routine-not-understood")] == ["Leder har ansvaret"]
