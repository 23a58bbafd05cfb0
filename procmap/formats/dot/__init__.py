"""DOT, the language of Graphviz: processes to look at in other tools, written and never read.

Pools, lanes and sub-processes are clusters, nodes have shapes like those of BPMN, messages and data are dashed and
dotted. Writing needs no Graphviz; drawing the result does (`OVERVIEW`, for files that hold many processes): `dot` on
the path, or the Python package pygraphviz. What DOT has no place for is told in findings.
"""

from procmap.formats.document import Target
from procmap.formats.dot.writer import write, write_overview

DOT = Target(name="dot", suffixes=(".dot", ".gv"), write=write)
OVERVIEW = Target(name="overview", suffixes=(".svg",), write=write_overview)

__all__ = ["DOT", "OVERVIEW", "write", "write_overview"]
