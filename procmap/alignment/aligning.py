"""`align`: the steps of all parties at once, never pair by pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from procmap.alignment.confirming import apply
from procmap.alignment.evidence import Evidence
from procmap.alignment.matchers import MATCHERS, UNNAMED
from procmap.alignment.names import names_of, names_to_look_at
from procmap.alignment.rows import rows_of
from procmap.alignment.values import Alignment, Doubt, Link, Party
from procmap.language import Lexicon
from procmap.model import BadInput, Confirmations, Decisions


def align(
    parties: Sequence[Party],
    confirmations: Confirmations | None = None,
    decisions: Decisions | None = None,
    *,
    lexicon: Lexicon | None = None,
) -> Alignment:
    """Return which steps of the parties belong together.

    The answer depends neither on the order of the parties nor on element ids (but for the ids it cites, and between
    variants of one organisation). What people confirmed always wins, and so does what they decided on names. `lexicon`:
    what words mean; else as shipped. Raises BadInput when two parties have the same id.
    """
    for party_id, times in Counter(party.id for party in parties).items():
        if times > 1:
            raise BadInput("equal-organisations", id=party_id)
    parties = sorted(parties, key=lambda party: party.id)
    evidence = Evidence(parties, lexicon)
    if confirmations is not None:
        apply(confirmations, parties, evidence)
    for matcher in MATCHERS:
        matcher(evidence)

    def place(link: Link) -> tuple[int, int]:
        return evidence.numbers[link.a], evidence.numbers[link.b]

    def first(doubt: Doubt) -> tuple[int, list[int], str]:
        numbers = [evidence.numbers[member] for member in doubt.steps]
        return (-1 if not numbers else numbers[0], numbers, str(doubt.finding.params))

    rows = rows_of(evidence)
    names = names_of(parties, rows, decisions, evidence.lexicon)
    return Alignment(
        rows=rows,
        links=tuple(sorted((link for link in evidence.links if _says_something(link, evidence)), key=place)),
        names=names,
        doubts=(*sorted(evidence.doubts, key=first), *names_to_look_at(names)),
    )


def _says_something(link: Link, evidence: Evidence) -> bool:
    """Tell whether a link is evidence.

    That two processes start (or end) without a name says nothing of their work, nor do states of equal words, nor that
    one organisation has a step twice.
    """
    if link.a.process == link.b.process or any(finding.code in UNNAMED for finding in link.why):
        return False
    return not all(evidence.steps[evidence.numbers[member]].is_state for member in (link.a, link.b))
