"""The reports of a harmonisation: made once, written in as many formats as are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from procmap.answers.harmonise import Harmonised
from procmap.drawing.export import check_installed
from procmap.formats.files import check_target, write_bytes
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Process
from procmap.reports.harmonisation import harmonisation_report
from procmap.reports.harmonisation.registry import WITH_PICTURE, report_writer
from procmap.reports.harmonisation.values import Drawing, HarmonisationReport


def check_reports(targets: Sequence[str], beside: str = "", *, force: bool = False) -> None:
    """Refuse reports that could not be written, before anything is done; `beside` is a file that is written as well.

    Raises BadInput when there is no such kind of report, a file is named twice, is there already (unless `force`), its
    folder is missing, or what sets PDF is not installed.
    """
    seen = {Path(beside).absolute()} if beside else set()
    for target in targets:
        report_writer(target)
        if Path(target).absolute() in seen:
            raise BadInput("report-twice", target=target)
        seen.add(Path(target).absolute())
        check_target(target, force=force)
        if PurePath(target).suffix.lower() == ".pdf":
            check_installed()


def make_reports(
    harmonised: Harmonised, targets: Sequence[str], say: Translator = ENGLISH, *, date: str = ""
) -> tuple[tuple[str, bytes], ...]:
    """Return the report of a harmonisation as files, each with its content in the format that its name ends with.

    `date` is printed on the title page as it is. Where nothing was harmonised there are none.

    Raises BadInput when there is no such kind of report, or a page cannot be set.
    """
    if not targets or harmonised.result is None:
        return ()
    writers = [report_writer(target) for target in targets]
    report = _report(harmonised, say, date, _drawing(harmonised.result.common, say) if _shown(targets) else None)
    if report is None:
        return ()
    return tuple((target, writer(report)) for target, writer in zip(targets, writers, strict=True))


def make_minutes(harmonised: Harmonised, say: Translator = ENGLISH, *, date: str = "") -> bytes:
    """Return the minutes of the meetings that decided, as a Word document by themselves.

    Raises BadInput where nothing was harmonised.
    """
    from procmap.reports.harmonisation.word import word_minutes

    report = _report(harmonised, say, date, None)
    if report is None:
        raise BadInput("nothing-harmonised")
    return word_minutes(report)


def _report(harmonised: Harmonised, say: Translator, date: str, drawing: Drawing | None) -> HarmonisationReport | None:
    if harmonised.result is None or harmonised.comparison is None:
        return None
    return harmonisation_report(
        harmonised.aligned.parties,
        harmonised.comparison,
        harmonised.result,
        harmonised.aligned.decisions,
        say=say,
        # A folder says more of a machine and its user than a report should, and nothing to its readers.
        sources=[PurePath(source).name for source in harmonised.aligned.picked.sources],
        date=date,
        drawing=drawing,
    )


def write_reports(
    harmonised: Harmonised, targets: Sequence[str], say: Translator = ENGLISH, *, date: str = "", force: bool = False
) -> None:
    """Write what `make_reports` makes, once all of it is made.

    Raises BadInput as `make_reports` and `check_reports` do, and when a file cannot be written.
    """
    for target, content in make_reports(harmonised, targets, say, date=date):
        write_bytes(target, content, force=force)


def told_of_reports(targets: Sequence[str], say: Translator = ENGLISH) -> tuple[str, ...]:
    """Return what should be known of reports that were written: what they lack that could not be made here."""
    from procmap.drawing.export import INSTALL, can_typeset

    if can_typeset():
        return ()
    bare = [target for target in targets if PurePath(target).suffix.lower() in WITH_PICTURE]
    return tuple(say.text("report-without-picture", target=target, command=INSTALL) for target in bare)


def _shown(targets: Sequence[str]) -> bool:
    """Tell whether any of the reports shows a picture: Word does where PNG can be made."""
    from procmap.drawing.export import can_typeset

    endings = {PurePath(target).suffix.lower() for target in targets}
    return not endings.isdisjoint(WITH_PICTURE) and (".pdf" in endings or can_typeset())


def _drawing(common: Process, say: Translator) -> Drawing:
    """Return the common process as a picture. Its steps stand in the routine already."""
    from procmap.drawing import draw
    from procmap.layout import place
    from procmap.reports.picture_sheet import picture_sheet

    diagram = place(common)
    svg = draw(common, diagram)
    sheet = picture_sheet(common, diagram, svg, say=say, title=say.text("section-drawing"))
    description = say.text("section-drawing-about", process=common.name, steps=len(common.steps))
    return Drawing(svg=svg, sheet=replace(sheet, description=description, steps=()))
