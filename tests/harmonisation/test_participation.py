"""Which pools are the same participant."""

from __future__ import annotations

from procmap.alignment import Party, align
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.naming import Names
from procmap.harmonisation.participation import MAIN, Participation, participation
from procmap.harmonisation.sources import sources_of
from procmap.model import Activity, Pool, Process


def drawn(**pools: str) -> Process:
    """Return a process with a pool for each name, and the steps (letters) in it."""
    return Process(
        id="p",
        pools=tuple(Pool(id=f"pool {name}", name=name) for name in pools),
        nodes=tuple(
            Activity(id=f"{name} {step}", name=f"step {step}", pool=f"pool {name}")
            for name, steps in pools.items()
            for step in steps
        ),
    )


def found(**processes: Process) -> Participation:
    parties = [Party(organisation=name, process=one) for name, one in processes.items()]
    alignment, sources = align(parties), sources_of(parties)
    return participation(alignment, sources, Names(alignment, sources, Rulings()))


def test_one_pool_each_is_the_main_participant_whatever_it_is_called() -> None:
    assert found(A=drawn(Town="abc"), B=drawn(City="xyz")).of_pool == {}


def test_steps_in_common_count_before_names() -> None:
    told = found(A=drawn(Town="abc", Citizen="xy"), B=drawn(Citizen="abc", Applicant="xy"))
    assert list(told.names.values()) == ["Citizen"]
    assert set(told.of_pool) == {("A", "pool Citizen"), ("B", "pool Applicant")}


def test_the_pool_that_those_with_one_pool_have_is_the_main_one() -> None:
    told = found(A=drawn(Town="abc"), B=drawn(Citizen="wxyz", Office="abc"))
    assert set(told.of_pool) == {("B", "pool Citizen")}


def test_what_is_drawn_in_no_pool_beside_others_is_a_participant() -> None:
    beside = drawn(Town="abc")
    beside = beside.replace(nodes=(*beside.nodes, Activity(id="x", name="step x")))
    told = found(A=beside)
    (source,) = sources_of([Party(organisation="A", process=beside)])
    assert told.of(source, "Town a") == MAIN
    assert told.of(source, "x") != MAIN
