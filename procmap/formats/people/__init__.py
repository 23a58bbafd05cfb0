"""What people say of an alignment and of a common process, as sheets of a workbook that they can fill in.

All that confirmations and decisions can say in JSON can be said in these sheets, and comes back as it was.
"""

from procmap.formats.people.columns import ABOUT, ANSWERS, CHOICES, CHOICES_OF, CITED, CONFIRMATIONS, DECISIONS, STATES
from procmap.formats.people.confirming import confirmation_line, confirmation_lines, confirmations_of
from procmap.formats.people.deciding import decision_lines, decisions_of

__all__ = [
    "ABOUT", "ANSWERS", "CHOICES", "CHOICES_OF", "CITED", "CONFIRMATIONS", "DECISIONS", "STATES", "confirmation_line",
    "confirmation_lines", "confirmations_of", "decision_lines", "decisions_of",
]  # fmt: skip
