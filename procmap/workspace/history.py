"""The history of a project as sentences, and the states that can be returned to."""

from __future__ import annotations

from procmap.answers.shapes import Answer
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput
from procmap.model.value import Value
from procmap.workspace.log import Entry, EntryKind
from procmap.workspace.project import Project

_MOST_KNOWN = 20
_QUOTED = {
    "add-service": ("name",), "change-service": ("name",), "remove-service": ("name",), "snapshot": ("name",),
    "create-project": ("name",), "import-processes": ("service",), "add-files": ("service",),
    "remove-process": ("service",), "edit-process": ("step",), "confirm": ("steps",), "withdraw": ("steps",),
    "rearrange": ("step",), "decide": ("text",), "give-cause": ("step",), "remove-cause": ("step",),
    "add-note": ("text",), "change-note": ("text",), "remove-note": ("text",), "set-attached": ("name", "step"),
    "remove-attached": ("name",), "return-to": ("name",), "change-setting": ("value",), "set-scale": ("name",),
    "call-ready": ("service", "reason"),
}  # fmt: skip
"""What stands in quotation marks in the sentence of each command: labels, and what people wrote."""


class EntryAnswer(Value):
    """Something that was done: its number, who did it and when (UTC), and its sentence.

    `kind` is do, undo, redo or mark, `name` and `params` what the sentence is made of, `target` what was undone or
    redone. `who` is empty where nobody was named.
    """

    number: int
    kind: EntryKind
    name: str
    params: dict[str, str | int]
    text: str
    who: str
    role: str
    at: str
    target: int | None


class HistoryAnswer(Answer):
    """The history of a project, the newest first; `version` is the number of its last entry."""

    version: int
    entries: tuple[EntryAnswer, ...] = ()


def history_answer(project: Project, limit: int | None = None, say: Translator = ENGLISH) -> HistoryAnswer:
    """Return the history of a project, at most `limit` entries."""
    return HistoryAnswer(
        version=project.version,
        entries=tuple(
            EntryAnswer(
                number=entry.id,
                kind=entry.kind,
                name=entry.name,
                params=entry.told,
                text=told(entry, say),
                who=entry.who,
                role=entry.role,
                at=entry.at,
                target=entry.target,
            )
            for entry in project.history(limit)
        ),
    )


def told(entry: Entry, say: Translator = ENGLISH) -> str:
    """Return an entry of the history as a sentence. Of what was undone or redone it says that it was."""
    params = {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in entry.told.items()}
    code = code_of(entry.name, params)
    for key in _QUOTED.get(entry.name, ()):
        if params.get(key):
            params[key] = say.quoted(str(params[key]))
    try:
        sentence = say.text(code, **params)
    except KeyError:  # of a command that this procmap does not know
        sentence = entry.name
    return say.text(f"history-{entry.kind}", what=sentence) if entry.kind in ("undo", "redo") else sentence


def code_of(name: str, params: dict[str, str | int]) -> str:
    """Return the code of the sentence for a command: another where something is not said, so that none has a hole."""
    code = f"did-{name}"
    if name == "confirm":
        code = f"{code}-{str(params.get('kind', 'same')).replace('_', '-')}"
        return code if params.get("steps") else f"{code}-unnamed"
    if name == "decide" and params.get("text") and params.get("count") == 1:
        return f"{code}-one"
    if name == "rearrange" and params.get("how", "move") != "move":
        code = f"{code}-{params['how']}"
    if name == "call-ready":
        return code if params.get("reason") else f"{code}-no-longer"
    if name == "sign":
        return f"{code}-{params.get('agrees', 'yes')}"
    if name == "add-files":
        anew = params.get("anew", 0)
        return code if not anew else f"{code}-anew" if anew == params.get("count") else f"{code}-both"
    if name == "take-confirmations":
        return f"{code}-instead" if params.get("gone") else code
    if name == "change-organisation":
        return code if params.get("before") != params.get("name") else f"{code}-other"
    if name == "change-setting":
        code = f"{code}-{params.get('setting')}" if params.get("setting") == "name" else code
        return code if params.get("value") else f"{code}-empty"
    lacking = {
        "edit-process": "step", "move-process": "variant", "withdraw": "steps", "rearrange": "step", "decide": "text",
        "give-cause": "step", "remove-cause": "step", "set-attached": "step",
    }  # fmt: skip
    return f"{code}-plain" if name in lacking and not params.get(lacking[name]) else code


def state_called(project: Project, wanted: str) -> Entry:
    """Return the entry that `wanted` means to return to: the newest snapshot of that name, else the entry's number.

    Raises BadInput when there is neither.
    """
    entries = project.history()
    snapshots = [entry for entry in entries if entry.kind == "mark" and "name" in entry.told]
    for entry in snapshots:
        if entry.told.get("name") == " ".join(wanted.split()):
            return entry
    for entry in entries:
        if str(entry.id) == wanted:
            return entry
    known = ", ".join(dict.fromkeys(str(entry.told.get("name", "")) for entry in snapshots[:_MOST_KNOWN]))
    raise BadInput("no-such-snapshot", wanted=wanted[:200], known=known)
