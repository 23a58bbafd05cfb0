"""What the sheet of steps says: next, condition, inferred gateways, starts and ends, pools, lanes, messages."""

from __future__ import annotations

import pytest

from procmap.formats import read_source
from procmap.model import Activity, Event
from tests.formats.spreadsheet.sheets import codes, only, read_steps, steps, types, ways, workbook


def test_without_next_the_order_of_rows_is_the_order_of_work():
    process = only(read_steps("Steg\nMotta\nVurdere\nSende"))

    assert ways(process) == ["start > motta", "motta > vurdere", "vurdere > sende", "sende > end"]


def test_next_with_conditions_is_either_or_and_joins_as_such():
    process = only(read_steps("Id|Steg|Neste|Vilkår\nA|Motta|B; C|ja; nei\nB|Innvilge|D|\nC|Avslå|D|\nD|Sende||"))

    assert types(process)["A_split"] == types(process)["D_join"] == "exclusiveGateway"
    assert "A_split > B [ja]" in ways(process)
    assert "D_join > D" in ways(process)


def test_several_without_conditions_are_parallel_and_wait_for_each_other():
    process = only(read_steps("Id|Steg|Neste\nA|Motta|B; C\nB|Høre naboer|D\nC|Kontrollere|D\nD|Sende|"))

    assert types(process)["A_split"] == types(process)["D_join"] == "parallelGateway"


def test_splits_in_each_other_have_a_join_each():
    process = only(
        read_steps(
            "Id|Steg|Neste|Vilkår\nA|Start|B; C|\nB|Velge|D; E|ja; nei\nC|Høre|T|\nD|Ett|T|\nE|Annet|T|\nT|Slutt||"
        )
    )

    joins = {node: kind for node, kind in types(process).items() if node.startswith("T_join")}
    assert sorted(joins.values()) == ["exclusiveGateway", "parallelGateway"]
    outer = next(node for node, kind in joins.items() if kind == "parallelGateway")
    assert f"{outer} > T" in ways(process)


def test_what_leads_back_is_either_or():
    process = only(read_steps("Id|Steg|Neste|Vilkår\nA|Motta|B|\nB|Kontrollere|C; A|i orden; mangler\nC|Sende||"))

    assert types(process)["A_join"] == "exclusiveGateway"
    assert "B_split > A_join [mangler]" in ways(process)


def test_else_is_the_default():
    process = only(read_steps("Id|Steg|Neste|Vilkår\nA|Motta|B; C|ja (ellers); nei\nB|Én|slutt|\nC|To|slutt|"))

    assert "A_split > B [ja*]" in ways(process)


@pytest.mark.parametrize("cited", ["B", "b", "3", "Vurdere", " vurdere "])
def test_next_cites_ids_row_numbers_and_names(cited):
    process = only(read_steps(f"Id|Steg|Neste\nA|Motta|{cited}\nB|Vurdere|slutt"))

    assert "A > B" in ways(process)


def test_an_id_goes_before_a_row_number():
    process = only(read_steps("Nr|Steg|Neste\n1|Motta|3\n2|Vurdere|slutt\n3|Sende|2"))

    assert ways(process) == ["start > step_1", "step_1 > step_3", "step_2 > end", "step_3 > step_2"]


def test_a_dash_says_that_nothing_follows():
    process = only(read_steps("Id|Steg|Neste\nA|Motta|-\nB|Vurdere|"))

    assert ways(process) == ["start > A", "B > end"]


def test_what_is_typed_is_not_added():
    process = only(read_steps("Id|Steg|Type|Neste\nS|Søknad kommer|start (melding)|A\nA|Vurdere||E\nE|Ferdig|slutt|"))

    assert ways(process) == ["S > A", "A > E"]
    assert process.steps[0].triggers[0].type == "message"


def test_gateways_with_a_name_are_rows():
    process = only(
        read_steps(
            "Id|Steg|Type|Neste|Vilkår\nA|Motta||G|\nG|Komplett?|enten-eller|B; C|ja; nei\nB|Én||slutt|\nC|To||slutt|"
        )
    )

    assert types(process)["G"] == "exclusiveGateway"
    assert "G > B [ja]" in ways(process)


def test_events_are_attached_and_parts_lie_in_their_parent():
    process = only(
        read_steps(
            "Id|Steg|Type|Del av|Festet til|Neste\nA|Behandle|delprosess|||B\nA1|Lese||A||A2\nA2|Skrive||A||-\n"
            "L|Frist ute|kanthendelse (avbryter ikke; tid: 3 uker)||A|P\nP|Purre||||slutt\nB|Sende||||slutt"
        )
    )
    late = next(node for node in process.nodes if node.id == "L")

    assert isinstance(late, Event)
    assert (late.attached_to, late.interrupting, late.triggers[0].time) == ("A", False, "P3W")
    assert {node.id: node.parent for node in process.nodes}["A1"] == "A"
    assert {node.id: node.type for node in process.nodes}["A"] == "subProcess"


def test_roles_are_lanes():
    process = only(read_steps("Id|Steg|Rolle|Neste\nA|Motta|Arkiv|B; C\nB|Høre|Sak|D\nC|Se|Sak|D\nD|Sende|Arkiv|"))

    lanes = {lane.name: lane.nodes for lane in process.lanes}
    assert lanes == {"Arkiv": ("start", "A", "A_split", "D_join", "D", "end"), "Sak": ("B", "C")}


