"""What comes together in all organisations, votes on what comes next, and drawings that are copied."""

from __future__ import annotations

from procmap.alignment import Party, align
from procmap.behaviour import read_process
from procmap.harmonisation import harmonise
from procmap.harmonisation.composing import compose
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.following import Following
from procmap.harmonisation.fragments import fragment
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import sources_of
from procmap.harmonisation.tree import BEGIN, END, Tree
from procmap.model import Activity, Event, Gateway, Process, SequenceFlow
from tests.harmonisation.test_harmonising import behaviour

XOR, AND = "exclusiveGateway", "parallelGateway"


def drawn(text: str) -> Process:
    """Return the process of flows `a -> b`. Names with X or P are gateways, `s` and `e` the start and the end."""
    pairs = [tuple(part.strip() for part in flow.split("->")) for flow in text.split(";")]
    nodes = []
    for name in dict.fromkeys(end for pair in pairs for end in pair):
        if name[0] in "XP":
            nodes.append(Gateway(id=name, type=XOR if name[0] == "X" else AND))
        elif name in "se":
            nodes.append(Event(id=name, name=name, type="startEvent" if name == "s" else "endEvent"))
        else:
            nodes.append(Activity(id=name, name=name))
    flows = [SequenceFlow(id=f"f{n}", source=source, target=target) for n, (source, target) in enumerate(pairs)]
    return Process(id="p", nodes=tuple(nodes), flows=tuple(flows))


def composed(*texts: str) -> tuple[Tree, dict[str, str]]:
    """Return the tree of some processes, and the labels of its rows."""
    parties = [Party(organisation=f"O{n}", process=drawn(text)) for n, text in enumerate(texts)]
    alignment, sources = align(parties), sources_of(parties)
    rows = Rows(alignment, sources, Rulings(), None)
    return compose(None, rows, sources, Rulings()).tree, {row.id: row.label for row in rows.rows.values()}


def shown(tree: Tree, labels: dict[str, str]) -> object:
    if tree.kind == "step":
        return ("?" if tree.optional else "") + labels[tree.row]
    return (("?" if tree.optional else "") + tree.kind, *(shown(part, labels) for part in tree.parts))


SKIPS = "s -> X1; X1 -> a; a -> X2; X1 -> X2; X2 -> m; m -> X3; X3 -> b; b -> X4; X3 -> X4; X4 -> e"
EITHER = "s -> X1; X1 -> a; X1 -> b; a -> X2; b -> X2; X2 -> m; m -> X3; X3 -> c; X3 -> d; c -> X4; d -> X4; X4 -> e"
FEES = (
    "s -> X1; X1 -> ask; X1 -> X3; ask -> X2; X2 -> pay; X2 -> refuse; pay -> X3; "
    "X3 -> extract; extract -> X4; refuse -> X4; X4 -> e"
)


def test_skips_that_do_not_depend_on_each_other_stay_skips() -> None:
    tree, labels = composed(SKIPS)
    assert shown(tree, labels) == ("seq", "s", "?a", "m", "?b", "e")


def test_what_is_only_done_after_something_becomes_a_choice_graph() -> None:
    tree, labels = composed(FEES, FEES)
    assert shown(tree, labels) == ("seq", "s", ("choice", "ask", "refuse", "pay", "extract"), "e")
    parties = [Party(organisation=name, process=drawn(FEES)) for name in "AB"]
    assert behaviour(harmonise(parties, align(parties)).common) == behaviour(drawn(FEES))


def test_who_lacks_a_part_between_says_nothing_of_what_comes_next() -> None:
    full, short = "s -> a; a -> b; b -> c; c -> e", "s -> a; a -> c; c -> e"
    parties = [Party(organisation=f"O{n}", process=drawn(text)) for n, text in enumerate((full, short, short))]
    sources = sources_of(parties)
    rows = Rows(align(parties), sources, Rulings(), None)
    names = [next(row.id for row in rows.rows.values() if row.label == label) for label in "abc"]
    links = Following(names, rows, sources).links([[0], [1], [2]], [0b110, 0b100, 0])
    assert links == [(BEGIN, 0), (0, 1), (1, 2), (2, END)]
    assert Following(names, rows, sources[1:]).links([[0], [2]], [0b10, 0]) == [(BEGIN, 0), (0, 1), (1, END)]


def projected(text: str, labels: str) -> Tree | None:
    party = Party(organisation="A", process=drawn(text))
    (source,) = sources = sources_of([party])
    rows = Rows(align([party]), sources, Rulings(), None)
    by_label = {row.label: row.id for row in rows.rows.values()}
    return fragment([by_label[label] for label in labels.split()], None, rows, source)


def test_a_drawing_is_kept_with_what_is_not_asked_for_passed_over() -> None:
    made = projected(EITHER, "a b d")
    assert made is not None
    assert made.stands == (".x<", "x.<", ">>.")
    # begin, a or b, then d or nothing, end: a split and a join for each
    assert made.gateways == (XOR, XOR, XOR, XOR)
    assert len(made.links) == 10


def test_parallel_ways_on_which_nothing_is_done_are_left_out() -> None:
    made = projected("s -> P1; P1 -> a; P1 -> b; P1 -> c; a -> P2; b -> P2; c -> P2; P2 -> d; d -> e", "a d")
    assert made is not None
    assert (made.gateways, made.links) == ((), ((BEGIN, 0), (0, 1), (1, END)))


def test_what_can_not_be_carried_over_by_itself_is_not() -> None:
    process = drawn("s -> a; a -> e")
    event = Event(id="v", name="v", type="boundaryEvent", attached_to="a")
    late = Activity(id="l", name="l")
    flow = SequenceFlow(id="f9", source="v", target="l")
    with_event = process.replace(nodes=(*process.nodes, event, late), flows=(*process.flows, flow))
    party = Party(organisation="A", process=with_event)
    (source,) = sources = sources_of([party])
    rows = Rows(align([party]), sources, Rulings(), None)
    by_label = {row.label: row.id for row in rows.rows.values()}
    assert fragment([by_label["a"], by_label["l"]], None, rows, source) is None
    assert fragment([by_label[label] for label in ("s", "a", "v", "l", "e")], None, rows, source) is not None


def test_a_flow_that_leads_nowhere_is_not_carried_over() -> None:
    process = drawn("s -> a; a -> e")
    broken = process.replace(flows=(*process.flows, SequenceFlow(id="f9", source="a", target="nowhere")))
    party = Party(organisation="A", process=broken)
    (source,) = sources = sources_of([party])
    rows = Rows(align([party]), sources, Rulings(), None)
    assert fragment([row.id for row in rows.rows.values()], None, rows, source) is None


def test_an_unsound_drawing_is_kept_as_it_is_read() -> None:
    stuck = "s -> X1; X1 -> a; X1 -> b; a -> P1; b -> P1; P1 -> c; c -> e"
    (reading,) = read_process(drawn(stuck))
    assert reading.repair == "parallel-joins-wait"
    made = projected(stuck, "s a b c e")
    assert made is not None
    assert made.gateways == (XOR, "inclusiveGateway")
