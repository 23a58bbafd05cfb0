"""The components of the app: the process map, the row board and the step list.

They are plain JavaScript of the browser (`assets/`), mounted by `st.components.v2` and served as files. What Python
sends is the only truth: they keep the focus, the zoom and the place that is looked at, and nothing else.
"""

from procmap.app.components.process_map import Connection, MapWords, connections_of, process_map
from procmap.app.components.row_board import (
    ALONE,
    BoardColumn,
    BoardRow,
    BoardStep,
    BoardWords,
    Move,
    Tone,
    row_board,
)
from procmap.app.components.step_list import ListWords, StepLine, step_list
from procmap.app.components.words import board_words, map_words

__all__ = [
    "ALONE",
    "BoardColumn",
    "BoardRow",
    "BoardStep",
    "BoardWords",
    "Connection",
    "ListWords",
    "MapWords",
    "Move",
    "StepLine",
    "Tone",
    "board_words",
    "connections_of",
    "map_words",
    "process_map",
    "row_board",
    "step_list",
]
