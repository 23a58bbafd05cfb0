"""The commands of a project that lasts: `project new`, `add`, `list`, `history`, `undo` and the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from procmap.cli.app import USAGE, app, complain, give_help, hand_down
from procmap.cli.help import SpokenGroup, SpokenTyper
from procmap.cli.options import Force, Format, Lang, TextOrJson
from procmap.cli.speaking import speaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from procmap.workspace import Person
    from procmap.workspace.command import Command

project = SpokenTyper(
    name="project",
    cls=SpokenGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(project)

Place = Annotated[
    str,
    typer.Argument(
        metavar="PROJECT", help="A file that ends in .procmap, or the address of a database (postgresql://…)."
    ),
]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who does it, for the history; else nobody is named.")]
Service = Annotated[
    str, typer.Option("--process", metavar="NAME", help="The service that is meant; needed where there are several.")
]


def _person(by: str) -> Person:
    from procmap.workspace import Person

    # Who can write the file can do everything with it: roles are for those who share an application.
    return Person(name=" ".join(by.split())[:200], role="facilitator")


@project.callback(invoke_without_command=True)
def _common(context: typer.Context, *, lang: Lang = None) -> None:
    """Keep services, decisions and their history in one file."""
    give_help(context)
    hand_down(lang, context)


@project.command("new")
def new_command(
    place: Place,
    *,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What the project is called; else as its file.")
    ] = "",
    by: By = "",
    lang: Lang = None,
) -> int:
    """Make a new project."""
    from procmap.workspace import create_project
    from procmap.workspace.exchange import check_name
    from procmap.workspace.project import location_name

    check_name(place)
    called = name or Path(location_name(place)).stem
    made = create_project(place, called, _person(by))
    typer.echo(speaker(lang).text("project-made", project=location_name(made.location), name=called))
    return 0


@project.command("add")
def add_command(
    place: Place,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="FILE, FILE#ID or FILE#NAME, with ORGANISATION[/VARIANT]= before it; - is standard input.",
        ),
    ],
    *,
    service: Annotated[
        str,
        typer.Option("--service", metavar="NAME", help="The service; it is added when there is none of that name."),
    ] = "",
    process: Annotated[
        str, typer.Option("--process", metavar="NAME", help="Take this process from files that hold several.")
    ] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Bring in anew what the service has already.")] = False,
    reference: Annotated[
        bool, typer.Option("--reference", help="These stand beside the others and count in no majority.")
    ] = False,
    by: By = "",
    lang: Lang = None,
) -> int:
    """Add the processes in files to a service of a project."""
    from procmap.cli.project_text import added_text
    from procmap.workspace import open_project
    from procmap.workspace.adding import add_files

    say = speaker(lang)
    answer = add_files(
        open_project(place),
        files,
        _person(by),
        service=service,
        process=process,
        replaces=replace,
        are_references=reference,
        say=say,
    )
    typer.echo(added_text(answer, say), nl=False)
    complain(answer.unread)
    return USAGE if answer.unread else 0


@project.command("list")
def list_command(place: Place, *, output: Format = TextOrJson.TEXT, lang: Lang = None) -> int:
    """Show services, whose processes are there, and what is decided and open."""
    from procmap.answers.shapes import as_json
    from procmap.cli.project_text import project_text
    from procmap.workspace import Deriver, open_project
    from procmap.workspace.summary import project_answer

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    answer = project_answer(open_project(place), Deriver(), say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else project_text(answer, say), nl=False)
    return 0


@project.command("history")
def history_command(
    place: Place,
    *,
    newest: Annotated[
        int | None, typer.Option("--newest", metavar="N", min=1, help="Only the newest N entries.")
    ] = None,
    output: Format = TextOrJson.TEXT,
    lang: Lang = None,
) -> int:
    """Show who did what and when, the newest first."""
    from procmap.answers.shapes import as_json
    from procmap.cli.project_text import history_text
    from procmap.workspace import open_project
    from procmap.workspace.history import history_answer

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    answer = history_answer(open_project(place), newest, say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else history_text(answer, say), nl=False)
    return 0


@project.command("undo")
def undo_command(place: Place, *, by: By = "", lang: Lang = None) -> int:
    """Undo what was done last."""
    from procmap.cli.project_text import line
    from procmap.workspace import open_project
    from procmap.workspace.history import told

    say = speaker(lang)
    undone = open_project(place).undo(_person(by))
    typer.echo(line(say.text("history-undo", what=told(undone, say))))
    return 0


@project.command("redo")
def redo_command(place: Place, *, by: By = "", lang: Lang = None) -> int:
    """Do again what was undone last."""
    from procmap.cli.project_text import line
    from procmap.workspace import open_project
    from procmap.workspace.history import told

    say = speaker(lang)
    done = open_project(place).redo(_person(by))
    typer.echo(line(say.text("history-redo", what=told(done, say))))
    return 0


@project.command("snapshot")
def snapshot_command(
    place: Place,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What this state of the project is called.")],
    *,
    by: By = "",
    lang: Lang = None,
) -> int:
    """Give the project as it is now a name to return to."""
    from procmap.cli.project_text import line
    from procmap.workspace import open_project

    say = speaker(lang)
    number = open_project(place).snapshot(name, _person(by))
    typer.echo(line(say.text("snapshot-made", name=say.quoted(" ".join(name.split())), number=number)))
    return 0


@project.command("return")
def return_command(
    place: Place,
    state: Annotated[
        str, typer.Argument(metavar="STATE", help="The name of a snapshot, or the number of an entry of the history.")
    ],
    *,
    by: By = "",
    lang: Lang = None,
) -> int:
    """Make the project as it was then; this too can be undone."""
    from procmap.cli.project_text import line
    from procmap.workspace import open_project
    from procmap.workspace.history import state_called, told

    say = speaker(lang)
    opened = open_project(place)
    wanted = state_called(opened, state)
    before = opened.version
    code = "returned-to" if opened.return_to(wanted.id, _person(by)) != before else "returned-to-same"
    typer.echo(line(say.text(code, number=wanted.id, what=told(wanted, say))))
    return 0


@project.command("confirm")
def confirm_command(
    place: Place,
    file: Annotated[str, typer.Argument(metavar="FILE", help="What people confirmed (XLSX, JSON).")],
    *,
    process: Service = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Take back what was confirmed before and is not in the file.")
    ] = False,
    by: By = "",
    lang: Lang = None,
) -> int:
    """Take confirmations from a file."""
    from procmap.answers.people import read_confirmations
    from procmap.workspace.commands import TakeConfirmations

    said = read_confirmations(file)

    def take(service: str) -> Command:
        return TakeConfirmations(service=service, confirmations=said, replaces=replace)

    return _take(place, file, take, process=process, by=by, lang=lang)


@project.command("decide")
def decide_command(
    place: Place,
    file: Annotated[str, typer.Argument(metavar="FILE", help="What people decided (XLSX, JSON).")],
    *,
    process: Service = "",
    by: By = "",
    lang: Lang = None,
) -> int:
    """Take decisions from a file; those that are there already stay."""
    from procmap.answers.people import read_decisions
    from procmap.workspace.commands import TakeDecisions

    decided = read_decisions(file)

    def take(service: str) -> Command:
        return TakeDecisions(service=service, decisions=decided)

    return _take(place, file, take, process=process, by=by, lang=lang)


def _take(place: str, file: str, take: Callable[[str], Command], *, process: str, by: str, lang: Lang) -> int:
    """Carry out the command that takes what a file says of a service, given its id; tell what came of it."""
    from procmap.cli.project_text import taken_text
    from procmap.workspace import open_project

    opened = open_project(place)
    command = take(opened.state().service_called(process).id)
    before = opened.version
    version = opened.do(command, _person(by))
    typer.echo(taken_text(opened, before, version, file, speaker(lang)), nl=False)
    return 0


@project.command("export")
def export_command(
    place: Place,
    out: Annotated[str, typer.Argument(metavar="OUT.procmap", help="The file to write.")],
    *,
    without_people: Annotated[
        bool, typer.Option("--without-people", help="Leave out who did what, mask persons, and leave the files out.")
    ] = False,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Write a project with its history and files to a file of its own."""
    from procmap.cli.project_text import exported_text
    from procmap.workspace import open_project
    from procmap.workspace.exchange import export_project

    say = speaker(lang)
    answer = export_project(open_project(place), out, without_people=without_people, force=force, say=say)
    typer.echo(exported_text(answer, say), nl=False)
    return 0


@project.command("import")
def import_command(
    file: Annotated[str, typer.Argument(metavar="IN.procmap", help="A file that was exported.")],
    place: Annotated[
        str, typer.Argument(metavar="PROJECT", help="A new file that ends in .procmap, or an empty database.")
    ],
    *,
    lang: Lang = None,
) -> int:
    """Make a project out of an exported file."""
    from procmap.cli.project_text import line
    from procmap.workspace.exchange import import_project
    from procmap.workspace.project import location_name

    made = import_project(file, place)
    say = speaker(lang)
    typer.echo(line(say.text("project-imported", project=location_name(made.location), version=made.version)))
    return 0
