"""Looking at files before they are brought in."""

from __future__ import annotations

import pytest

from procmap.answers.sample import sample_folder
from procmap.editing import rename
from procmap.formats import write
from procmap.messages import ENGLISH, translator
from procmap.model import Activity, Process, to_json
from procmap.workspace.proposals import FEW, Choice, already_there, look_at, obstacles, service_for
from procmap.workspace.state import State
from procmap.workspace.values import Organisation, ProcessEntry, Service

ROUTINE = b"""Routine

1. Receive the application (archive)
2. Call Kari Nordmann, 010203 12345
3. Decide
"""
SERVICE = Service(id="s1", name="Byggesøknad")
THERE = State(
    version=3,
    organisations=(Organisation(id="o1", name="fjordvik", place=1),),
    services=(SERVICE,),
    processes=(
        ProcessEntry(id="p1", service="s1", organisation="o1", source_name="a.bpmn", source="x", element="Process_1"),
    ),
)


@pytest.fixture
def looked():
    source = (sample_folder() / "fjordvik.bpmn").read_bytes()
    return look_at(source, "fjordvik.bpmn", ENGLISH)


def choice(looked, **said) -> Choice:
    (proposal,) = looked.proposals
    given = {"organisation": proposal.organisation, "variant": proposal.variant, **said}
    return Choice(name=looked.name, source=looked.source, process=proposal.process, **given)


def test_a_file_tells_whose_its_process_may_be(looked):
    (proposal,) = looked.proposals
    assert proposal.organisation.casefold() == "fjordvik"
    assert proposal.is_taken
    assert proposal.checked.soundness.verdict == "sound"
    assert looked.unread is None


def test_what_tells_of_people_stands_apart():
    (proposal,) = look_at(ROUTINE, "routine.txt", ENGLISH).proposals
    assert {finding.code for finding in proposal.personal} == {"person-name"}
    assert not {finding.code for finding in proposal.other} & {"person-name", "identity-number"}


@pytest.mark.parametrize(
    ("source", "name"), [(b"", "a.bpmn"), (b"<definitions", "b.bpmn"), (b"\x00\x01", "c.exe"), (b"{}", "d.json")]
)
def test_what_cannot_be_read_says_so_in_every_language(source, name):
    for language in ("en", "nb", "nn", "sv"):
        say = translator(language)
        looked = look_at(source, name, say)
        assert looked.unread is not None
        assert name in say.sentence(looked.unread)
        assert looked.proposals == ()


def test_several_of_one_organisation_are_told_apart_by_their_names(looked):
    process = looked.proposals[0].process
    other = process.replace(id="Process_2", name="Klage")
    source = write((process, other), "two.json").content
    found = look_at(source, "two.json", ENGLISH).proposals
    assert len({(one.organisation, one.variant) for one in found}) == 2


def many(count) -> bytes:
    """Return a file with so many processes, each called by its number."""
    return to_json(
        tuple(
            Process(id=f"p{number}", name=f"Way {number}", nodes=(Activity(id="a", name="Decide"),))
            for number in range(count)
        )
    ).encode()


def test_of_a_file_with_several_each_process_is_somebodys_by_its_name():
    looked = look_at(many(FEW), "all.json", ENGLISH)
    assert not looked.has_many
    assert [(each.organisation, each.variant) for each in looked.proposals][:2] == [("Way 0", ""), ("Way 1", "")]
    assert all(each.is_taken for each in looked.proposals)


def test_of_a_file_with_many_people_choose():
    looked = look_at(many(FEW + 1), "all.json", ENGLISH)
    assert looked.has_many
    assert not any(each.is_taken for each in looked.proposals)
    assert service_for([looked], State(version=0)) == ""


def test_a_service_is_proposed_where_names_tell(looked):
    name = looked.proposals[0].process.name
    called = State(version=1, services=(Service(id="s", name=name.upper()),))
    assert service_for([looked], called) == name.upper()
    assert service_for([looked], State(version=1)) == name
    assert service_for([looked], State(version=1, services=(Service(id="s", name="Another"),))) == ""
    assert service_for([], State(version=1)) == ""


def test_a_newer_file_goes_where_the_one_of_its_name_went(looked):
    name = "fjordvik.bpmn"
    there = THERE.replace(processes=tuple(one.replace(source_name=name) for one in THERE.processes))
    assert service_for([looked], there.replace(services=(SERVICE.replace(name="Anything"),))) == "Anything"
    assert service_for([looked.replace(name="other.bpmn")], there) == ""


def test_what_is_there_already_is_asked_of(looked):
    mine = choice(looked, organisation="fjordvik", variant="")
    assert already_there(THERE, "byggesøknad", "fjordvik", "")
    assert not already_there(THERE, "byggesøknad", "fjordvik", "paper")
    assert not already_there(THERE, "Klage", "fjordvik", "")
    assert [code for code, _ in obstacles(THERE, "Byggesøknad", [mine])] == ["import-there"]
    assert obstacles(THERE, "Byggesøknad", [mine.replace(replaces=True)]) == ()
    assert obstacles(THERE, "Byggesøknad", [mine.replace(variant="paper")]) == ()


def test_what_is_missing_is_told(looked):
    mine = choice(looked)
    codes = [code for code, _ in obstacles(State(version=1), "", [mine, mine, mine.replace(organisation="")])]
    assert codes == ["import-no-service", "import-nameless", "import-twice"]
    assert [code for code, _ in obstacles(State(version=1), "x", [])] == ["import-none-taken"]


def test_a_correction_goes_beside_the_bytes_as_they_came(looked):
    process = looked.proposals[0].process
    now = rename(process, process.steps[1].id, "Something else")
    incoming = choice(looked, edited=now).incoming
    assert incoming.source == looked.source
    assert to_json((incoming.edited,)) == to_json((now,))
    assert choice(looked, edited=process).incoming.edited is None
