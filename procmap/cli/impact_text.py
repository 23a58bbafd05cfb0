"""What a common process changes for each organisation, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.messages import Translator

if TYPE_CHECKING:
    from procmap.answers.harmonise import HarmoniseAnswer


def impact_lines(answer: HarmoniseAnswer, say: Translator) -> Iterator[str]:
    """Yield what changes for each organisation, and what is assumed of a typical case; the steps stand in the JSON."""
    from procmap.reports.impact_words import figure_sentence, impact_figures, impact_summary

    if answer.impact is None:
        return
    yield ""
    yield say.text("heading-impact")
    for impact in answer.impact.processes:
        yield f"  {impact.process}: {impact_summary(impact, say)}"
        yield from (f"    {figure_sentence(figure, say)}" for figure in impact_figures(impact, say))
    yield from (f"  {assumed.text}" for assumed in answer.impact.assumptions)
