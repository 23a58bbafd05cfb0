"""What a common process changes for each organisation, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.messages import Translator

if TYPE_CHECKING:
    from procmap.answers.harmonise import HarmoniseAnswer


def impact_lines(answer: HarmoniseAnswer, say: Translator, *, figures: bool) -> Iterator[str]:
    """Yield what changes for each organisation; the steps stand in the JSON.

    `figures`: with those of a typical case, and what is assumed of it.
    """
    from procmap.reports.impact_words import figure_sentence, impact_figures, impact_summary

    if answer.impact is None:
        return
    yield ""
    yield say.text("heading-impact")
    for impact in answer.impact.processes:
        yield f"  {impact.process}: {impact_summary(impact, say)}"
        if figures:
            yield from (f"    {figure_sentence(figure, say)}" for figure in impact_figures(impact, say))
    if figures:
        yield from (f"  {assumed.text}" for assumed in answer.impact.assumptions)
