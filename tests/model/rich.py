"""A process in which every field of the model has a value of its own: what the stored samples hold."""

from __future__ import annotations

from decimal import Decimal

from procmap.model import (
    Activity,
    Annotation,
    Association,
    Bounds,
    ChecklistAnswer,
    Control,
    ControlOutcome,
    Cost,
    DataAssociation,
    DataItem,
    Deadline,
    Decision,
    Diagram,
    Duration,
    Edge,
    Event,
    Gateway,
    Group,
    Indicator,
    Lane,
    Loop,
    MessageFlow,
    Note,
    Origin,
    Point,
    Pool,
    Process,
    ProcessCard,
    Property,
    RecordRule,
    Responsibility,
    Risk,
    RosaAssessment,
    Scale,
    ScaleCell,
    ScaleLevel,
    SequenceFlow,
    Shape,
    Stakeholder,
    StepDetails,
    StepReference,
    Trigger,
)
from procmap.model.decisions import About, AttachedReference, Dissent, NameReference, NamesReference

_SAID = {
    "documentation": ("Slik gjøres det.", "Og slik."),
    "properties": (Property(name="kilde", value="rutine 4"),),
    "origins": (
        Origin(organisation="Fjordvik", variant="papir", process="P_1", element="T_1", label="Registrere søknad"),
    ),
}
_DETAILS = StepDetails(
    responsible=(Responsibility(role="Postmottak"), Responsibility(role="Byggesakssjef", letter="accountable")),
    systems=("Sak/arkiv",),
    documents_in=("Søknad",),
    documents_out=("Foreløpig svar",),
    work_time=Duration(amount=Decimal("0.5"), unit="hours"),
    lead_time=Duration(amount=Decimal(3), unit="working-days"),
    deadline=Deadline(
        amount=Decimal(12), unit="weeks", since="komplett søknad", text="tolv uker", legal_basis="pbl § 21-7"
    ),
    cost=Cost(amount=Decimal("125.50"), currency="SEK"),
    legal_basis=("pbl § 21-2",),
    channel="Altinn",
)
_REFERENCE = StepReference(
    organisation="Fjordvik",
    variant="papir",
    process="P_1",
    step="T_1",
    label="Registrere søknad",
    before=("Søknad kommer inn",),
    after=("Sende foreløpig svar",),
)


def _attached(kind: str) -> dict:
    return {
        "id": f"{kind}_1",
        "name": f"Om {kind}",
        "on": ("Register",),
        "position": "before",
        "guards": ("Decide",),
        "blocking": True,
    }


def _decision(number: int, **about) -> Decision:
    return Decision(id=f"D{number}", about=About(**about), choice="keep")


DECISIONS = (
    Decision(
        id="D1",
        about=About(steps=(_REFERENCE,)),
        choice="move",
        from_="Fjordvik",
        text="Registrere og sende svar",
        where=("Fjordvik",),
        condition="når søknaden er på papir",
        to=_REFERENCE,
        reason="ett ledd mindre",
        cause="gammelt fagsystem",
        by="prosesseier",
        agreed=("Fjordvik",),
        dissent=(Dissent(organisation="Nordås", why="mangler folk"),),
        state="decided",
        at="2026-03-01",
        replaces="D0",
    ),
    _decision(2, order=((_REFERENCE,), (_REFERENCE,))),
    _decision(3, presence=(_REFERENCE,), within=(_REFERENCE,)),
    _decision(4, repeat=(_REFERENCE,)),
    _decision(5, names=NamesReference(kind="system", members=(NameReference(organisation="Nordås", name="Elements"),))),
    _decision(6, attached=AttachedReference(kind="control", id="control_1", step=_REFERENCE)),
)

