"""`align`: the steps of all parties at once, never pair by pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from procmap.alignment.confirming import apply
from procmap.alignment.evidence import Evidence
from procmap.alignment.matchers import MATCHERS, UNNAMED
from procmap.alignment.names import names_of
from procmap.alignment.rows import rows_of
from procmap.alignment.values import Alignment, Doubt, Link, Party
from procmap.model import BadInput, Confirmations


def align(parties: Sequence[Party], confirmations: Confirmations | None = None) -> Alignment:
    """Return which steps of the parties belong together.

    The answer depends neither on the order of the parties nor on element ids (but for the ids it cites, and between
    variants of one organisation). What people confirmed always wins. Raises BadInput when two parties have the same id.
    """
    for party_id, times in Counter(party.id for party in parties).items():
        if times > 1:
            raise BadInput("equal-organisations", id=party_id)
    parties = sorted(parties, key=lambda party: party.id)
    evidence = Evidence(parties)
    if confirmations is not None:
        apply(confirmations, parties, evidence)
    for matcher in MATCHERS:
        matcher(evidence)

    def place(link: Link) -> tuple[int, int]:
        return evidence.numbers[link.a], evidence.numbers[link.b]

    def first(doubt: Doubt) -> tuple[int, list[int], str]:
        numbers = [evidence.numbers[member] for member in doubt.steps]
        return (-1 if not numbers else numbers[0], numbers, str(doubt.finding.params))

    return Alignment(
        rows=rows_of(evidence),
        links=tuple(sorted(filter(_says_something, evidence.links), key=place)),
        names=names_of(parties),
        doubts=tuple(sorted(evidence.doubts, key=first)),
    )


def _says_something(link: Link) -> bool:
    """Tell whether a link is evidence: that two processes start (or end) without a name says nothing of their work."""
    return not any(finding.code in UNNAMED for finding in link.why)
