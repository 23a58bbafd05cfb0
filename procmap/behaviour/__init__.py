"""Order inside one process: questions to its drawing, its token game, and the relations that follow from it.

`FlowGraph` asks the drawing, `node_order` lists its nodes as they follow each other. `compile_nets` and `explore` play
tokens through it; `find_faults` and `reduce_net` are what soundness stands on. `read_process` gives a sound reading of
every pool, repaired where need be, and that gives the relations between rows and what runs have in common; `inside`
gives a sub-process by itself. `References` cites steps and finds them again. What has too many states is `Undecided`.
"""

from procmap.behaviour.compiling import Joins, Starts, compile_nets
from procmap.behaviour.components import strong_components
from procmap.behaviour.exploration import CAP, StateSpace, Undecided, explore
from procmap.behaviour.faults import Fault, FaultKind, find_faults
from procmap.behaviour.flow_order import flow_order, node_order
from procmap.behaviour.graph import FlowGraph
from procmap.behaviour.insides import inside, without_nodes
from procmap.behaviour.loops import Loop, find_loops, marked_loops
from procmap.behaviour.net import Net
from procmap.behaviour.reading import Reading, Repair, read_process
from procmap.behaviour.reduction import reduce_net
from procmap.behaviour.references import References, make_reference, normalised_label, resolve
from procmap.behaviour.relations import Order, Relation, View, concurrency, futures, order, view, weak_order
from procmap.behaviour.runs import Certain, always, can_skip, certain, implications, remaining, without

__all__ = [
    "CAP",
    "Certain",
    "Fault",
    "FaultKind",
    "FlowGraph",
    "Joins",
    "Loop",
    "Net",
    "Order",
    "Reading",
    "References",
    "Relation",
    "Repair",
    "Starts",
    "StateSpace",
    "Undecided",
    "View",
    "always",
    "can_skip",
    "certain",
    "compile_nets",
    "concurrency",
    "explore",
    "find_faults",
    "find_loops",
    "flow_order",
    "futures",
    "implications",
    "inside",
    "make_reference",
    "marked_loops",
    "node_order",
    "normalised_label",
    "order",
    "read_process",
    "reduce_net",
    "remaining",
    "resolve",
    "strong_components",
    "view",
    "weak_order",
    "without",
    "without_nodes",
]
