"""`wording`: the words of the same step. What differs only in inflection, case or punctuation is no difference."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.language import label_key
from procmap.model import Step


def tell(grid: Grid, _party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the stems of the label; None where there is none, or several: that is `split_merged`."""
    keys = {label_key(step.name, grid.language) for step in steps}
    if len(keys) > 1 or not all(step.name.strip() for step in steps):
        return None
    return Told(keys.pop(), joined(step.name for step in steps))


WORDING = Aspect("wording", tell)
