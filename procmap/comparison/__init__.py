"""How organisations differ.

Relations across them, one common order of rows, a module for each class of differences, agreement, and the matrix of
steps by organisations.
"""

from procmap.comparison.comparing import compare
from procmap.comparison.differences.sides import WITHIN
from procmap.comparison.grid import NOTHING
from procmap.comparison.severity import Severities, default_severities, parse_severities
from procmap.comparison.values import Agreement, Cell, Comparison, Difference, Matrix, MatrixRow, Place, Sign

__all__ = [
    "NOTHING",
    "WITHIN",
    "Agreement",
    "Cell",
    "Comparison",
    "Difference",
    "Matrix",
    "MatrixRow",
    "Place",
    "Severities",
    "Sign",
    "compare",
    "default_severities",
    "parse_severities",
]
