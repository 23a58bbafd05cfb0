"""The commands that change a project: the only way to do so."""

from procmap.workspace.commands.alignment import Confirm, Rearrange, Withdraw
from procmap.workspace.commands.attached import RemoveAttached, SetAttached
from procmap.workspace.commands.decisions import Decide, Sign
from procmap.workspace.commands.files import AddFiles, TakeConfirmations, TakeDecisions
from procmap.workspace.commands.notes import AddNote, ChangeNote, GiveCause, RemoveCause, RemoveNote
from procmap.workspace.commands.organisations import (
    AddOrganisation,
    ChangeOrganisation,
    ChangeOrganisations,
    RemoveOrganisation,
)
from procmap.workspace.commands.processes import (
    EditProcess,
    ImportProcesses,
    Incoming,
    MoveProcess,
    RemoveProcess,
    ReplaceSource,
)
from procmap.workspace.commands.services import AddService, CallReady, ChangeService, RemoveService
from procmap.workspace.commands.settings import ChangeSetting, SetScale

__all__ = [
    "AddFiles", "AddNote", "AddOrganisation", "AddService", "CallReady", "ChangeNote", "ChangeOrganisation",
    "ChangeOrganisations", "ChangeService", "ChangeSetting", "Confirm", "Decide", "EditProcess", "GiveCause",
    "ImportProcesses", "Incoming", "MoveProcess", "Rearrange", "RemoveAttached", "RemoveCause",
    "RemoveNote", "RemoveOrganisation", "RemoveProcess", "RemoveService", "ReplaceSource", "SetAttached",
    "SetScale", "Sign", "TakeConfirmations", "TakeDecisions", "Withdraw",
]  # fmt: skip
