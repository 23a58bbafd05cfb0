"""What one does in one step, and another in a step for each channel."""

from __future__ import annotations

import pytest

from procmap.alignment import align
from procmap.alignment.alternatives import alternatives
from procmap.alignment.evidence import Evidence
from procmap.alignment.pairing import Ground
from tests.alignment.parties import party

CHANNELS = {"post": "Brev", "mail": "E-post", "form": "Nettskjema"}
ALL = tuple(CHANNELS.values())


def at_once(organisation: str = "A", label: str = "Skanne brev og hente e-post og skjema", documents=ALL):
    names = {"a": "Post kommer inn", "x": label, "b": "Vurdere innholdet"}
    return party(organisation, "a -> x -> b", names=names, changes={"x": _takes(*documents)})


def by_channel(text: str = "a -> g(xor) -> post, mail, form -> b", documents=CHANNELS):
    names = {
        "a": "Post kommer inn", "post": "Skanne brev", "mail": "Laste ned e-post", "form": "Overføre skjema",
        "b": "Vurdere innholdet",
    }  # fmt: skip
    return party("B", text, names=names, changes={step: _takes(document) for step, document in documents.items()})


def _takes(*documents):
    return {"details": {"documents_in": tuple(documents)}}


def rows(*parties):
    return {frozenset((m.process, m.step) for m in row.steps) for row in align(parties).rows}


def test_each_alternative_takes_in_another_of_the_documents():
    wanted = {("A", "x"), ("B", "post"), ("B", "mail"), ("B", "form")}
    found = align([at_once(), by_channel()])
    assert wanted in rows(at_once(), by_channel())
    codes = {finding.code for link in found.links for finding in link.why if link.a.step == "x" or link.b.step == "x"}
    assert codes == {"split-alternatives"}
    assert rows(by_channel(), at_once()) == rows(at_once(), by_channel())


def found(*parties):
    return alternatives(Ground(Evidence(list(parties))))


def test_the_documents_are_told_in_the_words_of_the_one_step():
    (one,) = found(at_once(), by_channel())
    assert sorted(one.documents) == sorted(CHANNELS.values())
    assert len(one.steps) == 3


@pytest.mark.parametrize(
    "parties",
    [
        pytest.param((at_once(), by_channel("a -> post -> mail -> form -> b")), id="one after the other"),
        pytest.param((at_once(documents=["Brev"]), by_channel()), id="one document alone"),
        pytest.param((at_once(documents=["Brev", "E-post"]), by_channel()), id="a document that it does not take in"),
        pytest.param((at_once(), by_channel(documents={**CHANNELS, "form": "Brev"})), id="the same document twice"),
        pytest.param((at_once(label="Sende regninger"), by_channel()), id="labels that share nothing"),
        pytest.param((at_once(), by_channel(documents={"post": "Brev", "mail": "E-post"})), id="one tells nothing"),
    ],
)
def test_no_alternatives_of_it(parties):
    assert not found(*parties)


def test_what_has_its_counterpart_is_no_alternative():
    same = party(
        "A",
        "a -> x -> post",
        names={"a": "Post kommer inn", "post": "Skanne brev", "x": "Hente e-post, brev og skjema"},
        changes={"x": _takes(*CHANNELS.values())},
    )
    evidence = Evidence([same, by_channel()])
    ones = [n for n, step in enumerate(evidence.steps) if step.step.id == "post"]
    assert alternatives(Ground(evidence))
    evidence.join(*ones, 0.95)
    assert not alternatives(Ground(evidence))


def test_of_several_steps_the_one_that_is_most_alike_is_meant():
    names = {
        "a": "Post kommer inn",
        "w": "Se på brev, e-post og skjema",
        "x": "Skanne brev, laste ned e-post, hente skjema",
    }
    both = party("A", "a -> w -> x", names=names, changes={step: _takes(*CHANNELS.values()) for step in ("w", "x")})
    evidence = Evidence([both, by_channel()])
    (one,) = alternatives(Ground(evidence))
    assert evidence.steps[one.whole].step.id == "x"


def test_what_people_keep_apart_or_alone_stays_so():
    evidence = Evidence([at_once(), by_channel()])
    at = {placed.step.id: number for number, placed in enumerate(evidence.steps)}
    evidence.keep_apart(at["x"], at["mail"])
    assert not alternatives(Ground(evidence))
    evidence = Evidence([at_once(), by_channel()])
    evidence.keep_alone(at["x"])
    assert not alternatives(Ground(evidence))
