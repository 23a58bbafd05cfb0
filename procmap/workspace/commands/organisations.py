"""Commands on the organisations of a project."""

from __future__ import annotations

from procmap.model import BadInput
from procmap.workspace.command import Command, given_name, short
from procmap.workspace.values import Organisation, ProcessEntry, SignOff
from procmap.workspace.work import Work


class AddOrganisation(Command):
    """Add an organisation; a reference counts in no majority."""

    name = "add-organisation"
    called: str
    letter: str = ""
    is_reference: bool = False

    def apply(self, work: Work) -> dict[str, str | int]:
        """Add it behind the others. Raises BadInput when one is called the same."""
        made = add_organisation(work, self.called, letter=self.letter, is_reference=self.is_reference)
        return {"name": short(made.name)}


class ChangeOrganisation(Command):
    """Change the name, letter or place of an organisation; `organisation` as it was looked at, with what is new."""

    name = "change-organisation"
    organisation: Organisation

    def apply(self, work: Work) -> dict[str, str | int]:
        """Put it in the place of what it was. Raises BadInput when another is called the same."""
        called = given_name(self.organisation.name, "organisation")
        _free(work, called, but=self.organisation.id)
        before = work.get(Organisation, self.organisation.id)
        work.put(self.organisation.replace(name=called, letter=self.organisation.letter.strip()))
        return {"name": short(called), "before": short(before.name)}


class RemoveOrganisation(Command):
    """Take an organisation away that has no processes."""

    name = "remove-organisation"
    organisation: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Take it away. Raises BadInput while a process is its own."""
        found = work.get(Organisation, self.organisation)
        if work.all(ProcessEntry, organisation=found.id):
            raise BadInput("organisation-in-use", name=short(found.name))
        for sign_off in work.all(SignOff, organisation=found.id):
            work.remove(sign_off)
        work.remove(found)
        return {"name": short(found.name)}


def add_organisation(work: Work, called: str, *, letter: str = "", is_reference: bool = False) -> Organisation:
    """Add an organisation behind the others. Raises BadInput when one is called the same."""
    name = given_name(called, "organisation")
    others = _free(work, name)
    place = max((one.place for one in others), default=0) + 1
    made = Organisation(id=work.new_id(), name=name, letter=letter.strip(), place=place, is_reference=is_reference)
    return work.put(made)


def organisation_called(work: Work, called: str) -> Organisation:
    """Return the organisation of a name; it is added when there is none."""
    name = given_name(called, "organisation")
    found = work.all(Organisation, name=name)
    return found[0] if found else add_organisation(work, name)


def _free(work: Work, name: str, but: str = "") -> tuple[Organisation, ...]:
    others = tuple(one for one in work.all(Organisation) if one.id != but)
    if any(one.name.casefold() == name.casefold() for one in others):
        raise BadInput("name-taken", field="organisation", name=short(name))
    return others
