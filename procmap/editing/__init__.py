"""Changing a process step by step, as people do in a list: every function takes a process and returns another one.

Nothing that is attached is lost: what stood on a step that goes away goes to the step beside it, or to the process as
a whole. Where a change can't be made, procmap.model.BadInput says why and what to do first.
"""

from procmap.editing.branches import Way, add_branch, add_end, loop_back
from procmap.editing.changing import change_step, rename, set_role
from procmap.editing.outline import Line, outline
from procmap.editing.starting import new_process
from procmap.editing.steps import add_step, merge_steps, move_down, move_step, move_up, remove_step, split_step

__all__ = [
    "Line", "Way", "add_branch", "add_end", "add_step", "change_step", "loop_back", "merge_steps", "move_down",
    "move_step", "move_up",
    "new_process", "outline", "remove_step", "rename", "set_role", "split_step",
]  # fmt: skip
