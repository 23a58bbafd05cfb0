"""Record rules of different organisations for one document, of which only one can hold."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.model import Process, RecordRule
from procmap.model.decisions import AttachedReference
from tests.harmonisation.blocks import party
from tests.harmonisation.test_decisions import decided, ref


def with_rule(organisation: str, **fields: str) -> Party:
    one = party(organisation, ("seq", "a", "b"))
    step = next(step.id for step in one.process.steps if step.name == "b")
    given = {"name": "Brev", "direction": "sent", "registration": "yes", **fields}
    process: Process = one.process.replace(attached=(RecordRule(id="rule", on=(step,), **given),))
    return one.replace(process=process)


def about(one: Party):
    return {"attached": AttachedReference(kind="record", id="rule", step=ref(one, "b"))}


def asked(result):
    return [question for question in result.open if question.question.code == "attached-contradict"]


def fates(result):
    return {fate.process: fate.fate for fate in result.carried}


PARTIES = (with_rule("A"), with_rule("B", registration="no"), with_rule("C"))


def test_what_contradicts_is_asked_once_and_open_until_then():
    result = decided(parties=PARTIES)
    (question,) = asked(result)
    assert question.answers == {"A": "Brev", "B": "Brev", "C": "Brev"}
    assert fates(result) == {"A": "open", "B": "open", "C": "open"}
    assert len(result.common.attached) == 3
    assert all(law.holds for law in result.invariants)


def test_a_dropped_rule_contradicts_nothing():
    result = decided({"about": about(PARTIES[1]), "choice": "drop", "reason": "Alt journalføres."}, parties=PARTIES)
    assert asked(result) == []
    assert fates(result) == {"A": "carried", "B": "retired", "C": "carried"}


def test_a_rule_that_people_keep_is_settled():
    result = decided({"about": about(PARTIES[1]), "choice": "keep"}, parties=PARTIES)
    assert asked(result) == []
    assert set(fates(result).values()) == {"carried"}


def test_rules_that_say_the_same_are_not_asked():
    assert asked(decided(parties=(PARTIES[0], PARTIES[2]))) == []


def test_a_rule_in_other_words_is_asked_about():
    other = with_rule("D", name="Brev journalføres ikke og bevares", direction=None, registration=None)
    assert len(asked(decided(parties=(PARTIES[0], other)))) == 1
    same = with_rule("D", name="Brev journalføres og bevares", direction=None, registration=None)
    assert asked(decided(parties=(PARTIES[0], same))) == []
