"""Every command with hostile texts in every field: carried out whole, or refused with a sentence."""

from __future__ import annotations

import pytest

from procmap.answers.files import FILES, FileKind, Wish
from procmap.answers.harmonise import Harmonised
from procmap.messages import LANGUAGES, translator
from procmap.model import BadInput
from procmap.workspace import commands, open_project
from procmap.workspace.command import Command
from procmap.workspace.deriving import Deriver
from procmap.workspace.exchange import export_project, import_project
from procmap.workspace.history import told
from tests.answers.test_files import READ_AGAIN, holds_text_only
from tests.workspace.hostile import LONG, HostileProject, endless, endless_name, hostile, named

KINDS = {"hostile": (hostile, named), "endless": (endless, endless_name)}


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest, tmp_path) -> HostileProject:
    return HostileProject(str(tmp_path / "p.procmap"), *KINDS[request.param])


def test_there_is_a_command_of_every_kind(tmp_path):
    made = HostileProject(str(tmp_path / "p.procmap"))
    known = {each for each in vars(commands).values() if isinstance(each, type) and issubclass(each, Command)}
    assert set(made.prototypes()) == known


def test_commands_are_done_or_refused_with_a_sentence(made, tmp_path):
    done = [kind for kind, make in made.prototypes().items() if made.do(make())]
    # A letter has two characters: no hostile text is as short.
    assert set(made.prototypes()) - set(done) <= {
        commands.AddOrganisation, commands.ChangeOrganisation, commands.ChangeOrganisations
    }  # fmt: skip
    for _, error in made.refused:
        assert error.finding.code in ("name-too-long", "letter-too-long", "note-too-long")
        for language in LANGUAGES:
            assert error.finding.code not in translator(language).sentence(error.finding)
    project = made.project
    assert project.misfits() == ()
    for entry in project.history():
        assert len(told(entry, translator("nb"))) < 1000
    before = project.records()
    exported = str(tmp_path / "exported.procmap")
    export_project(project, exported)
    assert import_project(exported, str(tmp_path / "taken.procmap")).records() == before
    export_project(project, str(tmp_path / "without.procmap"), without_people=True)
    assert open_project(str(tmp_path / "without.procmap")).misfits() == ()
    while project.undoable()[0] is not None:
        project.undo(made.by)
    while project.undoable()[1] is not None:
        project.redo(made.by)
    assert {key: image["version"] > 0 for key, image in project.records().items()} == dict.fromkeys(before, True)


def test_the_name_of_a_project_is_a_name(made):
    assert made.do(commands.ChangeSetting(setting="name", value="  Ny \n kommune "), fill=False)
    assert made.project.state().setting("name") == "Ny kommune"
    for value in ("", " \n", "x" * 201):
        assert not made.do(commands.ChangeSetting(setting="name", value=value), fill=False)
    assert made.project.state().setting("name") == "Ny kommune"


@pytest.fixture(scope="module", params=KINDS)
def harmonised(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Harmonised:
    made = HostileProject(str(tmp_path_factory.mktemp("files") / "p.procmap"), *KINDS[request.param])
    made.fill()
    return Deriver().derived(made.project, made.project.state(), made.service).harmonised


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.code)
def test_every_file_of_a_service_holds_texts_as_text(kind: FileKind, harmonised: Harmonised):
    wish = Wish(translator("nb"), date=hostile("dato"))
    if kind.code in READ_AGAIN and is_endless(harmonised):
        # What people fill in must not be cut, and a cell has no room for it.
        with pytest.raises(BadInput) as refused:
            kind.make(harmonised, wish)
        assert refused.value.finding.code not in translator("nb").sentence(refused.value.finding)
    else:
        holds_text_only(kind, kind.make(harmonised, wish))


def is_endless(harmonised: Harmonised) -> bool:
    return any(len(step.name) == LONG for party in harmonised.aligned.parties for step in party.process.steps)
