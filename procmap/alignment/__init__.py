"""Which steps of several organisations belong together: rows, the links that hold them, names that mean the same.

All parties are aligned at once, and none is the base. Matchers work in turn on one shared store of evidence; what
people confirmed goes before them all.
"""

from procmap.alignment.aligning import align
from procmap.alignment.values import Alignment, Doubt, Link, Member, NameGroup, NameMember, Party, Row

__all__ = ["Alignment", "Doubt", "Link", "Member", "NameGroup", "NameMember", "Party", "Row", "align"]
