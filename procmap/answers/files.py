"""Everything that can be written of a service, as the content of files: what the command line writes, by one name each.

Each kind of file is made from what was harmonised, so that files, a project and a page give the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from procmap.answers.align import align_answer
from procmap.answers.compare import compare_answer
from procmap.answers.comparison_files import alignment_content, comparison_content
from procmap.answers.harmonise import (
    Harmonised,
    common_content,
    harmonise_answer,
    people_json,
    questions_file,
    union_content,
)
from procmap.answers.pictures import picture_of
from procmap.answers.printing import Print, picture
from procmap.answers.reporting import make_minutes, make_reports
from procmap.answers.shapes import Answer, as_json
from procmap.formats.document import Platform
from procmap.formats.label_ids import id_of_label
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Confirmations

Group = Literal["report", "common", "pictures", "comparison", "people", "data"]

TYPES = {
    "bpmn": "application/xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The media type of each ending."""


@dataclass(frozen=True)
class Wish:
    """How files are asked for: the language, a date for the report, and the tool that a BPMN file is for."""

    say: Translator = ENGLISH
    date: str = ""
    mirror: Platform | None = None


@dataclass(frozen=True)
class FileKind:
    """A kind of file: its group, its name within all of them (also in the names of files), and how names end.

    `make` gives the content, the same bytes for the same input. It raises BadInput when nothing was harmonised, what is
    needed is not installed, or a text does not fit in the format.
    """

    group: Group
    name: str
    ending: str
    make: Callable[[Harmonised, Wish], bytes]

    @property
    def code(self) -> str:
        """What the kind is called in keys and texts."""
        return f"{self.name}-{self.ending}"

    @property
    def media_type(self) -> str:
        """The media type of the content."""
        return TYPES[self.ending]

    @property
    def needs_typesetting(self) -> bool:
        """Tell whether typst and its fonts must be installed."""
        return self.ending in ("pdf", "png")

    def file_name(self, service: str) -> str:
        """Return a plain name for a file: small ASCII letters, digits, `_` and `-`, whatever the service is called."""
        return f"{id_of_label(service, 'procmap')}-{self.name}.{self.ending}"


def kind_called(code: str) -> FileKind:
    """Return the kind of file of a code. Raises KeyError when there is none."""
    return {kind.code: kind for kind in FILES}[code]


def _report(ending: str) -> Callable[[Harmonised, Wish], bytes]:
    def make(harmonised: Harmonised, wish: Wish) -> bytes:
        made = make_reports(harmonised, [f"report.{ending}"], wish.say, date=wish.date)
        return made[0][1] if made else _nothing()

    return make


def _minutes(harmonised: Harmonised, wish: Wish) -> bytes:
    return make_minutes(harmonised, wish.say, date=wish.date)


def _common(ending: str) -> Callable[[Harmonised, Wish], bytes]:
    def make(harmonised: Harmonised, wish: Wish) -> bytes:
        if harmonised.result is None:
            return _nothing()
        mirror = wish.mirror if ending == "bpmn" else None
        language = wish.say.language
        return common_content(harmonised.result, f"common.{ending}", language=language, mirror=mirror).content

    return make


def _union(harmonised: Harmonised, wish: Wish) -> bytes:
    return union_content(harmonised, "union.bpmn", language=wish.say.language) or _nothing()


def _picture(arrangement: Literal["common", "side-by-side", "overlay"], ending: str) -> Callable[..., bytes]:
    def make(harmonised: Harmonised, wish: Wish) -> bytes:
        from procmap.reports.pictures import common

        comparison, result, say = harmonised.comparison, harmonised.result, wish.say
        if comparison is None or result is None:
            return _nothing()
        draft = ""
        if arrangement == "common":
            drawn = common(harmonised.aligned.parties, comparison, result, say)
            draft = say.text("report-status-draft") if result.status == "draft" else ""
        else:
            drawn = picture_of(harmonised.aligned, comparison, arrangement, say=say)
        return picture(
            f"picture.{ending}",
            drawn.process,
            drawn.diagram,
            drawn.marks,
            printed=Print(paper="a3") if ending == "pdf" else Print(),
            svg=drawn.svg(language=say.language),
            bare=drawn.bare,
            say=say,
            draft=draft,
        ).content

    return make


def _comparison(ending: str) -> Callable[[Harmonised, Wish], bytes]:
    def make(harmonised: Harmonised, wish: Wish) -> bytes:
        if harmonised.comparison is None:
            return _nothing()
        return comparison_content(harmonised.aligned, harmonised.comparison, ending, wish.say)

    return make


def _confirmations(harmonised: Harmonised, wish: Wish) -> bytes:
    del wish  # what people said is in their words
    return people_json(harmonised.aligned.confirmations or Confirmations())


def _alignment(harmonised: Harmonised, wish: Wish) -> bytes:
    return alignment_content(harmonised.aligned, "xlsx", wish.say) or _nothing()


def _decisions(ending: str) -> Callable[[Harmonised, Wish], bytes]:
    return lambda harmonised, wish: questions_file(harmonised, f"decisions.{ending}", wish.say) or _nothing()


def _align(harmonised: Harmonised, wish: Wish) -> bytes:
    return _json(align_answer(harmonised.aligned, wish.say))


def _compare(harmonised: Harmonised, wish: Wish) -> bytes:
    return _json(compare_answer(harmonised.aligned, harmonised.comparison, wish.say))


def _harmonise(harmonised: Harmonised, wish: Wish) -> bytes:
    return _json(harmonise_answer(harmonised, say=wish.say))


def _nothing() -> bytes:
    raise BadInput("nothing-harmonised")


def _kinds() -> tuple[FileKind, ...]:
    arrangements: tuple[Literal["side-by-side", "overlay"], ...] = ("side-by-side", "overlay")
    return (
        *(FileKind("report", "report", ending, _report(ending)) for ending in ("docx", "pdf", "html", "xlsx")),
        FileKind("report", "minutes", "docx", _minutes),
        *(FileKind("common", "common", ending, _common(ending)) for ending in ("bpmn", "xlsx")),
        *(FileKind("common", "common", ending, _picture("common", ending)) for ending in ("svg", "png", "pdf")),
        FileKind("common", "union", "bpmn", _union),
        *(
            FileKind("pictures", name, ending, _picture(name, ending))
            for name in arrangements
            for ending in ("svg", "png", "pdf")
        ),
        *(FileKind("comparison", "matrix", ending, _comparison(ending)) for ending in ("xlsx", "html")),
        *(FileKind("people", "decisions", ending, _decisions(ending)) for ending in ("xlsx", "json")),
        FileKind("people", "confirmations", "xlsx", _alignment),
        FileKind("people", "confirmations", "json", _confirmations),
        FileKind("data", "align", "json", _align),
        FileKind("data", "compare", "json", _compare),
        FileKind("data", "harmonise", "json", _harmonise),
    )


def _json(answer: Answer) -> bytes:
    return as_json(answer).encode("utf-8", "replace")


FILES = _kinds()
"""All kinds of files, group by group."""