ATTACHED = (
    Risk(
        **_attached("risk"),
        description="Søknaden blir borte",
        category="drift",
        cause="to postkasser",
        consequence="fristen løper ut",
        likelihood="2",
        impact="4",
        scale="S5",
        treatment="én postkasse",
        residual_likelihood="1",
        residual_impact="3",
        owner="Byggesakssjef",
    ),
    Control(
        **_attached("control"),
        description="Telle søknader mot poster",
        type="detective",
        mode="manual",
        frequency="weekly",
        owner="Byggesakssjef",
        performer="Arkivar",
        evidence="liste",
        population="alle søknader",
        criterion="ingen mangler",
        key=True,
        risks=("risk_1",),
        goals=("rett frist",),
        legal_basis=("kommuneloven § 25-1",),
        outcomes=(ControlOutcome(date="2026-02-01", result="deviation", deviation="én manglet", measure="purret"),),
    ),
    RosaAssessment(
        **_attached("rosa"),
        level=3,
        reason="kan gjøres i servicesenteret",
        routine="documented",
        answers=(ChecklistAnswer(question="Er det rutine?", answer="ja"),),
    ),
    RecordRule(
        **_attached("record"),
        document_type="Søknad",
        direction="received",
        captured="ved mottak",
        registration="yes",
        system="Sak/arkiv",
        series="Byggesak",
        class_code="L42",
        access="UO",
        access_basis="offl. § 13",
        disposal="preserve",
        disposal_basis="riksarkivarens forskrift",
        retention="alltid",
        format="PDF/A",
        quality_check="dagens post",
        responsible="Arkivar",
        purpose="rettssikkerhet",
        procedure="rutine 7",
        approved_by="arkivleder",
        version="2",
        review_date="2027-01-01",
        source="dokumentasjonsplan",
    ),
    Note(**_attached("note"), about="problem", text="To steder å se", by="saksbehandler"),
)

CARD = ProcessCard(
    name="Byggesøknad",
    organisation="Fjordvik",
    variant="papir",
    state="common",
    kind="support",
    owner="Byggesakssjef",
    leader="Prosessleder",
    recipient="Tiltakshaver",
    stakeholders=(Stakeholder(name="Nabo", role="receives", interest="varsel"),),
    value="riktig vedtak i tide",
    trigger="Søknad",
    result="Vedtak",
    systems=("Sak/arkiv",),
    legal_basis=("plan- og bygningsloven",),
    volume_per_year=420,
    valid_from="2026-01-01",
    approved_by="rådmann",
    version="3",
    sensitivity="internal",
    indicators=(
        Indicator(
            name="Tid",
            area="behandling",
            unit="dager",
            baseline="60",
            baseline_date="2025-12-31",
            target="40",
            actual="44",
            source="KOSTRA",
            responsible="Byggesakssjef",
            goals=("kortere tid",),
        ),
    ),
    source_fingerprint="sha256:0f",
)

_IN_POOL = {"pool": "Kommune"}
_INSIDE = {"parent": "Treat", "pool": "Kommune"}

