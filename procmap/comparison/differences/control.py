"""`control`: a control present at a step here and not there, or of another kind (preventive, detective, key …).

That a step has no control is told only by a party that has controls at its steps at all.
"""

from __future__ import annotations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.model import Control, Step


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the kinds of control at the steps; None for a party that tells of no controls anywhere."""
    if not grid.uses(party, "control"):
        return None
    controls = [value for value in grid.attached(party, steps, "control") if isinstance(value, Control)]
    return Told(
        key=frozenset((control.type, control.mode, control.key, control.blocking) for control in controls),
        shown=joined(control.name or control.id for control in controls) or None,
        elements=tuple(control.id for control in controls),
    )


CONTROL = Aspect("control", tell)
