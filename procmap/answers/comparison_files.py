"""A comparison and an alignment as the content of files, by how the names of the files end."""

from __future__ import annotations

from procmap.answers.align import Aligned, align_answer
from procmap.answers.compare import compare_answer
from procmap.answers.shapes import as_json
from procmap.comparison import Comparison
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput


def comparison_content(aligned: Aligned, comparison: Comparison, ending: str, say: Translator = ENGLISH) -> bytes:
    """Return a comparison as a file: `xlsx`, `html`, `svg`, `json` or `text`.

    Raises BadInput for any other ending.
    """
    if ending == "json":
        return _written(as_json(compare_answer(aligned, comparison, say)))
    if ending == "svg":
        from procmap.answers.pictures import picture_of

        return _written(picture_of(aligned, comparison, "side-by-side", say=say).svg(language=say.language))
    from procmap.reports import comparison_workbook, matrix_report, matrix_text, page, pictures_of

    report = matrix_report(aligned.parties, comparison, say, aligned.picked.service)
    if ending == "xlsx":
        return comparison_workbook(report, aligned.picked.sources)
    if ending == "html":
        return _written(page(report, pictures_of(aligned.parties, comparison, say, aligned.picked.service)))
    if ending == "text":
        return _written(matrix_text(report))
    raise BadInput("unknown-target", target=ending, known="xlsx, html, svg, json, text")


def alignment_content(aligned: Aligned, ending: str, say: Translator = ENGLISH) -> bytes:
    """Return an alignment as a file: `xlsx` (with a sheet to confirm it in; empty where nothing was aligned) or `json`.

    Raises BadInput for any other ending, and when a text to be read again is longer than a cell can be.
    """
    if ending == "json":
        return _written(as_json(align_answer(aligned, say)))
    if ending != "xlsx":
        raise BadInput("unknown-target", target=ending, known="xlsx, json")
    from procmap.reports import alignment_workbook

    if aligned.alignment is None:
        return b""
    return alignment_workbook(aligned.parties, aligned.alignment, aligned.picked.sources, say, aligned.confirmations)


def _written(text: str) -> bytes:
    return text.encode("utf-8", "replace")
