"""The English texts of changing a process step by step, by code: why a change can't be made, and what to do first."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "step-not-there": "This step is not there any more ({id}). Look at the list as it is now.",
    "step-label-empty": "Write what is done in the step.",
    "step-is-held": '"{name}" hangs on another step and goes with it. Move that step instead.',
    "step-elsewhere": '"{name}" and "{other}" are in different sub-processes or pools. Choose a place beside it.',
    "step-holds-events": '"{event}" hangs on "{name}". Take that away first.',
    "step-holds-steps": '"{name}" holds steps of its own. Take these away first, or move them.',
    "split-labels": "Write at least two steps to split this one into.",
    "merge-steps": "Choose at least two steps to make one of.",
    "not-an-activity": '"{name}" is no work that is done. Choose a task or a sub-process.',
    "not-a-step": '"{name}" is no step.',
    "branch-ways": "Give at least two ways, and a step on one of them.",
    "no-way-back": 'No way can lead back to "{name}". Choose a step after it.',
    "nowhere-to-move": '"{name}" cannot be moved further this way. Choose a place for it instead.',
    "goes-on": 'The work goes on after "{name}". Choose a step that nothing follows.',
    "after-a-parting": 'Ways part after "{name}". Choose a step on one of the ways.',
}
