"""The English sentences of harmonising, by code: why values are proposed, what breaks a law, what is to be decided."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # What cannot be harmonised.
    "nothing-to-harmonise": "There is no process to harmonise. Name at least one file.",
    "keep-too-small": "--keep {keep}: at least 1 organisation must have a step for it to be kept. Give 1 or more.",
    "too-many-rows": (
        "There are {rows} rows of steps, and at most {limit} can be composed into one process. Harmonise the processes "
        "part by part."
    ),
    # How the sources were read.
    "source-undecided": (
        "The process of {party} can take too many turns to follow them all, so it has no vote on the order of steps. "
        "Harmonise its parts one by one."
    ),
    "source-repaired": (
        "The process of {party} can get stuck or is not drawn to its end. It was read as if that were mended, and its "
        "vote counts half. Run procmap check on it."
    ),
    "source-of-several-pools": (
        "Steps of several pools of {party} are in one pool of the common process, as most have them. Their order is "
        "not known. Look at it."
    ),
    "message-inside": (
        'The message "{name}" of {party} runs between steps that are in one pool now, so it is not drawn. Say by the '
        "order of steps what it said."
    ),
    "event-moved": (
        'The event "{label}" starts, ends or interrupts something in its source, and cannot where it stands now. It is '
        "drawn as an intermediate event. Look whether that is what you mean."
    ),
    # Decisions that could not be applied.
    "decision-step-not-found": (
        "Decision {decision} ({choice}) was not applied: these steps are not there, or there are several like them: "
        "{labels}. Make the decision again."
    ),
    "decision-not-for-this": (
        "Decision {decision} was not applied: {choice} is no answer to what it is about. Choose another answer."
    ),
    "decision-needs": (
        'Decision {decision} ({choice}) was not applied: "{field:needed}" ({field}) is empty. Fill it in.'
    ),
    "decision-of-several-rows": (
        "Decision {decision} ({choice}) was not applied: its steps lie in several rows now: {labels}. Decide for each, "
        "or merge them."
    ),
    "decision-row-grown": (
        'Decision {decision} ({choice}) was not applied: the row "{label}" has a step now that has something attached '
        "and that the decision does not know. Make the decision again."
    ),
    "decision-adopts-nothing": (
        "Decision {decision} was not applied: {party} has no such step to adopt. Choose an organisation that has it."
    ),
    "decision-attached-not-found": (
        "Decision {decision} ({choice}) was not applied: there is no {kind} {attached}, or there are several. Say at "
        "which step of which organisation it is."
    ),
    "decision-about-nothing": (
        "Decision {decision} ({choice}) was not applied: it is about nothing. Say which steps it is about."
    ),
    "decision-overtaken": (
        "Decision {decision} ({choice}) was not applied: a newer one is about some of its steps. Decide about the "
        "others: {labels}."
    ),
    "decision-local-nowhere": (
        "Decision {decision} ({choice}) was not applied: there is no organisation {parties}. Name those that are here."
    ),
    "decision-names-not-found": (
        "Decision {decision} ({choice}) is about names that are not there: {names}. Look whether they have changed."
    ),
    "decision-moves-nowhere": (
        'Decision {decision} ({choice}) was not applied: what it moves to, "{label}", is dropped or moved itself. '
        "Choose another step."
    ),
    "decision-cannot-move": (
        "Decision {decision} was not applied: a start, an end, an event on a step and a frame cannot be moved, and "
        'nothing can be moved into itself or to a frame ("{label}"). Choose another step, or decide the order.'
    ),
    "decision-kept-nowhere": (
        'Decision {decision} keeps the {kind} "{name}", and the step that it belongs to is dropped. Move it to a '
        "step, or retire it with a reason."
    ),
    # Decisions that no longer fit, as questions.
    "again-step-not-found": (
        "Decision {decision} ({choice}) is about steps that are not there now, or that there are several like: "
        "{labels}. Are they gone (drop), or is the decision to be made again about other steps?"
    ),
    "again-of-several-rows": (
        "Decision {decision} ({choice}) was about one row, and its steps lie in several now: {labels}. Are they one"
        " step (merge), or is it to be decided about each?"
    ),
    "again-overtaken": (
        "Decision {decision} ({choice}) is partly overtaken by a newer one. What of the other steps, {labels}?"
    ),
    "again-row-grown": (
        'Decision {decision} ({choice}) is about "{label}", which has a step now with something attached that the '
        "decision does not know. Does it still hold?"
    ),
    "again-adopts-nothing": (
        "Decision {decision} adopts the way of {party}, which has no such step now. Whose way is it to be?"
    ),
    "again-local-nowhere": (
        "Decision {decision} keeps a step at {parties}, and there is no such organisation. Where is it?"
    ),
    "again-attached-not-found": (
        "Decision {decision} ({choice}) is about the {kind} {attached}, and there is none now, or there are "
        "several. Is it gone (drop), or at which step is it?"
    ),
    "again-names-not-found": (
        "Decision {decision} ({choice}) is about names that are not there now: {names}. Are they gone (keep), or "
        "what is it called now?"
    ),
    "again-moves-nowhere": (
        'Decision {decision} moves a step to "{label}", which is dropped or moved itself. Where does it belong?'
    ),
    # Laws.
    "unanimity-broken": (
        'All organisations that have both have "{first}" {agreed} "{second}", and here they are {found}. Decide the '
        "order."
    ),
    "unanimity-open": (
        'All organisations that have both have "{first}" {agreed} "{second}", and here they are {found}. One of the '
        "two is not decided yet: decide about it, and about the order."
    ),
    "unanimity-contradiction": (
        'All organisations that have both have "{first}" {agreed} "{second}", and here they are {found}. No process '
        "that has each step once, and in which no choice depends on an earlier one, can keep that together with what "
        'is agreed on about "{third}". Decide which counts.'
    ),
    "law-more": "{count} more pairs stand in the way of the law of {law}. Decide the first ones, then look again.",
    "law-judged-by-blocks": (
        "The common process has too many states to try them all, so {law} was judged by its blocks. Nothing is to be "
        "done."
    ),
    "step-unaccounted": (
        'The step "{label}" ({step}) of {party} is not in exactly one row, or has not exactly one fate. Report this as '
        "an error of procmap."
    ),
    "step-unknown": (
        "There is a row or a fate for a step {step} of {party}, and no such step. Align the same files again."
    ),
    "step-goes-nowhere": (
        "The step {step} of {party} is not in the common process, and no decision says so. Report this as an error of "
        "procmap."
    ),
    "attached-lost": "The {kind} {id} of {party} would be lost without a decision. Decide what becomes of it.",
    "attached-open": (
        'The {kind} "{name}" ({id}) of {party} has no place in the common process. Move it to a step, or retire it '
        "with a reason."
    ),
    "control-displaced": (
        'The control "{name}" ({id}) must come {position} what it guards, and here they are {found}. Decide the order.'
    ),
    "not-derivable": (
        "The process of {party} cannot be derived back from what was aligned. Report this as an error of procmap."
    ),
    "common-not-sound": (
        "The common process is {verdict}. Follow the way that is given, and decide the order of the steps on it."
    ),
    "decisions-not-applied": (
        "{count} decisions could not be applied, so this is a draft. Correct them: the notes say how."
    ),
    "questions-open": "{count} questions are open, so this is a draft. Answer them.",
    # What is to be decided.
    "open-row": (
        '"{label}" is a step at {having}: {count} of {of} organisations, and {keep} are needed to keep it. It stays as '
        "optional until you decide."
    ),
    "open-frame": (
        '"{label}" is a sub-process at {having}: {count} of {of} organisations. Its steps are composed with those of '
        "the others, and a frame shows which they are. Decide whether it is kept."
    ),
    "order-tied": ("Should {first} come {relation:relation} {second}? The votes are equal. Until you decide it is so."),
    "order-tied-partly": (
        "Should {first} come {relation:relation} {second}? On {even} of these {of} pairs of steps the votes are equal. "
        "Until you decide it is so."
    ),
    "order-decided": (
        "The organisations have no common structure here. {first} come {relation:relation} {second}, as most votes "
        "say ({agreeing} : {against}). Decide the order only if that is not right."
    ),
    "order-cut": (
        "The organisations have no common structure here. {first} come {relation:relation} {second} ({agreeing} : "
        "{against} votes). Decide whether that is right."
    ),
    "order-agreed-broken": (
        "All organisations that have both agree that {first} come {relation:relation} {second}, and with the other "
        "steps that cannot be drawn. Decide which counts."
    ),
    "order-decided-broken": (
        "It was decided that {first} come {relation:relation} {second}, and with the other steps that cannot be drawn. "
        "Decide what is to give way."
    ),
    "order-unknown": (
        "No organisation has both {first} and {second}. The first come {relation:relation} the second until you "
        "decide: are they the same step, one or the other, or both in this order?"
    ),
    "order-control": (
        'At {party} the control "{name}" guards something: there {first} come {relation:relation} {second}, and here '
        "they do not. Decide which counts."
    ),
    "optional-tied": (
        "Are {labels} always done? As many do them always as sometimes. Until you decide they are optional."
    ),
    "loop-part-tied": (
        'Is "{label}" done every time the loop is done, or only on the way back? The votes are equal. Until you decide '
        "it is done every time."
    ),
    "loop-left-out": (
        "At {parties} these can be done again: {labels}. Too few agree, so here they are done once. Decide whether "
        "they are repeated."
    ),
    "loop-joined": (
        "Are {labels} repeated? They stand between steps that are, and too few organisations repeat them. Until you "
        "decide they are repeated with the others."
    ),
    "loop-border": (
        "Which steps are repeated? {labels} are a loop, and {others} stand differently to its steps. Decide what is "
        "inside."
    ),
    "names-differ": (
        'Are these the same role: {names}? They do the same steps. Until you decide the lane is called "{label}" where '
        "most agree on it."
    ),
    "attached-without-place": (
        'Where does the {kind} "{name}" of {party} belong? What it was attached to or guards is not in the common '
        "process."
    ),
    "attached-contradict": (
        "These are about the same thing, and only one can hold: {values}. Decide which is kept, and drop the others."
    ),
    # Why a value is proposed.
    "proposal-all": "All {asked} that say something say this.",
    "proposal-only": "It is the only one that says something.",
    "proposal-majority": "{having} of {asked} say this, more than anything else.",
    "proposal-tie": "{having} of {asked} say this, and as many say something else. Choose.",
    "proposal-union": "{having} of {asked} say this; all that anybody says is kept.",
    "proposal-decided": "It was decided ({decision}).",
}
SINGULAR: dict[str, str] = {
    "law-more": "{count} more pair stands in the way of the law of {law}. Decide the first ones, then look again.",
    "decisions-not-applied": "{count} decision could not be applied, so this is a draft. Correct it: a note says how.",
    "questions-open": "{count} question is open, so this is a draft. Answer it.",
}
