"""What a message to outside that only some send tells already: that their step sends something, and what comes out.

A step that sends an acknowledgement here and none there is one phenomenon, told by `participant_message`. That it is
a send task (`type`), and that the acknowledgement comes out of it (`document`), is not told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from procmap.comparison.differences.aspect import Told
from procmap.comparison.differences.document import DOCUMENTS_OUT, tell_out
from procmap.comparison.differences.participant_message import is_sent
from procmap.comparison.grid import Grid
from procmap.comparison.values import Difference
from procmap.language import label_key

_SENDS = "sendTask"


def not_told(grid: Grid, differences: Sequence[Difference]) -> list[Difference]:
    """Return differences without those that say no more than a message at the same row says already."""
    messages: dict[str, list[Difference]] = defaultdict(list)
    for one in differences:
        for row in one.rows if is_sent(one) else ():
            messages[row].append(one)
    return [one for one in differences if not _is_told(grid, one, messages)]


def _is_told(grid: Grid, difference: Difference, messages: Mapping[str, Sequence[Difference]]) -> bool:
    if difference.code not in ("type", "document") or len(difference.rows) > 1:
        return False
    return any(
        _is_sending(difference, one) if difference.code == "type" else _is_what_is_sent(grid, difference, one)
        for one in messages.get(difference.rows[0], ())
    )


def _senders(message: Difference) -> set[str]:
    return {place.process for place in message.elements}


def _is_sending(difference: Difference, message: Difference) -> bool:
    sending = {party for party, kinds in difference.values.items() if kinds == _SENDS}
    others = {kinds for party, kinds in difference.values.items() if party not in sending and kinds is not None}
    return sending == _senders(message) and len(others) == 1


def _is_what_is_sent(grid: Grid, difference: Difference, message: Difference) -> bool:
    """Tell whether documents that come out of a row differ no more without those that are sent from there."""
    if difference.params.get("part") != DOCUMENTS_OUT.part:
        return False
    row = grid.row[difference.rows[0]]
    cited = {(place.process, place.id) for place in message.elements}
    told: dict[str, Told] = {}
    for party in grid.having(row):
        sent = {
            label_key(flow.name or flow.message, grid.spoken(party.id))
            for flow in party.process.message_flows
            if (party.id, flow.id) in cited
        }
        left = tell_out(grid, party, grid.steps(row, party), sent)
        if left is not None:
            told[party.id] = left
    beside = DOCUMENTS_OUT.side_by_side
    return not DOCUMENTS_OUT.differs(beside(grid, told) if beside is not None else told)
