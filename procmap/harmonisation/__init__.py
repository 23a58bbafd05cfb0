"""One common process out of many: proposal, decisions, composition, and the fate of everything that was there.

How rows stand to each other is voted on; blocks of sequence, either-or, parallel and loops are made of that. What does
not fit is asked. Every law of the result is judged and shown each time.
"""

from procmap.harmonisation.deriving import derive
from procmap.harmonisation.harmonising import harmonise
from procmap.harmonisation.union import aligned_union
from procmap.harmonisation.values import ElementFate, Harmonisation, Invariant, ProposalEntry, Question, TraceEntry

__all__ = [
    "ElementFate",
    "Harmonisation",
    "Invariant",
    "ProposalEntry",
    "Question",
    "TraceEntry",
    "aligned_union",
    "derive",
    "harmonise",
]
