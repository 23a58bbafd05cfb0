from __future__ import annotations

from procmap.layout import place
from procmap.model import Activity, Lane, MessageFlow, Pool, Process


def pools_of(*messages: tuple[str, str], lanes: int = 4) -> list[str]:
    process = Process(
        id="p",
        pools=(Pool(id="town", process="x"), Pool(id="applicant")),
        lanes=tuple(Lane(id=f"lane{n}", pool="town", nodes=(f"n{n}",)) for n in range(lanes)),
        nodes=tuple(Activity(id=f"n{n}", pool="town") for n in range(lanes)),
        message_flows=tuple(MessageFlow(id=f"m{n}", source=a, target=b) for n, (a, b) in enumerate(messages)),
    )
    tops = {shape.element: shape.bounds.y for shape in place(process).shapes}
    return sorted(("town", "applicant"), key=lambda pool: tops[pool])


def test_pools_keep_their_order():
    assert pools_of() == ["town", "applicant"]
    assert pools_of(("applicant", "n0"), ("n3", "applicant")) == ["town", "applicant"]


def test_a_pool_goes_to_the_side_where_its_messages_go():
    assert pools_of(("applicant", "n0"), ("n0", "applicant")) == ["applicant", "town"]
