"""`lexicon`: what is wrong with layers of words, how many words of labels are known, and the lexicon as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from procmap.answers.shapes import Answer, FindingAnswer, UnreadFile, tell
from procmap.answers.sources import open_all
from procmap.formats import Document, write_bytes
from procmap.formats.lexicon import read_layer, read_layers, rows_from, written_layer
from procmap.language import Lexicon, core, guess_language
from procmap.language.checking import faults
from procmap.language.coverage import Coverage, UnknownWord, column_of, coverage, unknown_words
from procmap.language.layers import COLUMNS, TAKEN_OUT, Layer, LayerRow
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Finding, Process
from procmap.model.value import Value


class FormsAnswer(Value):
    """How many forms a column of a layer has, and how many of them a native speaker still has to see."""

    column: str
    forms: int
    unseen: int


class CheckedLayer(Value):
    """One layer: its concepts, the words that nobody has said the meaning of, its forms, and what is wrong."""

    source: str
    read: Literal[True] = True
    concepts: int
    candidates: int
    forms: tuple[FormsAnswer, ...]
    findings: tuple[FindingAnswer, ...]


class LexiconCheckAnswer(Answer):
    """What is wrong with layers. A finding's `params` have `source`, `line`, `id`, `form` and `column`."""

    files: tuple[CheckedLayer | UnreadFile, ...] = ()

    @property
    def blocking(self) -> bool:
        """Tell whether a finding blocks."""
        layers = [file for file in self.files if isinstance(file, CheckedLayer)]
        return any(finding.severity == "blocking" for layer in layers for finding in layer.findings)


class CoveredProcess(Value):
    """A process: the language of its labels, their words, and how many of these are known, wholly or in part.

    `share` is that of the words that are known wholly, 0 to 1.
    """

    source: str
    read: Literal[True] = True
    process: str
    language: str
    words: int
    known: int
    partly: int
    share: float


class UnknownWordAnswer(Value):
    """A word that the lexicon lacks, in how many labels it is, and one of them.

    `partly`: a part of the compound is known; `near`: a form that is spelled nearly the same, of the concepts
    `concepts`.
    """

    word: str
    language: str
    labels: int
    label: str
    partly: bool
    near: str
    concepts: tuple[str, ...]


class LexiconCoverageAnswer(Answer):
    """How many words of labels the lexicon knows, by process; the unknown words of all, the most frequent first."""

    processes: tuple[CoveredProcess | UnreadFile, ...] = ()
    unknown: tuple[UnknownWordAnswer, ...] = ()


def check_layers(names: Sequence[str], say: Translator = ENGLISH) -> LexiconCheckAnswer:
    """Return what is wrong with the layers in files, put over the shipped lexicon and each other in their order."""
    opened: list[tuple[Layer, tuple[Finding, ...]] | BadInput] = []
    for name in names:
        try:
            opened.append(read_layer(name))
        except BadInput as error:
            opened.append(error)
    layers = [each[0] for each in opened if not isinstance(each, BadInput)]
    found = faults(layers, core())
    files: list[CheckedLayer | UnreadFile] = []
    for name, each in zip(names, opened, strict=True):
        if isinstance(each, BadInput):
            files.append(UnreadFile(source=name, error=tell(each.finding, say=say)))
        else:
            layer, notes = each
            own = (finding for finding in found if finding.params["source"] == layer.source)
            files.append(_checked(layer, [*notes, *own], say))
    return LexiconCheckAnswer(files=tuple(files))


def _checked(layer: Layer, findings: Sequence[Finding], say: Translator) -> CheckedLayer:
    forms: Counter[str] = Counter()
    unseen: Counter[str] = Counter()
    for row in layer.rows:
        for column, found in row.forms.items():
            count = sum(not form.startswith(TAKEN_OUT) for form in found)
            forms[column] += count
            unseen[column] += count if column in row["native"].split() else 0
    return CheckedLayer(
        source=layer.source,
        concepts=len({row["id"] for row in layer.rows if row["id"]}),
        candidates=sum(row.is_candidate for row in layer.rows),
        forms=tuple(
            FormsAnswer(column=column, forms=forms[column], unseen=unseen[column])
            for column in COLUMNS
            if forms[column]
        ),
        findings=tuple(tell(finding, say=say) for finding in findings),
    )


