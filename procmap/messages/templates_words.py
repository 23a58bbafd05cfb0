"""The words for values that findings and answers carry as codes: `KIND-VALUE`. `{x:KIND}` in a text asks for one."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # How two steps stand to each other, before the name of the second.
    "relation-before": "before", "relation-after": "after", "relation-either-or": "as an alternative to",
    "relation-parallel": "at the same time as", "relation-mixed": "both before and after",
    "relation-unrelated": "in no fixed order with",
    # The same, and other answers to a question, by themselves.
    "answer-before": "before", "answer-after": "after", "answer-either-or": "either-or",
    "answer-parallel": "parallel", "answer-always": "always", "answer-optional": "optional",
    "answer-once": "once", "answer-repeated": "repeated",
    # What people can choose in a decision.
    "choice-keep": "keep", "choice-adopt": "adopt", "choice-merge": "merge", "choice-redesign": "redesign",
    "choice-local": "local variant", "choice-drop": "drop", "choice-move": "move", "choice-before": "before",
    "choice-after": "after", "choice-parallel": "parallel", "choice-either-or": "either-or",
    "choice-always": "always", "choice-optional": "optional", "choice-once": "once", "choice-repeated": "repeated",
    # The fields that a decision needs, as their columns are called.
    "needed-reason": "Reason", "needed-text": "Text", "needed-from": "Whose way", "needed-to": "To step",
    # What can be attached to a step.
    "attached-control": "control", "attached-risk": "risk", "attached-rosa": "ROSA level",
    "attached-record": "record rule", "attached-note": "note",
    # Can a process run?
    "verdict-sound": "sound", "verdict-unsound": "unsound", "verdict-undecided": "undecided",
    # The laws of a common process, as what they ask for.
    "law-unanimity": "what all agree on holds", "law-accounting": "every step has one fate",
    "law-nothing_lost": "nothing attached is lost", "law-derivability": "each process can be derived back",
    "law-soundness": "it can run to its end",
    # The ends of a flow.
    "end-source": "source", "end-target": "target",
    # The elements of BPMN 2.0.
    "element-task": "task", "element-userTask": "user task", "element-manualTask": "manual task",
    "element-serviceTask": "service task", "element-scriptTask": "script task",
    "element-businessRuleTask": "business rule task", "element-sendTask": "send task",
    "element-receiveTask": "receive task", "element-callActivity": "call activity",
    "element-subProcess": "sub-process", "element-adHocSubProcess": "ad-hoc sub-process",
    "element-transaction": "transaction", "element-startEvent": "start event", "element-endEvent": "end event",
    "element-boundaryEvent": "boundary event", "element-intermediateCatchEvent": "intermediate catch event",
    "element-intermediateThrowEvent": "intermediate throw event", "element-implicitThrowEvent": "implicit throw event",
    "element-exclusiveGateway": "exclusive gateway", "element-parallelGateway": "parallel gateway",
    "element-inclusiveGateway": "inclusive gateway", "element-eventBasedGateway": "event-based gateway",
    "element-complexGateway": "complex gateway", "element-sequenceFlow": "sequence flow",
    "element-messageFlow": "message flow", "element-lane": "lane", "element-participant": "participant",
    "element-process": "process", "element-dataObject": "data object", "element-dataStore": "data store",
    "element-association": "association", "element-textAnnotation": "text annotation", "element-group": "group",
    # What kinds of step say of the work.
    "work-userTask": "done in a system", "work-manualTask": "done by hand", "work-serviceTask": "automatic",
    "work-scriptTask": "automatic", "work-businessRuleTask": "automatic, by a rule",
    "work-sendTask": "sends something", "work-receiveTask": "receives something",
    "work-startEvent": "starts the process", "work-endEvent": "ends the process",
    "work-callActivity": "a process of its own", "work-task": "work that somebody does",
    "work-boundaryEvent": "can happen during a step", "work-intermediateCatchEvent": "waits for something",
    "work-intermediateThrowEvent": "milestone", "work-implicitThrowEvent": "milestone",
    # What an organisation tells where it tells that there is none (controls, risks, record rules).
    "value-none": "none",
    "rosa-levels": "levels {levels:list}",
    # The service levels of the ROSA model.
    "rosa-name-1": "Information", "rosa-name-2": "Guidance", "rosa-name-3": "Administrative distribution",
    "rosa-name-4": "Routine and rule-based casework and decisions",
    "rosa-name-5": "Preparations specific to the trade", "rosa-name-6": "Casework and decisions by judgement",
    "rosa-name-7": "Management tasks", "rosa-name-8": "Political leadership and governance",
    # What record rules ask for.
    "registration-yes": "to be registered", "registration-no": "not to be registered",
    "registration-assess": "registration to be assessed",
    "disposal-preserve": "to be preserved", "disposal-dispose": "to be disposed of",
    "disposal-assess": "disposal to be assessed",
    # Lengths of time, and what is repeated by them.
    "repeated-lengths": "again and again, {length} apart",
    "repeated-lengths-times": "{times} times, {length} apart",
    "duration-minutes": "{amount} minutes", "duration-hours": "{amount} hours", "duration-days": "{amount} days",
    "duration-working-days": "{amount} working days", "duration-weeks": "{amount} weeks",
    "duration-months": "{amount} months", "duration-years": "{amount} years",
}  # fmt: skip
SINGULAR: dict[str, str] = {
    "rosa-levels": "level {levels:list}",
    "duration-minutes": "{amount} minute", "duration-hours": "{amount} hour", "duration-days": "{amount} day",
    "duration-working-days": "{amount} working day", "duration-weeks": "{amount} week",
    "duration-months": "{amount} month", "duration-years": "{amount} year",
}  # fmt: skip
