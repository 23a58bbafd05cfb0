"""The English sentence of every finding, by its code: the problem, then what to do. Names in braces are parameters."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "no-such-file": "{source}: there is no such file. Check its name and folder.",
    "is-folder": "{source}: this is a folder. Name the files in it, for example {source}/*.bpmn.",
    "no-permission": "{source}: you may not read this file. Ask for permission, or copy it to a folder of your own.",
    "cannot-open": (
        "{source}: the file cannot be opened: {detail}. Check that its drive or network folder is connected."
    ),
    "empty": "{source}: the file is empty. Export it again from the tool it came from.",
    "too-large": (
        "{source}: the file has {size} MB, and at most {limit} MB are read. Export its processes one by one."
    ),
    "too-deep": (
        "{source}: elements lie in each other more than {limit} deep. No modelling tool writes such a file: "
        "export it again."
    ),
    "too-many-elements": "{source}: the file has more than {limit} elements. Export its processes one by one.",
    "too-many-attributes": (
        "{source}: an element in line {line} has more than {limit} attributes. No modelling tool writes such "
        "a file: export it again."
    ),
    "text-too-long": (
        "{source}: a text in line {line} is longer than {limit} MB. Leave pictures and other attachments out "
        "of the export."
    ),
    "not-xml": (
        "{source}: this is not XML from line {line} on. Export it again as BPMN 2.0 from the tool it came from."
    ),
    "encoding-broken": (
        "{source}: the file says that it is {encoding}, and it is not from byte {position} on. Export it "
        "again, or save it as UTF-8."
    ),
    "doctype": (
        "{source}: the file has a document type declaration (DOCTYPE), which can hide harmful content and is "
        "not read. Delete the lines from <!DOCTYPE to its end, or export the file again as BPMN 2.0."
    ),
    "not-bpmn": (
        '{source}: this is not BPMN 2.0: its root is "{root}" in the namespace "{namespace}". Export it as '
        'BPMN 2.0, whose root is "definitions" in the namespace '
        '"http://www.omg.org/spec/BPMN/20100524/MODEL".'
    ),
    "no-process": (
        "{source}: the file holds no process and no collaboration. Export the process, not only its data or messages."
    ),
    "only-choreography": (
        "{source}: the file holds a choreography and no process, and procmap reads processes. Draw the work "
        "of each participant as a process, in a pool of its own."
    ),
    "not-json": "{source}: this is not JSON ({detail}). Export it again from procmap.",
    "not-a-model": (
        "{source}: this is JSON, but no model that procmap wrote. Give a file that procmap convert has written."
    ),
    "model-version": (
        "{source}: this file has the version {version}, and {expected} is read. Write it again with a "
        "procmap of the same version."
    ),
    "model-field": (
        "{source}: the value at {place} does not fit ({detail}). Correct it, or write the file again with procmap."
    ),
    "not-decisions": ('{source}: this is JSON, but no file of decisions. Its first key is "procmap": "decisions/1".'),
    "decisions-about": (
        "{source}: decision {decision} must be about exactly one of steps, order, presence, repeat, names and "
        "attached, and is about {things}. Split it, or say what it is about."
    ),
    "decisions-field": "{source}: the value at {place} does not fit ({detail}). Correct it.",
    "sample-missing": "{source}: the shipped sample is not there. Install procmap again.",
    "not-drawn": "{count} elements have no place in the drawing of the file. Draw the process anew to see them.",
    "mark-not-drawn": "{count} elements with marks are not seen in the drawing. Draw the process anew to see them.",
    "unknown-target": "{target}: procmap cannot write files of this kind. Choose a name that ends with one of {known}.",
    "target-is-folder": "{target}: this is a folder. Choose the name of a file, or another folder.",
    "output-exists": "{target}: the file is there already. Choose another name, or replace it with --force.",
    "no-such-folder": "{target}: the folder is not there. Make it, or choose another one.",
    "disk-full": "{target}: the disk is full, so nothing was written. Free some space, or choose another folder.",
    "cannot-write": (
        "{target}: the file cannot be written: {detail}. Choose another folder, or ask for permission to write there."
    ),
    "wrong-encoding": (
        "The file says that it is {declared}, but it is {used} and was read so. Check the letters æ, ø and å "
        "in the names."
    ),
    "namespace-not-uri": (
        "A namespace of the file is not a valid address ({detail}). Nothing of the process is lost: tell the "
        "maker of the tool."
    ),
    "undeclared-prefix": (
        'The prefix "{prefix}" is used and nowhere declared, so what bears it was not read. Declare it, or '
        "take it out of the file."
    ),
    "invalid-character": (
        "Control characters that XML forbids stand in the file, the first in line {line}: {count} were read "
        "as blanks. Type these names anew in your modelling tool."
    ),
    "missing-id": (
        "This {type} has no id, and is called {id} here. Open the file in your modelling tool and save it, "
        "so that it gets one."
    ),
    "duplicate-id": (
        "{times} elements have the id {id}: the first keeps it, the others get new ones here. Give each an "
        "id of its own in your modelling tool."
    ),
    "duplicate-attached": "The id {id} stands for {times} values of the kind {kind}. Give each an id of its own.",
    "not-read": (
        "Not read, because procmap has no place for it: {kind} ({count}). It stays in the file; draw it as "
        "part of a process if it matters here."
    ),
    "no-such-process": (
        'This pool names the process "{missing}", which is not in the file, and was read as an outside '
        "participant. Export pool and process together, if its steps matter."
    ),
    "process-in-two-pools": (
        '{count} pools name the process "{process}", and its steps were put into the first. Give each pool a '
        "process of its own."
    ),
    "dangling-flow": (
        'The {end} of this flow is "{missing}", and no step has that id. Connect the flow again in your modelling tool.'
    ),
    "dangling-message": (
        'The {end} of this message flow is "{missing}", and nothing has that id. Connect the message flow '
        "again in your modelling tool."
    ),
    "dangling-reference": (
        'This element cites "{missing}" ({reference}), and nothing has that id. Choose again in your '
        "modelling tool what it belongs to."
    ),
    "flow-across-scopes": (
        "This flow crosses the border of a pool or sub-process, which BPMN does not allow. It is kept as "
        "order: draw a message flow, or an event on the border."
    ),
    "message-to-lane": (
        "This message flow begins or ends at a lane, which BPMN does not allow. Connect it with the pool or "
        "with a step."
    ),
    "default-elsewhere": (
        'The default flow "{missing}" does not leave this element, so that it has none. Choose the default '
        "again in your modelling tool."
    ),
    "no-such-trigger": (
        'What this event waits for or sends is defined as "{missing}", which is not in the file. Choose it '
        "again in your modelling tool."
    ),
    "boundary-on-nothing": (
        'This boundary event sits on "{missing}", which is no activity of the process. Attach it again in '
        "your modelling tool."
    ),
    "lane-names-nothing": (
        'This lane names "{missing}", and no step has that id. Draw the step again, or move it into the lane again.'
    ),
    "lanes-by-place": (
        "The lanes name no steps, so who does each step was taken from the drawing. Check it, or move the "
        "steps into their lanes again in your modelling tool."
    ),
    "lanes-name-no-step": (
        "The lanes name no steps and there is no drawing to take them from, so nobody knows who does what. "
        "Move the steps into their lanes in your modelling tool."
    ),
    "shape-without-place": (
        "Elements whose place in the drawing is no number, and was not read: {count}. Move them a little in "
        "your modelling tool and save."
    ),
    "not-connected": "Nothing leads to this {type} or from it. Connect it, or delete it.",
    "attached-to-nothing": (
        'The {kind} {id} is attached to "{missing}", which is not in the process. Attach it to a step.'
    ),
    "no-such-risk": (
        'The control {id} treats the risk "{missing}", which is not in the process. Add the risk, or choose another.'
    ),
    "no-such-scale": (
        'The risk {id} uses the scale "{missing}", which is not in the process. Add the scale, or choose another.'
    ),
    "no-step": (
        'The process "{process}" has no activity, so there is nothing to compare. Draw its steps, or choose '
        "another process."
    ),
    "long-name": (
        "This name has {length} characters, and names are read at a glance. Move what is more than a name to "
        "the documentation."
    ),
    "flow-end-from-node": (
        "An end of this flow was missing and was taken from the step that names the flow. Check it in your "
        "modelling tool."
    ),
    "empty-process": (
        "The process {id} is empty and was left out. Delete it in your modelling tool, if nobody needs it."
    ),
    "no-name": "This {type} has no name. Name it, so that it can be compared.",
    "no-condition": (
        "{count} ways out of this gateway have neither a name nor a condition. Name them, so that people "
        "know when each is taken."
    ),
    "unknown-format": "{source}: procmap does not know this kind of file. Give one of: {known}.",
    "encoding-unknown": (
        '{source}: the file says that it is in the encoding "{encoding}", which nobody knows. Save it as UTF-8.'
    ),
    "not-epml": '{source}: this is not EPML: its root is "{root}", not "{expected}". Export it again as EPML.',
    "no-such-attached": (
        'This element names the attached value "{missing}", which is in no register of the file. Attach it '
        "again, or take the mention out."
    ),
    "metadata-bad": "The metadata at {place} does not fit ({detail}) and was not read. Correct it in the file.",
    "metadata-unknown": (
        "The metadata has {place}, which this version does not know. It stays in the file and is not read."
    ),
    "dangling-relation": (
        'In process {process}, relation {id} leads to "{missing}", which is not there. Draw it again.'
    ),
    "called-not-found": (
        'In process {process}, "{name}" leads to the process "{called}", which is not in the file. Export '
        "both together, if it matters."
    ),
    "epc-implicit-split": (
        'In process {process}, {count} ways leave "{name}" without a connector. Draw one, so that it is '
        "plain whether one or all are taken."
    ),
    "epc-implicit-join": (
        'In process {process}, {count} ways lead to "{name}" without a connector. Draw one, so that it is '
        "plain whether one or all are awaited."
    ),
    "written-anew": (
        "The changes have no place in the file they came from, so it was written anew. Check its drawing."
    ),
    "implicit-split": (
        '{flows} ways leave "{name}" without a gateway, and were read as parallel, as BPMN says. Draw a gateway, so '
        "that nobody has to guess."
    ),
    "implicit-join": (
        '{flows} ways lead to "{name}" without a gateway, and each of them starts it, as BPMN says. Draw a gateway, so '
        "that nobody has to guess."
    ),
    "several-starts": (
        "The process has several start events ({starts}), and was read as one of them starting it. Say so in a note, "
        "if all must happen."
    ),
    "complex-read-as-inclusive": (
        'The complex gateway "{name}" was read as one or more of its ways. Use another kind of gateway, if one fits.'
    ),
    "link-leads-nowhere": (
        'The link "{link}" leads nowhere, since no event catches it. Give both ends of the link the same name.'
    ),
    "flow-drawn-twice": "Two flows lead from {source} to {target}, and count as one. Delete one of them.",
    "stands-alone": '"{name}" stands alone, and what can happen was judged without it. Connect it, or delete it.',
    "unsound-deadlock": (
        'On the way {after}, "{at}" waits for ever: it has {has}, and what it waits for as well ({waits_for}) cannot '
        "come. Let ways that part as either-or meet as either-or, and parallel ones as parallel."
    ),
    "unsound-stops": (
        'On the way {after}, the case stops at "{at}" before it is done. Check what should come before and after it.'
    ),
    "unsound-unsafe": (
        'On the way {after}, "{at}" is reached again before it is done. Let parallel ways meet in a parallel gateway '
        "before it."
    ),
    "unsound-livelock": "On the way {after}, {steps} can go on for ever, and nothing leads to an end. Draw a way out.",
    "unsound-dead": "{steps}: this can never happen. Check the gateways on the way there.",
    "unsound-no-start": "Nothing starts this process, since every step waits for another. Draw a start event.",
    "unsound-ends-twice": (
        'On the way {after}, the end "{at}" is reached more than once in one case. Let parallel ways meet before it.'
    ),
    "soundness-undecided": (
        "Not decided: after {states} states it was still not clear whether the process can always end. Check its "
        "parts one by one."
    ),
}
SINGULAR: dict[str, str] = {
    "not-drawn": "{count} element has no place in the drawing of the file. Draw the process anew to see it.",
    "mark-not-drawn": "{count} element with a mark is not seen in the drawing. Draw the process anew to see it.",
    "invalid-character": (
        "A control character that XML forbids stands in the file, in line {line}: {count} was read as a blank. Type "
        "this name anew in your modelling tool."
    ),
    "process-in-two-pools": (
        '{count} pool names the process "{process}", and its steps were put into it. Give each pool a process of its '
        "own."
    ),
    "no-condition": (
        "{count} way out of this gateway has neither a name nor a condition. Name it, so that people know when it is "
        "taken."
    ),
    "epc-implicit-split": (
        'In process {process}, {count} way leaves "{name}" without a connector. Draw one, so that it is plain whether '
        "it is taken."
    ),
    "epc-implicit-join": (
        'In process {process}, {count} way leads to "{name}" without a connector. Draw one, so that it is plain '
        "whether it is awaited."
    ),
}
