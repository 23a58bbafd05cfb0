from pathlib import Path

import pytest

from procmap.answers.picking import Argument, pick, take_apart
from procmap.model import Process, ProcessCard, to_json

ONE = Process(id="p", name="Søknad")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, *processes: Process) -> None:
    Path(name).write_text(to_json(processes), "utf-8")


def of(organisation: str, process_id: str = "p", variant: str = "", name: str = "Søknad") -> Process:
    return Process(id=process_id, name=name, card=ProcessCard(organisation=organisation, variant=variant))


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("a.json", ("a.json", "", "", "")),
        ("a.json#p", ("a.json", "p", "", "")),
        ("a.json#Søknad #2", ("a.json", "Søknad #2", "", "")),
        ("Nordås=a.json", ("a.json", "", "Nordås", "")),
        ("Nordås/nett=a.json#p", ("a.json", "p", "Nordås", "nett")),
        ("b=c.json", ("b=c.json", "", "", "")),
        ("b=c.json#p=1", ("b=c.json", "p=1", "", "")),
        ("d#e.json", ("d#e.json", "", "", "")),
        ("d#e.json#f", ("d#e.json", "f", "", "")),
        ("A=-", ("-", "", "A", "")),
        ("-#p", ("-", "p", "", "")),
        ("A=none.json", ("none.json", "", "A", "")),
        ("none.json", ("none.json", "", "", "")),
        ("=a.json", ("=a.json", "", "", "")),
        ("\0=x", ("x", "", "\0", "")),
    ],
)
def test_arguments(given, parts):
    for name in ("a.json", "b=c.json", "d#e.json"):
        write(name, ONE)
    assert take_apart(given) == Argument(given, *parts)


def codes(picked):
    return [(unread.source, unread.error.code) for unread in picked.unread]


def test_organisations_are_named_by_the_card_else_by_the_file():
    write("a.json", of("Nordås"))
    write("b.json", ONE)
    picked = pick(["b.json", "a.json"])
    assert [party.id for party in picked.parties] == ["Nordås", "b"]
    assert picked.sources == ("a.json", "b.json")


def test_a_name_on_the_command_line_wins():
    write("a.json", of("Nordås", variant="gammel"))
    picked = pick(["Fjordvik/nett=a.json", "Solhaug=a.json"])
    assert [party.id for party in picked.parties] == ["Fjordvik/nett", "Solhaug"]
    assert [process.variant for process in picked.processes] == ["nett", ""]


def test_versions_are_variants_called_as_their_files():
    for folder in ("2024", "2025"):
        Path(folder).mkdir()
        write(f"{folder}/a.json", ONE)
    write("b.json", of("Nordås"))
    picked = pick(["2024/a.json", "2025/a.json", "b.json", "Solhaug=b.json"], versions_of="Fjordvik")
    named = ["Fjordvik/2024/a", "Fjordvik/2025/a", "Fjordvik/b", "Solhaug"]
    assert [party.id for party in picked.parties] == named


def test_what_a_file_says_beyond_the_model_is_read_for_variants_only():
    bpmn = (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="urn:t" targetNamespace="x">'
        '<process id="p"><task id="a" t:key="v"/></process></definitions>'
    )
    for name in ("a.bpmn", "b.bpmn"):
        Path(name).write_text(bpmn, "utf-8")
    alone = pick(["A=a.bpmn", "B=b.bpmn"])
    assert [party.unmodelled for party in alone.parties] == [(), ()]
    versions = pick(["A/1=a.bpmn", "A/2=b.bpmn"])
    assert [[element for element, _ in party.unmodelled] for party in versions.parties] == [["p", "a"], ["p", "a"]]


def test_of_several_processes_one_must_be_picked():
    write("a.json", of("", "p", name="Søknad"), of("", "q", name="Klage"))
    write("b.json", ONE)
    assert codes(pick(["a.json", "b.json"])) == [("a.json", "several-processes")]
    assert pick(["a.json#q", "b.json"]).sources == ("a.json#q", "b.json")
    assert pick(["a.json#Klage", "b.json"]).sources == ("a.json#q", "b.json")
    assert [party.id for party in pick(["a.json", "b.json"], "Søknad").parties] == ["a#Søknad", "b"]
    assert codes(pick(["a.json#none", "b.json"])) == [("a.json#none", "process-not-in-file")]


def test_of_processes_with_one_name_the_id_decides():
    write("a.json", of("", "p"), of("", "q"))
    write("b.json", ONE)
    assert codes(pick(["a.json#Søknad", "b.json"])) == [("a.json#Søknad", "same-name-processes")]


def test_one_process_of_several_organisations_needs_no_picking():
    write("a.json", of("Nordås", "p"), of("Fjordvik", "q"), of("Fjordvik", "r", variant="nett"))
    assert [party.id for party in pick(["a.json"]).parties] == ["Fjordvik", "Fjordvik/nett", "Nordås"]
    assert codes(pick(["Solhaug=a.json"])) == [("Solhaug=a.json", "one-organisation-for-several")]


def test_two_parties_with_one_id_are_both_refused():
    write("a.json", of("Nordås"))
    write("b.json", of("Nordås"))
    write("c.json", ONE)
    picked = pick(["a.json", "b.json", "c.json"])
    assert codes(picked) == [("a.json", "equal-organisations"), ("b.json", "equal-organisations")]
    assert "Fjordvik=a.bpmn" in picked.unread[0].error.text


def test_comparing_takes_two():
    write("a.json", ONE)
    assert codes(pick(["a.json"])) == [("a.json", "too-few-processes")]


def test_each_file_that_cannot_be_used_is_told_of():
    write("a.json", ONE)
    write("empty.json")
    Path("bad.json").write_text("{")
    found = codes(pick(["none.json", "bad.json", "empty.json", "a.json", "."]))
    assert [source for source, _ in found] == ["none.json", "bad.json", "empty.json", "."]
    assert dict(found)["empty.json"] == "no-process"


def test_references_are_picked_alike():
    write("a.json", of("Nordås"))
    write("mal.json", ONE)
    picked = pick(["a.json"], references=["Mal=mal.json"])
    assert [(party.id, party.is_reference) for party in picked.parties] == [("Mal", True), ("Nordås", False)]
