"""`compare`: how organisations differ and agree."""

from __future__ import annotations

from procmap.alignment import NameGroup, Row
from procmap.answers.align import Aligned, DoubtAnswer, LinkAnswer, doubt_answer, links_of
from procmap.answers.shapes import Answer, ProcessAnswer, UnreadFile
from procmap.comparison import Comparison, Place, Severities, compare
from procmap.messages import ENGLISH, Translator
from procmap.model import Severity
from procmap.model.value import Value
from procmap.reports.telling import agreement_finding, difference_finding


class DifferenceAnswer(Value):
    """A difference with its sentence; `values` has every process: null where it does not have it or does not tell."""

    code: str
    params: dict[str, str | int]
    sentence: str
    severity: Severity
    rows: tuple[str, ...]
    elements: tuple[Place, ...]
    values: dict[str, str | None]


class AgreementAnswer(Value):
    """How far two processes agree in one aspect: `index` 0 to 1, null where nothing could be compared."""

    aspect: str
    a: str
    b: str
    index: float | None
    coverage: float
    why: str


class CompareAnswer(Answer):
    """How organisations differ and agree. `unread`: what could not be used; then nothing is compared."""

    processes: tuple[ProcessAnswer, ...] = ()
    rows: tuple[Row, ...] = ()
    states: tuple[Row, ...] = ()
    links: tuple[LinkAnswer, ...] = ()
    names: tuple[NameGroup, ...] = ()
    order: tuple[str, ...] = ()
    differences: tuple[DifferenceAnswer, ...] = ()
    agreement: tuple[AgreementAnswer, ...] = ()
    doubts: tuple[DoubtAnswer, ...] = ()
    unread: tuple[UnreadFile, ...] = ()


def compare_aligned(aligned: Aligned, severities: Severities | None = None) -> Comparison | None:
    """Return the comparison of what was aligned; None when nothing was.

    `severities`: how grave each class of differences is (default: the shipped table).
    """
    return None if aligned.alignment is None else compare(aligned.parties, aligned.alignment, severities)


def compare_answer(aligned: Aligned, comparison: Comparison | None, say: Translator = ENGLISH) -> CompareAnswer:
    """Return a comparison as an answer."""
    if comparison is None:
        return CompareAnswer(processes=aligned.picked.processes, unread=aligned.picked.unread)
    return CompareAnswer(
        processes=aligned.picked.processes,
        rows=comparison.alignment.work,
        states=comparison.alignment.states,
        links=links_of(comparison.alignment, say),
        names=comparison.alignment.names,
        order=comparison.order,
        differences=tuple(
            DifferenceAnswer(
                code=difference.code,
                params=difference.params,
                sentence=say.sentence(difference_finding(difference, say)),
                severity=difference.severity,
                rows=difference.rows,
                elements=difference.elements,
                values=difference.values,
            )
            for difference in comparison.differences
        ),
        agreement=tuple(
            AgreementAnswer(
                aspect=found.aspect,
                a=found.a,
                b=found.b,
                index=found.index,
                coverage=found.coverage,
                why=say.sentence(agreement_finding(found)),
            )
            for found in comparison.agreement
        ),
        doubts=tuple(doubt_answer(doubt, say) for doubt in comparison.doubts),
    )
