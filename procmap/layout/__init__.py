"""Coordinates for processes that have none: pools, lanes and sub-processes, rows and columns, orthogonal edges.

A layered drawing (Sugiyama, Tagawa and Toda 1981) on a grid: nodes in cells, edges in the channels between them.
"""

from procmap.layout.completing import complete
from procmap.layout.place import place

__all__ = ["complete", "place"]
