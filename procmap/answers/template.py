"""`template`: an empty spreadsheet to fill in."""

from __future__ import annotations

from pathlib import PurePath

from procmap.answers.shapes import Answer
from procmap.formats import write_bytes
from procmap.messages import LanguageCode
from procmap.model import BadInput


class TemplateAnswer(Answer):
    """Where the template was written, and in which language."""

    target: str
    language: LanguageCode


def template(target: str, language: LanguageCode, *, force: bool = False) -> TemplateAnswer:
    """Write an empty spreadsheet in a language to `target`, whose name ends with .xlsx or .csv.

    Raises procmap.model.BadInput when the name ends otherwise, or the file is there already (unless `force`).
    """
    from procmap.formats.spreadsheet.template import template_csv, template_workbook

    makers = {".xlsx": template_workbook, ".csv": template_csv}
    maker = makers.get(PurePath(target).suffix.lower())
    if maker is None:
        raise BadInput("unknown-target", target=target, known=", ".join(makers))
    write_bytes(target, maker(language), force=force)
    return TemplateAnswer(target=target, language=language)
