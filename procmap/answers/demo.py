"""`demo`: the whole story on the shipped sample."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from procmap.answers.align import Aligned, align_answer, align_files
from procmap.answers.check import CheckAnswer, check
from procmap.answers.harmonise import HarmoniseAnswer, harmonise_answer, harmonise_files, write_common
from procmap.answers.reporting import write_reports
from procmap.answers.sample import CONFIRMATIONS, sample_folder
from procmap.answers.shapes import as_json
from procmap.formats import write_bytes
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput

REPORT = "report.docx"


@dataclass(frozen=True)
class DemoAnswer:
    """What each part of the job gave, and the names of the files that were written."""

    folder: Path
    sources: tuple[str, ...]
    checked: CheckAnswer
    by_words: Aligned
    confirmed: Aligned
    harmonised: HarmoniseAnswer
    files: tuple[str, ...]


def demo(folder: Path, *, force: bool = False, say: Translator = ENGLISH) -> DemoAnswer:
    """Do the whole job on the sample and write what comes of it into `folder`, which is made if it is not there.

    The page, the picture, the report and the sentences of the answer are in the language of `say`; the JSON files are
    in English, as always.

    Raises procmap.model.BadInput when a file is there already (unless `force`) or cannot be written.
    """
    from procmap.reports import matrix_report, page, pictures_of
    from procmap.reports.pictures import common

    sample = sample_folder()
    sources = tuple(str(path) for path in sorted(sample.glob("*.bpmn")))
    confirm = str(sample / CONFIRMATIONS)
    _make(folder)
    checked = check(list(sources), say)
    by_words = align_files(sources)
    harmonised = harmonise_files(sources, confirm=confirm)
    if harmonised.comparison is None or harmonised.result is None:
        raise BadInput("sample-missing", source=str(sample))
    target = str(folder / "common.bpmn")
    write_common(harmonised.result, target, force=force)
    parties = harmonised.aligned.parties
    report = matrix_report(parties, harmonised.comparison, say)
    picture = common(parties, harmonised.comparison, harmonised.result, say)
    texts = (
        ("comparison.html", page(report, pictures_of(parties, harmonised.comparison, say))),
        ("common.svg", picture.svg(language=say.language)),
        ("alignment.json", as_json(align_answer(harmonised.aligned))),
        ("harmonised.json", as_json(harmonise_answer(harmonised, target))),
    )
    for name, text in texts:
        write_bytes(str(folder / name), text.encode("utf-8"), force=force)
    write_reports(harmonised, [str(folder / REPORT)], say, force=force)
    files = ("common.bpmn", REPORT, *(name for name, _ in texts))
    answer = harmonise_answer(harmonised, target, say)
    return DemoAnswer(folder, sources, checked, by_words, harmonised.aligned, answer, files)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput("cannot-write", target=str(folder), detail=error.strerror or str(error)) from None
