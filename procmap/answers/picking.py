"""Which processes a verb is given, and whose they are.

An argument is `FILE`, `FILE#ID`, `FILE#NAME`, each with `ORGANISATION=` or `ORGANISATION/VARIANT=` before it where the
organisation is to be named. An existing path wins over every other reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from procmap.alignment import Party
from procmap.answers.shapes import ProcessAnswer, UnreadFile, describe, tell
from procmap.answers.sources import organisation_of, source_of
from procmap.formats import Document, read, unmodelled
from procmap.formats.files import STANDARD_INPUT
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Process


@dataclass(frozen=True)
class Argument:
    """An argument taken apart: `wanted` is the id or name after `#`, `organisation` empty where none is named."""

    given: str
    file: str
    wanted: str = ""
    organisation: str = ""
    variant: str = ""


@dataclass(frozen=True)
class Picked:
    """The parties that arguments name, sorted by id, with the source of each; and what could not be used.

    `service` is what people call the service that all perform, where they said so: in a project.
    """

    parties: tuple[Party, ...]
    sources: tuple[str, ...]
    unread: tuple[UnreadFile, ...]
    service: str = ""

    @property
    def processes(self) -> tuple[ProcessAnswer, ...]:
        """The processes as answers show them."""
        return tuple(
            describe(party.process, party.id, source, party.organisation)
            for party, source in zip(self.parties, self.sources, strict=True)
        )


def take_apart(argument: str) -> Argument:
    """Return what an argument says."""
    plain = _file_and_wanted(argument)
    if plain is not None:
        return Argument(argument, *plain)
    whose, is_named, rest = argument.partition("=")
    if not (is_named and whose):
        return Argument(argument, argument)
    organisation, _, variant = whose.partition("/")
    file, wanted = _file_and_wanted(rest) or (rest, "")
    return Argument(argument, file, wanted, organisation.strip(), variant.strip())


def _version(file: str, arguments: Sequence[str]) -> str:
    """Return what a version is called: its file, with the folder before it where others are called the same."""
    path = PurePath(file)
    same = {PurePath(take_apart(each).file) for each in arguments} - {path}
    return f"{path.parent.name}/{path.stem}" if any(each.stem == path.stem for each in same) else path.stem


def _file_and_wanted(text: str) -> tuple[str, str] | None:
    """Return the existing file that a text begins with and what follows after `#`; None when there is no such file."""
    if _exists(text):
        return text, ""
    file, is_there, wanted = text.rpartition("#")
    while is_there:
        if _exists(file):
            return file, wanted
        file, is_there, more = file.rpartition("#")
        wanted = f"{more}#{wanted}"
    return None


def _exists(name: str) -> bool:
    try:
        return name == STANDARD_INPUT or Path(name).exists()
    except (OSError, ValueError):
        return False


def pick(
    arguments: Sequence[str],
    process: str = "",
    references: Sequence[str] = (),
    say: Translator = ENGLISH,
    versions_of: str = "",
) -> Picked:
    """Return the parties that arguments name; `references` are arguments of the same form, for reference processes.

    `versions_of` is the organisation of all files that name none: each is a variant, called as its file (and folder,
    where needed).

    `process` is the id or name to take from every file that holds several processes and whose argument names none.
    Whatever cannot be used is told of, each by itself; two parties with one id are both refused.
    """
    found: list[tuple[str, str, Party]] = []
    unread: list[UnreadFile] = []
    opened: dict[str, Document] = {}
    for given, is_reference in [*((one, False) for one in arguments), *((one, True) for one in references)]:
        argument = take_apart(given)
        if versions_of and not (argument.organisation or is_reference):
            argument = replace(argument, organisation=versions_of, variant=_version(argument.file, arguments))
        try:
            document = opened.get(argument.file) or read(argument.file)
            opened[argument.file] = document
            for party in parties_in(document, argument, process, is_reference=is_reference):
                found.append((given, source_of(document, party.process), party))
        except BadInput as error:
            unread.append(UnreadFile(source=given, error=tell(error.finding, say=say)))
    times = Counter(party.id for _, _, party in found)
    for given, _, party in found:
        if times[party.id] > 1:
            unread.append(_refused(given, "equal-organisations", say, id=party.id))
    kept = sorted(((party, source) for _, source, party in found if times[party.id] == 1), key=lambda one: one[0].id)
    documents = {source_of(document, each): document for document in opened.values() for each in document.processes}
    kept = _with_all_that_versions_say(kept, documents)
    if not unread and len(kept) < 2:
        unread.append(_refused(arguments[0] if arguments else "", "too-few-processes", say))
    return Picked(tuple(party for party, _ in kept), tuple(source for _, source in kept), tuple(unread))


def _with_all_that_versions_say(
    kept: list[tuple[Party, str]], documents: Mapping[str, Document]
) -> list[tuple[Party, str]]:
    """Return parties with what their files say beyond the model, where several are of one organisation."""
    several = Counter(party.organisation for party, _ in kept)
    return [
        (party.replace(unmodelled=tuple(unmodelled(documents[source]).items())), source)
        if several[party.organisation] > 1
        else (party, source)
        for party, source in kept
    ]


def parties_in(
    document: Document, argument: Argument, process: str = "", *, is_reference: bool = False
) -> tuple[Party, ...]:
    """Return the parties that an argument means in its document; `process` as for `pick`.

    Raises BadInput when the document does not have what is meant, or several processes and none is named.
    """
    wanted = _wanted(document, argument, process)
    return tuple(_party(document, each, argument, is_reference=is_reference) for each in wanted)


def pick_one(given: str, process: str = "") -> tuple[Document, Process]:
    """Return the one process that an argument names, with the document that it stands in.

    Raises BadInput when the file cannot be used, or holds several processes and none is named.
    """
    argument = take_apart(given)
    document = read(argument.file)
    wanted = _wanted(document, argument, process)
    if len(wanted) != 1:
        raise BadInput("several-processes", source=argument.given, known=_known(document))
    return document, wanted[0]


def _refused(source: str, code: str, say: Translator, **params: str) -> UnreadFile:
    return UnreadFile(source=source, error=tell(BadInput(code, source=source, **params).finding, say=say))


def _wanted(document: Document, argument: Argument, process: str) -> tuple[Process, ...]:
    """Return the processes of a document that are meant: one, or one of each organisation that the file names."""
    processes = document.processes
    if not processes:
        raise BadInput("no-process", source=argument.given)
    wanted = argument.wanted or process
    if wanted:
        return (_called(wanted, document, argument),)
    if len(processes) == 1:
        return processes
    owners = {(each.card.organisation, each.card.variant) for each in processes}
    names = {each.name for each in processes}
    if len(owners) == len(processes) and len(names) == 1 and all(organisation for organisation, _ in owners):
        if argument.organisation:
            raise BadInput("one-organisation-for-several", source=argument.given, organisation=argument.organisation)
        return processes
    raise BadInput("several-processes", source=argument.given, known=_known(document))


def _called(wanted: str, document: Document, argument: Argument) -> Process:
    for each in document.processes:
        if each.id == wanted:
            return each
    named = [each for each in document.processes if each.name == wanted]
    if len(named) == 1:
        return named[0]
    code = "same-name-processes" if named else "process-not-in-file"
    raise BadInput(code, source=argument.given, wanted=wanted, known=_known(document))


def _known(document: Document) -> str:
    """Return the processes of a document as one text, the first twenty."""
    shown = [f"{each.id} ({each.name})" if each.name else each.id for each in document.processes[:20]]
    more = len(document.processes) - len(shown)
    return ", ".join(shown) + (f" … (+{more})" if more > 0 else "")


def _party(document: Document, process: Process, argument: Argument, *, is_reference: bool) -> Party:
    if argument.organisation:
        organisation, variant = argument.organisation, argument.variant
    else:
        organisation, variant = organisation_of(document, process), process.card.variant
    named = process.replace(card=process.card.replace(organisation=organisation, variant=variant))
    return Party(organisation=organisation, variant=variant, process=named, is_reference=is_reference)
