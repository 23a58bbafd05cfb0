"""Commands on the organisations of a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from procmap.model import BadInput
from procmap.workspace.command import Command, given_name, short
from procmap.workspace.values import Organisation, ProcessEntry, SignOff
from procmap.workspace.work import Work

MOST_OF_A_LETTER = 2
"""Characters of the letter of an organisation."""


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
        work.put(self.organisation.replace(name=called, letter=given_letter(self.organisation.letter)))
        return {"name": short(called), "before": short(before.name)}


class ChangeOrganisations(Command):
    """Change names, letters, places and references of organisations at once, so that two can take each other's."""

    name = "change-organisations"
    organisations: tuple[Organisation, ...]

    def apply(self, work: Work) -> dict[str, str | int]:
        """Put them in the place of what they were. Raises BadInput when two would have one name, or one letter."""
        made = [
            one.replace(name=given_name(one.name, "organisation"), letter=given_letter(one.letter))
            for one in self.organisations
        ]
        keys = {one.id for one in made}
        after = [*(one for one in work.all(Organisation) if one.id not in keys), *made]
        names = Counter(one.name.casefold() for one in after)
        letters = Counter(one.letter.casefold() for one in after if one.letter)
        for one in made:
            if names[one.name.casefold()] > 1:
                raise BadInput("name-taken", field="organisation", name=short(one.name))
            if one.letter and letters[one.letter.casefold()] > 1:
                raise BadInput("letter-taken", letter=one.letter)
        before = {one.id: work.get(Organisation, one.id) for one in made}
        changed = [one for one in made if before[one.id] != one]
        held = {one.name for one in before.values()}
        for place, one in enumerate(changed):
            if one.name in held and one.name != before[one.id].name:
                # No two have one name at any moment: who takes the name of another is called by its id until that.
                changed[place] = work.put(one.replace(name=one.id)).replace(name=one.name)
        for one in changed:
            work.put(one)
        return {"names": short(", ".join(one.name for one in made)), "count": len(made)}


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
    own = given_letter(letter)
    return work.put(Organisation(id=work.new_id(), name=name, letter=own, place=place, is_reference=is_reference))


def placed(given: Sequence[Organisation]) -> tuple[Organisation, ...]:
    """Return organisations in the order of the places that people gave them, with places from 1 on.

    `given` are in the order that they had. One that is put where another is takes that place, and the other makes room.
    """

    def wanted(number: int) -> float:
        place = given[number].place
        return place + (0.5 if place > number + 1 else -0.5 if place < number + 1 else 0)

    order = sorted(range(len(given)), key=wanted)
    return tuple(given[number].replace(place=place) for place, number in enumerate(order, 1))


def given_letter(letter: str) -> str:
    """Return a letter without blanks around it. Raises BadInput when it is longer than pictures have room for."""
    made = "".join(letter.split())
    if len(made) > MOST_OF_A_LETTER:
        raise BadInput("letter-too-long", letter=short(made), most=MOST_OF_A_LETTER)
    return made


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
