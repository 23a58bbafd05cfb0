"""The answers about the lexicon as text for people."""

from __future__ import annotations

from procmap.answers.lexicon import CheckedLayer, CoveredProcess, LexiconCheckAnswer, LexiconCoverageAnswer
from procmap.cli.text import finding_lines, shorten
from procmap.messages import ENGLISH, Translator
from procmap.reports.text import plain

_SHOWN = 40
"""How many unknown words are shown."""


def layers_text(answer: LexiconCheckAnswer, say: Translator = ENGLISH) -> str:
    """Return what is wrong with layers as lines, file by file."""
    lines: list[str] = []
    for file in answer.files:
        if not isinstance(file, CheckedLayer):
            continue
        lines.append(plain(file.source))
        counts = [say.text("lexicon-concepts", count=file.concepts)]
        counts += [say.text("lexicon-candidates", count=file.candidates)] if file.candidates else []
        lines.append(f"  {', '.join(counts)}")
        for found in file.forms:
            unseen = f", {say.text('lexicon-unseen', count=found.unseen)}" if found.unseen else ""
            lines.append(f"  {found.column}: {say.text('lexicon-forms', count=found.forms)}{unseen}")
        lines += [f"  {plain(line)}" for line in finding_lines(file.findings, "", say)]
    return "".join(f"{line}\n" for line in lines)


def coverage_text(answer: LexiconCoverageAnswer, say: Translator = ENGLISH) -> str:
    """Return how many words are known as lines, process by process, then the unknown words that most labels have."""
    lines: list[str] = []
    for process in answer.processes:
        if isinstance(process, CoveredProcess):
            told = say.text(
                "lexicon-known",
                language=process.language,
                known=process.known,
                words=process.words,
                percent=int(100 * process.share),
                partly=process.partly,
            )
            lines.append(f"{plain(process.source)}: {told}")
    if answer.unknown:
        lines += ["", say.text("lexicon-heading-unknown")]
    for word in answer.unknown[:_SHOWN]:
        label = shorten(plain(word.label))
        told = say.text("lexicon-unknown", count=word.labels, label=label)
        if word.concepts:
            told += f" {say.text('lexicon-unknown-near', near=word.near, concepts=', '.join(word.concepts))}"
        lines.append(f"  {plain(word.word)} ({word.language})  {told}")
    if len(answer.unknown) > _SHOWN:
        lines.append(f"  {say.text('lexicon-more-unknown', count=len(answer.unknown) - _SHOWN)}")
    return "".join(f"{line}\n" for line in lines)
