"""Is a process sound: can every run end, and end well?

Sound means, for each pool: a run can always come to an end (no deadlock, no loop without a way out); no second token
comes where one already is; no end is reached twice in a run; every node can happen. It is decided by trying all states;
where these are many, by reduction first. How the drawing is read is told in `procmap.behaviour.compiling`.
"""

from __future__ import annotations

from typing import Literal

from procmap.behaviour import CAP, Fault, Net, Undecided, compile_nets, explore, find_faults, reduce_net
from procmap.model import Finding, Process
from procmap.model.value import Value
from procmap.soundness.telling import tell_faults, tell_undecided

_FIRST_TRY = 1_000
"""States to try before the net is reduced: most nets have fewer, and reducing costs more than trying them."""


class Verdict(Value):
    """The answer, and what it rests on.

    `path`: ids of the nodes on a shortest way to the first fault. `findings`: the faults (unsound) or what was too
    large (undecided). `notes`: what the drawing left open and how it was read. `states`: how many were tried.
    """

    verdict: Literal["sound", "unsound", "undecided"]
    path: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    states: int = 0


def soundness(process: Process, cap: int = CAP) -> Verdict:
    """Return whether a process is sound, unsound (with a way to each kind of fault), or not decided in `cap` states.

    A pool with several starts is read as one of them starting it; when that is unsound and all starting at once is
    not, as the latter.
    """
    judged = [_judge(net, cap) for net in compile_nets(process)]
    for place, (net, found, _) in enumerate(judged):
        if found and any(note.code == "several-starts" for note in net.findings):
            other = _judge(compile_nets(process, starts="all")[place], cap)
            if other[1] == ():
                judged[place] = other
    notes = tuple(note for net, _, _ in judged for note in net.findings)
    states = sum(tried for _, _, tried in judged)
    faults = [fault for _, listed, _ in judged for fault in listed or ()]
    if faults:
        return Verdict(
            verdict="unsound", path=faults[0].path, findings=tell_faults(process, faults), notes=notes, states=states
        )
    if any(listed is None for _, listed, _ in judged):
        return Verdict(verdict="undecided", findings=(tell_undecided(process, states),), notes=notes, states=states)
    return Verdict(verdict="sound", notes=notes, states=states)


_Judged = tuple[Net, tuple[Fault, ...] | None, int]


def _judge(net: Net, cap: int) -> _Judged:
    """Return the net with its faults (None: not decided) and the number of states tried."""
    try:
        return _explored(net, net, min(cap, _FIRST_TRY))
    except Undecided as undecided:
        found = _faults_so_far(net, undecided)
    if found[1]:
        return found
    reduced = reduce_net(net)
    if reduced is None:
        return net, (), found[2]
    if reduced is not net:
        # What is wrong is told on the net as it is drawn, where that can be explored too.
        try:
            rest = _explored(net, reduced, cap)
        except Undecided as undecided:
            rest = _faults_so_far(net, undecided)
        if rest[1] == ():
            return rest
        found = rest
    try:
        return _explored(net, net, cap)
    except Undecided as undecided:
        drawn = _faults_so_far(net, undecided)
        return drawn if drawn[1] else (net, found[1], drawn[2])


def _explored(net: Net, tried: Net, cap: int) -> _Judged:
    space = explore(tried, cap)
    return net, find_faults(space), len(space.states)


def _faults_so_far(net: Net, undecided: Undecided) -> _Judged:
    space = undecided.so_far
    return net, (find_faults(space, complete=False) or None) if space else None, undecided.states