def test_messages_go_to_participants_outside():
    document = read_steps(
        "Organisasjon|Id|Steg\nFjordvik|A|Motta\nFjordvik|B|Sende",
        Meldinger=[["Navn", "Fra", "Til"], ["Søknad", "Søker", "A"], ["Vedtak", "B", "Søker"]],
    )
    process = only(document)

    assert [(pool.name, pool.process is None) for pool in process.pools] == [("Fjordvik", False), ("Søker", True)]
    assert {node.pool for node in process.nodes} == {process.pools[0].id}
    assert [(flow.name, flow.target == "A") for flow in process.message_flows] == [("Søknad", True), ("Vedtak", False)]


def test_pools_are_participants_with_steps():
    process = only(read_steps("Deltaker|Id|Steg|Neste\nKommune|A|Motta|B\nKommune|B|Sende|\nSøker|C|Søke|"))

    assert [pool.name for pool in process.pools] == ["Kommune", "Søker"]
    assert [node.type for node in process.nodes if node.type.endswith("Event")] == ["startEvent", "endEvent"] * 2


def test_one_file_holds_several_organisations_and_variants():
    document = read_steps(
        "Kommune|Variant|Prosess|Steg\nFjordvik|papir|Byggesak|Motta\nFjordvik|papir|Byggesak|Sende\n"
        "Fjordvik|digital|Byggesak|Motta\nNordås||Byggesak|Motta"
    )

    assert [(p.card.organisation, p.card.variant, len(p.steps)) for p in document.processes] == [
        ("Fjordvik", "papir", 4), ("Fjordvik", "digital", 3), ("Nordås", "", 3),
    ]  # fmt: skip
    assert len({process.id for process in document.processes}) == 3


def test_several_processes_are_written_and_read_with_what_is_theirs():
    from procmap.formats import write

    document = read_steps(
        "Kommune|Prosess|Id|Steg|Kontroller\nFjordvik|Byggesak|A|Motta|K1\nNordås|Byggesak|A|Motta|To ser på",
        Kontroller=[["Id", "Navn", "Type"], ["K1", "Sjekke", "forebyggende"]],
    )
    content = write(document.processes, "x.xlsx", language="sv").content

    assert [value.name for process in document.processes for value in process.attached] == ["Sjekke", "To ser på"]
    again = read_source(content, "x.xlsx").processes
    assert [process.replace(card=process.card.replace(name="")) for process in again] == list(document.processes)


def test_title_rows_may_stand_above_the_headings():
    content = workbook({"Ark1": [["Rutine for byggesak"], [], ["Sist endret 2024"], *steps("Steg|Rolle\nMotta|Arkiv")]})
    process = only(read_source(content, "x.xlsx"))

    assert process.name == "Rutine for byggesak"
    assert [step.name for step in process.steps] == ["", "Motta", ""]


def test_merged_cells_count_for_all():
    def merge(book):
        book["Steg"].merge_cells("B2:B3")

    content = workbook({"Steg": steps("Steg|Rolle\nMotta|Arkiv\nSende|")}, merge)
    process = only(read_source(content, "x.xlsx"))

    assert process.lanes[0].nodes == ("start", "motta", "sende", "end")


@pytest.mark.parametrize("headings", ["Step;Role", "Steg;Rolle", "Aktivitet;Utført av|Aktivitet;Rolle", "Steg;Roll"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_as_programs_write_it(headings, encoding, delimiter):
    text = f'{headings.rpartition("|")[2]}\r\nMotta søknad;Saksbehandler\r\n"Vurdere; så sende";Arkiv\r\n'
    if delimiter != ";":
        text = text.replace(";", delimiter).replace(f"Vurdere{delimiter}", "Vurdere;")
    process = only(read_source(text.encode(encoding), "x.csv"))

    assert [step.name for step in process.steps if isinstance(step, Activity)] == ["Motta søknad", "Vurdere; så sende"]
    assert len(process.lanes) == 2


@pytest.mark.parametrize(("text", "amount"), [("2,5 timer", "2.5"), ("2.5 timer", "2.5"), ("1 000 timer", "1000")])
def test_decimals_have_a_comma_or_a_point(text, amount):
    process = only(read_steps(f"Steg|Arbeidstid\nMotta|{text}"))
    details = next(step.details for step in process.steps if step.name)

    assert str(details.work_time.amount) == amount


def test_a_control_that_no_step_of_several_processes_cites_belongs_to_all():
    document = read_steps(
        "Prosess|Id|Steg\nP1|A|Motta\nP2|B|Sende", Kontroller=[["Id", "Navn", "Type"], ["K1", "Årlig", "avdekkende"]]
    )

    assert [len(process.attached) for process in document.processes] == [1, 1]
    assert codes(document) == []


def test_responsibility_has_the_letters_of_the_language():
    process = only(read_steps("Steg|HUKI\nMotta|U: Arkiv; H: Leder; K: Jurist; I: Søker"))
    details = next(step.details for step in process.steps if step.name)

    assert [each.letter for each in details.responsible] == ["responsible", "accountable", "consulted", "informed"]
