"""Small processes for tests of the model."""

from __future__ import annotations

from procmap.model import Activity, Event, Lane, Pool, Process, SequenceFlow


def small(**changes) -> Process:
    """Return start → receive → decide → end, with two lanes in a pool; `changes` are fields of the process."""
    fields = {
        "id": "P",
        "name": "Byggesøknad",
        "pools": (Pool(id="Pool", name="Nordås kommune", process="P_1"),),
        "lanes": (
            Lane(id="Lane_1", name="Postmottak", pool="Pool", nodes=("start", "receive")),
            Lane(id="Lane_2", name="Byggesak", pool="Pool", nodes=("decide", "end")),
        ),
        "nodes": (
            Event(id="start", name="Søknad kommer inn", type="startEvent", pool="Pool"),
            Activity(id="receive", name="Motta søknad", pool="Pool"),
            Activity(id="decide", name="Fatte vedtak", type="userTask", pool="Pool"),
            Event(id="end", name="Vedtak sendt", type="endEvent", pool="Pool"),
        ),
        "flows": (
            SequenceFlow(id="f1", source="start", target="receive", pool="Pool"),
            SequenceFlow(id="f2", source="receive", target="decide", pool="Pool"),
            SequenceFlow(id="f3", source="decide", target="end", pool="Pool"),
        ),
    }
    return Process(**{**fields, **changes})