PROCESS = Process(
    id="P",
    name="Byggesøknad",
    card=CARD,
    documentation=("Fra søknad til vedtak.",),
    properties=(Property(name="notation", value="BPMN"),),
    pools=(
        Pool(
            id="Kommune",
            name="Kommunen",
            process="Process_1",
            process_name="Behandle byggesøknad",
            process_documentation=("Kommunens del.",),
            **_SAID,
        ),
        Pool(id="Søker", name="Tiltakshaver", multiple=True),
    ),
    lanes=(
        Lane(id="Etat", name="Byggesak", pool="Kommune", lane_set="Roller", nodes=("Treat",), **_SAID),
        Lane(id="Post", name="Postmottak", parent="Etat", pool="Kommune", nodes=("Start", "Register")),
        Lane(id="Leder", name="Leder", pool="Kommune", scope="Treat", nodes=("Decide",)),
    ),
    nodes=(
        Event(
            id="Start",
            name="Søknad kommer inn",
            type="startEvent",
            triggers=(Trigger(type="message", name="Søknad"), Trigger(type="timer", time="R/P1D", time_kind="cycle")),
            parallel_multiple=True,
            details=_DETAILS,
            **_IN_POOL,
            **_SAID,
        ),
        Activity(
            id="Register",
            name="Registrere søknad",
            type="userTask",
            loop=Loop(type="standard", condition="mangler"),
            performers=("arkivar",),
            details=_DETAILS,
            **_IN_POOL,
            **_SAID,
        ),
        Event(
            id="Late",
            name="Fristen går ut",
            type="boundaryEvent",
            attached_to="Register",
            interrupting=False,
            triggers=(
                Trigger(type="conditional", condition="dager > 84"),
                Trigger(type="error", name="Feil", code="E1"),
                Trigger(type="compensate", activity="Undo"),
            ),
            **_IN_POOL,
        ),
        Activity(id="Undo", name="Trekke tilbake", for_compensation=True, **_IN_POOL),
        Gateway(id="Race", type="eventBasedGateway", instantiates=True, parallel_events=True, **_IN_POOL, **_SAID),
        Gateway(id="Any", name="Nok svar?", type="complexGateway", condition="to av tre", **_IN_POOL),
        Activity(
            id="Treat",
            name="Behandle",
            type="subProcess",
            triggered_by_event=True,
            loop=Loop(type="parallel", cardinality="3"),
            **_IN_POOL,
        ),
        Activity(id="Decide", name="Fatte vedtak", type="callActivity", called="P_2", **_INSIDE),
        Activity(id="Send", name="Sende vedtak", type="sendTask", **_INSIDE),
        Gateway(id="Split", type="parallelGateway", **_INSIDE),
        Event(id="Sent", name="Vedtak sendt", type="intermediateThrowEvent", **_INSIDE),
        Event(id="End", name="Saken er slutt", type="endEvent", **_IN_POOL),
    ),
    flows=(
        SequenceFlow(id="f1", name="ja", source="Race", target="Any", condition="komplett", **_IN_POOL, **_SAID),
        SequenceFlow(id="f2", source="Race", target="End", default=True, **_IN_POOL),
        SequenceFlow(id="f3", source="Decide", target="Send", **_INSIDE),
    ),
    message_flows=(MessageFlow(id="m1", name="søknaden", source="Søker", target="Start", message="Søknad", **_SAID),),
    data=(
        DataItem(id="Sak", name="Saken", collection=True, **_IN_POOL, **_SAID),
        DataItem(id="SakRef", name="Saken", type="dataObjectReference", refers_to="Sak", state="mottatt", **_INSIDE),
        DataItem(id="Inn", name="Skjema", type="dataInput", owner="Register", **_IN_POOL),
    ),
    data_associations=(
        DataAssociation(
            id="d1", name="leser", type="input", node="Register", sources=("SakRef",), target="Inn", **_SAID
        ),
    ),
    annotations=(Annotation(id="a1", name="Merknad", text="Husk fristen", **_INSIDE, **_SAID),),
    groups=(Group(id="g1", name="Mottak", members=("Start", "Register"), **_INSIDE, **_SAID),),
    associations=(
        Association(id="as1", name="gjelder", source="a1", target="Decide", direction="both", **_INSIDE, **_SAID),
    ),
    attached=ATTACHED,
    scales=(
        Scale(
            id="S5",
            name="Fem trinn",
            source="kommunen",
            version="1",
            levels=(ScaleLevel(value="2", name="lite sannsynlig", colour="#0a0"),),
            cells=(ScaleCell(likelihood="2", impact="4", colour="#fa0"),),
        ),
    ),
    decisions=DECISIONS,
)

DIAGRAM = Diagram(
    id="Drawing",
    name="Byggesøknad",
    plane="P",
    shapes=(
        Shape(
            element="Kommune",
            marker_visible=True,
            bounds=Bounds(x=-10.5, y=20, width=900, height=400),
            horizontal=True,
            expanded=False,
            label=Bounds(x=0, y=20, width=30, height=400),
        ),
    ),
    edges=(
        Edge(
            element="f1",
            message_visible="non_initiating",
            waypoints=(Point(x=1, y=2), Point(x=30, y=2)),
            label=Bounds(x=10, y=0, width=20, height=14),
        ),
    ),
)