def cover(names: Sequence[str], lexicon: Sequence[str] = (), say: Translator = ENGLISH) -> LexiconCoverageAnswer:
    """Return how many words of the labels of steps in files the lexicon knows; `lexicon`: files of layers over it.

    Raises BadInput when a layer cannot be used; processes that cannot be read are told of.
    """
    known = read_layers(lexicon)
    processes: list[CoveredProcess | UnreadFile] = []
    of_language: dict[str, list[str]] = {}
    for name, document in zip(names, open_all(list(names)), strict=True):
        if isinstance(document, BadInput):
            processes.append(UnreadFile(source=name, error=tell(document.finding, say=say)))
            continue
        for process, labels, column in _labels(document):
            of_language.setdefault(column, []).extend(labels)
            processes.append(_covered(name, process, column, coverage(labels, COLUMNS[column], known)))
    unknown: list[UnknownWord] = []
    for column in COLUMNS:
        language = COLUMNS[column]
        unknown += unknown_words(coverage(of_language.get(column, ()), language, known), language, column, known)
    unknown.sort(key=lambda word: -word.labels)
    return LexiconCoverageAnswer(processes=tuple(processes), unknown=tuple(_unknown(word, known) for word in unknown))


def _labels(document: Document) -> Iterator[tuple[Process, list[str], str]]:
    """Yield each process of a document with the labels of its steps and the column of their language."""
    for process in document.processes:
        labels = [step.name for step in process.steps if step.name]
        yield process, labels, column_of(labels, guess_language(labels))


def _covered(name: str, process: Process, column: str, found: Coverage) -> CoveredProcess:
    return CoveredProcess(
        source=name,
        process=process.id,
        language=column,
        words=found.words,
        known=found.known,
        partly=found.partly,
        share=round(found.share, 4),
    )


def _unknown(found: UnknownWord, lexicon: Lexicon) -> UnknownWordAnswer:
    language = COLUMNS[found.column]
    concepts = lexicon.of_word(found.near, language) if found.near else frozenset()
    return UnknownWordAnswer(
        word=found.word,
        language=found.column,
        labels=found.labels,
        label=found.label,
        partly=found.partly,
        near=found.near,
        concepts=tuple(sorted(concepts)),
    )


def write_candidates(
    answer: LexiconCoverageAnswer, target: str, *, force: bool = False, say: Translator = ENGLISH
) -> None:
    """Write a layer (`.tsv`, `.xlsx`) with the unknown words, one a row, for people to say what they mean.

    The note of a row says how many labels have the word. Raises BadInput when the file cannot be written.
    """
    rows = [
        LayerRow(line, {word.language: word.word, "note": _note(word, say)})
        for line, word in enumerate(answer.unknown, start=2)
    ]
    write_bytes(target, written_layer(rows, target), force=force)


def _note(word: UnknownWordAnswer, say: Translator) -> str:
    note = say.text("lexicon-unknown", count=word.labels, label=word.label)
    if not word.concepts:
        return note
    return f"{note} {say.text('lexicon-unknown-near', near=word.near, concepts=', '.join(word.concepts))}"


def export_lexicon(target: str, lexicon: Sequence[str] = (), *, force: bool = False) -> int:
    """Write the shipped lexicon with layers over it as one table (`.tsv`, `.xlsx`); return the number of its concepts.

    Raises BadInput when a layer cannot be used or the file cannot be written.
    """
    rows = rows_from(read_layers(lexicon).concepts.values())
    write_bytes(target, written_layer(rows, target), force=force)
    return len(rows)
