"""From a harmonisation to the content of its report, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from procmap.messages import ENGLISH, Translator
from procmap.model import Decisions, Severity
from procmap.reports.harmonisation.decision_log import DecisionLog, by_id, minutes
from procmap.reports.harmonisation.fates import Fates
from procmap.reports.harmonisation.impact import ImpactTeller
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.routine import routine
from procmap.reports.harmonisation.values import (
    Drawing,
    Figure,
    HarmonisationReport,
    LawLine,
    NoteLine,
    OpenQuestion,
    QuestionAnswer,
    Summary,
    TitlePage,
)
from procmap.reports.impact_words import ASSUMPTIONS
from procmap.reports.matrix import matrix_report
from procmap.reports.telling import answer_in_words

if TYPE_CHECKING:
    from procmap.alignment import Party
    from procmap.comparison import Comparison
    from procmap.harmonisation import Harmonisation, Question
    from procmap.reports.values import MatrixReport, ReportParty


def harmonisation_report(
    parties: Sequence[Party],
    comparison: Comparison,
    result: Harmonisation,
    decisions: Decisions | None = None,
    *,
    say: Translator = ENGLISH,
    sources: Sequence[str] = (),
    date: str = "",
    drawing: Drawing | None = None,
    has_picture: bool = True,
) -> HarmonisationReport:
    """Return all that is to be told of a harmonisation, in the language of `say`.

    `comparison` and `result` are of the same `parties`, `decisions` those that `result` was made with. `sources` are
    the names of the parties' files, sorted as the parties by id; `date` is printed on the title page as it is, and
    nothing is where it is empty; `drawing` is a picture of the common process, for the formats that show one; without
    `has_picture` nothing is drawn. The same input gives the same report.
    """
    parties = sorted(parties, key=lambda party: party.id)
    decisions = decisions or Decisions()
    compared = matrix_report(parties, comparison, say)
    paragraphs = Paragraphs(result.common, say)
    fates = Fates(parties, compared.parties, result, paragraphs=paragraphs, decisions=by_id(decisions), say=say)
    log = DecisionLog(parties, result, paragraphs, say).entries(decisions)
    letters = {party.id: party.letter for party in compared.parties}
    told = routine(paragraphs, letters, say)
    teller = ImpactTeller(parties, compared.parties, paragraphs=paragraphs, decisions=by_id(decisions), say=say)
    return HarmonisationReport(
        language=say.language,
        title=_title(result, compared, sources, date, say),
        summary=_summary(result, compared, len(log), paragraphs, say),
        routine=told,
        matrix=tuple(fates.matrix(comparison, compared)),
        comparison=compared,
        decisions=log,
        minutes=minutes(log, say),
        questions=tuple(_questions(result.open, compared.parties, say)),
        impact=tuple(teller.tell(result)),
        assumptions=tuple(say.text(code) for code in ASSUMPTIONS),
        trace=tuple(fates.trace()),
        attachments=tuple(fates.attachments()),
        laws=tuple(
            LawLine(
                name=law.name,
                text=say.word("law", law.name),
                holds=law.holds,
                holds_text=say.text("holds-yes" if law.holds else "holds-no"),
                detail=tuple(say.sentence(finding) for finding in law.detail),
            )
            for law in result.invariants
        ),
        notes=tuple(_notes(result, compared, say)),
        picture=_picture(parties, comparison, result, say) if has_picture else "",
        drawing=drawing,
    )


def _picture(parties: Sequence[Party], comparison: Comparison, result: Harmonisation, say: Translator) -> str:
    """Return the common process as a picture; nothing where it is too large for a page."""
    from procmap.reports.pictures import common
    from procmap.reports.pictures.in_page import MOST_STEPS

    if len(result.common.steps) > MOST_STEPS:
        return ""
    return common(parties, comparison, result, say).svg(language=say.language)


def _title(
    result: Harmonisation, compared: MatrixReport, sources: Sequence[str], date: str, say: Translator
) -> TitlePage:
    process = " ".join(result.common.name.split()) or say.text("report-unnamed")
    return TitlePage(
        title=say.text("report-title", process=process),
        process=process,
        parties=compared.parties,
        sources=tuple(sources),
        date=date,
        status=result.status,
        status_text=(
            say.text("report-status-overridden", reason=result.override)
            if result.override
            else say.text(f"report-status-{result.status}")
        ),
        blocking=tuple(say.sentence(finding) for finding in result.blocking),
    )


def _summary(
    result: Harmonisation, compared: MatrixReport, decisions: int, paragraphs: Paragraphs, say: Translator
) -> Summary:
    steps = Counter(entry.fate for entry in result.trace)
    carried = Counter(entry.fate for entry in result.carried)
    common = result.common.steps
    counts = {
        "organisations": len(compared.parties),
        "source-steps": len(result.trace),
        "rows": len(compared.rows),
        "differences": sum(len(section.differences) for section in compared.sections),
        "common-steps": len(common),
        "common-roles": len({role for step in common if (role := paragraphs.index.role(step.id))}),
        "decisions": decisions,
        "questions": len(result.open),
        "steps-carried": steps["carried"],
        "steps-open": steps["open"],
        "steps-retired": steps["retired"],
        "attached": len(result.carried),
        "attached-carried": carried["carried"],
        "attached-moved": carried["moved"],
        "attached-open": carried["open"],
        "attached-retired": carried["retired"],
        "laws-broken": sum(not law.holds for law in result.invariants),
    }
    sentences = (
        say.text(
            "summary-became",
            organisations=counts["organisations"],
            steps=counts["source-steps"],
            common=counts["common-steps"],
            roles=counts["common-roles"],
        ),
        say.text("summary-steps", carried=steps["carried"], open=steps["open"], retired=steps["retired"]),
        say.text(
            "summary-attached",
            carried=carried["carried"],
            moved=carried["moved"],
            open=carried["open"],
            retired=carried["retired"],
        ),
    )
    figures = (Figure(code=code, label=say.text(f"figure-{code}"), value=value) for code, value in counts.items())
    return Summary(sentences=sentences, figures=tuple(figures))


def _notes(result: Harmonisation, compared: MatrixReport, say: Translator) -> Iterator[NoteLine]:
    """Yield what should be known: what the comparison was not sure of, then how the composition went."""
    told: list[tuple[Severity, str]] = [("note", sentence) for sentence in compared.unsure]
    told += [(finding.severity, say.sentence(finding)) for finding in result.notes]
    for severity, sentence in told:
        yield NoteLine(severity=severity, severity_text=say.word("severity", severity), sentence=sentence)


def _questions(asked: Sequence[Question], parties: Sequence[ReportParty], say: Translator) -> Iterator[OpenQuestion]:
    for number, question in enumerate(asked, start=1):
        yield OpenQuestion(
            number=number,
            id=question.id,
            kind=question.kind,
            kind_text=say.text(f"question-{question.kind}"),
            sentence=say.sentence(question.question),
            answers=tuple(
                QuestionAnswer(party=party, answer=answer_in_words(question.kind, question.answers[party.id], say))
                for party in parties
                if question.answers.get(party.id)
            ),
            proposal=say.word("choice", question.proposal) if question.proposal else "",
        )
